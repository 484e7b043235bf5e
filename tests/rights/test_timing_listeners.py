"""Every timing listener that opens a port: at one number, for named senders, whole whatever comes."""

import random
import re
import select
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from pacelight.errors import OutputError
from pacelight.timing.sources.address import ADDRESSES, listener
from pacelight.timing.sources.port import Listener

PORTS = {
    "lynx+udp": ("lynx+udp://{host}:{port}", socket.SOCK_DGRAM),
    "lynx+tcp": ("lynx+tcp://{host}:{port}?listen=yes", socket.SOCK_STREAM),
    "mylaps": ("mylaps://{host}:{port}", socket.SOCK_STREAM),
    "jchip": ("jchip://{host}:{port}", socket.SOCK_STREAM),
    "start+udp": ("start+udp://{host}:{port}?secret={secret}", socket.SOCK_DGRAM),
}
"""What listens, and how it is spoken to; all others go to a device, or read a line or a folder."""

CALLERS = {
    "omega",
    "raceresult",
    "ipico",
    "ipico+serial",
    "lynx+serial",
    "lynx+folder",
    "contact+serial",
    "contact+gpio",
}


def test_every_listener_that_opens_a_port_is_here() -> None:
    assert set(ADDRESSES) == set(PORTS) | CALLERS


def free(kind: int) -> int:
    with socket.socket(type=kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the one whose datagrams are signed."""
    path = tmp_path_factory.mktemp("start") / "secret"
    path.write_text("0123456789abcdef" * 2)
    path.chmod(0o600)
    return path


@contextmanager
def listening(scheme: str, allow: list[str], secret: Path) -> Iterator[tuple[Listener, int, int]]:
    url, kind = PORTS[scheme]
    port = free(kind)
    at = url.format(host="127.0.0.1", port=port, secret=secret)
    with closing(listener("it", at, allow=allow)) as it:
        yield it, port, kind


@pytest.mark.parametrize("allow", [[], ["10.0.0.7"]])
@pytest.mark.parametrize("host", ["0.0.0.0", "[::]"])  # noqa: S104  # which is refused
@pytest.mark.parametrize("scheme", PORTS)
def test_none_opens_a_port_to_everybody(scheme: str, host: str, allow: list[str], secret: Path) -> None:
    url, kind = PORTS[scheme]
    with pytest.raises(OutputError, match=r"can be reached by others|interface"):
        listener("it", url.format(host=host, port=free(kind), secret=secret), allow=allow)


@pytest.mark.parametrize("scheme", PORTS)
def test_on_one_number_it_is_open_and_on_no_other(scheme: str, secret: Path) -> None:
    with listening(scheme, [], secret) as (_, port, kind), socket.socket(type=kind) as other:
        other.bind(("127.0.0.2", port))  # which would be taken, if it listened everywhere


@pytest.mark.parametrize("scheme", PORTS)
def test_who_is_not_named_is_not_heard(scheme: str, secret: Path) -> None:
    with listening(scheme, ["127.0.0.9"], secret) as (it, port, kind), socket.socket(type=kind) as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.settimeout(20)
        stranger.connect(("127.0.0.1", port))
        with suppress(ConnectionError):
            stranger.send(b"\x01QR\x1f001\x1f\x03000000\x04\r\n" * 3)
        assert select.select([it], [], [], 20)[0]
        assert it.read(time.monotonic_ns()) == ()
        assert it.statistics().refused == 1
        assert re.search(r"127\.0\.0\.1 may not ", it.statistics().why)
        if kind == socket.SOCK_STREAM:
            with suppress(ConnectionError):
                assert stranger.recv(4096) == b""


@pytest.mark.parametrize("scheme", PORTS)
def test_whatever_comes_nothing_breaks_and_the_listener_goes_on(scheme: str, secret: Path) -> None:
    draw = random.Random(7)
    with listening(scheme, [], secret) as (it, port, kind):
        for _ in range(20):
            with socket.socket(type=kind) as one, suppress(ConnectionError):
                one.connect(("127.0.0.1", port))
                one.send(draw.randbytes(draw.choice([1, 40, 4000, 60_000])))
            while select.select([it], [], [], 0.0)[0]:
                it.read(time.monotonic_ns())
        with socket.socket(type=kind) as one:
            one.connect(("127.0.0.1", port))
            one.send(b"\n")
            assert select.select([it], [], [], 20)[0]
            it.read(time.monotonic_ns())
        assert it.statistics().state in {"waiting", "connected", "silent", "lost", "refused"}

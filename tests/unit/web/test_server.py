import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from pacelight.errors import OutputError
from pacelight.web import listen, serve

START = (
    "from pathlib import Path; import sys; from pacelight.web import serve; "
    "serve(Path(sys.argv[1]), '127.0.0.1', 0, announce=lambda a: print(a, flush=True))"
)


def test_a_taken_port_is_refused_with_advice() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            OutputError,
            match=rf"cannot listen on 127.0.0.1 port {port}: address already in use \(choose another with",
        ):
            serve(Path("bus"), "127.0.0.1", port)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "256.1.1.1", "a" * 70])
def test_an_address_that_is_none_is_refused(host: str) -> None:
    with pytest.raises(OutputError, match="no such address"):
        listen(host, 0)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(OutputError, match="cannot listen on 192\\.0\\.2\\.1"):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_ends_open_streams_at_once_and_is_a_success(tmp_path: Path, number: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", START, tmp_path / "bus"], stdout=subprocess.PIPE, text=True
    ) as web:
        assert web.stdout is not None
        address = web.stdout.readline().strip()
        with urllib.request.urlopen(f"{address}api/events", timeout=10) as stream:  # noqa: S310  # our own
            assert stream.readline() == b"retry: 300\n"
            web.send_signal(number)
            assert b'"engine":false' in stream.read()
        assert web.wait(10) == 0


def test_the_port_can_be_taken_again_at_once() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)), first.accept()[0]:
            pass
    with listen("127.0.0.1", port) as again:
        assert again.getsockname()[1] == port

"""The bus on a port: only who knows the secret is told anything, and nobody else costs the engine much."""

import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest

from pacelight.errors import DriverError, OutputError
from pacelight.meet.bus import Bus, Hearing, Secret, Tcp, speaking, where
from pacelight.meet.bus.client import MOST
from pacelight.meet.bus.listening import _lines
from pacelight.meet.bus.secret import Challenge, Proof, challenge, said

SECRET = Secret(b"0123456789abcdef0123456789abcdef")
OTHER = Secret(b"0123456789abcdef0123456789abcdeF")


def snapshot() -> bytes:
    return b'{"schema":"snapshot"}'


def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def at() -> Tcp:
    return Tcp("127.0.0.1", free(), SECRET)


@pytest.fixture
def bus(at: Tcp) -> Iterator[Bus]:
    with Bus(at) as opened:
        yield opened


def turn_until(bus: Bus, done: Callable[[], bool]) -> None:
    for _ in range(1000):
        if done():
            return
        bus.turn(0.01, snapshot)
    pytest.fail("the bus did not get there")


def heard(bus: Bus, hearing: Hearing, count: int) -> list[bytes]:
    lines: list[bytes] = []
    for _ in range(1000):
        bus.turn(0.001, snapshot)
        lines += hearing.turn(0.001)
        if len(lines) >= count or hearing.ended:
            break
    return lines


def stranger(at: Tcp) -> socket.socket:
    connection = socket.create_connection((at.host, at.port), timeout=5)
    connection.settimeout(5)
    return connection


def is_dropped(connection: socket.socket) -> bool:
    """Whether the engine has hung up; what it asked before is read away."""
    connection.setblocking(False)
    try:
        while connection.recv(1 << 16):
            pass
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
    return True


def test_who_knows_the_secret_is_told_the_snapshot_and_what_follows(bus: Bus, at: Tcp) -> None:
    with Hearing(at) as hearing:
        assert heard(bus, hearing, 1) == [snapshot()]
        bus.publish([b"1", b"2"], snapshot)
        assert heard(bus, hearing, 2) == [b"1", b"2"]
        assert bus.statistics().clients == 1


def test_who_does_not_is_told_nothing(bus: Bus, at: Tcp) -> None:
    with (
        Hearing(Tcp(at.host, at.port, OTHER)) as hearing,
        pytest.raises(DriverError, match="does not take this secret"),
    ):
        heard(bus, hearing, 1)
    assert bus.statistics().refused == 1
    assert bus.statistics().clients == 0


def test_who_names_no_secret_is_told_to_name_it(bus: Bus, at: Tcp) -> None:
    with (
        Hearing(Tcp(at.host, at.port)) as hearing,
        pytest.raises(DriverError, match="asks for its secret: name it with --secret FILE"),
    ):
        heard(bus, hearing, 1)


@pytest.mark.parametrize(
    "line",
    [b"hello", b"{}", b'{"type":"proof"}', b'{"type":"challenge","schema":"pacelight.bus/1","nonce":"00"}'],
)
def test_who_says_something_else_is_dropped(bus: Bus, at: Tcp, line: bytes) -> None:
    with stranger(at) as connection:
        connection.sendall(line + b"\n")
        turn_until(bus, lambda: bus.statistics().refused == 1)
        assert is_dropped(connection)


def test_a_proof_serves_once(bus: Bus, at: Tcp) -> None:
    with stranger(at) as one, stranger(at) as two:
        turn_until(bus, lambda: len(bus._clients) == 2)
        asked = [said(connection.recv(1 << 16).rstrip()) for connection in (one, two)]
        assert isinstance(asked[0], Challenge)
        line = msgspec.json.encode(SECRET.prove(asked[0])) + b"\n"
        one.sendall(line)
        turn_until(bus, lambda: bus.statistics().clients == 1)
        two.sendall(line)
        turn_until(bus, lambda: bus.statistics().refused == 1)


def test_an_engine_that_does_not_know_the_secret_is_not_listened_to(at: Tcp) -> None:
    with socket.create_server((at.host, at.port)) as forged, Hearing(at) as hearing:
        connection, _ = forged.accept()
        with connection:
            for forgery in (Challenge("pacelight.bus/1", "00"), Proof("pacelight.bus/1", "00", "00")):
                connection.sendall(msgspec.json.encode(forgery) + b"\n")
            with pytest.raises(DriverError, match="does not know the secret"):
                list(_lines(hearing, 5))


def test_an_engine_that_asks_for_nothing_is_not_listened_to(at: Tcp) -> None:
    with (
        Bus(Tcp(at.host, at.port)) as careless,
        Hearing(at) as hearing,
        pytest.raises(DriverError, match="does not know the secret"),
    ):
        heard(careless, hearing, 1)


def test_who_proves_nothing_in_time_is_dropped(bus: Bus, at: Tcp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "_PATIENCE_S", 0.0)
    with stranger(at) as connection:
        turn_until(bus, lambda: bus.statistics().refused == 1)
        assert is_dropped(connection)


def test_a_line_without_end_is_not_waited_for(bus: Bus, at: Tcp) -> None:
    with stranger(at) as connection:
        with suppress(ConnectionError):
            connection.sendall(b"x" * (2 * MOST + 1))
        turn_until(bus, lambda: bus.statistics().refused == 1)
        assert is_dropped(connection)


def test_many_who_prove_nothing_keep_nobody_out(bus: Bus, at: Tcp) -> None:
    crowd = [stranger(at) for _ in range(40)]
    turn_until(bus, lambda: bus.statistics().refused == 40 - speaking._STRANGERS)
    with Hearing(at) as hearing:
        assert heard(bus, hearing, 1) == [snapshot()]
    for connection in crowd:
        connection.close()


def test_on_loopback_no_secret_is_asked_for_where_none_is_named() -> None:
    at = where(f"tcp://127.0.0.1:{free()}")
    with Bus(at) as bus, Hearing(at) as hearing:
        assert heard(bus, hearing, 1) == [snapshot()]


def test_a_port_that_is_taken_is_refused(bus: Bus, at: Tcp) -> None:
    assert bus.statistics().clients == 0
    with pytest.raises(OutputError, match=r"another engine listens at tcp://127\.0\.0\.1:"):
        Bus(at)


def test_one_engine_is_listened_to_in_several_places(at: Tcp, tmp_path: Path) -> None:
    with Bus(tmp_path / "bus", at) as bus, Hearing(at) as far, Hearing(tmp_path / "bus") as near:
        assert heard(bus, far, 1) == heard(bus, near, 1) == [snapshot()]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("tcp://10.0.0.5:8371", "can be reached by others: name the secret of both with --secret FILE"),
        ("tcp://0.0.0.0:8371", "can be reached by others"),
        ("tcp://127.0.0.1", "not a bus"),
        ("tcp://127.0.0.1:0", "not a bus"),
        ("tcp://127.0.0.1:99999", "not a bus"),
        ("tcp://127.0.0.1:8371/x", "not a bus"),
        ("udp://127.0.0.1:8371", "not a bus"),
        ("tcp://no-such-host.invalid:8371", "cannot be found"),
    ],
)
def test_an_address_that_is_no_bus_is_refused(text: str, why: str) -> None:
    with pytest.raises(OutputError, match=why):
        where(text)


def test_an_address_is_written_as_it_is_read() -> None:
    for text in ("tcp://127.0.0.1:8371", "tcp://[::1]:8371", "tcp://10.0.0.5:1"):
        assert str(where(text, SECRET)) == text
    assert where("race.bus") == Path("race.bus")
    assert "0123" not in repr(where("tcp://127.0.0.1:8371", SECRET))


def test_a_secret_is_of_those_alone_who_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("0123456789abcdef0123456789abcdef\n")
    path.chmod(0o644)
    with pytest.raises(OutputError, match=r"others can read the secret .* chmod 600"):
        Secret.read(path)
    path.chmod(0o600)
    assert Secret.read(path) == SECRET


def test_a_short_secret_is_none(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.touch(mode=0o600)
    path.write_text("0123456789abcdef0123456789abcde\n")
    with pytest.raises(OutputError, match="at least 32 characters, not 31"):
        Secret.read(path)
    with pytest.raises(OutputError, match="no secret can be read at"):
        Secret.read(tmp_path / "none")


def test_what_is_proved_is_bound_to_who_asked_and_to_who_proves() -> None:
    asked, again = challenge(), challenge()
    proof = SECRET.prove(asked)
    assert SECRET.proves(asked, proof)
    assert not SECRET.proves(again, proof)
    assert not OTHER.proves(asked, proof)
    answer = SECRET.answer(asked, proof)
    assert SECRET.answers(asked, proof, answer)
    assert not SECRET.proves(asked, answer)
    assert not SECRET.answers(asked, proof, proof)

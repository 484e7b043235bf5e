"""The bus: a snapshot, then deltas; nobody who is slow delays anybody."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pacelight.errors import DriverError, OutputError
from pacelight.meet.bus import Bus, listen
from pacelight.meet.bus import speaking as module


def snapshot() -> bytes:
    return b'{"schema":"snapshot"}'


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    with Bus(tmp_path / "bus") as opened:
        yield opened


def turn_until(bus: Bus, done: Callable[[], bool]) -> None:
    for _ in range(1000):
        if done():
            return
        bus.turn(0.01, snapshot)
    pytest.fail("the bus did not get there")


def connect(bus: Bus, path: Path) -> socket.socket:
    known = bus.statistics().clients
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    client.settimeout(5)
    client.connect(str(path))
    turn_until(bus, lambda: bus.statistics().clients == known + 1)
    return client


def lines(client: socket.socket, count: int) -> list[bytes]:
    with client.makefile("rb") as file:
        return [file.readline().rstrip(b"\n") for _ in range(count)]


def test_who_comes_is_told_a_snapshot_then_deltas(bus: Bus, tmp_path: Path) -> None:
    bus.publish([b"before"], snapshot)
    with connect(bus, tmp_path / "bus") as client:
        bus.publish([b"1", b"2"], snapshot)
        assert lines(client, 3) == [snapshot(), b"1", b"2"]


def test_who_does_not_read_is_given_the_latest_snapshot_and_delays_nobody(
    bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LIMIT", 10_000)
    with connect(bus, tmp_path / "bus") as slow, connect(bus, tmp_path / "bus") as quick:
        delta = b"x" * 999
        for n in range(2000):
            bus.publish([b"%06d" % n + delta], snapshot)
            if n % 5 == 0:
                quick.recv(1 << 16)
        assert bus.statistics().skipped > 0
        bus.publish([b"last"], snapshot)
        received: list[bytes] = []
        slow.setblocking(False)

        def read() -> bool:
            try:
                received.append(slow.recv(1 << 20))
            except BlockingIOError:
                return False
            return received[-1].endswith(b"last\n")

        turn_until(bus, read)
        told = b"".join(received).split(b"\n")
        assert told[0] == snapshot()
        skipped = told.index(snapshot(), 1)
        assert [int(line[:6]) for line in told[1:skipped]] == list(range(skipped - 1))
        assert all(len(line) == 1005 for line in told[1:skipped])
        assert told[-2] == b"last"
        assert bus.statistics().clients == 2


def test_who_goes_is_forgotten(bus: Bus, tmp_path: Path) -> None:
    connect(bus, tmp_path / "bus").close()
    turn_until(bus, lambda: bus.statistics().clients == 0)
    bus.publish([b"1"], snapshot)


def test_the_socket_of_an_engine_that_died_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "bus"
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as dead:
        dead.bind(str(path))
    with Bus(path) as bus:
        connect(bus, path).close()
    assert not path.exists()


def test_the_socket_of_an_engine_that_lives_is_not(bus: Bus, tmp_path: Path) -> None:
    assert bus.statistics().clients == 0
    with pytest.raises(OutputError, match="another engine listens at"):
        Bus(tmp_path / "bus")


@pytest.mark.parametrize("name", ["not/there", "x" * 200])
def test_a_socket_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="bus"):
        Bus(tmp_path / name)


def test_a_file_is_never_taken_for_a_socket(tmp_path: Path) -> None:
    (tmp_path / "bus").write_text("precious")
    with pytest.raises(OutputError, match="no bus can be opened"):
        Bus(tmp_path / "bus")
    assert (tmp_path / "bus").read_text() == "precious"


def test_headless_it_tells_nobody() -> None:
    with Bus() as bus:
        bus.publish([b"1"], snapshot)
        bus.turn(0.0, snapshot)
        assert bus.statistics().told == 1


def test_who_listens_where_nobody_speaks_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(DriverError, match="no engine answers at"), listen(tmp_path / "bus"):
        pass


def test_a_listener_hears_lines_until_the_engine_ends(tmp_path: Path) -> None:
    bus = Bus(tmp_path / "bus")
    with listen(tmp_path / "bus") as heard:
        turn_until(bus, lambda: bus.statistics().clients == 1)
        bus.publish([b"1", b"2"], snapshot)
        assert [next(heard) for _ in range(3)] == [snapshot(), b"1", b"2"]
        bus.close()
        assert list(heard) == []


def test_a_listener_does_not_wait_for_ever(bus: Bus, tmp_path: Path) -> None:
    with listen(tmp_path / "bus", patience_s=0.01) as heard, pytest.raises(DriverError, match="said nothing"):
        next(heard)
    assert bus.statistics().clients == 0

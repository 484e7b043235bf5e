"""Whoever may listen may ask; who says what is no request is dropped, and nobody else notices."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.meet.bus import Bus, Follow
from pacelight.meet.journal.file import Journal

REQUEST = b'{"type":"request","key":"1"}'


def snapshot() -> bytes:
    return b'{"schema":"snapshot"}'


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    with Bus(tmp_path / "bus") as opened:
        yield opened


def turn_until(bus: Bus, done: Callable[[], object]) -> None:
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


def asked(bus: Bus, count: int) -> list[bytes]:
    askers = []

    def enough() -> bool:
        askers.extend(bus.asked())
        return len(askers) == count

    turn_until(bus, enough)
    for asker in askers:
        asker.answer(b"answer to " + asker.line)
    return [asker.line for asker in askers]


def read(client: socket.socket, count: int) -> list[bytes]:
    with client.makefile("rb") as file:
        return [file.readline().rstrip(b"\n") for _ in range(count)]


def test_each_who_asks_is_answered_and_nobody_else(bus: Bus, tmp_path: Path) -> None:
    with connect(bus, tmp_path / "bus") as one, connect(bus, tmp_path / "bus") as two:
        one.sendall(REQUEST + b"\n")
        two.sendall(REQUEST.replace(b"1", b"2") + b"\n")
        assert len(asked(bus, 2)) == 2
        bus.publish([b"delta"], snapshot)
        assert read(one, 3) == [snapshot(), b"answer to " + REQUEST, b"delta"]
        assert read(two, 3) == [snapshot(), b"answer to " + REQUEST.replace(b"1", b"2"), b"delta"]


def test_several_requests_at_once_are_asked_in_order(bus: Bus, tmp_path: Path) -> None:
    lines = [REQUEST.replace(b"1", b"%d" % n) for n in range(20)]
    with connect(bus, tmp_path / "bus") as one:
        one.sendall(b"".join(line + b"\n" for line in lines))
        assert asked(bus, 20) == lines


@pytest.mark.parametrize("piece", [1, 7])
def test_a_request_may_come_in_pieces(bus: Bus, tmp_path: Path, piece: int) -> None:
    with connect(bus, tmp_path / "bus") as one:
        whole = REQUEST + b"\n"
        for at in range(0, len(whole), piece):
            one.sendall(whole[at : at + piece])
            bus.turn(0.01, snapshot)
        assert asked(bus, 1) == [REQUEST]


@pytest.mark.parametrize(
    "said",
    [
        b"gun\n",
        b"{}\n",
        b'{"type":"request"\n',
        b"\xff\n",
        b'{"type":"answer","key":"1"}\n',
        b"x" * 5000,
        b'{"type":"request","key":"' + b"x" * 5000,
    ],
)
def test_who_says_what_is_no_request_is_dropped_alone(bus: Bus, tmp_path: Path, said: bytes) -> None:
    with connect(bus, tmp_path / "bus") as good, connect(bus, tmp_path / "bus") as wrong:
        wrong.sendall(said)
        turn_until(bus, lambda: bus.statistics().clients == 1)
        assert bus.statistics().refused == 1
        good.sendall(REQUEST + b"\n")
        assert asked(bus, 1) == [REQUEST]


def test_an_answer_to_who_is_gone_is_nobodys(bus: Bus, tmp_path: Path) -> None:
    with connect(bus, tmp_path / "bus") as one:
        one.sendall(REQUEST + b"\n")
        askers: list[object] = []
        turn_until(bus, lambda: askers.extend(bus.asked()) or askers)
    turn_until(bus, lambda: bus.statistics().clients == 0)
    askers[0].answer(b"too late")  # type: ignore[attr-defined]


def test_who_asks_and_asks_and_reads_nothing_is_dropped(bus: Bus, tmp_path: Path) -> None:
    with connect(bus, tmp_path / "bus") as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        one.setblocking(False)
        for _ in range(10_000):
            try:
                one.send(REQUEST + b"\n")
            except BlockingIOError:
                pass
            except (BrokenPipeError, ConnectionResetError):
                break
            bus.turn(0.0, snapshot)
            for asker in bus.asked():
                asker.answer(b"x" * 1000)
        assert bus.statistics().clients == 0
        assert bus.statistics().refused == 1


def test_an_answer_outlives_what_a_slow_page_missed(
    bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pacelight.meet.bus.speaking.LIMIT", 1000)
    with connect(bus, tmp_path / "bus") as slow:
        slow.sendall(REQUEST + b"\n")
        askers: list[object] = []
        turn_until(bus, lambda: askers.extend(bus.asked()) or askers)
        while not bus.statistics().skipped:
            bus.publish([b"d" * 900], snapshot)
        askers[0].answer(b"answer")  # type: ignore[attr-defined]
        bus.publish([b"d" * 2000], snapshot)
        received = [b""]
        slow.setblocking(False)

        def whole() -> bool:
            try:
                received[0] += slow.recv(1 << 20)
            except BlockingIOError:
                return False
            return b"\nanswer\n" in received[0]

        turn_until(bus, whole)


def test_what_is_watched_wakes_who_waits(bus: Bus) -> None:
    one, other = socket.socketpair()
    with one, other:
        bus.watch(one)
        assert list(bus.turn(0.0, snapshot)) == []
        other.send(b"x")
        assert list(bus.turn(5.0, snapshot)) == [one]


@pytest.mark.parametrize(("kind", "told"), [("standby", True), ("node", False)])
def test_a_standby_is_told_who_the_numbers_are_before_their_lines_and_a_node_is_not(
    bus: Bus, tmp_path: Path, kind: str, *, told: bool
) -> None:
    journal = Journal.open(tmp_path / "j")
    journal.append({"by": "Somebody"}, unix_ns=1, persons=["Somebody"])
    bus.let_follow(journal)
    with connect(bus, tmp_path / "bus") as one:
        one.sendall(msgspec.json.encode(Follow(1, "0" * 16, "hall", kind)) + b"\n")
        bus.turn(1.0, snapshot)
        said = read(one, 3 + told)
        assert said[1].startswith(b'{"type":"here"')
        assert (said[2] == b'{"type":"named","persons":[[1,"Somebody"]]}') is told
        assert said[-1] == journal.raw(1)
    journal.close()


def test_when_another_race_is_on_everyone_is_told_all_anew(bus: Bus, tmp_path: Path) -> None:
    with connect(bus, tmp_path / "bus") as one:
        bus.renew(lambda: b"another")
        assert read(one, 2) == [snapshot(), b"another"]


ABOUT = b'{"type":"about","race":"heat-1"}'


def about(bus: Bus, count: int = 1) -> list[Any]:
    """Who asks about a race."""
    askers: list[Any] = []
    turn_until(bus, lambda: askers.extend(bus.asked()) or len(askers) == count)
    return askers


def test_who_asks_about_a_race_is_told_behind_what_waits_and_nobody_else(bus: Bus, tmp_path: Path) -> None:
    with connect(bus, tmp_path / "bus") as one, connect(bus, tmp_path / "bus") as other:
        one.sendall(ABOUT + b"\n")
        (asker,) = about(bus)
        assert asker.about == "heat-1"
        asker.tell(b"x" * (1 << 20))  # as long as a large race is
        bus.publish([b"delta"], snapshot)
        assert read(other, 2) == [snapshot(), b"delta"]
        received, is_whole = [b""], b"\ndelta\n"
        one.setblocking(False)

        def whole() -> bool:
            try:
                received[0] += one.recv(1 << 20)
            except BlockingIOError:
                return False
            return is_whole in received[0]

        turn_until(bus, whole)
        assert received[0].split(b"\n") == [snapshot(), b"x" * (1 << 20), b"delta", b""]


def test_who_asks_about_races_and_reads_nothing_is_told_nothing_more(
    bus: Bus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pacelight.meet.bus.speaking.LIMIT", 1 << 20)
    with connect(bus, tmp_path / "bus") as one:
        one.sendall((ABOUT + b"\n") * 9)
        for asker in about(bus, 9):
            asker.tell(b"x" * (1 << 20))
        (client,) = bus._clients
        assert client.size <= 2 << 20
        assert bus.statistics().clients == 1


def test_who_follows_the_journal_asks_about_nothing(bus: Bus, tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "j")
    bus.let_follow(journal)
    with connect(bus, tmp_path / "bus") as one:
        one.sendall(msgspec.json.encode(Follow(1, "0" * 16, "hall", "node")) + b"\n" + ABOUT + b"\n")
        turn_until(bus, lambda: bus.statistics().refused == 1)
        assert bus.asked() == []
    journal.close()

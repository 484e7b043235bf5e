"""Forged, oversized, slow and silent: what comes to a timing listener that should not."""

import select
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from pacelight.errors import OutputError
from pacelight.timing.formats.mylaps_dialogue import MylapsDialogue
from pacelight.timing.reading import Heard, Seen
from pacelight.timing.sources import Listener
from pacelight.timing.sources.address import ADDRESSES, listener
from pacelight.timing.sources.allowed import Allowed
from pacelight.timing.sources.conversation import Conversation
from pacelight.timing.sources.tcp_host import TcpHost

SECOND = 10**9
PASSING = b"Finish@Passing@c=AB1|d=250213|t=20:11:54.404@1@$"


def host(*allow: str) -> TcpHost:
    made = listener("mats", "mylaps://127.0.0.1:0", allow=allow)
    assert isinstance(made, TcpHost)
    return made


@pytest.fixture
def mats() -> Iterator[TcpHost]:
    made = host()
    yield made
    made.close()


def guest(of: TcpHost, source: str = "127.0.0.1") -> socket.socket:
    return socket.create_connection(("127.0.0.1", of.port), source_address=(source, 0), timeout=5)


def readable(one: Listener) -> bool:
    return bool(select.select([one], [], [], 5)[0])


def heard(one: Listener, now_ns: int, wanted: int = 1) -> tuple[Heard, ...]:
    """Read until so much was said: a connection may be there before its first byte."""
    found: tuple[Heard, ...] = ()
    while len(found) < wanted:
        assert readable(one)
        found += one.read(now_ns)
    return found


def spoken(one: Listener, now_ns: int) -> None:
    """Read until something came, whatever it means."""
    while one.statistics().heard_ns != now_ns:
        assert readable(one)
        one.read(now_ns)


def gone(line: socket.socket) -> bool:
    """The other end has closed the line."""
    try:
        while line.recv(65_536):
            pass
    except ConnectionError:
        return True
    return True


def test_whoever_is_not_named_is_turned_away_and_named() -> None:
    mats = host("127.0.0.2", "127.0.1.0/24")
    forged, right, network = guest(mats), guest(mats, "127.0.0.2"), guest(mats, "127.0.1.77")
    forged.sendall(PASSING)
    assert readable(mats)
    assert mats.read(1) == ()
    assert gone(forged)
    assert mats.statistics().why == "127.0.0.1 may not send here: name it in allow"
    for nth, line in enumerate((right, network), start=1):
        line.sendall(PASSING)
        assert len(heard(mats, nth)) == 1
    assert (mats.statistics().state, mats.statistics().refused) == ("connected", 1)
    for line in (forged, right, network):
        line.close()
    mats.close()


def test_where_only_the_forged_were_it_stands_refused() -> None:
    mats = host("127.0.0.2")
    with guest(mats) as forged:
        assert readable(mats)
        mats.read(1)
        assert gone(forged)
    assert mats.statistics().state == "refused"
    mats.close()


def welcomed(mats: TcpHost, lines: int) -> list[socket.socket]:
    """So many lines of one machine, one after another, each of which has said something."""
    found = []
    for nth in range(lines):
        found.append(guest(mats))
        found[-1].sendall(PASSING)
        assert readable(mats)
        while not mats.read(nth + 1):
            assert readable(mats)
    return found


def test_one_machine_too_many_is_turned_away(mats: TcpHost) -> None:
    lines = welcomed(mats, 8)
    with guest(mats, "127.0.0.2") as late:
        assert readable(mats)
        mats.read(9)
        assert gone(late)
    assert mats.statistics().why == "127.0.0.2 is one too many: 8 are connected"
    lines[0].sendall(PASSING)
    assert len(heard(mats, 10)) == 1
    for line in lines:
        line.close()


def test_a_machine_that_comes_again_and_again_loses_its_oldest_line_and_is_heard(mats: TcpHost) -> None:
    """A reader that is switched off and on does not say goodbye."""
    lines = welcomed(mats, 11)
    assert all(gone(line) for line in lines[:3])
    for line in lines[3:]:
        line.sendall(PASSING)
    found = 0
    while found < 8:
        assert readable(mats)
        found += len(mats.read(20))
    assert mats.statistics().state == "connected"
    for line in lines:
        line.close()


def test_a_thousand_connections_one_after_another_leave_nothing_behind(mats: TcpHost) -> None:
    def open_files() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before = open_files()
    for nth in range(1, 1001):
        with guest(mats) as line:
            line.sendall(PASSING[: nth % len(PASSING)])
        while mats.statistics().since_ns < nth or mats.statistics().state == "connected":
            assert readable(mats)
            mats.read(nth)
    assert open_files() == before
    assert (mats.statistics().state, mats.wake_ns()) == ("lost", None)


def test_whoever_never_ends_a_message_is_dropped_after_ten_seconds(mats: TcpHost) -> None:
    with guest(mats) as slow:
        slow.sendall(PASSING[:20])
        spoken(mats, SECOND)
        assert mats.wake_ns() == 11 * SECOND
        mats.read(11 * SECOND)
        assert gone(slow)
    assert mats.statistics().why == "it began a message and did not end it"
    assert (mats.statistics().state, mats.wake_ns()) == ("lost", None)


def test_a_message_without_end_costs_no_more_than_its_limit(mats: TcpHost) -> None:
    with guest(mats) as endless:
        endless.setblocking(False)
        sent = 0
        for _ in range(50):
            with suppress(BlockingIOError):
                sent += endless.send(b"x" * 65_536)
            mats.read(1)
        assert sent > 10 * MylapsDialogue.limit
        assert mats.statistics().refused == 1
        assert mats.statistics().why == "a message longer than 65536 bytes"
        endless.setblocking(True)
        endless.sendall(b"$" + PASSING)
        while not mats.statistics().readings:
            assert readable(mats)
            mats.read(2)


def test_one_turn_takes_no_more_than_a_few_pieces(mats: TcpHost) -> None:
    """Whoever floods a listener does not keep the engine from all else."""
    with guest(mats) as flood:
        flood.setblocking(False)
        data = PASSING * 20_000
        sent = flood.send(data)
        assert sent > 65_536
        first = len(heard(mats, 1))
        assert first <= 65_536 // len(PASSING)
        assert readable(mats)


def test_a_mylaps_that_pings_no_more_is_silent_and_may_come_again(mats: TcpHost) -> None:
    line = guest(mats)
    line.sendall(b"Finish@Ping@$")
    spoken(mats, SECOND)
    assert mats.wake_ns() == 91 * SECOND
    mats.read(91 * SECOND)
    assert gone(line)
    line.close()
    statistics = mats.statistics()
    assert (statistics.state, statistics.why, statistics.heard_ns) == (
        "silent",
        "nothing was heard for 90 s",
        SECOND,
    )
    with guest(mats) as again:
        again.sendall(PASSING)
        assert len(heard(mats, 92 * SECOND)) == 1
    assert mats.statistics().state == "connected"


def test_a_decoder_that_answers_no_more_is_silent_and_is_called_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        decoder = listener("decoder", f"raceresult://127.0.0.1:{door.getsockname()[1]}")
        assert decoder.read(SECOND) == ()
        line, _ = door.accept()
        decoder.read(SECOND)
        assert line.recv(100) == b"GETPROTOCOL\r\n"
        assert decoder.wake_ns() == 4 * SECOND
        decoder.read(4 * SECOND)
        assert (decoder.statistics().state, line.recv(1)) == ("silent", b"")
        assert decoder.wake_ns() == 4 * SECOND + SECOND // 4
        decoder.read(5 * SECOND)
        again, _ = door.accept()
        again.sendall(b"GETPROTOCOL;3.2;1.2;3.2\r\n")
        spoken(decoder, 5 * SECOND + 1)
        assert decoder.statistics().state == "connected"
        line.close()
        again.close()
        decoder.close()


def test_nobody_is_called_less_and_less_often_down_to_every_four_seconds() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        url = f"omega://127.0.0.1:{door.getsockname()[1]}"
    board = listener("omega", url)
    now_ns, waits = SECOND, []
    for _ in range(7):
        while board.wake_ns() is None or (board.wake_ns() or 0) <= now_ns:
            board.read(now_ns)
        wake_ns = board.wake_ns() or 0
        waits.append(wake_ns - now_ns)
        now_ns = wake_ns
    assert [wait_ns / SECOND for wait_ns in waits] == [0.25, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0]
    assert (board.statistics().state, board.statistics().why) == ("waiting", "Connection refused")
    board.close()


def test_what_is_safe_wakes_a_listener_once_and_only_if_somebody_is_to_be_told(mats: TcpHost) -> None:
    """Else whoever acknowledges after each read would never sleep again."""
    with guest(mats) as line:
        line.sendall(PASSING)
        (passing,) = heard(mats, 1)
        for keys in ([], ["another"]):
            mats.acknowledge(keys)
            assert not select.select([mats], [], [], 0)[0]
        assert isinstance(passing.reading, Seen)
        mats.acknowledge([passing.reading.key])
        assert readable(mats)
        assert mats.read(2) == ()
        assert line.recv(100) == b"Pacelight@AckPassing@1@$"
        assert not select.select([mats], [], [], 0)[0]


class Deaf:
    """A line whose other end talks and never reads."""

    def __init__(self) -> None:
        self.said = 0

    def recv(self, size: int) -> bytes:
        self.said += 1
        return b"Finish@Ping@$" * (size // 13)

    def send(self, _: bytes) -> int:
        raise BlockingIOError

    def fileno(self) -> int:
        return -1

    def close(self) -> None:
        pass


def test_whoever_never_reads_its_answers_is_let_go() -> None:
    talk = Conversation(MylapsDialogue("mats"), Deaf(), 0)
    whys = [talk.read(nth)[1] for nth in range(3)]
    assert "it does not read what it is answered" in whys


@pytest.mark.parametrize(
    ("url", "allow", "why"),
    [
        ("mylaps://0.0.0.0", ["10.0.0.7"], "0.0.0.0 is every interface: name the address of the one"),
        ("jchip://[::]", ["10.0.0.7"], ":: is every interface: name the address of the one the device is on"),
        (
            "mylaps://10.9.8.7",
            [],
            '10.9.8.7 can be reached by others: name who may send (allow = ["10.0.0.7"])',
        ),
        (
            "mylaps://10.9.8.7",
            ["10.0.0.7"],
            "cannot listen at 10.9.8.7:3097: Cannot assign requested address",
        ),
        ("mylaps://127.0.0.1", ["nobody"], "'nobody' is no number of a machine or a network (10.0.0.7, "),
        ("omega://127.0.0.1", [], "not an address: 'omega://127.0.0.1' (write omega://HOST:PORT"),
        ("omega://127.0.0.1:x", [], "not an address: 'omega://127.0.0.1:x' (write omega://HOST:PORT"),
        (
            "omega://h:1?laps=x",
            [],
            "'omega://h:1?laps=x': laps are counted at the line, or stand for points, not",
        ),
        ("mylaps://h?point=x", [], "'mylaps://h?point=x': mylaps takes no options, not 'point'"),
        (
            "ipico://h:1?point=a&point=b",
            [],
            "'ipico://h:1?point=a&point=b': ipico takes point, each once, not",
        ),
        (
            "raceresult://h?trigger=x",
            [],
            "'raceresult://h?trigger=x': the trigger of a decoder is a cell or a gun",
        ),
        (
            "ipico+serial://here/dev/x",
            [],
            "not an address: 'ipico+serial://here/dev/x' (write ipico+serial:///",
        ),
        (
            "ipico+serial:///x?baud=fast",
            [],
            "'ipico+serial:///x?baud=fast': the speed of a line is a number, not",
        ),
        (
            "ipico+serial:///x?baud=300",
            [],
            "300 is no speed of a serial line (1200, 2400, 4800, 9600, 19200, ",
        ),
        ("omega://no.such.machine.invalid:1", [], "'no.such.machine.invalid' cannot be found: "),
    ],
)
def test_an_address_that_cannot_be_is_refused_in_one_line(url: str, allow: list[str], why: str) -> None:
    with pytest.raises(OutputError) as refused:
        listener("it", url, allow=allow)
    assert str(refused.value).startswith(why)
    assert "\n" not in str(refused.value)


def test_a_system_that_there_is_not_is_refused_with_those_there_are() -> None:
    with pytest.raises(OutputError) as refused:
        listener("it", "stopwatch://x")
    assert str(refused.value) == (
        f"no timing system is at 'stopwatch://x' (write one of {', '.join(ADDRESSES)} before ://)"
    )


def test_a_port_that_is_taken_is_refused(mats: TcpHost) -> None:
    with pytest.raises(OutputError, match=r"cannot listen at 127\.0\.0\.1:\d+: Address already in use"):
        listener("it", f"mylaps://127.0.0.1:{mats.port}")


def test_who_may_send_is_compared_by_number() -> None:
    allowed = Allowed("127.0.0.1", ())
    assert "127.8.9.1" in allowed
    assert "::1" in allowed
    assert "::ffff:127.0.0.1" in allowed
    assert "10.0.0.1" not in allowed
    assert "fe80::1%lo" in Allowed("::1", ["fe80::/10"])

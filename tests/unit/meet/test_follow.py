"""Who follows a journal has it byte for byte, through every interruption."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from pacelight.errors import JournalError
from pacelight.meet.bus import Bus, Follow
from pacelight.meet.bus.wishes import Report
from pacelight.meet.engine.follow import Follower
from pacelight.meet.journal.file import Journal, proof, read, verify

ME = Follow(0, "", "hall", "standby")


def snapshot() -> bytes:
    return b'{"schema":"snapshot"}'


class Pair:
    """An engine that leads and one that follows, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "bus"
        self.leads = Journal.open(folder / "leads")
        self.mine = Journal.open(folder / "mine")
        self.warnings: list[str] = []
        self.bus = self.open()
        self.follower = Follower(self.mine, [self.place], ME, self.warnings.append)

    def open(self, term: int = 1) -> Bus:
        bus = Bus(self.place)
        bus.let_follow(self.leads, lambda: term)
        return bus

    def write(self, count: int, size: int = 10) -> None:
        for _ in range(count):
            self.leads.append({"type": "test", "text": "é" * size}, unix_ns=self.leads.count)
            self.bus.spread()

    def turn_until(self, done: Callable[[], bool]) -> None:
        for _ in range(3000):
            if done():
                return
            self.bus.turn(0.0, snapshot)
            self.follower.turn(0.002)
        pytest.fail(f"the follower did not get there: {self.warnings}")

    def caught_up(self) -> None:
        self.turn_until(lambda: self.mine.count == self.leads.count and self.follower.copying)
        assert self.mine.path.read_bytes() == self.leads.path.read_bytes()
        assert verify(self.mine.path) == verify(self.leads.path)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    with paired(tmp_path) as made:
        yield made


@contextmanager
def paired(folder: Path) -> Iterator[Pair]:
    made = Pair(folder)
    yield made
    made.follower.close()
    made.bus.close()
    made.leads.close()
    made.mine.close()


def test_who_comes_late_is_told_every_line_and_then_each_new_one(pair: Pair) -> None:
    pair.write(20)
    pair.caught_up()
    pair.write(3)
    pair.caught_up()


def test_lines_are_handed_on_once_each_in_order(pair: Pair) -> None:
    taken: list[int] = []
    turn = pair.follower.turn
    pair.write(5)
    for _ in range(500):
        pair.bus.turn(0.0, snapshot)
        taken += [line.n for line in turn(0.002)]
        if len(taken) == 5:
            pair.write(4)
        if len(taken) == 9:
            break
    assert taken == list(range(1, 10))


def test_a_long_journal_comes_whole(pair: Pair) -> None:
    pair.write(60, size=20_000)
    pair.caught_up()


def test_who_does_not_read_costs_the_engine_nothing_and_misses_nothing(pair: Pair) -> None:
    pair.write(1)
    pair.caught_up()
    pair.write(300, size=5_000)
    [client] = pair.bus._clients
    assert len(client.lines) <= 1
    assert len(client.rest) < 200_000
    pair.caught_up()


def test_after_each_interruption_it_goes_on_where_it_was(pair: Pair) -> None:
    random = Random(20250213)
    for _ in range(12):
        pair.write(random.randrange(30), size=random.randrange(3000))
        for _ in range(random.randrange(4)):
            pair.bus.turn(0.0, snapshot)
            pair.follower.turn(0.001)
        match random.randrange(3):
            case 0:
                pair.follower.close()
            case 1:
                pair.bus.close()
                pair.bus = pair.open()
            case _:
                pair.mine.close()
                torn = pair.mine.path.read_bytes()
                pair.mine.path.write_bytes(torn[: len(torn) - random.randrange(len(torn) // 2 + 1)])
                pair.mine = Journal.open(pair.mine.path)
                pair.follower.close()
                pair.follower = Follower(pair.mine, [pair.place], ME, pair.warnings.append)
    pair.caught_up()


def test_what_only_the_other_engine_has_is_cut_off_and_kept(pair: Pair) -> None:
    pair.write(5)
    pair.caught_up()
    before = pair.mine.path.read_bytes()
    pair.follower.close()
    for _ in range(3):
        pair.mine.append({"type": "alone"}, unix_ns=7)
    alone = pair.mine.path.read_bytes()[len(before) :]
    pair.write(1)
    pair.caught_up()
    assert pair.follower.parted
    assert pair.warnings == [
        f"3 lines that the other engine does not have were cut off and kept in mine.cut-{len(before)}"
    ]
    assert (pair.mine.path.with_name(f"mine.cut-{len(before)}")).read_bytes() == alone


def test_what_goes_beyond_the_journal_of_who_leads_is_cut_off_too(pair: Pair) -> None:
    pair.write(5)
    pair.caught_up()
    pair.follower.close()
    pair.mine.append({"type": "alone"}, unix_ns=7)
    pair.turn_until(lambda: pair.mine.count == 5 and pair.follower.copying)
    pair.caught_up()
    assert "1 lines that the other engine does not have" in pair.warnings[0]


def test_nothing_that_was_cut_off_is_written_over(pair: Pair) -> None:
    pair.write(2)
    pair.caught_up()
    end = pair.mine.path.stat().st_size
    for text in ("first", "second"):
        pair.follower.close()
        pair.mine.append({"type": text}, unix_ns=7)
        pair.turn_until(lambda: pair.mine.count == 2 and pair.follower.copying)
    assert b"first" in pair.mine.path.with_name(f"mine.cut-{end}").read_bytes()
    assert b"second" in pair.mine.path.with_name(f"mine.cut-{end}-1").read_bytes()


def test_the_journal_of_another_race_is_left_alone(pair: Pair) -> None:
    pair.write(2)
    pair.mine.append({"type": "another race"}, unix_ns=1)
    before = pair.mine.path.read_bytes()
    with pytest.raises(JournalError, match="is the journal of another race"):
        pair.caught_up()
    assert pair.mine.path.read_bytes() == before


def test_an_engine_of_a_lower_term_is_not_followed(pair: Pair) -> None:
    pair.write(2)
    for _ in range(50):
        pair.bus.turn(0.0, snapshot)
        assert pair.follower.turn(0.002, term=2) == []
    assert pair.mine.count == 0
    assert pair.warnings == ["an engine that leads no more was heard, and is not followed"]
    pair.bus.close()
    pair.bus = pair.open(term=2)
    pair.caught_up()


def test_a_line_that_does_not_follow_is_refused_and_asked_for_again(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.write(3)
    since, wrong = Journal.since, [b"tesT"]

    def once(journal: Journal, n: int) -> tuple[bytes, int]:
        raw, following = since(journal, n)
        return raw.replace(b"test", wrong.pop() if wrong else b"test"), following

    monkeypatch.setattr(Journal, "since", once)
    pair.caught_up()
    assert wrong == []


def test_an_engine_whose_lines_never_follow_is_left_alone(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.write(3)
    since = Journal.since
    monkeypatch.setattr(
        Journal, "since", lambda journal, n: (since(journal, n)[0].replace(b"test", b"tesT"), n + 3)
    )
    pair.turn_until(lambda: bool(pair.warnings))
    assert "line 1 cannot be copied: its checksum does not fit" in pair.warnings[0]
    assert pair.mine.count == 0
    assert not pair.follower.copying


def test_the_engine_knows_how_its_follower_does(pair: Pair) -> None:
    pair.write(1)
    pair.caught_up()
    pair.follower.report(Report(lines=1, role="following", offset_ms=0.25))
    pair.turn_until(lambda: any(one.report for one in pair.bus.following()))
    [one] = pair.bus.following()
    assert (one.follow.name, one.follow.kind) == ("hall", "standby")
    assert one.report == Report(lines=1, role="following", offset_ms=0.25)


def test_an_engine_that_says_nothing_is_left_for_another(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pacelight.meet.engine.follow.SILENCE_S", 0.05)
    with Bus(tmp_path / "frozen"):
        pair.follower = Follower(pair.mine, [pair.place, tmp_path / "frozen"], ME, pair.warnings.append)
        pair.write(4)
        pair.caught_up()


def test_pages_are_told_no_lines_and_followers_no_deltas(pair: Pair) -> None:
    from pacelight.meet.bus import Hearing

    pair.write(1)
    pair.caught_up()
    with Hearing(pair.place) as page:
        pair.turn_until(lambda: pair.bus.statistics().clients == 2)
        pair.bus.publish([b'{"seq":1}'], snapshot)
        pair.write(1)
        heard: list[bytes] = []
        while len(heard) < 2:
            pair.bus.turn(0.0, snapshot)
            heard += page.turn(0.01)
        assert [json.loads(line) for line in heard] == [{"schema": "snapshot"}, {"seq": 1}]
        pair.caught_up()
        assert page.turn(0.0) == []


def test_lines_that_come_byte_by_byte_are_the_same_lines(pair: Pair, tmp_path: Path) -> None:
    import socket

    import msgspec

    from pacelight.meet.bus.wishes import Here

    pair.write(3)
    said = msgspec.json.encode(Here(1, 3, 1)) + b"\n" + pair.leads.path.read_bytes()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(str(tmp_path / "slow"))
        door.listen()
        follower = Follower(pair.mine, [tmp_path / "slow"], ME, pair.warnings.append)
        follower.turn(0.0)
        engine, _ = door.accept()
        with engine, follower:
            for byte in said:
                engine.sendall(bytes([byte]))
                follower.turn(0.5)
    assert pair.mine.path.read_bytes() == pair.leads.path.read_bytes()
    assert pair.warnings == []


def test_a_line_without_end_is_no_engine(pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    monkeypatch.setattr("pacelight.meet.bus.listening.LINE_LIMIT", 1000)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(str(tmp_path / "endless"))
        door.listen()
        follower = Follower(pair.mine, [tmp_path / "endless"], ME, pair.warnings.append)
        follower.turn(0.0)
        engine, _ = door.accept()
        with engine, follower:
            engine.sendall(b"x" * 2000)
            follower.turn(0.5)
    assert "has no end: it is no engine" in pair.warnings[0]
    assert pair.mine.count == 0


def test_a_standby_has_the_persons_too_and_in_its_lines_numbers_stand(pair: Pair) -> None:
    for name in ("Somebody", "Another"):
        pair.leads.append({"by": name}, unix_ns=1, persons=[name])
        pair.bus.spread()
        pair.caught_up()
    assert [line.event for line in read(pair.mine.path)[0]] == [b'{"by":"Somebody"}', b'{"by":"Another"}']
    assert b"Somebody" not in pair.mine.path.read_bytes()


def test_a_copy_goes_on_across_the_files_of_who_leads(pair: Pair, tmp_path: Path) -> None:
    pair.write(3)
    pair.leads.go_on(tmp_path, {"type": "sealed"}, unix_ns=1)
    pair.write(3)
    pair.turn_until(lambda: pair.mine.count == 7)
    assert verify(pair.mine.path) == verify(pair.leads.path)


def test_a_standby_whose_disk_refuses_copies_on_in_another_file(
    pair: Pair,
) -> None:
    pair.write(2)
    pair.caught_up()
    pair.mine.sealed = "Input/output error"
    pair.write(2)
    pair.turn_until(lambda: pair.mine.count == 4)
    assert len(proof(pair.mine.path).files) == 2
    assert verify(pair.mine.path) == verify(pair.leads.path)

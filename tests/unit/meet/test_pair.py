"""Two engines in one process, with lights that are told what to be: who leads writes, who follows copies."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.book.asking.lists import Book
from pacelight.lights.standby.standing import Role
from pacelight.meet.clock import Instant
from pacelight.meet.engine.held import Held
from pacelight.meet.engine.pair import Pair, Part
from pacelight.meet.engine.planned import of_file, opening
from pacelight.meet.engine.start import Orders
from pacelight.meet.journal.file import Journal, read, verify
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.show.office import Post
from pacelight.track import Survey

BEAT_NS = 5_000_000


@dataclass
class Clock:
    """A clock that runs as the machine's does, from another instant on."""

    ahead_ns: int = 0

    def now(self) -> Instant:
        return Instant(time.monotonic_ns() + self.ahead_ns, time.time_ns())


@dataclass
class Lamps:
    """Lights without a loop: they stand as they are told to, and remember their guns."""

    post_: Post
    left: bool = False
    guns: list[int] = field(default_factory=list)

    def stand(self) -> None:
        """Nothing is shown."""

    def gun(self, gun_ns: int, _rate: Fraction) -> None:
        self.guns.append(gun_ns)

    def look(self, _look: object, _begin_ns: int, lights: Any) -> None:
        if hasattr(lights, "gun_ns"):
            self.guns.append(lights.gun_ns)

    def dark(self) -> None:
        """Nothing is shown."""

    def fade(self, _of: object, _begin_ns: int) -> None:
        """Nothing is shown."""

    def lead(self) -> None:
        self.post_ = replace(self.post_, role=Role.LEADING, term=self.post_.term + 1)

    def leave(self) -> None:
        self.left = True

    def post(self) -> Post:
        return replace(self.post_, beats=time.monotonic_ns() // BEAT_NS)

    def statistics(self) -> Any:
        from pacelight.lights.loop.process import LoopStatistics

        return LoopStatistics(*[0] * 7, realtime=False, locked=False)


class Ended(BaseException):
    """The test has seen enough of an engine."""


@dataclass
class Side:
    """One engine and its thread."""

    folder: Path
    pair: Pair
    lamps: Lamps
    warnings: list[str]
    stop: bool = False
    error: BaseException | None = None
    thread: threading.Thread | None = None

    @property
    def journal(self) -> Path:
        return self.pair.held.journal.path

    def start(self) -> None:
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        try:
            self.pair.run(0.0)
        except Ended:
            pass
        except BaseException as error:  # told by the test  # noqa: BLE001
            self.error = error

    @property
    def alive(self) -> bool:
        return self.thread is not None and self.thread.is_alive()

    def entries(self) -> list[dict[str, Any]]:
        return [msgspec.json.decode(line.event) for line in read(self.journal)[0]]

    def count(self, kind: str) -> int:
        return sum(one["type"] == kind for one in self.entries())


@pytest.fixture
def hall(tmp_path: Path, eve_of_lievin: Path) -> Iterator["Hall"]:
    made = Hall(tmp_path, eve_of_lievin)
    yield made
    made.end()


class Hall:
    """Both engines; the path of the bus is that of whoever leads."""

    def __init__(self, folder: Path, eve: Path) -> None:
        from importlib.resources import files

        self.folder, self.eve, self.sides = folder, eve, list[Side]()
        self.race = folder / "race.toml"
        self.race.write_bytes(files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_bytes())

    def side(self, name: str, post: Post, *, standby: bool, ahead_ns: int = 0) -> Side:
        folder = self.folder / name
        folder.mkdir()
        shutil.copy(self.eve, folder / "book.sqlite")
        lamps, warnings, clock = Lamps(post), list[str](), Clock(ahead_ns)
        orders = Orders(self.race, folder / "book.sqlite", folder / "race.journal", "sim://", Fraction(100))
        [planned] = of_file(self.race)

        @contextmanager
        def lighting(*_: object) -> Iterator[Lamps]:
            yield lamps

        bus = self.folder / f"{name}.bus"
        other = self.folder / ("two.bus" if name == "one" else "one.bus")
        held = Held(Journal.open(orders.journal), Book.open, lighting, orders.book, "", warnings.append)
        pair = Pair(
            part=Part(name, (bus,), (other,), (), standby, Fraction(100)),
            held=held,
            opening=None if standby else lambda book: opening(planned, book, orders.book, orders.output),
            tell=lambda *_: None,
            warn=warnings.append,
            clock=clock,
        )
        made = Side(folder, pair, lamps, warnings)
        self._let_end(made)
        self.sides.append(made)
        return made

    @staticmethod
    def _let_end(side: Side) -> None:
        post = side.lamps.post

        def asked() -> Post:
            if side.stop:
                raise Ended
            return post()

        side.lamps.post = asked  # type: ignore[method-assign]

    def end(self) -> None:
        for side in self.sides:
            side.stop = True
        for side in self.sides:
            if side.thread is not None:
                side.thread.join(20)
            side.pair.held.journal.close()


LEADS = Post(Role.LEADING, term=1)
FOLLOWS = Post(Role.FOLLOWING, term=1, heard_ns=1, offset_ns=10**12, error_ns=70_000, drift_ppb=5)


def wait_for(done: Callable[[], bool], *sides: Side) -> None:
    until = time.monotonic() + 30
    while not done():
        assert time.monotonic() < until, [(side.warnings, side.error) for side in sides]
        time.sleep(0.005)


def test_who_follows_has_the_same_journal_and_the_same_book(hall: Hall) -> None:
    one = hall.side("one", LEADS, standby=False)
    two = hall.side("two", FOLLOWS, standby=True)
    one.start()
    two.start()
    wait_for(lambda: two.count("done") == 1, one, two)
    assert one.journal.read_bytes() == two.journal.read_bytes()
    assert two.lamps.guns == []
    wait_for(lambda: performances(two) == performances(one), one, two)
    assert performances(two)


def performances(side: Side) -> object:
    from datetime import date

    from pacelight.event import Sex

    with closing(Book.open(side.folder / "book.sqlite")) as book:
        return book.top("MILEsh", Sex.MEN, n=None, all_performances=True, as_of=date(2025, 2, 13))


def test_who_takes_over_says_so_with_the_next_term_and_the_gun_on_its_own_clock(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = hall.side("one", LEADS, standby=False)
    two = hall.side("two", FOLLOWS, standby=True, ahead_ns=-(10**12))
    one.start()
    two.start()
    wait_for(lambda: two.count("passing") > 3, one, two)
    one.stop = True
    wait_for(lambda: not one.alive, one)
    (hall.folder / "boot").write_text("another machine\n")
    monkeypatch.setattr("pacelight.meet.clock._BOOT", hall.folder / "boot")
    two.lamps.post_ = replace(LEADS, term=2)
    wait_for(lambda: two.count("done") == 1, one, two)
    [resume] = [one for one in two.entries() if one["type"] == "resume"]
    [gun] = [one for one in two.entries() if one["type"] == "gun"]
    assert (resume["boot"], resume["term"]) == ("another machine", 2)
    assert resume["gun_ns"] == gun["monotonic_ns"] - 10**12
    assert resume["gun_error_ns"] == 70_000
    assert "this engine leads the race now, in term 2" in two.warnings
    assert two.journal.read_bytes().startswith(one.journal.read_bytes())
    keys = [one["key"] for one in two.entries() if one["type"] == "passing"]
    assert sorted(keys) == sorted(event.key for event in RaceFile.read(hall.race).recording)
    assert two.count("credit") == 9
    verify(two.journal)


def test_who_finds_that_another_leads_says_no_more_and_copies_what_that_one_says(hall: Hall) -> None:
    one = hall.side("one", LEADS, standby=False)
    two = hall.side("two", FOLLOWS, standby=True)
    one.start()
    two.start()
    wait_for(lambda: two.count("passing") > 3, one, two)
    two.lamps.post_ = replace(LEADS, term=2)
    wait_for(lambda: two.count("resume") == 1, one, two)
    one.lamps.post_ = replace(FOLLOWS, term=2)
    wait_for(lambda: two.count("done") == 1, one, two)
    wait_for(lambda: one.journal.read_bytes() == two.journal.read_bytes(), one, two)
    assert "another engine leads the race now; this one says no more, and follows it" in one.warnings
    wait_for(lambda: performances(two) == performances(one), one, two)


def test_whose_lights_have_ended_ends(hall: Hall) -> None:
    one = hall.side("one", LEADS, standby=False)
    two = hall.side("two", FOLLOWS, standby=True)
    one.start()
    two.start()
    wait_for(lambda: two.count("done") == 1, one, two)
    two.lamps.post_ = Post(Role.ENDED, term=1)
    wait_for(lambda: not two.alive, two)
    assert two.warnings[-1] == "the engine that led has ended the race as planned, and so does this one"


def test_an_engine_that_hears_nobody_begins_the_race(hall: Hall) -> None:
    one = hall.side("one", Post(Role.FOLLOWING), standby=False)
    one.start()
    wait_for(lambda: one.journal.exists() and one.count("gun") == 1, one)
    assert one.entries()[0]["type"] == "open"


def test_an_engine_that_hears_one_that_leads_begins_nothing(hall: Hall) -> None:
    one = hall.side("one", LEADS, standby=False)
    one.start()
    wait_for(lambda: one.count("passing") > 1, one)
    two = hall.side("two", FOLLOWS, standby=False)
    two.start()
    wait_for(lambda: two.count("done") == 1, one, two)
    assert two.journal.read_bytes() == one.journal.read_bytes()


def test_a_standby_whose_lights_were_not_up_in_time_takes_over_all_the_same(hall: Hall) -> None:
    one = hall.side("one", LEADS, standby=False)
    two = hall.side("two", Post(Role.FOLLOWING), standby=True)
    one.start()
    two.start()
    wait_for(lambda: two.count("passing") > 3, one, two)
    one.stop = True
    wait_for(lambda: two.count("done") == 1, one, two)
    assert two.count("resume") == 1


def test_an_engine_that_says_nothing_though_its_lights_live_is_taken_over(hall: Hall) -> None:
    """The lights of the second one follow those of the first all the time, until it tells them to lead."""
    one = hall.side("one", LEADS, standby=False)
    two = hall.side("two", FOLLOWS, standby=True)
    one.start()
    two.start()
    wait_for(lambda: two.count("passing") > 3, one, two)
    one.stop = True
    wait_for(lambda: two.count("done") == 1, one, two)
    assert [one["term"] for one in two.entries() if one["type"] == "resume"] == [2]
    assert "the engine that leads says nothing, though its lights live; this one takes over" in two.warnings


def test_a_standby_that_never_heard_an_engine_begins_nothing(hall: Hall) -> None:
    two = hall.side("two", Post(Role.FOLLOWING), standby=True)
    said: list[str] = []

    def warn(text: str) -> None:
        said.append(text)
        raise Ended

    two.pair.warn = warn
    with pytest.raises(Ended):
        two.pair.run(0.0)
    assert "no engine answers at" in said[0]
    assert two.journal.read_bytes() == b""


def test_stopped_in_mid_race_it_leaves_the_lights_to_who_follows(hall: Hall) -> None:
    from pacelight.meet.bus import Bus, Follow
    from pacelight.meet.engine.follow import Follower

    one = hall.side("one", LEADS, standby=False)
    one.start()
    wait_for(lambda: one.count("passing") > 1, one)
    mine = Journal.open(hall.folder / "mine")
    with closing(mine), Follower(mine, [hall.folder / "one.bus"], Follow(0, "", "x", "standby"), print) as f:
        wait_for(lambda: bool(f.turn(0.01)) or f.copying, one)

        def leave(*_: object) -> None:
            raise SystemExit(0)

        turn = Bus.turn
        try:
            Bus.turn = leave  # type: ignore[method-assign]
            wait_for(lambda: not one.alive, one)
        finally:
            Bus.turn = turn  # type: ignore[method-assign]
    assert isinstance(one.error, SystemExit)
    assert one.lamps.left


def test_a_survey_in_a_file_comes_with_the_journal(hall: Hall, tmp_path: Path) -> None:
    from pacelight.meet.programme.surveys import kept, survey_of

    race = RaceFile.read(hall.race)
    Survey.even_kerb(race.track, 120).write(tmp_path / "hall.toml")
    text = hall.race.read_text().replace('name = "short-200"', 'name = "short-200"\nsurvey = "hall.toml"')
    hall.race.write_text(text)
    race = RaceFile.read(hall.race)
    assert race.survey_file == "hall.toml"
    text = kept(race, tmp_path)
    assert text is not None
    assert len(survey_of(race, text)) == 120
    assert survey_of(race, text) == race.survey(tmp_path)

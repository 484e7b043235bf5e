"""A race without lamps and without waiting: the clock goes where the engine would wait to."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.book.asking.lists import Book
from pacelight.lights.look.model import Look
from pacelight.lights.loop.orders import Lights, Run, Show
from pacelight.lights.loop.process import LoopStatistics
from pacelight.meet.bus import Bus, Where
from pacelight.meet.clock import Instant
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.journal.file import Journal, Line
from pacelight.meet.live.live import Live
from pacelight.meet.live.told import Told
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.show.lines import line
from pacelight.track import Survey


@dataclass
class SimulatedClock:
    monotonic_ns: int = 10**12

    def now(self) -> Instant:
        return Instant(self.monotonic_ns, self.monotonic_ns + 10**18)


@dataclass
class NoLamps:
    target: str
    guns: list[tuple[int, Fraction]] = field(default_factory=list)
    stands: list[str] = field(default_factory=list)
    looks: list[Show] = field(default_factory=list)
    holds: list[int] = field(default_factory=list)
    painted: list[str] = field(default_factory=list)

    def stand(self) -> None:
        self.stands.append(self.target)

    def gun(self, gun_ns: int, rate: Fraction) -> None:
        self.guns.append((gun_ns, rate))

    def look(self, look: Look, begin_ns: int, lights: Lights | None) -> None:
        self.looks.append(Show(look, begin_ns, lights))
        if isinstance(lights, Run):
            self.gun(lights.gun_ns, Fraction(lights.numerator, lights.denominator))

    def hold(self, at_ns: int) -> None:
        self.holds.append(at_ns)

    def repaint(self, live: Live, _survey: Survey) -> None:
        self.painted.append(live.race.id)

    def dark(self) -> None:
        """Nothing is shown, and nothing is remembered of it."""

    def statistics(self) -> LoopStatistics:
        return LoopStatistics(len(self.guns), 0, 0, 0, 0, 0, 0, realtime=False, locked=False)


@dataclass
class Hall:
    """One evening in one folder; `play` may be called again, as an engine may be started again."""

    folder: Path
    race: Path
    clock: SimulatedClock
    monkeypatch: pytest.MonkeyPatch
    guns: list[tuple[int, Fraction]] = field(default_factory=list)
    stands: list[str] = field(default_factory=list)
    looks: list[Show] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    bus: tuple[Where, ...] = ()

    @property
    def journal(self) -> Path:
        return self.folder / "race.journal"

    @property
    def book(self) -> Path:
        return self.folder / "book.sqlite"

    @contextmanager
    def lighting(self, _live: Live, _survey: Survey, target: str) -> Iterator[NoLamps]:
        yield NoLamps(target, self.guns, self.stands, self.looks)

    def die_at(self, count: int, *, written: bool = True) -> None:
        """Run the engine until line `count` was written, or was about to be; then be gone."""
        append = Journal.append
        lines = 0

        def dying(journal: Journal, event: object, *, unix_ns: int, **more: Any) -> Line:
            nonlocal lines
            if not written and lines + 1 == count:
                raise KeyboardInterrupt
            line = append(journal, event, unix_ns=unix_ns, **more)
            lines = line.n
            if lines == count:
                raise KeyboardInterrupt
            return line

        with self.monkeypatch.context() as patch, suppress(KeyboardInterrupt):
            patch.setattr(Journal, "append", dying)
            self.play()

    def play(self, countdown_s: float = 0.0) -> list[dict[str, Any]]:
        """Run the engine to the end; what it told, as lines."""
        told: list[dict[str, Any]] = []

        def tell(one: Told, live: Live) -> None:
            encoded = line(one, live)
            if encoded is not None:
                told.append(msgspec.json.decode(encoded))

        orders = Orders(self.race, self.book, self.journal, "sim://", Fraction(1), self.bus)
        with self.monkeypatch.context() as patch:
            patch.setattr(Bus, "turn", self._turn)
            with engine(
                orders, tell, self.warnings.append, clock=self.clock, lighting=self.lighting
            ) as ready:
                ready.run(countdown_s)
        return told

    @contextmanager
    def working(self) -> Iterator[Engine]:
        """An engine of the meet file in the folder, that turns as it is told to."""
        path = self.folder / "meet.toml"
        orders = Orders(path, self.book, self.journal, "sim://", Fraction(1), meet=MeetFile.read(path))
        self.monkeypatch.setattr(Bus, "turn", self._turn)
        with engine(
            orders, lambda *_: None, self.warnings.append, clock=self.clock, lighting=self.lighting
        ) as ready:
            ready.turn(0)
            yield ready

    def _turn(self, seconds: float, _snapshot: object) -> tuple[()]:
        self.clock.monotonic_ns += max(1, round(seconds * 1e9))
        return ()


EVE = date(2025, 2, 12)


@pytest.fixture(scope="session")
def eve_of_lievin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("eve") / "book.sqlite"
    with closing(Book.starter(path, until=EVE)):
        pass
    return path


@pytest.fixture
def halls(
    tmp_path_factory: pytest.TempPathFactory, eve_of_lievin: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Hall]:
    """Makes evenings, each of its own."""

    def make() -> Hall:
        folder = tmp_path_factory.mktemp("hall")
        shutil.copy(eve_of_lievin, folder / "book.sqlite")
        race = folder / "race.toml"
        race.write_bytes(files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_bytes())
        return Hall(folder, race, SimulatedClock(), monkeypatch)

    return make


@pytest.fixture
def hall(halls: Callable[[], Hall]) -> Hall:
    return halls()

"""A small book, as every test of the room may want one."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, DecisionKind, Performance, Source
from pacelight.event import Level, Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]
Decided = Callable[..., Decision]


@pytest.fixture
def source() -> Source:
    return Source("test", "Made for this test", "", date(2025, 1, 1))


@pytest.fixture
def ran(source: Source) -> Ran:
    """A performance: who, how fast, when."""

    def make(who: str, mark: str, day: str, **other: object) -> Performance:
        given: dict[str, object] = {
            "key": f"{day}-{who}",
            "event": "MILEsh",
            "sex": Sex.MEN,
            "mark": Mark.parse(mark),
            "athlete_key": who,
            "athlete": who.title(),
            "nation": "NOR",
            "day": date.fromisoformat(day),
            "venue": "Liévin",
            "competition": "Meeting",
            "source_key": source.key,
        }
        return Performance(**given | other)  # type: ignore[arg-type]

    return make


@pytest.fixture
def covers(source: Source) -> Covers:
    """What a list covers: which, whose, since when."""

    def make(level: str, scope: str = "WORLD", since: str = "1980-01-01", down_to: str = "") -> Coverage:
        return Coverage(
            level if level in {"LIST", "PERFORMANCES"} else Level(level),  # type: ignore[arg-type]
            scope,
            "MILEsh",
            Sex.MEN,
            date.fromisoformat(since),
            Mark.parse(down_to) if down_to else None,
            source.key,
        )

    return make


@pytest.fixture
def decided(source: Source) -> Decided:
    """A decision: about which performance, what, when, and when it became known."""

    def make(key: str, kind: str, day: str, learned: str = "", mark: str = "") -> Decision:
        return Decision(
            performance_key=key,
            kind=DecisionKind(kind),
            decided=date.fromisoformat(day),
            learned=date.fromisoformat(learned or day),
            by="World Athletics",
            why="",
            source=source.key,
            mark=Mark.parse(mark) if mark else None,
        )

    return make


@pytest.fixture
def book(ran: Ran, covers: Covers, decided: Decided, source: Source) -> Iterator[Book]:
    """The short-track mile around February 2025, with what was decided about it."""
    with Book.create() as book:
        held = [
            ran("kejelcha", "3:47.01", "2019-03-03", nation="ETH"),
            ran("nuguse", "3:46.63", "2025-02-08", nation="USA"),
            ran("kessler", "3:46.90", "2025-02-08", nation="USA"),
            ran("ingebrigtsen", "3:45.14", "2025-02-13"),
        ]
        lists = [covers("WR"), covers("LIST", down_to="3:46.90"), covers("NR", "USA"), covers("PB", "nuguse")]
        book.add(held, source, coverage=lists)
        for decision in (
            decided("2019-03-03-kejelcha", "ratified", "2019-05-01"),
            decided("2025-02-08-nuguse", "submitted", "2025-02-08"),
            decided("2025-02-08-nuguse", "ratified", "2025-03-21"),
            decided("2025-02-13-ingebrigtsen", "submitted", "2025-02-13"),
        ):
            book.decide(decision)
        yield book

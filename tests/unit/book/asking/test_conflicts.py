"""Where sources say different things, and which the book follows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.conflicts import conflicts
from pacelight.book.asking.lists import Book
from pacelight.book.model import Decision, DecisionKind, Performance, Source
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]

END = date(2025, 12, 31)
PAPERS = [Source(key, key, "", date(2022, 3, 1)) for key in ("edinburghnews", "tehuty", "third")]


@pytest.fixture
def differing(ran: Ran) -> Iterator[Book]:
    """Kerr's 1500 m on the way, Boston 2022, as two papers have it; and what nobody disputes."""
    kerr = ran("kerr", "3:32.85", "2022-02-27", event="1500sh", nation="GBR", source_key="")
    tenths = ran("coe", "3:32.1h", "1979-08-15", source_key="")
    with Book.create() as book:
        for mark, source in zip(("3:32.85", "3:32.86", "3:32.85"), PAPERS, strict=True):
            book.add(replace(kerr, mark=Mark.parse(mark)), source)
        book.add(tenths, PAPERS[0])
        book.add(replace(tenths, mark=Mark.parse("3:32.10")), PAPERS[1])
        yield book


def test_each_source_has_its_say_and_the_book_follows_the_first(differing: Book) -> None:
    (found,) = conflicts(differing, known_at=END)
    assert (found.event.code, found.performance.athlete_key, str(found.performance.mark)) == (
        *("1500sh", "kerr"),
        "3:32.85",
    )
    assert [(one.source, str(one.mark)) for one in found.assertions] == [
        ("edinburghnews", "3:32.85"),
        ("tehuty", "3:32.86"),
        ("third", "3:32.85"),
    ]
    assert found.apart == 10
    assert found.why == "edinburghnews said so first, and nobody has corrected it"


def test_a_correction_is_followed_from_the_day_it_is_known(differing: Book) -> None:
    day = date(2022, 3, 5)
    amended = Decision(
        *("2022-02-27-kerr", DecisionKind.CORRECTED, day, day, "British Athletics", "photo-finish", ""),
        mark=Mark.parse("3:32.86"),
    )
    differing.decide(amended)
    (found,) = conflicts(differing, known_at=END)
    assert str(found.performance.mark) == "3:32.86"
    assert found.why == "corrected by British Athletics on 2022-03-05: photo-finish"
    (before,) = conflicts(differing, known_at=date(2022, 3, 4))
    assert before.why.startswith("edinburghnews said so first")


def test_one_event_or_class_may_be_asked_for_alone(differing: Book) -> None:
    assert len(conflicts(differing, event=EVENTS["1500sh"], sex=Sex.MEN, known_at=END)) == 1
    assert conflicts(differing, event=EVENTS["MILEsh"], known_at=END) == []
    assert conflicts(differing, sex=Sex.WOMEN, known_at=END) == []

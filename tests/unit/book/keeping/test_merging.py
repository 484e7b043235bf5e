"""Two athletes who are one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import Athlete, Coverage, Decision, DecisionKind, Performance, Source, Standing
from pacelight.errors import BookError
from pacelight.event import Level, Sex

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

END = date(2025, 12, 31)


@pytest.fixture
def two(ran: Ran, covers: Covers, source: Source) -> Iterator[Book]:
    """Mary Decker, who became Mary Slaney."""
    decker = [
        ran("decker-mary", "4:20.5", day, nation="USA", athlete="Mary Decker") for day in ("1982-02-19",)
    ]
    slaney = [ran("slaney-mary", "4:18.0", "1985-02-01", nation="USA", athlete="Mary Slaney")]
    lists = [covers("WR"), covers("PB", "decker-mary"), covers("PB", "slaney-mary")]
    athletes = [
        Athlete("decker-mary", "Mary Decker", "USA", born=Birth(date(1958, 1, 1), BirthPrecision.YEAR)),
        Athlete("slaney-mary", "Mary Slaney", "USA", ("M. Slaney",), Birth(date(1958, 8, 4))),
    ]
    with Book.create() as book:
        book.add([*decker, *slaney], source, athletes=athletes, coverage=lists)
        yield book


def best(book: Book, who: str, as_of: date = END) -> str:
    found = book.record("MILEsh", Sex.MEN, level=Level.PB, scope=who, as_of=as_of)
    assert isinstance(found, Standing)
    return str(found.mark)


def test_what_either_ran_is_one_s(two: Book) -> None:
    assert (best(two, "Mary Decker"), best(two, "Mary Slaney")) == ("4:20.5", "4:18.0")
    assert two.merge("Mary Decker", "Mary Slaney") == 1
    assert two.athlete("Mary Slaney") == Athlete(
        *("decker-mary", "Mary Decker", "USA"),
        ("Mary Slaney", "M. Slaney", "slaney-mary"),
        Birth(date(1958, 8, 4)),
    )
    for name in ("Mary Decker", "Mary Slaney", "m. slaney", "slaney-mary"):
        assert best(two, name) == "4:18.0"
    assert best(two, "decker-mary", date(1984, 1, 1)) == "4:20.5"
    steps = two.progression("MILEsh", Sex.MEN, as_of=END)
    assert isinstance(steps, list)
    assert {step.performance.athlete_key for step in steps} == {"decker-mary"}


def test_what_arrives_later_under_the_other_name_is_theirs_too(two: Book, ran: Ran, source: Source) -> None:
    known = ran("slaney-mary", "4:18.0", "1985-02-01", nation="USA", athlete="Mary Slaney")
    two.merge("decker-mary", "slaney-mary")
    assert two.add(known) == 0  # the same file imported again
    again = Athlete("slaney-mary", "Mary Slaney", "USA")
    assert two.add(ran("slaney-mary", "4:17.0", "1986-02-01", nation="USA"), athletes=[again]) == 1
    assert best(two, "decker-mary") == "4:17.0"
    day = date(1990, 1, 1)
    void = Decision(
        *("", DecisionKind.ANNULLED, day, day, "IAAF", "", source.key),
        athlete_key="decker-mary",
        since=date(1986, 1, 1),
        until=date(1986, 12, 31),
    )
    assert two.decide(void)
    assert best(two, "decker-mary") == "4:18.0"


def test_what_was_decided_of_either_s_time_is_of_both(two: Book, source: Source) -> None:
    day = date(1990, 1, 1)
    void = Decision(
        *("", DecisionKind.ANNULLED, day, day, "IAAF", "", source.key),
        athlete_key="slaney-mary",
        since=date(1982, 1, 1),
        until=date(1985, 12, 31),
    )
    two.decide(void)
    two.merge("decker-mary", "slaney-mary")
    found = two.record("MILEsh", Sex.MEN, as_of=END)
    assert not isinstance(found, Standing)


def test_a_dry_run_changes_nothing(two: Book) -> None:
    assert two.merge("decker-mary", "slaney-mary", dry_run=True) == 1
    assert (best(two, "Mary Decker"), best(two, "Mary Slaney")) == ("4:20.5", "4:18.0")
    assert two.athlete("Mary Slaney").key == "slaney-mary"


def test_who_was_in_one_race_is_two_until_one_is_annulled(two: Book, ran: Ran, source: Source) -> None:
    day = date(1982, 3, 1)
    two.add(ran("slaney-mary", "4:30", "1982-02-19", nation="USA", key="twice"))
    with pytest.raises(
        BookError, match="decker-mary and slaney-mary are both in MILEsh on 1982-02-19 in Liévin"
    ):
        two.merge("decker-mary", "slaney-mary")
    two.decide(Decision("twice", DecisionKind.ANNULLED, day, day, "me", "told twice", source.key))
    assert two.merge("decker-mary", "slaney-mary") == 2


def test_two_births_are_two_people(two: Book, ran: Ran) -> None:
    born = Athlete("other", "Mary Other", "USA", born=Birth(date(1959, 1, 1), BirthPrecision.YEAR))
    two.add(ran("other", "4:40", "1990-01-01", nation="USA"), athletes=[born])
    with pytest.raises(BookError, match="slaney-mary and other are two: born 1958-08-04 and 1959"):
        two.merge("slaney-mary", "other")


def test_one_athlete_is_not_merged(two: Book) -> None:
    with pytest.raises(BookError, match="'decker-mary' is one athlete already"):
        two.merge("decker-mary", "Mary Decker")
    with pytest.raises(BookError, match="the book knows no athlete 'Mary'"):
        two.merge("decker-mary", "Mary")


def test_own_lists_of_the_other_are_covered_still(two: Book, covers: Covers, source: Source) -> None:
    mine = [replace(covers("PB", "slaney-mary"), event="1500sh"), covers("SB", "slaney-mary")]
    two.add([], source, coverage=mine)
    two.merge("decker-mary", "slaney-mary")
    from pacelight.event import EVENTS

    covered = [(c.level, c.scope) for c in two.part(EVENTS["MILEsh"], Sex.MEN).coverage]
    assert sorted(covered) == [("PB", "decker-mary"), ("SB", "decker-mary"), ("WR", "WORLD")]
    assert [c.scope for c in two.part(EVENTS["1500sh"], Sex.MEN).coverage] == ["decker-mary"]

"""What is at stake in a race: the book is asked what a mark would break that is better than any."""

from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Performance, Source
from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.event import Level, Sex, event
from pacelight.mark import Mark
from pacelight.records import Heat, Starter, detect
from pacelight.records.stakes import Stake, stakes

LAP = Distance.parse("200")
HEAT = Heat(
    event=event("MILEsh"),
    sex=Sex.MEN,
    day=date(2025, 2, 12),  # the eve: the starter book knows of the day itself
    venue="Liévin",
    competition="Meeting Hauts-de-France Pas-de-Calais",
    starters=(
        Starter("1", "ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR"),
        Starter("2", "nillessen-stefan", "Stefan Nillessen", "NED"),
    ),
    source_key="test",
)


@pytest.fixture(scope="module")
def book() -> Book:
    return Book.starter()


def named(found: tuple[Stake, ...]) -> dict[tuple[str, str, str], str]:
    return {(one.label, one.scope, one.code): str(one.mark) for one in found}


def test_the_evening_of_lievin_had_these_at_stake(book: Book) -> None:
    found = named(stakes(book, HEAT, "2", LAP))
    assert found["WR", "WORLD", "MILEsh"] == "3:46.63"
    assert found["NR", "NED", "MILEsh"] == "3:54.28"
    assert found["WR", "WORLD", "1500sh"] == "3:30.60"
    assert ("NR", "NOR", "MILEsh") not in found


def test_what_is_decided_on_the_way_lies_before_the_finish(book: Book) -> None:
    for one in stakes(book, HEAT, "1", LAP):
        assert one.en_route == (one.distance < Distance.parse("mile"))


def test_a_stake_falls_to_its_best_mark_and_not_to_the_next_slower_one(book: Book) -> None:
    (world,) = (one for one in stakes(book, HEAT, "1", LAP) if one.level is Level.WR and one.code == "MILEsh")
    assert str(world.best) == "3:46.62"
    for mark, broken in ((world.best, True), (Mark(world.best.thousandths + 10), False)):
        levels = {one.level for one in detect(book, run(mark)) if not one.equalled}
        assert (Level.WR in levels) is broken


def test_a_record_by_hand_is_beaten_by_hundredths() -> None:
    by_hand = Stake(
        "1", Level.NR, "NR", "NOR", "MILE", Distance.parse("mile"), Mark.parse("3:46.6h"), HEAT.day, ()
    )
    assert str(by_hand.best) == "3:46.59"


def test_nobody_at_the_start_is_refused(book: Book) -> None:
    with pytest.raises(RaceError, match="bib 9 is not on the start list"):
        stakes(book, HEAT, "9", LAP)


def test_asking_changes_nothing(book: Book) -> None:
    before = book.record("MILEsh", Sex.MEN, as_of=HEAT.day)
    stakes(book, HEAT, "1", LAP)
    assert book.record("MILEsh", Sex.MEN, as_of=HEAT.day) == before


def test_after_a_first_finisher_is_in_the_book_less_is_at_stake_for_the_second() -> None:
    with Book.starter() as book:
        book.add(run(Mark.parse("3:45.14")), Source("test", "the test", "", HEAT.day))
        assert named(stakes(book, HEAT, "2", LAP))["WR", "WORLD", "MILEsh"] == "3:45.14"


def run(mark: Mark) -> Performance:
    return Performance(
        key="one",
        event="MILEsh",
        sex=Sex.MEN,
        mark=mark,
        athlete_key="ingebrigtsen-jakob",
        athlete="Jakob Ingebrigtsen",
        nation="NOR",
        day=HEAT.day,
        venue=HEAT.venue,
        competition=HEAT.competition,
        source_key="test",
    )

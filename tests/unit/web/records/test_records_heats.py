"""Two heats of an event on one day: each performance has the evidence of its own, and nobody else's."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Performance, Source
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark
from pacelight.records.enroute import Heat, Starter, performances
from pacelight.timing.results import Result
from pacelight.web.records.evidence import Folder, Kind
from pacelight.web.records.heats import Told, are_apart, those_of

DAY = date(2025, 2, 15)
WINNER, OTHER = Starter("7", "winner", "A Winner", "NOR"), Starter("8", "other", "An Other", "NOR")


def heat(name: str, *starters: Starter, venue: str = "Troms\u00f8") -> Heat:
    return Heat(EVENTS["1500"], Sex.MEN, DAY, venue, "Games", starters or (WINNER, OTHER), name, "track")


def entered(of: Heat, mark: str = "3:25.20") -> Performance:
    """What the winner of a heat has in the book."""
    return performances(of, [Result(of.starters[0].bib, 1, Mark.parse(mark))])[0]


def evidence(race: str, of: Heat) -> dict[str, Any]:
    run = [{"bib": one.bib, "athlete": one.athlete} for one in of.starters]
    return {"race": {"id": race, "event": "1500", "sex": "men", "day": DAY.isoformat()}, "run": run}


def told(race: str, of: Heat) -> Told:
    return Told(evidence(race, of), of)


def found(one: Performance, /, **files: list[Told]) -> dict[str, str]:
    return {name: race.id for name, race in those_of(one, files).items()}


@pytest.mark.parametrize("nth", ["1", "2"])
def test_who_ran_both_heats_has_of_each_its_own(nth: str) -> None:
    both = [told("m1", heat("1")), told("m2", heat("2"))]
    assert found(entered(heat(nth)), journal=both) == {"journal": f"m{nth}"}


def test_a_mark_on_the_way_and_one_entered_again_are_of_the_heat_of_their_key() -> None:
    both = [told("m1", heat("1")), told("m2", heat("2"))]
    one = entered(heat("2"))
    again = Performance(**{name: getattr(one, name) for name in one.__slots__} | {"key": f"{one.key}-2"})
    assert found(again, journal=both) == {"journal": "m2"}


def test_a_journal_of_another_heat_alone_is_no_evidence() -> None:
    assert found(entered(heat("2")), journal=[told("m1", heat("1"))]) == {}


def test_a_report_is_found_by_the_id_of_its_race() -> None:
    first, second = Told(evidence("m1", heat("1"))), Told(evidence("m2", heat("2")))
    assert found(entered(heat("2")), one=[first], two=[second], journal=[told("m2", heat("2"))]) == {
        "two": "m2",
        "journal": "m2",
    }


def test_a_performance_from_elsewhere_is_of_the_race_in_which_the_athlete_started() -> None:
    one = entered(heat("", venue="Troms\u00f8 stadion"))
    first, second = heat("1", OTHER), heat("2", WINNER)
    assert found(one, journal=[told("m1", first), told("m2", second)]) == {"journal": "m2"}
    assert found(one, one=[Told(evidence("m1", first))], two=[Told(evidence("m2", second))]) == {"two": "m2"}


def test_where_nobody_can_say_which_of_two_it_was_there_is_none() -> None:
    one = entered(heat("", venue="Troms\u00f8 stadion"))
    assert found(one, journal=[told("m1", heat("1")), told("m2", heat("2"))]) == {}


def test_performances_of_two_heats_are_apart_and_of_one_are_not() -> None:
    first, second = entered(heat("1")), entered(heat("2"))
    other = entered(heat("1", OTHER))
    assert are_apart(first, second)
    assert not are_apart(first, other)


def test_others_of_the_race_are_those_of_its_heat(desk: Any) -> None:
    """Two heats of three: of the winner of the second the book holds three of that race, not six."""
    fields = [
        (nth, Starter(f"{n}", f"runner-{nth}{n}", f"Runner {nth}{n}", "NOR")) for nth in "12" for n in "123"
    ]
    with Book.open(desk.book) as book:
        for nth, starter in fields:
            book.add(
                entered(heat(nth, starter), f"3:3{starter.bib}.50"),
                Source("track", "the timing desk", "", DAY),
            )
    page = desk.page("2025-02-15-troms-2-1500-men-runner-21")
    assert "The book holds 3 of that race." in page


def test_a_file_that_is_named_is_read_whatever_it_is_called(journal: Path, tmp_path: Path) -> None:
    """`serve` names the journal as the meeting calls it: ``journal = "journal"``."""
    path = tmp_path / "journal"
    path.write_bytes(journal.read_bytes())
    path.with_name("journal.names").write_bytes(journal.with_name(f"{journal.name}.names").read_bytes())
    with Book.starter(tmp_path / "book.sqlite") as book:
        one = book.performance("2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob")
    named = Folder([path]).of(one)
    assert [(each.name, each.kind) for each in named.exhibits] == [
        ("journal", Kind.JOURNAL),
        ("journal.report.json", Kind.REPORT),
    ]
    assert named.exhibits[0].lines > 0
    assert named.told is not None
    assert Folder([path]).bytes_of(one, "journal.report.json") is not None
    assert Folder([tmp_path]).of(one).exhibits == ()

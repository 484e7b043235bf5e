"""Performances of a race: finishes, and what was run on the way."""

from datetime import date

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import RaceError
from pacelight.event import Sex, event
from pacelight.mark import Mark, Timing
from pacelight.records import Heat, Starter, performance_of, performances
from pacelight.timing import Method, Owner, Passing, Result, SplitTable, Status

STARTERS = (
    Starter("1", "ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR"),
    Starter("2", "nillessen-stefan", "Stefan Nillessen", "NED"),
    Starter("8", "pacemaker", "Pacemaker", "GBR"),
)
HEAT = Heat(
    event("MILEsh"), Sex.MEN, date(2025, 2, 13), "Liévin (FRA)", "Meeting", STARTERS, source_key="tonight"
)
RESULTS = [
    Result("1", 1, Mark.parse("3:45.14")),
    Result("2", 2, Mark.parse("3:52.70")),
    Result("8", None, None, Status.DNF),
]


def table(
    *rows: tuple[str, str, str, bool], method: Method = Method.PHOTO, owner: Owner = Owner.ATHLETE
) -> SplitTable:
    made = SplitTable(MILE, Distance.parse("200"))
    for bib, distance, mark, official in rows:
        at = Distance.parse(distance)
        elapsed = Mark.parse(mark).elapsed
        made.add(Passing(bib, at, elapsed, method, official, "gate", f"{bib}@{distance}", owner))
    return made


def told(made: list[object]) -> list[tuple[str, str, str]]:
    return [(one.event, str(one.mark), one.athlete_key) for one in made]  # type: ignore[attr-defined]


def test_a_finish_makes_a_performance_with_all_that_the_race_knows() -> None:
    winner, second = performances(HEAT, RESULTS)
    assert winner.key == "2025-02-13-lievin-fra-MILEsh-men-ingebrigtsen-jakob"
    assert (winner.athlete, winner.nation, winner.place) == ("Jakob Ingebrigtsen", "NOR", 1)
    assert (winner.venue, winner.competition, winner.source_key) == ("Liévin (FRA)", "Meeting", "tonight")
    assert (winner.official, winner.en_route_of) == (True, None)
    assert (second.athlete_key, str(second.mark)) == ("nillessen-stefan", "3:52.70")


def test_an_official_split_at_the_distance_of_an_event_makes_one_too() -> None:
    made = performances(HEAT, RESULTS, table(("1", "1500", "3:29.63", True)))
    assert told(made) == [  # type: ignore[arg-type]
        ("1500sh", "3:29.63", "ingebrigtsen-jakob"),
        ("MILEsh", "3:45.14", "ingebrigtsen-jakob"),
        ("MILEsh", "3:52.70", "nillessen-stefan"),
    ]
    assert (made[0].en_route_of, made[0].place) == ("MILEsh", None)
    assert made[0].key == "2025-02-13-lievin-fra-1500sh-men-ingebrigtsen-jakob"


def test_a_split_that_is_not_official_makes_nothing() -> None:
    splits = table(("1", "1000", "2:20.49", False), ("1", "1500", "3:29.63", False))
    assert [made.event for made in performances(HEAT, RESULTS, splits)] == ["MILEsh", "MILEsh"]


def test_a_split_at_a_distance_that_is_no_event_makes_nothing() -> None:
    splits = table(("1", "1200", "2:48.39", True))
    assert [made.event for made in performances(HEAT, RESULTS, splits)] == ["MILEsh", "MILEsh"]


def test_several_events_may_be_run_on_the_way() -> None:
    splits = table(
        ("1", "800", "1:52.55", True), ("1", "1000", "2:20.49", True), ("1", "1500", "3:29.63", True)
    )
    made = performances(HEAT, RESULTS[:1], splits)
    assert [one.event for one in made] == ["800sh", "1000sh", "1500sh", "MILEsh"]


def test_a_pacemaker_who_steps_off_sets_nothing() -> None:
    splits = table(("8", "800", "1:45.00", True), ("8", "1000", "2:15.00", True))
    assert {made.athlete_key for made in performances(HEAT, RESULTS, splits)} == {
        "ingebrigtsen-jakob",
        "nillessen-stefan",
    }


@pytest.mark.parametrize("status", [Status.DQ, Status.DNF, Status.NM])
def test_who_has_no_result_has_no_performance_on_the_way_either(status: Status) -> None:
    splits = table(("1", "1500", "3:29.63", True))
    result = Result("1", None, Mark.parse("3:45.14") if status is Status.DQ else None, status)
    assert performances(HEAT, [result], splits) == []


def test_the_leader_s_split_is_not_the_athlete_s() -> None:
    splits = table(("1", "1500", "3:29.63", True), owner=Owner.LEADER)
    assert [made.event for made in performances(HEAT, RESULTS[:1], splits)] == ["MILEsh"]


def test_performances_stand_in_the_order_in_which_they_were_run() -> None:
    splits = table(("1", "1500", "3:29.63", True), ("2", "1500", "3:37.00", True))
    assert told(performances(HEAT, list(reversed(RESULTS)), splits)) == [  # type: ignore[arg-type]
        ("1500sh", "3:29.63", "ingebrigtsen-jakob"),
        ("1500sh", "3:37.00", "nillessen-stefan"),
        ("MILEsh", "3:45.14", "ingebrigtsen-jakob"),
        ("MILEsh", "3:52.70", "nillessen-stefan"),
    ]


def test_of_two_equal_marks_the_better_place_comes_first() -> None:
    results = [Result("2", 2, Mark.parse("3:45.14")), Result("1", 1, Mark.parse("3:45.14"))]
    assert [made.place for made in performances(HEAT, results)] == [1, 2]


def test_the_mark_on_the_way_is_rounded_up_like_any_other() -> None:
    made = SplitTable(MILE, Distance.parse("200"))
    elapsed = Mark(209_621, 3).elapsed
    made.add(Passing("1", Distance.parse("1500"), elapsed, Method.PHOTO, True, "gate", "k"))
    (split,) = made.of("1")
    performance = performance_of(HEAT, split)
    assert performance is not None
    assert str(performance.mark) == "3:29.63"


def test_a_split_by_hand_makes_a_hand_time() -> None:
    made = performances(HEAT, RESULTS, table(("1", "1500", "3:29.63", True), method=Method.HAND))
    assert (str(made[0].mark), made[0].mark.timing) == ("3:29.7", Timing.HAND)


def test_a_bib_that_is_not_on_the_start_list_is_refused() -> None:
    with pytest.raises(RaceError, match=r"bib 99 is not on the start list \(1, 2, 8\)"):
        performances(HEAT, [Result("99", 1, Mark.parse("3:45.14"))])


def test_one_bib_for_two_starters_is_refused() -> None:
    with pytest.raises(RaceError, match="bib 1 stands twice on the start list"):
        Heat(HEAT.event, Sex.MEN, HEAT.day, "x", "x", (STARTERS[0], STARTERS[0]))


def test_heats_of_one_day_are_told_apart_by_their_names() -> None:
    heat = Heat(HEAT.event, Sex.MEN, HEAT.day, "Liévin", "Meeting", STARTERS, name="Heat 2")
    assert performances(heat, RESULTS)[0].key == "2025-02-13-lievin-heat-2-MILEsh-men-ingebrigtsen-jakob"

"""From held records to answers."""

from collections.abc import Callable
from datetime import date

import pytest

from pacelight.book.history import Held
from pacelight.book.model import Coverage, Performance, Status
from pacelight.book.standings import (
    best_of_each,
    covering,
    covering_list,
    lists_of,
    ranked,
    standing,
    steps,
)
from pacelight.event import EVENTS, Level, Recognition

Ran = Callable[..., Performance]
Covers = Callable[..., Coverage]

MILE = EVENTS["MILEsh"]
END = date(2025, 12, 31)


def held(performance: Performance, *, equalled: bool = False, status: Status | None = None) -> Held:
    return Held(performance, equalled, status)


def ranks(
    listed: list[Held], covered: Coverage, n: int | None = None, *, every: bool = False
) -> list[int | None]:
    return [entry.rank for entry in ranked(listed, covered, n, all_performances=every)]


def test_the_record_has_all_who_share_its_mark_each_with_their_status(ran: Ran, covers: Covers) -> None:
    one = held(ran("a", "6.92", "1993-02-11"), status=Status.RATIFIED)
    two = held(ran("a", "6.92", "1995-02-09"), equalled=True)
    now = standing(MILE, covers("WR"), [held(ran("b", "6.95", "1990-02-01")), one, two], END)
    assert now.holders == (one.performance, two.performance)
    assert (now.since, now.status) == (date(1993, 2, 11), Status.RATIFIED)
    assert now.statuses == (Status.RATIFIED, Status.CANDIDATE)


def test_what_it_is_called_depends_on_the_day_it_is_named_for(ran: Ran, covers: Covers) -> None:
    first = [held(ran("a", "3:55", "1985-02-01"))]
    then = standing(MILE, covers("WR"), first, date(1986, 12, 31))
    now = standing(MILE, covers("WR"), first, date(1987, 1, 1))
    assert (then.label, then.recognition) == ("WB", Recognition.BEST)
    assert (now.label, now.recognition) == ("WR", Recognition.RECORD)


@pytest.mark.parametrize("level", ["LIST", "PERFORMANCES"])
def test_an_all_time_list_holds_no_record(ran: Ran, covers: Covers, level: str) -> None:
    with pytest.raises(TypeError, match="an all-time list holds no record"):
        standing(MILE, covers(level), [held(ran("a", "3:55", "1985-02-01"))], END)


def test_a_step_stands_until_it_is_beaten_and_not_until_it_is_equalled(ran: Ran, covers: Covers) -> None:
    made = steps(
        MILE,
        covers("WR"),
        [
            held(ran("a", "3:47.01", "2025-02-01")),
            held(ran("b", "3:47.01", "2025-02-08"), equalled=True),
            held(ran("c", "3:46.63", "2025-02-08")),
            held(ran("d", "3:45.14", "2025-02-13"), status=Status.PENDING),
        ],
        date(2025, 3, 1),
    )
    told = [
        (s.performance.athlete_key, s.equalled, s.until and s.until.day, s.days_stood, s.status) for s in made
    ]
    assert told == [
        ("a", False, 8, 7, Status.CANDIDATE),
        ("b", True, 8, 0, Status.CANDIDATE),
        ("c", False, 13, 5, Status.CANDIDATE),
        ("d", False, None, 16, Status.PENDING),
    ]
    assert [len(step.standing.holders) for step in made] == [1, 2, 1, 1]


def test_an_equalled_step_has_the_status_of_who_equalled_it(ran: Ran, covers: Covers) -> None:
    first = held(ran("a", "6.92", "1993-02-11"), status=Status.RATIFIED)
    second = held(ran("a", "6.92", "1995-02-09"), equalled=True, status=Status.PENDING)
    made = steps(MILE, covers("WR"), [first, second], END)
    assert [step.status for step in made] == [Status.RATIFIED, Status.PENDING]


def test_a_progression_begins_with_what_stood_when_the_list_begins(ran: Ran, covers: Covers) -> None:
    held_ = [
        held(ran(name, mark, day))
        for name, mark, day in (
            ("a", "3:50", "1979-01-01"),
            ("b", "3:49", "1980-01-01"),
            ("c", "3:48", "1981-01-01"),
        )
    ]
    made = steps(MILE, covers("WR", since="1980-01-01"), held_, END)
    assert [step.performance.athlete_key for step in made] == ["b", "c"]
    made = steps(MILE, covers("WR", since="1979-12-31"), held_, END)
    assert [step.performance.athlete_key for step in made] == ["a", "b", "c"]


def test_equal_marks_share_a_rank_and_the_next_is_skipped(ran: Ran, covers: Covers) -> None:
    listed = [
        held(ran(f"r{n}", mark, "2025-01-01"))
        for n, mark in enumerate(["3:45", "3:45.00", "3:46", "3:46", "3:47"])
    ]
    assert ranks(listed, covers("LIST")) == [1, 1, 3, 3, 5]
    assert ranks(listed, covers("LIST"), 2) == [1, 1]


def test_beyond_the_mark_to_which_a_list_is_complete_there_is_no_rank(ran: Ran, covers: Covers) -> None:
    listed = [
        held(ran(f"r{n}", mark, "2025-01-01"))
        for n, mark in enumerate(["3:45", "3:46", "3:46.01", "3:46.01"])
    ]
    assert ranks(listed, covers("LIST", down_to="3:46.00")) == [1, 2, None, None]


def test_where_only_the_best_of_each_athlete_is_covered_a_performance_has_no_rank(
    ran: Ran, covers: Covers
) -> None:
    listed = [held(ran("a", "3:45", "2025-01-01")), held(ran("a", "3:46", "2025-01-02"))]
    assert ranks(listed, covers("LIST"), every=True) == [None, None]
    assert ranks(listed, covers("PERFORMANCES"), every=True) == [1, 2]
    assert ranks(best_of_each(listed), covers("PERFORMANCES")) == [1]


def test_of_each_athlete_the_first_line_is_kept(ran: Ran) -> None:
    a, b = held(ran("a", "3:45", "2025-01-01")), held(ran("b", "3:46", "2025-01-01"))
    assert best_of_each([a, held(ran("a", "3:45", "2025-01-02")), b]) == [a, b]


def test_a_list_is_covered_from_its_earliest_day_on_and_not_before(covers: Covers) -> None:
    lists = [
        covers("NR", "NOR", "2000-01-01"),
        covers("NR", "NOR", "1990-01-01"),
        covers("NR", "KEN", "1900-01-01"),
    ]
    assert covering(lists, Level.NR, "NOR", date(2025, 1, 1)) == lists[1]
    assert covering(lists, Level.NR, "NOR", date(1990, 1, 1)) == lists[1]
    assert covering(lists, Level.NR, "NOR", date(1989, 12, 31)) is None
    assert covering(lists, Level.AR, "NOR", date(2025, 1, 1)) is None


def test_the_world_s_list_covers_a_nation_s_unless_it_has_its_own(covers: Covers) -> None:
    world, own, other = covers("LIST"), covers("LIST", "NOR", "2020-01-01"), covers("LIST", "KEN")
    lists = [world, own, other, covers("WR")]
    assert covering_list(lists, "NOR", END, all_performances=False) == own
    assert covering_list(lists, "NOR", date(2019, 1, 1), all_performances=False) == world
    assert covering_list([own, other], "WORLD", END, all_performances=False) is None
    assert lists_of(lists, "NOR") == [world, own]


def test_who_asks_for_performances_gets_the_list_that_leaves_none_out_where_there_is_one(
    covers: Covers,
) -> None:
    best, every = covers("LIST", "NOR"), covers("PERFORMANCES")
    assert covering_list([best, every], "NOR", END, all_performances=True) == every
    assert covering_list([best, every], "NOR", END, all_performances=False) == best
    assert covering_list([best], "NOR", END, all_performances=True) == best

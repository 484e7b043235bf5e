"""One event's performances as they were known on a day."""

from collections.abc import Callable
from datetime import date

import pytest

from pacelight.book.history import Held, History
from pacelight.book.model import ALL, Decision, Performance, Status
from pacelight.errors import NationError
from pacelight.event import Level

Ran = Callable[..., Performance]
Decided = Callable[..., Decision]

END = date(2025, 12, 31)


def told(held: list[Held]) -> list[tuple[str, str, bool, Status | None]]:
    return [(h.performance.athlete_key, str(h.performance.mark), h.equalled, h.status) for h in held]


def records(history: History, as_of: date = END, known_at: date = END, **options: bool) -> list[str]:
    view = history.view(as_of, known_at, **options)
    return [held.performance.athlete_key for held in view.records(Level.WR, "WORLD", season=as_of.year)]


@pytest.mark.parametrize(
    ("level", "scope"),
    [
        (Level.WR, "WORLD"),
        (Level.AR, "EUR"),
        (Level.NR, "NOR"),
        (Level.CR, "Meeting"),
        (Level.MR, "Meeting"),
        (Level.PB, "ingebrigtsen"),
        (Level.SB, "ingebrigtsen"),
    ],
)
def test_a_performance_stands_in_one_list_of_each_level(ran: Ran, level: Level, scope: str) -> None:
    assert History((), ()).scope_of(level, ran("ingebrigtsen", "3:45.14", "2025-02-13")) == scope


def test_the_area_is_that_of_the_nation_on_the_day(ran: Ran) -> None:
    areas = [
        History((), ()).scope_of(Level.AR, ran("x", "4:00", day, nation="ISR"))
        for day in ("1989-08-31", "1989-09-01")
    ]
    assert areas == ["ASI", "EUR"]
    with pytest.raises(NationError, match="no athlete ran for URS on 1992-02-01"):
        History((), ()).scope_of(Level.AR, ran("x", "4:00", "1992-02-01", nation="URS"))


def test_a_neutral_athlete_sets_world_records_and_none_of_an_area_or_a_nation(ran: Ran) -> None:
    neutral = ran("x", "3:40", "2025-02-13", nation="ANA")
    assert [History((), ()).scope_of(level, neutral) for level in (Level.WR, Level.AR, Level.NR)] == [
        "WORLD",
        "",
        "",
    ]
    assert records(History([neutral, ran("y", "3:45", "2025-02-08")], [])) == ["y", "x"]


def test_within_a_day_the_sequence_decides_not_the_order_of_arrival(ran: Ran) -> None:
    first, second = ran("a", "3:47", "2025-02-08", seq=1), ran("b", "3:46", "2025-02-08", seq=2)
    assert records(History([second, first], [])) == ["a", "b"]
    assert records(
        History([ran("b", "3:46", "2025-02-08", seq=1), ran("a", "3:47", "2025-02-08", seq=2)], [])
    ) == ["b"]


def test_equal_marks_of_different_precision_are_equal_records(ran: Ran) -> None:
    history = History([ran("coe", "3:32.1h", "1979-08-15"), ran("ovett", "3:32.10", "1980-07-15")], [])
    held = history.view(END, END).records(Level.WR, "WORLD", season=1980)
    assert told(held) == [("coe", "3:32.1", False, None), ("ovett", "3:32.10", True, None)]


def test_a_view_ends_on_its_day_and_reckons_with_what_was_known_on_another(
    ran: Ran, decided: Decided
) -> None:
    history = History(
        [ran("a", "3:47", "2019-03-03"), ran("b", "3:46", "2025-02-08"), ran("c", "3:45", "2025-02-13")],
        [decided("2025-02-08-b", "annulled", "2025-06-01", "2025-06-05")],
    )
    assert records(history, date(2025, 2, 7)) == ["a"]
    assert records(history, date(2025, 2, 8), date(2025, 6, 4)) == ["a", "b"]
    assert records(history, date(2025, 2, 8), date(2025, 6, 5)) == ["a"]
    assert records(history) == ["a", "c"]


def test_of_two_decisions_the_one_decided_later_prevails_in_whatever_order_they_became_known(
    ran: Ran, decided: Decided
) -> None:
    history = History(
        [ran("a", "3:47", "2025-02-08")],
        [
            decided("2025-02-08-a", "annulled", "2025-05-01", "2025-05-01"),
            decided("2025-02-08-a", "ratified", "2025-03-01", "2025-06-01"),
        ],
    )
    assert records(history, END, date(2025, 4, 30)) == ["a"]
    assert records(history) == []


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_decisions_of_one_day_the_later_in_the_life_of_a_record_prevails(
    ran: Ran, decided: Decided, turned: bool
) -> None:
    decisions = [decided("2025-02-08-a", kind, "2025-02-08") for kind in ("submitted", "ratified")]
    history = History([ran("a", "3:47", "2025-02-08")], decisions[:: -1 if turned else 1])
    assert told(history.view(END, END).listed()) == [("a", "3:47", False, Status.RATIFIED)]


def test_a_correction_changes_the_mark_and_not_the_status(ran: Ran, decided: Decided) -> None:
    history = History(
        [ran("a", "3:47.01", "2025-02-08"), ran("b", "3:47.00", "2025-02-09")],
        [
            decided("2025-02-08-a", "ratified", "2025-03-01"),
            decided("2025-02-08-a", "corrected", "2025-04-01", mark="3:46.99"),
        ],
    )
    before, after = history.view(END, date(2025, 3, 31)), history.view(END, date(2025, 4, 1))
    assert told(before.records(Level.WR, "WORLD", season=2025)) == [
        ("a", "3:47.01", False, Status.RATIFIED),
        ("b", "3:47.00", False, None),
    ]
    assert told(after.records(Level.WR, "WORLD", season=2025)) == [("a", "3:46.99", False, Status.RATIFIED)]


def test_ratified_only_forgets_what_waits(ran: Ran, decided: Decided) -> None:
    history = History(
        [ran("a", "3:47", "2019-03-03"), ran("b", "3:46", "2025-02-08")],
        [
            decided("2019-03-03-a", "ratified", "2019-05-01"),
            decided("2025-02-08-b", "submitted", "2025-02-08"),
        ],
    )
    assert records(history, ratified=True) == ["a"]


def test_a_season_best_is_that_of_the_year_asked_for(ran: Ran) -> None:
    history = History([ran("a", "3:47", "2024-02-01"), ran("a", "3:49", "2025-02-01")], [])
    held = [history.view(END, END).records(Level.SB, "a", season=year) for year in (2023, 2024, 2025)]
    assert [[str(one.performance.mark) for one in of_year] for of_year in held] == [[], ["3:47"], ["3:49"]]


def test_what_stood_before_a_performance_is_all_that_came_earlier(ran: Ran) -> None:
    day = "2025-02-08"
    one, two, three = (ran(name, "3:47", day, seq=nth) for nth, name in enumerate("abc", start=1))
    history = History([one, two, three], [])
    assert history.before(two) == (one,)
    assert history.before(ran("d", "3:47", day)) == (one, two, three)
    assert history.before(ran("d", "3:47", day, seq=2)) == (one, two)
    assert history.before(ran("d", "3:47", day, seq=9)) == (one, two, three)
    assert history.before(ran("d", "3:47", "2025-02-07")) == ()
    assert history.before(ran("d", "3:47", "2025-02-09", seq=1)) == (one, two, three)


def test_a_list_is_fastest_first_and_earlier_before_later(ran: Ran, decided: Decided) -> None:
    history = History(
        [
            ran("a", "3:47", "2025-02-01"),
            ran("b", "3:46", "2025-02-02"),
            ran("c", "3:46", "2025-02-01"),
            ran("void", "3:40", "2025-02-01"),
            ran("refused", "3:45", "2025-02-03"),
            ran("split", "3:44", "2025-02-03", official=False),
        ],
        [
            decided("2025-02-01-void", "annulled", "2025-03-01"),
            decided("2025-02-03-refused", "rejected", "2025-03-01"),
        ],
    )
    assert [who for who, *_ in told(history.view(END, END).listed())] == ["refused", "c", "b", "a"]


def test_the_levels_of_the_last_performance_are_told_widest_first(ran: Ran) -> None:
    history = History([ran("a", "3:46", "2025-02-01"), ran("b", "3:47", "2025-02-02", nation="KEN")], [])
    assert history.view(END, END).last_levels() == [
        (level, ALL) for level in (Level.AR, Level.NR, Level.PB, Level.SB)
    ]

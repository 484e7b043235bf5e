"""Two lists as one, two athletes as one, two books beside each other: each law by its own short reckoning."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book.asking.compared import Change, Edition, compare, records
from pacelight.book.asking.lists import Book
from pacelight.book.model import Coverage, Decision, DecisionKind, NotKnown, Performance, Source, Standing
from pacelight.event import Level, Sex
from pacelight.mark import Mark

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
DAYS = [date(2024, 12, 28) + timedelta(days=n) for n in range(8)]
END = DAYS[-1]
MARKS = st.sampled_from(["3:50.00", "3:50.0", "3:50.01", "3:49.99", "3:49.9"]).map(Mark.parse)
LISTS = ((Level.WR, "WORLD"), (Level.NR, "NOR"), (Level.NR, "KEN"), (Level.AR, "EUR"))
COVERAGE = [
    Coverage(level, scope, code, Sex.MEN, DAYS[0], source=SOURCE.key)
    for code in ("MILE", "MILEsh")
    for level, scope in (*LISTS, ("PERFORMANCES", "WORLD"), (Level.PB, "a"))
]


@st.composite
def runs(draw: st.DrawFn) -> list[Performance]:
    """Some miles on either track, one a day and athlete."""
    told = st.tuples(st.sampled_from(DAYS), st.sampled_from("abc"))
    drawn = draw(st.lists(told, min_size=1, max_size=10, unique=True))
    return [
        Performance(
            *(f"{day}-{who}", draw(st.sampled_from(["MILE", "MILEsh"])), Sex.MEN, draw(MARKS)),
            *(who, who.upper(), draw(st.sampled_from(["NOR", "KEN"])), day, "Here", ""),
        )
        for day, who in sorted(drawn)
    ]


@st.composite
def voids(draw: st.DrawFn, run: list[Performance]) -> list[Decision]:
    keys = draw(st.sets(st.sampled_from([one.key for one in run]), max_size=3))
    day = draw(st.sampled_from(DAYS))
    return [Decision(key, DecisionKind.ANNULLED, day, day, "x", "", SOURCE.key) for key in sorted(keys)]


def book_of(run: list[Performance], decided: list[Decision] | None = None) -> Book:
    book = Book.create()
    book.add(run, SOURCE, coverage=COVERAGE)
    for decision in decided or []:
        book.decide(decision)
    return book


@given(data=st.data(), run=runs(), as_of=st.sampled_from(DAYS), whose=st.sampled_from(LISTS))
@settings(deadline=None, max_examples=20)
def test_outright_is_the_better_of_the_two_lists(
    data: st.DataObject, run: list[Performance], as_of: date, whose: tuple[Level, str]
) -> None:
    level, scope = whose
    asked = {"level": level, "scope": None if level is Level.WR else scope, "as_of": as_of}
    with book_of(run, data.draw(voids(run))) as book:
        each = [book.record(code, Sex.MEN, **asked) for code in ("MILE", "MILEsh")]  # type: ignore[arg-type]
        whole = book.record("MILE", Sex.MEN, outright=True, **asked)  # type: ignore[arg-type]
        steps = book.progression("MILE", Sex.MEN, outright=True, **asked)  # type: ignore[arg-type]
    stand = [one for one in each if isinstance(one, Standing)]
    if not stand:
        assert isinstance(whole, NotKnown)
        return
    assert isinstance(whole, Standing)
    best = min(one.mark for one in stand)
    assert whole.mark == best
    assert {p.key for p in whole.holders} == {p.key for one in stand if one.mark == best for p in one.holders}
    assert whole.event.code == whole.holders[0].event
    assert isinstance(steps, list)
    assert all(later.performance.mark <= one.performance.mark for one, later in pairwise(steps))
    assert {step.performance.event for step in steps} <= {one.event.code for one in stand}


@given(run=runs(), year=st.sampled_from([2024, 2025]))
@settings(deadline=None, max_examples=20)
def test_a_year_s_list_is_the_list_of_what_was_run_in_it(run: list[Performance], year: int) -> None:
    within = [one for one in run if one.day.year == year]
    with book_of(run) as book, book_of(within) as only:
        for code in ("MILE", "MILEsh"):
            asked = book.top(code, Sex.MEN, n=None, year=year, as_of=END)
            assert asked == only.top(code, Sex.MEN, n=None, as_of=END)


@given(data=st.data(), run=runs())
@settings(deadline=None, max_examples=15)
def test_two_merged_athletes_are_as_if_they_had_always_been_one(
    data: st.DataObject, run: list[Performance]
) -> None:
    apart = [
        one
        for one in run
        if not (
            one.athlete_key == "b" and any(other.athlete_key == "a" and other.day == one.day for other in run)
        )
    ]
    first = Performance(*("a", "MILE", Sex.MEN, Mark.parse("4:00"), "a", "A", "NOR", DAYS[0], "There", ""))
    second = replace(first, key="b", athlete_key="b", athlete="B", venue="Elsewhere")
    whole = [first, second, *apart]
    decided = data.draw(voids(apart)) if apart else []
    one = [replace(p, athlete_key="a", athlete="A") if p.athlete_key == "b" else p for p in whole]
    with book_of(whole, decided) as merged, book_of(one, decided) as always:
        assert merged.merge("a", "b") == sum(p.athlete_key == "b" for p in whole)
        assert merged.add(whole, SOURCE) == 0  # the same file again, under the old key
        for code in ("MILE", "MILEsh"):
            for level, scope in (*LISTS, (Level.PB, "a")):
                asked = {"level": level, "scope": None if level is Level.WR else scope, "as_of": END}
                found = [book.progression(code, Sex.MEN, **asked) for book in (merged, always)]  # type: ignore[arg-type]
                assert found[0] == found[1]


@given(data=st.data(), run=runs(), days=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)))
@settings(deadline=None, max_examples=20)
def test_a_change_is_what_its_class_says_and_nothing_else_changed(
    data: st.DataObject, run: list[Performance], days: tuple[date, date]
) -> None:
    with book_of(run, data.draw(voids(run))) as book:
        first, second = (Edition(book, day, day) for day in sorted(days))
        before, after = records(first), records(second)
        found = {one.listed: one for one in compare(first, second)}
    assert set(found) <= before.keys() | after.keys()
    for listed in before.keys() | after.keys():
        was, now = before.get(listed), after.get(listed)
        if listed not in found:
            assert was is not None
            assert now is not None
            assert (was.mark, was.holders, was.statuses) == (now.mark, now.holders, now.statuses)
            continue
        change = found[listed].change
        assert (found[listed].before, found[listed].after) == (was, now)
        assert (change is Change.NEW) == (was is None)
        assert (change is Change.VANISHED) == (now is None)
        if was is not None and now is not None:
            assert change is not Change.NO_SOURCE  # in one book a decision says why
            assert change is not Change.IMPROVED or now.mark < was.mark
            assert change is not Change.EQUALLED or (
                now.mark == was.mark and len(now.holders) > len(was.holders)
            )
            assert now.mark <= was.mark or change is Change.CORRECTED

"""The mirror against the book: whatever arrives in whatever order, both give the same answers.

The book folds everything anew for each question; the mirror was told of one fact after the other
and folded only the lists it touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.history import History, View
from pacelight.book.keeping.hands import withdrawal
from pacelight.book.mirror.mirror import Broken, Mirror
from pacelight.book.mirror.told import tell
from pacelight.book.model import (
    ALL,
    WORLD,
    Competition,
    CompetitionKind,
    Decision,
    DecisionKind,
    Performance,
)
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.measure import score

FIRST = date(2023, 12, 28)
DAYS = st.integers(0, 9).map(lambda days: FIRST + timedelta(days=days))
ATHLETES = ("ann", "bea", "cat")
NATIONS = ("NOR", "SWE", "USA", "ANA")  # two of one area, one of another, and a neutral athlete of none
COMPETITIONS = {
    "Millrose Games": Competition("Millrose Games", CompetitionKind.MEETING, "Indoor Tour"),
    "World Indoors": Competition("World Indoors", CompetitionKind.CHAMPIONSHIP, honours=True),
    "Open": Competition("Open"),
}
VENUES = ("New York", "Liévin")
BIRTHS = {
    "ann": Birth(date(2005, 1, 1), BirthPrecision.YEAR),  # U20 until the year ends
    "bea": Birth(date(1988, 12, 31)),  # M35 from a day within the range on
}
AGES = (ALL, "U20", "U23", "M35")
WHOSE = {
    Level.WR: (WORLD,),
    Level.AR: ("EUR", "NAC"),
    Level.NR: NATIONS,
    Level.CR: tuple(COMPETITIONS),
    Level.MR: tuple(COMPETITIONS),
    Level.LR: ("Indoor Tour",),
    Level.FR: VENUES,
    Level.PB: ATHLETES,
    Level.SB: ATHLETES,
}
MARKS = st.integers(22_500, 22_504).map(lambda hundredths: Mark(hundredths * 10))


@dataclass(frozen=True)
class Facts:
    """What a book may hold, in order of arrival; decisions speak of performances that came before."""

    arrivals: tuple[Performance | Decision, ...]
    built: int
    """How many of them are there when the mirror is built."""

    def history(self, arrived: int) -> History:
        here = self.arrivals[:arrived]
        return History(
            [fact for fact in here if isinstance(fact, Performance)],
            [fact for fact in here if isinstance(fact, Decision)],
            births=BIRTHS,
            competitions=COMPETITIONS,
        )


@st.composite
def performances(draw: st.DrawFn, key: str) -> Performance:
    return Performance(
        key=key,
        event="MILEsh",
        sex=Sex.WOMEN,
        mark=draw(MARKS),
        athlete_key=draw(st.sampled_from(ATHLETES)),
        athlete="",
        nation=draw(st.sampled_from(NATIONS)),
        day=draw(DAYS),
        venue=draw(st.sampled_from(VENUES)),
        competition=draw(st.sampled_from(sorted(COMPETITIONS))),
        official=draw(st.sampled_from((True, True, True, False))),
        seq=draw(st.integers(1, 2)),
    )


NAMED = [
    (None, ""),
    (None, ""),
    (Level.WR, ""),
    (Level.AR, ""),
    (Level.NR, "NOR"),
    (Level.FR, ""),
    (Level.LR, ""),
]
"""Of which level a decision speaks, and whose record."""

LIFE_OF_A_LEVEL = {DecisionKind.SUBMITTED, DecisionKind.RATIFIED, DecisionKind.REJECTED}


@st.composite
def decisions(draw: st.DrawFn, about: list[Performance]) -> Decision:
    kind = draw(st.sampled_from(sorted(set(DecisionKind) - {DecisionKind.WITHDRAWN})))
    decided = draw(DAYS)
    whole = kind is DecisionKind.ANNULLED and draw(st.booleans())
    corrected = kind is DecisionKind.CORRECTED
    mark = draw(st.none() | MARKS) if corrected else None
    level, scope = draw(st.sampled_from(NAMED)) if kind in LIFE_OF_A_LEVEL else (None, "")
    return Decision(
        performance_key="" if whole else draw(st.sampled_from(about)).key,
        kind=kind,
        decided=decided,
        learned=decided + timedelta(days=draw(st.integers(0, 4))),
        by="the federation",
        why="",
        source="",
        mark=mark,
        nation=draw(st.sampled_from(NATIONS)) if corrected and mark is None else None,
        athlete_key=draw(st.sampled_from(ATHLETES)) if whole else "",
        since=FIRST + timedelta(days=2) if whole else None,
        until=FIRST + timedelta(days=5) if whole else None,
        level=level,
        scope=scope,
    )


@st.composite
def withdrawals(draw: st.DrawFn, of: list[Decision]) -> Decision:
    """One is taken back: known later, or earlier than the decision itself."""
    taken = draw(st.sampled_from(of))
    back = taken.decided + timedelta(days=draw(st.integers(0, 4)))
    return withdrawal(taken, back, back + timedelta(days=draw(st.integers(0, 4))), by="the court", why="")


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    arrivals: list[Performance | Decision] = []
    for _ in range(draw(st.integers(1, 14))):
        here = [fact for fact in arrivals if isinstance(fact, Performance)]
        standing = [
            fact
            for fact in arrivals
            if isinstance(fact, Decision) and fact.kind is not DecisionKind.WITHDRAWN
        ]
        if standing and draw(st.sampled_from([False, False, True])):
            arrivals.append(draw(withdrawals(standing)))
        elif here and draw(st.booleans()):
            arrivals.append(draw(decisions(here)))
        else:
            arrivals.append(draw(performances(key=f"performance {len(arrivals)}")))
    return Facts(tuple(arrivals), draw(st.integers(0, len(arrivals))))


def told_of(mirror: Mirror, history: History, fact: Performance | Decision) -> None:
    """Tell the mirror what a fact changed."""
    if isinstance(fact, Performance):
        changed = [fact]
    else:
        changed = [
            one
            for one in history.performances
            if one.key == fact.performance_key or one.athlete_key == fact.athlete_key
        ]
    for told in tell(history, changed):
        mirror.take(told)


def mirrored(given: Facts) -> Mirror:
    mirror = Mirror.of(tell(given.history(given.built)))
    for arrived in range(given.built, len(given.arrivals)):
        told_of(mirror, given.history(arrived + 1), given.arrivals[arrived])
    return mirror


def lists() -> Iterator[tuple[Level, str, str]]:
    for level, scopes in WHOSE.items():
        for scope in scopes:
            yield from ((level, scope, age) for age in AGES)


@given(given=facts(), as_of=DAYS, later=st.integers(0, 8), ratified=st.booleans())
@settings(deadline=None, max_examples=100)
def test_every_list_is_that_of_the_book(given: Facts, as_of: date, later: int, ratified: bool) -> None:
    mirror = mirrored(given)
    known_at = as_of + timedelta(days=later)
    view = given.history(len(given.arrivals)).view(as_of, known_at, ratified=ratified)
    for level, scope, age in lists():
        steps = mirror.steps(level, scope, age=age, as_of=as_of, known_at=known_at, ratified=ratified)
        held = view.records(level, scope, season=as_of.year, age=age)
        found = list(zip(map(mirror.key, steps.number.tolist()), steps.score.tolist(), strict=True))
        assert found == [(one.performance.key, score(one.performance.mark)) for one in held]


@given(given=facts(), new=performances(key="new"), last=st.booleans(), later=st.integers(0, 8))
@settings(deadline=None, max_examples=100)
def test_what_a_mark_breaks_is_what_one_more_step_of_the_fold_says(
    given: Facts, new: Performance, last: bool, later: int
) -> None:
    mirror, history = mirrored(given), given.history(len(given.arrivals))
    known_at = new.day + timedelta(days=later)
    for mark in (replace(new, seq=0) if last else new, *history.performances):
        (told,) = tell(history, [mark])
        assert mirror.breaks(told, known_at=known_at) == list(broken(history, mark, known_at))


def broken(history: History, mark: Performance, known_at: date) -> Iterator[Broken]:
    """As `Book.break_by` has it, of lists that are all covered."""
    before = history.before(mark)
    stood, then = View(history, before, known_at), View(history, (*before, mark), known_at)
    for level, age in then.last_levels():
        scope = history.scope_of(level, then.performances[-1])
        held = stood.records(level, scope, season=mark.day.year, age=age)
        if held:
            was = score(held[-1].performance.mark)
            holders = [one.performance.key for one in held if score(one.performance.mark) == was]
            yield Broken(level, scope, age, tuple(holders), was - score(then.performances[-1].mark))


@given(facts())
@settings(deadline=None, max_examples=40)
def test_to_be_told_again_changes_nothing(given: Facts) -> None:
    mirror = mirrored(given)
    everything = list(tell(given.history(len(given.arrivals))))
    days = [FIRST + timedelta(days=after) for after in (3, 9)]
    asked = [(level, scope, age, day) for level, scope, age in lists() for day in days]

    def answers() -> list[list[int]]:
        return [
            mirror.steps(level, scope, age=age, as_of=day).number.tolist() for level, scope, age, day in asked
        ]

    before = answers()
    for told in everything:
        mirror.take(told)
    assert answers() == before


@given(facts())
@settings(deadline=None, max_examples=40)
def test_a_mirror_built_at_once_is_one_that_was_told_bit_by_bit(given: Facts) -> None:
    whole, bits = mirrored(replace(given, built=len(given.arrivals))), mirrored(replace(given, built=0))
    for level, scope, age in lists():
        for ratified in (False, True):
            asked = {"age": age, "as_of": FIRST + timedelta(days=9), "ratified": ratified}
            one, other = (
                (list(map(mirror.key, steps.number.tolist())), steps.when.tolist(), steps.score.tolist())
                for mirror in (whole, bits)
                for steps in [mirror.steps(level, scope, **asked)]
            )
            assert one == other

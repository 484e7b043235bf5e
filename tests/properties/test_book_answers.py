"""The book's answers against the rules, for histories that nobody would type.

The reference here goes through the performances one by one, as a statistician would with a pencil.
It was written from the rules, not from the program:

- performances count in order of day and of sequence within it, up to the day asked for;
- of what was known by then the latest decision says the status, and a correction the mark;
- for records counts what is official and neither rejected nor annulled (or only what is ratified);
  for an athlete's own lists a rejected mark counts too;
- a mark is a record of a list when nothing better stood in it before: equalling is enough;
- the area and the nation are those of the performance, on its day;
- beyond what a list covers the answer is not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book import kernel
from pacelight.book.lists import Book
from pacelight.book.model import (
    AllTime,
    Athlete,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    ListLevel,
    NotKnown,
    Performance,
    Source,
    Standing,
    Status,
    Step,
)
from pacelight.event import Level, Sex
from pacelight.mark import Mark

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))

# Around the new year in which indoor bests became records, and the month in which Israel changed areas.
DAYS = [date(1986, 12, 30) + timedelta(days=n) for n in (0, 1, 2, 3)] + [
    date(1989, 8, 30) + timedelta(days=n) for n in (0, 1, 2, 3)
]
AREA = {"NOR": "EUR", "FRA": "EUR", "KEN": "AFR", "ANA": None}
ATHLETES = ("a", "b", "c")
MEETINGS = ("Oslo", "Nice")
LISTS: list[tuple[Level, str]] = [
    (Level.WR, "WORLD"),
    *((Level.AR, area) for area in ("EUR", "AFR", "ASI")),
    *((Level.NR, nation) for nation in ("NOR", "KEN", "ISR", "ANA")),
    *((level, meeting) for level in (Level.MR, Level.CR) for meeting in MEETINGS),
    *((level, athlete) for level in (Level.PB, Level.SB) for athlete in ATHLETES),
]


@dataclass(frozen=True)
class Story:
    """What happened, in order, and what was decided about it."""

    performances: tuple[Performance, ...]
    decisions: tuple[Decision, ...]
    coverage: tuple[Coverage, ...]

    @property
    def facts(self) -> Facts:
        athletes = tuple(Athlete(key, key.upper(), "NOR") for key in ATHLETES)
        return Facts((SOURCE,), athletes, self.performances, self.decisions, self.coverage)


# The reference.


def area_of(nation: str, day: date) -> str | None:
    if nation == "ISR":
        return "ASI" if day < date(1989, 9, 1) else "EUR"
    return AREA[nation]


def stands_in(performance: Performance, level: Level, scope: str) -> bool:
    """Whether it is a mark of that list; a team that is no nation has no area and no national record."""
    whose: dict[Level, object] = {
        Level.WR: "WORLD",
        Level.AR: area_of(performance.nation, performance.day),
        Level.NR: performance.nation if performance.nation != "ANA" else None,
        Level.CR: performance.competition,
        Level.MR: performance.competition,
        Level.PB: performance.athlete_key,
        Level.SB: performance.athlete_key,
    }
    return whose[level] == scope


@dataclass
class Known:
    """What one who read everything by a day knew of a performance."""

    performance: Performance
    status: Status | None = None
    mark: int = 0
    was: list[Decision] = field(default_factory=list)


LIFE = ("submitted", "ratified", "rejected", "annulled", "corrected")
BECAME = {
    "submitted": Status.PENDING,
    "ratified": Status.RATIFIED,
    "rejected": Status.REJECTED,
    "annulled": Status.ANNULLED,
}


def known(story: Story, performance: Performance, known_at: date) -> Known:
    told = Known(performance, mark=performance.mark.thousandths)
    heard = [d for d in story.decisions if d.performance_key == performance.key and d.learned <= known_at]
    for decision in sorted(heard, key=lambda d: (d.decided, d.learned, LIFE.index(d.kind.value))):
        if decision.mark is not None:
            told.mark = decision.mark.thousandths
        else:
            told.status = BECAME[decision.kind.value]
    return told


def counting(
    story: Story, before: Iterable[Performance], known_at: date, *, own: bool, ratified: bool = False
) -> list[Known]:
    told = [known(story, performance, known_at) for performance in before if performance.official]
    void = {Status.ANNULLED} if own else {Status.ANNULLED, Status.REJECTED}
    return [one for one in told if one.status not in void and (not ratified or one.status is Status.RATIFIED)]


@dataclass
class Held:
    """A record on its day."""

    known: Known
    equalled: bool


def held(
    story: Story,
    before: Iterable[Performance],
    level: Level,
    scope: str,
    known_at: date,
    *,
    year: int,
    ratified: bool = False,
) -> list[Held]:
    """The progression of a list."""
    best: int | None = None
    records = []
    for one in counting(story, before, known_at, own=level in {Level.PB, Level.SB}, ratified=ratified):
        if not stands_in(one.performance, level, scope):
            continue
        if level is Level.SB and one.performance.day.year != year:
            continue
        if best is None or one.mark <= best:
            records.append(Held(one, equalled=one.mark == best))
            best = one.mark
    return records


def covered_since(story: Story, level: str, scope: str, as_of: date) -> date | None:
    days = [c.since for c in story.coverage if c.level == level and c.scope == scope and c.since <= as_of]
    return min(days, default=None)


def label(level: Level, day: date) -> str:
    """Indoors there were only bests before 1987, for the world, areas and nations alike."""
    best = level in {Level.WR, Level.AR, Level.NR} and day < date(1987, 1, 1)
    return level[0] + "B" if best else level.value


def shown_status(one: Known) -> Status:
    return one.status or Status.CANDIDATE


def record_of(records: list[Held], level: Level, day: date) -> tuple[Any, ...]:
    """Mark, holders, first day, statuses, and what it was called."""
    holders = [one.known for one in records if one.known.mark == records[-1].known.mark]
    return (
        records[-1].known.mark,
        [one.performance.key for one in holders],
        holders[0].performance.day,
        [shown_status(one) for one in holders],
        label(level, day),
    )


def steps_of(records: list[Held], since: date, as_of: date) -> list[tuple[Any, ...]]:
    """Who, which mark, equalled, status, until which day and how long."""
    told = []
    for nth, one in enumerate(records):
        faster = [after.known.performance.day for after in records[nth:] if after.known.mark < one.known.mark]
        until = faster[0] if faster else None
        if until is None or until > since:
            stood = ((until or as_of) - one.known.performance.day).days
            who = one.known.performance.key
            told.append((who, one.known.mark, one.equalled, shown_status(one.known), until, stood))
    return told


def list_of(
    story: Story, as_of: date, known_at: date, *, every: bool, nation: str | None
) -> tuple[list[Known], list[int]]:
    """Performances, fastest first, and their shared ranks."""
    before = [p for p in story.performances if p.day <= as_of and nation in {None, p.nation}]
    listed: list[Known] = []
    for one in sorted(counting(story, before, known_at, own=True), key=lambda one: one.mark):
        if every or one.performance.athlete_key not in {had.performance.athlete_key for had in listed}:
            listed.append(one)
    return listed, [1 + sum(other.mark < one.mark for other in listed) for one in listed]


# Histories.


MARKS = st.sampled_from(["3:50.00", "3:50.0", "3:50.01", "3:50.10", "3:50.1", "3:49.99"]).map(Mark.parse)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    days = draw(st.lists(st.sampled_from(DAYS), min_size=3, max_size=9).map(sorted))
    performances = []
    for nth, day in enumerate(days):
        athlete = draw(st.sampled_from(ATHLETES))
        performances.append(
            Performance(
                key=f"p{nth}",
                event="MILEsh",
                sex=Sex.MEN,
                mark=draw(MARKS),
                athlete_key=athlete,
                athlete=athlete.upper(),
                nation=draw(st.sampled_from(["NOR", "NOR", "FRA", "KEN", "ISR", "ANA"])),
                day=day,
                venue="Paris",
                competition=draw(st.sampled_from(MEETINGS)),
                official=draw(st.sampled_from([True, True, True, False])),
                source_key=SOURCE.key,
                seq=1 + days[:nth].count(day),
            )
        )
    return Story(tuple(performances), decisions(draw, performances), coverage(draw))


def decisions(draw: st.DrawFn, performances: list[Performance]) -> tuple[Decision, ...]:
    """Some, each once a day."""
    made: dict[tuple[object, ...], Decision] = {}
    for performance in performances:
        for kind in draw(st.lists(st.sampled_from(DecisionKind), max_size=3)):
            decided, learned = sorted(draw(st.tuples(*[st.sampled_from(DAYS[3:6])] * 2)))
            mark = draw(MARKS) if kind is DecisionKind.CORRECTED else None
            decision = Decision(performance.key, kind, decided, learned, "IAAF", "", SOURCE.key, mark)
            made[performance.key, kind, decided, learned] = decision
    return tuple(made.values())


def coverage(draw: st.DrawFn) -> tuple[Coverage, ...]:
    """Most lists from the first day on, some from later days too."""
    lists = [(one, DAYS[0]) for one in LISTS if draw(st.sampled_from([True, True, True, False]))]
    lists += draw(
        st.lists(st.tuples(st.sampled_from(LISTS), st.sampled_from(DAYS[1:])), max_size=3, unique=True)
    )
    return tuple(
        Coverage(level, scope, "MILEsh", Sex.MEN, since, source=SOURCE.key) for (level, scope), since in lists
    )


def arriving(story: Story, seed: int) -> list[Facts]:
    """Its facts one by one in random order; only that what a decision is about comes before it."""
    random = Random(seed)
    facts: list[Any] = [*story.performances, *story.coverage]
    random.shuffle(facts)
    for decision in random.sample(story.decisions, len(story.decisions)):
        (row,) = (n for n, fact in enumerate(facts) if getattr(fact, "key", 0) == decision.performance_key)
        facts.insert(random.randint(row + 1, len(facts)), decision)
    empty = Facts((), (), (), (), ())
    start = replace(story.facts, performances=(), decisions=(), coverage=())
    field_of = {Performance: "performances", Decision: "decisions", Coverage: "coverage"}
    return [start, *(replace(empty, **{field_of[type(fact)]: (fact,)}) for fact in facts)]


def book_of(story: Story) -> Book:
    book = Book.create()
    book.append(story.facts)
    return book


# What the book says, in the same words.


def record_told(answer: Standing | NotKnown) -> tuple[Any, ...] | None:
    if isinstance(answer, NotKnown):
        return None
    return (
        answer.mark.thousandths,
        [holder.key for holder in answer.holders],
        answer.since,
        list(answer.statuses),
        answer.label,
    )


def steps_told(answer: list[Step] | NotKnown) -> list[tuple[Any, ...]] | None:
    if isinstance(answer, NotKnown):
        return None
    return [
        (*_who(step.performance), step.equalled, step.status, step.until, step.days_stood) for step in answer
    ]


def list_told(answer: AllTime | NotKnown) -> list[tuple[Any, ...]]:
    assert isinstance(answer, AllTime)
    return [(*_who(entry.performance), entry.status, entry.rank) for entry in answer.entries]


def _who(performance: Performance) -> tuple[str, int]:
    return performance.key, performance.mark.thousandths


QUESTIONS = st.tuples(
    st.just(LISTS[0]) | st.sampled_from(LISTS),
    st.just(DAYS[-1]) | st.sampled_from(DAYS),
    st.none() | st.sampled_from(DAYS),
    st.sampled_from([False, False, True]),
)
"""Whose record, as of when, known when, ratified only: of what was run at all, more often than not."""


@given(
    with_kernel=st.sampled_from(sorted({False, kernel.available()})),
    story=stories(),
    seed=st.integers(0, 2**32),
    asked=st.lists(QUESTIONS, min_size=12, max_size=12),
)
@settings(deadline=None, max_examples=25)
def test_in_whatever_order_facts_come_the_answers_are_those_of_the_rules(
    with_kernel: bool, story: Story, seed: int, asked: list[tuple[tuple[Level, str], date, date | None, bool]]
) -> None:
    with pytest.MonkeyPatch.context() as patch, Book.create() as book:
        patch.setattr(kernel, "available", lambda: with_kernel)
        for fact in arriving(story, seed):
            book.append(fact)
            book.record("MILEsh", Sex.MEN, as_of=DAYS[-1])  # what it said before is not what it says after
        for (level, scope), as_of, known_at, ratified in asked:
            since = covered_since(story, level, scope, as_of)
            before = [p for p in story.performances if p.day <= as_of]
            records = held(story, before, level, scope, known_at or as_of, year=as_of.year, ratified=ratified)
            if since is None:
                records = []
            question: dict[str, Any] = {"level": level, "scope": scope, "as_of": as_of}
            question |= {"known_at": known_at, "ratified": ratified}
            assert record_told(book.record("MILEsh", Sex.MEN, **question)) == (
                record_of(records, level, as_of) if records else None
            )
            assert steps_told(book.progression("MILEsh", Sex.MEN, **question)) == (
                steps_of(records, since, as_of) if records and since else None
            )


@given(
    story=stories(),
    asked=st.tuples(st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS), st.booleans()),
    nation=st.none() | st.sampled_from(["NOR", "KEN", "ISR"]),
    down_to=st.none() | MARKS,
)
@settings(deadline=None, max_examples=25)
def test_an_all_time_list_is_the_one_of_the_rules(
    story: Story, asked: tuple[date, date | None, bool], nation: str | None, down_to: Mark | None
) -> None:
    as_of, known_at, every = asked
    level: ListLevel = "PERFORMANCES" if every else "LIST"
    whole = Coverage(level, "WORLD", "MILEsh", Sex.MEN, DAYS[0], down_to, SOURCE.key)
    with book_of(replace(story, coverage=(whole,))) as book:
        answer = book.top(
            "MILEsh", Sex.MEN, n=None, all_performances=every, nation=nation, as_of=as_of, known_at=known_at
        )
    listed, ranks = list_of(story, as_of, known_at or as_of, every=every, nation=nation)
    assert list_told(answer) == [
        (
            one.performance.key,
            one.mark,
            one.status,
            None if down_to and one.mark > down_to.thousandths else rank,
        )
        for one, rank in zip(listed, ranks, strict=True)
    ]


@given(story=stories(), data=st.data())
@settings(deadline=None, max_examples=25)
def test_what_a_performance_breaks_is_what_it_is_a_record_of_where_something_stood(
    story: Story, data: st.DataObject
) -> None:
    """Late arrivals too: what came after it is in the book already, and is not looked at."""
    if not story.performances:
        return
    late = data.draw(st.sampled_from(story.performances))
    rest = [p for p in story.performances if p != late]
    decided = [d for d in story.decisions if d.performance_key != late.key]
    others = replace(story, performances=tuple(rest), decisions=tuple(decided))
    before = [p for p in rest if (p.day, p.seq) < (late.day, late.seq)]
    expected = []
    for level, scope in LISTS:
        year = late.day.year
        stood = held(others, before, level, scope, late.day, year=year)
        then = held(others, [*before, late], level, scope, late.day, year=year)
        fell = stood and then[-1].known.performance == late
        if fell and covered_since(story, level, scope, late.day):
            by = stood[-1].known.mark - late.mark.thousandths
            expected.append((level, scope, record_of(stood, level, late.day), by, by == 0))
    with book_of(others) as book:
        breaks = book.break_by(late)
        found = [(b.level, b.scope, record_told(b.stood), b.by, b.equalled) for b in breaks]
        assert found == sorted(expected, key=lambda one: list(Level).index(one[0]))
        book.add(late)
        assert book.break_by(late) == breaks


@given(story=stories(), asked=QUESTIONS)
@settings(deadline=None, max_examples=25)
def test_a_progression_never_gets_slower_and_ends_with_the_record(
    story: Story, asked: tuple[tuple[Level, str], date, date | None, bool]
) -> None:
    (level, scope), as_of, known_at, ratified = asked
    question: dict[str, Any] = {"level": level, "scope": scope, "as_of": as_of}
    question |= {"known_at": known_at, "ratified": ratified}
    with book_of(story) as book:
        steps = book.progression("MILEsh", Sex.MEN, **question)
        record = book.record("MILEsh", Sex.MEN, **question)
    if isinstance(steps, NotKnown) or isinstance(record, NotKnown):
        assert steps == record
        return
    for one, next_one in pairwise(steps):
        assert next_one.equalled == (next_one.performance.mark == one.performance.mark)
        assert next_one.performance.mark <= one.performance.mark
        assert next_one.performance.day >= one.performance.day
    last = steps[-1].standing
    assert replace(last, label=record.label, recognition=record.recognition) == record


@given(story=stories(), asked=QUESTIONS)
@settings(deadline=None, max_examples=25)
def test_annulling_the_holders_restores_who_stood_before(
    story: Story, asked: tuple[tuple[Level, str], date, date | None, bool]
) -> None:
    (level, scope), as_of, known_at, ratified = asked
    question: dict[str, Any] = {"level": level, "scope": scope, "as_of": as_of}
    question |= {"known_at": known_at, "ratified": ratified}
    after = DAYS[-1] + timedelta(days=1)
    with book_of(story) as book:
        record = book.record("MILEsh", Sex.MEN, **question)
        if isinstance(record, NotKnown):
            return
        void = {holder.key for holder in record.holders}
        for key in void:
            book.decide(Decision(key, DecisionKind.ANNULLED, after, after, "IAAF", "", SOURCE.key))
        assert book.record("MILEsh", Sex.MEN, **question | {"known_at": known_at or as_of}) == record
        if known_at is None:
            return
        # As if it had never been run; the rest is known as it was at the end.
        never = replace(story, performances=tuple(p for p in story.performances if p.key not in void))
        never = replace(never, decisions=tuple(d for d in story.decisions if d.performance_key not in void))
        with book_of(never) as without:
            asked_after = question | {"known_at": after}
            restored = book.record("MILEsh", Sex.MEN, **asked_after)
            assert record_told(restored) == record_told(without.record("MILEsh", Sex.MEN, **asked_after))


@given(story=stories(), seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=10)
def test_the_same_facts_twice_change_nothing(story: Story, seed: int) -> None:
    with book_of(story) as book:
        once = everything(book)
        for fact in arriving(story, seed):
            assert book.append(fact) == 0
        for decision in story.decisions:
            assert not book.decide(decision)
        assert everything(book) == once


@given(story=stories(), day=st.sampled_from(DAYS))
@settings(deadline=None, max_examples=10)
def test_a_book_of_an_evening_says_what_the_whole_book_says_of_it(story: Story, day: date) -> None:
    with book_of(story) as book, Book.create() as then:
        then.append(story.facts.until(day))
        for level, scope in LISTS:
            question: dict[str, Any] = {"level": level, "scope": scope, "as_of": day}
            assert then.record("MILEsh", Sex.MEN, **question) == book.record("MILEsh", Sex.MEN, **question)


def everything(book: Book) -> list[object]:
    """All progressions at the end."""
    return [
        book.progression("MILEsh", Sex.MEN, level=level, scope=scope, as_of=DAYS[-1])
        for level, scope in LISTS
    ]

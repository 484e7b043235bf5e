"""The book's answers against the rules, for histories that nobody would type.

The reference here goes through the performances one by one, as a statistician would with a pencil.
It was written from the rules, not from the program:

- performances count in order of day and of sequence within it, up to the day asked for;
- of what was known by then the latest decision says the status, and a correction the mark;
- what was decided of one level, and of whose record of it, says so of that alone;
- what was taken back by then was never decided;
- for records counts what is official and neither rejected nor annulled (or only what is ratified);
  for an athlete's own lists a rejected mark counts too;
- of an athlete's time that was annulled nothing counts, whenever it arrived;
- a mark is a record of a list when nothing better stood in it before: equalling is enough;
- the area and the nation are those of the performance, on its day, or as they were corrected;
- a championship keeps no meeting records, a meeting no championship's; a series has its meetings';
- of an age group is who was of it whichever of the possible days was the birthday;
- beyond what a list covers the answer is not known.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise, product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book import kernel
from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.keeping.hands import withdrawal
from pacelight.book.model import (
    AllTime,
    Athlete,
    Competition,
    CompetitionKind,
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
MEETINGS = ("Oslo", "Nice", "Games")
VENUES = ("Paris", "Bislett")
COMPETITIONS = (
    Competition("Oslo", CompetitionKind.MEETING, "League"),
    Competition("Nice", None, "League"),
    Competition("Games", CompetitionKind.CHAMPIONSHIP),
)
BIRTHS = (
    None,
    Birth(date(1967, 12, 31)),  # 19 in 1986, 22 in 1989
    Birth(date(1968, 1, 1), BirthPrecision.YEAR),
    Birth(date(1969, 8, 1), BirthPrecision.MONTH),
    Birth(date(1951, 12, 31)),  # 35 on the second day
    Birth(date(1951, 12, 1), BirthPrecision.MONTH),
    Birth(date(1949, 1, 1), BirthPrecision.YEAR),
    Birth(date(1949, 9, 1)),  # 40 on the seventh day
)
GROUPS = {"U23": (0, 22), "U20": (0, 19), "U18": (0, 17), "M35": (35, 39), "M40": (40, 44)}
LISTS: list[tuple[Level, str]] = [
    (Level.WR, "WORLD"),
    *((Level.AR, area) for area in ("EUR", "AFR", "ASI")),
    *((Level.NR, nation) for nation in ("NOR", "KEN", "ISR", "ANA")),
    *((level, meeting) for level in (Level.MR, Level.CR) for meeting in MEETINGS),
    *((Level.FR, venue) for venue in VENUES),
    (Level.LR, "League"),
    *((level, athlete) for level in (Level.PB, Level.SB) for athlete in ATHLETES),
]


@dataclass(frozen=True)
class Story:
    """What happened, in order, and what was decided about it."""

    performances: tuple[Performance, ...]
    decisions: tuple[Decision, ...]
    coverage: tuple[Coverage, ...]
    births: tuple[Birth | None, ...]

    @property
    def facts(self) -> Facts:
        athletes = tuple(
            Athlete(key, key.upper(), "NOR", born=born)
            for key, born in zip(ATHLETES, self.births, strict=True)
        )
        facts = Facts((SOURCE,), athletes, self.performances, self.decisions, self.coverage)
        return replace(facts, competitions=COMPETITIONS)


# The reference.


def area_of(nation: str, day: date) -> str | None:
    if nation == "ISR":
        return "ASI" if day < date(1989, 9, 1) else "EUR"
    return AREA[nation]


def stands_in(one: "Known", level: Level, scope: str) -> bool:
    """Whether it is a mark of that list; a team that is no nation has no area and no national record."""
    performance, nation = one.performance, one.nation
    (held_at,) = (c for c in COMPETITIONS if c.name == performance.competition)
    whose: dict[Level, object] = {
        Level.WR: "WORLD",
        Level.AR: area_of(nation, performance.day),
        Level.NR: nation if nation != "ANA" else None,
        Level.CR: None if held_at.kind is CompetitionKind.MEETING else held_at.name,
        Level.MR: None if held_at.kind is CompetitionKind.CHAMPIONSHIP else held_at.name,
        Level.LR: held_at.series or None,
        Level.FR: performance.venue,
        Level.PB: performance.athlete_key,
        Level.SB: performance.athlete_key,
    }
    return whose[level] == scope


def is_of_age(story: Story, performance: Performance, age: str) -> bool:
    """Whether the athlete was of that group whichever day they may have been born."""
    if age == "all":
        return True
    born, day = story.births[ATHLETES.index(performance.athlete_key)], performance.day
    if born is None:
        return False
    youngest, oldest = GROUPS[age]
    possible = [
        born.day + timedelta(days=n)
        for n in range(366)
        if str(born.day + timedelta(days=n)).startswith(str(born))
    ]
    years = {
        day.year - one.year - (age[0] == "M" and (day.month, day.day) < (one.month, one.day))
        for one in possible
    }
    return all(youngest <= each <= oldest for each in years)


@dataclass
class Known:
    """What one who read everything by a day knew of a performance."""

    performance: Performance
    status: Status | None = None
    mark: int = 0
    nation: str = ""
    decided: list[Decision] = field(default_factory=list)


LIFE = ("submitted", "ratified", "rejected", "annulled", "corrected", "withdrawn")
BECAME = {
    "submitted": Status.PENDING,
    "ratified": Status.RATIFIED,
    "rejected": Status.REJECTED,
    "annulled": Status.ANNULLED,
}


def known(story: Story, performance: Performance, known_at: date) -> Known:
    told = Known(performance, mark=performance.mark.thousandths, nation=performance.nation)
    heard = [d for d in story.decisions if d.learned <= known_at and speaks_of(d, performance)]
    heard = [d for d in heard if not any(takes_back(other, d) for other in heard)]
    for decision in sorted(heard, key=lambda d: (d.decided, d.learned, LIFE.index(d.kind.value))):
        if decision.kind is DecisionKind.CORRECTED:
            told.mark = told.mark if decision.mark is None else decision.mark.thousandths
            told.nation = decision.nation or told.nation
        elif decision.kind is not DecisionKind.WITHDRAWN:
            told.decided.append(decision)
            if decision.level is None:
                told.status = BECAME[decision.kind.value]
    return told


def takes_back(one: Decision, other: Decision) -> bool:
    """Of the same mark or the same time, of the same kind and day, of the same level and scope."""
    named = ("performance_key", "athlete_key", "since", "until", "level", "scope")
    same = all(getattr(one, name) == getattr(other, name) for name in named)
    return (
        one.kind is DecisionKind.WITHDRAWN
        and same
        and (one.withdraws, one.taken) == (other.kind, other.decided)
    )


def as_record_of(told: "Known", level: Level) -> "Known":
    """What the latest decision says that speaks of this level, or of all."""
    status = None
    for decision in told.decided:
        whose = not decision.scope or stands_in(told, level, decision.scope)
        if decision.level is None or (decision.level is level and whose):
            status = BECAME[decision.kind.value]
    return replace(told, status=status)


def speaks_of(decision: Decision, performance: Performance) -> bool:
    if decision.athlete_key:
        assert decision.since is not None
        assert decision.until is not None
        same = decision.athlete_key == performance.athlete_key
        return same and decision.since <= performance.day <= decision.until
    return decision.performance_key == performance.key


def counting(
    story: Story,
    before: Iterable[Performance],
    known_at: date,
    *,
    own: bool,
    ratified: bool = False,
    level: Level | None = None,
) -> list[Known]:
    told = [known(story, performance, known_at) for performance in before if performance.official]
    if level is not None:
        told = [as_record_of(one, level) for one in told]
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
    age: str = "all",
    ratified: bool = False,
) -> list[Held]:
    """The progression of a list."""
    best: int | None = None
    records = []
    own = level in {Level.PB, Level.SB}
    for one in counting(story, before, known_at, own=own, ratified=ratified, level=level):
        if not stands_in(one, level, scope) or not is_of_age(story, one.performance, age):
            continue
        if level is Level.SB and one.performance.day.year != year:
            continue
        if best is None or one.mark <= best:
            records.append(Held(one, equalled=one.mark == best))
            best = one.mark
    return records


def covered_since(story: Story, level: str, scope: str, as_of: date, age: str = "all") -> date | None:
    lists = [c for c in story.coverage if (c.level, c.scope, c.age) == (level, scope, age)]
    days = [c.since for c in lists if c.since <= as_of]
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
    story: Story, as_of: date, known_at: date, *, every: bool, nation: str | None, age: str
) -> tuple[list[Known], list[int]]:
    """Performances, fastest first, and their shared ranks."""
    before = [p for p in story.performances if p.day <= as_of]
    counted = [one for one in counting(story, before, known_at, own=True) if nation in {None, one.nation}]
    counted = [one for one in counted if is_of_age(story, one.performance, age)]
    listed: list[Known] = []
    for one in sorted(counted, key=lambda one: one.mark):
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
                venue=draw(st.sampled_from(VENUES)),
                competition=draw(st.sampled_from(MEETINGS)),
                official=draw(st.sampled_from([True, True, True, False])),
                source_key=SOURCE.key,
                seq=1 + days[:nth].count(day),
            )
        )
    births = tuple(draw(st.sampled_from(BIRTHS)) for _ in ATHLETES)
    return Story(tuple(performances), decisions(draw, performances), coverage(draw), births)


AMENDED = st.tuples(MARKS, st.sampled_from([None, "KEN", "ANA"]))
VOID = st.builds(
    lambda athlete, decided, time: Decision(
        *("", DecisionKind.ANNULLED, decided, decided, "CAS", "", SOURCE.key),
        athlete_key=athlete,
        since=min(time),
        until=max(time),
    ),
    st.sampled_from(ATHLETES),
    st.sampled_from(DAYS[3:6]),
    st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)),
)
"""A time of an athlete, annulled."""


NAMED = st.sampled_from(
    [
        (None, ""),
        (None, ""),
        (Level.WR, ""),
        (Level.WR, "WORLD"),
        (Level.AR, ""),
        (Level.AR, "EUR"),
        (Level.NR, "NOR"),
        (Level.NR, "KEN"),
        (Level.FR, "Paris"),
        (Level.LR, "League"),
    ]
)
"""Of which level a decision speaks, and whose record."""

LIFE_OF_A_LEVEL = {DecisionKind.SUBMITTED, DecisionKind.RATIFIED, DecisionKind.REJECTED}
TAKEN = sorted(set(DecisionKind) - {DecisionKind.WITHDRAWN})


def decisions(draw: st.DrawFn, performances: list[Performance]) -> tuple[Decision, ...]:
    """Some, each once a day, and some of them taken back."""
    made: dict[tuple[object, ...], Decision] = {}
    for performance in performances:
        for kind in draw(st.lists(st.sampled_from(TAKEN), max_size=3)):
            decided, learned = sorted(draw(st.tuples(*[st.sampled_from(DAYS[3:6])] * 2)))
            mark = nation = None
            if kind is DecisionKind.CORRECTED:
                mark, nation = draw(st.sampled_from([(Mark.parse("3:50.05"), None), (None, "FRA")]) | AMENDED)
            decision = Decision(performance.key, kind, decided, learned, "IAAF", "", SOURCE.key, mark, nation)
            level, scope = draw(NAMED) if kind in LIFE_OF_A_LEVEL else (None, "")
            named = replace(decision, level=level, scope=scope)
            made[performance.key, kind, decided, learned, level, scope] = named
    every = (*made.values(), *draw(st.lists(VOID, max_size=1)))
    back = draw(st.lists(st.sampled_from(every), max_size=2, unique=True)) if every else []
    return (*every, *(withdrawn(draw, decision) for decision in back))


def withdrawn(draw: st.DrawFn, decision: Decision) -> Decision:
    """It is taken back, on its day or later, and known then or later: perhaps before it was known itself."""
    later = [day for day in DAYS if day >= decision.decided]
    decided, learned = sorted(draw(st.tuples(*[st.sampled_from(later)] * 2)))
    return withdrawal(decision, decided, learned, by="CAS", why="", source=SOURCE.key)


AGES = st.sampled_from(sorted(GROUPS))
SCOPED = set(Level) - {Level.PB, Level.SB}


def coverage(draw: st.DrawFn) -> tuple[Coverage, ...]:
    """Most lists from the first day on, some from later days too."""
    lists = [(one, DAYS[0]) for one in LISTS if draw(st.sampled_from([True, True, True, False]))]
    lists += draw(
        st.lists(st.tuples(st.sampled_from(LISTS), st.sampled_from(DAYS[1:])), max_size=3, unique=True)
    )
    whole = [
        Coverage(level, scope, "MILEsh", Sex.MEN, since, source=SOURCE.key) for (level, scope), since in lists
    ]
    scoped = [one for one in whole if one.level in SCOPED]
    return (*whole, *(replace(one, age=age) for age in draw(st.sets(AGES, max_size=2)) for one in scoped))


def arriving(story: Story, seed: int) -> list[Facts]:
    """Its facts one by one in random order; only that what a decision is about comes before it."""
    random = Random(seed)
    ages = tuple(one for one in story.coverage if one.age != "all")  # at once: there are many
    facts: list[Any] = [*story.performances, *(one for one in story.coverage if one.age == "all")]
    random.shuffle(facts)
    for decision in random.sample(story.decisions, len(story.decisions)):
        about = decision.performance_key
        rows = [n for n, fact in enumerate(facts) if about and getattr(fact, "key", 0) == about]
        facts.insert(random.randint(rows[0] + 1 if rows else 0, len(facts)), decision)
    empty = Facts((), (), (), (), ())
    start = replace(story.facts, performances=(), decisions=(), coverage=ages)
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
    st.just("all") | AGES,
)
"""Whose record, as of when, known when, ratified only, of what age: of what was run at all, mostly."""

Question = tuple[tuple[Level, str], date, date | None, bool, str]


@given(
    with_kernel=st.sampled_from(sorted({False, kernel.available()})),
    story=stories(),
    seed=st.integers(0, 2**32),
    asked=st.lists(QUESTIONS, min_size=12, max_size=12),
)
@settings(deadline=None, max_examples=25)
def test_in_whatever_order_facts_come_the_answers_are_those_of_the_rules(
    with_kernel: bool, story: Story, seed: int, asked: list[Question]
) -> None:
    with pytest.MonkeyPatch.context() as patch, Book.create() as book:
        patch.setattr(kernel, "available", lambda: with_kernel)
        for fact in arriving(story, seed):
            book.append(fact)
            book.record("MILEsh", Sex.MEN, as_of=DAYS[-1])  # what it said before is not what it says after
        for (level, scope), as_of, known_at, ratified, age in asked:
            since = covered_since(story, level, scope, as_of, age)
            before = [p for p in story.performances if p.day <= as_of]
            whose = {"year": as_of.year, "age": age, "ratified": ratified}
            records = held(story, before, level, scope, known_at or as_of, **whose)
            if since is None:
                records = []
            question: dict[str, Any] = {"level": level, "scope": scope, "as_of": as_of}
            question |= {"known_at": known_at, "ratified": ratified, "age": age}
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
    age=st.just("all") | AGES,
    down_to=st.none() | MARKS,
)
@settings(deadline=None, max_examples=25)
def test_an_all_time_list_is_the_one_of_the_rules(
    story: Story, asked: tuple[date, date | None, bool], nation: str | None, age: str, down_to: Mark | None
) -> None:
    as_of, known_at, every = asked
    level: ListLevel = "PERFORMANCES" if every else "LIST"
    whole = Coverage(level, "WORLD", "MILEsh", Sex.MEN, DAYS[0], down_to, SOURCE.key, age)
    question: dict[str, Any] = {"all_performances": every, "nation": nation, "age": age}
    with book_of(replace(story, coverage=(whole,))) as book:
        answer = book.top("MILEsh", Sex.MEN, n=None, as_of=as_of, known_at=known_at, **question)
    listed, ranks = list_of(story, as_of, known_at or as_of, every=every, nation=nation, age=age)
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
    decided = [d for d in story.decisions if d.athlete_key or d.performance_key != late.key]
    others = replace(story, performances=tuple(rest), decisions=tuple(decided))
    before = [p for p in rest if (p.day, p.seq) < (late.day, late.seq)]
    expected = []
    ages = ["all", *GROUPS]
    for (level, scope), age in product(LISTS, ages):
        year = late.day.year
        stood = held(others, before, level, scope, late.day, year=year, age=age)
        then = held(others, [*before, late], level, scope, late.day, year=year, age=age)
        fell = stood and then[-1].known.performance == late
        if fell and covered_since(story, level, scope, late.day, age):
            by = stood[-1].known.mark - late.mark.thousandths
            expected.append((level, scope, age, record_of(stood, level, late.day), by, by == 0))
    with book_of(others) as book:
        breaks = book.break_by(late)
        found = [
            (b.level, b.scope, b.stood.coverage.age, record_told(b.stood), b.by, b.equalled) for b in breaks
        ]
        assert found == sorted(expected, key=lambda one: (list(Level).index(one[0]), ages.index(one[2])))
        book.add(late)
        assert book.break_by(late) == breaks


@given(story=stories(), asked=QUESTIONS)
@settings(deadline=None, max_examples=25)
def test_a_progression_never_gets_slower_and_ends_with_the_record(story: Story, asked: Question) -> None:
    (level, scope), as_of, known_at, ratified, age = asked
    question: dict[str, Any] = {"level": level, "scope": scope, "as_of": as_of}
    question |= {"known_at": known_at, "ratified": ratified, "age": age}
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
def test_annulling_the_holders_restores_who_stood_before(story: Story, asked: Question) -> None:
    (level, scope), as_of, known_at, ratified, age = asked
    question: dict[str, Any] = {"level": level, "scope": scope, "as_of": as_of}
    question |= {"known_at": known_at, "ratified": ratified, "age": age}
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

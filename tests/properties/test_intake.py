"""Laws of what comes in: at once is one by one, twice is once, a rehearsal is the performance."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.formats.line import Line
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.keeping.keeping import Keeping
from pacelight.book.model import Athlete, Performance, Source
from pacelight.book.store import rows
from pacelight.errors import PacelightError
from pacelight.event import Level, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Length, Points
from pacelight.meet.intake import questions
from pacelight.meet.intake.filed import Filed
from pacelight.meet.intake.people import Doubt
from pacelight.meet.intake.performed import named
from pacelight.meet.intake.queue import MemoryQueue
from pacelight.meet.intake.taken import take

TODAY = date(2024, 6, 1)
START = date(1985, 7, 27)
KEYS = ("a", "b", "c", "d")
SOURCES = tuple(Source(key, f"Source {key}", "", TODAY) for key in ("one", "two"))

births = st.sampled_from(
    [
        None,
        Birth(date(1958, 8, 4)),
        Birth(date(1958, 8, 1), BirthPrecision.MONTH),
        Birth(date(1958, 1, 1), BirthPrecision.YEAR),
        Birth(date(1970, 2, 3)),
    ]
)


# A set of facts at once is the same facts one by one.

athletes = st.builds(
    Athlete,
    st.sampled_from(KEYS),
    st.sampled_from(("Ann", "Bo", "Cy")),
    st.sampled_from(("NOR", "KEN")),
    st.lists(st.sampled_from(("Annie", "Bob")), max_size=2, unique=True).map(tuple),
    births,
)
performances = st.builds(
    Performance,
    key=st.sampled_from(("k1", "k2", "k3", "k4", "k5")),
    event=st.sampled_from(("MILE", "1500")),
    sex=st.sampled_from((Sex.MEN, Sex.WOMEN)),
    mark=st.sampled_from((Mark.parse("4:00.00"), Mark.parse("4:00.1"), Mark.parse("3:59h"))),
    athlete_key=st.sampled_from(KEYS),
    athlete=st.sampled_from(("Ann", "Bo", "Cy")),
    nation=st.sampled_from(("NOR", "KEN", "SVK")),
    day=st.sampled_from((START, START + timedelta(days=1))),
    venue=st.sampled_from(("", "Oslo")),
    competition=st.just(""),
    place=st.sampled_from((None, 1)),
    source_key=st.sampled_from(("", "one", "two", "three")),
    seq=st.sampled_from((0, 0, 0, 2, 7)),
    conditions=st.sampled_from(((), ("mixed race",), ("mixed race", "pacing lights used"))),
)
batches = st.lists(
    st.tuples(st.lists(performances, max_size=8), st.sampled_from(SOURCES), st.lists(athletes, max_size=3)),
    max_size=4,
)


def kept(book: Keeping) -> object:
    """All that can be asked of facts."""
    with book._store.reading() as connection:
        people = rows.read_athletes(connection)
    groups = book.contested()
    runs = [book.part(*group).history.performances for group in groups]
    return people, runs, [book.assertions(*group) for group in groups]


def told(action: Callable[..., int], *given: object) -> object:
    """What comes back of an action, or with which words it is refused."""
    try:
        return action(*given)
    except PacelightError as error:
        return type(error), str(error)


def one_by_one(book: Keeping, made: list[Performance], source: Source, people: list[Athlete]) -> int:
    return book.add(made, source, athletes=people)


def at_once(book: Wholesale, made: list[Performance], source: Source, people: list[Athlete]) -> int:
    with book.taking() as taking:
        return taking.add(made, source, athletes=people)


@settings(max_examples=40)
@given(batches)
def test_facts_at_once_are_the_same_facts_one_by_one(
    given: list[tuple[list[Performance], Source, list[Athlete]]],
) -> None:
    with Keeping.create() as slow, Wholesale.create() as quick:
        for batch in given:
            assert told(at_once, quick, *batch) == told(one_by_one, slow, *batch)
            assert kept(quick) == kept(slow)


# Files.

NAMES = ("Mary SLANEY", "Mary DECKER", "SLANEY Mary", "Ruth WYSOCKI", "Zola BUDD")
lines = st.builds(
    Line,
    at=st.just(""),
    event=st.sampled_from(("MILE", "1500")),
    sex=st.just(Sex.WOMEN),
    mark=st.integers(240_00, 240_03).map(lambda hundredths: Mark(hundredths * 10)),
    mark_text=st.just("4:00"),
    athlete=st.sampled_from(NAMES),
    nation=st.sampled_from(("USA", "GBR", "", "SVK")),
    born=births,
    day=st.sampled_from((None, START, START + timedelta(days=1), START.replace(year=1983))),
    venue=st.sampled_from(("Oslo (NOR)", "Bislett, Oslo (NOR)", "London (GBR)")),
    place=st.sampled_from((None, 1, 2)),
    note=st.sampled_from(("", "position 1h1")),
    level=st.sampled_from((None, Level.NR)),
    scope=st.just("USA"),
)
files = st.lists(lines, min_size=1, max_size=14)


def filed(given: Sequence[Line], form: str = "mapped") -> Filed:
    numbered = tuple(replace(row, at=f"row {number}") for number, row in enumerate(given, start=1))
    return Filed("it", form, "a table", f"{form}-it", f"{form}-it-00000001", numbered, (), 0)


def imported(book: Wholesale, queue: MemoryQueue, file: Filed, *, dry_run: bool = False) -> Any:
    return take(book, [file], queue, day=TODAY, dry_run=dry_run).files[0]


def state(book: Wholesale) -> object:
    coverage = [book.part(*group).coverage for group in book.contested()]
    return kept(book), coverage


@settings(max_examples=40)
@given(files, st.sampled_from(("mapped", "alltime", "iaaf")))
def test_twice_imports_nothing_new(ran: list[Line], form: str) -> None:
    with Wholesale.create() as book:
        queue, file = MemoryQueue(), filed(ran, form)
        first = imported(book, queue, file)
        before, asked = state(book), queue.questions()
        second = imported(book, queue, file)
        assert (second.new, second.new_athletes, second.covered) == (0, 0, 0)
        assert (second.known, second.queued) == (first.new + first.known, first.queued)
        assert (state(book), queue.questions()) == (before, asked)


@settings(max_examples=40)
@given(files, st.sampled_from(("mapped", "alltime")))
def test_every_row_is_counted_once_and_a_rehearsal_tells_what_will_be(ran: list[Line], form: str) -> None:
    with Wholesale.create() as book:
        queue, file = MemoryQueue(), filed(ran, form)
        rehearsed = imported(book, queue, file, dry_run=True)
        assert (book.contested(), book.sources(), queue.questions()) == ([], [], {})
        done = imported(book, queue, file)
        assert done == rehearsed
        assert done.new + done.known + len(done.queued) + len(done.refused) + done.dropped == len(ran)
        assert done.new == sum(len(book.part(*group).history.performances) for group in book.contested())


@settings(max_examples=40)
@given(files)
def test_what_waits_is_not_in_the_book_and_what_is_in_does_not_wait(ran: list[Line]) -> None:
    with Wholesale.create() as book:
        queue = MemoryQueue()
        done = imported(book, queue, filed(ran))
        waiting = {one.line.at for asked in queue.questions().values() for one in asked.asked}
        assert waiting == {one.line.at for one in done.queued}
        assert len(waiting) + len(done.refused) == len(ran) - done.new - done.known


@settings(max_examples=40)
@given(files, st.integers(0, 2**32))
def test_rows_without_doubt_give_the_same_book_in_any_order(ran: list[Line], seed: int) -> None:
    """Of doubtful ones the first to come is taken, and the others are asked about."""
    mixed = list(ran)
    Random(seed).shuffle(mixed)
    with Wholesale.create() as one, Wholesale.create() as other:
        done = [imported(book, MemoryQueue(), filed(some)) for book, some in ((one, ran), (other, mixed))]
        if not any(report.queued or report.known for report in done):
            assert run_by_whom(one) == run_by_whom(other)


def run_by_whom(book: Wholesale) -> set[tuple[Any, ...]]:
    """Who ran what. The first to come has the plain key, and says in which order a name is written."""
    with book._store.reading() as connection:
        known = rows.read_athletes(connection)
    who = {one.key: (frozenset(one.name.split()), one.born) for one in known}
    return {
        (run.event, run.day, run.mark, who[run.athlete_key], run.venue)
        for group in book.contested()
        for run in book.part(*group).history.performances
    }


# The queue.

marks: st.SearchStrategy[AnyMark] = st.one_of(
    st.builds(
        Mark, st.integers(1, 99_999).map(lambda n: n * 1000), st.integers(0, 3), st.sampled_from(Timing)
    ),
    st.builds(Length, st.integers(1, 9_999).map(lambda n: n * 1000), st.sampled_from((0, 2))),
    st.builds(Points, st.integers(1, 9_999)),
)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
any_lines = st.builds(
    Line,
    at=texts,
    event=st.sampled_from(("MILE", "4X4")),
    sex=st.sampled_from(Sex),
    mark=st.none() | marks,
    mark_text=texts,
    athlete=texts,
    doubts=st.lists(texts, max_size=2).map(tuple),
    family=texts,
    nation=st.sampled_from(("", "NOR")),
    born=births,
    day=st.none() | st.dates(),
    year=st.none() | st.integers(1900, 2024),
    venue=texts,
    competition=texts,
    wind=st.none() | st.integers(-99, 99),
    place=st.none() | st.integers(1, 99),
    status=st.sampled_from(("", "DNF")),
    level=st.none() | st.sampled_from(Level),
    scope=texts,
    en_route=st.booleans(),
    flags=texts,
    note=texts,
)


@given(any_lines, texts, st.lists(texts, max_size=2))
def test_a_line_that_waits_is_read_back_equal(line: Line, why: str, candidates: list[str]) -> None:
    asked = questions.about_person(named(line), Doubt(why, tuple(candidates)), line, "source")
    text = questions.asked_line(asked)
    assert text.count("\n") == 1
    assert questions.read(text, "it") == ([asked], [])

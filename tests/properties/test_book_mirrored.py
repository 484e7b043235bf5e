"""A book that is asked through its mirrors against the same book folded whole: one and the same answers.

Whatever is written in whatever order, by this book or by another beside it; after it was opened again,
and after the files of the mirrors were thrown away, torn or changed.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth
from pacelight.book.groups import Part
from pacelight.book.keeping import mirrored
from pacelight.book.keeping.hands import withdrawal
from pacelight.book.model import (
    Athlete,
    Competition,
    CompetitionKind,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    Performance,
    Source,
)
from pacelight.errors import BookError
from pacelight.event import Event, Level, Sex
from pacelight.mark import Mark

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
FIRST = date(2023, 12, 30)
DAYS = st.integers(0, 5).map(lambda days: FIRST + timedelta(days=days))
EVENTS = ("MILE", "MILEsh")
ATHLETES = ("ann", "bea", "cat")
KINDS = (None, CompetitionKind.MEETING, CompetitionKind.CHAMPIONSHIP)
MEETINGS = ("Games", "Open")
LISTS = (
    (Level.WR, "WORLD", "all"),
    (Level.WR, "WORLD", "U20"),
    (Level.AR, "EUR", "all"),
    (Level.NR, "NOR", "all"),
    (Level.NR, "SWE", "U20"),
    (Level.MR, "Games", "all"),
    (Level.CR, "Games", "all"),
    (Level.LR, "League", "all"),
    (Level.FR, "Oslo", "all"),
    *((level, who, "all") for level in (Level.PB, Level.SB) for who in ATHLETES),
)
COVERAGE = [
    Coverage(level, scope, event, Sex.WOMEN, FIRST, source="test", age=age)
    for event in EVENTS
    for level, scope, age in LISTS
]
ASKED = FIRST + timedelta(days=3), FIRST + timedelta(days=9)


class Whole(Book):
    """A book that folds all of an event for every question."""

    def part(self, event: Event, sex: Sex, question: object = None) -> Part:  # noqa: ARG002
        """All of it."""
        return super().part(event, sex)


@st.composite
def performances(draw: st.DrawFn, number: int) -> Performance:
    return Performance(
        key=f"p{number}",
        event=draw(st.sampled_from(EVENTS)),
        sex=Sex.WOMEN,
        mark=Mark(draw(st.integers(22_500, 22_503)) * 10),
        athlete_key=draw(st.sampled_from(ATHLETES)),
        athlete="",
        nation=draw(st.sampled_from(("NOR", "SWE", "KEN"))),
        day=draw(DAYS),
        venue=draw(st.sampled_from(("Oslo", "Nice"))),
        competition=draw(st.sampled_from(MEETINGS)),
        seq=draw(st.integers(0, 2)),
        round=str(number),
    )


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    kind = draw(st.sampled_from([kind for kind in DecisionKind if kind is not DecisionKind.WITHDRAWN]))
    whole = kind is DecisionKind.ANNULLED and draw(st.booleans())
    decided = draw(DAYS)
    one = Decision(
        performance_key="" if whole else f"p{draw(st.integers(0, 9))}",
        kind=kind,
        decided=decided,
        learned=decided + timedelta(days=draw(st.integers(0, 3))),
        by="the federation",
        why="",
        source="",
        mark=Mark(225_020) if kind is DecisionKind.CORRECTED else None,
        athlete_key=draw(st.sampled_from(ATHLETES)) if whole else "",
        since=FIRST if whole else None,
        until=FIRST + timedelta(days=2) if whole else None,
    )
    named = kind in {DecisionKind.SUBMITTED, DecisionKind.RATIFIED, DecisionKind.REJECTED}
    return replace(one, level=Level.NR) if named and draw(st.booleans()) else one


def told(book: Book, given: st.DataObject, number: int) -> None:
    """Write something to the book; what it refuses is not written."""
    what = given.draw(st.sampled_from(("run", "run", "decide", "decide", "merge", "unmerge", "know")))
    with suppress(BookError):
        if what == "run":
            book.add([given.draw(performances(number * 3 + nth)) for nth in range(3)], SOURCE)
        elif what == "decide":
            one = given.draw(decisions())
            book.decide(one)
            if given.draw(st.booleans()):
                back = one.decided + timedelta(days=1)
                book.decide(withdrawal(one, decided=back, learned=back, by="the court", why="", source=""))
        elif what == "merge":
            book.merge(*given.draw(st.permutations(ATHLETES).map(lambda three: three[:2])))
        elif what == "unmerge":
            book.unmerge(given.draw(st.sampled_from(ATHLETES)))
        else:
            athletes = Athlete(given.draw(st.sampled_from(ATHLETES)), "A", "NOR", (), Birth(date(2005, 5, 1)))
            kind = given.draw(st.sampled_from(KINDS))
            held = Competition(given.draw(st.sampled_from(MEETINGS)), kind, "League")
            book.append(Facts((SOURCE,), (athletes,), (), (), (), competitions=(held,)))


def harmed(given: st.DataObject, folder: Path) -> None:
    """Something happens to the files of the mirrors."""
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.exists() else []
    how = given.draw(st.sampled_from(("nothing", "gone", "torn", "changed", "swapped")))
    if how == "gone":
        shutil.rmtree(folder, ignore_errors=True)
    elif files and how in {"torn", "changed"}:
        file = given.draw(st.sampled_from(files))
        held = bytearray(file.read_bytes())
        place = given.draw(st.integers(0, len(held) - 1))
        if how == "torn":
            del held[place:]
        else:
            held[place] ^= 1
        file.write_bytes(held)
    elif len(files) > 1 and how == "swapped":
        contents = [file.read_bytes() for file in files]
        for file, content in zip(files, [*contents[1:], contents[0]], strict=True):
            file.write_bytes(content)


QUESTIONS = [
    {"level": level, "scope": None if level is Level.WR else scope, "age": age, "as_of": as_of, **more}
    for level, scope, age in LISTS
    for as_of in ASKED
    for more in ({}, {"ratified": True}, {"known_at": ASKED[0]}, {"outright": True})
]
MARKS = [
    Performance(key, "MILE", Sex.WOMEN, Mark(225_010), who, "", "NOR", day, "Oslo", competition="Games")
    for key, day in (("new", ASKED[0]), ("p1", FIRST), ("p4", FIRST + timedelta(days=2)))
    for who in (*ATHLETES, "nobody")
]
SOME = st.lists(st.sampled_from(QUESTIONS), min_size=8, max_size=8, unique_by=str)


def answers(book: Book, questions: list[dict[str, Any]], marks: list[Performance]) -> Iterator[Any]:
    """What stood, what led to it, and what a mark would break."""
    for asked in questions:
        try:
            yield book.record("MILE", Sex.WOMEN, **asked), book.progression("MILEsh", Sex.WOMEN, **asked)
        except BookError as error:  # nobody of that name yet
            yield str(error)
    for mark in marks:
        yield book.break_by(mark), book.break_by(mark, known_at=ASKED[1])


@given(given=st.data())
@settings(max_examples=8)
def test_a_book_with_mirrors_gives_the_answers_of_one_without(given: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patched, tempfile.TemporaryDirectory() as folder:
        patched.setattr(mirrored, "WORTH", 1)
        where = Path(folder) / "book.sqlite"
        with Book.create(where) as made:
            made.append(Facts((SOURCE,), (), (), (), tuple(COVERAGE)))
        mine, other, whole = Book.open(where), Book.open(where), Whole.open(where)
        for number in range(given.draw(st.integers(2, 5))):
            told(given.draw(st.sampled_from((mine, other))), given, number)
            if given.draw(st.booleans()):
                mine.close()
                harmed(given, where.with_name("book.sqlite.mirror"))
                mine = Book.open(where)
            asked = given.draw(SOME), given.draw(st.lists(st.sampled_from(MARKS), min_size=2, max_size=2))
            expected = list(answers(whole, *asked))
            assert list(answers(mine, *asked)) == expected
            if given.draw(st.booleans()):
                assert list(answers(other, *asked)) == expected
        for book in (mine, other, whole):
            book.close()

"""The all-time list of 2023 in the book: the records that follow from it are those the IAAF published.

In the normal run the lists of mile and 1500 m, in `make prove` all 97. The counts were taken of the
data by other means: those of ``SOURCES.md`` beside them.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.asking.published import SideBySide
from pacelight.book.asking.published import beside as hold_beside
from pacelight.book.asking.published_answers import reasons
from pacelight.book.formats import iaaf
from pacelight.book.formats.line import Line
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.keeping.keeping import Keeping
from pacelight.event import Event, Sex
from pacelight.mark import Mark
from pacelight.meet.intake.answered import open_questions
from pacelight.meet.intake.filed import Filed, check_trusted, filed
from pacelight.meet.intake.lif import Said
from pacelight.meet.intake.printed import progressions
from pacelight.meet.intake.queue import FileQueue, beside
from pacelight.meet.intake.report import FileReport
from pacelight.meet.intake.taken import take

NAME = "wa_alltime_2023.parquet"
LAST = date(2023, 7, 1)
"""Of the last performance in the list."""

PUBLISHED = {
    ("MILE", Sex.MEN): ("mile.txt", 16, date(1958, 8, 6)),
    ("1500", Sex.MEN): ("1500m.txt", 14, date(1958, 8, 28)),
}
"""The IAAF's list, how many steps lie within the depth of ours, and the first day of ours."""


@dataclass(frozen=True)
class Imported:
    """A book into which the list was taken twice."""

    path: Path
    queue: FileQueue
    first: FileReport
    second: FileReport


def imported(folder: Path, data: bytes) -> Imported:
    path = folder / "book.sqlite"
    queue = FileQueue(beside(path))
    given: Filed = filed(data, NAME, beside={}, wanted=None, said=Said(), until=LAST)
    check_trusted(given, partly=False)
    with Wholesale.create(path) as book:
        first, second = (take(book, [given], queue, day=LAST).files[0] for _ in range(2))
    return Imported(path, queue, first, second)


def part_of(path: Path) -> bytes:
    """The lists of mile and 1500 m, every cell as it stands."""
    import pyarrow.parquet as pq

    out = BytesIO()
    pq.write_table(pq.read_table(path, filters=[("event", "in", ["one-mile", "1500-metres"])]), out)
    return out.getvalue()


@pytest.fixture(
    scope="module",
    params=["part", pytest.param("whole", marks=[pytest.mark.prove, pytest.mark.timeout(1800)])],
)
def list_of_2023(
    request: pytest.FixtureRequest, shared_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Imported:
    path = shared_data / NAME
    data = part_of(path) if request.param == "part" else path.read_bytes()
    return imported(tmp_path_factory.mktemp("alltime"), data)


def test_every_row_is_accounted_for(list_of_2023: Imported) -> None:
    report = list_of_2023.first
    taken = report.new + report.known + len(report.queued) + len(report.refused)
    assert taken == report.rows
    assert report.rows in {20_917, 465_638}
    assert len(report.queued) < report.rows / 100
    assert {one.why.partition(" (write ")[0][:17] for one in report.refused} <= {"no athlete ran fo"}


def test_taken_twice_it_brings_nothing_new(list_of_2023: Imported) -> None:
    first, second = list_of_2023.first, list_of_2023.second
    assert (second.new, second.new_athletes, second.covered) == (0, 0, 0)
    assert second.known == first.new + first.known
    assert second.queued == first.queued
    assert second.refused == first.refused


def published(shared_data: Path, name: str, since: date, depth: Mark) -> list[tuple[date, str, Mark]]:
    """The steps of the IAAF's list that ours can have: from its first day on, down to its last mark."""
    data = (shared_data / "progression" / "iaaf2015" / name).read_bytes()
    lines = [one for one in iaaf.read(data, name, until=date(2015, 8, 22)) if isinstance(one, Line)]
    return [
        (one.day, one.athlete.split()[-1].casefold(), one.mark)
        for one in lines
        if one.day and one.day >= since and isinstance(one.mark, Mark) and one.mark <= depth
    ]


@pytest.mark.parametrize(("code", "sex"), PUBLISHED)
def test_its_progression_is_the_one_the_iaaf_published(
    list_of_2023: Imported, shared_data: Path, code: str, sex: Sex
) -> None:
    """None extra and none missing: the same days, the same athletes, and the marks as they were ratified.

    Ratified marks of before 1981 are in tenths: the automatic time rounded up.
    """
    name, steps, since = PUBLISHED[code, sex]
    with Book.open(list_of_2023.path) as book:
        derived = book.progression(code, sex, as_of=LAST)
        part = book.part(*_group(book, code, sex))
    coverage = {str(one.level): one for one in part.coverage}
    depth = max(one.mark for one in part.history.performances if isinstance(one.mark, Mark))
    assert isinstance(derived, list)
    assert coverage["WR"].since == since
    theirs = published(shared_data, name, since, depth)
    ours = [
        (step.performance.day, step.performance.athlete.split()[-1].casefold(), step.performance.mark)
        for step in derived
    ]
    assert len(ours) == steps
    assert [step[:2] for step in ours] == [step[:2] for step in theirs]
    ratified = []
    for (_, _, mark), (_, _, told) in zip(ours, theirs, strict=True):
        assert isinstance(mark, Mark)
        ratified.append(mark if mark == told else Mark.from_elapsed(mark.elapsed, told.precision))
    assert ratified == [mark for _, _, mark in theirs]


def _group(book: Keeping, code: str, sex: Sex) -> tuple[Event, Sex]:
    return next(group for group in book.contested() if (group[0].code, group[1]) == (code, sex))


def test_mary_decker_and_mary_slaney_wait_for_a_person(list_of_2023: Imported) -> None:
    """One athlete, and one race under two years: 4:19.18 in Oslo on 27 July 1983 and 1985."""
    with Wholesale.open(list_of_2023.path) as book:
        asked = open_questions(book, list_of_2023.queue).values()
        held = book.part(*_group(book, "MILE", Sex.WOMEN)).history.performances
    (decker,) = [one for one in asked if one.first.shown.startswith(("Mary DECKER,", "Mary SLANEY,"))]
    assert decker.first.why == "another name, the same birth and nation"
    (oslo,) = [
        one.line.day for one in decker.asked if (one.line.event, one.line.mark_text) == ("MILE", "4:19.18")
    ]
    kept = [one.day for one in held if str(one.mark) == "4:19.18" and one.venue == "Oslo (NOR)"]
    assert {oslo, *kept} == {date(1983, 7, 27), date(1985, 7, 27)}
    assert len(kept) == 1


WHOLE = 465_638
"""Rows of all 97 lists."""

PRINTED = date(2015, 8, 22)
"""Of the handbook."""

OF_ALL = {
    "agreed": 207,
    "before the list": 383,
    "not covered": 74,
    "by hand": 63,
    "a better one stood": 27,
    "not in the book": 15,
    "rounded": 15,
    "after the source": 14,
    "not in the source": 12,
    "below the list": 10,
    "on the way": 7,
    "before the source": 4,
    "equalled": 3,
    "another mark": 3,
    "another day": 2,
    "the same day": 2,
}
"""Of the 32 lists, how many steps of either progression have which class."""


def test_every_step_of_every_published_list_agrees_or_has_its_reason(
    list_of_2023: Imported, shared_data: Path
) -> None:
    """Mile and 1500 m agree; of the other lists nothing is left out, on either side."""
    paths = sorted((shared_data / "progression" / "iaaf2015").glob("*.txt"))
    whole = list_of_2023.first.rows == WHOLE
    asked = paths if whole else [path for path in paths if path.name in {"mile.txt", "1500m.txt"}]
    lists: list[SideBySide] = []
    with Book.open(list_of_2023.path) as book:
        for path in asked:
            given = filed(path.read_bytes(), path.name, beside={}, wanted=None, said=Said(), until=PRINTED)
            (list_of_file,) = progressions(given, until=PRINTED)
            found = hold_beside(book, list_of_file, as_of=LAST)
            told = sum(one.published is not None for one in found.pairs) + len(list_of_file.undated)
            assert told == len([line for line in path.read_text("utf-8").split("\n") if line.strip()])
            assert len(found.agreed) + len(found.explained) + len(found.open) == len(found.pairs)
            lists.append(found)
        for found in lists:
            steps = book.progression(found.event, found.published.listed.sex, as_of=LAST)
            if isinstance(steps, list):
                assert sum(one.derived is not None for one in found.pairs) == len(steps)
    agreeing = {
        found.event.code: found for found in lists if found.published.name in {"mile.txt", "1500m.txt"}
    }
    assert {code: reasons([found]) for code, found in agreeing.items()} == {
        "MILE": {"agreed": 14, "before the list": 16, "rounded": 2},
        "1500": {"agreed": 13, "before the list": 24, "rounded": 1},
    }
    assert not whole or reasons(lists) == OF_ALL

"""From files to the book: once, all or nothing, and what is doubtful waits for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.birth import Birth
from pacelight.book.formats.line import Line
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.model import Performance
from pacelight.book.store.store import Store
from pacelight.errors import BookError, FormatError
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark
from pacelight.meet.intake.answered import answer, open_questions, question
from pacelight.meet.intake.filed import Filed
from pacelight.meet.intake.questions import Answer
from pacelight.meet.intake.queue import MemoryQueue
from pacelight.meet.intake.report import FileReport, as_json
from pacelight.meet.intake.taken import take

TODAY = date(2024, 6, 1)
MARY = Birth(date(1958, 8, 4))
MILE = EVENTS["MILE"]


def line(mark: str, athlete: str, day: str, **told: Any) -> Line:
    ran = date.fromisoformat(day)
    given: dict[str, Any] = {
        "at": f"row {day} {athlete}",
        "event": "MILE",
        "sex": Sex.WOMEN,
        "mark": Mark.parse(mark),
        "mark_text": mark,
        "athlete": athlete,
        "nation": "USA",
        "born": MARY,
        "day": ran,
        "year": ran.year,
        "venue": "Oslo (NOR)",
        "place": 1,
    }
    return Line(**given | told)


SLANEY = (
    line("4:16.71", "Mary SLANEY", "1985-08-21", venue="Zürich (SUI)"),
    line("4:19.18", "Mary SLANEY", "1985-07-27"),
    line("4:22.00", "Mary SLANEY", "1986-07-27"),
)
DECKER = (
    line("4:19.18", "Mary DECKER", "1983-07-27"),
    line("4:21.68", "Mary DECKER", "1980-01-26", venue="Auckland (NZL)"),
)


def file(lines: Sequence[Line], source: str = "mapped-it-00000001", form: str = "mapped") -> Filed:
    return Filed("it.csv", form, "a table", source[:-9], source, tuple(lines), (), 0)


@pytest.fixture(params=["memory", "server"])
def book(request: pytest.FixtureRequest) -> Iterator[Wholesale]:
    """A new book, in memory and on PostgreSQL."""
    where = request.getfixturevalue("new_address")() if request.param == "server" else None
    with Wholesale(Store.create(where)) as made:
        yield made


@pytest.fixture
def queue() -> MemoryQueue:
    return MemoryQueue()


def taken(book: Wholesale, queue: MemoryQueue, *files: Filed, **told: Any) -> FileReport:
    """What became of the last of the files."""
    return take(book, files, queue, day=TODAY, **told).files[-1]


def counts(report: FileReport) -> tuple[int, int, int, int, int]:
    return report.new, report.known, len(report.queued), len(report.refused), report.dropped


def held(book: Wholesale, sex: Sex = Sex.WOMEN) -> tuple[Performance, ...]:
    return book.part(MILE, sex).history.performances


def marks(book: Wholesale) -> list[tuple[str, str, str]]:
    return [(str(one.day), str(one.mark), one.athlete_key) for one in held(book)]


def said(accepted: bool = True, as_key: str = "") -> Answer:
    return Answer("", accepted, as_key, "Somebody", TODAY, "")


def say(book: Wholesale, queue: MemoryQueue, key: str, given: Answer) -> FileReport | None:
    asked = question(book, queue, key)
    done = answer(book, queue, asked, replace(given, id=asked.first.id))
    return done.files[-1] if done.files else None


def test_twice_imports_nothing_new(book: Wholesale, queue: MemoryQueue) -> None:
    given = file([*SLANEY, *DECKER])
    assert counts(taken(book, queue, given)) == (3, 0, 2, 0, 0)
    before = held(book)
    assert counts(taken(book, queue, given)) == (0, 3, 2, 0, 0)
    assert held(book) == before
    assert [len(one.asked) for one in queue.questions().values()] == [2]


def test_a_dry_run_says_what_a_real_one_does_and_does_nothing(book: Wholesale, queue: MemoryQueue) -> None:
    given = file([*SLANEY, *DECKER])
    rehearsed = taken(book, queue, given, dry_run=True)
    assert (book.contested(), book.sources(), queue.questions()) == ([], [], {})
    assert taken(book, queue, given) == rehearsed


def test_a_changed_name_waits_and_is_taken_as_whom_a_person_says(book: Wholesale, queue: MemoryQueue) -> None:
    """4:19.18 Mary Decker 1983 and Mary Slaney 1985, both Oslo: one athlete, and one race."""
    taken(book, queue, file([*SLANEY, *DECKER]))
    ((key, asked),) = open_questions(book, queue).items()
    assert (asked.first.shown, asked.first.why, asked.first.candidates) == (
        "Mary DECKER, USA, born 1958",
        "another name, the same birth and nation",
        ("slaney-mary",),
    )
    done = say(book, queue, key[:4], said(as_key="slaney-mary"))
    assert done is not None
    assert counts(done) == (1, 0, 1, 0, 0)
    assert ("1980-01-26", "4:21.68", "slaney-mary") in marks(book)
    assert book.athlete("Mary Decker").key == "slaney-mary"
    ((other, again),) = open_questions(book, queue).items()
    assert again.first.why == "the same mark, venue and place on the same day of 1985"
    say(book, queue, other, said(accepted=False))
    assert open_questions(book, queue) == {}
    assert counts(taken(book, queue, file([*SLANEY, *DECKER]))) == (0, 4, 0, 0, 1)
    assert len(held(book)) == 4


def test_somebody_of_their_own_gets_a_key_and_is_not_asked_about_again(
    book: Wholesale, queue: MemoryQueue
) -> None:
    namesake = replace(DECKER[1], athlete="Mary SLANEY", born=Birth(date(1970, 2, 3)))
    given = file([*SLANEY, namesake])
    taken(book, queue, given)
    ((key, asked),) = open_questions(book, queue).items()
    assert asked.first.why == "the same name, another birth"
    say(book, queue, key, said())
    assert ("1980-01-26", "4:21.68", "slaney-mary-1970") in marks(book)
    assert counts(taken(book, queue, given)) == (0, 4, 0, 0, 0)
    assert {one.athlete_key for one in held(book)} == {"slaney-mary", "slaney-mary-1970"}


def test_a_double_is_taken_only_if_a_person_says_so(book: Wholesale, queue: MemoryQueue) -> None:
    elsewhere = replace(SLANEY[1], venue="London (GBR)", at="row 9")
    given = file([*SLANEY, elsewhere])
    assert counts(taken(book, queue, given)) == (3, 0, 1, 0, 0)
    ((key, asked),) = open_questions(book, queue).items()
    assert asked.first.candidates == ("1985-07-27-oslo-MILE-women-slaney-mary",)
    say(book, queue, key, said(as_key=asked.first.candidates[0]))
    assert len(held(book)) == 3
    assert counts(taken(book, queue, given)) == (0, 4, 0, 0, 0)


def test_a_double_of_its_own_is_another_performance_from_then_on(book: Wholesale, queue: MemoryQueue) -> None:
    given = file([*SLANEY, replace(SLANEY[1], venue="London (GBR)", at="row 9")])
    taken(book, queue, given)
    say(book, queue, next(iter(open_questions(book, queue))), said())
    assert len(held(book)) == 4
    assert counts(taken(book, queue, given)) == (0, 4, 0, 0, 0)


def test_an_answer_must_name_somebody_who_is_there(book: Wholesale, queue: MemoryQueue) -> None:
    taken(book, queue, file([*SLANEY, *DECKER]))
    key = next(iter(open_questions(book, queue)))
    with pytest.raises(BookError, match=r"^the book knows no athlete 'x' \(it may be: slaney-mary\)$"):
        say(book, queue, key, said(as_key="x"))
    assert list(open_questions(book, queue)) == [key]
    for wrong in ("", "zzz"):
        with pytest.raises(BookError, match="no open question begins"):
            question(book, queue, wrong)


def test_a_performance_that_is_named_must_be_one_of_the_event(book: Wholesale, queue: MemoryQueue) -> None:
    taken(book, queue, file([*SLANEY, replace(SLANEY[1], venue="London (GBR)", at="row 9")]))
    key = next(iter(open_questions(book, queue)))
    with pytest.raises(BookError, match="no performance 'x' in the book"):
        say(book, queue, key, said(as_key="x"))
    other = replace(SLANEY[0], event="1500", mark=Mark.parse("3:57.24"))
    taken(book, queue, file([other], "mapped-other-00000002"))
    with pytest.raises(BookError, match="is a performance of 1500 women, not MILE women"):
        say(book, queue, key, said(as_key="1985-08-21-zurich-1500-women-slaney-mary"))
    assert len(held(book)) == 3


def test_lines_of_an_import_that_the_book_never_had_are_not_asked_about(queue: MemoryQueue) -> None:
    with Wholesale.create() as lost:
        taken(lost, queue, file([*SLANEY, *DECKER]))
    with Wholesale.create() as other:
        assert open_questions(other, queue) == {}
        taken(other, queue, file([*SLANEY, *DECKER]))
        assert [len(one.asked) for one in open_questions(other, queue).values()] == [2]


def test_another_source_is_kept_beside_the_first(book: Wholesale, queue: MemoryQueue) -> None:
    taken(book, queue, file(SLANEY))
    report = taken(book, queue, file(SLANEY, "mapped-other-00000002"))
    assert counts(report) == (0, 3, 0, 0, 0)
    assert sorted(one.source for one in book.assertions(MILE, Sex.WOMEN)) == [
        *["mapped-it-00000001"] * 3,
        *["mapped-other-00000002"] * 3,
    ]


def test_a_birth_that_says_more_is_kept_and_a_nation_that_is_not_told_is_the_books(
    book: Wholesale, queue: MemoryQueue
) -> None:
    taken(book, queue, file([replace(SLANEY[0], born=None)]))
    assert book.athlete("slaney-mary").born is None
    taken(book, queue, file([SLANEY[0]], "mapped-other-00000002"))
    assert book.athlete("slaney-mary").born == MARY
    later = line("4:30.00", "Mary Slaney", "1987-05-05", nation="")
    assert counts(taken(book, queue, file([later], "mapped-third-00000003"))) == (1, 0, 0, 0, 0)
    assert held(book)[-1].nation == "USA"


def test_of_a_day_the_best_mark_stands_first_in_whatever_order_the_rows_are(
    book: Wholesale, queue: MemoryQueue
) -> None:
    second = line("4:25.00", "Ann Other", "1985-07-27", born=None, place=2)
    taken(book, queue, file([second, SLANEY[1]]))
    assert [(one.seq, str(one.mark)) for one in held(book)] == [(1, "4:19.18"), (2, "4:25.00")]


def test_a_row_that_could_not_have_been_is_refused_with_its_reason(
    book: Wholesale, queue: MemoryQueue
) -> None:
    report = taken(book, queue, file([replace(SLANEY[0], nation="SVK")]))
    assert [(one.why, one.text) for one in report.refused] == [
        (
            "no athlete ran for SVK on 1985-08-21 (write TCH)",
            "4:16.71 Mary SLANEY SVK 1985-08-21 Zürich (SUI)",
        )
    ]
    with pytest.raises(BookError, match="knows no athlete"):
        book.athlete("slaney-mary")


def records(count: int) -> list[Line]:
    told: dict[str, Any] = {"born": None, "level": Level.MR, "scope": "Bislett"}
    return [line("4:16.71", f"Runner {chr(65 + n)}", f"1985-08-{n + 1:02}", **told) for n in range(count)]


def test_a_list_that_shrinks_is_refused_as_a_whole_unless_one_insists(
    book: Wholesale, queue: MemoryQueue
) -> None:
    taken(book, queue, file(records(10)), who="The list of March")
    broken = file(records(7), "mapped-it-00000002")
    with pytest.raises(FormatError, match="has 7 marks where The list of March had 10"):
        taken(book, queue, broken)
    assert [one.key for one in book.sources()] == ["mapped-it-00000001"]
    assert counts(taken(book, queue, broken, shrink=True)) == (0, 7, 0, 0, 0)


def test_of_several_files_none_is_taken_if_one_is_refused(book: Wholesale, queue: MemoryQueue) -> None:
    good, broken = file(records(10)), file(records(2), "mapped-it-00000002")
    with pytest.raises(FormatError):
        taken(book, queue, good, broken)
    assert (book.contested(), book.sources()) == ([], [])


def test_a_list_is_covered_and_covered_deeper_once_nothing_is_missing(
    book: Wholesale, queue: MemoryQueue
) -> None:
    given = file([*SLANEY, *DECKER], "alltime-it-00000001", form="alltime")
    taken(book, queue, given)

    def depth() -> list[str]:
        return [
            str(one.down_to) for one in book.part(MILE, Sex.WOMEN).coverage if one.level == "PERFORMANCES"
        ]

    assert depth() == ["4:16.71"]
    say(book, queue, next(iter(open_questions(book, queue))), said(as_key="slaney-mary"))
    say(book, queue, next(iter(open_questions(book, queue))), said(accepted=False))
    assert counts(taken(book, queue, given)) == (0, 4, 0, 0, 1)
    assert depth() == ["4:22.00"]


def test_what_is_read_first_is_what_a_source_is_as_of(book: Wholesale, queue: MemoryQueue) -> None:
    taken(book, queue, file(SLANEY), as_of=date(2023, 1, 1), who="A list", url="https://example.org")
    take(book, [file(SLANEY)], queue, day=date(2030, 1, 1), who="A list", url="https://example.org")
    assert [(one.who, one.as_of) for one in book.sources()] == [("A list", date(2023, 1, 1))]
    with pytest.raises(BookError, match="is in the book with other content"):
        taken(book, queue, file(SLANEY), who="Another list")


def test_a_report_counts_every_row_once_and_json_has_all(book: Wholesale, queue: MemoryQueue) -> None:
    bad = replace(SLANEY[0], nation="SVK", athlete="Zuzana X", born=None)
    report = take(book, [file([*SLANEY, *DECKER, bad])], queue, day=TODAY)
    shape = as_json(report)
    (told,) = shape["files"]
    assert (shape["schema"], shape["dry_run"]) == ("pacelight.import/1", False)
    assert told["new"] + told["known"] + told["queued"] + told["refused"] == told["rows"] == 6
    assert [(one["why"], len(one["rows"])) for one in told["questions"]] == [
        ("another name, the same birth and nation", 2)
    ]
    assert [one["at"] for one in told["refusals"]] == [bad.at]


def test_how_far_it_is_is_told_by_rows(book: Wholesale, queue: MemoryQueue) -> None:
    told: list[tuple[str, int, int]] = []
    men = [replace(one, sex=Sex.MEN, athlete="Steve Cram", born=None) for one in SLANEY]
    taken(book, queue, file([*SLANEY, *men]), watch=lambda *seen: told.append(seen))
    assert told == [("it.csv", 3, 6), ("it.csv", 6, 6)]


def test_a_thousand_rows_stand_in_the_order_in_which_they_were_given(
    book: Wholesale, queue: MemoryQueue
) -> None:
    """The numbers that a database gives to many rows at once are those of their order."""
    rows = [
        line(f"4:{n // 100:02}.{n % 100:02}", f"Runner Number{n}", "1985-07-27", born=None, place=n + 1)
        for n in range(1_500)
    ]
    assert counts(taken(book, queue, file(rows))) == (1_500, 0, 0, 0, 0)
    assert [(one.seq, one.athlete) for one in held(book)] == [
        (n + 1, f"Runner Number{n}") for n in range(1_500)
    ]

"""A file of records as it stands: which lists it has, who holds them, and what a book could not hold."""

from datetime import date

import pytest

from pacelight.book.asking.compared import Change, Edition, compare
from pacelight.book.asking.editions import Listing, ListKey
from pacelight.book.asking.lists import Book
from pacelight.book.formats.line import Line
from pacelight.book.model import ALL, Coverage, Performance, Source
from pacelight.errors import FormatError
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length
from pacelight.meet.intake.filed import Filed
from pacelight.meet.intake.listing import as_printed, listing
from pacelight.meet.intake.printed import progressions

DAY = date(2024, 3, 29)


def line(at: str, mark: AnyMark, event: str = "1500", day: str = "2023-06-15", **more: object) -> Line:
    told: dict[str, object] = {
        "athlete": "Jakob Ingebrigtsen",
        "nation": "NOR",
        "level": Level.NR,
        "scope": "NOR",
        "day": date.fromisoformat(day) if day else None,
        "sex": Sex.MEN,
        "event": event,
        "mark": mark,
    }
    return Line(at=at, mark_text=str(mark), **(told | more))  # type: ignore[arg-type]  # each to its own field


def file(*lines: Line) -> Filed:
    return Filed("list.csv", "national", "a list", "list", "list-1", lines, (), 0)


def high(text: str, at: str, flags: str) -> Line:
    return line(at, Length.parse(text), "HJ", flags=flags)


def key(event: str, *, roof: bool | None = None) -> ListKey:
    return ListKey(event, Sex.MEN, Level.NR, "NOR", ALL, None, roof)


def test_equal_marks_share_a_list_and_a_worse_one_beside_them_does_not() -> None:
    found = listing(
        file(
            line("line 2", Mark.parse("3:30.00"), day="2023-06-15"),
            line("line 3", Mark.parse("3:30.00"), day="2022-06-15", athlete="Filip Ingebrigtsen"),
            line("line 4", Mark.parse("3:30.1"), day="2021-06-15"),
        ),
        as_of=DAY,
    )
    (standing,) = found.lists.values()
    assert [one.athlete for one in standing.holders] == ["Filip Ingebrigtsen", "Jakob Ingebrigtsen"]
    assert (str(standing.mark), standing.since, standing.coverage.since) == (
        "3:30.00",
        date(2022, 6, 15),
        DAY,
    )


def test_lists_are_kept_apart_by_roof_where_the_file_knows_roofs() -> None:
    outdoors = [line("line 2", Mark.parse("3:30.00")), high("2.36", "line 3", "")]
    short = line("line 5", Mark.parse("3:31.00"), "1500sh")
    known = listing(file(*outdoors, high("2.35", "line 4", "i"), short), as_of=DAY).lists
    assert set(known) == {
        key("1500", roof=False),
        *(key("HJ", roof=False), key("HJ", roof=True)),
        key("1500sh"),
    }
    assert set(listing(file(*outdoors, short), as_of=DAY).lists) == {key("1500"), key("HJ"), key("1500sh")}


def test_what_a_book_could_not_hold_says_why() -> None:
    early = line("line 2", Mark.parse("3:31.58"), day="1980-08-27", nation="GER", scope="GER")
    windy = line("line 3", Mark.parse("9.99"), "100", wind=43)
    found = listing(file(early, windy), as_of=DAY)
    assert sorted(found.doubts.values()) == [
        "a wind of +4.3 is too strong for a record",
        "no athlete ran for GER on 1980-08-27 (write FRG or GDR)",
    ]


def test_a_row_without_a_day_is_counted_and_a_file_without_records_is_refused() -> None:
    undated = line("line 3", Mark.parse("3:59.00"), "MILE", day="", year=1966)
    found = listing(file(line("line 2", Mark.parse("3:30.00")), undated))
    assert (found.as_of, found.unread, len(found.lists)) == (date(2023, 6, 15), 1, 1)
    with pytest.raises(FormatError, match=r"line 3: a performance has a day and a mark"):
        as_printed(undated, "list-1")
    results = file(line("line 2", Mark.parse("3:30.00"), level=None, scope=""))
    with pytest.raises(FormatError, match=r"list\.csv has no record"):
        listing(results)
    with pytest.raises(FormatError, match=r"list\.csv has no record"):
        progressions(results, until=DAY)


def test_a_book_beside_a_file_is_asked_for_what_the_file_could_say() -> None:
    """Its events and levels; of one nation, where it has but one; under a roof and not."""
    source = Source("test", "A source", "", date(2020, 1, 1))

    def ran(event: str, mark: AnyMark, nation: str, flags: str = "") -> Performance:
        one = (event, Sex.MEN, mark, f"{nation}{event}", f"{nation}{event}", nation, date(2022, 1, 1), "", "")
        return Performance(f"{nation}{event}{mark}", *one, flags=flags)

    facts = [
        *(ran("1500", Mark.parse("3:40.00"), "NOR"), ran("1500", Mark.parse("3:35.00"), "SWE")),
        *(ran("MILE", Mark.parse("3:50.00"), "NOR"), ran("HJ", Length.parse("2.30"), "NOR")),
        ran("HJ", Length.parse("2.37"), "NOR", "i"),
    ]
    covered = [
        Coverage(level, scope, event, Sex.MEN, date(2021, 1, 1), source="test")
        for event in ("1500", "MILE", "HJ")
        for level, scope in ((Level.NR, "NOR"), (Level.NR, "SWE"), (Level.WR, "WORLD"))
    ]
    given = file(
        *(line("line 2", Mark.parse("3:30.00")), high("2.36", "line 3", ""), high("2.37", "line 4", "i"))
    )
    with Book.create() as book:
        book.add(facts, source, coverage=covered)
        found = compare(Edition(book, DAY, DAY), listing(given, as_of=DAY))
        only = {one.listed: one.change for one in found}
    assert only == {
        key("1500", roof=False): Change.IMPROVED,
        key("HJ", roof=False): Change.IMPROVED,
        key("HJ", roof=True): Change.CORRECTED,  # the same mark, by another
    }
    assert isinstance(listing(given), Listing)


@pytest.mark.parametrize("roofs", [False, True])
def test_a_record_slower_than_that_over_a_longer_distance_has_no_source(*, roofs: bool) -> None:
    """Of two files, whether or not they keep roofs apart; on a short track only its own marks speak."""
    mile = [line("line 2", Mark.parse("3:43.97"), "MILE"), *([high("2.35", "line 3", "i")] if roofs else [])]
    slow = line("line 4", Mark.parse("3:59.79"), "1500")
    short = line("line 5", Mark.parse("3:59.79"), "1500sh")
    good = line("line 6", Mark.parse("2:20.00"), "1000")
    found = compare(listing(file(*mile), as_of=DAY), listing(file(*mile, slow, short, good), as_of=DAY))
    assert {one.listed.event: (one.change, one.why) for one in found} == {
        "1000": (Change.NEW, ""),
        "1500": (
            Change.NO_SOURCE,
            "over the longer Mile the first holds 3:43.97 (Jakob Ingebrigtsen, 2023-06-15)",
        ),
        "1500sh": (Change.NEW, ""),
    }

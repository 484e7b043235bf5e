"""What the book covers after a file: only what nothing is missing from."""

from datetime import date
from typing import Any

from pacelight.book.formats.line import Line
from pacelight.book.model import Coverage
from pacelight.book.store.held import HeldMark
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.meet.intake.covers import Promise, all_time, record_lists
from pacelight.meet.intake.vouched import vouched

SINCE = date(2023, 7, 1)


def line(mark: str, year: int, **told: Any) -> Line:
    given: dict[str, Any] = {
        "at": f"row {year}",
        "event": "MILE",
        "sex": Sex.MEN,
        "mark": Mark.parse(mark),
        "mark_text": mark,
        "athlete": "Somebody",
        "nation": "GBR",
        "day": date(year, 5, 6),
        "year": year,
    }
    return Line(**given | told)


TAKEN = [line("3:54.50", 1958), line("3:51.30", 1966), line("3:43.13", 1999), line("3:55.99", 2001)]


def lists(taken: list[Line], missing: list[Line], *, unread: bool = False) -> dict[str, tuple[date, str]]:
    made = all_time(taken, missing, since=SINCE, source="list", unread=unread)
    return {str(one.level): (one.since, str(one.down_to or "")) for one in made}


def test_an_all_time_list_covers_its_depth_and_the_record_from_its_first_day_on() -> None:
    assert lists(TAKEN, []) == {"PERFORMANCES": (SINCE, "3:55.99"), "WR": (date(1958, 5, 6), "")}


def test_ranks_behind_what_is_missing_are_not_covered() -> None:
    assert lists(TAKEN, [line("3:52.00", 1990)])["PERFORMANCES"] == (SINCE, "3:51.30")


def test_what_would_have_been_a_record_leaves_the_list_open_until_a_better_mark_came() -> None:
    assert lists(TAKEN, [line("3:51.00", 1967)])["WR"] == (date(1999, 5, 6), "")
    assert lists(TAKEN, [line("3:51.00", 2000)])["WR"] == (date(1958, 5, 6), "")
    assert "WR" not in lists(TAKEN, [line("3:43.00", 2001)])
    assert lists(TAKEN, [line("3:43.00", 2001)]) == {}


def test_a_list_of_which_rows_are_not_understood_covers_nothing() -> None:
    assert lists(TAKEN, [], unread=True) == {}


def told(promise: Promise, taken: list[Line], missing: list[Line], held: list[HeldMark] | None = None) -> Any:
    return vouched(promise, taken, missing, held or [], since=SINCE, source="list", unread=False)


def test_a_progression_covers_from_its_first_day_or_from_after_what_is_missing() -> None:
    steps = [
        line("3:54.50", 1958, level=Level.WR, scope="WORLD"),
        line("3:51.30", 1966, level=Level.WR, scope="WORLD"),
    ]
    absent = line("3:52.00", 1962, level=Level.WR, scope="WORLD")
    covered = Coverage(Level.WR, "WORLD", "MILE", Sex.MEN, date(1958, 5, 6), None, "list")
    assert told(Promise.PROGRESSION, steps, []) == ([covered], [])
    ((late,), _) = told(Promise.PROGRESSION, steps, [absent])
    assert late.since == date(1966, 5, 6)


def test_records_that_stand_cover_their_list_from_the_day_of_the_file_on() -> None:
    record = line("3:43.13", 1999, level=Level.NR, scope="GBR")
    covered = Coverage(Level.NR, "GBR", "MILE", Sex.MEN, SINCE, None, "list")
    assert told(Promise.RECORDS, [record], []) == ([covered], [])
    assert told(Promise.RECORDS, [record], [record]) == ([], [])
    assert told(Promise.RECORDS, [line("3:43.13", 1999)], []) == ([], [])


def test_records_of_an_age_group_or_of_yesterday_cover_nothing() -> None:
    for note in ("class WJU20", "ages 0 to 19", "no longer the record"):
        assert record_lists([line("3:43.13", 1999, level=Level.NR, scope="GBR", note=note)]) == {}
    assert record_lists([line("3:43.13", 1999, level=Level.PB, scope="x")]) == {}


def held(mark: str, nation: str, **other: Any) -> HeldMark:
    given = {"place": 1, "round": "", "wind": None, "source": "s", "stands": True} | other
    return HeldMark("better", "a", nation, date(2001, 1, 1), Mark.parse(mark), "", **given)


def test_a_record_is_not_believed_where_the_book_holds_a_better_mark() -> None:
    record = line("3:59.79", 2010, level=Level.NR, scope="USA", nation="USA")
    lists, sentences = told(Promise.RECORDS, [record], [], [held("3:43.97", "USA")])
    assert lists == []
    assert sentences == [
        "NR USA MILE men: 3:59.79 by Somebody (row 2010), and the book holds 3:43.97 (better)"
    ]
    for other in (held("3:43.97", "GBR"), held("3:43.97", "USA", stands=False)):
        assert told(Promise.RECORDS, [record], [], [other])[1] == []

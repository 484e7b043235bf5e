"""For what a performance counts: the wind, and where no reading is taken."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.eligible import counted, wind_legal
from pacelight.book.model import Coverage, Performance, Source, Standing, Status
from pacelight.book.rules import COUNTS_PERSONAL, COUNTS_RECORD
from pacelight.event import Level, Sex
from pacelight.measure import Length

Ran = Callable[..., Performance]


@pytest.mark.parametrize(
    ("event", "wind", "flags", "legal"),
    [
        ("100", 20, "", True),  # +2.0 is a record
        ("100", 21, "", False),
        ("100", 43, "", False),  # SWZ 10.22
        ("100", -30, "", True),
        ("100", None, "", True),  # as its list has it
        ("100", None, "NWI", False),
        ("100", None, "A NWI", False),
        ("100", 5, "NWI", True),  # there is a reading
        ("LJ", 22, "", False),  # KEN 6.60
        ("200", 21, "", False),
        ("400", 43, "", True),
        ("60", 43, "", False),
        ("60", None, "i", True),  # under a roof no reading is taken
        ("200sh", 43, "NWI", True),
        ("HJ", 43, "NWI", True),
        ("DEC", 43, "", True),  # by the average, which is not kept
    ],
)
def test_the_wind_leaves_a_mark_legal_or_not(
    ran: Ran, event: str, wind: int | None, flags: str, legal: bool
) -> None:
    given = replace(ran("a", "10.00", "2025-06-01"), event=event, wind=wind, flags=flags)
    assert wind_legal(given) is legal
    whole = COUNTS_RECORD | COUNTS_PERSONAL if legal else 0
    assert counted(given, Status.CANDIDATE, ratified_only=False) == whole


def test_what_counts_is_left_to_its_life_where_the_wind_allows_it(ran: Ran) -> None:
    calm = replace(ran("a", "10.00", "2025-06-01"), event="100", wind=0)
    assert counted(calm, Status.REJECTED, ratified_only=False) == COUNTS_PERSONAL
    assert counted(calm, Status.ANNULLED, ratified_only=False) == 0
    assert counted(calm, Status.PENDING, ratified_only=True) == 0


def test_a_jump_with_too_much_wind_is_kept_and_is_no_record(ran: Ran, source: Source) -> None:
    """Longer is better, and a windy one stands in no list."""
    jumps = [
        ("powell", "8.95", 3, "1991-08-30"),
        ("windy", "8.99", 44, "1992-07-21"),
        ("b", "8.90", 20, "1993-01-01"),
    ]
    made = [
        replace(ran(who, "1.00", day), event="LJ", mark=Length.parse(mark), wind=wind)
        for who, mark, wind, day in jumps
    ]
    lists = [
        Coverage(level, "WORLD", "LJ", Sex.MEN, date(1990, 1, 1), source=source.key) for level in (Level.WR,)
    ]
    with Book.create() as book:
        assert book.add(made, source, coverage=lists) == 3
        found = book.record("LJ", Sex.MEN, as_of=date(1995, 1, 1))
        assert isinstance(found, Standing)
        assert ([h.athlete_key for h in found.holders], str(found.mark)) == (["powell"], "8.95")
        assert book.break_by(replace(made[1], key="again", day=date(1994, 1, 1))) == []
        longer = replace(made[0], key="longer", mark=Length.parse("8.96"), day=date(1994, 1, 1))
        assert [(b.label, b.by) for b in book.break_by(longer)] == [("WR", 10)]

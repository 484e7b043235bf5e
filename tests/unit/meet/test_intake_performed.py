"""What a line of a file says was performed, and what could not have been."""

from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.formats.line import Line
from pacelight.errors import BookError
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.meet.intake.performed import check_possible
from pacelight.meet.intake.sorting import possible

LINE = Line(
    at="row 3",
    event="MILE",
    sex=Sex.WOMEN,
    mark=Mark.parse("4:16.71"),
    mark_text="4:16.71",
    athlete="Mary SLANEY",
    nation="USA",
    day=date(1985, 8, 21),
)


@pytest.mark.parametrize("field", ["athlete", "venue", "competition", "note", "family", "flags"])
def test_a_row_with_a_control_character_is_refused_and_the_others_are_taken(field: str) -> None:
    odd = replace(LINE, **{field: "a\0b"})
    can, cannot = possible([LINE, odd, LINE])
    assert can == [LINE, LINE]
    assert cannot == [(odd, f"row 3: NUL (U+0000) stands in its {field} (write plain text, one line)")]


def test_a_row_without_a_day_is_refused() -> None:
    with pytest.raises(BookError, match="no day in 1985"):
        check_possible(replace(LINE, day=None, year=1985))

"""The scripts of others: what they say is understood, what is none of it is refused."""

import pytest

from pacelight.errors import FormatError
from pacelight.timing.formats.lynx_dialects import FlosportsDialect, FramedDialect
from pacelight.timing.formats.lynx_dialogue import LynxDialogue
from pacelight.timing.formats.lynx_said import (
    Board,
    Clock,
    HeatNumber,
    Line,
    PageBegins,
    PageEnds,
    Section,
    Wind,
)

HEAT = HeatNumber("12", "1", "2")
HEADER = b"OFFICIAL|Mile|+0.6|12|1|2|AUTO|1"
ROW = b"1|4|77| Ada|Club|3:45.14|0.00|3:45.14|56.10|0||||||"
LINE = Line(Board.RESULTS, None, None, "1", "4", "77", "Ada", "Club", "3:45.14", "3:45.14", "0", "56.10")
BEGINS = PageBegins(Board.RESULTS, HEAT, "Mile", "OFFICIAL", "+0.6", "AUTO", "1")


def framed(*messages: bytes) -> bytes:
    return b"".join(b"\x01" + message + b"\x04" for message in messages)


def test_the_framed_dialect_says_clock_wind_and_pages() -> None:
    data = framed(b"TR\x02        12.3", b"TS\x02     3:45.1", b"TB\x02     5.27", b"WL\x02+0.6")
    data += framed(b"LH\x02" + HEADER, b"LR\x02" + ROW, b"LE", b"SH\x02" + HEADER)
    dialect = FramedDialect()
    assert dialect.feed(data) == (
        Clock(Section.RUNNING, "12.3", None),
        Clock(Section.STOPPED, "3:45.1", None),
        Clock(Section.BREAK, "5.27", None),
        Wind("+0.6"),
        BEGINS,
        LINE,
        PageEnds(Board.RESULTS, None, None),
        PageBegins(Board.STARTERS, HEAT, "Mile", "OFFICIAL", "+0.6", "AUTO", "1"),
    )
    assert (dialect.refused, dialect.holds) == (0, False)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (framed(b"XX\x021"), "what came is no message of the framed dialect"),
        (framed(b"LH\x02a|b"), "a header of 2 columns where there are 8"),
        (framed(b"LR\x02a|b"), "a line of 2 columns where there are 15"),
        (b"x" * 601, "what came is no message of this dialect"),
    ],
)
def test_what_is_none_of_the_framed_dialect_is_refused(data: bytes, why: str) -> None:
    dialect = FramedDialect()
    assert dialect.feed(data) == ()
    assert (dialect.refused, dialect.why) == (1, why)


PAGE = HEADER.replace(b"|AUTO", b"|012-1-02|AUTO") + b";" + ROW.removesuffix(b"|") + b";*COMPLETE"


def test_the_dialect_of_flosports_says_the_clock_as_it_comes() -> None:
    dialect = FlosportsDialect()
    assert dialect.feed(b"*armed|0.0  |12|1|2|Mile") == (Clock(Section.ARMED, "0.0", HEAT, "Mile"),)
    assert dialect.feed(b"*start|0.0|12|1|2|Mile*update|0.1|12|1|2|Mile") == (
        Clock(Section.GUN, "0.0", HEAT, "Mile"),
        Clock(Section.RUNNING, "0.1", HEAT, "Mile"),
    )
    assert dialect.feed(PAGE) == (BEGINS, LINE, PageEnds(Board.RESULTS, None, None))


def test_a_page_glued_to_a_clock_is_lost_as_nothing_parts_them() -> None:
    dialect = FlosportsDialect()
    assert dialect.feed(b"*update|0.1|12|1|2|Mile" + PAGE) == (LINE, PageEnds(Board.RESULTS, None, None))
    assert dialect.refused == 1


def test_a_page_of_flosports_is_understood_in_any_cuts() -> None:
    dialect = FlosportsDialect()
    said = [one for byte in PAGE for one in dialect.feed(bytes([byte]))]
    assert said == [BEGINS, LINE, PageEnds(Board.RESULTS, None, None)]
    assert (dialect.refused, dialect.holds) == (0, False)


def test_what_is_none_of_the_dialect_of_flosports_is_refused() -> None:
    dialect = FlosportsDialect()
    assert dialect.feed(b"noise;*update|1;") == ()
    assert (dialect.refused, dialect.why) == (2, "what came is no message of the flosports dialect")


def test_the_first_dialect_that_is_understood_is_kept() -> None:
    dialogue = LynxDialogue("lynx", "auto")
    assert dialogue.feed(b"noise\x04", 1) == ()
    assert len(dialogue.feed(framed(b"TR\x02 12.3"), 1)) == 1
    assert dialogue.refused == 0  # as long as it is not known which dialect it is, nothing is damaged
    assert dialogue.feed(b"*update|13.0|12|1|2|Mile\x04", 2) == ()
    assert dialogue.refused == 1
    dialogue.opened(3)
    assert len(dialogue.feed(b"*update|13.0|12|1|2|Mile", 4)) == 2
    assert len(dialogue.take(b"", 5)) == 0


def test_a_dialect_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(FormatError, match="no dialect 'x': write one of pacelight, framed, flosports, auto"):
        LynxDialogue("lynx", "x")

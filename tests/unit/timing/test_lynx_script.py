"""The script that FinishLynx is given, run as FinishLynx runs it."""

import re

import pytest

from pacelight.errors import FormatError
from pacelight.timing.formats.lynx_dialogue import LynxDialogue
from pacelight.timing.formats.lynx_own import OwnDialect
from pacelight.timing.formats.lynx_said import (
    Board,
    Clock,
    HeatNumber,
    Line,
    PageBegins,
    PageEnds,
    Precise,
    Section,
    Wind,
)
from pacelight.timing.formats.lynx_script import FRAMES, script
from pacelight.timing.reading import FalseStart, GunRead, PageRead, Reading
from pacelight.timing.simulators.lynx_board import BoardScript
from pacelight.timing.simulators.lynx_device import LynxSettings, lynx_script
from pacelight.timing.simulators.recorded import Recorded

HEAT = HeatNumber("12", "1", "2")
VALUES = {
    (0x11, 1): b"12.3", (0x11, 2): (12_345).to_bytes(4, "little"), (0x12, 1): b"+0.6",
    (0x13, 1): b"OFFICIAL", (0x13, 2): "Mile, Männer 100%".encode("cp1252"), (0x13, 4): b"12",
    (0x13, 5): b"1", (0x13, 6): b"2", (0x13, 7): b"AUTO", (0x13, 8): b"1",
    (0x14, 1): b"1", (0x14, 2): b"4", (0x14, 3): b"77", (0x14, 4): "Müster, Ada".encode("cp1252"),
    (0x14, 6): b"3:45.14", (0x14, 8): b"3:45.14", (0x14, 9): b"56.1", (0x14, 0x0A): b"0",
}  # fmt: skip
SECTIONS = sorted({section for kind in FRAMES for section in kind.sections})
VARIANTS = pytest.mark.parametrize("checked", [True, False])


def said(section: str, *, checked: bool, index: int | None = None) -> list[object]:
    dialect = OwnDialect()
    heard = list(dialect.feed(BoardScript(script(checked=checked)).run(section, VALUES, index)))
    assert (dialect.refused, dialect.why, dialect.holds) == (0, "", False)
    return heard


@VARIANTS
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_says_what_is_understood(section: str, checked: bool) -> None:
    assert len(said(section, checked=checked)) == 1 + (checked and section in {"TimeRunning", "TimeUpdate"})


@VARIANTS
def test_the_clock_says_the_heat_and_in_whole_milliseconds_what_it_can(checked: bool) -> None:
    first, *rest = said("TimeUpdate", checked=checked)
    assert first == Clock(Section.RUNNING, "12.3", HEAT)
    assert rest == ([Precise(12_345)] if checked else [])
    assert said("TimeArmed", checked=checked) == [Clock(Section.ARMED, "12.3", HEAT, "Mile, Männer 100%")]
    assert said("Wind", checked=checked) == [Wind("+0.6", HEAT)]


@VARIANTS
def test_a_page_says_all_that_is_on_it(checked: bool) -> None:
    assert said("ResultsHeader", checked=checked) == [
        PageBegins(Board.RESULTS, HEAT, "Mile, Männer 100%", "OFFICIAL", "", "AUTO", "1")
    ]
    assert said("Result", checked=checked, index=3) == [
        Line(
            Board.RESULTS,
            3 if checked else None,
            HEAT,
            "1",
            "4",
            "77",
            "Müster, Ada",
            "",
            "3:45.14",
            "3:45.14",
            "0",
            "56.1",
        )
    ]
    assert said("StartListTrailer", checked=checked) == [
        PageEnds(Board.STARTERS, HEAT, 0 if checked else None)
    ]


def test_lines_of_a_page_are_counted_and_frames_numbered() -> None:
    board, dialect = BoardScript(script()), OwnDialect()
    for _ in range(2):
        page = board.run("ResultsHeader", VALUES)
        page += b"".join(board.run("Result", VALUES, index) for index in range(3))
        assert dialect.feed(page + board.run("ResultsTrailer", VALUES))[-1] == PageEnds(
            Board.RESULTS, HEAT, 3
        )
    for _ in range(300):
        assert len(dialect.feed(board.run("TimeStopped", VALUES))) == 1
    assert dialect.refused == 0


def test_the_plain_variant_needs_no_command_of_the_language() -> None:
    assert not re.search(r"\\[^0-9a-f\r\n]", re.sub(r"(?m)^;.*$", "", script(checked=False)))


def test_a_line_of_the_script_asks_for_one_variable_and_ends_in_no_blank() -> None:
    for checked in (True, False):
        for row in script(checked=checked).split("\r\n"):
            assert row == row.rstrip()
            assert row.startswith((";", "\\")) or not row
            assert row.count("%s") <= 1


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (r"\13\04%s\L0000\X3\B0", b"012"),  # pads a number, as the script of FloSports does
        (r"\13\04%3.1s|", b"  1|"),
        (r"\13\04\Hn7%s", b""),
        (r"\13\00a\X\41\He7b", b"ab"),
        (r"\13\00ab\L1c\R0d", b"acbd"),
        (r"\13\00ab\L1\B1c", b"cb"),
        (r"\13\00\X5\=1\U\02\X3\O1", b"  5"),
        (r"\13\00\X5\=1\U1\=2\+2\-1\|1\^2\U4\O2\U4\O1", b"75"),
        (r"\13\00\X\10\=1\Xi1\O1", b"\x10" + b"\0" * 15),
        (r"\13\00\X\41\=1\U1\O1", b"A"),
        (r"\13\0017\L2\X2\S1\U3\X4\O1", b"001717"),
        (r"\13\00ab\L2\U2\S1\R0\O1", b"aba"),
    ],
)
def test_the_language_is_played_as_its_reference_says(row: str, said: bytes) -> None:
    board = BoardScript(f";;ResultsHeader\n{row}\n")
    board.registers[7] = 1
    assert board.run("ResultsHeader", VALUES) == said


@pytest.mark.parametrize("text", ["\\13\\04%s\n", ";;Result\nno code\n"])
def test_what_is_no_script_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(FormatError, match=r"^line [12] of the script is no format line: "):
        BoardScript(text)


def test_a_command_that_is_not_played_is_refused() -> None:
    with pytest.raises(FormatError, match=r"the command '\\<' of a script is not played"):
        BoardScript(";;Wind\n\\12\\00\\<1\n").run("Wind", {})


@VARIANTS
@pytest.mark.parametrize("automatic", [True, False])
def test_a_simulated_recall_is_heard_as_one_and_the_gun_after_it_as_another(
    race: Recorded, checked: bool, automatic: bool
) -> None:
    settings = LynxSettings(script(checked=checked), automatic=automatic, recalled_ns=(-30_000_000_000,))
    dialogue = LynxDialogue("lynx")
    heard = [one for at_ns, data in lynx_script(race, settings) for one in dialogue.feed(data, at_ns)]
    guns = [(one.at_ns, one.reading) for one in heard if isinstance(one.reading, GunRead | FalseStart)]
    recall = (-28_400_000_000, FalseStart("12-2-1 recall 1"))
    if automatic:
        assert guns == [
            (-30_000_000_000, GunRead("12-2-1 gun 1")),
            recall,
            (0, GunRead("12-2-1 gun 2")),
        ]
    else:
        assert guns == [recall]
    assert {
        one.reading.automatic for one in heard if isinstance(one.reading, PageRead) and one.reading.finish
    } == {automatic}
    assert dialogue.refused == 0


def test_pages_that_are_sent_again_say_nothing_new(race: Recorded) -> None:
    often, seldom = (LynxSettings(script(), again_ns=ns) for ns in (1_000_000_000, 10**15))
    heard = [
        [one.reading for _, data in lynx_script(race, how) for one in dialogue.feed(data, 0)]
        for how, dialogue in ((often, LynxDialogue("lynx")), (seldom, LynxDialogue("lynx")))
    ]
    assert pages(heard[0])[-1] == pages(heard[1])[-1]
    assert len(pages(heard[0])) <= len(pages(heard[1])) + 1


def pages(readings: list[Reading]) -> list[PageRead]:
    return [one for one in readings if isinstance(one, PageRead)]

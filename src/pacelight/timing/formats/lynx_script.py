r"""The scoreboard script that makes FinishLynx speak to us: which section says which frame, and its text.

The table `FRAMES` is read from both sides: `script` writes from it what FinishLynx is given, and `lynx_own`
reads by it what FinishLynx says.

Source: the reference of the script language, version 2, in the head of FinishLynx's own scripts:
sections, group and variable codes, registers, and the commands ``\X \U \= \+ \& \F \S \O \L \R \B``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pacelight.timing.formats.lynx_frames import CHECKED, PLAIN
from pacelight.timing.formats.lynx_said import Board, Section

__all__ = ["FRAMES", "FrameKind", "script"]

_TIME, _WIND, _HEADER, _RESULT = 0x11, 0x12, 0x13, 0x14

_VARIABLES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "time": (_TIME, 0x01),
        "wind": (_WIND, 0x01),
        "status": (_HEADER, 0x01),
        "title": (_HEADER, 0x02),
        "wind of heat": (_HEADER, 0x03),
        "event": (_HEADER, 0x04),
        "round": (_HEADER, 0x05),
        "heat": (_HEADER, 0x06),
        "started": (_HEADER, 0x07),
        "entered": (_HEADER, 0x08),
        "place": (_RESULT, 0x01),
        "lane": (_RESULT, 0x02),
        "id": (_RESULT, 0x03),
        "name": (_RESULT, 0x04),
        "affiliation": (_RESULT, 0x05),
        "time of finish": (_RESULT, 0x06),
        "cumulative split": (_RESULT, 0x08),
        "last split": (_RESULT, 0x09),
        "laps to go": (_RESULT, 0x0A),
        "reaction": (_RESULT, 0x0C),
    }
)
"""Group and variable code of all that is asked for."""

_HEAT = ("event", "round", "heat")
_SURE = ("place", "id", "time of finish", "cumulative split", "laps to go")
"""Said twice in a line: two different damages would have to be the same."""


@dataclass(frozen=True, slots=True)
class FrameKind:
    """A kind of frame.

    Attributes:
        sections: of the script, which say it.
        group: code of the group of these sections.
        fields: in order; ``index`` and ``count`` come from registers, ``milliseconds`` from the binary time.
        of: what the clock does, or what the page is one of.
    """

    letter: str
    sections: tuple[str, ...]
    group: int
    fields: tuple[str, ...]
    of: Section | Board | None = None

    @property
    def echoes(self) -> tuple[tuple[int, int], ...]:
        """Pairs of fields that say the same."""
        first = {name: at for at, name in reversed(tuple(enumerate(self.fields)))}
        return tuple((first[name], at) for at, name in enumerate(self.fields) if first[name] != at)


def _clock(letter: str, section: Section, *sections: str, named: bool = False) -> FrameKind:
    title = ("title",) if named else ()
    return FrameKind(letter, (section.value, *sections), _TIME, ("time", *_HEAT, *title, "time"), section)


def _page(
    letters: tuple[str, str, str], board: Board, header: str, line: str, trailer: str
) -> tuple[FrameKind, ...]:
    begins, lines, ends = letters
    head = ("status", "title", "wind of heat", *_HEAT, "started", "entered", "status")
    row = (
        "index", *_HEAT, "place", "lane", "id", "name", "affiliation", "time of finish", "cumulative split",
        "laps to go", "last split", "reaction", *_SURE,
    )  # fmt: skip
    return (
        FrameKind(begins, (header,), _HEADER, head, board),
        FrameKind(lines, (line,), _RESULT, row, board),
        FrameKind(ends, (trailer,), _HEADER, ("count", *_HEAT), board),
    )


PRECISE = FrameKind("M", (), _TIME, ("milliseconds",))
"""Follows a frame of the clock, in its section: apart from it, so that its loss costs nothing else."""

FRAMES: tuple[FrameKind, ...] = (
    _clock("A", Section.ARMED, named=True),
    _clock("G", Section.GUN, named=True),
    _clock("R", Section.RUNNING, "TimeUpdate"),
    _clock("P", Section.PAUSED),
    _clock("S", Section.STOPPED),
    _clock("B", Section.BREAK),
    _clock("D", Section.OF_DAY),
    PRECISE,
    FrameKind("W", ("Wind",), _WIND, ("wind", *_HEAT, "wind")),
    *_page(("K", "L", "N"), Board.RESULTS, "ResultsHeader", "Result", "ResultsTrailer"),
    *_page(("U", "V", "X"), Board.STARTERS, "StartListHeader", "StartList", "StartListTrailer"),
)
"""All that the script says."""

_SUMS = r"\L0\U1\F5\L0\U2\F6\R0"
"""Register 5: exclusive-or of the line so far, on top of what it holds; register 6: the sum."""

_LETTERS_OF_PAGES = frozenset("KU")
_LETTERS_OF_LINES = frozenset("LV")


def script(*, checked: bool = True) -> str:
    """The text of ``pacelight.lss``; unchecked, it needs nothing but variables and bytes.

    Lines end as Windows ends them.
    """
    lines = [*_HEAD, f"; Variant {CHECKED if checked else PLAIN}.", "", ";;Initialization"]
    lines.append(r"\10\00\X0\=8" if checked else r"\10\00")
    for kind in FRAMES:
        for section in kind.sections:
            lines += ["", f";;{section}", *_frame(kind, checked=checked)]
            if checked and section in {"TimeRunning", "TimeUpdate"}:
                lines += _frame(PRECISE, checked=checked)
    return "\r\n".join([*lines, ""])


def _frame(kind: FrameKind, *, checked: bool) -> Iterator[str]:
    none = f"\\{kind.group:02x}\\00"
    variant, sums = (CHECKED, _SUMS) if checked else (PLAIN, "")
    yield none + (_prepared(kind.letter) if checked else "") + r"\01"
    yield none + variant + kind.letter + r"\1f" + sums
    yield none + (r"\U3\X3\O8\R0" if checked else "") + r"\1f" + sums
    for field in kind.fields:
        yield _field(field, none, checked=checked) + r"\1f" + sums
    yield none + r"\03" + (r"\X\ff\&5\X\ff\&6\U3\X3\O5\R0\U3\X3\O6\R0" if checked else "") + r"\04"


def _prepared(letter: str) -> str:
    """Registers before a frame: no sums yet, one frame more; lines of the page counted in register 9."""
    counting = r"\X0\=9" if letter in _LETTERS_OF_PAGES else r"\+9" if letter in _LETTERS_OF_LINES else ""
    return r"\X0\=5\X0\=6\+8\X\ff\&8" + counting


def _field(field: str, none: str, *, checked: bool) -> str:
    if field in _VARIABLES:
        group, variable = _VARIABLES[field]
        return f"\\{group:02x}\\{variable:02x}%s"
    if not checked:
        return none
    return {
        "index": none + r"\U3\X3\O0\R0",
        "count": none + r"\U3\X3\O9\R0",
        "milliseconds": r"\11\02%s\L0\U1\X4\S7\R0\B0\U3\X\0a\O7\R0",
    }[field]


_HEAD = (
    "; pacelight.lss: FinishLynx tells Pacelight the clock, the gun, the wind, start lists and results.",
    ";",
    "; Lynx Scoreboard Script, version 2. Defaults: 9600,8,N,1",
    ";",
    "; In the scoreboard options of FinishLynx: Script: this file. Code Set: Single Byte.",
    "; Running Time: Normal. Results: Auto. Paging: off, or Size and Max 99.",
    "; Serial Port: Network (UDP), Network (connect), Network (listen) or a COM port.",
    ";",
    "; Do not put blanks at the end of a line: they would be sent.",
)

"""Scripts of others that FinishLynx may have been given already: read, if the address asks for them.

Neither has a check or counts its lines: a page with fewer than were entered adds to the one before it.

Source: lynx-scoreboard of FloSports (2022), its two scripts; the script of OmegaDH-Client (2025).
"""

import re
from abc import ABC, abstractmethod

from pacelight.timing.formats.lynx_frames import text_of
from pacelight.timing.formats.lynx_own import OwnDialect
from pacelight.timing.formats.lynx_said import (
    Board,
    Clock,
    HeatNumber,
    Line,
    PageBegins,
    PageEnds,
    Said,
    Section,
    Wind,
)

__all__ = ["DIALECTS", "FlosportsDialect", "FramedDialect", "LynxDialect"]

_LONGEST = 600
_COLUMNS = 15
"""Of a line: place, lane, ID, name, affiliation, time, delta, cumulative split, last split, laps to go,
license, reaction time, speed, pace, best split."""


class _Piecewise(ABC):
    """Bytes in pieces that end in one of a few marks.

    Attributes:
        refused: pieces that were none of this dialect.
        why: what was wrong with the last of them.
    """

    _ends: re.Pattern[bytes]

    def __init__(self) -> None:
        self.refused = 0
        self.why = ""
        self._held = b""

    @property
    def holds(self) -> bool:
        """A piece has begun and not ended."""
        return bool(self._held)

    def feed(self, data: bytes) -> tuple[Said, ...]:
        """What these bytes complete."""
        *whole, self._held = self._ends.split(self._held + data)
        if len(self._held) > _LONGEST:
            self._held = b""
            self._refuse("what came is no message of this dialect")
        return tuple(said for piece in whole if (said := self._said(piece)) is not None)

    @abstractmethod
    def _said(self, piece: bytes) -> Said | None: ...

    def _refuse(self, why: str) -> None:
        self.refused += 1
        self.why = why


class FramedDialect(_Piecewise):
    """``SOH TR STX <time> EOT``: between control characters; its clock does not say the heat."""

    _ends = re.compile(rb"\x04")
    _FRAME = re.compile(rb" *\x01(T[RSB]|WL|LH|LR|LE|SH)(?:\x02([^\x00-\x1f]*))?")
    _CLOCKS = {b"TR": Section.RUNNING, b"TS": Section.STOPPED, b"TB": Section.BREAK}  # noqa: RUF012 - a table

    def __init__(self) -> None:
        super().__init__()
        self._board = Board.RESULTS

    def _said(self, piece: bytes) -> Said | None:
        match = self._FRAME.fullmatch(piece)
        if match is None:
            self._refuse("what came is no message of the framed dialect")
            return None
        kind, text = match[1], text_of(match[2] or b"")
        if kind in self._CLOCKS:
            return Clock(self._CLOCKS[kind], text, None)
        if kind == b"WL":
            return Wind(text)
        if kind == b"LE":
            return PageEnds(self._board, None, None)
        cells = [cell.strip() for cell in text.split("|")]
        if kind == b"LR":
            return self._line(cells)
        self._board = Board.STARTERS if kind == b"SH" else Board.RESULTS
        return self._header(cells)

    def _header(self, cells: list[str]) -> Said | None:
        if len(cells) != 8:  # noqa: PLR2004 - the variables of a header
            self._refuse(f"a header of {len(cells)} columns where there are 8")
            return None
        status, name, wind, event, round_, heat, started, entered = cells
        return PageBegins(self._board, HeatNumber(event, round_, heat), name, status, wind, started, entered)

    def _line(self, cells: list[str]) -> Said | None:
        if not _COLUMNS <= len(cells) <= _COLUMNS + 2:
            self._refuse(f"a line of {len(cells)} columns where there are {_COLUMNS}")
            return None
        return _line(self._board, cells)


class FlosportsDialect(_Piecewise):
    """``*update|time|event|round|heat|name``; fields between strokes, pages that end in ``*COMPLETE``."""

    _ends = re.compile(rb";|(?<=\*COMPLETE)|(?=\*(?:armed|start|update|pause|stop|timeofday)\|)")
    _CLOCKS = {  # noqa: RUF012 - a table
        "*armed": Section.ARMED,
        "*start": Section.GUN,
        "*update": Section.RUNNING,
        "*pause": Section.PAUSED,
        "*stop": Section.STOPPED,
        "*timeofday": Section.OF_DAY,
    }
    _HEADER_COLUMNS = 9
    _CLOCK_COLUMNS = 6

    def feed(self, data: bytes) -> tuple[Said, ...]:
        """What these bytes complete; a message of the clock does not say its end, it is what came."""
        said = list(super().feed(data))
        if self._held.startswith(b"*") and self._held.count(b"|") == self._CLOCK_COLUMNS - 1:
            rest, self._held = self._held, b""
            last = self._said(rest)
            said += [] if last is None else [last]
        return tuple(said)

    def _said(self, piece: bytes) -> Said | None:
        cells = [cell.strip() for cell in text_of(piece).split("|")]
        if cells == [""]:
            return None
        if cells == ["*COMPLETE"]:
            return PageEnds(Board.RESULTS, None, None)
        section = self._CLOCKS.get(cells[0])
        if section is not None and len(cells) == self._CLOCK_COLUMNS:
            return Clock(section, cells[1], HeatNumber(*cells[2:5]), cells[5])
        if section is None and len(cells) == self._HEADER_COLUMNS:
            status, name, wind, event, round_, heat, _, started, entered = cells
            number = HeatNumber(event, round_, heat)
            return PageBegins(Board.RESULTS, number, name, status, wind, started, entered)
        if section is None and len(cells) == _COLUMNS:
            return _line(Board.RESULTS, cells)
        self._refuse("what came is no message of the flosports dialect")
        return None


def _line(board: Board, cells: list[str]) -> Line:
    place, lane, bib, name, affiliation, time, _, split, last, to_go, _, reaction = cells[:12]
    return Line(
        board=board, at=None, heat=None, place=place, lane=lane, bib=bib, name=name, affiliation=affiliation,
        time=time, split=split, to_go=to_go, last=last, reaction=reaction,
    )  # fmt: skip


LynxDialect = OwnDialect | FramedDialect | FlosportsDialect

DIALECTS: dict[str, type[OwnDialect] | type[FramedDialect] | type[FlosportsDialect]] = {
    "pacelight": OwnDialect,
    "framed": FramedDialect,
    "flosports": FlosportsDialect,
}
"""By the word an address asks for them."""

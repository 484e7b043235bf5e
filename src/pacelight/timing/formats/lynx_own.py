"""What ``pacelight.lss`` says: frames in, sayings out; what is doubled, late or inconsistent is left out."""

from pacelight.timing.formats.lynx_frames import Frame, FrameReader
from pacelight.timing.formats.lynx_said import (
    Board,
    Clock,
    HeatNumber,
    Line,
    PageBegins,
    PageEnds,
    Precise,
    Said,
    Section,
    Wind,
)
from pacelight.timing.formats.lynx_script import FRAMES, FrameKind

__all__ = ["OwnDialect"]

_KINDS = {kind.letter: kind for kind in FRAMES}
_ROUND = 256
_BEHIND = 128
"""A number less than half the round ahead is later, otherwise it came before."""
_STUBBORN = 3
"""So many late frames one after the other are no late frames: FinishLynx has begun to count anew."""


class OwnDialect:
    """Reads ``pacelight.lss``, in any cuts.

    Attributes:
        refused: frames that were damaged, of no known kind, late or doubled.
        why: of the last of them.
    """

    def __init__(self) -> None:
        self._reader = FrameReader()
        self._refused = 0
        self._why = ""
        self._last: int | None = None
        self._late = 0

    @property
    def refused(self) -> int:
        """Frames not taken."""
        return self._reader.refused + self._refused

    @property
    def why(self) -> str:
        """Why the last frame was not taken."""
        return self._why or self._reader.why

    @property
    def holds(self) -> bool:
        """A frame has begun and not ended."""
        return self._reader.holds

    def feed(self, data: bytes) -> tuple[Said, ...]:
        """What these bytes complete."""
        self._why = ""
        said = (self._said(frame) for frame in self._reader.feed(data) if self._new(frame))
        return tuple(one for one in said if one is not None)

    def _new(self, frame: Frame) -> bool:
        """Neither doubled nor overtaken by a later one."""
        if frame.number is None:
            return True
        ahead = _BEHIND - 1 if self._last is None else (frame.number - self._last) % _ROUND
        self._late = 0 if 0 < ahead < _BEHIND else self._late + 1
        if self._late and (ahead == 0 or self._late < _STUBBORN):
            self._refuse("a frame came twice, or after a later one")
            return False
        self._last, self._late = frame.number, 0
        return True

    def _said(self, frame: Frame) -> Said | None:
        kind = _KINDS.get(frame.kind)
        if kind is None or len(frame.fields) != len(kind.fields):
            self._refuse(f"a frame '{frame.kind}' of {len(frame.fields)} fields: print pacelight.lss anew")
            return None
        if any(frame.fields[one] != frame.fields[two] for one, two in kind.echoes):
            self._refuse("a frame was damaged: what it says twice is not the same")
            return None
        said = _meant(kind, dict(zip(reversed(kind.fields), reversed(frame.fields), strict=True)))
        if said is None:
            self._refuse(f"a frame '{frame.kind}' has letters where a number belongs")
        return said

    def _refuse(self, why: str) -> None:
        self._refused += 1
        self._why = why


def _meant(kind: FrameKind, field: dict[str, str]) -> Said | None:
    """The saying of a sound frame; None if a number is none."""
    if any(field.get(name, "") and not field[name].isdecimal() for name in ("index", "count")):
        return None
    if "milliseconds" in field:
        return Precise(int(field["milliseconds"])) if field["milliseconds"].isdecimal() else None
    heat = HeatNumber(field["event"], field["round"], field["heat"])
    if isinstance(kind.of, Section):
        return Clock(kind.of, field["time"], heat, field.get("title", ""))
    if kind.of is None:
        return Wind(field["wind"], heat)
    return _of_page(kind.of, heat, field)


def _of_page(board: Board, heat: HeatNumber, field: dict[str, str]) -> Said:
    if "title" in field:
        return PageBegins(
            board, heat, field["title"], field["status"], field["wind of heat"], field["started"],
            field["entered"],
        )  # fmt: skip
    if "count" in field:
        return PageEnds(board, heat, int(field["count"]) if field["count"] else None)
    return Line(
        board=board,
        at=int(field["index"]) if field["index"] else None,
        heat=heat,
        place=field["place"],
        lane=field["lane"],
        bib=field["id"],
        name=field["name"],
        affiliation=field["affiliation"],
        time=field["time of finish"],
        split=field["cumulative split"],
        to_go=field["laps to go"],
        last=field["last split"],
        reaction=field["reaction"],
    )

r"""The frames in which ``pacelight.lss`` makes FinishLynx speak, whatever the bytes go through.

::

    SOH  variant kind US  (field US)*  ETX  checks  EOT
    01   Q       R    1f                03   6 digits 04

No byte of a frame but its own marks is below 20 hex, so that a frame cut, joined to the next one or damaged
is noticed at once, and the next SOH begins anew. Variant ``Q`` ends in the exclusive-or and the sum, both
modulo 256, of all bytes between SOH and ETX, and its first field counts the frames; variant ``P``, of a
script without arithmetic, has neither.

Source: the reference of the script language in the head of FinishLynx's own scripts: values, functions
``\F`` 01 (exclusive-or) and 02 (sum), output ``\O``.
"""

import re
from dataclasses import dataclass
from functools import reduce
from operator import xor

__all__ = ["CHECKED", "PLAIN", "Frame", "FrameReader", "checks", "text_of"]

CHECKED, PLAIN = "Q", "P"

_LONGEST = 600
"""Bytes of a frame: a line of results with the longest names is half of it."""

_SOH, _EOT = b"\x01", b"\x04"
_FRAME = re.compile(
    rb"(?P<said>(?P<variant>[PQ])(?P<kind>[A-Za-z])\x1f(?P<fields>(?:[^\x00-\x1f\x7f]*\x1f)*))"
    rb"\x03(?P<checks>[0-9]{6})?"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One message of the script.

    Attributes:
        kind: a letter, see `lynx_own`.
        number: counts the frames, modulo 256; None of the plain variant.
        fields: without the number.
    """

    kind: str
    number: int | None
    fields: tuple[str, ...]


def checks(said: bytes) -> bytes:
    """The six digits that end a frame.

    >>> checks(b"QR")
    b'003163'
    """
    return b"%03d%03d" % (reduce(xor, said, 0), sum(said) % 256)


def text_of(field: bytes) -> str:
    r"""A field of text: UTF-8, else as Windows writes in Western Europe; blanks round it left out.

    >>> text_of(b" M\xfcller ")
    'Müller'
    """
    try:
        return field.decode().strip()
    except UnicodeDecodeError:
        return field.decode("cp1252", errors="replace").strip()


class FrameReader:
    r"""Frames out of bytes that arrive in any cuts.

    Attributes:
        refused: pieces that were no whole and sound frame.
        why: what was wrong with the last of them.

    >>> reader = FrameReader()
    >>> reader.feed(b"\x01PR\x1f\x1f12.3\x1f")
    ()
    >>> reader.feed(b"\x03\x04")
    (Frame(kind='R', number=None, fields=('12.3',)),)
    """

    def __init__(self) -> None:
        self.refused = 0
        self.why = ""
        self._held = b""

    @property
    def holds(self) -> bool:
        """A frame has begun and not ended."""
        return bool(self._held)

    def feed(self, data: bytes) -> tuple[Frame, ...]:
        """The frames that these bytes complete; what lies between frames is refused."""
        *whole, rest = (self._held + data).split(_EOT)
        frames = [frame for piece in whole if (frame := self._frame(piece)) is not None]
        self._held = self._begun(rest)
        return tuple(frames)

    def _begun(self, rest: bytes) -> bytes:
        """What may still become a frame: from the last SOH, and no longer than one can be."""
        before, mark, begun = rest.rpartition(_SOH)
        if (before if mark else rest) or len(begun) > _LONGEST:
            self._refuse("what came is no frame of pacelight.lss", before if mark else rest)
        return _SOH + begun if mark and len(begun) <= _LONGEST else b""

    def _frame(self, piece: bytes) -> Frame | None:
        before, _, said = piece.rpartition(_SOH)
        if before:
            self._refuse("a frame was cut short", before)
        match = _FRAME.fullmatch(said) if len(said) <= _LONGEST else None
        if match is None:
            self._refuse("what came is no frame of pacelight.lss", said)
            return None
        number, *fields = (text_of(field) for field in match["fields"].split(b"\x1f"))
        checked = match["variant"] == CHECKED.encode()
        sound = match["checks"] == checks(match["said"]) and re.fullmatch("[0-9]{1,3}", number)
        if (not sound) if checked else (match["checks"] is not None or number):
            self._refuse("a frame was damaged: its checks do not fit what it says", said)
            return None
        return Frame(match["kind"].decode(), int(number) % 256 if checked else None, tuple(fields[:-1]))

    def _refuse(self, why: str, piece: bytes) -> None:
        self.refused += 1
        if b"\0" in piece:
            why += " (write Code Set: Single Byte in the scoreboard options of FinishLynx)"
        self.why = why

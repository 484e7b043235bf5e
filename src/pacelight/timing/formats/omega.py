"""Omega / Swiss Timing Scan'O'Vision: the messages of its scoreboard output, read and written.

::

    SOH DC3 D V R T C STX  lap(4) rank(3) bib(5) lane(2) time  EOT

Source: frames, codes and widths as in the public client nimarion/OmegaDH-Client (its packet classes name
the message templates of the device). No sentence or line of it is used here.
"""

from dataclasses import dataclass

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import plain

__all__ = ["EOT", "FINISH_LAP", "OmegaLine", "OmegaMessage", "line", "lined", "read", "write"]

SOH, STX, EOT = b"\x01", b"\x02", b"\x04"
_HEAD = b"\x13DV"
_CODE = 3

FINISH_LAP = 9999
"""How the exported result list numbers the finish among the laps. Source: its file LSTRslt.txt."""

_NO_TIME = "NT"
"""The short word of what rankings write out."""

_WIDTHS = {
    "RTC": ("lap", "rank", "bib", "lane"),
    "RCC": ("rank", "bib", "lane"),
    "RCF": ("rank", "bib", "lane"),
    "RCV": ("bib", "lane"),
    "RCS": ("bib", "lane"),
}
_WIDTH = {"lap": 4, "rank": 3, "bib": 5, "lane": 2}


@dataclass(frozen=True, slots=True)
class OmegaMessage:
    """One message.

    Attributes:
        code: three letters: ``RTC``.
        data: all between STX and EOT, blanks kept.
    """

    code: str
    data: str = ""


@dataclass(frozen=True, slots=True)
class OmegaLine:
    """The columns of a message about one runner.

    Attributes:
        lap: laps completed; 0 for a reaction time; None where the message does not count.
        rank: as the system counts; None where it is blank.
        lane: as printed; empty where it is blank or 0.
        time: the rest: a time, or a word in its place.
    """

    bib: str
    lane: str
    time: str = ""
    lap: int | None = None
    rank: int | None = None


def read(frame: bytes) -> OmegaMessage:
    """One message from its frame, without the EOT.

    Raises:
        FormatError: no frame of this protocol.
    """
    before, begun, body = frame.replace(b"\0", b"").rpartition(SOH)
    if not begun or not body.startswith(_HEAD) or before.strip():
        raise FormatError(f"no message of a Scan'O'Vision: '{plain(frame)}'")
    code, _, data = body.removeprefix(_HEAD).partition(STX)
    if len(code) != _CODE or not (code.isalnum() and code.isascii()):
        raise FormatError(f"no message of a Scan'O'Vision: '{plain(frame)}'")
    return OmegaMessage(code.decode("ascii"), data.decode("cp1252", "replace"))


def write(message: OmegaMessage) -> bytes:
    """A message as the device sends it; without data there is no STX."""
    data = STX + message.data.encode("cp1252", "replace") if message.data else b""
    return SOH + _HEAD + message.code.encode("ascii") + data + EOT


def line(message: OmegaMessage) -> OmegaLine:
    """The columns of a message about one runner.

    The lap of a reaction time is 0 in all its four figures: laps 10, 20 ... end in a 0 too.

    Raises:
        FormatError: a column that should be a number is none, or nobody is named.
    """
    found, at = {}, 0
    for name in _WIDTHS[message.code]:
        found[name] = message.data[at : at + _WIDTH[name]].strip()
        at += _WIDTH[name]
    lane = _number(found["lane"], message)
    bib = found["bib"]
    if not bib and not lane:
        raise FormatError(f"{message.code}: neither bib nor lane in '{plain(message.data.encode())}'")
    return OmegaLine(
        bib="" if bib == "0" else bib,
        lane=str(lane) if lane else "",
        time=_NO_TIME if (time := message.data[at:].strip()) == "No Time" else time,
        lap=_number(found["lap"], message) if "lap" in found else None,
        rank=_number(found.get("rank", ""), message) or None,
    )


def lined(code: str, runner: OmegaLine) -> OmegaMessage:
    """A message about one runner, in the columns of its code."""
    values = {
        "lap": "" if runner.lap is None else str(runner.lap),
        "rank": str(runner.rank or ""),
        "bib": runner.bib,
        "lane": runner.lane,
    }
    columns = "".join(values[name].rjust(_WIDTH[name]) for name in _WIDTHS[code])
    return OmegaMessage(code, columns + runner.time.rjust(12 if runner.time else 0))


def _number(text: str, message: OmegaMessage) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()):
        raise FormatError(f"{message.code}: '{text}' is no number in '{plain(message.data.encode())}'")
    return int(text)

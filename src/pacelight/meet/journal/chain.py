"""The lines of a journal as bytes: what each carries of the one before, and whether it can be believed.

A line is ``crc32 of the body, 8 lower-case hex digits``, a space, and the body: compact JSON with
``n`` (counted from 1), ``p`` (the first 16 hex digits of the SHA-256 of the line before, newline
left out; zeros for the first), ``t`` (Unix nanoseconds) and ``e`` (what happened).
The checksum finds damage, the chain finds a line that was changed, dropped or put in.
"""

import hashlib
import zlib
from dataclasses import dataclass

import msgspec

__all__ = ["ROOT", "Fault", "Line", "begins", "chain", "fault_of", "line_of", "read_line", "scan"]

ROOT = "0" * 16
_PREFIX = 9
"""Eight hex digits and a space."""


class _Body(msgspec.Struct, frozen=True):
    n: int
    p: str
    t: int
    e: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Line:
    """One event as it stands in a journal.

    Attributes:
        n: its number, from 1.
        unix_ns: when it was written down.
        event: what happened, JSON.
        end: bytes of its file up to and including this line.
    """

    n: int
    unix_ns: int
    event: bytes
    end: int


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place at which a journal cannot be believed.

    Attributes:
        at: bytes that are whole before it.
        line: number of the line that is wrong.
        why: in words.
        file: in which it stands, where the journal has several; empty for its first.
    """

    at: int
    line: int
    why: str
    file: str = ""


def line_of(n: int, previous: str, unix_ns: int, event: bytes) -> bytes:
    """A line as it is written.

    Args:
        n: its number.
        previous: the link of the line before.
        unix_ns: when.
        event: what happened, JSON.
    """
    body = msgspec.json.encode(_Body(n, previous, unix_ns, msgspec.Raw(event)))
    return b"%08x %s\n" % (zlib.crc32(body), body)


def chain(line: bytes) -> str:
    """What the next line carries of this one."""
    return hashlib.sha256(line.rstrip(b"\n")).hexdigest()[:16]


def scan(text: bytes, n: int = 1, link: str = ROOT) -> tuple[list[Line], Fault | None, list[str]]:
    """All lines up to the first that is wrong, what is wrong, and the link of each and of the next line.

    Args:
        text: of one file.
        n: number of the first line in it.
        link: what that line carries of the line before.
    """
    lines: list[Line] = []
    links, at = [link], 0
    while at < len(text):
        end = text.find(b"\n", at) + 1
        fault = fault_of(text[at:end], n + len(lines), links[-1]) if end else "it breaks off"
        if fault:
            return lines, Fault(at, n + len(lines), fault), links
        lines.append(read_line(text[at:end], end))
        links.append(chain(text[at:end]))
        at = end
    return lines, None, links


def begins(text: bytes) -> tuple[int, str] | None:
    """Number of the first line of a file, and what it carries of the one before; None if none is whole."""
    raw = text[: text.find(b"\n") + 1]
    try:
        body = msgspec.json.decode(raw[_PREFIX:], type=_Body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return None if fault_of(raw, body.n, body.p) else (body.n, body.p)


def read_line(raw: bytes, end: int) -> Line:
    """A line that can be believed.

    Args:
        raw: as it stands.
        end: bytes of the journal up to its end.
    """
    body = msgspec.json.decode(raw[_PREFIX:], type=_Body)
    return Line(body.n, body.t, bytes(body.e), end)


def fault_of(raw: bytes, n: int, link: str) -> str | None:
    """What is wrong with this line, or None. Only the bytes that were written are right."""
    try:
        body = msgspec.json.decode(raw[_PREFIX:], type=_Body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "it is not a line of a journal"
    if raw[:_PREFIX] != b"%08x " % zlib.crc32(raw[_PREFIX:-1]):
        return "its checksum does not fit"
    if body.n != n:
        return f"it says it is line {body.n}"
    if body.p != link:
        return "it does not follow from the line before"
    if raw != line_of(body.n, body.p, body.t, bytes(body.e)):
        return "it is not written as a journal is"
    return None

"""What those who listen say on a bus, and what the engine says to followers beside the lines of its journal.

A line of a journal begins with a hex digit, one of these with a brace: nobody can take one for the other.
"""

from typing import TypeAlias

import msgspec

from pacelight.meet.bus.secret import SCHEMA

__all__ = [
    "About",
    "Apart",
    "Beat",
    "Follow",
    "Here",
    "Named",
    "Report",
    "Said",
    "Wish",
    "asks",
    "said",
    "wish",
]


class Follow(msgspec.Struct, frozen=True, tag_field="type", tag="follow"):
    """Whoever says this wants the lines of the journal from one on, and each one that follows.

    Attributes:
        start: number of the first line wanted.
        link: what that line must carry of the line before; zeros for the first.
        name: who follows, for people.
        kind: standby, node or publisher.
    """

    start: int
    link: str
    name: str
    kind: str
    schema: str = SCHEMA


class Report(msgspec.Struct, frozen=True, tag_field="type", tag="report"):
    """How a follower does; said about once a second.

    Attributes:
        lines: of the journal, safe with it.
        role: of its light loop: leading, following, alone.
        offset_ms: its clock less the leader's; None where that is not known.
        error_ms: by how much that may be wrong.
        drift_ppm: by how much its clock runs faster.
        age_s: since the leader's lights were heard.
    """

    lines: int
    role: str
    offset_ms: float | None = None
    error_ms: float | None = None
    drift_ppm: float | None = None
    age_s: float | None = None


class About(msgspec.Struct, frozen=True, tag_field="type", tag="about"):
    """Whoever says this is told a race of the session whole, on the track or not; it changes nothing.

    Attributes:
        race: its id.
    """

    race: str


class Here(msgspec.Struct, frozen=True, tag_field="type", tag="here"):
    """The lines follow, from this one on.

    Attributes:
        count: of the lines there are now.
        term: of the engine that says so; of two that believe they lead, the higher one does.
    """

    start: int
    count: int
    term: int
    schema: str = SCHEMA


class Apart(msgspec.Struct, frozen=True, tag_field="type", tag="apart"):
    """The two journals part before the line that was asked for: ask again from the first."""

    schema: str = SCHEMA


class Beat(msgspec.Struct, frozen=True, tag_field="type", tag="beat"):
    """The engine is alive; said several times a second to those who follow."""


class Named(msgspec.Struct, frozen=True, tag_field="type", tag="named"):
    """Who stands behind numbers in the lines that follow; said to a standby alone.

    Attributes:
        persons: rows of the number and of what stands for it.
    """

    persons: list[tuple[int, str]]


class _Typed(msgspec.Struct, frozen=True):
    type: str


Wish: TypeAlias = Follow | Report | About
"""What a follower says, or a page that wants to know of another race than the one on the track."""

Said: TypeAlias = Here | Apart | Beat | Named
"""What an engine says to a follower."""

_WISH: msgspec.json.Decoder[Wish] = msgspec.json.Decoder(Wish)
_TYPED = msgspec.json.Decoder(_Typed)
_SAID: msgspec.json.Decoder[Said] = msgspec.json.Decoder(Said)


def wish(line: bytes) -> Wish | None:
    """What somebody wants to be told, or a follower says of itself; None where that is not known here."""
    try:
        return _WISH.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def said(line: bytes) -> Said | None:
    """What an engine says to a follower; None for all else, as what it tells pages."""
    try:
        return _SAID.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def asks(line: bytes) -> bool:
    """Whether somebody asks something of the race: what, is for the desk to find out."""
    try:
        return _TYPED.decode(line).type == "request"
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False

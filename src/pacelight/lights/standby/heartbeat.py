"""What loops that light the same lamps tell one another, as bytes: I live, I lead or follow, this is shown.

A heartbeat says everything; none refers to another. It is signed with a secret that all of them know,
so that no stranger moves a light: what is not signed, or not of this version, is not read.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from hmac import compare_digest, digest

from pacelight.errors import FormatError

__all__ = ["JOB_BYTES", "Echo", "Heartbeat", "Says", "read", "write"]

_MAGIC, _VERSION = b"PLHB", 1
_HEAD = struct.Struct("!4sBB8sQIqqqIQHB")
_ECHO = struct.Struct("!Qqq")
_SIGNATURE_BYTES = 16

JOB_BYTES = 8


class Says(IntEnum):
    """What a loop says of itself.

    Attributes:
        FOLLOWS: it sends nothing to lamps, and could.
        LEADS: it lights the lamps.
        SERVES: it lights lamps of its own by the orders of whoever leads.
        LEAVES: it led, and goes at once; whoever follows is to take over.
        ENDS: it led, and ends as planned: nobody is to take over.
    """

    FOLLOWS = 0
    LEADS = 1
    SERVES = 2
    LEAVES = 3
    ENDS = 4


_SAID = frozenset(Says)


@dataclass(frozen=True, slots=True)
class Echo:
    """The last heartbeat that came from another, given back to it: of this both learn about their clocks.

    Attributes:
        who: the other.
        stamp_ns: when it sent it, on its own clock.
        heard_ns: when that came, on the clock of who gives it back.
    """

    who: int
    stamp_ns: int
    heard_ns: int


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What a loop tells the others. All instants but one are on its own monotonic clock, whole nanoseconds.

    Attributes:
        who: the loop: a number that it has drawn by lot when it began.
        job: fingerprint of what it draws.
        says: what it says of itself.
        term: of office, of the leader it knows, or that it is.
        number: of the frame that is due at an instant.
        instant_ns: that instant.
        stamp_ns: when this is sent.
        edition: of the order; a later one is greater.
        author: of the order, the loop whose engine gave it.
        order: the line, without its end; empty where none was given yet.
        echoes: the last of each other loop.
    """

    who: int
    job: bytes
    says: Says
    term: int
    number: int
    instant_ns: int
    stamp_ns: int
    edition: int = 0
    author: int = 0
    order: str = ""
    echoes: tuple[Echo, ...] = ()


def write(told: Heartbeat, secret: bytes) -> bytes:
    """A heartbeat as a datagram, signed."""
    order = told.order.encode("ascii")
    head = _HEAD.pack(
        *(_MAGIC, _VERSION, told.says, told.job, told.who, told.term, told.number, told.instant_ns),
        *(told.stamp_ns, told.edition, told.author, len(order), len(told.echoes)),
    )
    echoes = b"".join(_ECHO.pack(echo.who, echo.stamp_ns, echo.heard_ns) for echo in told.echoes)
    return (body := head + order + echoes) + _signature(body, secret)


def read(datagram: bytes, secret: bytes) -> Heartbeat:
    """The heartbeat that a datagram is.

    Raises:
        FormatError: it is none, of another version, or signed with another secret.
    """
    body, signature = datagram[:-_SIGNATURE_BYTES], datagram[-_SIGNATURE_BYTES:]
    if len(body) < _HEAD.size or body[:5] != _MAGIC + bytes([_VERSION]):
        raise FormatError(f"no heartbeat of version {_VERSION}: {datagram[:8].hex()}")
    if not compare_digest(signature, _signature(body, secret)):
        raise FormatError("a heartbeat signed with another secret")
    _, _, says, job, who, term, number, instant, stamp, edition, author, length, count = _HEAD.unpack_from(
        body
    )
    order, rest = body[_HEAD.size :][:length], body[_HEAD.size + length :]
    if len(order) != length or len(rest) != count * _ECHO.size or says not in _SAID or not order.isascii():
        raise FormatError(f"a heartbeat of {len(datagram)} bytes that is not put together as one")
    echoes = tuple(Echo(*echo) for echo in _ECHO.iter_unpack(rest))
    text = order.decode("ascii")
    return Heartbeat(who, job, Says(says), term, number, instant, stamp, edition, author, text, echoes)


def _signature(body: bytes, secret: bytes) -> bytes:
    return digest(secret, body, "sha256")[:_SIGNATURE_BYTES]

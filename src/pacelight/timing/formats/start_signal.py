"""A start signal over a network: who pressed, how long ago, and proof that nobody else says so.

::

    sender                                receiver
    hello  SENDER NONCE              ──►
                                     ◄──  known  SENDER NONCE CHALLENGE
    press  SENDER CHALLENGE NUMBER TRY AGO     ──►      again and again, AGO grows
                                     ◄──  taken  SENDER CHALLENGE NUMBER TRY
    heard  SENDER CHALLENGE NUMBER TRY WAY     ──►      TRY was under way for WAY at most

One datagram is one line of ASCII: ``pacelight.start/1``, the word, its fields, and a keyed hash of all before
it under the secret of the meet. The challenge is made anew by each receiver, so what was recorded before is
worth nothing to it; and of one press it takes each try once.

Source: RFC 2104 (HMAC), with SHA-256.
"""

import hmac
import re
from dataclasses import dataclass
from typing import Any, TypeAlias

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import plain

__all__ = ["LONGEST", "SCHEMA", "Heard", "Hello", "Known", "Press", "Said", "Taken", "read", "write"]

SCHEMA = "pacelight.start/1"
LONGEST = 512
"""Bytes of a datagram."""

_TOKEN = re.compile(r"[0-9a-f]{8,64}")
_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Hello:
    """A sender is there.

    Attributes:
        sender: made by it when it begins.
        nonce: used once, so that the answer is known to be one to this.
    """

    sender: str
    nonce: str


@dataclass(frozen=True, slots=True)
class Known:
    """The answer of a receiver: what presses must carry."""

    sender: str
    nonce: str
    challenge: str


@dataclass(frozen=True, slots=True)
class Press:
    """The start signal was given.

    Attributes:
        number: of the press, from 1.
        tried: which sending of it this is, from 1.
        ago_ns: so long before this was sent, on the clock of the sender.
    """

    sender: str
    challenge: str
    number: int
    tried: int
    ago_ns: int


@dataclass(frozen=True, slots=True)
class Taken:
    """It was heard."""

    sender: str
    challenge: str
    number: int
    tried: int


@dataclass(frozen=True, slots=True)
class Heard:
    """The sender knows that it was, and from when the answer was there how long that sending took at most."""

    sender: str
    challenge: str
    number: int
    tried: int
    way_ns: int


Said: TypeAlias = Hello | Known | Press | Taken | Heard

_WORDS: dict[str, type[Any]] = {
    "hello": Hello,
    "known": Known,
    "press": Press,
    "taken": Taken,
    "heard": Heard,
}
_NUMBERS = frozenset({"number", "tried", "ago_ns", "way_ns"})


def write(said: Said, secret: bytes) -> bytes:
    """One datagram."""
    word = next(word for word, kind in _WORDS.items() if kind is type(said))
    fields = (str(getattr(said, name)) for name in said.__dataclass_fields__)
    text = " ".join((SCHEMA, word, *fields)).encode("ascii")
    return text + b" " + _mac(text, secret)


def read(datagram: bytes, secret: bytes) -> Said:
    """What a datagram says.

    Raises:
        FormatError: it is none, or was not written under this secret.
    """
    text, _, mac = datagram.rpartition(b" ")
    if len(datagram) > LONGEST or not hmac.compare_digest(mac, _mac(text, secret)):
        raise FormatError("a start signal that was not sent under the secret of this meet")
    schema, *rest = text.decode("ascii", "replace").split(" ")
    kind = _WORDS.get(rest[0]) if rest else None
    if schema != SCHEMA or kind is None:
        raise FormatError(f"a start signal says '{plain(text)}', which is not known here")
    names = list(kind.__dataclass_fields__)
    if len(rest) - 1 != len(names):
        raise FormatError(f"a start signal with {len(rest) - 1} fields, where '{rest[0]}' has {len(names)}")
    said: Said = kind(**{name: _field(name, value) for name, value in zip(names, rest[1:], strict=True)})
    return said


def _field(name: str, value: str) -> str | int:
    """One field.

    Raises:
        FormatError: it cannot be one.
    """
    if not (_NUMBER if name in _NUMBERS else _TOKEN).fullmatch(value):
        raise FormatError(f"a start signal with {value[:40]!r} as {name}")
    return int(value) if name in _NUMBERS else value


def _mac(text: bytes, secret: bytes) -> bytes:
    return hmac.new(secret, text, "sha256").hexdigest().encode("ascii")

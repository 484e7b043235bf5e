"""MYLAPS (BibTag, ProChip) as it exports to other programs over TCP: messages read and written.

::

    Finish@Passing@c=AB12345|d=250213|t=20:11:54.404@...@17@$
    Pacelight@AckPassing@17@$

Source: the dialogue as in the public server CrossMgr ``MyLapsServer.py``; the names of the fields as in the
public forwarder of RACEMAP (its constants). No sentence or line of either is used here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import plain

__all__ = ["END", "MylapsMessage", "fields", "read", "write"]

END = b"$"
_LEAST = 2


@dataclass(frozen=True, slots=True)
class MylapsMessage:
    """One message.

    Attributes:
        location: who says it: the name of the timing point, or ours.
        function: what it is: ``Passing``, ``AckPong``.
        parts: all between the at-signs that follow.
    """

    location: str
    function: str
    parts: tuple[str, ...] = ()


def read(message: bytes) -> MylapsMessage:
    """One message, without the dollar sign that ends it.

    Raises:
        FormatError: not text, or nothing between at-signs.
    """
    try:
        location, *rest = message.decode("utf-8").strip().split("@")
    except UnicodeDecodeError as error:
        raise FormatError(f"no message of MYLAPS: '{plain(message)}'") from error
    if len(rest) < _LEAST or rest[-1]:
        raise FormatError(f"no message of MYLAPS: '{plain(message)}' (Finish@Passing@...@1@$)")
    return MylapsMessage(location, rest[0], tuple(rest[1:-1]))


def write(message: MylapsMessage) -> bytes:
    """A message as it is sent, its dollar sign included."""
    return "@".join((message.location, message.function, *message.parts, "$")).encode()


def fields(part: str) -> Mapping[str, str]:
    """One passing or marker: ``c=AB12345|d=250213|t=20:11:54.404``."""
    return dict(field.split("=", 1) for field in part.split("|") if "=" in field)

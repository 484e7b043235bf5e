"""Asking something of a race over its bus, as a console does: the same request until it is answered."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import msgspec

from pacelight.errors import DriverError, RaceError
from pacelight.meet.bus import Hearing, Where
from pacelight.meet.desk.requests import Answer, Request, answer

__all__ = ["Seen", "ask"]

_AGAIN_S = 0.1


class _Id(msgspec.Struct, frozen=True):
    id: str


class _Standing(msgspec.Struct, frozen=True):
    id: str
    revision: int | None = None


class Seen(msgspec.Struct, frozen=True):
    """What of a snapshot one must know to ask.

    Attributes:
        race: which one is on.
        revision: of it, as it was seen; None where the engine does not say.
        races: all of the session, with theirs.
    """

    schema: str
    race: _Id
    revision: int | None = None
    races: list[_Standing] = []

    def revision_of(self, race: str) -> int | None:
        """As it was seen; None where the engine does not say."""
        if race == self.race.id:
            return self.revision
        return next((one.revision for one in self.races if one.id == race), None)


_SEEN: msgspec.json.Decoder[Seen] = msgspec.json.Decoder(Seen)


def ask(at: Where, make: Callable[[Seen], Request], patience_s: float = 5.0) -> Answer:
    """Ask, and wait for the answer; asked again, with the same key, while the engine is away or starts anew.

    Args:
        at: the bus of the engine.
        make: makes the request out of what the engine tells first; it is made once.
        patience_s: how long to wait.

    Raises:
        DriverError: nobody is there, or nobody answers.
    """
    until_s = time.monotonic() + patience_s
    made: Request | None = None
    while True:
        try:
            with Hearing(at) as hearing:
                made = made or make(_seen(hearing, until_s))
                hearing.say(msgspec.json.encode(made))
                return _answered(hearing, made.key, until_s)
        except _LostError:
            pass
        except DriverError:
            if time.monotonic() >= until_s:
                raise
        if time.monotonic() >= until_s:
            raise DriverError(f"the engine at {at} does not answer")
        time.sleep(_AGAIN_S)


class _LostError(Exception):
    """The connection ended before the answer."""


def _seen(hearing: Hearing, until_s: float) -> Seen:
    for line in _lines(hearing, until_s):
        with suppress(msgspec.DecodeError, UnicodeDecodeError):
            return _SEEN.decode(line)
    raise _LostError


def _answered(hearing: Hearing, key: str, until_s: float) -> Answer:
    for line in _lines(hearing, until_s):
        if line.startswith(b'{"type":"answer"'):
            with suppress(RaceError):
                found = answer(line)
                if found.key == key:
                    return found
    raise _LostError


def _lines(hearing: Hearing, until_s: float) -> Iterator[bytes]:
    while not hearing.ended and time.monotonic() < until_s:
        yield from hearing.turn(until_s - time.monotonic())

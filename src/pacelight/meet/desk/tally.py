"""Times taken by hand, and whose they are afterwards: from keys to requests.

::

    space, Enter while no figure was typed: a time, now
    figures, then Enter:                    the bib of the oldest time that has none
    u:                                      the last thing again: a bib was wrong, or a time was none
    -:                                      the oldest time is left to somebody else, who says whose it is
    Backspace:                              one figure back

Each thing is done once all before it was answered: whose a time is depends on what the engine took,
never on how fast somebody types.
Pure: whoever has the keys says when each was pressed, and what was answered.
"""

from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from pacelight.meet.desk.requests import Correct, Do, Reassign, Split, Strike

__all__ = ["Ask", "Standing", "Taken", "Tally"]

_ENTER, _SPACE, _UNDO, _LEAVE = frozenset("\r\n"), " ", frozenset("uU"), "-"
_BACK = frozenset("\b\x7f")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be asked of the engine.

    Attributes:
        key: of the request.
        race: id of the race that is meant: the one that was on when the time was taken.
        do: what is asked.
    """

    key: str
    race: str
    do: Do


_Steps: TypeAlias = Generator[Ask, bool, None]
"""What is asked for one thing that was typed, one after another; it is told of each whether it was done."""


class Standing(StrEnum):
    """How a time stands."""

    SENT = "sent"
    """Nobody has answered yet."""
    STANDS = "stands"
    REFUSED = "refused"
    """The engine did not take it: there is no such time."""
    STRUCK = "struck"
    """It was none."""
    LEFT = "left"
    """Somebody else says whose it is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A time that was taken.

    Attributes:
        key: of the request, and of the time afterwards.
        race: that was on when it was taken.
        at_unix_ns: when, on the clock of the engine.
        bib: whose; empty while nobody has said.
        standing: how it stands.
        given: whose it is for the engine: a bib that is to be typed again is its runner's until then.
        at: at which of the distances the engine has it.
    """

    key: str
    race: str
    at_unix_ns: int
    bib: str = ""
    standing: Standing = Standing.SENT
    given: str = ""
    at: int = 0

    @property
    def waits(self) -> bool:
        """Whether it has no bib yet."""
        return not self.bib and self.standing in {Standing.SENT, Standing.STANDS}


@dataclass(slots=True)
class Tally:
    """All times that somebody has taken.

    Attributes:
        keys: gives a key that was never used before.
        distances: where they are taken: a runner's first at the first of them, and so on; the finish if none.
        source: what they are taken with.
        typed: figures of a bib so far.
        taken: in order.
        said: what came to nothing, in one line each, until somebody reads and clears it.
    """

    keys: Callable[[], str]
    distances: tuple[str, ...] = ()
    source: str = "keys"
    typed: str = ""
    taken: list[Taken] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    _done: list[tuple[str, int]] = field(default_factory=list)
    _things: deque[_Steps] = field(default_factory=deque)
    _asked: Ask | None = None

    def press(self, key: str, at_unix_ns: int, race: str) -> None:
        """A key was pressed.

        Args:
            key: one character.
            at_unix_ns: when, on the clock of the engine.
            race: id of the race that was on then.
        """
        if key == _SPACE or (key in _ENTER and not self.typed):
            self.taken.append(Taken(self.keys(), race, at_unix_ns))
            self._things.append(self._take(len(self.taken) - 1))
        elif key in _ENTER:
            bib, self.typed = self.typed, ""
            self._things.append(self._give(bib, len(self.taken)))
        elif key in _UNDO:
            self.typed = ""
            self._things.append(self._undo())
        elif key == _LEAVE:
            self._things.append(self._leave(len(self.taken)))
        elif key in _BACK:
            self.typed = self.typed[:-1]
        elif key.isascii() and key.isalnum() and len(self.typed) < _LONGEST:
            self.typed += key.upper()

    @property
    def due(self) -> Ask | None:
        """What is to be asked now, the same until it is answered; None where nothing is."""
        while self._asked is None and self._things:
            self._go_on(None)
        return self._asked

    def answered(self, *, done: bool) -> None:
        """What was due was answered, whether it was done or refused.

        Raises:
            ValueError: nothing was asked.
        """
        if self._asked is None:
            raise ValueError("nothing was asked")
        self._go_on(done)

    @property
    def waiting(self) -> list[Taken]:
        """Times that have no bib yet, of the race in which the last one was taken; the oldest first."""
        return [self.taken[number] for number in self._waiting(len(self.taken))]

    def _go_on(self, done: bool | None) -> None:
        try:
            self._asked = self._things[0].send(done)  # type: ignore[arg-type] # None begins it
        except StopIteration:
            self._asked = None
            self._things.popleft()

    def _waiting(self, before: int) -> list[int]:
        """Those of the first so many; of one race alone, as a bib is another runner's in the next."""
        known = [one for one in self.taken[:before] if one.standing is not Standing.REFUSED]
        race = known[-1].race if known else ""
        return [n for n, one in enumerate(self.taken[:before]) if one.waits and one.race == race]

    def _oldest(self, before: int, what: str) -> int | None:
        waiting = self._waiting(before)
        if waiting:
            return waiting[0]
        self.said.append(f"no time waits for {what}")
        self._done.append(("nothing", 0))
        return None

    def _take(self, number: int) -> _Steps:
        one = self.taken[number]
        distance = self.distances[0] if self.distances else ""
        self._done.append(("took", number))
        done = yield Ask(
            one.key, one.race, Split(distance=distance, at_unix_ns=one.at_unix_ns, source=self.source)
        )
        self._now(number, standing=Standing.STANDS if done else Standing.REFUSED)

    def _give(self, bib: str, before: int) -> _Steps:
        """A bib is for the times that were taken before it was typed."""
        number = self._oldest(before, f"bib {bib}")
        if number is None:
            return
        if not (yield from self._move(number, bib)) or not (yield from self._reassign(number, bib)):
            self._done.append(("nothing", 0))
            return
        self._now(number, bib=bib, given=bib)
        self._done.append(("gave", number))

    def _move(self, number: int, bib: str) -> Generator[Ask, bool, bool]:
        """To the distance at which this runner comes next; whether it is there."""
        one = self.taken[number]
        before = sum(
            other.bib == bib and other.race == one.race and other.standing is Standing.STANDS
            for other in self.taken
        )
        at = before if before < len(self.distances) else 0
        if at == one.at:
            return True
        done = yield Ask(self.keys(), one.race, Correct(what=one.key, distance=self.distances[at]))
        if done:
            self._now(number, at=at)
        return done

    def _reassign(self, number: int, bib: str) -> Generator[Ask, bool, bool]:
        one = self.taken[number]
        return one.given == bib or (yield Ask(self.keys(), one.race, Reassign(what=one.key, bib=bib)))

    def _leave(self, before: int) -> _Steps:
        number = self._oldest(before, "a bib")
        if number is not None:
            self._now(number, standing=Standing.LEFT)
            self._done.append(("left", number))
        yield from ()

    def _undo(self) -> _Steps:
        """The last bib is to be typed again; or the last time is taken out."""
        did, number = self._done.pop() if self._done else ("nothing", 0)
        if did == "gave":
            self._now(number, bib="")
        elif did == "left":
            self._now(number, standing=Standing.STANDS)
        elif did == "took" and self.taken[number].standing is Standing.STANDS:
            yield from self._strike(number)
        else:
            self.said.append("nothing to undo: the last thing was not done")

    def _strike(self, number: int) -> _Steps:
        one = self.taken[number]
        done = yield Ask(self.keys(), one.race, Strike(what=one.key, reason="the key was pressed by mistake"))
        if done:
            self._now(number, standing=Standing.STRUCK)
        else:
            self._done.append(("took", number))

    def _now(self, number: int, **other: object) -> None:
        self.taken[number] = replace(self.taken[number], **other)  # type: ignore[arg-type] # fields of it

"""Times taken by hand, and whose they are afterwards: from keys to requests.

::

    space, Enter while no figure was typed: a time, now
    figures, then Enter:                    the bib of the oldest time that has none
    u:                                      the last thing again: a bib was wrong, or a time was none
    Backspace:                              one figure back

Pure: whoever has the keys says when each was pressed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pacelight.meet.desk.requests import Correct, Do, Reassign, Split, Strike

__all__ = ["Asks", "Taken", "Tally"]

Asks: TypeAlias = tuple[str, Do]
"""What is to be asked, and under which key."""

_ENTER, _SPACE, _UNDO = frozenset("\r\n"), " ", frozenset("uU")
_BACK = frozenset("\b\x7f")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Taken:
    """A time that was taken.

    Attributes:
        key: of the request, and of the time afterwards.
        at_unix_ns: when, on the clock of the engine.
        bib: whose; empty while nobody has said.
        struck: it was none.
    """

    key: str
    at_unix_ns: int
    bib: str = ""
    struck: bool = False


@dataclass(slots=True)
class Tally:
    """All times that somebody has taken.

    Attributes:
        keys: gives a key that was never used before.
        distances: where they are taken: a runner's first at the first of them, and so on; the finish if none.
        source: what they are taken with.
        typed: figures of a bib so far.
        taken: in order.
    """

    keys: Callable[[], str]
    distances: tuple[str, ...] = ()
    source: str = "keys"
    typed: str = ""
    taken: list[Taken] = field(default_factory=list)
    _done: list[tuple[str, int]] = field(default_factory=list)

    def press(self, key: str, at_unix_ns: int) -> list[Asks]:
        """A key was pressed; what is to be asked of the engine.

        Args:
            key: one character.
            at_unix_ns: when, on the clock of the engine.
        """
        if key == _SPACE or (key in _ENTER and not self.typed):
            return self._take(at_unix_ns)
        if key in _ENTER:
            return self._assign()
        if key in _UNDO:
            return self._undo()
        if key in _BACK:
            self.typed = self.typed[:-1]
        elif key.isascii() and key.isalnum() and len(self.typed) < _LONGEST:
            self.typed += key.upper()
        return []

    @property
    def waiting(self) -> list[Taken]:
        """Times that have no bib yet, the oldest first."""
        return [one for one in self.taken if not one.bib and not one.struck]

    def _take(self, at_unix_ns: int) -> list[Asks]:
        key = self.keys()
        self.taken.append(Taken(key, at_unix_ns))
        self._done.append(("took", len(self.taken) - 1))
        distance = self.distances[0] if self.distances else ""
        return [(key, Split(distance=distance, at_unix_ns=at_unix_ns, source=self.source))]

    def _assign(self) -> list[Asks]:
        bib, self.typed = self.typed, ""
        if not self.waiting:
            return []
        number = self.taken.index(self.waiting[0])
        before = sum(one.bib == bib and not one.struck for one in self.taken)
        self.taken[number] = replace(self.taken[number], bib=bib)
        self._done.append(("gave", number))
        asks: list[Asks] = []
        if 0 < before < len(self.distances):
            asks.append((self.keys(), Correct(what=self.taken[number].key, distance=self.distances[before])))
        return [*asks, (self.keys(), Reassign(what=self.taken[number].key, bib=bib))]

    def _undo(self) -> list[Asks]:
        """The last bib is to be typed again; or the last time is taken out."""
        self.typed = ""
        if not self._done:
            return []
        did, number = self._done.pop()
        one = self.taken[number]
        if did == "gave":
            self.taken[number] = replace(one, bib="")
            return []
        self.taken[number] = replace(one, struck=True)
        return [(self.keys(), Strike(what=one.key, reason="the key was pressed by mistake"))]

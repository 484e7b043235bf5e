"""Persons in a journal: each has a number there, and what the number stands for is kept beside it.

::

    "Jakob Ingebrigtsen"  ── hide ──►  "⟦1⟧"  ── show ──►  "Jakob Ingebrigtsen"

Whoever deletes what is kept beside a journal has made it nameless for good, and it can still be proved.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec

__all__ = ["Persons"]

_MARK = "⟦"
_TOKEN = re.compile(r"⟦(\d+)⟧")
_MARKED = _MARK.encode()
_SHORTEST = 2
"""Characters of what is hidden: a single letter is no name."""


class Persons:
    """Which number stands for whom.

    >>> persons = Persons()
    >>> persons.learn(["Jakob Ingebrigtsen", "ingebrigtsen-jakob"])
    {1: 'Jakob Ingebrigtsen', 2: 'ingebrigtsen-jakob'}
    >>> persons.hide(b'{"by":"Jakob Ingebrigtsen, 1"}').decode()
    '{"by":"⟦1⟧, 1"}'
    """

    def __init__(self, known: Mapping[int, str] | None = None) -> None:
        self._known: dict[int, str] = dict(known or {})
        self._number = {text: number for number, text in self._known.items()}
        self._last = max(self._known, default=0)
        self._pattern = self._compiled()

    @property
    def known(self) -> Mapping[int, str]:
        """All of them, in the order in which they came up."""
        return self._known

    def learn(self, texts: Iterable[str]) -> dict[int, str]:
        """Give each a number that has none yet.

        Args:
            texts: names, keys and whatever else tells who somebody is.

        Returns:
            those that are new, by their numbers.
        """
        new: dict[int, str] = {}
        for text in texts:
            if len(text) >= _SHORTEST and text not in self._number and not _TOKEN.search(text):
                self._last += 1
                self._number[text] = self._last
                new[self._last] = text
        self.take(new)
        return new

    def take(self, known: Mapping[int, str]) -> None:
        """Know these, too; a number that stood for somebody else stands for this one now."""
        if not known:
            return
        self._known |= known
        self._number = {text: number for number, text in self._known.items()}
        self._last = max(self._last, *known)
        self._pattern = self._compiled()

    def leave_out(self, event: bytes) -> None:
        """Never give a number again that stands in a line already, though nobody knows any more for whom."""
        if _MARKED in event:
            self._last = max([self._last, *map(int, _TOKEN.findall(event.decode()))])

    def hide(self, event: bytes) -> bytes:
        """An event as it stands in the journal: numbers instead of persons.

        Args:
            event: JSON.
        """
        if not self._known and _MARKED not in event:
            return event
        return _texts(event, lambda text: self._pattern.sub(self._hidden, text))

    def show(self, event: bytes) -> bytes:
        """The same with the persons who are known; whom nobody knows any more is ``person-7``.

        Args:
            event: JSON, as it stands in the journal.
        """
        if _MARKED not in event:
            return event
        return _texts(event, lambda text: _TOKEN.sub(self._shown, text))

    def _hidden(self, found: re.Match[str]) -> str:
        return f"⟦{self._number.get(found[0], 0)}⟧"

    def _shown(self, found: re.Match[str]) -> str:
        number = int(found[1])
        return self._known.get(number, f"person-{number}") if number else _MARK

    def _compiled(self) -> re.Pattern[str]:
        longest_first = sorted(self._number, key=lambda text: (-len(text), text))
        names = "|".join(re.escape(text) for text in longest_first)
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)|{_MARK}" if names else _MARK)


def _texts(event: bytes, change: Callable[[str], str]) -> bytes:
    """JSON with each of its texts changed; all else stays byte for byte."""

    def walk(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can say
        match value:
            case str():
                return change(value)
            case list():
                return [walk(one) for one in value]
            case dict():
                return {key: walk(one) for key, one in value.items()}
        return value

    return msgspec.json.encode(walk(msgspec.json.decode(event)))

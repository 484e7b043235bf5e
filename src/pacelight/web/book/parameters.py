"""What may be asked in an address, read with one clear line where it cannot be."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pacelight.book import ages
from pacelight.book.asking.sheets import When
from pacelight.book.model import ALL
from pacelight.errors import BookError
from pacelight.event import Level, RaceKind, Sex

__all__ = ["MOST_LINES", "Parameters"]

MOST_LINES = 1000
"""Of a list on one page: a spectator's phone still shows them, and one question cannot hold up the others."""

_LAST_YEAR = 9999
_YES = frozenset({"1", "yes", "true", "on"})
_NO = frozenset({"0", "no", "false", "off"})


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of an address, those left empty left out.

    Attributes:
        given: by their names, as they were written.
    """

    given: Mapping[str, str]

    @classmethod
    def read(cls, pairs: Iterable[tuple[str, str]], known: Collection[str]) -> "Parameters":
        """What an address asks.

        Args:
            pairs: names and values, as they stand in it.
            known: what the page takes.

        Raises:
            BookError: a parameter that the page does not take, or one that is given twice.
        """
        given: dict[str, str] = {}
        for name, written in pairs:
            if name not in known:
                takes = f"it takes {', '.join(known)}" if known else "it takes none"
                raise BookError(f"this page has no parameter '{name}' ({takes})")
            if name in given:
                raise BookError(f"'{name}' is given twice (once is enough)")
            given[name] = written.strip()
        return cls(MappingProxyType({name: written for name, written in given.items() if written}))

    def text(self, name: str) -> str | None:
        """As it was written; None where it was not."""
        return self.given.get(name)

    def day(self, name: str, otherwise: date) -> date:
        """A day.

        Raises:
            BookError: not a day.
        """
        text = self.given.get(name)
        if text is None:
            return otherwise
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise BookError(
                f"{name} is not a day: '{text}' (write year-month-day, as in 2025-02-12)"
            ) from error

    def when(self, today: date) -> When:
        """As of when is asked: today, and as known then, if not said otherwise.

        Raises:
            BookError: not a day, or neither yes nor no.
        """
        as_of = self.day("as_of", today)
        return When(as_of, self.day("known_at", as_of), self.says_yes("ratified"))

    def says_yes(self, name: str) -> bool:
        """Whether something is wanted that is not, if nothing is said.

        Raises:
            BookError: neither yes nor no.
        """
        text = self.given.get(name, "no").lower()
        if text not in _YES | _NO:
            raise BookError(f"{name} is yes or no, not '{text}'")
        return text in _YES

    def lines(self, otherwise: int) -> int:
        """How many lines of a list.

        Raises:
            BookError: not a number of lines that a page has.
        """
        found = self._number("top", MOST_LINES, f"from 1 to {MOST_LINES}")
        return otherwise if found is None else found

    def year(self) -> int | None:
        """A calendar year.

        Raises:
            BookError: not a year.
        """
        return self._number("year", _LAST_YEAR, "a calendar year, as 2025")

    def level(self) -> Level:
        """Which record.

        Raises:
            BookError: no such level.
        """
        text = self.given.get("level", Level.WR)
        if text.upper() not in list(Level):
            raise BookError(f"no level '{text}' (there are {', '.join(Level)})")
        return Level(text.upper())

    def sex(self, otherwise: Sex | None = None) -> Sex | None:
        """Whose event.

        Raises:
            BookError: none of the three classes.
        """
        text = self.given.get("sex")
        if text is None:
            return otherwise
        if text not in list(Sex):
            raise BookError(f"sex is {', '.join(Sex)}, not '{text}'")
        return Sex(text)

    def race(self) -> RaceKind | None:
        """Only of races of women alone, or only of mixed ones; of every race, if not said.

        Raises:
            BookError: neither of the two.
        """
        text = self.given.get("race")
        if text is None:
            return None
        if text not in list(RaceKind):
            raise BookError(f"race is {' or '.join(RaceKind)}, not '{text}'")
        return RaceKind(text)

    def age(self) -> str:
        """Which age group; that of everybody, if not said.

        Raises:
            BookError: no such age group.
        """
        return ages.normal(self.given.get("age", ALL))

    def _number(self, name: str, most: int, means: str) -> int | None:
        text = self.given.get(name)
        if text is None:
            return None
        if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[: len(str(most)) + 1]) <= most:
            raise BookError(f"{name} is {means}, not '{text}'")
        return int(text)

"""A language lent to what is printed and published: as pages of this server speak it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pacelight.web.words.format import day_text, number_text
from pacelight.web.words.language import say
from pacelight.web.words.names import event_text, known_text, nation_text
from pacelight.web.words.understood import understood

__all__ = ["Speaker"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks one language; see `pacelight.speech`.

    Attributes:
        language: its code.

    >>> Speaker("fr").say("point-finish"), Speaker("nb").event("Mile")
    ('arrivée', 'Engelsk mil')
    """

    language: str

    def say(self, message: str, **told: str | float | Decimal) -> str:
        """A message."""
        return say(self.language, message, **told)

    def known(self, message: str, otherwise: str) -> str:
        """A message, or something else where there is none."""
        return known_text(self.language, message, otherwise)

    def understood(self, sentence: str) -> str:
        """An English sentence of ours."""
        return understood(self.language, sentence)

    def day(self, day: date) -> str:
        """A day."""
        return day_text(self.language, day)

    def number(self, number: Decimal | int, digits: int, least: int | None = None) -> str:
        """A number that has a unit."""
        return number_text(self.language, number, digits, least)

    def event(self, name: str) -> str:
        """An event, from its English name."""
        return event_text(self.language, name)

    def nation(self, code: str) -> str:
        """A nation, from its code."""
        return nation_text(self.language, code)

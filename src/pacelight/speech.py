"""What pages and sheets are written with: a language, as whoever knows languages lends it.

The words themselves stand one file a language, above (`web.words`); what is made of results, surveys
and records takes a `Speech` and asks it.
"""

from datetime import date
from decimal import Decimal
from typing import Protocol

__all__ = ["Speech"]


class Speech(Protocol):
    """A language that says what it is asked to."""

    @property
    def language(self) -> str:
        """Its code, as in ``<html lang>``."""
        ...

    def say(self, message: str, **told: str | float | Decimal) -> str:
        """A message by its identity, with what it is told of."""
        ...

    def known(self, message: str, otherwise: str) -> str:
        """A message, or something else where there is none: for names that others add to."""
        ...

    def understood(self, sentence: str) -> str:
        """An English sentence of ours in this language; as it is, where its form is not known."""
        ...

    def day(self, day: date) -> str:
        """A day as the language writes it."""
        ...

    def number(self, number: Decimal | int, digits: int, least: int | None = None) -> str:
        """A number that has a unit, as the language writes it: so many digits, at least ``least`` of them."""
        ...

    def event(self, name: str) -> str:
        """An event, from its English name."""
        ...

    def nation(self, code: str) -> str:
        """A nation, from its code."""
        ...

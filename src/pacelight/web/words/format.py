"""Numbers and days as a language writes them, as `frontend/src/words/format.ts` does it in browsers."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from pacelight.web.words.language import languages, say

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["day_text", "locale_of", "metres_text", "number_text"]


def day_text(language: str, day: date) -> str:
    """A day.

    >>> day_text("en", date(2025, 2, 13)), day_text("fr", date(2025, 2, 13))
    ('13 Feb 2025', '13 févr. 2025')
    """
    from babel.dates import format_date  # noqa: PLC0415  # with the first page, as all of Babel

    return format_date(day, "medium", locale=locale_of(language))


def number_text(language: str, number: Decimal | int, digits: int, least: int | None = None) -> str:
    """A number that has a unit, never grouped; a mark has none, and is not written by this.

    Args:
        language: its code.
        number: exact.
        digits: behind the decimal sign, at most.
        least: of them, at least; all, if not given.

    >>> number_text("nb", Decimal("1.6"), 2), number_text("nb", Decimal("1.6"), 2, 0)
    ('1,60', '1,6')
    """
    from babel.numbers import format_decimal  # noqa: PLC0415

    must = digits if least is None else least
    pattern = "0." + "0" * must + "#" * (digits - must)
    return format_decimal(number, pattern, locale=locale_of(language))


def metres_text(language: str, metres: float) -> str:
    """How far, in metres.

    >>> metres_text("fr", 1609.344)
    '1609,34 m'
    """
    return say(language, "event-metres", length=number_text(language, Decimal(str(metres)), 2, 0))


@cache
def locale_of(language: str) -> "Locale":
    """The locale by which a language writes numbers, days, and names of nations."""
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(languages()[language].locale, sep="-")

"""Days in running text, and the day of the text itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pacelight.claims.model import When

__all__ = ["Dated", "dated", "days"]

_NAMES = (
    *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})\.?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_NUMBER = r"(?P<number>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"

_DAYS = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"\b(?:{_WEEKDAY},? )?{_NUMBER} {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b(?:{_WEEKDAY},? )?{_MONTH} {_NUMBER}(?:,? {_YEAR})?\b",
        rf"\b{_WEEKDAY}\b",
        rf"\b(?:(?<=in )|(?<=from )|(?<=since )){_YEAR}\b",
    )
)
"""Ways to write a day, the longest first; a number alone is a year only after a word that says so."""

_ADDRESS = re.compile(r"https?://\S*?/((?:19|20)\d\d)/([01]\d)/([0-3]\d)(?=[/_-])")
_NO_DATELINE = re.compile(r"\b(?:since|until|before|from|by) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or a year where it stands.

    Attributes:
        start: first character, in the text that was given.
        end: after its last.
    """

    start: int
    end: int
    when: When
    with_year: bool


def days(text: str, near: date | None) -> Iterator[Dated]:
    """The days and years that a text names, in order.

    Args:
        text: one sentence, or all of it.
        near: the day of the text, from which weekdays and days without a year are reckoned back;
            without it a day without a year is of the year that was named before, and weekdays are not read.
    """
    year = near.year if near else None
    for match in _matches(text):
        parts = {name: value.casefold() for name, value in match.groupdict().items() if value}
        if "year" in parts and "month" in parts:
            year = int(parts["year"])
        when = _when(parts, year, near)
        if when is not None:
            yield Dated(match.start(), match.end(), when, "year" in parts)


def dated(text: str) -> date | None:
    """The day of a text: the one in its address, else the latest that it names with its year.

    None where there is none: then somebody must say it.
    A day after "since", "until", "before", "from" or "by" is not taken for it.
    """
    for year, month, day in _ADDRESS.findall(text):
        found = _date(int(year), int(month), int(day))
        if found is not None:
            return found
    flat = re.sub(r"\s", " ", text)
    named = [one for one in days(flat, None) if one.when.exact]
    fit = [one.when.first for one in named if not _NO_DATELINE.search(flat[: one.start])]
    return max(fit, default=None)


def _matches(text: str) -> list[re.Match[str]]:
    """Every way of writing, none inside another."""
    taken: list[re.Match[str]] = []
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            if all(match.end() <= other.start() or other.end() <= match.start() for other in taken):
                taken.append(match)
    return sorted(taken, key=lambda match: match.start())


def _when(parts: dict[str, str], year: int | None, near: date | None) -> When | None:
    if "month" in parts:
        return _day(parts, year, near)
    if "year" in parts:
        return When(date(int(parts["year"]), 1, 1), date(int(parts["year"]), 12, 31))
    if near is None:
        return None
    back = timedelta((near.weekday() - _WEEKDAYS.index(parts["weekday"])) % 7)
    return _one(near - back)


def _day(parts: dict[str, str], year: int | None, near: date | None) -> When | None:
    """A day of a month; without a year the last one before the day of the text."""
    if "year" in parts:
        year = int(parts["year"])
    if year is None:
        return None
    found = _date(year, _MONTHS[parts["month"]], int(parts["number"]))
    if found and near and "year" not in parts and found > near:
        found = _date(year - 1, found.month, found.day)
    return _one(found) if found else None


def _one(day: date) -> When:
    return When(day, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

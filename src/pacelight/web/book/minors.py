"""What a page says of the age of who is not of age: the year of birth, and no more.

The command line tells its user all that the book has; a page may be read by anybody.
"""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from pacelight.book.asking.career import Career, HeldRecord, Honour, Run, age_on
from pacelight.book.birth import Birth, BirthPrecision

__all__ = ["OF_AGE", "discreet"]

OF_AGE = 18
"""Years. Source: Convention on the Rights of the Child, article 1."""

Dated = TypeVar("Dated", Run, Honour)


def discreet(found: Career, today: date) -> Career:
    """The career as anybody may read it.

    Args:
        found: as the book has it.
        today: the day on which it is read, whatever day was asked for.
    """
    born = found.athlete.born
    age = age_on(born, today)
    if born is None or age is None or age.least >= OF_AGE:
        return found
    year = Birth(date(born.day.year, 1, 1), BirthPrecision.YEAR)

    def dated(one: Dated) -> Dated:
        return replace(one, age=age_on(year, one.performance.day))

    def held(one: HeldRecord) -> HeldRecord:
        return replace(one, age=age_on(year, one.step.performance.day))

    return replace(
        found,
        athlete=replace(found.athlete, born=year),
        bests=tuple(dated(one) for one in found.bests),
        seasons=tuple(dated(one) for one in found.seasons),
        progression=tuple(dated(one) for one in found.progression),
        records=tuple(held(one) for one in found.records),
        honours=tuple(dated(one) for one in found.honours),
        performances=tuple(dated(one) for one in found.performances),
    )

"""When somebody was born, as far as it is known."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pacelight.errors import BookError

__all__ = ["Birth", "BirthPrecision"]


class BirthPrecision(StrEnum):
    """How much of a birth date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Birth:
    """A birth date.

    Attributes:
        day: the date; the first of its month, or of its year, where no more is known.
        precision: how much of it is known.

    Raises:
        BookError: a day within a month, or a month within a year, that is said not to be known.
    """

    day: date
    precision: BirthPrecision = BirthPrecision.DAY

    def __post_init__(self) -> None:
        first = {BirthPrecision.DAY: self.day, BirthPrecision.MONTH: self.day.replace(day=1)}
        if self.day != first.get(self.precision, self.day.replace(month=1, day=1)):
            raise BookError(
                f"born {self.day}, known to the {self.precision}: write the first of the {self.precision}"
            )

    @property
    def latest(self) -> date:
        """The last day on which it can have been.

        >>> Birth(date(2000, 2, 1), BirthPrecision.MONTH).latest
        datetime.date(2000, 2, 29)
        """
        match self.precision:
            case BirthPrecision.DAY:
                return self.day
            case BirthPrecision.MONTH:
                later = self.day.toordinal() + 31
                return date.fromordinal(date.fromordinal(later).replace(day=1).toordinal() - 1)
            case BirthPrecision.YEAR:
                return self.day.replace(month=12, day=31)

    def __str__(self) -> str:
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

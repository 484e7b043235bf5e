"""Times: raw as a device gives them (`Elapsed`), official as people print them (`Mark`).

There is one door from raw to official, `Mark.from_elapsed`, and it rounds up.
No float ever holds a mark.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from pacelight.errors import MarkError

__all__ = ["Elapsed", "Mark", "Timing"]

_NS_PER_MS = 1_000_000

_TIME = re.compile(
    r"""(?:(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):)?   # 2:01: or 3:
        (?P<seconds>\d{1,3})
        (?:\.(?P<fraction>\d{1,3}))?
        (?P<hand>h)?""",
    re.VERBOSE,
)


class Timing(StrEnum):
    """How a mark was timed."""

    FAT = "fat"
    """Fully automatic: photo finish, started by the gun."""
    HAND = "hand"
    TRANSPONDER = "transponder"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Elapsed:
    """A raw time since the gun, as a device gives it.

    Attributes:
        ns: whole nanoseconds, negative before the gun.
    """

    ns: int

    @classmethod
    def of_ms(cls, ms: int) -> Self:
        """So many whole milliseconds since the gun."""
        return cls(ms * _NS_PER_MS)


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """An official time. Compared by its thousandths alone: 3:46.6 equals 3:46.60 as a record.

    Attributes:
        thousandths: whole thousandths of a second, more than zero.
        precision: decimals it was timed to, 0 to 3: ``3:46.6`` is printed as it was timed.
        timing: how it was timed.

    Raises:
        MarkError: the thousandths are finer than the precision can say.

    >>> Mark.parse("3:45.14")
    Mark('3:45.14')
    >>> Mark.parse("3:54.5h").timing
    <Timing.HAND: 'hand'>
    """

    thousandths: int
    precision: int = field(default=2, compare=False)
    timing: Timing = field(default=Timing.FAT, compare=False)

    def __post_init__(self) -> None:
        if self.precision not in range(4):
            raise MarkError(f"a time has 0 to 3 decimals, not {self.precision}")
        if self.thousandths <= 0:
            raise MarkError(f"a mark is longer than nothing, not {self.thousandths} thousandths")
        if self.thousandths % _step(self.precision):
            raise MarkError(
                f"{self.thousandths} thousandths are finer than {self.precision} decimals can say"
            )

    @classmethod
    def parse(cls, text: str, timing: Timing | None = None) -> Self:
        """Read a time as people print it: ``3:45.14``, ``56.39``, ``2:01:09``, ``3:54.5h``.

        Args:
            text: the printed time; a trailing ``h`` says hand timing.
            timing: how it was timed, where the text does not say; automatic if not given.

        Raises:
            MarkError: not a time, with what to write instead where that can be guessed.
        """
        shown = text.strip()
        match = _TIME.fullmatch(shown)
        if match is None:
            raise MarkError(_advice(shown))
        hours, minutes, seconds = (int(match[name] or 0) for name in ("hours", "minutes", "seconds"))
        if match["minutes"] and (seconds > 59 or len(match["seconds"]) != 2):
            raise MarkError(f"not a time: '{shown}' (seconds after a colon run from 00 to 59)")
        if match["hours"] and (minutes > 59 or len(match["minutes"]) != 2):
            raise MarkError(f"not a time: '{shown}' (minutes after a colon run from 00 to 59)")
        fraction = match["fraction"] or ""
        if match["hand"]:
            timing = Timing.HAND
        whole = (hours * 3600 + minutes * 60 + seconds) * 1000
        if whole + int(fraction.ljust(3, "0")) == 0:
            raise MarkError(f"not a time: '{shown}' (a mark is longer than nothing)")
        return cls(whole + int(fraction.ljust(3, "0")), len(fraction), timing or Timing.FAT)

    @classmethod
    def from_elapsed(cls, elapsed: Elapsed, precision: int = 2, timing: Timing = Timing.FAT) -> Self:
        """The official time of a raw one: the one door, and it rounds up.

        Source: World Athletics Technical Rules, TR19: a time that does not end in the last figure
        read is converted to the next longer one.

        >>> Mark.from_elapsed(Elapsed(9_072_500_000))
        Mark('9.08')
        """
        if precision not in range(4):
            raise MarkError(f"a time has 0 to 3 decimals, not {precision}")
        step = _step(precision)
        return cls(-(-elapsed.ns // (_NS_PER_MS * step)) * step, precision, timing)

    @property
    def elapsed(self) -> Elapsed:
        """The instant this mark names, as a raw time since the gun."""
        return Elapsed.of_ms(self.thousandths)

    def __str__(self) -> str:
        seconds, ms = divmod(self.thousandths, 1000)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        fraction = f".{ms:03d}"[: self.precision + 1] if self.precision else ""
        if hours:
            return f"{hours}:{minutes:02d}:{seconds:02d}{fraction}"
        if minutes or not self.precision:
            return f"{minutes}:{seconds:02d}{fraction}"
        return f"{seconds}{fraction}"

    def __repr__(self) -> str:
        return f"Mark('{self}')"


def _step(precision: int) -> int:
    return int(10 ** (3 - precision))


def _advice(shown: str) -> str:
    """Say that it is not a time, and what to write where the meaning can be guessed."""
    parts = re.fullmatch(r"(\d{1,2})[:.,'m ]+(\d{2})[:.,'\"s ]+(\d{1,3})", shown)
    if parts:
        return f"not a time: '{shown}' (write {parts[1]}:{parts[2]}.{parts[3]})"
    parts = re.fullmatch(r"(\d{1,3}),(\d{1,3})", shown)
    if parts:
        return f"not a time: '{shown}' (write {parts[1]}.{parts[2]})"
    return f"not a time: '{shown}' (write minutes:seconds.hundredths, as in 3:45.14)"

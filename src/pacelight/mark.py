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
        (?:\s?(?P<hand>h))?""",
    re.VERBOSE | re.ASCII,
)
_SIXTIETHS = re.compile("[0-5][0-9]")


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

    Raises:
        MarkError: a float.
    """

    ns: int

    def __post_init__(self) -> None:
        _refuse_float(self.ns, "nanoseconds")

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
        MarkError: the thousandths are finer than the precision can say, or a float.

    >>> Mark.parse("3:45.14")
    Mark('3:45.14')
    >>> Mark.parse("3:54.5h").timing
    <Timing.HAND: 'hand'>
    """

    thousandths: int
    precision: int = field(default=2, compare=False)
    timing: Timing = field(default=Timing.FAT, compare=False)

    def __post_init__(self) -> None:
        _refuse_float(self.thousandths, "thousandths")
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
        shown = " ".join(text.split())
        match = _TIME.fullmatch(shown)
        if match is None:
            raise MarkError(_advice(shown))
        for name in _beyond_sixty(match):
            raise MarkError(f"not a time: '{shown}' ({name} after a colon run from 00 to 59)")
        hours, minutes, seconds = (int(match[name] or 0) for name in ("hours", "minutes", "seconds"))
        fraction = match["fraction"] or ""
        thousandths = (hours * 3600 + minutes * 60 + seconds) * 1000 + int(fraction.ljust(3, "0"))
        if not thousandths:
            raise MarkError(f"not a time: '{shown}' (a mark is longer than nothing)")
        if match["hand"]:
            timing = Timing.HAND
        return cls(thousandths, len(fraction), timing or Timing.FAT)

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


def _refuse_float(value: object, of: str) -> None:
    """A float has lost what it was measured to, even where it looks whole."""
    if isinstance(value, float):
        raise MarkError(f"a time is counted in whole {of}, not {value!r}")


_APART = r"(?:[:.,;'\u2019\u2032\"\u201d\u2033\s]|min|m|sec|s)+"
"""What people write between and after the figures of a time: 12'37\"35, 3min 45.14sec, 3.45,14."""

_END = rf"(?:{_APART})?(?:i|sh)?"
"""And after the last one; that it was run on a short track is said by the event, not by the mark."""

_GUESSES = (
    (rf"(\d{{1,2}})\s*h\s*(\d{{2}}){_APART}(\d{{2}}){_END}", "{}:{}:{}"),
    (rf"(\d{{1,2}}){_APART}(\d{{2}}){_APART}(\d{{1,3}}){_END}", "{}:{}.{}"),
    (rf"(\d{{1,2}}:\d{{2}}(?:\.\d{{1,3}})?){_END}", "{}"),
    (rf"(\d{{1,3}}),(\d{{1,3}}){_END}", "{}.{}"),
    (rf"(\d{{1,3}}(?:\.\d{{1,3}})?){_END}", "{}"),
)
"""Ways in which times are written elsewhere, and how they are written here."""


def _advice(shown: str) -> str:
    """Say that it is not a time, and what to write where the meaning can be guessed."""
    for pattern, written in _GUESSES:
        parts = re.fullmatch(pattern, shown, re.IGNORECASE | re.ASCII)
        if parts and _readable(meant := written.format(*parts.groups())):
            return f"not a time: '{shown}' (write {meant})"
    return f"not a time: '{shown}' (write minutes:seconds.hundredths, as in 3:45.14)"


def _readable(text: str) -> bool:
    try:
        Mark.parse(text)
    except MarkError:
        return False
    return True


def _beyond_sixty(match: re.Match[str]) -> list[str]:
    """The parts after a colon that are not two figures from 00 to 59."""
    pairs = (("seconds", "minutes"), ("minutes", "hours"))
    return [name for name, above in pairs if match[above] and not _SIXTIETHS.fullmatch(match[name])]

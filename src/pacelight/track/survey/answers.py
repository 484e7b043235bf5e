"""Answers to the questions of a survey: each read at once, or refused with how it is written."""

import math
import re
from collections.abc import Callable, Iterator

from pacelight.errors import SurveyError
from pacelight.track import Track
from pacelight.track.survey.marks import MARKS, mark
from pacelight.track.survey.rail_faults import somewhere
from pacelight.track.survey.segment import ORDERS, Gap, Point, Segment

__all__ = ["address", "colours", "gaps", "metres", "name", "number", "numbers", "points", "yes"]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S*")
_RANGE = re.compile(r"(\d{1,7})(?:\s*(?:-|to)\s*(\d{1,7}))?")
_POINT = re.compile(r"(?:lamp\s+)?(\d{1,7})\s+(?:at\s+)?(\S.*)")
_METRES = re.compile(r"(-?\d{1,5}(?:\.\d{1,6})?)\s*m?")
_GAP = re.compile(r"(?:(after|before)\s+)?(?:lamp\s+)?(\d{1,7})\s+(\d{1,4}(?:\.\d{1,6})?)\s*m?")


def number(least: int, most: int) -> Callable[[str], int]:
    """A whole number in bounds."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal()) or not least <= int(text[:9]) <= most:
            raise SurveyError(f"a whole number from {least} to {most:,}, not '{text}'")
        return int(text[:9])

    return read


def name(taken: set[str]) -> Callable[[str], str]:
    """A name that no other controller has."""

    def read(text: str) -> str:
        if not text.isprintable() or not text:
            raise SurveyError("a name is some letters or digits, as 'north' or '1'")
        if text in taken:
            raise SurveyError(f"'{text}' is the name of another controller")
        return text

    return read


def address(taken: set[str]) -> Callable[[str], str]:
    """An address of lamps that no other controller has, or none."""

    def read(text: str) -> str:
        if text and not _ADDRESS.fullmatch(text):
            raise SurveyError(f"an address is written as sacn://10.0.0.11 or ddp://10.0.0.11, not '{text}'")
        if text in taken and somewhere(text):
            raise SurveyError(f"{text} is the address of another controller")
        return text

    return read


def points(track: Track, segment: Segment) -> Callable[[str], tuple[Point, ...]]:
    """Lamps and the marks beside which they stand, separated by commas."""

    def read(text: str) -> tuple[Point, ...]:
        return tuple(_point(track, segment, part.strip()) for part in text.split(",") if part.strip())

    return read


def metres(least: float) -> Callable[[str], float | None]:
    """Some metres, not less than the least; None where nothing was typed."""

    def read(text: str) -> float | None:
        if not text:
            return None
        match = _METRES.fullmatch(text)
        if match is None or not float(match[1]) >= least:
            wanted = "" if math.isinf(least) else f", {least} or more"
            raise SurveyError(f"metres, as 0.1667{wanted}, not '{text}'")
        return float(match[1])

    return read


def gaps(segment: Segment) -> Callable[[str], tuple[Gap, ...]]:
    """After which lamps no lamps hang, and for how many metres, separated by commas."""

    def read(text: str) -> tuple[Gap, ...]:
        return tuple(_gap(segment, part.strip()) for part in text.split(",") if part.strip())

    return read


def numbers(segment: Segment) -> Callable[[str], tuple[int, ...]]:
    """Lamps of a segment, one by one or from one to another, separated by commas."""

    def read(text: str) -> tuple[int, ...]:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        return tuple(sorted({lamp for part in parts for lamp in _range(segment, part)}))

    return read


def colours(text: str) -> str:
    """A colour order."""
    if text.upper() not in ORDERS:
        raise SurveyError(f"one of {', '.join(ORDERS)}, not '{text}'")
    return text.upper()


def yes(text: str) -> bool:
    """Yes or no."""
    if text.lower() not in {"y", "yes", "n", "no"}:
        raise SurveyError(f"yes or no, not '{text}'")
    return text.lower().startswith("y")


def _point(track: Track, segment: Segment, text: str) -> Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise SurveyError(f"a lamp and where it stands, as '0 finish' or '299 49.83', not '{text}'")
    lamp, place = int(match[1]), match[2]
    if lamp not in segment.numbers:
        raise SurveyError(f"this segment has {segment}, not lamp {lamp}")
    plain = _METRES.fullmatch(place)
    metre = float(plain[1]) if plain else mark(track, place)
    if metre is None:
        raise SurveyError(f"'{place}' is no mark of {track.name} (there are {MARKS}, or metres)")
    if not track.has(metre):
        raise SurveyError(f"{metre:.3f} m is outside {track.extent}")
    return Point(lamp, metre, "" if plain else " ".join(place.lower().split()))


def _gap(segment: Segment, text: str) -> Gap:
    match = _GAP.fullmatch(text)
    if match is None or not float(match[3]) > 0:
        raise SurveyError(f"a lamp and the metres to the next, as '120 1.5' or 'before 0 4.0', not '{text}'")
    after = int(match[2]) - (match[1] == "before")
    if not segment.first - 1 <= after <= segment.last:
        raise SurveyError(f"this segment has {segment}, not lamp {match[2]}")
    return Gap(after, float(match[3]))


def _range(segment: Segment, text: str) -> Iterator[int]:
    match = _RANGE.fullmatch(text)
    if match is None:
        raise SurveyError(f"numbers of lamps, as '17, 44, 60-63', not '{text}'")
    first, last = int(match[1]), int(match[2] or match[1])
    if first not in segment.numbers or last not in segment.numbers or last < first:
        raise SurveyError(f"this segment has {segment}, not lamps {text}")
    return iter(range(first, last + 1))

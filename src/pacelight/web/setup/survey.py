"""The survey as somebody types it: every field a text, every fault beside the field that it is in.

::

    SurveyFile ─► drafted ─► form ─► read ─► Rail, faults ─► the file
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from pacelight.errors import SurveyError
from pacelight.track import Track
from pacelight.track import track as find_track
from pacelight.track.survey import answers
from pacelight.track.survey.faults import MOST
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Segment, Wiring
from pacelight.track.survey.segment_faults import AGAINST, WITH

__all__ = ["ControllerDraft", "Fault", "SegmentDraft", "SurveyDraft", "Surveyed", "drafted", "surveyed"]

_MOST_CONTROLLERS = 1000

Read = TypeVar("Read")


class SegmentDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A segment in a form; see `pacelight.track.survey.segment.Segment`.

    Attributes:
        points: ``0 finish, 299 99.70``.
        gaps: ``120 1.5, before 0 4.0``.
        dead: ``17, 44, 60-63``.
    """

    first: str = "0"
    count: str = ""
    direction: str = WITH
    points: str = ""
    offset: str = ""
    apart: str = ""
    gaps: str = ""
    dead: str = ""
    colours: str = "RGB"


class ControllerDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A controller in a form."""

    name: str = ""
    output: str = ""
    lamps: str = ""
    segments: list[SegmentDraft] = []


class SurveyDraft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A survey in a form."""

    track: str = ""
    controllers: list[ControllerDraft] = []


class Fault(msgspec.Struct, frozen=True):
    """What is wrong.

    Attributes:
        at: the field, from the outside in: ``controllers.0.segments.1.points``; empty for the whole.
        words: in one line.
    """

    at: str
    words: str


@dataclass
class Surveyed:
    """What a draft says.

    Attributes:
        track: None where there is no such track.
        rail: controllers and segments; None while a field cannot be read.
        faults: of fields, else of the rail.
    """

    track: Track | None = None
    rail: Rail | None = None
    faults: list[Fault] = field(default_factory=list)

    def cell(self, at: str, typed: str, read: Callable[[str], Read]) -> Read | None:
        """What stands in a field; None, and one fault more, where that cannot be read."""
        try:
            return read(typed.strip())
        except ValueError as error:  # every refusal is one
            self.faults.append(Fault(at, str(error)))
            return None


def surveyed(draft: SurveyDraft, folder: Path) -> Surveyed:
    """What a draft says, and all that is wrong with it, as `pacelight track check` finds it.

    Args:
        draft: as it was typed.
        folder: where the file of a road lies.
    """
    found = Surveyed()
    found.track = found.cell("track", draft.track, lambda text: find_track(text, folder))
    if found.track is None:
        return found
    if not 1 <= len(draft.controllers) <= _MOST_CONTROLLERS:
        found.faults.append(Fault("controllers", "a survey has one controller at least (add one)"))
        return found
    wirings = list(_wirings(draft, found.track, found))
    if not found.faults:
        found.rail = Rail(found.track, tuple(wirings))
        found.faults += [Fault(_place(words, wirings), words) for words in found.rail.faults]
    return found


def drafted(rail: Rail) -> SurveyDraft:
    """The form of a survey."""
    return SurveyDraft(rail.track.name, [_controller(one) for one in rail.wirings])


def _wirings(draft: SurveyDraft, track: Track, found: Surveyed) -> Iterator[Wiring]:
    for nth, one in enumerate(draft.controllers):
        at = f"controllers.{nth}"
        others = draft.controllers[:nth]
        name = found.cell(f"{at}.name", one.name, answers.name({other.name.strip() for other in others}))
        output = found.cell(
            f"{at}.output", one.output, answers.address({other.output.strip() for other in others})
        )
        lamps = found.cell(f"{at}.lamps", one.lamps, _number(1, MOST))
        if not one.segments:
            found.faults.append(Fault(at, "no lamps hang on it (add a segment, or delete it)"))
        segments = [_segment(track, f"{at}.segments.{n}", each, found) for n, each in enumerate(one.segments)]
        yield Wiring(name or one.name, output or "", lamps, tuple(one for one in segments if one is not None))


def _segment(track: Track, at: str, one: SegmentDraft, found: Surveyed) -> Segment | None:
    before = len(found.faults)
    first = found.cell(f"{at}.first", one.first, answers.number(0, MOST))
    count = found.cell(f"{at}.count", one.count, answers.number(1, MOST))
    direction = found.cell(f"{at}.direction", one.direction, _direction)
    offset = found.cell(f"{at}.offset", one.offset, answers.metres(float("-inf")))
    apart = found.cell(f"{at}.apart", one.apart, answers.metres(0.002))
    colours = found.cell(f"{at}.colours", one.colours or "RGB", answers.colours)
    if first is None or count is None or len(found.faults) > before:
        return None
    bare = Segment(first, count, direction == AGAINST)
    points = found.cell(f"{at}.points", one.points, answers.points(track, bare))
    gaps = found.cell(f"{at}.gaps", one.gaps, answers.gaps(bare))
    dead = found.cell(f"{at}.dead", one.dead, answers.numbers(bare))
    if points is None or gaps is None or dead is None:
        return None
    return Segment(first, count, bare.against, points, offset or 0.0, apart, gaps, dead, colours or "RGB")


def _number(least: int, most: int) -> Callable[[str], int | None]:
    read = answers.number(least, most)
    return lambda text: read(text) if text else None


def _direction(text: str) -> str:
    if text not in {WITH, AGAINST}:
        raise SurveyError(f"the direction is '{WITH}' or '{AGAINST}' the running direction, not '{text}'")
    return text


def _place(words: str, wirings: list[Wiring]) -> str:
    """The controller, or its segment, of which a fault speaks first; empty where it speaks of none."""
    found = [
        (match.start(), -len(one.name), nth, match[1])
        for nth, one in enumerate(wirings)
        for match in re.finditer(rf"controllers? {re.escape(one.name)}(?:, segment (\d+))?\b", words)
    ]
    if not found:
        return ""
    _, _, nth, segment = min(found)
    return f"controllers.{nth}" + (f".segments.{int(segment) - 1}" if segment else "")


def _controller(one: Wiring) -> ControllerDraft:
    lamps = "" if one.lamps is None else str(one.lamps)
    return ControllerDraft(one.name, one.output, lamps, [_drafted(segment) for segment in one.segments])


def _drafted(one: Segment) -> SegmentDraft:
    gaps = (
        f"before {one.first} {_plain(gap.metres)}"
        if gap.after < one.first
        else f"{gap.after} {_plain(gap.metres)}"
        for gap in one.gaps
    )
    return SegmentDraft(
        first=str(one.first),
        count=str(one.count),
        direction=AGAINST if one.against else WITH,
        points=", ".join(f"{point.lamp} {point.at or _plain(point.metre)}" for point in one.points),
        offset=_plain(one.offset) if one.offset else "",
        apart="" if one.apart is None else _plain(one.apart),
        gaps=", ".join(gaps),
        dead=", ".join(_ranges(one.dead)),
        colours=one.colours,
    )


def _plain(metres: float) -> str:
    """Metres as they are typed: to a thousandth of a millimetre, no noughts at the end."""
    return f"{metres:.6f}".rstrip("0").rstrip(".")


def _ranges(numbers: tuple[int, ...]) -> Iterator[str]:
    """Numbers of lamps, those that follow one another as ``60-63``."""
    first: int | None = None
    for nth, number in enumerate(numbers):
        first = number if first is None else first
        if nth + 1 == len(numbers) or numbers[nth + 1] != number + 1:
            yield str(first) if first == number else f"{first}-{number}"
            first = None

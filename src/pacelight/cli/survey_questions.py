"""The questions of a survey, one after another: what is asked next depends on the answers alone.

So an answer is taken back, or a survey taken up again, by asking anew with the answers that stand.
"""

import math
import re
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from pacelight.errors import SurveyError
from pacelight.track import Track, track
from pacelight.track.survey import answers
from pacelight.track.survey.faults import MOST
from pacelight.track.survey.laying import Row
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Point, Segment, Wiring
from pacelight.track.survey.segment_faults import distance, segment_faults
from pacelight.track.survey.told import told

__all__ = ["Question", "Questions", "questions"]

_MOST_CONTROLLERS = 1000

_STRIP_M = 0.17
"""Between the 3 cm of a dense strip and the metre of single lamps."""

_RUNS_BACK = 0.5
"""What metres that become less weigh against the way in which they do: a factor of 1.6 in the distance."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        text: the question.
        read: the answer, understood; a SurveyError says how it is written.
        usual: what is taken where nothing is typed.
        before: what is said before it is asked.
    """

    text: str
    read: Callable[[str], object]
    usual: str | None = None
    before: tuple[str, ...] = ()


Questions: TypeAlias = Generator[Question | Rail, Any, Rail]
"""Asks, and is sent what was read; tells what is worth keeping, and is sent nothing; ends with the survey."""


def questions(folder: Path) -> Questions:
    """All that must be known of a survey by controllers.

    Args:
        folder: where the survey is, and the file of a road.
    """
    on = yield Question(
        "Which track? (pacelight track list names them)", partial(track, folder=folder), "standard-400"
    )
    count = yield Question("How many controllers?", answers.number(1, _MOST_CONTROLLERS), "1")
    wirings: list[Wiring] = []
    for nth in range(1, count + 1):
        wirings.append((yield from _controller(on, wirings, f"controller {nth} of {count}", str(nth))))
    rail = Rail(on, tuple(wirings))
    said = tuple(f"  ! {fault}" for fault in rail.faults) or ("  nothing is wrong with it",)
    yield Question("That is all of it: end here?", _only_yes, "yes", ("", "The whole survey:", *said))
    return rail


def _controller(
    on: Track, wirings: Sequence[Wiring], called: str, usual: str
) -> Generator[Question | Rail, Any, Wiring]:
    taken = {wiring.name for wiring in wirings}
    name = yield Question(f"{called}: its name?", answers.name(taken), usual, ("",))
    known = {wiring.output for wiring in wirings}
    output = yield Question(
        f"{name}: its address? (sacn://10.0.0.11; empty if not known yet)", answers.address(known), ""
    )
    lamps = yield Question(f"{name}: how many lamps has it? (empty if not known)", _perhaps, "")
    count = yield Question(f"{name}: in how many segments?", answers.number(1, _MOST_CONTROLLERS), "1")
    wiring = Wiring(name, output, lamps)
    for nth in range(1, count + 1):
        wiring = yield from _segment(on, wirings, wiring, f"{name}, segment {nth} of {count}")
    return wiring


def _segment(
    on: Track, wirings: Sequence[Wiring], wiring: Wiring, called: str
) -> Generator[Question | Rail, Any, Wiring]:
    """One more segment of a controller, asked for until it is kept."""
    while True:
        segment = yield from _measured(on, (*wirings, wiring), called)
        more = replace(wiring, segments=(*wiring.segments, segment))
        rail = Rail(on, (*wirings, more))
        wrong = _wrong(rail, more)
        row = Row(on, segment)
        before = [f"  ! {fault}" for fault in wrong] or [f"  {told(row)}"]
        ask = "Keep it all the same?" if wrong else "Is that so?"
        kept = yield Question(f"{called}: {ask}", answers.yes, "no" if wrong else "yes", tuple(before))
        if kept:
            yield rail
            return more


def _measured(on: Track, wirings: Sequence[Wiring], called: str) -> Generator[Question, Any, Segment]:
    """A segment of the last controller, as it was measured."""
    wiring = wirings[-1]
    free = max((segment.last + 1 for segment in wiring.segments), default=0)
    first = yield Question(f"{called}: the number of its first lamp?", answers.number(0, MOST - 1), str(free))
    left = MOST - first if wiring.lamps is None else max(wiring.lamps - first, 1)
    count = yield Question(f"{called}: how many lamps?", answers.number(1, left))
    segment = yield from _points(on, Segment(first, count), called)
    segment = yield from _direction(on, wirings, segment, called)
    dead = yield Question(
        f"{called}: dead lamps? (17, 44, 60-63; empty for none)", answers.numbers(segment), ""
    )
    colours = yield Question(f"{called}: colour order?", answers.colours, "RGB")
    return replace(segment, dead=dead, colours=colours)


def _points(on: Track, segment: Segment, called: str) -> Generator[Question, Any, Segment]:
    """Lamps that were measured, gaps, and an offset: enough of them to lay it."""
    known: tuple[Point, ...] = ()
    while True:
        more = yield Question(
            f"{called}: which lamp stands where? ({_example(segment)}"
            + ("; empty if that is all)" if known else ")"),
            answers.points(on, segment),
            "" if known else None,
        )
        known = (*known, *more)
        if not more and known:
            break
    apart = None
    if len(known) == 1 and segment.count > 1:
        apart = yield Question(f"{called}: how many metres of kerb from lamp to lamp? (0.1667)", _some, None)
    gaps = yield Question(
        f"{called}: gaps? (120 1.5: from lamp 120 to the next 1.5 m; empty for none)",
        answers.gaps(segment),
        "",
    )
    offset = yield Question(
        f"{called}: by how many metres does all of it stand further on?", answers.metres(float("-inf")), "0"
    )
    return replace(segment, points=known, apart=apart, gaps=gaps, offset=offset or 0.0)


def _direction(
    on: Track, wirings: Sequence[Wiring], segment: Segment, called: str
) -> Generator[Question, Any, Segment]:
    """Which way its numbers grow: as the points have it, if somebody says so too."""
    if segment.count == 1:
        return segment
    usual = _usual(on, wirings)
    likely, other = sorted((segment, segment.turned()), key=lambda one: _unlikely(on, one, usual))
    way = "against" if likely.against else "with"
    apart = Row(on, likely).apart
    spaced = "" if apart is None or segment_faults(on, likely, None) else f", one every {distance(apart)}"
    as_it_is = yield Question(
        f"{called}: its numbers grow {way} the running direction{spaced}?", answers.yes, "yes"
    )
    return likely if as_it_is else other


def _unlikely(on: Track, segment: Segment, usual: float) -> tuple[bool, float]:
    """How little a segment looks like one: faults, then lamps at odd distances, then metres that run back."""
    row = Row(on, segment)
    if segment_faults(on, segment, None) or not row.apart:
        return True, 0.0
    given = np.diff([point.metre for point in row.points])
    return False, abs(math.log(row.apart / usual)) + _RUNS_BACK * bool((given < 0).any())


def _usual(on: Track, wirings: Sequence[Wiring]) -> float:
    """How far apart the lamps of the other segments stand; where there are none, those of most strips."""
    aparts = [row.apart for row in Rail(on, wirings).rows if row.apart]
    return float(np.median(aparts)) if aparts else _STRIP_M


def _wrong(rail: Rail, wiring: Wiring) -> list[str]:
    """What is wrong with the last segment: by itself, or with those that are there already.

    Holes are for the end: where more is to come there are many.
    """
    name = re.escape(f"controller {wiring.name}")
    about = re.compile(rf"{name}, segment {len(wiring.segments)}\b|{name}: ")
    return [fault for fault in rail.faults if about.search(fault) and not fault.startswith("a hole")]


def _example(segment: Segment) -> str:
    return f"{segment.first} finish, {segment.last} 49.83" if segment.count > 1 else f"{segment.first} finish"


def _perhaps(text: str) -> int | None:
    return answers.number(1, MOST)(text) if text else None


def _some(text: str) -> float:
    metres = answers.metres(0.002)(text)
    return 0.0 if metres is None else metres


def _only_yes(text: str) -> bool:
    if not answers.yes(text):
        raise SurveyError("write 'back' to change the answer before")
    return True

"""A look on lamps without a race: to see before a meet what its lamps will show."""

import json as json_texts
import sys
import time
from collections.abc import Sequence

from pacelight.cli.output_pages import say_loop
from pacelight.cli.processes import end_calmly
from pacelight.errors import RaceError
from pacelight.event import event as find_event
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.drivers.port import Output
from pacelight.lights.look.model import LIGHTS, SHOWS, Look, Name
from pacelight.lights.loop.process import LightLoop
from pacelight.track import Survey

__all__ = ["looks", "show", "start_of"]

_NS = 1_000_000_000
_PATIENCE_S = 5
_OFTEN_S = 0.02
_COUNTED = frozenset({Name.COUNTDOWN})
_LONGEST_COUNTDOWN_S = 30

RACE = tuple(name for name in Name if name not in LIGHTS and name not in SHOWS)
"""The looks of a race, in its order."""


def start_of(survey: Survey, name: str) -> float:
    """Metres past the finish line at which an event starts.

    Raises:
        EventError, RaceError: there is none of that name, or it is no race.
        SurveyError: it cannot be run on that track.
    """
    event = find_event(name)
    if event.distance is None:
        raise RaceError(f"{event.name} has no start line: name a race, as in 1500")
    return survey.track.start(event.distance)


def looks(
    name: str, start_m: float, *, seconds: int, length: float, per_minute: int, colour: str
) -> list[Look]:
    """The look of that name; of ``race`` all that a race may show, one after another.

    Args:
        name: as the table of looks has it.
        start_m: metres past the finish line of the place it is about.
        seconds: how long each is shown.
        length: metres, of ahead, behind and finish.
        per_minute: beats of a clap-along.
        colour: as screens have it; empty for its own.

    Raises:
        RaceError: there is no such look.
    """
    names = RACE if name == "race" else (_named(name),)
    return [
        Look(
            name=one,
            at_mm=round(start_m * 1000),
            length_mm=round(length * 1000),
            seconds=min(seconds, _LONGEST_COUNTDOWN_S) if one in _COUNTED else seconds,
            per_minute=per_minute,
            colour=colour,
        )
        for one in names
    ]


def _named(name: str) -> Name:
    if name == Name.WALK:
        raise RaceError("single lamps are shown by 'pacelight lights walk'")
    try:
        return Name(name)
    except ValueError:
        shown = ", ".join(one for one in Name if one not in LIGHTS and one is not Name.WALK)
        raise RaceError(f"no look '{name}' (there are {shown}; race shows all of a race)") from None


def show(survey: Survey, wanted: Sequence[Look], output: Output, *, json: bool) -> None:
    """Each look for its seconds; the lamps are dark afterwards.

    Raises:
        OutputError: so many lamps cannot be sent there.
    """
    end_calmly()
    with LightLoop(Canvas([], Layout.of(survey), 0.0), output) as loop:
        loop.look(Look(Name.IDLE), 0)  # no race is on: a show may follow
        _until_lit(loop)
        for look in wanted:
            begin_ns = time.monotonic_ns()
            loop.look(look, begin_ns)
            _say(look, json=json)
            while (left_ns := begin_ns + look.seconds * _NS - time.monotonic_ns()) > 0:
                time.sleep(min(left_ns / _NS, 1.0))
                loop.statistics()  # which starts the process again if it died
            loop.look(Look(Name.IDLE), 0)
        done = loop.statistics()
    say_loop(done, output.target, time.monotonic_ns(), json=json)


def _until_lit(loop: LightLoop) -> None:
    """Wait until the lamps are sent frames, so that no look loses its beginning."""
    until_ns = time.monotonic_ns() + _PATIENCE_S * _NS
    while not loop.statistics().frames and time.monotonic_ns() < until_ns:
        time.sleep(_OFTEN_S)


def _say(look: Look, *, json: bool) -> None:
    shape = {
        "schema": "pacelight.lights-look/1",
        "look": look.name,
        "seconds": look.seconds,
        "colour": look.colour,
        "at_m": look.at_mm / 1000,
        "length_m": look.length_mm / 1000,
    }
    text = json_texts.dumps(shape) if json else f"{look.name}, {look.colour}, for {look.seconds} s"
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()

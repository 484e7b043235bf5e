"""The walk: lamps lit one by one or a segment at a time, as somebody at the kerb asks on a phone.

A thread of its own sends a frame at every beat for as long as somebody walks; then the lamps are dark.
A race has its light loop: while an engine is heard, the lamps are its own.
"""

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import msgspec
import numpy as np

from pacelight.errors import Failure, PacelightError, SurveyError
from pacelight.lights.drivers.port import Output
from pacelight.lights.trial.patterns import lit
from pacelight.lights.trial.showing import Showing, showing
from pacelight.track import Survey

__all__ = ["IDLE_S", "HungShown", "Place", "Walk", "WalkShown", "hung_shown"]

_BLINK_S = 0.5
IDLE_S = 900
"""Nobody stands at the kerb any more: the lamps go dark."""

_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Place:
    """Lamps that are lit together.

    Attributes:
        lamps: of the survey, in running direction.
        blink: half a second on, half a second off.
    """

    lamps: tuple[int, ...]
    blink: bool = False


class HungShown(msgspec.Struct, frozen=True):
    """Where a lamp hangs: its controller, which of its segments from 1, its number there."""

    controller: str
    segment: int
    lamp: int
    dead: bool


class WalkShown(msgspec.Struct, frozen=True):
    """What the walk shows now.

    Attributes:
        on: whether somebody walks.
        lamps: how many the survey has.
        lamp: the first that is lit; null where it is dark.
        count: how many are lit.
        metre: past the finish, of the first.
        hung: where it hangs; null where the survey names no controllers.
        blink: whether they blink.
        target: where frames go.
        frames, errors: how many went, and how often the network refused.
        why: the walk ended by itself; empty if it did not.
        engine: the engine of tonight lights the lamps.
        lasts_s: after so many seconds without a word it ends.
    """

    on: bool
    lamps: int = 0
    lamp: int | None = None
    count: int = 0
    metre: float | None = None
    hung: HungShown | None = None
    blink: bool = False
    target: str = ""
    frames: int = 0
    errors: int = 0
    why: str = ""
    engine: bool = False
    lasts_s: int = IDLE_S
    schema: str = "pacelight.walk/1"


def hung_shown(survey: Survey, lamp: int) -> HungShown | None:
    """Where a lamp of a survey hangs; None where it names no controllers."""
    hung = survey.hung(lamp)
    return None if hung is None else HungShown(hung.controller, hung.nth + 1, hung.number, hung.dead)


@dataclass(slots=True)
class _Walked:
    """One walk, from the first lamp to the dark.

    Attributes:
        survey: where the lamps are.
        output: how they are reached.
        asked: places to show; None ends it.
    """

    survey: Survey
    output: Output
    asked: "queue.SimpleQueue[Place | None]"
    thread: threading.Thread | None = None
    shown: Showing | None = None
    place: Place | None = None
    why: str = ""


class Walk:
    """Lamps of a survey, walked by whoever asks; one at a time.

    Args:
        lights: shows frames while its context lasts; the network's, if not given.
        idle_s: after so long without a word the lamps go dark.
    """

    def __init__(
        self,
        lights: Callable[[Output, int], "object"] = showing,
        idle_s: float = IDLE_S,
    ) -> None:
        self._lights = lights
        self._idle_s = idle_s
        self._lock = threading.Lock()
        self._now: _Walked | None = None

    def show(self, survey: Survey, output: Output, place: Place) -> WalkShown:
        """Light a place.

        Args:
            survey: where the lamps are.
            output: how they are reached.
            place: what is lit.

        Raises:
            SurveyError: it has no such lamp.
            OutputError: so many lamps cannot be sent there.
        """
        if not place.lamps or not 0 <= min(place.lamps) <= max(place.lamps) < len(survey):
            raise SurveyError(f"the survey has lamps 0 to {len(survey) - 1}: write one of them")
        with self._lock:
            now = self._now
            if now is None or now.survey != survey or now.output.target != output.target or now.why:
                self._end()
                output.check(3 * len(survey))
                now = self._now = self._begin(survey, output)
            now.place = place
            now.asked.put(place)
        return self.shown()

    def dark(self) -> WalkShown:
        """End it; the lamps are dark when this returns."""
        with self._lock:
            self._end()
        return self.shown()

    def shown(self) -> WalkShown:
        """How it stands."""
        now = self._now
        if now is None or now.place is None:
            return WalkShown(on=False)
        first = now.place.lamps[0]
        done = now.shown.statistics() if now.shown is not None else None
        return WalkShown(
            on=not now.why,
            lamps=len(now.survey),
            lamp=first,
            count=len(now.place.lamps),
            metre=round(float(now.survey.metres[first]), 3),
            hung=hung_shown(now.survey, first),
            blink=now.place.blink,
            target=now.output.target,
            frames=done.frames if done else 0,
            errors=done.errors if done else 0,
            why=now.why,
        )

    def _begin(self, survey: Survey, output: Output) -> _Walked:
        made = _Walked(survey, output, queue.SimpleQueue())
        made.thread = threading.Thread(target=self._go, args=(made,), name="walk", daemon=True)
        made.thread.start()
        return made

    def _end(self) -> None:
        """Whoever walks ends; under the lock."""
        now, self._now = self._now, None
        if now is None or now.thread is None:
            return
        now.asked.put(None)
        now.thread.join(_PATIENCE_S)
        if now.thread.is_alive():
            raise Failure("the lamps did not go dark: the network takes nothing (look at its cable)")

    def _go(self, walked: _Walked) -> None:
        """In a thread: show what is asked, until nothing is any more."""
        try:
            with self._lights(walked.output, 3 * len(walked.survey)) as walked.shown:  # type: ignore[attr-defined]
                self._follow(walked, walked.shown)
        except (PacelightError, OSError) as error:
            walked.why = str(error)

    def _follow(self, walked: _Walked, shown: Showing) -> None:
        place = _next(walked.asked, self._idle_s)
        heard_s = time.monotonic()
        on = True
        while place is not None:
            frame = lit(len(walked.survey), place.lamps) if on else np.zeros(3 * len(walked.survey), np.uint8)
            until_s = time.monotonic() + (_BLINK_S if place.blink else self._idle_s)
            said = shown.until(frame, _wait(walked.asked, until_s))
            if said is _AGAIN:
                if time.monotonic() - heard_s >= self._idle_s:
                    walked.why = "nobody asked for a while: the lamps are dark"
                    return
                on = not on
            else:
                place, on, heard_s = said[0], True, time.monotonic()


_AGAIN: "tuple[Place | None]" = (None,)
"""Time is up, and nothing was asked."""


def _next(asked: "queue.SimpleQueue[Place | None]", seconds: float) -> Place | None:
    with suppress(queue.Empty):
        return asked.get(timeout=seconds)
    return None


def _wait(
    asked: "queue.SimpleQueue[Place | None]", until_s: float
) -> "Callable[[float], tuple[Place | None] | None]":
    """What waits until a frame is due: the place that is asked meanwhile; nothing yet."""

    def wait(seconds: float) -> "tuple[Place | None] | None":
        with suppress(queue.Empty):
            return (asked.get(timeout=max(seconds, 0.0)) if seconds > 0 else asked.get_nowait(),)
        return _AGAIN if time.monotonic() >= until_s else None

    return wait

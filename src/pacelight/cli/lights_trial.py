"""Lamps tried out from the terminal: what is shown is said, what is typed is followed."""

import json as json_texts
import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pacelight.cli.output_pages import controllers_shape, say_controllers
from pacelight.cli.processes import end_calmly
from pacelight.errors import OutputError, SurveyError
from pacelight.lights.drivers import output as lamps_at
from pacelight.lights.drivers.port import Output
from pacelight.lights.trial.patterns import Step, lit, pattern, steps
from pacelight.lights.trial.showing import Showing, showing
from pacelight.meet.journal.sent import each
from pacelight.meet.programme.outputs import output_of
from pacelight.track import Survey
from pacelight.track.survey.patch import Hung

__all__ = ["Typed", "lamps_of", "trial", "tried", "walk"]

_LONGEST_EACH_S = 20.0
"""One lamp after another takes at most so long, however many there are."""

_NEXT, _END = "", b"\nq\n"
"""What is told where time is up, and where nobody is left to type: a line begun is still read."""

_CHUNK = 4096


def tried(survey: Path | None, url: str, lamps: int | None) -> tuple[Output, int]:
    """Which lamps to try out, and how many there are.

    Raises:
        OutputError: neither a survey nor an address and a number, or too much of both.
        SurveyError: no such survey.
    """
    if survey is None:
        if not url or lamps is None:
            raise OutputError("which lamps? (write a survey, or --output and --lamps)")
        return lamps_at(url), lamps
    if lamps is not None:
        raise OutputError("a survey says how many lamps there are (leave --lamps out)")
    rail = Survey.read(survey)
    return lamps_of(rail, url), len(rail)


def lamps_of(survey: Survey, url: str) -> Output:
    """The lamps of a survey, which are somewhere.

    Raises:
        OutputError: nowhere, or what `output_of` refuses.
    """
    if not url and not any(one.output for one in survey.controllers):
        raise OutputError("the survey does not say where its lamps are (write --output sacn://HOST)")
    return output_of(survey, url, "pacelight")


def trial(output: Output, lamps: int, patterns: Sequence[str], seconds: float, *, json: bool) -> None:
    """Show each pattern for a while.

    Raises:
        OutputError: so many lamps cannot be sent there.
        SurveyError: no such pattern.
    """
    end_calmly()
    frames = {name: pattern(name, lamps) for name in patterns}
    with showing(output, 3 * lamps) as shown:
        for name, some in frames.items():
            _say({"schema": "pacelight.lights-test/1", "pattern": name, "lamps": lamps}, name, json=json)
            lasts = min(seconds, _LONGEST_EACH_S / lamps) if name == "each" else seconds
            for frame in some:
                shown.until(frame, _after(lasts))
    _sent(shown, output.target, json=json)


def walk(survey: Survey, output: Output, by: str, first: int, every: float | None, *, json: bool) -> None:
    """Light one place after another, as it is typed, or by itself.

    Raises:
        OutputError: so many lamps cannot be sent there.
        SurveyError: no such way to go, or nothing there to begin with.
    """
    end_calmly()
    places = steps(survey, by)
    if first >= len(places):
        raise SurveyError(f"the last {by} is {len(places) - 1}, not {first}")
    with showing(output, 3 * len(survey)) as shown:
        here, typed = first, Typed(sys.stdin.fileno())
        while 0 <= here < len(places):
            hung = [where for lamp in places[here].lamps if (where := survey.hung(lamp))]
            _say(_shape(places[here], here, hung), _words(places[here], by, hung), json=json)
            wait = typed if every is None else _after(every)
            told = shown.until(lit(len(survey), places[here].lamps), wait)
            here = _onward(told, here, len(places))
    _sent(shown, output.target, json=json)


def _onward(told: str, here: int, count: int) -> int:
    """Where to go; beyond the last place where it is to end. What is not understood stays here."""
    match told.strip().lower():
        case "":
            return here + 1
        case "b":
            return max(here - 1, 0)
        case "q":
            return count
        case number if number.isascii() and number.isdecimal() and int(number) < count:
            return int(number)
    sys.stderr.write(f"Enter goes on, b back, 0 to {count - 1} there, q ends\n")
    return here


@dataclass(slots=True)
class Typed:
    """Lines from a terminal or a pipe, waited for no longer than until the next frame is due.

    Attributes:
        descriptor: of the terminal or pipe.
        rest: what was read of a line that is not whole yet.
    """

    descriptor: int
    rest: bytes = b""

    def __call__(self, seconds: float) -> str | None:
        """The next line; None where there is none yet. The end of the pipe ends the walk."""
        if b"\n" not in self.rest:
            if not select.select([self.descriptor], [], [], seconds)[0]:
                return None
            chunk = os.read(self.descriptor, _CHUNK)
            self.rest += chunk or _END
            if b"\n" not in self.rest:
                return None
        line, _, self.rest = self.rest.partition(b"\n")
        return line.decode(errors="replace")


def _after(seconds: float) -> Callable[[float], str | None]:
    """Goes on by itself after so many seconds from now."""
    end = time.monotonic() + seconds

    def wait(at_most: float) -> str | None:
        left = end - time.monotonic()
        time.sleep(max(min(at_most, left), 0.0))
        return _NEXT if left <= at_most else None

    return wait


def _shape(step: Step, number: int, hung: Sequence[Hung]) -> dict[str, object]:
    shape = {
        "schema": "pacelight.lights-walk/1",
        "step": number,
        "lamps": step.lamps,
        "metre": step.metre,
    }
    where = [
        {"controller": one.controller, "segment": one.nth + 1, "lamp": one.number, "dead": one.dead}
        for one in hung
    ]
    return shape | ({"hung": where} if where else {})


def _words(step: Step, by: str, hung: Sequence[Hung]) -> str:
    """The place, and where it hangs; a survey without controllers has no more to say than its number."""
    lamps = ", ".join(map(str, step.lamps))
    where = f": {'; '.join(map(str, hung))}" if hung else ""
    place = f"lamp {lamps} at {step.metre:.3f} m" if by == "lamp" else f"{step.metre:.0f} m: lamp {lamps}"
    return place + where


def _sent(shown: Showing, target: str, *, json: bool) -> None:
    """What went out, so that an address that takes nothing is seen."""
    done = shown.statistics()
    text = f"{done.frames} frames, {done.packets} packets, {done.errors} refused, to {target}"
    shape = {"frames": done.frames, "packets": done.packets, "bytes": done.bytes, "errors": done.errors}
    controllers = each(shown.controllers(), time.monotonic_ns())
    whole = {**shape, "output": target, "controllers": controllers_shape(controllers)}
    _say({"schema": "pacelight.lights-sent/1", **whole}, text, json=json)
    if not json:
        say_controllers(controllers)


def _say(shape: dict[str, object], text: str, *, json: bool) -> None:
    sys.stdout.write(f"{json_texts.dumps(shape) if json else text}\n")
    sys.stdout.flush()

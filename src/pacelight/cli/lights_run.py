"""Lights on lamps without a race: for training, or for whoever wants to see one run."""

import json as json_texts
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from pacelight.cli.lights_trial import Typed
from pacelight.cli.output_pages import say_loop
from pacelight.cli.plan_pages import Wanted, even_to
from pacelight.cli.processes import end_calmly
from pacelight.cli.track_water import water as water_jump
from pacelight.errors import PlanError
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.legend import SIGNS
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.canvas.way import Way
from pacelight.lights.drivers.port import Output
from pacelight.lights.loop.process import LightLoop
from pacelight.meet.programme.course import Course, check_water
from pacelight.track import Survey

__all__ = ["run"]

_OFTEN_S = 0.1
_NS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Training:
    """Lights that were asked for, and how they are told of.

    Attributes:
        wanted: of each light its plan.
    """

    event: str
    wanted: Sequence[Wanted]
    json: bool

    @property
    def lasts_ns(self) -> int:
        """From the gun until the last light is through."""
        return max(one.plan.finish.ns for one in self.wanted)

    def waves(self) -> list[Wave]:
        """The lights; where they cover one another, the one asked for first is seen."""
        return [
            Wave(sign.word, one.plan, sign.colour, pattern=sign.pattern, priority=-nth, legend=str(one.mark))
            for nth, (one, sign) in enumerate(zip(self.wanted, SIGNS, strict=False))
        ]

    def say(self, happened: str, words: str) -> None:
        """One line for people, or one for programs."""
        lights = [{"name": wave.name, "mark": wave.legend} for wave in self.waves()]
        shape = {
            "schema": "pacelight.lights-run/1",
            "happened": happened,
            "event": self.event,
            "lights": lights,
        }
        sys.stdout.write(f"{json_texts.dumps(shape) if self.json else words}\n")
        sys.stdout.flush()


def run(
    survey: Survey,
    event: str,
    times: Sequence[str],
    output: Output,
    countdown: float | None,
    *,
    water: str | None,
    json: bool,
) -> None:
    """Lights stand at the start, run when they are told to, and go out when they are through.

    Raises:
        RaceError: a steeplechase without its water jump, or a water jump of another race.
        EventError, MarkError, PlanError: no such event or time, or more lights than can be told apart.
        OutputError: so many lamps cannot be sent there.
    """
    if len(times) > len(SIGNS):
        raise PlanError(f"{len(SIGNS)} lights can be told apart, not {len(times)}")
    training = _Training(event, [even_to(event, text) for text in times], json)
    first = training.wanted[0]
    check_water(first.event, "--water", given=water is not None)
    course = Course(survey.track, water_jump(survey.track, water), first.plan.distance)
    start_m, way = course.start_m, Way.of(course.way) if course.way else None
    end_calmly()
    canvas = Canvas(training.waves(), Layout.of(survey), start_m, Blend.COVER, way=way)
    with LightLoop(canvas, output) as loop:
        loop.stand()
        listed = ", ".join(f"{wave.name} {wave.legend}" for wave in training.waves())
        where = f"{start_m:.3f} m past" if start_m >= 0 else f"{-start_m:.3f} m before"
        training.say("standing", f"at the start, {where} the finish: {listed}")
        if countdown is None:
            _by_hand(loop, training, Typed(sys.stdin.fileno()))
        else:
            _once(loop, training, time.monotonic_ns() + round(countdown * _NS))
        done = loop.statistics()
    say_loop(done, output.target, time.monotonic_ns(), json=json)


def _once(loop: LightLoop, training: _Training, gun_ns: int) -> None:
    """One run, from a gun to come."""
    loop.gun(gun_ns)
    training.say("gun", f"the gun in {max(gun_ns - time.monotonic_ns(), 0) / _NS:.1f} s")
    end_ns = gun_ns + training.lasts_ns
    while (left := end_ns - time.monotonic_ns()) > 0:
        time.sleep(min(left / _NS, 1.0))
        loop.statistics()
    training.say("finished", "all lights are through")


def _by_hand(loop: LightLoop, training: _Training, typed: Typed) -> None:
    """Enter is the gun, Enter again brings the lights back to the start, q ends."""
    running = False
    if not training.json:
        sys.stderr.write("Enter is the gun, Enter again brings them back, q ends\n")
    while (told := _told(loop, typed)) != "q":
        if told:
            sys.stderr.write("Enter is the gun, Enter again brings them back, q ends\n")
            continue
        if running:
            loop.stand()
            training.say("standing", "back at the start")
        else:
            loop.gun(time.monotonic_ns())
            training.say("gun", "running")
        running = not running


def _told(loop: LightLoop, typed: Typed) -> str:
    while True:
        told = typed(_OFTEN_S)
        if told is not None:
            return told.strip().lower()
        loop.statistics()  # which starts the process again if it died

"""Several training groups on the same lamps: each stands, runs and comes back by itself."""

import json as json_texts
import sys
import time
from dataclasses import dataclass, field

from pacelight.cli.lights_trial import Typed
from pacelight.cli.output_pages import say_loop
from pacelight.cli.processes import end_calmly
from pacelight.cli.training_file import Group, Training
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.drivers.port import Output
from pacelight.lights.loop.orders import Run, Stand
from pacelight.lights.loop.process import LightLoop
from pacelight.track import Survey

__all__ = ["run"]

_NS = 1_000_000_000
_OFTEN_S = 0.1
_HELP = (
    "Enter is the gun of the next group that stands, a number that of its group or brings it back, "
    "a brings all back, q ends"
)


@dataclass(slots=True)
class _Trackside:
    """The groups, and what each does now.

    Attributes:
        guns: of each group on the monotonic clock; None while it stands.
    """

    loop: LightLoop
    training: Training
    json: bool
    guns: list[int | None] = field(default_factory=list)

    def stand(self) -> None:
        """All at the start."""
        self.guns = [None] * len(self.training.groups)
        self._show()

    def fire(self, number: int, gun_ns: int) -> None:
        """One group runs from a gun, be it now or to come."""
        self.guns[number] = gun_ns
        self._show()

    def back(self, number: int) -> None:
        """One group is back at the start."""
        self.guns[number] = None
        self._show()

    def through(self, now_ns: int) -> list[int]:
        """Groups whose last light is through, back at the start from now on."""
        found = [
            number
            for number, (group, gun_ns) in enumerate(zip(self.training.groups, self.guns, strict=True))
            if gun_ns is not None and now_ns - gun_ns > group.lasts_ns
        ]
        for number in found:
            self.guns[number] = None
        if found:
            self._show()
        return found

    def next_standing(self) -> int | None:
        """The first group that stands; None where all run."""
        return next((number for number, gun_ns in enumerate(self.guns) if gun_ns is None), None)

    def say(self, happened: str, number: int | None, words: str) -> None:
        """One line for people, or one for programs."""
        named = None if number is None else self.training.groups[number].name
        shape: dict[str, object] = {"schema": "pacelight.lights-groups/1"}
        shape |= {"happened": happened, "group": named}
        if number is None:
            shape["groups"] = [_shape(group) for group in self.training.groups]
        sys.stdout.write(f"{json_texts.dumps(shape) if self.json else words}\n")
        sys.stdout.flush()

    def _show(self) -> None:
        self.loop.several([Stand() if gun_ns is None else Run(gun_ns) for gun_ns in self.guns])


def run(survey: Survey, training: Training, output: Output, countdown: float | None, *, json: bool) -> None:
    """Groups stand at their starts, run when they are told to, and are back when they are through.

    Raises:
        OutputError: so many lamps cannot be sent there.
        SurveyError: a group cannot run on that track.
    """
    layout = Layout.of(survey)
    canvases = [
        Canvas(group.waves, layout, survey.track.start(group.waves[0].plan.distance), Blend.COVER)
        for group in training.groups
    ]
    end_calmly()
    for line in training.told:
        sys.stderr.write(f"pacelight: {line}\n")
    with LightLoop(Groups(canvases), output) as loop:
        trackside = _Trackside(loop, training, json)
        trackside.stand()
        listed = "".join(f"\n{number}  {group}" for number, group in enumerate(training.groups, 1))
        trackside.say("standing", None, f"at the start:{listed}")
        if countdown is None:
            _by_hand(trackside, Typed(sys.stdin.fileno()))
        else:
            _by_the_clock(trackside, time.monotonic_ns() + round(countdown * _NS))
        done = loop.statistics()
    say_loop(done, output.target, time.monotonic_ns(), json=json)


def _by_the_clock(trackside: _Trackside, first_ns: int) -> None:
    """Each group once, from its own gun to come; ends when all are through."""
    groups = trackside.training.groups
    for number, group in enumerate(groups):
        trackside.fire(number, first_ns + group.after_ns)
        seconds = max(first_ns + group.after_ns - time.monotonic_ns(), 0) / _NS
        trackside.say("gun", number, f"{group.name}: the gun in {seconds:.1f} s")
    left = len(groups)
    while left:
        time.sleep(_OFTEN_S)
        left -= _look(trackside)
    trackside.say("finished", None, "all groups are through")


def _by_hand(trackside: _Trackside, typed: Typed) -> None:
    if not trackside.json:
        sys.stderr.write(f"{_HELP}\n")
    while (told := _told(trackside, typed)) != "q":
        now_ns = time.monotonic_ns()
        number = _number(told, len(trackside.guns))
        if told == "":
            number = trackside.next_standing()
        if told == "a":
            trackside.stand()
            trackside.say("standing", None, "all back at the start")
        elif number is None:
            sys.stderr.write(f"{_HELP}\n")
        elif trackside.guns[number] is None:
            trackside.fire(number, now_ns)
            trackside.say("gun", number, f"{_name(trackside, number)}: running")
        else:
            trackside.back(number)
            trackside.say("standing", number, f"{_name(trackside, number)}: back at the start")


def _told(trackside: _Trackside, typed: Typed) -> str:
    while True:
        told = typed(_OFTEN_S)
        _look(trackside)
        if told is not None:
            return told.strip().lower()


def _look(trackside: _Trackside) -> int:
    """See which groups are through, and that the lamps do well; says how many were."""
    trackside.loop.statistics()  # which starts the process again if it died
    through = trackside.through(time.monotonic_ns())
    for number in through:
        trackside.say("through", number, f"{_name(trackside, number)}: through, back at the start")
    return len(through)


def _number(told: str, count: int) -> int | None:
    """The group of a number from 1 on; None where there is none."""
    if told.isascii() and told.isdecimal() and 1 <= int(told) <= count:
        return int(told) - 1
    return None


def _name(trackside: _Trackside, number: int) -> str:
    return trackside.training.groups[number].name


def _shape(group: Group) -> dict[str, object]:
    lights = [
        {
            "colour": wave.colour,
            "pattern": wave.pattern,
            "text": wave.legend,
            "finish_s": wave.plan.finish.ns / 1e9,
        }
        for wave in group.waves
    ]
    return {"name": group.name, "event": group.event, "after_s": group.after_ns / _NS, "lights": lights}

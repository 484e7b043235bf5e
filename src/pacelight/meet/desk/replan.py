"""A light that is changed in mid-race, and led back."""

import math

from msgspec.structs import replace

from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus.protocol import mark_shown
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.scene import Scene
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Light, Live
from pacelight.meet.live.waves import plan_of
from pacelight.meet.race import State

__all__ = ["back", "nudge", "replan"]

_MOST_MS = 1000
"""A lap: who wants more gives the light another time."""

_NS = 1_000_000_000
_NS_PER_MS = 1_000_000


def replan(scene: Scene, do: asked.Replan) -> entries.Entry:
    """A light goes for another mark from here on; for none, back to its plan.

    Raises:
        RaceError: it cannot be; it says why.
    """
    _is_under_way(scene)
    light = _light(scene, do.light)
    mark = scene.live.race.heat.event.read_time(do.mark) if do.mark else None
    return _turned(scene, light, mark)


def nudge(scene: Scene, do: asked.Nudge) -> entries.Entry:
    """A light a little faster or slower a lap, from where it next passes the finish line.

    Twice before that line is twice as much.

    Raises:
        RaceError: it cannot be; it says why.
    """
    _is_under_way(scene)
    light, lap_m = _light(scene, do.light), scene.live.race.track.lap.metres
    if not do.by_ms or abs(do.by_ms) > _MOST_MS:
        raise RaceError(
            f"a light is nudged by something and by at most {_MOST_MS} ms a lap, not by {do.by_ms}"
        )
    if scene.live.race.track.is_open:
        raise RaceError("this track has no lap: give the light another time (replan)")
    now_s = scene.live.holds.light_ns(scene.elapsed_ns) / _NS
    run_m = float(light.plan.distance_at(now_s))
    left = math.ceil((scene.live.race.distance.metres - run_m) / lap_m) - 1
    if left < 1:
        raise RaceError(f"the light {do.light} is on its last lap: give it another time (replan)")
    line_m = scene.live.race.distance.metres - left * lap_m
    line_ns = _queued_ns(light, round(float(light.plan.time_at(line_m)) * _NS))
    mark = Mark.from_elapsed(Elapsed(light.plan.finish.ns + left * do.by_ms * _NS_PER_MS))
    return _turned(scene, light, mark, from_ns=line_ns)


def _queued_ns(light: Light, line_ns: int) -> int:
    """When the light is at a line; where a change waits for it there already, exactly then."""
    waiting = (at_ns for at_ns, _ in light.asked.turns if abs(at_ns - line_ns) < _NS_PER_MS)
    return next(waiting, line_ns)


def _turned(
    scene: Scene, light: Light, mark: Mark | None, undoes: int = 0, *, from_ns: int | None = None
) -> entries.Replanned:
    """A light that goes for another mark from here on; None for the plan that it had in the beginning.

    What it was to do later is not done: this takes its place.

    Args:
        scene: upon which it is decided.
        light: that is changed.
        mark: at its finish.
        undoes: the line that is taken back.
        from_ns: from that time of the light on, if not from now on.
    """
    now_ns = scene.live.holds.light_ns(scene.elapsed_ns) if from_ns is None else from_ns
    kept = [turn for turn in light.asked.turns if turn[0] < now_ns]
    turns = [*kept, (now_ns, mark.elapsed.ns if mark else None)]
    first = next(one.asked for one in scene.live.asked if one.asked.name == light.asked.name)
    asking = replace(first, turns=turns)
    if mark:  # nobody has run it, and no book has it
        asking = replace(asking, mark=mark_shown(mark), label=f"{mark}, changed", athlete=None, as_of=None)
    plan_of(asking)
    return entries.Replanned(light.asked.name, asking, now_ns, undoes, **scene.author)


def _is_under_way(scene: Scene) -> None:
    if scene.live.state not in {State.RUNNING, State.HELD}:
        raise RaceError(f"the race is {scene.live.state}: the plan of a light is changed while it runs")


def _light(scene: Scene, name: str) -> Light:
    lights = {light.asked.name: light for light in scene.live.lights}
    if name not in lights:
        raise RaceError(f"no light '{name}' (there are: {', '.join(lights) or 'none'})")
    return lights[name]


def _before(live: Live, line: int, light: str) -> Mark | None:
    """What a light went for before it was changed; None for the plan that it had in the beginning."""
    gun = max(one.n for one in live.lines if isinstance(one.entry, entries.Fired))
    since = [one.entry for one in live.lines if gun < one.n < line]
    earlier = [entry for entry in since if isinstance(entry, entries.Replanned)]
    last = next((one.asked for one in reversed(earlier) if one.light == light), None)
    if last is None or last.turns[-1][1] is None:
        return None
    return Mark.parse(last.mark.text)


def back(scene: Scene, line: int, found: entries.Replanned) -> entries.Replanned:
    """A light goes for what it went for before it was changed in that line.

    Raises:
        RaceError: it does not run any more.
        PlanError: it cannot be led back.
    """
    _is_under_way(scene)
    return _turned(scene, _light(scene, found.light), _before(scene.live, line, found.light), line)

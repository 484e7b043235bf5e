"""From what is asked to the lines of the journal that do it: one table, an act a row."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from pacelight.errors import RaceError
from pacelight.meet.desk import corrections, replan, stage
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.scene import HAND, Scene
from pacelight.meet.desk.undo import undone
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Live
from pacelight.meet.race import ON_TRACK, OVER, Command, after, darkness
from pacelight.timing.gun.evidence import HAND_NS

__all__ = ["deeds"]

_MOST_NS = 3_600_000_000_000
"""An hour: by more no gun was missed."""

_PRESSED_NS = 2_000_000_000
"""A key was pressed no longer ago than this: who began a race earlier says so in words."""

_UNSURE_NS = 250_000_000
"""A clock that is known no better says nothing that the arrival does not."""


def deeds(scene: Scene) -> tuple[entries.Entry, ...]:
    """The lines that do what is asked.

    Raises:
        RaceError: it is not possible; it says why, and what is.
    """
    return (_DEEDS[type(scene.request.do)](scene, scene.request.do),)


def _command(command: Command) -> Callable[[Scene, Any], entries.Entry]:
    def make(scene: Scene, _do: object) -> entries.Entry:
        after(scene.live.state, command)
        return entries.Commanded(command, **scene.author)

    return make


def _lamps(command: Command) -> Callable[[Scene, Any], entries.Entry]:
    def make(scene: Scene, _do: object) -> entries.Entry:
        darkness(scene.live.dark, command)
        return entries.Commanded(command, **scene.author)

    return make


def _load(scene: Scene, _do: asked.Load) -> entries.Entry:
    on = scene.session.on
    if on.state in ON_TRACK and scene.request.race != on.race.id:
        raise RaceError(f"the race '{on.race.id}' is {on.state}: no other is loaded now")
    if scene.request.race in scene.session.races and scene.request.race not in scene.session.stale:
        comes_back = scene.live is not on and scene.live.state in OVER
        command = Command.RETURN if comes_back else Command.LOAD
        after(scene.live.state, command)
        return entries.Commanded(command, **scene.author)
    one = scene.request
    opened = scene.openings[one.race]()
    if (made := Live(opened).race.id) != one.race:
        raise RaceError(f"the race file of '{one.race}' is that of '{made}'")
    return replace(opened, by=one.by, role=str(one.role), key=one.key, digest=scene.digest)


def _reload(scene: Scene, _do: asked.Reload) -> entries.Entry:
    """Which races are new or changed; one that has begun stays as it was opened."""
    if scene.programme is None:
        raise RaceError("this engine runs a race file: there is no meet file to read again")
    if scene.programme.fault:
        raise RaceError(scene.programme.fault)
    now, session = scene.programme.races, scene.session
    others = {
        name: live
        for name, live in session.races.items()
        if now.get(name) != (live.race.text, live.opened.survey)
    }
    changed = [name for name, live in others.items() if name in now and session.is_to_come(live)]
    begun = [name for name in others if name not in changed]
    return entries.Reloaded(list(now), changed, begun, **scene.author)


def _check(scene: Scene, _do: asked.Check) -> entries.Entry:
    _on_track(scene)
    after(scene.live.state, Command.CHECK)
    return entries.Commanded(Command.CHECK, despite=list(scene.reasons), **scene.author)


def _arm(scene: Scene, do: asked.Arm) -> entries.Entry:
    _on_track(scene)
    after(scene.live.state, Command.ARM)
    if scene.reasons and not do.override:
        raise RaceError("\n".join(scene.reasons))
    return entries.Commanded(Command.ARM, despite=list(scene.reasons), **scene.author)


def _on_track(scene: Scene) -> None:
    if scene.live is not scene.session.on:
        on = scene.session.on.race.id
        raise RaceError(f"the race '{scene.live.race.id}' is not on the track, '{on}' is (load it first)")


def _gun(scene: Scene, do: asked.Gun) -> entries.Entry:
    after(scene.live.state, Command.GUN)
    if not 0 <= do.ago_ns <= _MOST_NS:
        raise RaceError(f"a race began now or within the last hour, not {do.ago_ns / 1e9:g} s ago")
    ago_ns, error_ns = do.ago_ns * scene.rate.denominator // scene.rate.numerator, None
    if not do.ago_ns:
        ago_ns, error_ns = _pressed(scene, do)
    return entries.Fired(
        monotonic_ns=scene.now.monotonic_ns - ago_ns,
        unix_ns=scene.now.unix_ns - ago_ns,
        boot=scene.boot,
        rate=str(scene.rate),
        source=HAND,
        error_ns=error_ns,
        **scene.author,
    )


def _pressed(scene: Scene, do: asked.Gun) -> tuple[int, int | None]:
    """How long ago a key was pressed, and how wrong a gun by it may be: just now, where that cannot be known.

    A console whose clock is not known well enough, or has been on its way for too long, is not believed.
    """
    if do.at_unix_ns is None or do.error_ns is None or not 0 <= do.error_ns <= _UNSURE_NS:
        return 0, None
    ago_ns = scene.now.unix_ns - do.at_unix_ns
    if not -do.error_ns <= ago_ns <= _PRESSED_NS:
        return 0, None
    return max(0, ago_ns), HAND_NS + do.error_ns


def _move(scene: Scene, do: asked.MoveGun) -> entries.Entry:
    if not do.by_ns or abs(do.by_ns) > _MOST_NS:
        raise RaceError(f"a gun is moved by something and by less than an hour, not by {do.by_ns / 1e9:g} s")
    clock_ns = do.by_ns * scene.live.rate.denominator // scene.live.rate.numerator
    if do.by_ns >= scene.elapsed_ns:
        raise RaceError(f"the gun was {scene.elapsed_ns / 1e9:.1f} s ago: it is not moved into the future")
    return entries.GunMoved(clock_ns, source=HAND, **scene.author)


def _hold(command: Command) -> Callable[[Scene, Any], entries.Entry]:
    def make(scene: Scene, _do: object) -> entries.Entry:
        after(scene.live.state, command)
        return entries.Commanded(command, at_ns=scene.elapsed_ns, **scene.author)

    return make


def _not_settled(conflict: entries.Conflicted) -> str:
    whose = f" (bib {conflict.bib})" if conflict.bib else ""
    return f"not settled: {conflict.why}{whose}"


def _official(scene: Scene, _do: asked.Official) -> entries.Entry:
    after(scene.live.state, Command.OFFICIAL)
    if scene.live.conflicts:
        raise RaceError("\n".join(map(_not_settled, scene.live.conflicts.values())))
    return entries.Commanded(Command.OFFICIAL, **scene.author)


def _take_lights(scene: Scene, do: asked.TakeLights) -> entries.Entry:
    session, client = scene.session, scene.request.client
    if not client:
        raise RaceError("which console is it? (a request that takes the lights names its client)")
    if session.holder not in {"", client} and not do.over:
        raise RaceError(f"{session.holds or 'another console'} operates the lights (take them over)")
    return entries.Holder(client, **scene.author)


def _leave_lights(scene: Scene, _do: asked.LeaveLights) -> entries.Entry:
    if not scene.session.holder or scene.session.holder != scene.request.client:
        raise RaceError("this console does not operate the lights")
    return entries.Holder("", **scene.author)


def _undo(scene: Scene, do: asked.Undo) -> entries.Entry:
    line = undone(scene.live, do.line, scene.request.role, scene.session.on)
    found = next(one.entry for one in scene.live.lines if one.n == line)
    if isinstance(found, entries.Replanned):
        return replan.back(scene, line, found)
    return entries.Undone(line, **scene.author)


_DEEDS: Mapping[type, Callable[[Scene, Any], entries.Entry]] = MappingProxyType(
    {
        asked.Load: _load,
        asked.Unload: _command(Command.UNLOAD),
        asked.Reload: _reload,
        asked.Check: _check,
        asked.Arm: _arm,
        asked.Disarm: _command(Command.DISARM),
        asked.Gun: _gun,
        asked.MoveGun: _move,
        asked.Hold: _hold(Command.HOLD),
        asked.GoOn: _hold(Command.GO_ON),
        asked.Finish: _command(Command.FINISH),
        asked.Official: _official,
        asked.Reopen: _command(Command.REOPEN),
        asked.Recall: _command(Command.RECALL),
        asked.Abort: _command(Command.ABORT),
        asked.Reset: _command(Command.RESET),
        asked.Blackout: _lamps(Command.BLACKOUT),
        asked.Fade: _lamps(Command.FADE),
        asked.Light: _lamps(Command.LIGHT),
        asked.Replan: replan.replan,
        asked.Nudge: replan.nudge,
        asked.Show: stage.show,
        asked.Walk: stage.walk,
        asked.TakeLights: _take_lights,
        asked.LeaveLights: _leave_lights,
        asked.Split: corrections.split,
        asked.Status: corrections.status,
        asked.Strike: corrections.strike,
        asked.Restore: corrections.restore,
        asked.Reassign: corrections.reassign,
        asked.Swap: corrections.swap,
        asked.Correct: corrections.correct,
        asked.Undo: _undo,
        asked.Settle: corrections.settle,
    }
)
"""Every act there is."""

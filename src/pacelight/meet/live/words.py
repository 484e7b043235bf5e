"""What somebody did to a race, in words that an operator reads at a glance."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.meet.journal import entries
from pacelight.meet.live.times import Times
from pacelight.meet.race import Command

__all__ = ["act_of", "said"]

_COMMANDS: Mapping[Command, str] = MappingProxyType(
    {
        Command.LOAD: "loaded",
        Command.UNLOAD: "put away",
        Command.RETURN: "back on the desk",
        Command.CHECK: "checked",
        Command.ARM: "armed",
        Command.DISARM: "disarmed",
        Command.GUN: "the gun",
        Command.HOLD: "the lights held",
        Command.GO_ON: "the lights gone on",
        Command.FINISH: "finished",
        Command.OFFICIAL: "official",
        Command.REOPEN: "opened again",
        Command.RECALL: "recalled",
        Command.ABORT: "called off",
        Command.RESET: "ready to be run anew",
        Command.BLACKOUT: "blacked out",
        Command.FADE: "faded out",
        Command.LIGHT: "lit again",
    }
)


def said(entry: entries.Entry, times: Times) -> str:
    """What was done, without by whom and why.

    Args:
        entry: a command or a correction.
        times: the race as it was timed before.
    """
    words = _WORDS.get(type(entry))
    return words(entry, times) if words else ""


def act_of(entry: entries.Entry) -> str:
    """What a change is called where it is asked for: ``strike``."""
    if isinstance(entry, entries.Commanded):
        return str(entry.command)
    return _ACTS.get(type(entry), "")


def _commanded(entry: entries.Commanded, _times: Times) -> str:
    despite = f" despite: {'; '.join(entry.despite)}" if entry.despite else ""
    return f"{_COMMANDS[entry.command]}{despite}"


def _moved(entry: entries.GunMoved, _times: Times) -> str:
    return f"the gun {abs(entry.by_ns) / 1e9:.3f} s {'earlier' if entry.by_ns < 0 else 'later'}"


def _passed(entry: entries.Passed, _times: Times) -> str:
    whose = f"bib {entry.bib}" if entry.bib else "somebody"
    return f"{whose} at {Distance(entry.distance_mm)} in {_time(entry.elapsed_ns)}"


def _judged(entry: entries.Judged, _times: Times) -> str:
    rule = f" by {entry.rule}" if entry.rule else ""
    return f"bib {entry.bib} {entry.status}{rule}" if entry.status else f"bib {entry.bib} in the race again"


def _struck(entry: entries.Struck, times: Times) -> str:
    return f"struck out: {_which(entry.what, times)}"


def _restored(entry: entries.Restored, times: Times) -> str:
    return f"put back: {_which(entry.what, times)}"


def _reassigned(entry: entries.Reassigned, times: Times) -> str:
    return f"{_which(entry.what, times)} is that of bib {entry.bib}"


def _swapped(entry: entries.Swapped, _times: Times) -> str:
    return f"bibs {entry.bib} and {entry.other} swapped"


def _corrected(entry: entries.Corrected, times: Times) -> str:
    to = [
        _time(entry.elapsed_ns) if entry.elapsed_ns is not None else "",
        str(Distance(entry.distance_mm)) if entry.distance_mm is not None else "",
        {True: "official", False: "not official", None: ""}[entry.official],
    ]
    return f"{_which(entry.what, times)}: {', '.join(filter(None, to))}"


def _replanned(entry: entries.Replanned, _times: Times) -> str:
    return f"the light {entry.light} to {entry.asked.mark.text}"


def _settled(entry: entries.Settled, _times: Times) -> str:
    return f"a conflict settled: {'what was said' if entry.take else 'what stood'} holds"


_WORDS: Mapping[type, Callable[[Any, Times], str]] = MappingProxyType(
    {
        entries.Commanded: _commanded,
        entries.Fired: lambda _entry, _times: "the gun",
        entries.GunMoved: _moved,
        entries.Passed: _passed,
        entries.Judged: _judged,
        entries.Struck: _struck,
        entries.Restored: _restored,
        entries.Reassigned: _reassigned,
        entries.Swapped: _swapped,
        entries.Corrected: _corrected,
        entries.Replanned: _replanned,
        entries.Undone: lambda entry, _times: f"line {entry.line} taken back",
        entries.Settled: _settled,
    }
)


_ACTS: Mapping[type, str] = MappingProxyType(
    {
        entries.Fired: "gun",
        entries.GunMoved: "move-gun",
        entries.Passed: "split",
        entries.Judged: "status",
        entries.Struck: "strike",
        entries.Restored: "restore",
        entries.Reassigned: "reassign",
        entries.Swapped: "swap",
        entries.Corrected: "correct",
        entries.Replanned: "replan",
        entries.Undone: "undo",
        entries.Settled: "settle",
    }
)


def _which(key: str, times: Times) -> str:
    """A time as people call it; before it is changed."""
    time = times.all.get(key)
    if time is None:
        return f"the time '{key}'"
    whose = f"bib {time.bib}" if time.bib else "somebody"
    return f"{whose} at {time.distance} in {_time(time.elapsed_ns)}"


def _time(ns: int) -> str:
    return str(Mark.from_elapsed(Elapsed(ns), precision=3)) if ns > 0 else f"{ns / 1e9:.3f}"

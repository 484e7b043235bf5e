"""Which line an undo takes back, and whether it may: nothing is ever armed or started that way."""

from collections.abc import Mapping
from types import MappingProxyType

from pacelight.errors import RaceError
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import Role, may
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Line, Live
from pacelight.meet.race import LAMPS, ON_TRACK, Command, State

__all__ = ["undone"]

_ACTS: Mapping[type, Act] = MappingProxyType(
    {
        entries.GunMoved: Act.MOVE_GUN,
        entries.Passed: Act.SPLIT,
        entries.Judged: Act.STATUS,
        entries.Struck: Act.STRIKE,
        entries.Restored: Act.RESTORE,
        entries.Reassigned: Act.REASSIGN,
        entries.Swapped: Act.SWAP,
        entries.Corrected: Act.CORRECT,
        entries.Settled: Act.SETTLE,
        entries.Replanned: Act.REPLAN,
    }
)
"""What can be taken back, and who may: whoever may do it."""

_COMMANDS = frozenset({Command.FINISH, Command.RECALL, Command.ABORT})
"""Commands that can be taken back while nothing followed: the race goes on as if they had not been given."""

_INSTEAD: Mapping[Command, str] = MappingProxyType(
    {
        Command.GUN: "recall the race",
        Command.ARM: "disarm it",
        Command.DISARM: "arm it",
        Command.HOLD: "go on",
        Command.GO_ON: "hold",
        Command.OFFICIAL: "reopen it",
        Command.REOPEN: "make it official",
        Command.BLACKOUT: "light the lamps",
        Command.FADE: "light the lamps",
        Command.LIGHT: "black them out",
        Command.LOAD: "unload it",
        Command.UNLOAD: "load it",
        Command.RETURN: "load another one",
        Command.RESET: "call it off",
        Command.CHECK: "check it again",
    }
)


def undone(live: Live, line: int, role: Role, on: Live) -> int:
    """The line that is to be taken back.

    Args:
        live: the race.
        line: its number; 0 for the last that can be.
        role: of who wants it.
        on: the race on the track.

    Raises:
        RaceError: it cannot be, or there is none; it says what to do instead.
    """
    if line:
        found = next((one for one in live.lines if one.n == line), None)
        if found is None:
            raise RaceError(f"line {line} of the journal is none of this race")
        _refuse(live, found, role, on)
        return line
    for one in reversed(live.lines):
        if not _takes_back(one.entry) and _is_possible(live, one, role, on):
            return one.n
    raise RaceError("there is nothing that can be taken back")


def _takes_back(entry: entries.Entry) -> bool:
    return isinstance(entry, entries.Undone) or (isinstance(entry, entries.Replanned) and entry.undoes > 0)


def _is_possible(live: Live, line: Line, role: Role, on: Live) -> bool:
    try:
        _refuse(live, line, role, on)
    except RaceError:
        return False
    return True


def _refuse(live: Live, line: Line, role: Role, on: Live) -> None:
    if line.n in live.taken_back():
        raise RaceError(f"line {line.n} was taken back already")
    root = _root(live, line)
    act = _act(root.entry)
    if not may(role, act):
        raise RaceError(f"'{act}' is not for the role {role}, nor is taking it back")
    if isinstance(root.entry, entries.Replanned):
        _refuse_changed_since(live, root.n, root.entry)
        return
    if isinstance(root.entry, entries.Commanded) and _is_followed(live, root):
        raise RaceError("other commands have followed it: it cannot be taken back any more")
    state = live.without(line.n).state
    if state is State.ARMED is not live.state:
        raise RaceError("nothing is armed by taking something back (arm it)")
    if state in ON_TRACK and live is not on:
        raise RaceError(f"it would be {state} again, and the race '{on.race.id}' is on the track")


def _refuse_changed_since(live: Live, line: int, entry: entries.Replanned) -> None:
    lines = [
        one.n
        for one in live.lines
        if isinstance(one.entry, entries.Replanned) and one.entry.light == entry.light
    ]
    if live.state not in {State.RUNNING, State.HELD}:
        raise RaceError(f"the race is {live.state}: the plan of a light is changed while it runs")
    if any(one.n > line and isinstance(one.entry, entries.Fired) for one in live.lines):
        raise RaceError("the lights have been started anew since, by their first plans")
    if lines[-1] != line:
        raise RaceError(f"the light {entry.light} was changed again since (in line {lines[-1]})")


def _root(live: Live, line: Line) -> Line:
    """What it is about in the end: whoever takes back an undo does again what was undone."""
    while isinstance(line.entry, entries.Undone):
        about = line.entry.line
        line = next(one for one in live.lines if one.n == about)
    return line


def _act(entry: entries.Entry) -> Act:
    match entry:
        case (
            entries.Passed(by="")
            | entries.Judged(by="")
            | entries.Corrected(by="")
            | entries.Struck(by="")
            | entries.Restored(by="")
        ):
            raise RaceError("what a timing system said is not taken back (strike it out, or correct it)")
        case entries.GunMoved(by=""):
            raise RaceError("where a timing system has the gun is not taken back (move it: that holds)")
        case entries.Commanded() if entry.command in _COMMANDS:
            return Act(entry.command.value)
        case entries.Commanded():
            raise RaceError(f"'{entry.command}' is not taken back ({_INSTEAD[entry.command]})")
        case entries.Fired():
            raise RaceError(f"a gun is not taken back ({_INSTEAD[Command.GUN]})")
    if type(entry) not in _ACTS:
        raise RaceError("what stands in this line is nothing that could be taken back")
    return _ACTS[type(entry)]


def _is_followed(live: Live, line: Line) -> bool:
    """Whether the state was changed after this line by anything that still holds."""
    dead = live.taken_back()
    return any(
        one.n > line.n
        and one.n not in dead
        and (isinstance(one.entry, entries.Fired) or _changes_state(one.entry))
        for one in live.lines
    )


def _changes_state(entry: entries.Entry) -> bool:
    return isinstance(entry, entries.Commanded) and entry.command not in LAMPS

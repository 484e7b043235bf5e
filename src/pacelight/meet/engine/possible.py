"""Whether the races can take an entry: of one that they refuse on the disk no replay would be possible."""

from pacelight.errors import RaceError
from pacelight.meet.journal import entries
from pacelight.meet.live.between import look_of, stands_against
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.race import LAMPS, Command, after, darkness

__all__ = ["check"]


def check(session: Session, entry: entries.Entry) -> None:
    """Refuse what the session would refuse; it takes microseconds.

    Args:
        session: as it stands.
        entry: that is to be written down.

    Raises:
        RaceError: it is not possible now.
        JournalError: it is about a race that was not opened.
    """
    match entry:
        case entries.Opened():
            name = Live(entry).race.id
            before = session.races.get(name)
            if before is not None and not (name in session.stale and session.is_to_come(before)):
                raise RaceError(f"the race '{name}' was opened before (load it)")
        case entries.Of():
            _check(session.race(entry.race), entry.entry)
        case entries.Staged():
            if look_of(entry) is not None and (why := stands_against(session.on)):
                raise RaceError(why)
        case _:
            _check(session.on, entry)


def _check(live: Live, entry: entries.Entry) -> None:
    match entry:
        case entries.Commanded(command=command) if command in LAMPS:
            darkness(live.dark, command)
        case entries.Commanded(command=command):
            after(live.state, command)
        case entries.Fired():
            after(live.state, Command.GUN)
        case entries.GunMoved() if live.gun is None:
            raise RaceError("there was no gun that could be moved")
        case entries.Struck() | entries.Restored() | entries.Reassigned() | entries.Corrected():
            live.times.of(entry.what)
        case entries.Settled() if entry.what not in live.conflicts:
            raise RaceError(f"no conflict of this race has the key '{entry.what}'")

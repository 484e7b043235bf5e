"""What the lamps show between races: a show, or lamps for whoever walks along them."""

from pacelight.errors import RaceError
from pacelight.lights.look.model import Name
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.scene import Scene
from pacelight.meet.journal import entries
from pacelight.meet.live.between import LOOKS, look_of, stands_against

__all__ = ["show", "walk"]


def show(scene: Scene, do: asked.Show) -> entries.Entry:
    """A look that means nothing; or, without one, what the race has.

    Raises:
        RaceError: a race may be on, or there is no such look.
    """
    if do.look and do.look not in LOOKS:
        raise RaceError(f"no show '{do.look}' (there are {', '.join(LOOKS)})")
    return _staged(scene, entries.Staged(do.look, per_minute=do.per_minute, **scene.author))


def walk(scene: Scene, do: asked.Walk) -> entries.Entry:
    """Lamps by their numbers; or, without one, what the race has.

    Raises:
        RaceError: a race may be on, or there is no such lamp.
    """
    if do.first is None:
        return _staged(scene, entries.Staged("", **scene.author))
    last = do.first if do.last is None else do.last
    if min(do.first, last) < 0:
        raise RaceError(f"lamps are numbered from 0: write one of them, not {do.first} to {last}")
    if scene.lamps is not None and max(do.first, last) >= scene.lamps:
        most = scene.lamps - 1
        raise RaceError(f"the lamps have numbers 0 to {most}: write one of them, not {do.first} to {last}")
    return _staged(scene, entries.Staged(Name.WALK, do.first, last, do.blinks, **scene.author))


def _staged(scene: Scene, entry: entries.Staged) -> entries.Staged:
    """The entry, if it is possible now; to end what is shown always is."""
    if look_of(entry) is not None and (why := stands_against(scene.session.on)):
        raise RaceError(why)
    return entry

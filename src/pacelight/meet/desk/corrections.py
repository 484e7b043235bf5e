"""Times, bibs and verdicts put right by people: the lines of the journal that do it."""

from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.scene import HAND, Scene
from pacelight.meet.journal import entries
from pacelight.timing import Method, Owner, Status
from pacelight.timing.results import status_of

__all__ = ["correct", "reassign", "restore", "settle", "split", "status", "strike", "swap"]

_EARLY_NS = 1_000_000_000
"""By so much the clock of whoever takes a time may be ahead: the clocks are compared, never exactly."""


_APART_NS = 1_000_000_000
"""By no more two people who take the same passing by hand differ."""

_AHEAD_NS = 5_000_000_000
"""By no more a stopwatch that was started by hand is ahead of the clock of the race."""


def split(scene: Scene, do: asked.Split) -> entries.Entry:
    """A time by hand.

    Raises:
        RaceError: it cannot be; it says why.
    """
    race = scene.live.race
    if do.bib:
        race.heat.starter(do.bib)
    distance = _within(scene, do.distance) if do.distance else race.distance
    taken_ns = _taken_ns(scene, do)
    if do.bib:
        _refuse_second(scene, do.bib, distance, taken_ns)
    return entries.Passed(
        bib=do.bib,
        distance_mm=distance.mm,
        elapsed_ns=taken_ns,
        method=Method.HAND,
        official=False,
        source=do.source or HAND,
        owner=Owner.ATHLETE,
        from_our_gun=do.elapsed_ns is None,
        error_ns=_error_ns(scene, do),
        **scene.author,
    )


def _taken_ns(scene: Scene, do: asked.Split) -> int:
    """When a time was taken by hand, race nanoseconds since the gun.

    Raises:
        RaceError: there was no gun, or it was before the gun, or is yet to come.
    """
    now_ns, rate = scene.elapsed_ns, scene.live.rate
    ago_ns = 0 if do.at_unix_ns is None else scene.now.unix_ns - do.at_unix_ns
    if ago_ns < -_EARLY_NS:
        raise RaceError(f"it would have been taken in {-ago_ns / 1e9:.1f} s: the two clocks do not agree")
    taken_ns = now_ns - ago_ns * rate.numerator // rate.denominator
    taken_ns = taken_ns if do.elapsed_ns is None else do.elapsed_ns
    _refuse_ahead(taken_ns, now_ns)
    if taken_ns <= 0:
        raise RaceError("a passing comes after the gun")
    return taken_ns


def _refuse_second(scene: Scene, bib: str, distance: Distance, elapsed_ns: int) -> None:
    """Refuse a second time by hand at a point where one is shown: it would stand nowhere.

    Raises:
        RaceError: there is one, and no second watch takes the same passing so much later.
    """
    for one in scene.live.table.of(bib):
        apart_ns = abs(one.elapsed.ns - elapsed_ns)
        if one.distance == distance and one.method is Method.HAND and apart_ns > _APART_NS:
            text = Mark.from_elapsed(one.elapsed, 2)
            raise RaceError(f"bib {bib} has a time by hand at {distance} already: {text} (strike it first)")


def _refuse_ahead(elapsed_ns: int, now_ns: int) -> None:
    """Refuse a time that the race has not come to yet: a slip of the finger would be a record.

    Raises:
        RaceError: it lies further ahead than two watches part.
    """
    if (ahead_ns := elapsed_ns - now_ns) > _AHEAD_NS:
        raise RaceError(f"the race has not come to that time yet: it is {ahead_ns / 1e9:.1f} s ahead")


def _error_ns(scene: Scene, do: asked.Split) -> int | None:
    """By how much the instant may be wrong, race nanoseconds; None where nobody can say.

    Raises:
        RaceError: below zero.
    """
    if do.error_ns is None or do.at_unix_ns is None:
        return None
    if do.error_ns < 0:
        raise RaceError(f"a time is wrong by 0 s or more, not by {do.error_ns / 1e9:g} s")
    return -(-do.error_ns * scene.live.rate.numerator // scene.live.rate.denominator)


def _within(scene: Scene, text: str) -> Distance:
    distance, race = Distance.parse(text), scene.live.race.distance
    if not 0 < distance.mm <= race.mm:
        raise RaceError(f"{distance} is not a point of this race (beyond the start, up to {race})")
    return distance


def status(scene: Scene, do: asked.Status) -> entries.Entry:
    """Why somebody has no place, or that they have one after all.

    Raises:
        RaceError: it cannot be; it says why.
    """
    scene.live.race.heat.starter(do.bib)
    status = status_of(do.status) if do.status else None
    if do.status and status is None:
        raise RaceError(f"no status '{do.status}' (there are {', '.join(Status)}; nothing takes it back)")
    if status is Status.DQ and not do.rule.strip():
        raise RaceError("a disqualification names its rule, as in TR17.3.1")
    elapsed_ns = scene.elapsed_ns if scene.live.gun else 0
    return entries.Judged(
        do.bib, status or "", elapsed_ns, HAND, rule=do.rule if status else "", **scene.author
    )


def strike(scene: Scene, do: asked.Strike) -> entries.Entry:
    """A time is taken out.

    Raises:
        RaceError: it cannot be; it says why.
    """
    if scene.live.times.of(do.what).struck:
        raise RaceError("this time is struck out already")
    return entries.Struck(do.what, **scene.author)


def restore(scene: Scene, do: asked.Restore) -> entries.Entry:
    """A time is put back.

    Raises:
        RaceError: it cannot be; it says why.
    """
    if not scene.live.times.of(do.what).struck:
        raise RaceError("this time was not struck out")
    return entries.Restored(do.what, **scene.author)


def reassign(scene: Scene, do: asked.Reassign) -> entries.Entry:
    """A time is another runner's.

    Raises:
        RaceError: it cannot be; it says why.
    """
    scene.live.race.heat.starter(do.bib)
    time = scene.live.times.of(do.what)
    if time.bib == do.bib:
        raise RaceError(f"this time is that of bib {do.bib} already")
    if time.method is Method.HAND and not time.official:
        since_gun_ns = time.since_gun_ns(scene.live.moved_ns, scene.live.rate)
        _refuse_second(scene, do.bib, time.distance, since_gun_ns)
    return entries.Reassigned(do.what, do.bib, **scene.author)


def swap(scene: Scene, do: asked.Swap) -> entries.Entry:
    """Two wear each other's bibs.

    Raises:
        RaceError: it cannot be; it says why.
    """
    for bib in (do.bib, do.other):
        scene.live.race.heat.starter(bib)
    if do.bib == do.other:
        raise RaceError(f"bib {do.bib} is swapped with another one, not with itself")
    return entries.Swapped(do.bib, do.other, **scene.author)


def correct(scene: Scene, do: asked.Correct) -> entries.Entry:
    """A time, a distance or whether it is official was not right.

    Raises:
        RaceError: it cannot be; it says why.
    """
    time = scene.live.times.of(do.what)
    distance = None if do.distance is None else _within(scene, do.distance)
    if (do.elapsed_ns, distance, do.official) == (None, None, None):
        raise RaceError("nothing is put right (give a time, a distance, or whether it is official)")
    if do.elapsed_ns is not None and do.elapsed_ns <= 0:
        raise RaceError("a passing comes after the gun")
    if do.elapsed_ns is not None:
        stood_ns = time.since_gun_ns(scene.live.moved_ns, scene.live.rate)
        _refuse_ahead(do.elapsed_ns, max(scene.elapsed_ns, stood_ns))
    return entries.Corrected(
        do.what, do.elapsed_ns, distance.mm if distance else None, do.official, **scene.author
    )


def settle(scene: Scene, do: asked.Settle) -> entries.Entry:
    """Which side of a conflict holds.

    Raises:
        RaceError: it cannot be; it says why.
    """
    if do.what not in scene.live.conflicts:
        raise RaceError(f"no conflict has the key '{do.what}' (or it is settled)")
    return entries.Settled(do.what, do.take, **scene.author)

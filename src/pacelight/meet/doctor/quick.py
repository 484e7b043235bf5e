"""What a running engine knows of itself without waiting, gone through before it arms.

::

    engine ─► Running ─► quick ─► reasons ─► desk.decide(reasons=...)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pacelight.lights.drivers.health import State as Reach
from pacelight.lights.drivers.port import ControllerStatistics
from pacelight.meet.doctor.devices import heard
from pacelight.meet.doctor.finding import Finding, State
from pacelight.meet.doctor.session import book_found, survey_found
from pacelight.timing.sources import ListenerStatistics

__all__ = ["Running", "quick"]


@dataclass(frozen=True, slots=True)
class Running:
    """What a running engine knows of itself.

    Attributes:
        lit: whether its light loop is alive.
        controllers: of the lamps, as the network last took their frames.
        sealed: why the journal was moved to another file; empty if it was not.
        listeners: by name, those that listen to timing.
        survey_faults: of the lamps.
        book: why the book does not answer; empty if it does.
        standbys, nodes: how many were promised.
        following, lighting: how many standbys and nodes follow now.
    """

    lit: bool = True
    controllers: Sequence[ControllerStatistics] = ()
    sealed: str = ""
    listeners: Mapping[str, ListenerStatistics] = field(default_factory=dict)
    survey_faults: Sequence[str] = ()
    book: str = ""
    standbys: int = 0
    following: int = 0
    nodes: int = 0
    lighting: int = 0


def quick(running: Running, now_ns: int) -> tuple[Finding, ...]:
    """Everything that is known at once, a row each; it takes microseconds.

    Args:
        running: what the engine knows.
        now_ns: this instant, on the monotonic clock.
    """
    return tuple(_found(running, now_ns))


def _found(running: Running, now_ns: int) -> Iterator[Finding]:
    yield _light_loop(lit=running.lit)
    yield from _controllers(running.controllers, now_ns)
    yield survey_found(running.survey_faults)
    yield _journal(running.sealed)
    yield book_found(running.book)
    for name, statistics in running.listeners.items():
        yield heard(name, statistics, now_ns)
    yield from _others("standby", running.standbys, running.following)
    yield from _others("light node", running.nodes, running.lighting)


def _light_loop(*, lit: bool) -> Finding:
    if lit:
        return Finding("light loop", State.GREEN, "it runs")
    return Finding("light loop", State.RED, "it does not run", "start the engine again")


def _controllers(controllers: Sequence[ControllerStatistics], now_ns: int) -> Iterator[Finding]:
    """Each that is not reached is red: a light that jumps over a dark stretch is no light."""
    if not controllers:
        return
    troubled = [one for one in controllers if one.health.state(now_ns) is not Reach.UP]
    for one in troubled:
        why = (
            "nobody listens there" if one.health.state(now_ns) is Reach.REFUSING else "there is no way to it"
        )
        yield Finding(
            f"lamps {one.name or one.target}",
            State.RED,
            f"{why}: {one.health.reason}" if one.health.reason else why,
            "look at its power and its cable",
        )
    if not troubled:
        count = len(controllers)
        yield Finding("lamps", State.GREEN, f"{count} controller{'' if count == 1 else 's'} reached")


def _journal(sealed: str) -> Finding:
    if not sealed:
        return Finding("journal", State.GREEN, "it is written")
    return Finding("journal", State.AMBER, f"it goes on elsewhere: {sealed}", "make room, or change the disk")


def _others(what: str, promised: int, there: int) -> Iterator[Finding]:
    if not promised:
        return
    if there >= promised:
        yield Finding(what, State.GREEN, f"{there} of {promised} follow")
        return
    yield Finding(
        what,
        State.RED,
        f"{there} of {promised} follow",
        f"start the {what} that is missing, or arm without it for a reason",
    )

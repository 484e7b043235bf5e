"""What is not right for arming, as far as a running engine knows without waiting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.errors import PacelightError
from pacelight.meet import intake
from pacelight.meet.doctor import Running, quick, reasons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pacelight.meet.engine.engine import Engine

__all__ = ["Promised", "unready"]


@dataclass(frozen=True, slots=True)
class Promised:
    """How many were to follow the engine tonight."""

    standbys: int = 0
    nodes: int = 0


def unready(engine: "Engine", promised: Promised) -> "Sequence[str]":
    """Why the race is not to be armed, in one line each; it takes as long as the book does to answer.

    Args:
        engine: of which lamps, disk, timing, book and followers are looked at.
        promised: who was to follow.
    """
    now_ns = engine.clock.now().monotonic_ns
    kinds = [one.follow.kind for one in engine.bus.following()]
    running = Running(
        controllers=engine.lamps.statistics().controllers,
        sealed=engine.scribe.alarm or engine.session.sealed,
        listeners=engine.listeners(),
        book=_silence(engine),
        standbys=promised.standbys,
        following=kinds.count("standby"),
        nodes=promised.nodes,
        lighting=kinds.count("node"),
    )
    return reasons(quick(running, now_ns))


def _silence(engine: "Engine") -> str:
    """Why the book does not answer, or would take no mark; empty if it does."""
    try:
        _ = engine.book.revision
    except PacelightError as error:
        return str(error)
    why = intake.unwilling(engine.book, engine.session.on.race.source)
    return f"it does not take marks: {why}" if why else ""

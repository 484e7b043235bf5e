"""What the light loop has done, as pages are told and as the journal keeps it."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from pacelight.lights.loop.lateness import longest
from pacelight.meet.bus.protocol import OutputShown, TroubleShown
from pacelight.meet.journal.entries import ControllerSent, Sent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pacelight.lights.drivers.port import ControllerStatistics
    from pacelight.lights.loop.process import LoopStatistics
    from pacelight.meet.clock import Instant

__all__ = ["each", "output_shown", "sent"]

_NS_PER_MS = 1e6


def output_shown(done: "LoopStatistics", target: str, now: "Instant") -> OutputShown:
    """For pages: how many controllers there are, and which are not reached.

    Args:
        done: by the light loop.
        target: where the lamps are.
        now: this instant.
    """

    def unix_ns(at_ns: int | None) -> int | None:
        return None if at_ns is None else now.unix_ns - (now.monotonic_ns - at_ns)

    return OutputShown(
        frames=done.frames,
        late=done.skipped,
        lateness_p99_ms=done.p99_ns / _NS_PER_MS,
        target=target,
        lateness_max_ms=done.max_ns / _NS_PER_MS,
        controllers=len(done.controllers),
        troubled=[
            TroubleShown(one.name, state, now.unix_ns - (now.monotonic_ns - since_ns), one.health.reason)
            for one in done.controllers
            for state, since_ns in _trouble(one, now.monotonic_ns)
        ],
        told_unix_ns=unix_ns(done.told_ns),
        shown_unix_ns=unix_ns(done.shown_ns),
    )


def sent(done: "LoopStatistics", shown: OutputShown, now_ns: int) -> Sent:
    """For the journal: everything.

    Args:
        done: by the light loop.
        shown: the same, as pages are told.
        now_ns: this instant, on the monotonic clock.
    """
    return Sent(
        output=replace(shown, told_unix_ns=None, shown_unix_ns=None),
        controllers=each(done.controllers, now_ns),
        waking=[(longest(number), count) for number, count in done.waking.counts],
        restarts=done.restarts,
    )


def each(controllers: "Sequence[ControllerStatistics]", now_ns: int) -> list[ControllerSent]:
    """What each controller was sent.

    Args:
        controllers: with their names.
        now_ns: this instant, on the monotonic clock.
    """
    return [
        ControllerSent(
            name=one.name,
            target=one.target,
            frames=one.sent.frames,
            packets=one.sent.packets,
            bytes=one.sent.bytes,
            errors=one.sent.errors,
            times=one.health.times,
            state=one.health.state(now_ns),
            reason=one.health.reason,
        )
        for one in controllers
    ]


def _trouble(one: "ControllerStatistics", now_ns: int) -> list[tuple[str, int]]:
    """Of a controller that is not up: its state, and since when; else nothing."""
    since_ns = one.health.away_ns(now_ns)
    return [] if since_ns is None else [(str(one.health.state(now_ns)), since_ns)]

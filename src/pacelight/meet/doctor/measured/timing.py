"""Timing systems, listened to for a few seconds."""

import select
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime

from pacelight.errors import PacelightError
from pacelight.meet.doctor.devices import heard, unheard
from pacelight.meet.doctor.finding import Finding
from pacelight.meet.programme.meetfile_schema import TimingFields
from pacelight.timing.reading import GunRead, Heard, Seen
from pacelight.timing.sources import Listener

__all__ = ["Opening", "timing"]

Opening = Callable[[TimingFields], Listener]
"""Makes the listener of a timing system."""

_DAY_NS = 86_400 * 1_000_000_000


@dataclass(slots=True)
class _Ear:
    """A listener, and by how much its clock is off: the least that was seen, as messages are never early."""

    listener: Listener
    offset_ns: int | None = None

    def read(self) -> None:
        for one in self.listener.read(time.monotonic_ns()):
            offset_ns = _offset_ns(one)
            if offset_ns is not None and (self.offset_ns is None or abs(offset_ns) < abs(self.offset_ns)):
                self.offset_ns = offset_ns


def timing(
    systems: Sequence[TimingFields],
    opening: Opening,
    seconds: float,
    progress: Callable[[float], object] = lambda _share: None,
) -> list[Finding]:
    """How each does that is listened to for so long.

    Args:
        systems: of the meet file.
        opening: makes a listener.
        seconds: for so long, all of them at once; ended early once each has spoken.
        progress: told the share of time that has passed, 0 to 1.
    """
    with ExitStack() as stack:
        ears: dict[str, _Ear] = {}
        refused = []
        for system in systems:
            try:
                ears[system.name] = _Ear(opening(system))
            except PacelightError as error:
                refused.append(unheard(system.name, str(error)))
                continue
            stack.callback(ears[system.name].listener.close)
        _hear(ears, seconds, progress)
        return [*refused, *_found(ears)]


def _hear(ears: dict[str, _Ear], seconds: float, progress: Callable[[float], object]) -> None:
    begun_s = time.monotonic()
    while ears and (passed_s := time.monotonic() - begun_s) < seconds:
        progress(passed_s / seconds)
        select.select(
            [ear.listener.fileno() for ear in ears.values()], [], [], _wait_s(ears, seconds - passed_s)
        )
        for ear in ears.values():
            ear.read()
        if all(ear.listener.statistics().heard_ns is not None for ear in ears.values()):
            break
    progress(1.0)


def _wait_s(ears: dict[str, _Ear], left_s: float) -> float:
    wakes = [wake for ear in ears.values() if (wake := ear.listener.wake_ns()) is not None]
    due_s = (min(wakes) - time.monotonic_ns()) / 1e9 if wakes else left_s
    return max(0.0, min(left_s, due_s))


def _found(ears: dict[str, _Ear]) -> Iterator[Finding]:
    now_ns = time.monotonic_ns()
    for name, ear in ears.items():
        yield heard(name, ear.listener.statistics(), now_ns, ear.offset_ns)


def _offset_ns(one: Heard) -> int | None:
    """The time of day that it told less ours at that instant; None where it told none of now."""
    match one.reading:
        case Seen(now=True, of_day_ns=int(of_day_ns)) | GunRead(of_day_ns=int(of_day_ns)):
            ours_ns = (_of_day_ns() - (time.monotonic_ns() - one.at_ns)) % _DAY_NS
            return (of_day_ns - ours_ns + _DAY_NS // 2) % _DAY_NS - _DAY_NS // 2
    return None


def _of_day_ns() -> int:
    """Local time of day, whole nanoseconds since midnight."""
    now_ns = time.time_ns()
    local = datetime.fromtimestamp(now_ns // 1_000_000_000, tz=UTC).astimezone()
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return seconds * 1_000_000_000 + now_ns % 1_000_000_000

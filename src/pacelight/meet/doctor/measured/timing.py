"""Timing systems, listened to for a few seconds."""

import select
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from pacelight.errors import PacelightError
from pacelight.meet.doctor.devices import heard, unheard
from pacelight.meet.doctor.finding import Finding
from pacelight.meet.programme.meetfile_schema import TimingFields
from pacelight.meet.programme.zone import difference, local
from pacelight.timing.gun import Guns
from pacelight.timing.gun.stamps import since
from pacelight.timing.sources import Listener

__all__ = ["Opening", "timing"]

Opening = Callable[[TimingFields], Listener]
"""Makes the listener of a timing system."""

_UTC = "+00:00"


_TELL_THE_TIME = frozenset({"omega", "mylaps", "raceresult", "ipico", "ipico+serial", "jchip"})
"""Systems that stamp what they say with their time of day."""


@dataclass(slots=True)
class _Ear:
    """A listener, and what is known of its clock."""

    listener: Listener
    tells_time: bool
    guns: Guns = field(default_factory=lambda: Guns(0))
    opened_ns: int | None = None

    @property
    def offset_ns(self) -> int | None:
        """Its time of day less ours, by what was heard least late; None where it only told its memory."""
        stamp = self.guns.stands(self.listener.name)
        return None if stamp is None else since(stamp[1], _of_day_ns(stamp[0]))

    @property
    def has_spoken(self) -> bool:
        """There is nothing to wait for: it was heard, and its clock too where it has one."""
        done = self.listener.statistics()
        return done.heard_ns is not None and (not self.tells_time or self.offset_ns is not None)

    def read(self) -> None:
        found = self.listener.read(time.monotonic_ns())
        opened_ns = self.listener.statistics().opened_ns
        if opened_ns is not None and opened_ns != self.opened_ns:
            self.opened_ns = opened_ns
            self.guns.opened(self.listener.name, opened_ns, _of_day_ns(opened_ns))
        for one in found:
            self.guns.hear(one)


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
        seconds: for so long, all of them at once; ended early once each has spoken and
            told how its clock stands, if it has one.
        progress: told the share of time that has passed, 0 to 1.
    """
    with ExitStack() as stack:
        ears: dict[str, _Ear] = {}
        refused = []
        for system in systems:
            try:
                ears[system.name] = _Ear(opening(system), system.url.partition(":")[0] in _TELL_THE_TIME)
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
        if all(ear.has_spoken for ear in ears.values()):
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


def _of_day_ns(at_ns: int) -> int:
    """Local time of day at an instant of the clock that is never set, whole nanoseconds since midnight."""
    unix_ns = time.time_ns() - (time.monotonic_ns() - at_ns)
    day, _ = local(unix_ns, _UTC)
    return local(unix_ns, difference("", day))[1]

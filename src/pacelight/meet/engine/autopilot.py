"""A race run from its recording: checked, armed, fired and finished as a director would, by the engine."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.meet.desk.requests import Arm, Check, Finish, Gun
from pacelight.meet.journal.entries import Judged, Passed
from pacelight.meet.race import State
from pacelight.timing import Gun as RecordedGun
from pacelight.timing import Passing
from pacelight.timing.sources import Replay

if TYPE_CHECKING:
    from pacelight.meet.clock import RaceClock
    from pacelight.meet.engine.engine import Engine

__all__ = ["Autopilot"]

_NS = 1_000_000_000


@dataclass(slots=True)
class Autopilot:
    """Runs the race on the track from its recording; what people ask meanwhile is done as well.

    A race that somebody disarms or calls off is left to them.

    Attributes:
        countdown_s: from arming to the gun.
    """

    engine: "Engine"
    countdown_s: float
    _armed: bool = False
    _due_ns: int | None = None
    _source: Replay | None = None
    _clock: "RaceClock | None" = None

    def step(self) -> int | None:
        """Do what is due.

        Returns:
            when to do more, on the monotonic clock; None once the race is run, or is left to people.
        """
        live = self.engine.session.on
        match live.state:
            case State.LOADED | State.RECALLED if not self._armed:
                return self._ask(Check())
            case State.CHECKED if not self._armed:
                return self._ask(Arm())
            case State.ARMED:
                return self._count_down()
            case State.RUNNING | State.HELD if self.engine.feed.clock is not None:
                return self._play(self.engine.feed.clock)
            case State.FINISHED | State.OFFICIAL if not live.done:
                return self.engine.through_ns
        return None

    def _ask(self, do: Check | Arm | Gun | Finish) -> int | None:
        """Ask as a director; whoever runs a recording is not kept from it by what a race would need."""
        if self.engine.ask(do):
            return self.step()
        return self._now_ns() + _NS if self.engine.scribe.alarm else None  # a disk may have room again

    def _count_down(self) -> int | None:
        self._armed = True
        if self._due_ns is None:
            self._due_ns = self._now_ns() + round(self.countdown_s * _NS)
            self.engine.expect(self._due_ns if self.countdown_s else None)
        return self._ask(Gun()) if self._now_ns() >= self._due_ns else self._due_ns

    def _play(self, clock: "RaceClock") -> int | None:
        live = self.engine.session.on
        if self._source is None or clock != self._clock:
            self._clock = clock
            self._source = Replay(
                live.race.recording, gun_ns=clock.gun_ns, rate=clock.rate, acknowledged=live.keys
            )
        for event in self._source.due(self._now_ns()):
            if not isinstance(event, RecordedGun):
                self.engine.note(Passed.of(event) if isinstance(event, Passing) else Judged.of(event))
                self.engine.credit()
        wake_ns = self._source.wake_ns()
        if live.everyone_in or wake_ns is None:
            return self._ask(Finish())
        return wake_ns

    def _now_ns(self) -> int:
        return self.engine.clock.now().monotonic_ns

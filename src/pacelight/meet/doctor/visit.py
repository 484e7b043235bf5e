"""The doctor's round: one thing after another, each with a name, so that one can see how far it is."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pacelight.errors import PacelightError
from pacelight.meet.bus import Secret, where
from pacelight.meet.bus.protocol import Snapshot
from pacelight.meet.doctor.devices import lamps_found
from pacelight.meet.doctor.finding import Finding, State
from pacelight.meet.doctor.machine import (
    clock_found,
    disk_found,
    firewall_found,
    power_found,
    priority_found,
    spare_missing,
)
from pacelight.meet.doctor.measured import engine as engines
from pacelight.meet.doctor.measured import machine, session
from pacelight.meet.doctor.measured.lamps import lamps
from pacelight.meet.doctor.measured.timing import Opening, timing
from pacelight.meet.doctor.session import book_as_of, secret_found, survey_found
from pacelight.meet.doctor.told import alarms_found, engine_found, followers_found, sent_found, timing_found
from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["Step", "Visit"]

Progress = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to go through.

    Attributes:
        name: of it, for people.
        look: does it.
    """

    name: str
    look: Callable[[Progress], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Visit:
    """What is to be gone through.

    Attributes:
        meet: of tonight; None to go through the machine alone.
        bus: where the engine is listened to; empty for where the meet file says.
        seconds: how long lamps and timing systems are listened to.
        opening: makes the listener of a timing system.
    """

    meet: MeetFile | None
    bus: str
    seconds: float
    opening: Opening

    def steps(self) -> Iterator[Step]:
        """Everything, in the order in which people would do it."""
        bus, secret = self.bus, None
        if self.meet is not None:
            bus, secret = bus or self._bus_of(self.meet), self.meet.secret
        told = engines.Answered(None, "")
        if bus:
            told = _asked(bus, secret)
            yield Step("engine", lambda _: _engine(told))
        if self.meet is not None:
            yield from self._of_meet(self.meet, told.snapshot)
        yield Step("machine", lambda _: _machine(self.meet))

    def _of_meet(self, meet: MeetFile, running: Snapshot | None) -> Iterator[Step]:
        yield Step("survey", lambda _: [survey_found(session.surveys(meet))])
        yield Step("lamps", lambda _: self._lamps(meet, running))
        yield Step("timing", lambda progress: self._timing(meet, running, progress))
        yield Step("book", lambda _: [book_as_of(session.book(meet), meet.day)])
        yield Step("secret", lambda _: [_secret(meet)])
        if meet.engine.standby or meet.engine.nodes:
            engine = meet.engine
            yield Step("standby", lambda _: followers_found(len(engine.standby), len(engine.nodes), running))

    def _lamps(self, meet: MeetFile, running: Snapshot | None) -> Iterable[Finding]:
        surveys = session.whole_surveys(meet)
        if not surveys:
            return [Finding("lamps", State.RED, "no survey says where they are", "mend the survey first")]
        asked = [lamps_found(one) for one in lamps(surveys, meet.engine.output, self.seconds)]
        return asked if running is None else [*asked, *sent_found(running.output)]

    def _timing(self, meet: MeetFile, running: Snapshot | None, progress: Progress) -> Iterable[Finding]:
        if not meet.timing:
            return [
                Finding(
                    "timing",
                    State.AMBER,
                    "no timing system is named: times are taken by hand",
                    "name it with [[timing]] in the meet file",
                )
            ]
        if running is not None:
            return [timing_found(one.name, running) for one in meet.timing]
        return timing(meet.timing, self.opening, self.seconds, progress)

    @staticmethod
    def _bus_of(meet: MeetFile) -> str:
        first = meet.engine.bus[0]
        return first if "://" in first else str(meet.folder / first)


def _asked(bus: str, secret: Path | None) -> engines.Answered:
    try:
        shared = None if secret is None else Secret.read(secret)
        return engines.engine(where(bus, shared), 2.0)
    except PacelightError as error:
        return engines.Answered(None, str(error))


def _engine(told: engines.Answered) -> Iterator[Finding]:
    yield engine_found(told.snapshot, told.why)
    if told.snapshot is not None:
        yield from alarms_found(told.snapshot)


def _machine(meet: MeetFile | None) -> Iterator[Finding]:
    folder = Path() if meet is None else meet.journal.parent
    yield disk_found("journal", machine.disk(folder))
    if meet is not None:
        yield spare_missing() if meet.spare is None else disk_found("spare place", machine.disk(meet.spare))
    yield clock_found(machine.clock())
    yield priority_found(granted=machine.may_run_first())
    yield power_found(machine.power())
    yield firewall_found()


def _secret(meet: MeetFile) -> Finding:
    needed = any("://" in one for one in (*meet.engine.bus, *meet.engine.standby)) or bool(meet.engine.nodes)
    if meet.secret is None:
        return secret_found("", None, "", needed=needed)
    return secret_found(str(meet.secret), *session.secret(meet.secret), needed=needed)

"""The doctor's round on a page: gone through in a thread, row by row, one round at a time."""

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from pacelight.errors import PacelightError
from pacelight.meet.doctor import Finding, State, worst
from pacelight.meet.doctor.devices import pages_found
from pacelight.meet.doctor.visit import Step, Visit
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.meetfile_schema import TimingFields
from pacelight.sheets.readiness import sheets
from pacelight.timing.sources import Listener
from pacelight.timing.sources.address import listener
from pacelight.web.qr import picture
from pacelight.web.setup.refusals import refusal
from pacelight.web.words.speaker import Speaker

__all__ = ["DoctorShown", "FindingShown", "Rounds"]


class FindingShown(msgspec.Struct, frozen=True):
    """A row; see `pacelight.meet.doctor.finding.Finding`."""

    what: str
    state: str
    words: str
    remedy: str


class DoctorShown(msgspec.Struct, frozen=True):
    """The round that goes on, or the last one.

    Attributes:
        state: the worst of all rows: green, amber, red; empty before the first row.
        going: what is being looked at; empty when the round is over.
        begun, ended: UTC, whole seconds since 1970; 0 where it was not.
        findings: rows, in the order in which they were found.
        address: of the pages, for a phone; empty where only this machine gets there.
        qr: the same as a picture: rows of 0 and 1.
    """

    state: str
    going: str
    begun: int
    ended: int
    findings: list[FindingShown]
    address: str = ""
    qr: list[str] = []
    schema: str = "pacelight.setup-doctor/1"


class Rounds:
    """The doctor, asked by pages.

    Args:
        meet: where the meet file is.
        bus: where the engine is listened to; empty for where the meet file says.
        addresses: of the pages, for phones; none where only this machine gets there.
        seconds: how long lamps and timing are listened to.
        unix_s: whole seconds since 1970.
    """

    def __init__(
        self, meet: Path, bus: str, addresses: Sequence[str], seconds: float, unix_s: Callable[[], int]
    ) -> None:
        self._meet = meet
        self._bus = bus
        self._addresses = tuple(addresses)
        self._seconds = seconds
        self._unix_s = unix_s
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._found: list[Finding] = []
        self._going = ""
        self._begun = self._ended = 0

    def begin(self) -> None:
        """Begin a round, unless one goes on."""
        with self._lock:
            if self._thread is not None and self._thread.is_alive():
                return
            self._found, self._going = [], "meet"
            self._begun, self._ended = self._unix_s(), 0
            self._thread = threading.Thread(target=self._go, name="doctor", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Until the round is over."""
        if self._thread is not None:
            self._thread.join()

    def shown(self) -> DoctorShown:
        """How far it is."""
        found = list(self._found)
        address = self._addresses[0] if self._addresses else ""
        return DoctorShown(
            state=str(worst(found)) if found else "",
            going=self._going,
            begun=self._begun,
            ended=self._ended,
            findings=[FindingShown(one.what, str(one.state), one.words, one.remedy) for one in found],
            address=address,
            qr=picture(address) if address else [],
        )

    def _go(self) -> None:
        try:
            for step in self._steps():
                self._going = step.name
                self._found += self._looked(step)
        finally:
            self._going, self._ended = "", self._unix_s()

    def _looked(self, step: Step) -> Iterable[Finding]:
        """What a step finds; one that breaks is a finding too, and the round goes on."""
        try:
            return list(step.look(lambda _share: None))
        except (PacelightError, OSError) as error:
            words = " ".join(str(error).splitlines())
            return [Finding(step.name, State.RED, words, "mend this, and have it looked at again")]

    def _steps(self) -> Iterable[Step]:
        try:
            meet: MeetFile | None = MeetFile.read(self._meet)
        except PacelightError as error:
            meet = None
            words = str(refusal(" ".join(str(error).splitlines()).removeprefix(f"{self._meet}: ")))
            self._found.append(Finding("meet", State.RED, words, "complete it on the pages of the meet"))
        else:
            races = len(meet.races) if meet else 0
            words = f"the meet file is whole: {races} race{'' if races == 1 else 's'}"
            self._found.append(Finding("meet", State.GREEN, words))
        yield from Visit(meet, self._bus, self._seconds, _listener).steps()
        yield Step("sheets", lambda _: [sheets(meet, Speaker("en"))])
        yield Step("pages", lambda _: [pages_found(self._addresses, answering=True)])


def _listener(fields: TimingFields) -> Listener:
    return listener(fields.name, fields.url, allow=fields.allow)

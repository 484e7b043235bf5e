"""Writing down what happens, wherever a disk takes it; what none takes is kept, and acknowledged to nobody.

::

    what happened ─► journal ─────────────────────────────► on the disk: let it be known
                        │ a disk refuses
                        ├─► its next file: spare, next to it ─► on the disk: let it be known
                        │ nobody takes it
                        └─► waiting, in memory, tried again every second
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from pacelight.errors import JournalError
from pacelight.meet.clock import Clock
from pacelight.meet.journal.entries import Entry, Sealed
from pacelight.meet.journal.file import Journal
from pacelight.meet.journal.identities import identities

__all__ = ["Scribe"]

_AGAIN_NS = 1_000_000_000


@dataclass(slots=True)
class Scribe:
    """Writes a journal on, whatever becomes of its disks.

    Attributes:
        journal: of the race; has its first line.
        clock: of the engine.
        warn: told in one line what became of a disk.
        alarm: what is wrong, in one line, until the engine ends: a disk refused. Empty while none has.
    """

    journal: Journal
    clock: Clock
    warn: Callable[[str], object]
    alarm: str = ""
    _waiting: list[Entry] = field(default_factory=list)
    _early: list[Entry] = field(default_factory=list)
    _again_ns: int = 0

    @property
    def stuck(self) -> bool:
        """Whether something waits that no disk takes."""
        return bool(self._waiting)

    def write(self, entry: Entry) -> list[Entry]:
        """Write down what happened.

        Returns:
            all that is on the disk now and was not before, in order: why another file was begun, what had
            waited, and this; empty while no disk takes it.

        Raises:
            JournalError: the very first line of a journal cannot be written: nothing was begun.
        """
        if not self.journal.count:
            self.journal.append(entry, unix_ns=self._unix_ns(), persons=identities(entry))
            return [entry]
        self._waiting.append(entry)
        return self.again() if len(self._waiting) > 1 else self._flush()

    def again(self) -> list[Entry]:
        """Try again what waits, if it is time to; as in `write`."""
        now_ns = self.clock.now().monotonic_ns
        if not self._waiting or now_ns < self._again_ns:
            return []
        return self._flush()

    def take_early(self, entry: Entry) -> None:
        """What waits is known already: it is written in the order in which it was, before why it waited."""
        self._early.append(entry)

    def was_early(self, entry: Entry) -> bool:
        """Whether what is on the disk now was known before; asked once of each."""
        known = any(one is entry for one in self._early)
        self._early = [one for one in self._early if one is not entry]
        return known

    def forget(self, entry: Entry) -> None:
        """What was asked and waits is not to be written later: who asked was refused."""
        self._waiting = [one for one in self._waiting if one is not entry]

    def _flush(self) -> list[Entry]:
        done: list[Entry] = []
        moves = 0
        while self._waiting:
            entry = self._waiting[0]
            try:
                self.journal.append(entry, unix_ns=self._unix_ns(), persons=identities(entry))
            except JournalError as error:
                first = self._go_on(error) if moves <= len(self.journal.places) else None
                if first is None:
                    break
                moves += 1
                done.append(first)
            else:
                done.append(self._waiting.pop(0))
        if self._waiting:
            self._again_ns = self.clock.now().monotonic_ns + _AGAIN_NS
        return done

    def _go_on(self, error: JournalError) -> Entry | None:
        """Begin the next file of the journal wherever that can be; None where it cannot.

        Returns:
            what it begins with: why, or where all that waits is known already, the first of that.
        """
        why = self.journal.sealed or str(error)
        sealed = Sealed(path=str(self.journal.file), why=why)
        known = any(one is self._waiting[0] for one in self._early)
        first = self._waiting[0] if known else sealed
        for place in self.journal.places:
            try:
                self.journal.go_on(place, first, unix_ns=self._unix_ns(), persons=identities(first))
            except JournalError as refused:
                error = refused
                continue
            if known:
                self._waiting = [*self._waiting[1:], sealed]
            self._cry(f"{sealed.path} is sealed ({why}): the journal goes on in {self.journal.file}")
            return first
        self._cry(f"no disk takes the journal ({error}): nothing is acknowledged, the lights run on")
        return None

    def _cry(self, alarm: str) -> None:
        if alarm != self.alarm:
            self.alarm = alarm
            self.warn(alarm)

    def _unix_ns(self) -> int:
        return self.clock.now().unix_ns

"""Following: the journal of the engine that leads, copied line by line as it grows.

The copy is the same byte for byte. A line that does not follow from the one before is not taken, and
asked for again. Where this journal says something else than that of the engine that leads, as after a
time in which both believed to lead, what it says alone is cut off and kept beside it.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Self

import msgspec

from pacelight.errors import DriverError, JournalError
from pacelight.meet.bus import Follow, Hearing, Where
from pacelight.meet.bus.wishes import Apart, Beat, Here, Named, Report, said
from pacelight.meet.journal.file import Journal, Line

__all__ = ["Follower"]

_ROOT = "0" * 16

SILENCE_S = 1.0
"""An engine that says nothing for so long is frozen or cut off: it beats five times a second."""

_OFTEN = 3
"""How often lines that do not follow are asked for again before the engine is left alone for a while."""

_FIRST_RETRY_S, _LAST_RETRY_S = 0.05, 1.0
"""Seconds between attempts to reach an engine; each is twice the one before."""


class Follower:
    """A copy of the journal of whoever leads.

    Attributes:
        journal: the copy.
        parted: whether lines of this journal had to be cut off since this was last looked at.

    Args:
        journal: is appended to, and cut where it says something else.
        others: where engines are listened to; the one that leads answers.
        me: who follows; where it begins is filled in.
        warn: told in one line what people should know.
    """

    def __init__(
        self, journal: Journal, others: Sequence[Where], me: Follow, warn: Callable[[str], object]
    ) -> None:
        self.journal = journal
        self.parted = False
        self._others = list(others)
        self._me = me
        self._warn = warn
        self._hearing: Hearing | None = None
        self._at: int | None = None
        self._count = self._lowest = self._refused = 0
        self._complained: set[str] = set()
        self._heard_s: float | None = None
        self._retry_s, self._pause_s = 0.0, _FIRST_RETRY_S

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def copying(self) -> bool:
        """Whether an engine is heard and its lines come."""
        return self._at is not None

    @property
    def complete(self) -> bool:
        """Whether all lines are here that there were when the engine answered."""
        return self._at is not None and self.journal.count >= self._count

    @property
    def silent_s(self) -> float:
        """For how long an engine that was heard has said nothing; 0 if none was."""
        return 0.0 if self._heard_s is None else time.monotonic() - self._heard_s

    @property
    def lost(self) -> bool:
        """Whether an engine was heard, and has not been for a while."""
        return self.silent_s > SILENCE_S

    def turn(self, seconds: float, *, term: int = 0) -> list[Line]:
        """New lines, on the disk now, of which the first follows the last one before.

        Args:
            seconds: how long to wait at most; returns as soon as there are any.
            term: an engine of a lower one leads no more, and is not followed.

        Raises:
            JournalError: the disk refuses; or whoever leads runs another race.
        """
        self._lowest = term
        try:
            hearing = self._hearing or self._call(seconds)
            if hearing is None:
                return []
            heard = hearing.turn(seconds)
            if hearing.ended or time.monotonic() - hearing.heard_s > SILENCE_S:
                self._hang_up()
            return self._take(heard)
        except DriverError as error:
            self._hang_up()
            self._complain(str(error))
            return []

    def rest(self) -> list[Line]:
        """New lines that have come already; waits for no more."""
        taken: list[Line] = []
        try:
            while self._hearing is not None and self._hearing.waiting:
                taken += self._take(self._hearing.turn(0.0))
        except DriverError as error:
            self._complain(str(error))
        return taken

    def report(self, report: Report) -> None:
        """Let the engine that leads know how this one does, if it can be reached."""
        if self._hearing is not None and self.copying:
            self._hearing.say(msgspec.json.encode(report))

    def close(self) -> None:
        """Hang up."""
        if self._hearing is not None:
            self._hearing.close()
        self._hearing, self._at = None, None

    def _call(self, seconds: float) -> Hearing | None:
        """Knock at the next engine, if it is time to.

        Raises:
            DriverError: nobody is there.
        """
        wait_s = self._retry_s - time.monotonic()
        if wait_s > 0:
            time.sleep(min(wait_s, seconds))
            return None
        self._others.append(self._others.pop(0))
        self._hearing = Hearing(self._others[-1])
        self._ask(self._hearing, self.journal.count + 1)
        return self._hearing

    def _hang_up(self) -> None:
        self.close()
        self._retry_s = time.monotonic() + self._pause_s
        self._pause_s = min(2 * self._pause_s, _LAST_RETRY_S)

    def _complain(self, text: str) -> None:
        """Once for each thing that is wrong."""
        if text not in self._complained:
            self._complained.add(text)
            self._warn(text)

    def _ask(self, hearing: Hearing, start: int) -> None:
        """Ask for the lines from one on; what comes before the answer is not for us."""
        self._at = None
        link = self.journal.link(start) or _ROOT
        hearing.say(msgspec.json.encode(msgspec.structs.replace(self._me, start=start, link=link)))

    def _take(self, heard: Sequence[bytes]) -> list[Line]:
        taken: list[Line] = []
        batch: list[bytes] = []
        for line in heard:
            if line.startswith(b"{"):
                taken += self._copy(batch)
                batch = []
                self._hear(line)
            elif self._at is not None:
                if self._is_new(line):
                    batch.append(line)
                self._at += 1
        return taken + self._copy(batch)

    def _hear(self, line: bytes) -> None:
        match said(line):
            case Here() as found if found.term < self._lowest:
                raise DriverError("an engine that leads no more was heard, and is not followed")
            case Here() as found:
                self._at, self._count = found.start, found.count
                self._pause_s = _FIRST_RETRY_S
                self._complained.clear()
            case Apart() if self._hearing is not None:
                self._ask(self._hearing, 1)
            case Beat() if self._at is not None:
                self._heard_s = time.monotonic()
            case Named() as named if self._at is not None:
                known = self.journal.known
                with suppress(JournalError):  # then it goes on in a new file, with all that are known
                    self.journal.know({n: text for n, text in named.persons if known.get(n) != text})
            case _:
                pass

    def _is_new(self, line: bytes) -> bool:
        """Whether a line is not here yet; if another is here in its place, that one goes."""
        n = self._at or 0
        if n > self.journal.count:
            return True
        if self.journal.raw(n) != line:
            self._part(n)
            return True
        if n == self._count < self.journal.count:
            self._part(n + 1)
        return False

    def _part(self, n: int) -> None:
        if n == 1:
            raise JournalError(
                f"{self.journal.path} is the journal of another race than the one that is run; "
                "name another --journal"
            )
        lost = self.journal.count - n + 1
        kept = self.journal.cut(n)
        self.parted = True
        self._warn(f"{lost} lines that the other engine does not have were cut off and kept in {kept}")

    def _copy(self, batch: Sequence[bytes]) -> list[Line]:
        if not batch:
            return []
        try:
            lines = self.journal.copy(batch)
        except JournalError as error:
            if self.journal.sealed or self._hearing is None:
                raise
            self._refused += 1
            if self._refused > _OFTEN:
                self._refused = 0
                raise DriverError(str(error)) from error
            self._ask(self._hearing, self.journal.count + 1)
            return []
        self._refused = 0
        return lines

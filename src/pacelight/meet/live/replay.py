"""A journal told again: the same lines as in the race, byte for byte."""

from collections.abc import Iterator
from pathlib import Path

from pacelight.errors import JournalError
from pacelight.meet.journal import file as journal
from pacelight.meet.journal.entries import Entry, Opened, decoded
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session
from pacelight.meet.live.told import Told

__all__ = ["Retelling", "reopen", "retell"]


def retell(path: Path) -> Iterator[tuple[Told, Live]]:
    """Everything that was told in the race, each with the race right after it.

    Raises:
        JournalError: damaged, or not the journal of a race; what can be believed was told before.
    """
    retelling = Retelling(path)
    yield from retelling.more()
    if retelling.fault:
        fault = retelling.fault
        raise JournalError(f"{path}: line {fault.line} at byte {fault.at} is damaged: {fault.why}")
    if retelling.live is None:
        raise JournalError(f"{path} is empty: no race was opened")


def reopen(path: Path, first: Entry) -> Live:
    """The race that a journal opens with.

    Raises:
        JournalError: its first line opens no race.
    """
    if not isinstance(first, Opened):
        raise JournalError(f"{path} is not the journal of a race: its first line opens none")
    return Live(first)


class Retelling:
    """A journal that an engine is still writing, told as it grows.

    Attributes:
        session: the races so far; None until one was opened.
        fault: where belief ended when last looked; a line that is being written breaks off, too.
    """

    def __init__(self, path: Path) -> None:
        self.session: Session | None = None
        self.fault: journal.Fault | None = None
        self._path = path
        self._taken = 0

    @property
    def live(self) -> Live | None:
        """The race on the track; None until one was opened."""
        return None if self.session is None else self.session.on

    def more(self) -> Iterator[tuple[Told, Live]]:
        """What was told since it was last asked, each with the race that it is about.

        Raises:
            JournalError: it cannot be read, or is not the journal of a race.
        """
        lines, self.fault = journal.read(self._path)
        for line in lines[self._taken :]:
            self._taken += 1
            entry = decoded(line.event)
            if self.session is None:
                self.session = Session.holding(reopen(self._path, entry))
                told = self.session.begin()
            else:
                told = self.session.take(entry)
            for one in told:
                yield one, self.session.races[one.race] if one.race else self.session.on

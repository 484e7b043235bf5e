"""A race as its journal tells it: a fold, one entry after another, what is taken back included.

The same entries tell the same, line for line, in the race and in every replay of it.
Nothing here asks a clock, a book or a disk.

::

    entries ─► times (as people have put them right) ─► timed (splits, gaps, places) ─► told
                 ▲
    an undo folds all lines again but those taken back
"""

from copy import copy

from msgspec.structs import replace

from pacelight.meet.bus.protocol import ChangeShown
from pacelight.meet.journal import entries
from pacelight.meet.live.known import Known, Line
from pacelight.meet.live.steps import CORRECTIONS, step
from pacelight.meet.live.timed import Light
from pacelight.meet.live.told import Told
from pacelight.meet.live.words import act_of, said
from pacelight.meet.race import LAMPS, Command

__all__ = ["CHANGES", "Light", "Line", "Live"]

CHANGES = (entries.Commanded, entries.Fired, *CORRECTIONS, entries.Replanned, entries.Undone)
"""What makes another revision of a race, besides a person's word on a runner."""


class Live(Known):
    """A race as it stands.

    Attributes:
        line: number of the last line that was about it.
        lines: all that were about it.
        revision: how many commands and corrections were taken; only ever grows.
        changes: each of these, as people are shown it, and each time that was taken by hand.
        keys: of all passings and verdicts taken since it was loaded: these are acknowledged.

    Args:
        opened: the entry that opens it.
        dark: the lamps were blacked out before.
        line: number of that entry.

    Raises:
        RaceError: the race file in it is none.
    """

    def __init__(self, opened: entries.Opened, *, dark: bool = False, line: int = 1) -> None:
        super().__init__(opened, dark=dark)
        self.line = line
        self.lines: list[Line] = []
        self.revision = 0
        self.changes: list[ChangeShown] = []
        self.keys: set[str] = set()

    def begin(self) -> tuple[Told, ...]:
        """What the opening of the journal tells: the race and its lights."""
        return (Told("race"), *(Told("light", shown=light.asked) for light in self.lights))

    def take(self, entry: entries.Entry, line: int | None = None) -> tuple[Told, ...]:
        """One more entry, and what it tells.

        Args:
            entry: of this race.
            line: its number in the journal; the next one, if not given.

        Raises:
            RaceError: a command that the table does not have, a correction of what is not there, or an engine
                whose term was over: the journal is of no race.
        """
        one = Line(self.line + 1 if line is None else line, entry, self.moved_ns)
        text = said(entry, self.times)
        told = self._undo(one) if isinstance(entry, entries.Undone) else tuple(step(self, one))
        self.line = one.n
        self.lines.append(one)
        self._acknowledge(entry)
        return (*told, *self._note(one, text), *self._renote())

    def without(self, line: int) -> "Live":
        """The race as it would be if that line were taken back: a copy.

        Raises:
            RaceError: what came after it is not possible without it.
        """
        trial = copy(self)
        trial.fold([*self.lines, Line(self.line + 1, entries.Undone(line), self.moved_ns)])
        return trial

    def taken_back(self) -> set[int]:
        """Numbers of the lines that are as if they had never been; whoever takes back an undo redoes.

        The change of a light is among them once it was changed back: it cannot be as if it had never been.
        """
        back = {one.entry.undoes for one in self.lines if isinstance(one.entry, entries.Replanned)}
        return _dead(self.lines) | back - {0}

    def fold(self, lines: list[Line]) -> None:
        """As these lines have it, those left out that were taken back.

        Raises:
            RaceError: what came later is not possible without what was taken back.
        """
        dead = _dead(lines)
        self.is_folding = True
        try:
            self.start_over()
            for line in lines:
                if line.n not in dead and not _is_of_lamps(line.entry):
                    for _ in step(self, line):
                        pass
        finally:
            self.is_folding = False
        self.derive()

    def _undo(self, line: Line) -> tuple[Told, ...]:
        before = self.seen()
        self.fold([*self.lines, line])
        return self.told_since(before)

    def _acknowledge(self, entry: entries.Entry) -> None:
        match entry:
            case entries.Passed() | entries.Judged():
                self.keys.add(entry.key)
            case entries.Commanded(command=Command.RECALL | Command.RESET | Command.LOAD):
                self.keys = set()
            case entries.Undone():
                self.keys |= set(self.times.all)

    def _note(self, line: Line, text: str) -> tuple[Told, ...]:
        """What people are shown of a change."""
        entry = line.entry
        by_hand = isinstance(entry, (entries.Passed, entries.Judged)) and bool(entry.by)
        if not isinstance(entry, entries.Signed) or not (by_hand or isinstance(entry, CHANGES)):
            return ()
        self.revision += not isinstance(entry, entries.Passed)
        change = ChangeShown(line.n, self.revision, act_of(entry), text, entry.by, entry.role, entry.reason)
        self.changes = [*self.changes, change]
        return (Told("change", shown=change),)

    def _renote(self) -> tuple[Told, ...]:
        """Which changes were taken back just now, or hold again."""
        if not isinstance(self.lines[-1].entry, (entries.Undone, entries.Replanned)):
            return ()
        before, dead = self.changes, self.taken_back()
        self.changes = [replace(one, undone=one.line in dead) for one in before]
        pairs = zip(before, self.changes, strict=True)
        return tuple(Told("change", shown=one) for was, one in pairs if was != one)


def _is_of_lamps(entry: entries.Entry) -> bool:
    """Whether it makes the lamps dark or lights them: no undo changes that."""
    return isinstance(entry, entries.Commanded) and entry.command in LAMPS


def _dead(lines: list[Line]) -> set[int]:
    dead: set[int] = set()
    for line in reversed(lines):
        if isinstance(line.entry, entries.Undone) and line.n not in dead:
            dead.add(line.entry.line)
    return dead

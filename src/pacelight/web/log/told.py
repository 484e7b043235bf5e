"""What the lines of a journal say, each in words, and what is proved of them all."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pacelight.errors import JournalError, PacelightError
from pacelight.meet.bus.protocol import ChangeShown
from pacelight.meet.journal import entries
from pacelight.meet.journal import file as journals
from pacelight.meet.journal.entries import decoded
from pacelight.meet.live.session import Session
from pacelight.web.log.beside import beside

__all__ = ["Journal", "Journals", "Said"]

_SUFFIX = ".journal"
_MOST = 200
"""Journals of a folder that are listed: it is no archive."""


@dataclass(frozen=True, slots=True)
class Said:
    """One line.

    Attributes:
        n: its number.
        unix_ns: when it was written down.
        race: which it is about.
        act: what was done, as it is asked for; of what nobody did, what kind of line it is.
        text: in English words.
        by, role, reason: who did it, as what, and why; empty where nobody did.
        undone: it was taken back since.
    """

    n: int
    unix_ns: int
    race: str
    act: str
    text: str
    by: str = ""
    role: str = ""
    reason: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal, read and proved.

    Attributes:
        name: of its file.
        lines: all that can be believed, in order.
        proof: of all of it; None where it is damaged, cannot be read, or is the journal of no race.
        fault: where and why it cannot be believed, or be read; empty where it can.
    """

    name: str
    lines: tuple[Said, ...]
    proof: journals.Proof | None
    fault: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who did something, in the order of the alphabet."""
        return tuple(sorted({one.by for one in self.lines if one.by}))

    @property
    def races(self) -> tuple[str, ...]:
        """Of which it tells, in order."""
        return tuple(dict.fromkeys(one.race for one in self.lines))


class Journals:
    """The journals that lie in some places. What was read is kept while its files stay as they are.

    Args:
        places: journals, and folders in which they lie.
    """

    def __init__(self, places: Sequence[Path] = ()) -> None:
        self._places = tuple(places)
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[object, Journal]] = {}

    def files(self) -> dict[str, Path]:
        """Each journal by the name of its file, the one that was written last first."""
        found: dict[str, Path] = {}
        for place in self._places:
            inside = sorted(place.glob(f"*{_SUFFIX}"))[:_MOST] if place.is_dir() else [place]
            for path in inside:
                if path.is_file():
                    found.setdefault(path.name, path)
        return dict(sorted(found.items(), key=lambda one: -_written(one[1])))

    def read(self, name: str) -> Journal | None:
        """A journal by its name; None where there is none."""
        path = self.files().get(name)
        if path is None:
            return None
        stamp = _stamp(path)
        with self._lock:
            held = self._read.get(path)
        if held is None or held[0] != stamp:
            held = stamp, _journal(path)
            with self._lock:
                self._read = {**self._read, path: held}
        return held[1]


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _stamp(path: Path) -> object:
    """Other whenever any of its files is: a journal may go on in files beside it."""
    beside_it = sorted(path.parent.glob(f"{path.name}*"))
    return tuple((one.name, _written(one), one.stat().st_size) for one in beside_it if one.is_file())


def _journal(path: Path) -> Journal:
    try:
        lines, _ = journals.read(path)
    except (OSError, JournalError) as error:
        return Journal(path.name, (), None, str(error))
    try:
        proof, fault = journals.proof(path), ""
    except JournalError as error:
        proof, fault = None, str(error)
    try:
        said = tuple(_said(lines))
    except PacelightError as error:
        return Journal(path.name, (), None, fault or str(error))
    return Journal(path.name, said, proof, fault)


def _said(lines: Sequence[journals.Line]) -> Iterator[Said]:
    """Each line in words; what was taken back later is marked so.

    Raises:
        PacelightError: it is the journal of no race.
    """
    session: Session | None = None
    said: list[Said] = []
    for line in lines:
        entry = decoded(line.event)
        if session is None:
            session = Session.of([entry])
            told = session.begin()
        else:
            told = session.take(entry)
        whose = entry.race if isinstance(entry, entries.Of) else session.on.race.id
        inner = entry.entry if isinstance(entry, entries.Of) else entry
        changed = [one.shown for one in told if isinstance(one.shown, ChangeShown)]
        mine = next((one for one in changed if one.line == line.n), None)
        for one in changed:
            if one.line != line.n:
                said[one.line - 1] = replace(said[one.line - 1], undone=one.undone)
        said.append(_line(line, whose, inner, mine))
    yield from said


def _line(line: journals.Line, race: str, entry: entries.Entry, change: ChangeShown | None) -> Said:
    act, text = (change.act, change.text) if change is not None else beside(entry)
    by, role, reason = (getattr(entry, name, "") for name in ("by", "role", "reason"))
    return Said(line.n, line.unix_ns, race, act, text, by, role, reason, change.undone if change else False)

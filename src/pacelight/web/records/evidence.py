"""What there is of a race besides the book: its journal, its report, its published results."""

import hashlib
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from pacelight.book.model import Performance
from pacelight.errors import PacelightError
from pacelight.meet.journal.file import proof
from pacelight.meet.live.replay import Retelling
from pacelight.meet.show.evidence import evidence
from pacelight.records.checklist import EVIDENCE
from pacelight.web.records.heats import Told, those_of

__all__ = ["Exhibit", "Folder", "Kind", "Shown"]

_JOURNAL, _REPORT = ".journal", ".json"
_TOLD = ".report.json"
"""Behind the name of a journal: what it says of the race, as `pacelight race report` prints it."""

_MOST = 500
"""Files of a folder that are looked at: a folder of evidence is no archive."""

Stamp = tuple[int, int]


class Kind(StrEnum):
    """What a file is."""

    JOURNAL = "journal"
    REPORT = "report"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A file that speaks of a race.

    Attributes:
        name: by which it is asked for.
        size: in bytes.
        sha256: of its bytes, in hex.
        lines: of a journal: how many lines are proved to be whole; 0 of another file.
        fault: of a journal: why it cannot be believed to its end; empty where it can.
        link: of a journal: what its next line would carry; it follows from every line before.
    """

    name: str
    kind: Kind
    size: int
    sha256: str
    lines: int = 0
    fault: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """All there is of the race of a performance.

    Attributes:
        exhibits: its files.
        told: what the race's own record says, ``pacelight.evidence/2``; None where there is none.
    """

    exhibits: tuple[Exhibit, ...] = ()
    told: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read: what it is, and the races that it tells of."""

    kind: Kind
    races: tuple[Told, ...] = ()


class Folder:
    """Places in which evidence lies: files, and folders of files. What was read is kept while it stays.

    Args:
        places: in which order they are looked through; a file that is named here is read whatever it is
            called, of a folder those that end as journals and reports do.
    """

    def __init__(self, places: Sequence[Path] = ()) -> None:
        self._places = tuple(places)
        self._lock = threading.Lock()
        self._kept: dict[Path, tuple[Stamp, _Read]] = {}

    def of(self, performance: Performance) -> Shown:
        """What there is of its race."""
        files = dict(self._files())
        mine = self._of_race(files, performance)
        ids = {told.id for told in mine.values()}
        beside = [name for name in files if name not in mine and _is_result(name, ids)]
        exhibits = [_exhibit(name, files[name], self._read(files[name]).kind) for name in (*mine, *beside)]
        exhibits += [
            _made(one.name + _TOLD, Kind.REPORT, _report(mine[one.name].evidence))
            for one in exhibits
            if one.kind is Kind.JOURNAL and one.name in mine
        ]
        return Shown(tuple(exhibits), next((told.evidence for told in mine.values()), None))

    def bytes_of(self, performance: Performance, name: str) -> bytes | None:
        """A file of the race; None where there is none of that name."""
        if name not in {one.name for one in self.of(performance).exhibits}:
            return None
        files = dict(self._files())
        with suppress(OSError):
            if name in files:
                return files[name].read_bytes()
            told = self._of_race(files, performance).get(name.removesuffix(_TOLD))
            return None if told is None else _report(told.evidence)
        return None

    def _files(self) -> Iterator[tuple[str, Path]]:
        """Each file by the name that pages give it: of two of one name the first."""
        seen: set[str] = set()
        for place in self._places:
            found = [place] if place.is_file() else sorted(place.glob("*")) if place.is_dir() else []
            for path in found[:_MOST]:
                if path.is_file() and not path.name.startswith(".") and path.name not in seen:
                    seen.add(path.name)
                    yield path.name, path

    def _of_race(self, files: Mapping[str, Path], performance: Performance) -> dict[str, Told]:
        """The files that tell of the race of a performance, each with what it says of it."""
        return those_of(performance, {name: self._read(path).races for name, path in files.items()})

    def _read(self, path: Path) -> _Read:
        named = path in self._places
        if not named and path.suffix not in {_JOURNAL, _REPORT}:
            return _Read(Kind.RESULT)
        try:
            known = path.stat()
        except OSError:
            return _Read(Kind.RESULT)
        stamp = known.st_mtime_ns, known.st_size
        with self._lock:
            held = self._kept.get(path)
        if held is None or held[0] != stamp:
            held = stamp, _read(path)
            with self._lock:
                self._kept[path] = held
        return held[1]


def _read(path: Path) -> _Read:
    """What a file is: a report, a journal, or, where it is neither, something that was published."""
    if path.suffix == _REPORT:
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            told = msgspec.json.decode(path.read_bytes())
            if isinstance(told, dict) and told.get("schema") == EVIDENCE:
                return _Read(Kind.REPORT, (Told(told),))
        return _Read(Kind.RESULT)
    races: tuple[Told, ...] = ()
    with suppress(PacelightError):
        races = tuple(_races(path))
    return _Read(Kind.JOURNAL if races or path.suffix == _JOURNAL else Kind.RESULT, races)


def _races(path: Path) -> Iterator[Told]:
    """The races of a journal.

    Raises:
        JournalError: it is none.
    """
    retelling = Retelling(path)
    for _ in retelling.more():
        pass
    for live in () if retelling.session is None else retelling.session.races.values():
        told = msgspec.json.decode(msgspec.json.encode(evidence(live)))
        yield Told(told, live.race.heat)


def _is_result(name: str, ids: set[str]) -> bool:
    """Whether a file bears the name of one of these races, as what is published does."""
    return any(name.startswith(f"{one}.") for one in ids)


def _exhibit(name: str, path: Path, kind: Kind) -> Exhibit:
    data = b""
    with suppress(OSError):
        data = path.read_bytes()
    return _made(name, kind, data, _proved(path) if kind is Kind.JOURNAL else (0, "", ""))


def _made(name: str, kind: Kind, data: bytes, proved: tuple[int, str, str] = (0, "", "")) -> Exhibit:
    return Exhibit(name, kind, len(data), hashlib.sha256(data).hexdigest(), *proved)


def _report(told: Mapping[str, Any]) -> bytes:
    return msgspec.json.encode(told) + b"\n"


def _proved(path: Path) -> tuple[int, str, str]:
    """How many lines are whole, why no more are, and the link of the next."""
    try:
        found = proof(path)
    except PacelightError as error:
        return 0, str(error), ""
    return found.lines, "", found.link

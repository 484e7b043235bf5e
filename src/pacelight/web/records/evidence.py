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
class _Told:
    """A file that was read: the races that it tells of, each as evidence."""

    races: tuple[Mapping[str, Any], ...]


class Folder:
    """Places in which evidence lies: files, and folders of files. What was read is kept while it stays.

    Args:
        places: in which order they are looked through.
    """

    def __init__(self, places: Sequence[Path] = ()) -> None:
        self._places = tuple(places)
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[Stamp, _Told]] = {}

    def of(self, performance: Performance) -> Shown:
        """What there is of its race."""
        files = dict(self._files())
        mine = {name: told for name, path in files.items() if (told := self._of_race(path, performance))}
        ids = {str(told["race"]["id"]) for told in mine.values()}
        beside = [name for name in files if name not in mine and _is_result(name, ids)]
        exhibits = [_exhibit(name, files[name]) for name in (*mine, *beside)]
        exhibits += [
            _made(name + _TOLD, Kind.REPORT, _report(told))
            for name, told in mine.items()
            if name.endswith(_JOURNAL)
        ]
        return Shown(tuple(exhibits), next(iter(mine.values()), None))

    def bytes_of(self, performance: Performance, name: str) -> bytes | None:
        """A file of the race; None where there is none of that name."""
        if name not in {one.name for one in self.of(performance).exhibits}:
            return None
        files = dict(self._files())
        with suppress(OSError):
            if name in files:
                return files[name].read_bytes()
            told = self._of_race(files[name.removesuffix(_TOLD)], performance)
            return None if told is None else _report(told)
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

    def _of_race(self, path: Path, performance: Performance) -> Mapping[str, Any] | None:
        """What a file says of the race of a performance; None where it says nothing of it."""
        event = performance.en_route_of or performance.event
        wanted = (event, performance.sex.value, performance.day.isoformat())
        for told in self._told(path).races:
            race = told["race"]
            if (race["event"], race["sex"], race["day"]) == wanted:
                return told
        return None

    def _told(self, path: Path) -> _Told:
        if path.suffix not in {_JOURNAL, _REPORT}:
            return _Told(())
        try:
            known = path.stat()
        except OSError:
            return _Told(())
        stamp = known.st_mtime_ns, known.st_size
        with self._lock:
            held = self._read.get(path)
        if held is None or held[0] != stamp:
            held = stamp, _Told(tuple(_races(path)))
            with self._lock:
                self._read[path] = held
        return held[1]


def _races(path: Path) -> Iterator[Mapping[str, Any]]:
    """The races of a journal or a report; nothing where it is neither."""
    if path.suffix == _REPORT:
        with suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            told = msgspec.json.decode(path.read_bytes())
            if isinstance(told, dict) and told.get("schema") == EVIDENCE:
                yield told
        return
    with suppress(PacelightError):
        retelling = Retelling(path)
        for _ in retelling.more():
            pass
        for live in () if retelling.session is None else retelling.session.races.values():
            yield msgspec.json.decode(msgspec.json.encode(evidence(live)))


def _is_result(name: str, ids: set[str]) -> bool:
    """Whether a file bears the name of one of these races, as what is published does."""
    return any(name.startswith(f"{one}.") for one in ids)


def _exhibit(name: str, path: Path) -> Exhibit:
    data = b""
    with suppress(OSError):
        data = path.read_bytes()
    kind = {_JOURNAL: Kind.JOURNAL}.get(path.suffix, Kind.RESULT)
    if kind is Kind.RESULT and path.suffix == _REPORT and EVIDENCE.encode() in data[:200]:
        kind = Kind.REPORT
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

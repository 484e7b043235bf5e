"""One timing system in one race: all that it has said, by runner.

What it holds depends on what was said alone, not on the order in which it was heard or how often.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pacelight.mark import Mark
from pacelight.timing.passing import Method
from pacelight.timing.placing.counting import Sight
from pacelight.timing.placing.sighting import GunAt, NoPlace, Sighting
from pacelight.timing.placing.startlist import StartList, Who
from pacelight.timing.reading import (
    Confirmed,
    Corrected,
    GunRead,
    Heard,
    PageRead,
    RowRead,
    Seen,
    StatusRead,
)

__all__ = ["BEFORE_NS", "Witness", "Word"]

BEFORE_NS = 2_000_000_000
"""Our gun may be taken to be so much too late: what was heard before that is of no race of ours."""


_BETTER_NS = 1_000_000
"""A clock that is known better by less changes no time that anybody reads."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in place of a time.

    Attributes:
        elapsed_ns: since when that is known, whole nanoseconds since the gun.
    """

    word: str
    elapsed_ns: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, and when it was heard first as it is."""

    heard: Heard
    row: RowRead


@dataclass(frozen=True, slots=True)
class _Page:
    """A page, and its rows by bib."""

    heard: Heard
    read: PageRead
    rows: dict[str, tuple[_Row, ...]]


class Witness:
    """All that one system has said of a race.

    Args:
        sighting: how its words become sights.
        start_list: who runs.
        stamps: its clock is learnt here; else whoever it belongs to does that.
    """

    def __init__(self, sighting: Sighting, start_list: StartList, *, stamps: bool = True) -> None:
        self._stamps = stamps
        self._lost: dict[str, tuple[int, NoPlace]] = {}
        self._sighting, self._start_list = sighting, start_list
        self._seen: dict[str, dict[str, Heard]] = {}
        self._whose: dict[str, str] = {}
        self._gone: dict[str, tuple[Heard, Heard | None]] = {}
        self._guns: dict[str, Heard] = {}
        self._pages: dict[tuple[str, bool, int | None], _Page] = {}
        self._confirmed: Heard | None = None

    @property
    def bibs(self) -> set[str]:
        """All of whom it has said anything."""
        return {*self._seen, *(bib for page in self._pages.values() for bib in page.rows)}

    def tell(self, heard: Heard) -> set[str]:
        """One more reading; whom it is about. The same once more changes nothing."""
        match heard.reading:
            case Seen() | StatusRead() | Corrected():
                return self._tell_one(heard, heard.reading)
            case GunRead(of_day_ns=int() as of_day_ns) as gun:
                self._stamp(heard.at_ns, of_day_ns)
                _keep(self._guns, gun.key, heard)
            case PageRead() as page:
                return self._turn(heard, page)
            case Confirmed():
                self._confirmed = heard
            case _:
                return set()
        return self.bibs

    def _tell_one(self, heard: Heard, reading: Seen | StatusRead | Corrected) -> set[str]:
        match reading:
            case Seen() as seen:
                better = seen.of_day_ns is not None and self._stamp(heard.at_ns, seen.of_day_ns)
                touched = self._put(
                    heard, seen.key, self._start_list.who(seen.bib, seen.lane, seen.chip), _said(seen)
                )
                return self.bibs if better and not self._guns else touched
            case StatusRead() as word:
                return self._put(heard, word.key, self._start_list.who(word.bib, word.lane), _said(word))
            case Corrected(key):
                return self._take_back(heard, key)

    def forget_before(self, at_ns: int) -> None:
        """What was heard before belongs to no race of ours."""
        for known in (self._guns, *self._seen.values()):
            for key in [key for key, heard in known.items() if heard.at_ns < at_ns]:
                del known[key]
        for name in [name for name, page in self._pages.items() if page.heard.at_ns < at_ns]:
            del self._pages[name]
        self._lost = {key: one for key, one in self._lost.items() if one[0] >= at_ns}
        if self._confirmed is not None and self._confirmed.at_ns < at_ns:
            self._confirmed = None

    def lost(self) -> list[NoPlace]:
        """What names nobody on the start list, and was not asked for yet."""
        found = [one for _, one in self._lost.values()]
        self._lost.clear()
        return found

    def of(self, bib: str, gun: GunAt) -> Iterator[Sight | NoPlace | Word]:
        """What it says of a runner."""
        gun_of_day = self._sighting.gun_of_day(tuple(self._guns.values()), gun)
        for key, heard in self._seen.get(bib, {}).items():
            if self._is_gone(key, heard):
                continue
            if isinstance(heard.reading, StatusRead):
                yield Word(heard.reading.word, gun.since_ns(heard.at_ns))
            elif isinstance(heard.reading, Seen):
                sight = self._sighting.of(
                    heard, heard.reading, bib, gun, gun_of_day, confirmed=self._confirmed is not None
                )
                if sight is not None:
                    yield sight
        for page in self._pages.values():
            for row in page.rows.get(bib, ()):
                if row.row.word:
                    yield Word(row.row.word, gun.since_ns(row.heard.at_ns))
                yield from self._sighting.of_row(
                    row.heard, page.read, row.row, bib, gun, confirmed=self._confirmed is not None
                )

    def _turn(self, heard: Heard, read: PageRead) -> set[str]:
        """A page in place of the one before; whose rows are others now.

        A row that says what it said keeps when it was heard first: what was too early then is not believed
        because it is said again.
        """
        name = (read.source, read.finish, read.to_go)
        before = self._pages.get(name)
        if before is not None and _order(before.heard) >= _order(heard):
            return set()
        known = before.rows if before is not None else {}
        rows: dict[str, tuple[_Row, ...]] = {}
        for row in read.rows:
            if not (row.word or row.time or row.splits):
                continue  # not read yet
            who = self._start_list.who(row.bib, row.lane)
            if who.bib:
                same = next((one for one in known.get(who.bib, ()) if one.row == row), _Row(heard, row))
                rows[who.bib] = (*rows.get(who.bib, ()), same)
            else:
                key = f"{read.source}/{row.bib}/{row.lane}/{row.time or row.word}"
                self._lose(heard, key, who, _row_said(row), row.time, finish=read.finish)
        self._pages[name] = _Page(heard, read, rows)
        if before is not None and before.read.official != read.official:
            return {*known, *rows}
        return {bib for bib in {*known, *rows} if known.get(bib) != rows.get(bib)}

    def _put(self, heard: Heard, key: str, who: Who, said: str) -> set[str]:
        """Keep it by runner; what said something of another one under the same key before is gone."""
        before = self._whose.get(key, who.bib)
        if not who.bib:
            self._lose_one(heard, key, who, said)
            return set()
        if before != who.bib:
            held = self._seen[before].get(key)
            if held is not None and held.at_ns > heard.at_ns:
                return set()
            self._seen[before].pop(key, None)
        self._whose[key] = who.bib
        _keep(self._seen.setdefault(who.bib, {}), key, heard)
        return {before, who.bib}

    def _take_back(self, heard: Heard, key: str) -> set[str]:
        bib = self._whose.get(key, "")
        before = self._gone.get(key)
        if before is None or before[0].at_ns < heard.at_ns:
            self._gone[key] = (heard, self._seen.get(bib, {}).get(key))
        return {bib} if bib else set()

    def _is_gone(self, key: str, heard: Heard) -> bool:
        """Whether it was taken back, and not said again otherwise since."""
        if key not in self._gone:
            return False
        gone, before = self._gone[key]
        return heard.at_ns <= gone.at_ns and (before is None or before.reading == heard.reading)

    def _stamp(self, at_ns: int, of_day_ns: int) -> bool:
        """Whether its clock is known so much better that times by it are others."""
        return self._stamps and self._sighting.clock.stamp(at_ns, of_day_ns) > _BETTER_NS

    def _lose_one(self, heard: Heard, key: str, who: Who, said: str) -> None:
        """Nobody can be told by it: chips and beams are told of once, times one by one."""
        reading = heard.reading
        if not isinstance(reading, Seen):
            self._lose(heard, key, who, said)
        elif reading.method is Method.CELL and not (reading.bib or reading.lane or reading.chip):
            self._lose(heard, "beam", Who("", "a beam sees somebody, not whom"), "the beam")
        else:
            self._lose(heard, reading.chip or key, who, said, reading.running, finish=reading.finish)

    def _lose(
        self, heard: Heard, key: str, who: Who, said: str, time: Mark | None = None, *, finish: bool = False
    ) -> None:
        elapsed_ns = None if time is None else time.elapsed.ns
        at_mm = self._sighting.last_mm if finish else None
        self._lost[key] = (heard.at_ns, NoPlace(key, "", said, who.why, elapsed_ns, at_mm))


def _said(reading: Seen | StatusRead) -> str:
    chip = reading.chip if isinstance(reading, Seen) else ""
    what = reading.word if isinstance(reading, StatusRead) else str(reading.running or "")
    names = (("bib", reading.bib), ("lane", reading.lane), ("chip", chip))
    who = ", ".join(f"{word} {text}" for word, text in names if text)
    return ": ".join(filter(None, (who, what)))


def _row_said(row: RowRead) -> str:
    who = ", ".join(f"{word} {text}" for word, text in (("bib", row.bib), ("lane", row.lane)) if text)
    return ": ".join(filter(None, (who, row.word or str(row.time or ""))))


def _keep(known: dict[str, Heard], key: str, heard: Heard) -> None:
    """Of two readings under one key the later one."""
    before = known.get(key)
    if before is None or _order(before) < _order(heard):
        known[key] = heard


def _order(heard: Heard) -> tuple[int, str]:
    """Of two at once it is always the same one, whichever came first."""
    return heard.at_ns, repr(heard.reading)

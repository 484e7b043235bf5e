"""Finishes as results: places, marks and the words for those who have none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark, Timing
from pacelight.timing.passing import Method, Passing

__all__ = ["STATUS_WORDS", "Places", "Result", "Status", "Verdict", "official_mark", "rank", "status_of"]

_HAND_PRECISION = 1


class Status(StrEnum):
    """Why someone on the start list has no place.

    Source: World Athletics Competition Rules, CR25 (abbreviations in start lists and results).
    """

    DNS = "DNS"
    """Did not start."""
    DNF = "DNF"
    """Did not finish."""
    DQ = "DQ"
    """Disqualified."""
    NM = "NM"
    """No mark: ran, and has no time that counts."""
    QR = "qR"
    """Advanced to the next round by the referee, without a place."""


STATUS_WORDS: Mapping[str, Status] = MappingProxyType(
    {
        "dns": Status.DNS,
        "n.a.": Status.DNS,  # German: nicht angetreten
        "sc": Status.DNS,  # scratched
        "scr": Status.DNS,
        "dnf": Status.DNF,
        "aufg.": Status.DNF,  # German: aufgegeben
        "ab": Status.DNF,  # French: abandon
        "rit": Status.DNF,  # Italian: ritirato
        "dq": Status.DQ,
        "dsq": Status.DQ,
        "dis": Status.DQ,
        "disq.": Status.DQ,
        "disq": Status.DQ,
        "fs": Status.DQ,  # false start
        "nm": Status.NM,
        "nt": Status.NM,  # no time
        "nr": Status.NM,  # no result
        "o.g.v.": Status.NM,  # German: ohne gültigen Versuch
        "qr": Status.QR,
        "adv": Status.QR,  # advanced
    }
)
"""Words that timing programs write in the place column, in lower case."""


def status_of(word: str) -> Status | None:
    """The status that a local word means; None where the table does not know it.

    >>> status_of("aufg.")
    <Status.DNF: 'DNF'>
    """
    return STATUS_WORDS.get(word.strip().lower())


@dataclass(frozen=True, slots=True)
class Verdict:
    """Someone will have no place, and since when that is known.

    Attributes:
        elapsed: whole nanoseconds since the gun.
        key: idempotency; the same key twice is the same verdict.
    """

    bib: str
    status: Status
    elapsed: Elapsed
    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Result:
    """One line of a result.

    Attributes:
        bib: the number worn; empty where the timing knows only a lane.
        place: in the race; equal marks to the thousandth share one; None without a place.
        mark: official, as printed; None where not read, or nothing to read.
        status: why there is no place; None for a finisher, and for a row not read yet.
        lane: lane or starting position, as printed.

    Raises:
        RaceError: a place together with a status.
    """

    bib: str
    place: int | None
    mark: Mark | None
    status: Status | None = None
    name: str = ""
    nation: str = ""
    lane: str = ""

    def __post_init__(self) -> None:
        if self.status is not None and self.place is not None:
            raise RaceError(f"bib {self.bib}: place {self.place} and {self.status} exclude each other")

    @property
    def finished(self) -> bool:
        """Ran the full distance, and the time counts."""
        return self.status is None and self.mark is not None


def official_mark(elapsed: Elapsed, method: Method, precision: int = 2) -> Mark:
    """The official time of a passing; a hand time has tenths at most.

    Source: World Athletics Technical Rules, TR19.

    >>> official_mark(Elapsed(225_132_400_000), Method.PHOTO)
    Mark('3:45.14')
    >>> official_mark(Elapsed(225_132_400_000), Method.HAND)
    Mark('3:45.2')
    """
    finest = min(precision, _HAND_PRECISION) if method.timing is Timing.HAND else precision
    return Mark.from_elapsed(elapsed, finest, method.timing)


def rank(
    finishes: Iterable[Passing], verdicts: Mapping[str, Status] | None = None, *, precision: int = 2
) -> tuple[Result, ...]:
    """Results from finishes: in order of time, ties share a place (1, 1, 3), verdicts last.

    Places are decided by thousandths, rounded up, though the mark has hundredths;
    who is disqualified keeps the mark and loses the place.

    Args:
        finishes: one passing a runner, all at the finish.
        verdicts: statuses by bib.
        precision: decimals of the official mark.

    Raises:
        RaceError: two finishes of one bib.

    Source: World Athletics Technical Rules, TR21: ties for a place are decided by the thousandths.
    """
    rows = sorted(finishes, key=lambda row: (row.elapsed, row.bib))
    _refuse_twice(rows)
    return Places(precision).rank(rows, verdicts or {})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A finish with its result, and what the next one is placed by.

    Attributes:
        before: how many have a place by then.
        place: the last of them.
        read: its thousandths.
    """

    finish: Passing
    result: Result
    before: int
    place: int
    read: int


class Places:
    """Results as finishes come: whoever is in before the first that is new keeps what they have.

    Args:
        precision: decimals of the official mark.
    """

    def __init__(self, precision: int) -> None:
        self._precision = precision
        self._placed: list[_Placed] = []

    def rank(self, finishes: Sequence[Passing], verdicts: Mapping[str, Status]) -> tuple[Result, ...]:
        """What `rank` makes of them; the very same results as the time before, as far as they are.

        Args:
            finishes: all of them, one a runner, in order of time and bib.
            verdicts: statuses by bib.
        """
        kept = self._kept(finishes, verdicts)
        del self._placed[kept:]
        for finish in finishes[kept:]:
            self._placed.append(self._next(finish, verdicts.get(finish.bib)))
        results = [one.result for one in self._placed]
        placed = [result for result in results if result.place is not None]
        others = [result for result in results if result.place is None]
        return (*placed, *others, *_missing(finishes, verdicts))

    def _kept(self, finishes: Sequence[Passing], verdicts: Mapping[str, Status]) -> int:
        """How many of the first are placed already."""
        for nth, (one, finish) in enumerate(zip(self._placed, finishes, strict=False)):
            same = one.finish is finish or _time(one.finish) == _time(finish)
            if not same or one.result.status is not verdicts.get(finish.bib):
                return nth
        return min(len(self._placed), len(finishes))

    def _next(self, finish: Passing, status: Status | None) -> _Placed:
        last = self._placed[-1] if self._placed else None
        before, place, read = (last.before, last.place, last.read) if last else (0, 0, 0)
        mark = official_mark(finish.elapsed, finish.method, self._precision)
        if status is not None:
            return _Placed(finish, Result(finish.bib, None, mark, status), before, place, read)
        thousandths = Mark.from_elapsed(finish.elapsed, precision=3).thousandths
        place = place if thousandths == read else before + 1
        return _Placed(finish, Result(finish.bib, place, mark), before + 1, place, thousandths)


def _time(finish: Passing) -> tuple[str, Elapsed, Method]:
    """What of a finish makes its result."""
    return finish.bib, finish.elapsed, finish.method


def _missing(finishes: Iterable[Passing], verdicts: Mapping[str, Status]) -> list[Result]:
    """Those who have a verdict and no finish."""
    out = set(verdicts).difference(finish.bib for finish in finishes) if verdicts else ()
    return [Result(bib, None, None, verdicts[bib]) for bib in sorted(out)]


def _refuse_twice(rows: list[Passing]) -> None:
    seen: set[str] = set()
    for row in rows:
        if row.bib in seen:
            raise RaceError(f"bib {row.bib} finished twice; take one of the two finishes back")
        seen.add(row.bib)

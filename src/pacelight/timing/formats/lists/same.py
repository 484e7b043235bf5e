"""Whether two files say the same result: by who it is, not by the order of the rows.

Only what both files can say is compared: a column that one of them leaves empty throughout is not.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pacelight.mark import Mark
from pacelight.measure import AnyMark, score
from pacelight.timing.formats.lists.race_result import RaceResult, ResultRow, printed

__all__ = ["ResultDifference", "differences"]


@dataclass(frozen=True, slots=True)
class ResultDifference:
    """Something on which two results do not agree.

    Attributes:
        race: in the words of the first file.
        who: the runner; empty of the race itself.
        what: ``mark``, ``place``, ``status`` ..., or ``row`` where one file has nobody like that.
        one, other: what each says; empty where it says nothing.
    """

    race: str
    who: str
    what: str
    one: str
    other: str

    def __str__(self) -> str:
        who = f"{self.who}: " if self.who else ""
        here, there = self.one or "nothing", self.other or "nothing"
        return f"{self.race}: {who}{self.what} is {here} in the first, {there} in the second"


def differences(one: Sequence[RaceResult], other: Sequence[RaceResult]) -> tuple[ResultDifference, ...]:
    """Where two files do not say the same; nothing where they do.

    Races are paired by event, round and heat where both number them, else in order.
    """
    pairs, alone = _paired(one, other)
    found = [difference for left, right in pairs for difference in _of_race(left, right)]
    for race, here in alone:
        said = ("there", "") if here else ("", "there")
        found.append(ResultDifference(race.named, "", "race", *said))
    return tuple(found)


def _paired(
    one: Sequence[RaceResult], other: Sequence[RaceResult]
) -> tuple[list[tuple[RaceResult, RaceResult]], list[tuple[RaceResult, bool]]]:
    if len(one) == len(other) == 1:
        return [(one[0], other[0])], []
    left = list(other)
    pairs, alone = [], []
    for race in one:
        same = next((two for two in left if _numbers(two) == _numbers(race)), None)
        if same is None:
            alone.append((race, True))
            continue
        left.remove(same)
        pairs.append((race, same))
    return pairs, [*alone, *((race, False) for race in left)]


def _numbers(race: RaceResult) -> tuple[str, ...]:
    if race.event or race.heat:
        return tuple(text.casefold().lstrip("0") for text in (race.event, race.round, race.heat))
    return (race.race or race.title,)


def _of_race(one: RaceResult, other: RaceResult) -> Iterable[ResultDifference]:
    by_bib = _all(one.rows, _bib) and _all(other.rows, _bib) and _overlap(one, other)
    key: Callable[[ResultRow], str] = _bib if by_bib else _name
    left = {key(row): row for row in other.rows}
    if one.wind and other.wind and _wind(one.wind) != _wind(other.wind):
        yield ResultDifference(one.named, "", "wind", one.wind, other.wind)
    for row in one.rows:
        twin = left.pop(key(row), None)
        if twin is None:
            yield ResultDifference(one.named, _who(row), "row", "there", "")
            continue
        yield from _of_row(one, other, row, twin)
    for row in left.values():
        yield ResultDifference(one.named, _who(row), "row", "", "there")


def _of_row(
    one: RaceResult, other: RaceResult, row: ResultRow, twin: ResultRow
) -> Iterable[ResultDifference]:
    for what, said in _SAID.items():
        here, there = said(row), said(twin)
        spoken = all(any(said(any_row) for any_row in race.rows) for race in (one, other))
        if spoken and here != there:
            yield ResultDifference(one.named, _who(row), what, here, there)
    if row.mark is not None and twin.mark is not None and not _same_mark(row.mark, twin.mark):
        yield ResultDifference(one.named, _who(row), "mark", printed(row.mark), printed(twin.mark))
    elif (row.mark is None) != (twin.mark is None) and not (row.status and twin.status):
        here, there = (printed(of.mark) if of.mark else "" for of in (row, twin))
        yield ResultDifference(one.named, _who(row), "mark", here, there)


_SAID: dict[str, Callable[[ResultRow], str]] = {
    "place": lambda row: str(row.place or ""),
    "status": lambda row: row.status or "",
    "rule": lambda row: row.rule,
    "laps behind": lambda row: str(row.laps_behind or ""),
}


def _same_mark(one: AnyMark, other: AnyMark) -> bool:
    """Equal, or of two readings of a camera the finer one rounded up to the other."""
    if isinstance(one, Mark) and isinstance(other, Mark):
        precision = min(one.precision, other.precision)
        return Mark.from_elapsed(one.elapsed, precision) == Mark.from_elapsed(other.elapsed, precision)
    return type(one) is type(other) and score(one) == score(other)


def _bib(row: ResultRow) -> str:
    return row.bib.lstrip("0")


def _name(row: ResultRow) -> str:
    """The name, whichever of its parts stands first and however it is written; of nobody the lane."""
    return " ".join(sorted(row.name.casefold().replace(",", " ").split())) or f"{row.bib} in lane {row.lane}"


def _all(rows: Iterable[ResultRow], key: Callable[[ResultRow], str]) -> bool:
    found = [key(row) for row in rows]
    return all(found) and len(set(found)) == len(found)


def _overlap(one: RaceResult, other: RaceResult) -> bool:
    return bool({_bib(row) for row in one.rows} & {_bib(row) for row in other.rows})


def _who(row: ResultRow) -> str:
    return " ".join(filter(None, (row.bib, row.name))) or f"lane {row.lane}"


def _wind(text: str) -> str:
    return text.lstrip("+").replace(",", ".")

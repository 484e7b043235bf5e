"""Results as Omega Scan'O'Vision exports them: ``LSTRslt.txt``, and ``LSTRRSLT.txt`` beside it for heats.

Neither says what an event is, nor who wears which number. What the numbers of ``idStatus`` mean is not
published: a line without a time has no status, and a remark.

Source: `pacelight.book.formats.omega_export`.
"""

from collections.abc import Mapping

from pacelight.book.formats.line import Refusal
from pacelight.book.formats.omega_export import (
    OmegaHeat,
    OmegaResult,
    heats,
    holds_heats,
    holds_results,
    results,
)
from pacelight.errors import FormatError, Refused
from pacelight.mark import Elapsed, Mark
from pacelight.timing.formats.lists.race_result import RaceResult, ResultRow, RowSplit

__all__ = ["read", "recognise"]

_FINISH = 9999
_NS_PER_TICK = 100_000

_Heat = tuple[int, int, int]


def recognise(data: bytes, name: str) -> bool:
    """Whether the first line is the header of ``LSTRslt.txt``."""
    del name
    return holds_results(data)


def read(
    data: bytes, name: str = "the file", beside: Mapping[str, bytes] | None = None
) -> tuple[RaceResult, ...]:
    """The results of a file, heat by heat.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        beside: name and bytes of a list of heats.

    Raises:
        FormatError: another header, torn, or a line that cannot be read; the line is named.
    """
    run = _heats(beside or {})
    found: dict[_Heat, list[OmegaResult]] = {}
    for one in results(data, name):
        if isinstance(one, Refusal):
            raise FormatError(f"{name} {one.at}: {one.why}")
        found.setdefault((one.event, one.round, one.heat), []).append(one)
    return tuple(_race(heat, lines, run.get(heat), name) for heat, lines in found.items())


def _heats(beside: Mapping[str, bytes]) -> dict[_Heat, OmegaHeat]:
    known: dict[_Heat, OmegaHeat] = {}
    for name, data in beside.items():
        if not holds_heats(data):
            raise FormatError(f"{name} is no list of heats (LSTRRSLT.txt)")
        known |= {(one.event, one.round, one.heat): one for one in heats(data, name)}
    return known


def _race(heat: _Heat, lines: list[OmegaResult], run: OmegaHeat | None, name: str) -> RaceResult:
    event, stage, number = heat
    by_runner: dict[tuple[str, int], list[OmegaResult]] = {}
    for line in lines:
        by_runner.setdefault((line.bib, line.lane), []).append(line)
    rows, remarks = [], []
    for of in by_runner.values():
        try:
            rows.append(_row(of))
        except Refused as error:
            raise FormatError(f"{name} line {of[-1].line}: {error}") from error
        remarks += [
            f"line {one.line}: no time (idStatus {one.status}, '{one.text}')" for one in of if not one.ticks
        ]
    return RaceResult(
        rows=tuple(rows),
        event=str(event),
        round=str(stage),
        heat=str(number),
        day=run.day if run else None,
        start=run.hour if run else "",
        wind=f"{run.wind // 10 if run.wind >= 0 else -(-run.wind // 10)}.{abs(run.wind) % 10}"
        if run and run.wind is not None
        else "",
        official=run.official if run else None,
        remarks=tuple(remarks),
    )


def _row(lines: list[OmegaResult]) -> ResultRow:
    """A runner's line: the finish, and the intermediate times in order."""
    finish = next((one for one in lines if one.lap == _FINISH), None)
    first = finish or lines[0]
    splits = sorted((one for one in lines if one.lap != _FINISH and one.ticks), key=lambda one: one.ticks)
    return ResultRow(
        bib=first.bib,
        lane=str(first.lane),
        place=(finish.rank or None) if finish and finish.ticks else None,
        mark=finish.mark() if finish and finish.ticks else None,
        splits=tuple(RowSplit(mark=_read(one.ticks), method="photo") for one in splits if one.lap),
    )


def _read(ticks: int) -> Mark:
    return Mark.from_elapsed(Elapsed(ticks * _NS_PER_TICK), 2)

"""Results as FinishLynx writes them, ``.lif``: what that format can hold of a result, and back."""

from pacelight.errors import FormatError, RaceError
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark
from pacelight.timing.formats import lif
from pacelight.timing.formats.lists.entrant import affiliated, clean
from pacelight.timing.formats.lists.race_result import UNOFFICIAL, RaceResult, ResultRow, RowSplit

__all__ = ["read", "recognise", "write"]

_COLUMNS = 19
_HEADER_FIELDS = 11
_START_AT, _DISTANCE_AT = 10, 9
_ENOUGH = 1 << 16


def recognise(data: bytes, name: str) -> bool:
    """Whether it is a FinishLynx result: by its content, whatever its name."""
    if len(data) > _ENOUGH and not name.casefold().endswith(".lif"):
        return False
    try:
        lif.read(data, name)
    except FormatError:
        return False
    return True


def read(data: bytes, name: str = "the file") -> tuple[RaceResult, ...]:
    """The races of a file: one, unless several were saved into it.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: see `pacelight.timing.formats.lif.read`.
    """
    file = lif.read(data, name)
    races = file.races or ((),)
    several = len(races) > 1
    return tuple(
        RaceResult(
            rows=tuple(_row(row, name) for row in rows),
            event=clean(file.event),
            round=clean(file.round),
            heat=clean(f"{file.heat}, race {number}" if several else file.heat),
            title=clean(file.name).removesuffix(UNOFFICIAL).strip(),
            official=False if clean(file.name).endswith(UNOFFICIAL) else None,
            distance=file.distance,
            start=file.start,
            wind=clean(file.wind),
            remarks=file.remarks,
        )
        for number, rows in enumerate(races, start=1)
    )


def write(result: RaceResult) -> bytes:
    """One race as a file that FinishLynx's readers take: UTF-8, lines ended by CR LF, 19 columns.

    What is not official yet says so behind its title. A word stands in the place of who has none.
    Times are the official ones; one taken by hand has its tenths, and no ``h``: the format does not know it.

    Raises:
        FormatError: a mark that is no time.
    """
    header = [""] * _HEADER_FIELDS
    title = f"{result.title} {UNOFFICIAL}".strip() if result.official is False else result.title
    header[:5] = [result.event or "1", result.round or "1", result.heat or "1", title, result.wind]
    header[5] = "m/s" if result.wind else ""
    header[_DISTANCE_AT] = str(result.distance or "").removesuffix(" m")
    header[_START_AT] = result.start
    lines = [header]
    before: Mark | None = None
    for row in result.rows:
        mark = _time(row.mark) if row.mark else None
        lines.append(_cells(row, mark, before if row.place else None))
        before = mark if row.place else before
    return "".join(",".join(map(_quoted, cells)) + "\r\n" for cells in lines).encode()


def _row(row: lif.LifRow, name: str) -> ResultRow:
    nation, club = affiliated(row.affiliation)
    who = clean(f"{row.first} {row.last}")
    try:
        return ResultRow(
            name=who or club or nation,
            bib=clean(row.bib),
            lane=clean(row.lane),
            family=clean(row.last) if row.first else "",
            nation=nation,
            club=club,
            place=None if row.status else row.place,
            mark=row.mark,
            status=row.status,
            reaction=clean(row.reaction),
            splits=tuple(RowSplit(mark=one.at) for one in row.splits),
        )
    except RaceError as error:
        raise FormatError(f"{name} line {row.line}: {error}") from error


def _time(mark: AnyMark) -> Mark:
    if not isinstance(mark, Mark):
        raise FormatError(f"{mark} is no time: FinishLynx files hold times only")
    return mark


def _cells(row: ResultRow, mark: Mark | None, before: Mark | None) -> list[str]:
    cells = [""] * _COLUMNS
    cells[0] = row.status or str(row.place or "")
    cells[1], cells[2] = row.bib, row.lane
    cells[3], cells[4] = (row.family, _given(row)) if row.family else (row.name, "")
    cells[5] = row.club or row.nation
    cells[6] = _said(mark)
    cells[8] = _delta(mark, before)
    cells[9] = row.reaction
    cells[10] = _splits(row, mark)
    return cells


def _given(row: ResultRow) -> str:
    return row.name.removesuffix(row.family).strip()


def _said(mark: Mark | None) -> str:
    return "" if mark is None else str(mark)


def _delta(mark: Mark | None, before: Mark | None) -> str:
    """By how much the one in front was faster; of the winner the time itself, as FinishLynx has it."""
    if mark is None or before is None:
        return _said(mark)
    less = mark.thousandths - before.thousandths
    return (
        str(Mark(less, min(mark.precision, before.precision)))
        if less > 0 and _fits(less, mark, before)
        else ""
    )


def _fits(thousandths: int, mark: Mark, before: Mark) -> bool:
    return not thousandths % int(10 ** (3 - min(mark.precision, before.precision)))


def _splits(row: ResultRow, finish: Mark | None) -> str:
    """``56.39 (56.39),1:52.55 (56.16)``: running times and what each took, the finish last."""
    marks = [one.mark for one in row.splits]
    if marks and finish is not None and finish.thousandths > marks[-1].thousandths:
        marks.append(finish)
    rising: list[Mark] = []
    for mark in marks:
        if not rising or mark.thousandths > rising[-1].thousandths:
            rising.append(mark)
    said = []
    for nth, mark in enumerate(rising):
        since = mark.thousandths - (rising[nth - 1].thousandths if nth else 0)
        precision = mark.precision if not since % int(10 ** (3 - mark.precision)) else 3
        said.append(f"{mark} ({Mark(since, precision, Timing.UNKNOWN)})")
    return ",".join(said)


def _quoted(cell: str) -> str:
    """A cell as FinishLynx writes it: in quotation marks only if it must be."""
    if "," in cell or cell.startswith(('"', ";", " ", "\t")):
        return '"' + cell.replace('"', '""') + '"'
    return cell

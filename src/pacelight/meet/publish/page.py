"""Results as pages: read without JavaScript, on a telephone and on paper; all that they need is in them."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pacelight.mark import Elapsed, Mark
from pacelight.measure import AnyMark
from pacelight.timing.formats.lists.race_result import RaceResult, RecordRow, ResultRow, printed

__all__ = ["index_page", "race_page"]

_FIRST = 3


def race_page(result: RaceResult, beside: Sequence[tuple[str, str]] = (), index: str = "") -> bytes:
    """The page of one race.

    Args:
        result: of it.
        beside: files of the same result: what they are, and their names.
        index: name of the page of the session; empty where there is none.
    """
    told = {"race": result, "beside": beside, "index": index, "style": _STYLE}
    return _PAGES.get_template("race.html").render(told).encode()


def index_page(results: Sequence[tuple[RaceResult, Sequence[tuple[str, str]]]]) -> bytes:
    """The page of a session: its races in order, each with the first three and its files."""
    races = [{"race": result, "beside": beside, "first": _podium(result)} for result, beside in results]
    competitions = list(dict.fromkeys(one.competition for one, _ in results if one.competition))
    told = {"races": races, "title": ", ".join(competitions) or "Results", "style": _STYLE}
    return _PAGES.get_template("index.html").render(told).encode()


def _podium(result: RaceResult) -> list[ResultRow]:
    return [row for row in result.rows if row.place is not None and row.place <= _FIRST]


def _place(row: ResultRow, of: RaceResult) -> str:
    """``3``, of those who share it ``=3``; a word of who has none."""
    if row.place is None:
        return row.status or ""
    return f"={row.place}" if row.place in of.shared else str(row.place)


def _mark(row: ResultRow) -> str:
    return printed(row.mark) if row.mark else ""


def _remarks(row: ResultRow) -> list[str]:
    """What else there is to know of a runner."""
    laps = row.laps_behind
    told = (
        row.rule,
        f"{laps} lap{'s' if laps > 1 else ''} behind" if laps else "",
        "not timed officially" if row.mark and not row.official else "",
    )
    return [one for one in told if one]


def _points(row: ResultRow, of: RaceResult) -> Iterator[tuple[str, str, str, str]]:
    """Each point that was timed, the finish last: where, when, how long since the one before, by what."""
    points: list[tuple[str, AnyMark, str]] = [
        (str(one.distance or ""), one.mark, ", ".join(filter(None, (one.method, "official" * one.official))))
        for one in row.splits
    ]
    if row.mark is not None:
        points.append((str(of.distance or "finish"), row.mark, "finish"))
    before: AnyMark | None = None
    for at, mark, by in points:
        yield at, printed(mark), _took(mark, before), by
        before = mark


def _took(mark: AnyMark, before: AnyMark | None) -> str:
    """The time between two running times, no finer than either; nothing for the first of them."""
    if not (isinstance(mark, Mark) and isinstance(before, Mark)) or mark.thousandths <= before.thousandths:
        return ""
    precision = min(mark.precision, before.precision)
    return str(Mark.from_elapsed(Elapsed.of_ms(mark.thousandths - before.thousandths), precision))


def _records_of(row: ResultRow, of: RaceResult) -> list[str]:
    """The records of a runner, those of one mark together: ``WR AR NR 1500sh 3:29.63``."""
    found: dict[str, list[str]] = {}
    for one in of.records:
        if one.bib == row.bib:
            made = f"{one.code} {one.mark}" if one.en_route else ""
            found.setdefault(made, []).append(f"={one.level}" if one.equalled else one.level)
    return [" ".join(filter(None, (*levels, made))) for made, levels in found.items()]


def _whose(record: RecordRow) -> str:
    """``World``, ``NED``, ``NOR``; nothing of a personal one."""
    return "" if record.level in {"PB", "SB"} or record.scope == "WORLD" else record.scope


_STYLE = Markup(files("pacelight.meet.publish").joinpath("templates/results.css").read_text(encoding="utf-8"))  # noqa: S704 - our own

_PAGES = Environment(
    loader=PackageLoader("pacelight.meet.publish"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_PAGES.filters |= {"mark": _mark, "whose": _whose, "printed": printed}
_PAGES.globals |= {"place": _place, "points": _points, "records_of": _records_of, "remarks": _remarks}

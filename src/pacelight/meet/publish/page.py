"""Results as pages: read without JavaScript, on a telephone and on paper; all that they need is in them."""

from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.measure import AnyMark
from pacelight.meet.publish.sheet import PENDING
from pacelight.speech import Speech
from pacelight.timing.formats.lists.race_result import RaceResult, RecordRow, ResultRow, printed

__all__ = ["index_page", "race_page"]

_FIRST = 3


def race_page(
    result: RaceResult, speech: Speech, beside: Sequence[tuple[str, str]] = (), index: str = ""
) -> bytes:
    """The page of one race.

    Args:
        result: of it.
        speech: in whose language it is written.
        beside: files of the same result: what they are, and their names.
        index: name of the page of the session; empty where there is none.
    """
    told = {"race": result, "beside": beside, "index": index, "style": _STYLE, "speech": speech}
    return _PAGES.get_template("race.html").render(told).encode()


def index_page(results: Sequence[tuple[RaceResult, Sequence[tuple[str, str]]]], speech: Speech) -> bytes:
    """The page of a session: its races in order, each with the first three and its files."""
    races = [{"race": result, "beside": beside, "first": _podium(result)} for result, beside in results]
    competitions = list(dict.fromkeys(one.competition for one, _ in results if one.competition))
    title = ", ".join(competitions) or speech.say("published-title")
    told = {"races": races, "title": title, "style": _STYLE, "speech": speech}
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


def _remarks(row: ResultRow, speech: Speech) -> list[str]:
    """What else there is to know of a runner."""
    laps = row.laps_behind
    told = (
        row.rule,
        speech.say("published-laps-behind", laps=laps) if laps else "",
        speech.say("published-not-timed") if row.mark and not row.official else "",
    )
    return [one for one in told if one]


def _state(of: RaceResult, speech: Speech) -> str:
    """Where the race stands, in the words of `states`; what another program calls it stays as it is."""
    return speech.known(f"published-state-{of.state.replace(':', '').replace(' ', '-')}", of.state)


def _status(record: RecordRow, speech: Speech) -> str:
    if record.status == PENDING:
        return speech.say("published-pending")
    return speech.known(f"short-{record.status}", record.status)


def _lights(of: RaceResult, speech: Speech) -> str:
    return ", ".join(map(speech.understood, of.lights))


def _day(told: str | date, speech: Speech) -> str:
    """A day as the language writes it; what is none, as it was written."""
    try:
        return speech.day(told if isinstance(told, date) else date.fromisoformat(told))
    except ValueError:
        return str(told)


def _metres(distance: Distance, speech: Speech) -> str:
    return speech.say("plan-metres", length=distance.mm / 1000)


def _points(row: ResultRow, of: RaceResult, speech: Speech) -> Iterator[tuple[str, str, str, str]]:
    """Each point that was timed, the finish last: where, when, how long since the one before, by what."""
    finish, judged = speech.say("published-finish"), speech.say("published-judged")
    points: list[tuple[str, AnyMark, str]] = []
    for one in row.splits:
        by = speech.known(f"timer-method-{one.method}", one.method)
        at = _metres(one.distance, speech) if one.distance else ""
        points.append((at, one.mark, ", ".join(filter(None, (by, judged * one.official)))))
    if row.mark is not None:
        points.append((_metres(of.distance, speech) if of.distance else finish, row.mark, finish))
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
_PAGES.globals |= {
    "day": _day,
    "lights": _lights,
    "metres": _metres,
    "place": _place,
    "points": _points,
    "records_of": _records_of,
    "remarks": _remarks,
    "state": _state,
    "status": _status,
}

"""A draft of a meet, read: the tables of a meet file, and what is wrong with each field of it.

Pure. A table has what forms show; None stands for a field that is to be left out.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec

from pacelight.distance import Distance
from pacelight.errors import DistanceError, EventError, MarkError, RaceError
from pacelight.event import Event, Level
from pacelight.event import event as find_event
from pacelight.mark import Mark
from pacelight.meet.intake.names import slug
from pacelight.meet.programme.meetfile_schema import SCHEMA
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.timing.sources.address import ADDRESSES
from pacelight.track import track as find_track
from pacelight.track.names import is_road
from pacelight.web.setup import cells
from pacelight.web.setup.draft import KINDS, LightDraft, MeetDraft, RaceDraft, RunnerDraft, TimingDraft
from pacelight.web.setup.survey import Fault

__all__ = ["Read", "read"]

_NUMBERS, _DIGITS = 3, 6
_MOST_LAMPS = 100_000
_MOST_PORT = 65_535
_SAID = 120
"""Characters of how a name is said, see `RunnerFields`."""

Value = TypeVar("Value")
Table = dict[str, Any]


@dataclass
class Read:
    """What a draft says.

    Attributes:
        tables: as a meet file has them; what cannot be read is left out.
        faults: each with the field that it is in.
    """

    tables: Table = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def cell(self, at: str, take: Callable[[], Value]) -> Value | None:
        """What stands in a field; None, and one fault more, where that cannot be read."""
        try:
            return take()
        except ValueError as error:  # every refusal is one
            self.faults.append(Fault(at, " ".join(str(error).splitlines())))
            return None


def read(draft: MeetDraft) -> Read:
    """The tables of a meet file.

    Args:
        draft: as it was typed.
    """
    found = Read()
    cell = found.cell
    name = cell("name", lambda: cells.needed(draft.name, "the name of the meeting", "as it is announced"))
    venue = cell("venue", lambda: cells.needed(draft.venue, "the venue", "the town"))
    day = cell("day", lambda: cells.day(draft.day))
    given = draft.id.strip() or slug(f"{name or 'meet'} {day.year if day else ''}")
    found.tables |= {
        "schema": SCHEMA,
        "id": cell("id", lambda: cells.short_name(given, "the short name")),
        "name": name,
        "venue": venue,
        "day": day,
        "competition": cell("competition", lambda: cells.bounded(draft.competition, "the competition"))
        or None,
        "book": cell("book", lambda: cells.bounded(draft.book, "the book")) or None,
        "spare": cell("spare", lambda: cells.bounded(draft.spare, "the spare place")) or None,
        "track": _track(draft, found),
        "engine": {
            "output": cell("output", lambda: cells.bounded(draft.output, "the address of the lamps")) or None
        },
        "web": {
            "host": cell("host", lambda: cells.bounded(draft.host, "the address of this machine")) or None,
            "port": cell("port", lambda: cells.whole(draft.port, 0, _MOST_PORT)),
        },
        "timing": list(_timing(draft.timing, found)),
        "race": [_race(one, nth, draft, found) for nth, one in enumerate(draft.races)],
    }
    _refuse_twice(
        found, "races", [one.id.strip() for one in draft.races], "id", "two races have the short name"
    )
    _refuse_twice(found, "timing", [one.name.strip() for one in draft.timing], "name", "two are called")
    return found


def _track(draft: MeetDraft, found: Read) -> Table:
    name = found.cell("track", lambda: _known_track(draft.track))
    survey = found.cell("survey", lambda: cells.file(draft.survey, "the survey"))
    lamps = found.cell("lamps", lambda: cells.whole(draft.lamps, 2, _MOST_LAMPS))
    if survey and lamps:
        found.faults.append(
            Fault("lamps", "the survey says how many lamps there are (leave one of the two empty)")
        )
    return {"name": name, "lamps": lamps, "survey": survey}


def _known_track(text: str) -> str:
    """A track that there is; that of a road lies in a file, which is read with the whole meet."""
    found = cells.needed(text, "the track", "standard-400")
    if not is_road(found):
        find_track(found)
    return found


def _timing(drafts: list[TimingDraft], found: Read) -> Iterator[Table]:
    for nth, one in enumerate(drafts):
        at = f"timing.{nth}"
        yield _system(one, at, found)


def _system(one: TimingDraft, at: str, found: Read) -> Table:
    return {
        "name": found.cell(f"{at}.name", lambda: cells.short_name(one.name, "its name")),
        "url": found.cell(f"{at}.url", lambda: cells.timing_address(one.url, ADDRESSES)),
        "allow": found.cell(f"{at}.allow", lambda: _several(one.allow, "the list of who may send")) or None,
    }


def _race(one: RaceDraft, nth: int, draft: MeetDraft, found: Read) -> Table:
    at, cell = f"races.{nth}", found.cell
    table: Table = {
        "id": cell(f"{at}.id", lambda: cells.short_name(one.id or _usual(one), "the short name")),
        "at": cell(f"{at}.at", lambda: cells.clock(one.at)),
        "number": cell(f"{at}.number", lambda: _number(one.number)),
        "stakes": cell(
            f"{at}.stakes", lambda: cells.stakes(one.stakes, draft.competition or draft.name, draft.venue)
        )
        or None,
        "file": cell(f"{at}.file", lambda: cells.file(one.file, "the race file")),
        "entries": cell(f"{at}.entries", lambda: cells.file(one.entries, "the start list")),
    }
    inside: Table = {"name": None, "event": None, "sex": None, "heat": None}
    event: Event | None = None
    if not one.file.strip():
        code = cell(f"{at}.event", lambda: cells.run(one.event))
        event = None if code is None else find_event(code)
        inside = {
            "name": cell(f"{at}.name", lambda: cells.bounded(one.name, "the name of the race")) or None,
            "event": code,
            "sex": cell(f"{at}.sex", lambda: cells.sex(one.sex)),
            "heat": cell(f"{at}.heat", lambda: cells.bounded(one.heat, "the heat")) or None,
        }
    if one.entries.strip() and one.runners:
        found.faults.append(
            Fault(f"{at}.entries", "runners stand below too (leave the start list empty, or them out)")
        )
    table |= inside
    table["light"] = [_light(each, f"{at}.lights.{n}", event, found) for n, each in enumerate(one.lights)]
    table["runner"] = [_runner(each, f"{at}.runners.{n}", found) for n, each in enumerate(one.runners)]
    _refuse_twice(
        found, f"{at}.runners", [each.bib.strip() for each in one.runners], "bib", "two wear the number"
    )
    _refuse_twice(found, f"{at}.lights", [each.name.strip() for each in one.lights], "name", "two are called")
    return table


def _usual(one: RaceDraft) -> str:
    """The short name of a race that was given none: ``men-1500-m``."""
    name = "race"
    with suppress(EventError):  # it is told beside the event
        name = find_event(one.event).name
    return slug(f"{one.sex} {name} {one.heat}")


def _number(text: str) -> Table | None:
    """What the timing system calls a race: ``12``, or ``12 1 1``."""
    words = text.replace(",", " ").replace("-", " ").split()
    if not words:
        return None
    if len(words) > _NUMBERS or not all(
        word.isascii() and word.isdecimal() and len(word) <= _DIGITS for word in words
    ):
        raise RaceError(f"the number is event, round and heat, as 12 1 1, not '{text.strip()}'")
    return dict(zip(("event", "round", "heat"), (*map(int, words), 1, 1), strict=False))


def _light(one: LightDraft, at: str, event: Event | None, found: Read) -> Table:
    name = found.cell(f"{at}.name", lambda: cells.needed(one.name, "the name of the light", "WR or pace"))
    colour = found.cell(f"{at}.colour", lambda: cells.colour(one.colour))
    kind = found.cell(f"{at}.kind", lambda: cells.one_of(one.kind, KINDS, "the plan"))
    plan: Table = {"kind": kind, "level": None, "scope": None, "event": None, "mark": None, "splits": None}
    if kind == "record":
        field = "scope" if one.level.strip() in set(Level) else "level"
        levels = found.cell(f"{at}.{field}", lambda: cells.levels(one.level, one.scope))
        plan["level"], plan["scope"] = levels or (None, None)
        plan["event"] = found.cell(f"{at}.event", lambda: cells.run(one.event) if one.event.strip() else None)
    elif kind == "even":
        plan["mark"] = found.cell(f"{at}.mark", lambda: _mark(one.mark, event))
    elif kind == "splits":
        plan["splits"] = found.cell(f"{at}.splits", lambda: _splits(one.splits))
    return {"name": name, "colour": colour, "plan": plan}


def _mark(text: str, event: Event | None) -> str:
    typed = cells.needed(text, "the time", "3:45.00")
    if event is None:
        Mark.parse(typed)
    else:
        event.read_time(typed)
    return typed


def _splits(text: str) -> list[list[str]]:
    pairs = cells.listed(text, _split)
    if not pairs:
        raise RaceError("points are missing (write 400 m 55.0, 800 m 1:52.00, the finish last)")
    return pairs


def _split(text: str) -> list[str]:
    distance, _, mark = text.rpartition(" ")
    try:
        Distance.parse(distance)
        Mark.parse(mark)
    except (DistanceError, MarkError):
        raise RaceError(f"a point is a distance and a time, as 400 m 55.0, not '{text}'") from None
    return [distance.strip(), mark.strip()]


def _runner(one: RunnerDraft, at: str, found: Read) -> Table:
    cell = found.cell
    table = {
        "bib": cell(f"{at}.bib", lambda: cells.needed(one.bib, "the number to wear", "12")),
        "athlete": cell(f"{at}.athlete", lambda: _athlete(one.athlete)),
        "name": cell(f"{at}.name", lambda: cells.needed(one.name, "the name", "given name and family name")),
        "nation": cell(f"{at}.nation", lambda: cells.nation(one.nation)),
        "lane": cell(f"{at}.lane", lambda: cells.bounded(one.lane, "the lane")) or None,
        "chips": cell(f"{at}.chips", lambda: _several(one.chips, "the list of transponders")) or None,
        "say": cell(f"{at}.say", lambda: cells.bounded(one.say, "how the name is said", _SAID)) or None,
        "club": cell(f"{at}.club", lambda: cells.bounded(one.club, "the club", _SAID)) or None,
    }
    if None not in (table["bib"], table["athlete"], table["name"], table["nation"]):
        cell(at, lambda: _taken({name: value for name, value in table.items() if value is not None}))
    return table


def _athlete(text: str) -> str:
    if not text.strip():
        raise RaceError("who of the book is it? (look the name up, or say that it is somebody new)")
    return cells.short_name(text, "the key of the book")


def _taken(table: Table) -> None:
    try:
        msgspec.convert(table, RunnerFields)
    except msgspec.ValidationError as error:
        raise RaceError(str(error)) from error


def _several(text: str, what: str) -> list[str]:
    """Several on one line."""
    return cells.listed(cells.bounded(text, what), str)


def _refuse_twice(found: Read, at: str, names: list[str], name: str, words: str) -> None:
    """One fault more for each that has what one before it has."""
    for nth, one in enumerate(names):
        if one and one in names[:nth]:
            found.faults.append(Fault(f"{at}.{nth}.{name}", f"{words} '{one}'"))

"""What a dossier says of athlete, performance, track, timing; what nobody told, people write by hand."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from pacelight.book.model import ALL, Athlete, Venue
from pacelight.event import EVENTS, Discipline, TrackKind, Wind
from pacelight.measure import Unit
from pacelight.web.records.record import Fallen, Record
from pacelight.web.words.names import level_text
from pacelight.web.words.speaker import Speaker

__all__ = ["Section", "facts", "level"]

Section = Mapping[str, Any]
"""``title``, and of ``fields``, ``texts``, ``table``, ``boxes``, ``posts``, ``notes`` those that it has."""

_NS = 10**9
_TEAM_FIELDS = ("runners", "nation", "class", "bib")
_OWN_FIELDS = ("name", "born", "nation", "class", "club", "bib")


def facts(record: Record, athlete: Athlete | None, speech: Speaker) -> Iterator[Section]:
    """The sections, in the order of a form.

    Args:
        record: as the desk shows it.
        athlete: whom the book knows; None where it does not say.
        speech: in whose language.
    """
    event, team = record.event, bool(record.event.legs)
    told = _performance(record, speech) | _athlete(record, athlete, speech)
    told |= _track(record.known.venue, speech) | _timing(record, speech)
    yield _section("team" if team else "athlete", _TEAM_FIELDS if team else _OWN_FIELDS, told, speech)
    yield _section("performance", _of_performance(record, told), told, speech)
    lap = ("course",) if event.track is TrackKind.ROAD else ("lap", "roof", "radius", "altitude")
    yield _section("track", (*lap, "certificate"), told, speech)
    if event.unit is Unit.TIME:
        yield _section("timing", _of_timing(record), told, speech)
        yield _splits(record, speech)
    yield _field(record, speech)
    worn = "implement" if event.discipline is Discipline.THROW else "shoes"
    yield _section("shoes-and-doping", (worn, "sample", "laboratory", "esa"), told, speech)


def level(one: Fallen, speech: Speaker) -> str:
    """A record in full, with its short name on lists."""
    stood = one.broke.stood
    full = level_text(speech.language, stood.label or one.broke.label, one.broke.scope, stood.coverage.age)
    short = one.label if one.broke.scope == "WORLD" else f"{one.label} {one.broke.scope}"
    return f"{full} ({short})"


def _of_performance(record: Record, told: Mapping[str, str]) -> tuple[str, ...]:
    """Its fields: of the gun only where an engine heard it, of the wind only where it counts."""
    whole = ("en-route",) if record.now.en_route_of else ()
    gun = ("gun",) if told["gun"] else ()
    wind = ("wind",) if record.event.wind is Wind.READING else ()
    named = ("event", "mark", *whole, "place", "competition", "round", "venue", "day", "hour")
    return (*named, *gun, *wind, "started")


def _of_timing(record: Record) -> tuple[str, ...]:
    start = ("start-system",) if any(one.condition.key == "start" for one in record.checked) else ()
    wind = ("gauge",) if record.event.wind is Wind.READING else ()
    return ("method", "official", "system", "image", "zero", *start, *wind)


def _section(title: str, names: tuple[str, ...], told: Mapping[str, str], speech: Speaker) -> Section:
    """Fields by their names; what is not told is a line for a pen."""
    fields = [{"name": speech.say(f"dossier-{name}"), "value": told.get(name, "")} for name in names]
    return {"title": speech.say(f"dossier-{title}"), "fields": fields}


def _athlete(record: Record, athlete: Athlete | None, speech: Speaker) -> dict[str, str]:
    now, run = record.now, record.known.run
    born = athlete.born if athlete else None
    whole = born is not None and str(born) == born.day.isoformat()
    ages = dict.fromkeys(one.broke.stood.coverage.age for one in record.fallen)
    aged = ", ".join((speech.say(f"class-{now.sex}"), *(age for age in ages if age != ALL)))
    return {
        "name": now.athlete,
        "born": "" if born is None else speech.day(born.day) if whole else str(born),
        "nation": f"{speech.nation(now.nation)} ({now.nation})",
        "class": aged,
        "bib": str(run["bib"]) if run else "",
    }


def _performance(record: Record, speech: Speaker) -> dict[str, str]:
    now, known = record.now, record.known
    longer = EVENTS.get(now.en_route_of or "")
    gun = (known.evidence or {}).get("shown", {}).get("gun_unix_ns")
    return {
        "event": f"{speech.event(record.event.name)} ({now.event})",
        "mark": str(now.mark),
        "en-route": speech.event(longer.name) if longer else "",
        "place": str(now.place or ""),
        "competition": now.competition,
        "round": now.round,
        "venue": ", ".join(filter(None, (now.venue, _country(known.venue, speech)))),
        "day": speech.day(now.day),
        "gun": datetime.fromtimestamp(gun // _NS, UTC).strftime("%Y-%m-%d %H:%M:%S UTC") if gun else "",
        "wind": "" if now.wind is None else _wind(now.wind, speech),
        "started": str(_started(record) or ""),
    }


def _country(venue: Venue | None, speech: Speaker) -> str:
    return speech.nation(venue.nation) if venue and venue.nation else ""


def _wind(tenths: int, speech: Speaker) -> str:
    sign = "\N{MINUS SIGN}" if tenths < 0 else "+"
    return speech.say("dossier-wind-text", wind=sign + speech.number(Decimal(abs(tenths)) / 10, 1))


def _started(record: Record) -> int:
    """How many, where the race's own record tells; 0 where it does not."""
    run = (record.known.evidence or {}).get("run", ())
    return sum((one["result"] or {}).get("status") != "DNS" for one in run)


def _track(venue: Venue | None, speech: Speaker) -> dict[str, str]:
    if venue is None:
        return {}
    lap = "" if venue.lap_mm is None else speech.say("plan-metres", length=venue.lap_mm / 1000)
    high = "" if venue.altitude_m is None else speech.say("dossier-altitude-text", metres=venue.altitude_m)
    roof = "" if venue.roof is None else speech.say("dossier-yes" if venue.roof else "dossier-no")
    return {"lap": lap, "altitude": high, "roof": roof}


def _timing(record: Record, speech: Speaker) -> dict[str, str]:
    split = record.known.split
    if split is None:
        return {"official": speech.say("dossier-yes" if record.now.official else "dossier-no")}
    return {
        "method": speech.known(f"timer-method-{split['method']}", split["method"]),
        "official": speech.say("dossier-yes" if split["official"] else "dossier-no"),
    }


def _splits(record: Record, speech: Speaker) -> Section:
    """Times on the way, as far as the distance of the record."""
    say, run, distance = speech.say, record.known.run, record.event.distance
    ends_mm = distance.mm if distance else 0
    rows = [
        [
            say("plan-metres", length=one["distance_m"]),
            one["text"],
            speech.known(f"timer-method-{one['method']}", one["method"]),
            say("dossier-yes" if one["official"] else "dossier-no"),
        ]
        for one in (run["splits"] if run else ())
        if round(one["distance_m"] * 1000) <= ends_mm
    ]
    columns = [say("column-at"), say("column-time"), say("dossier-method"), say("dossier-official")]
    table = {"columns": columns, "rows": rows, "wide": [2], "right": [0, 1]}
    texts = [] if rows else [say("dossier-no-splits")]
    return {"title": say("dossier-splits"), "texts": texts, "table": table if rows else None}


def _field(record: Record, speech: Speaker) -> Section:
    """Everybody of the race: as its own record tells, else as far as the book holds them."""
    say = speech.say
    run = (record.known.evidence or {}).get("run", ())
    if run:
        rows = sorted((_ran(one) for one in run), key=lambda row: (not row[0], int(row[0] or 0)))
        columns = [say(f"column-{name}") for name in ("place", "bib", "name", "mark")]
        table = {"columns": columns, "rows": rows, "wide": [2], "right": [0, 1, 3]}
        return {"title": say("dossier-field"), "table": table}
    same = sorted((record.now, *record.known.race), key=lambda one: (one.place is None, one.place or 0))
    rows = [[str(one.place or ""), one.athlete, one.nation, str(one.mark)] for one in same]
    columns = [say(f"column-{name}") for name in ("place", "name", "nation", "mark")]
    table = {"columns": columns, "rows": rows, "wide": [1], "right": [0, 3]}
    return {"title": say("dossier-field"), "texts": [say("dossier-field-book")], "table": table}


def _ran(one: Mapping[str, Any]) -> list[str]:
    result = one["result"] or {}
    mark = (result.get("mark") or {}).get("text", "") or result.get("status") or ""
    return [str(result.get("place") or ""), one["bib"], one["athlete"], mark]

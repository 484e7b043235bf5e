"""The meet as somebody types it: every field a text. `tables` reads it, `text` writes it.

A draft holds what forms show. What else stands in a meet file stays there as it was.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

import msgspec

from pacelight.errors import RaceError

__all__ = ["LightDraft", "MeetDraft", "RaceDraft", "RunnerDraft", "TimingDraft", "drafted"]

KINDS = ("record", "even", "splits")


class _Draft(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class RunnerDraft(_Draft, frozen=True):
    """A line of the start list; `was` is its number before, by which the file knows it."""

    bib: str = ""
    name: str = ""
    nation: str = ""
    athlete: str = ""
    lane: str = ""
    chips: str = ""
    say: str = ""
    club: str = ""


class LightDraft(_Draft, frozen=True):
    """A light.

    Attributes:
        kind: of its plan: record, even or splits.
        level, scope, event: of a record.
        mark: of an even plan.
        splits: of splits, ``400 m 55.0, 800 m 1:52.00``.
    """

    name: str = ""
    colour: str = ""
    kind: str = "record"
    level: str = "WR"
    scope: str = ""
    event: str = ""
    mark: str = ""
    splits: str = ""


class RaceDraft(_Draft, frozen=True):
    """A race of the timetable.

    Attributes:
        was: its id in the file; empty of a new one.
        number: what the timing system calls it, ``12 1 1``: event, round and heat.
        stakes: ``WR, NR NED``.
        entries: a start list beside the meet file, instead of runners.
        file: a race file beside the meet file.
    """

    id: str = ""
    was: str = ""
    at: str = ""
    name: str = ""
    event: str = ""
    sex: str = ""
    heat: str = ""
    number: str = ""
    stakes: str = ""
    file: str = ""
    entries: str = ""
    lights: list[LightDraft] = []
    runners: list[RunnerDraft] = []


class TimingDraft(_Draft, frozen=True):
    """A timing system."""

    name: str = ""
    url: str = ""
    allow: str = ""


class MeetDraft(_Draft, frozen=True):
    """A meet.

    Attributes:
        lamps: how many stand at even distances, where there is no survey.
        survey: a file of the folder.
    """

    id: str = ""
    name: str = ""
    venue: str = ""
    day: str = ""
    competition: str = ""
    book: str = "book.sqlite"
    spare: str = ""
    track: str = "standard-400"
    lamps: str = ""
    survey: str = ""
    output: str = ""
    host: str = ""
    port: str = ""
    timing: list[TimingDraft] = []
    races: list[RaceDraft] = []


def drafted(text: str) -> MeetDraft:
    """The form of a meet file, also of one that is not whole yet.

    Raises:
        RaceError: it is no TOML.
    """
    try:
        whole = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise RaceError(
            f"not a meet file: {error} (mend it by hand, or put an earlier version back)"
        ) from error
    track, engine, web = (_table(whole, name) for name in ("track", "engine", "web"))
    return MeetDraft(
        id=_said(whole, "id"),
        name=_said(whole, "name"),
        venue=_said(whole, "venue"),
        day=_said(whole, "day"),
        competition=_said(whole, "competition"),
        book=_said(whole, "book"),
        spare=_said(whole, "spare"),
        track=_said(track, "name"),
        lamps=_said(track, "lamps"),
        survey=_said(track, "survey"),
        output=_said(engine, "output"),
        host=_said(web, "host"),
        port=_said(web, "port"),
        timing=[
            TimingDraft(_said(one, "name"), _said(one, "url"), _listed(one, "allow"))
            for one in _tables(whole, "timing")
        ],
        races=[_race(one) for one in _tables(whole, "race")],
    )


def _race(table: Mapping[str, Any]) -> RaceDraft:
    number = _table(table, "number")
    numbers = [number.get("event"), number.get("round", 1), number.get("heat", 1)] if number else []
    return RaceDraft(
        id=_said(table, "id"),
        was=_said(table, "id"),
        at=_said(table, "at")[:5] if _said(table, "at").endswith(":00") else _said(table, "at"),
        name=_said(table, "name"),
        event=_said(table, "event"),
        sex=_said(table, "sex"),
        heat=_said(table, "heat"),
        number=" ".join(map(str, numbers)),
        stakes=_listed(table, "stakes"),
        file=_said(table, "file"),
        entries=_said(table, "entries"),
        lights=[_light(one) for one in _tables(table, "light")],
        runners=[
            RunnerDraft(
                bib=_said(one, "bib"),
                name=_said(one, "name"),
                nation=_said(one, "nation"),
                athlete=_said(one, "athlete"),
                lane=_said(one, "lane"),
                chips=_listed(one, "chips"),
                say=_said(one, "say"),
                club=_said(one, "club"),
            )
            for one in _tables(table, "runner")
        ],
    )


def _light(table: Mapping[str, Any]) -> LightDraft:
    plan = _table(table, "plan")
    splits = [" ".join(map(str, pair)) for pair in plan.get("splits", []) if isinstance(pair, list)]
    kind = _said(plan, "kind") or "record"
    return LightDraft(
        name=_said(table, "name"),
        colour=_said(table, "colour"),
        kind=kind,
        level=_said(plan, "level") or ("WR" if kind == "record" else ""),
        scope=_said(plan, "scope"),
        event=_said(plan, "event"),
        mark=_said(plan, "mark"),
        splits=", ".join(splits),
    )


def _said(table: Mapping[str, Any], name: str) -> str:
    """A field, as it would be typed; empty where it is not there."""
    value = table.get(name, "")
    return "" if isinstance(value, dict | list) else str(value)


def _listed(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name, [])
    return ", ".join(map(str, value)) if isinstance(value, list) else ""


def _table(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = table.get(name, {})
    return value if isinstance(value, dict) else {}


def _tables(table: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    value = table.get(name, [])
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []

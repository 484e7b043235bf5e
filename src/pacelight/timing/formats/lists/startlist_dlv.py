"""Entries as the German federation exchanges them: XML, ``registration`` 1.2.

An entry says who and for which event, not in which heat and lane: each event is one list.

Source: Deutscher-Leichtathletikverband/Interfaces, registration-1.2.xsd and its samples.
"""

from collections.abc import Mapping
from datetime import date

from pacelight.book.formats.german import dlv
from pacelight.book.formats.text import plain
from pacelight.book.formats.xmltree import Element, begins_with, tree
from pacelight.distance import Distance
from pacelight.errors import FormatError, Refused
from pacelight.event import Sex
from pacelight.nation import NATIONS
from pacelight.timing.formats.lists.entrant import Entrant, StartList, clean
from pacelight.timing.formats.lists.words import born_of, day_of, distance_of, seed_of, sex_or_none

__all__ = ["read", "recognise"]

_ROOT = "registration"
_DAY_LENGTH = len("2022-06-17")

Nodes = Mapping[str, Element]


def recognise(data: bytes, name: str) -> bool:
    """Whether it is XML whose root is that of entries."""
    del name
    return begins_with(data, frozenset({_ROOT}))


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """Who has entered, event by event.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no XML, torn, with a document type, with another root, or an entry of nobody.
    """
    root = tree(data, name)
    if root.tag != _ROOT:
        raise FormatError(f"{name} is no XML of entries: its root is '{plain(root.tag)}' (registration)")
    try:
        return (*_events(root), *_runs(root))
    except Refused as error:
        raise FormatError(f"{name}: {error}") from error


def _events(root: Element) -> tuple[StartList, ...]:
    """The lists of the events, in their order in the file."""
    athletes, clubs = _by_id(root, "athlete"), _by_id(root, "club")
    named = _by_id(root, "eventdefinition")
    found: dict[str, list[Entrant]] = {one.get("id", ""): [] for one in root.iter("event")}
    for entry in (*root.iter("individual"), *root.iter("relay"), *root.iter("kila")):
        event = entry.get("event", "")
        if event not in found:
            raise FormatError(f"{_at(entry)}: no event '{event}' in the file")
        found[event].append(_entrant(entry, athletes, clubs))
    return tuple(
        _list(event, tuple(found[event.get("id", "")]), named, _day(root)) for event in root.iter("event")
    )


def _runs(root: Element) -> tuple[StartList, ...]:
    """A run is its own event; each of its participants has entered."""
    athletes, clubs = _by_id(root, "athlete"), _by_id(root, "club")
    return tuple(
        StartList(
            entrants=tuple(_athlete(one, athletes, clubs, _seed(run)) for one in run.iter("participant")),
            event=run.get("id", ""),
            title=clean(run.get("name", "")),
            code=run.get("disciplinecode", ""),
            distance=distance_of(run.get("distance", "")),
            day=_day(root),
        )
        for run in root.iter("run")
    )


def _list(event: Element, entrants: tuple[Entrant, ...], named: Nodes, day: date | None) -> StartList:
    standard, custom = event.find("standardevent"), event.find("customevent")
    code = standard.get("disciplinecode", "") if standard is not None else ""
    definition = named.get(custom.get("eventdefinition", "")) if custom is not None else None
    agecode = event.get("agecode", "")
    sex = {"M": Sex.MEN, "W": Sex.WOMEN, "X": Sex.MIXED}.get(agecode[:1])
    return StartList(
        entrants=entrants,
        event=clean(event.get("id", "")),
        title=clean(f"{code or (definition.get('name', '') if definition is not None else '')} {agecode}"),
        code=clean(code),
        sex=sex,
        day=day,
        distance=_distance(code, sex, agecode),
    )


def _distance(code: str, sex: Sex | None, agecode: str) -> Distance | None:
    """How far the event of a code is, where it is one that is known here."""
    if not code or sex is None:
        return None
    try:
        return dlv(code, sex, agecode, indoors=False).distance
    except Refused:
        return None


def _entrant(entry: Element, athletes: Nodes, clubs: Nodes) -> Entrant:
    if entry.tag == "individual":
        return _athlete(entry, athletes, clubs, _seed(entry))
    club = clubs.get(entry.get("club", ""))
    team = clean(entry.get("name", "") or (club.get("name", "") if club is not None else ""))
    if not team:
        raise FormatError(f"{_at(entry)}: nobody's name: club '{entry.get('club', '')}'")
    return Entrant(
        name=team,
        nation=_nation(club),
        club=clean(club.get("name", "")) if club is not None else "",
        seed=_seed(entry),
        legs=tuple(_athlete(one, athletes, clubs, "").name for one in entry.iter("participant")),
        team=True,
    )


def _athlete(entry: Element, athletes: Nodes, clubs: Nodes, seed: str) -> Entrant:
    found = athletes.get(entry.get("athlete", ""))
    if found is None:
        raise FormatError(f"{_at(entry)}: no athlete '{entry.get('athlete', '')}' in the file")
    first, last = clean(found.get("forename", "")), clean(found.get("lastname", ""))
    club = clubs.get(found.get("club", ""))
    return Entrant(
        name=f"{first} {last}".strip(),
        family=last,
        bib=clean(found.get("bib", "")),
        nation=_nation(found),
        club=clean(club.get("name", "")) if club is not None else "",
        born=born_of((found.get("dateofbirth", "") or found.get("yearofbirth", ""))[:_DAY_LENGTH]),
        sex=sex_or_none(found.get("sex", "")),
        licence=clean(found.get("licencenumber", "")),
        wa_id=clean(found.get("waid", "")),
        seed=seed,
    )


def _seed(entry: Element) -> str:
    """The mark entered with; one taken by hand has an ``h``."""
    best = entry.find("performance")
    if best is None:
        return ""
    hand = best.get("handTime", "") in {"true", "1"}
    return seed_of(clean(best.get("value", ""))) + "h" * hand


def _nation(of: Element | None) -> str:
    code = of.get("country", "") if of is not None else ""
    return code if code in NATIONS else ""


def _by_id(root: Element, tag: str) -> dict[str, Element]:
    return {one.get("id", ""): one for one in root.iter(tag)}


def _day(root: Element) -> date | None:
    text = (root.get("date") or "")[:_DAY_LENGTH]
    try:
        return day_of(text)
    except FormatError:
        return None


def _at(entry: Element) -> str:
    return f"{entry.tag} {clean(entry.get('id', '?'))}"

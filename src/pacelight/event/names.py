"""From what people write to an event: codes, common names, other languages; else the nearest."""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache, lru_cache
from types import MappingProxyType

from pacelight.errors import EventError
from pacelight.event.kinds import Discipline, TrackKind
from pacelight.event.table import EVENTS, Event

__all__ = ["event", "key", "spellings"]

_SAME = (
    (r"[()\-/]", " "),
    (r"(?<=\d),(?=\d{1,2}(?!\d))", "."),
    (r",", ""),
    (r"(?<=\d)\s*[x\u00d7]\s*(?=\d|mile)", "x"),
    (r"(?<=\d)\s*mh\b", " hurdles"),
    (r"(?<=\d)\s*m?sc\b", " steeplechase"),
    (r"(?<=\d)(sh|i)\b", r" \1"),
    (r"\b(indoors?|short track|sh|i|halle|en salle)\b", " short "),
    (r"(?<=\d)\s*(metres|meters|metre|meter|m)\b", ""),
    (r"(?<=\d)\s*(kilometres|kilometers|kilometre|kilometer|km)\b", " km"),
    (r"(?<=\d)\s*(yards?|yds?|y)\b", " yards"),
    (r"(?<=\d)\s*(cm|kg|g|lb)\b", r" \1"),
    (r"\b(hurdles?|hu(?:e)?rden|haies)\b", "hurdles"),
    (r"\b(steeplechase|steeple|hindernis)\b", "steeplechase"),
    (r"\b(relay|staffel|relais)\b", "relay"),
    (r"\b(race walk(?:ing)?|walk(?:ing)?|gehen|marche)\b", "walk"),
    (r"(?<=\d)miles?\b", r" mile"),
    (r"\bmiles\b", "mile"),
    (r"\b(outdoors?|run|the)\b", " "),
)
"""What is written in several ways and means the same: units, signs, words of other languages."""


@lru_cache(maxsize=4096)  # a file of results says the same few names a hundred thousand times
def key(text: str) -> str:
    """A name without its accidents: order of words, case, accents, signs, units, words of other languages."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    words = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, written in _SAME:
        words = re.sub(pattern, written, words)
    return " ".join(sorted(words.split()))


def spellings(one: Event) -> tuple[str, ...]:
    """Every way an event is commonly written; short track also as it was said before 2023."""
    plain = one.name.removesuffix(" short track")
    names = [one.name, *one.names]
    if one.discipline is Discipline.RELAY:
        names += [name.removesuffix(" relay") for name in names if re.match(r"\dx", name)]
    if one.track is TrackKind.SHORT:
        twin = _TWINS.get(plain)
        names += [f"{name} short track" for name in (twin.names if twin else ())]
        names += [f"{plain} indoors", f"indoor {plain}", f"short-track {plain}"]
    if one.discipline in {Discipline.JUMP, Discipline.THROW}:
        names.append(f"{one.name} indoors")
    return (one.code, *names)


_TWINS = {one.name: one for one in EVENTS.values() if one.track is not TrackKind.SHORT}
"""The event of a 400 m track or of the field, by its name."""


@cache
def _index() -> Mapping[str, Event]:
    """Every event by the keys of its names; made when first needed, as it takes a command's time."""
    index: dict[str, Event] = {}
    for one in EVENTS.values():
        for name in spellings(one):
            other = index.setdefault(key(name), one)
            if other is not one:
                raise EventError(f"'{name}' names both {other.code} and {one.code} in data/events.toml")
    return MappingProxyType(index)


def event(text: str) -> Event:
    """The event of a code or a common name: ``MILEsh``, ``indoor mile``, ``high jump``, ``4x400 m``.

    Raises:
        EventError: there is no such event; the nearest names are given.

    >>> event("mile indoors").code
    'MILEsh'
    """
    shown = " ".join(text.split())
    found = EVENTS.get(shown) or _spelt().get(shown.casefold()) or _index().get(key(shown))
    if found is None:
        raise EventError(f"no event '{shown}' ({_nearest(shown)})")
    return found


@cache
def _spelt() -> Mapping[str, Event]:
    """Every event by its names as the table spells them, in any case."""
    return {name.casefold(): one for one in EVENTS.values() for name in spellings(one)}


def _number(text: str) -> str:
    """The figures in front: who writes 5k means something over 5."""
    return text[: len(text) - len(text.lstrip("0123456789"))]


def _nearest(shown: str) -> str:
    spelt = _spelt()
    near = get_close_matches(shown.casefold(), spelt, n=24, cutoff=0.5)
    near.sort(key=lambda name: _number(name) != _number(shown))
    events = list(dict.fromkeys(spelt[name] for name in near))
    if not events:
        return "write a code of World Athletics, as 1500, MILEsh or 10K"
    return "nearest: " + ", ".join(f"{one.code} {one.name}" for one in events[:3])

"""What in an entry of a journal tells who somebody is: numbers stand for it on the disk."""

import tomllib
from collections.abc import Iterator

from pacelight.meet.bus.protocol import RecordShown
from pacelight.meet.journal.entries import Asked, Credited, Entry, Opened

__all__ = ["identities"]

_SHORTEST = 3
"""Letters of a part of a name that is hidden wherever it stands alone, as in the label of a light."""


def identities(entry: Entry) -> Iterator[str]:
    """Names, their parts, and keys of athletes in it; some again and again.

    >>> from pacelight.meet.bus.protocol import MarkShown
    >>> list(_parts("Hicham El Guerrouj"))
    ['Hicham El Guerrouj', 'Hicham', 'Guerrouj']
    """
    match entry:
        case Opened():
            yield from _starters(entry.race)
            for light in entry.lights:
                yield from _of_light(light)
            for stake in entry.stakes:
                for holder in stake.holders:
                    yield from _parts(holder)
        case Credited():
            for record in entry.records:
                yield from _of_record(record)
    asked = getattr(entry, "asked", None)
    if isinstance(asked, Asked):
        yield from _of_light(asked)
    inner = getattr(entry, "entry", None)
    if inner is not None:
        yield from identities(inner)


def _starters(race: str) -> Iterator[str]:
    for runner in tomllib.loads(race).get("runner", ()):
        yield str(runner.get("athlete", ""))
        yield from _parts(str(runner.get("name", "")))


def _of_light(light: Asked) -> Iterator[str]:
    for holder in (light.athlete or "").split(", "):
        yield from _parts(holder)


def _of_record(record: RecordShown) -> Iterator[str]:
    for name in (record.athlete, *record.stood_by):
        yield from _parts(name)


def _parts(name: str) -> Iterator[str]:
    """A name, as it is written in a race file if that is another way, and its parts."""
    yield name
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    if quoted != name:
        yield quoted
    for part in name.replace("-", " ").replace('"', " ").split():
        if len(part) >= _SHORTEST and part[0].isupper():
            yield part

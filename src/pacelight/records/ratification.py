"""What has to be shown before a record is ratified: the table ``data/ratification.toml`` with its sources."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pacelight.book.model import Performance
from pacelight.book.races import divided
from pacelight.errors import BookError
from pacelight.event import EVENTS, Discipline, Event, Level, TrackKind, Wind
from pacelight.measure import Unit

__all__ = ["Condition", "asked_of", "conditions", "of_performance"]

_M400, _M800 = 400_000, 800_000


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of ratification.

    Attributes:
        key: by which programs know it.
        says: one sentence.
        rule: where it stands.
        confirmed: the text of the rule was before us.
        read_in: where we read it; empty where it could not be looked up.
        levels: of which records; empty for all.
        of: of which performances, each a key of the table; empty for all.
    """

    key: str
    says: str
    rule: str
    confirmed: bool
    read_in: str
    levels: frozenset[Level]
    of: tuple[str, ...]

    def applies(self, performance: Performance, levels: Iterable[Level]) -> bool:
        """Whether it is asked of a performance, as a record of any of these levels; of none given, of all."""
        event, asked = EVENTS[performance.event], frozenset(levels)
        wanted = not self.levels or not asked or bool(self.levels & asked)
        return wanted and all(_OF[name](performance, event) for name in self.of)


@cache
def conditions() -> tuple[Condition, ...]:
    """All of them, in the order in which they are asked.

    Raises:
        BookError: the table names a kind of performance that there is not.
    """
    table = tomllib.loads(files("pacelight").joinpath("data/ratification.toml").read_text(encoding="utf-8"))
    return tuple(_condition(row) for row in table["condition"])


def of_performance(performance: Performance, levels: Iterable[Level] = ()) -> tuple[Condition, ...]:
    """Those that are asked of a performance.

    Args:
        performance: which.
        levels: as a record of these levels; of all, if none is given.
    """
    asked = frozenset(levels)
    return tuple(condition for condition in conditions() if condition.applies(performance, asked))


def asked_of(performance: Performance, key: str) -> Condition:
    """The condition of that key, where it is asked of a performance as a record of some level.

    Raises:
        BookError: it is not; those that are, are named.
    """
    asked = {condition.key: condition for condition in of_performance(performance)}
    if key not in asked:
        raise BookError(f"no condition '{key}' is asked of {performance.key} (there are {', '.join(asked)})")
    return asked[key]


def _condition(row: Mapping[str, Any]) -> Condition:
    strange = [name for name in row.get("of", ()) if name not in _OF]
    if strange:
        raise BookError(
            f"data/ratification.toml: no performances are '{strange[0]}' (there are {', '.join(_OF)})"
        )
    return Condition(
        key=row["key"],
        says=row["says"],
        rule=row["rule"],
        confirmed=row["confirmed"],
        read_in=row["read_in"],
        levels=frozenset(Level(level) for level in row.get("levels", ())),
        of=tuple(row.get("of", ())),
    )


def _is_track(event: Event) -> bool:
    return event.unit is Unit.TIME and event.track is not TrackKind.ROAD


def _metres(event: Event) -> int:
    return 0 if event.distance is None else event.distance.mm


_OF: Mapping[str, Callable[[Performance, Event], bool]] = MappingProxyType(
    {
        "timed": lambda _, event: event.unit is Unit.TIME,
        "track": lambda _, event: _is_track(event),
        "road": lambda _, event: event.track is TrackKind.ROAD,
        "relay": lambda _, event: bool(event.legs),
        "individual": lambda _, event: not event.legs,
        "throw": lambda _, event: event.discipline is Discipline.THROW,
        "to_400": lambda _, event: _is_track(event) and 0 < _metres(event) <= _M400,
        "to_800": lambda _, event: _is_track(event) and 0 < _metres(event) <= _M800,
        "from_400": lambda _, event: event.unit is Unit.TIME and _metres(event) >= _M400,
        "wind": lambda _, event: event.wind is Wind.READING,
        "en_route": lambda performance, _: performance.en_route_of is not None,
        "women": lambda performance, event: divided(event, performance.sex, Level.WR, performance.day),
    }
)

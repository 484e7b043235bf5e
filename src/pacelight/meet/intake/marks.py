"""Whether a line is a performance that is known: the same athlete, the same event, the same day.

::

    day      mark                 venue, place, wind, round        it is
    same     same                 agree                            known
    same     same                 told apart by round or wind      another race of that day
    same     same                 otherwise                        a question: the same, spelled otherwise?
    same     rounded differently  agree                            known
    same     other                agree, from another source       a question: a contradiction?
    same     other                otherwise                        another race of that day
    another  same                 agree, one year or more apart    a question: one race under two years?

And one question more: a place in a race, its mark and its nation under a name that shares a word.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from pacelight.book.formats.line import Line
from pacelight.book.store.held import HeldMark
from pacelight.mark import Mark
from pacelight.measure import AnyMark, value
from pacelight.meet.intake.names import plain, shares_a_word, town
from pacelight.meet.intake.people import Doubt, People
from pacelight.meet.intake.performed import round_of

__all__ = ["Another", "Found", "Marks", "Same"]

_NOWHERE_SPECIAL = frozenset(
    {
        *("stadium", "stadion", "stade", "stadio", "estadio", "estadi", "olympic", "olympiastadion"),
        *("olimpico", "national", "park", "centre", "center", "sports", "complex", "the", "de", "la"),
    }
)
"""Words that many venues have."""


@dataclass(frozen=True, slots=True)
class Same:
    """The performance of that key."""

    key: str


@dataclass(frozen=True, slots=True)
class Another:
    """None that is known."""


Found: TypeAlias = Same | Another | Doubt


@dataclass(frozen=True, slots=True)
class _Race:
    """What tells one race of a day from another."""

    key: str
    athlete: str
    name: str
    nation: str
    day: date
    mark: AnyMark
    venue: str
    place: int | None
    round: str
    wind: int | None
    source: str


class Marks:
    """The performances of one event of one class that are known, and those that are taken meanwhile.

    Args:
        held: those of the book.
        people: whose they are.
    """

    def __init__(self, held: Iterable[HeldMark], people: People) -> None:
        self._of_day: dict[tuple[str, date], list[_Race]] = defaultdict(list)
        self._of_calendar: dict[tuple[str, int, int, int], list[_Race]] = defaultdict(list)
        self._of_place: dict[tuple[date, int, int | None, str], list[_Race]] = defaultdict(list)
        self._keys: set[str] = set()
        for one in held:
            self._enter(
                _Race(
                    one.key,
                    one.athlete,
                    people.name(one.athlete),
                    one.nation,
                    one.day,
                    one.mark,
                    one.venue,
                    one.place,
                    one.round,
                    one.wind,
                    one.source,
                )
            )

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def find(self, line: Line, athlete: str, source: str) -> Found:
        """Whether it is known.

        Args:
            line: has a day and a mark.
            athlete: the key of the athlete.
            source: key of the source that says it.
        """
        race = _race(line, "", athlete, source)
        that_day = self._of_day.get((athlete, race.day), [])
        same_mark = [one for one in that_day if one.mark == race.mark and not _apart(one, race)]
        agreeing = [one for one in same_mark if _agree(one, race)]
        if agreeing:
            return Same(agreeing[0].key)
        if same_mark:
            return Doubt("the same mark on the same day, spelled otherwise", _keys(same_mark))
        others = [
            one
            for one in that_day
            if one.mark != race.mark and one.source != source and _agree(one, race) and not _apart(one, race)
        ]
        rounded = [one for one in others if _rounded(one.mark, race.mark)]
        if rounded:
            return Same(rounded[0].key)
        if others:
            return Doubt(f"another mark on that day than {others[0].mark}", _keys(others))
        return self._elsewhere(race)

    def told(self, key: str) -> Found:
        """What a person said it is: the performance of a key, or none that is known."""
        return Same(key) if key in self._keys else Another()

    def take(self, line: Line, key: str, athlete: str, source: str) -> None:
        """From now on it is known."""
        self._enter(_race(line, key, athlete, source))

    def _elsewhere(self, race: _Race) -> Found:
        """The same race under another year, or under another name."""
        of_calendar = self._of_calendar.get(_calendar(race), [])
        other_year = [
            one for one in of_calendar if one.day != race.day and _as_written(one) == _as_written(race)
        ]
        if other_year and race.place is not None:
            years = ", ".join(str(one.day.year) for one in other_year)
            return Doubt(f"the same mark, venue and place on the same day of {years}", _keys(other_year))
        other_name = [
            one
            for one in self._of_place.get(_placed(race), ())
            if one.athlete != race.athlete
            and (one.round, one.nation) == (race.round, race.nation)
            and town(one.venue) == town(race.venue)
            and shares_a_word(plain(one.name), plain(race.name))
        ]
        if other_name and race.place is not None:
            return Doubt("the same mark, place and race under another name", _keys(other_name))
        return Another()

    def _enter(self, race: _Race) -> None:
        self._keys.add(race.key)
        self._of_day[race.athlete, race.day].append(race)
        self._of_calendar[_calendar(race)].append(race)
        if race.place is not None:
            self._of_place[_placed(race)].append(race)


def _race(line: Line, key: str, athlete: str, source: str) -> _Race:
    assert line.day is not None  # noqa: S101  # lines without are refused before
    assert line.mark is not None  # noqa: S101
    return _Race(
        key,
        athlete,
        line.athlete,
        line.nation,
        line.day,
        line.mark,
        line.venue,
        line.place,
        round_of(line),
        line.wind,
        source,
    )


def _calendar(race: _Race) -> tuple[str, int, int, int]:
    return race.athlete, value(race.mark), race.day.month, race.day.day


def _placed(race: _Race) -> tuple[date, int, int | None, str]:
    return race.day, value(race.mark), race.place, race.nation


def _as_written(race: _Race) -> tuple[str, int | None, str, int | None]:
    return town(race.venue), race.place, race.round, race.wind


def _apart(one: _Race, other: _Race) -> bool:
    """Whether they are two races of a day: of one source a round that is not told is the only one."""
    told = one.source == other.source or (one.round and other.round)
    if one.round != other.round and told:
        return True
    return one.wind is not None and other.wind is not None and one.wind != other.wind


def _agree(one: _Race, other: _Race) -> bool:
    """Whether nothing tells them apart: where one says nothing, the other may be right."""
    places = one.place is None or other.place is None or one.place == other.place
    return places and _near(one.venue, other.venue)


@lru_cache(maxsize=1 << 14)
def _near(one: str, other: str) -> bool:
    """Whether two venues can be one: ``Oslo`` and ``Bislett, Oslo (NOR)``."""
    first, second = town(one), town(other)
    if not first or not second or first.replace("-", "") == second.replace("-", ""):
        return True
    return bool((_words(first) & _words(second)) - _NOWHERE_SPECIAL)


def _words(place: str) -> frozenset[str]:
    """The words of a place; some lists number towns of one name: ``Trujillo2``."""
    return frozenset(word.rstrip("0123456789") for word in place.split("-"))


def _rounded(one: AnyMark, other: AnyMark) -> bool:
    """Whether the finer of two times, rounded up, is the vaguer: 3:54.04 was ratified as 3:54.1."""
    if not isinstance(one, Mark) or not isinstance(other, Mark) or one.precision == other.precision:
        return False
    vague, fine = sorted((one, other), key=lambda mark: mark.precision)
    return Mark.from_elapsed(fine.elapsed, vague.precision) == vague


def _keys(races: list[_Race]) -> tuple[str, ...]:
    return tuple(one.key for one in races)

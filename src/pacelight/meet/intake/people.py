"""Who is meant: an athlete as a file names them, among those who are known.

::

    name     birth    nation    it is
    same     same     any       the same athlete, of a birth to the day; of less, with the same nation
    same     open     same      the same athlete, where nobody else has the name
    same     other    other     somebody else
    same     otherwise          a question
    other    same     same      a question, where the names share a word: names change
    other    otherwise          somebody else

*Open* is a birth, or a nation, of which one of the two says nothing.
Where two are the same athlete by this, it is a question too.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain, count
from typing import TypeAlias

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.store.held import HeldPerson
from pacelight.event import Sex
from pacelight.meet.intake.names import athlete_slug, plain, shares_a_word, slug
from pacelight.nation import NATIONS

__all__ = ["Doubt", "Known", "Match", "Named", "New", "People"]

_NEW_YEAR = (1, 1)


@dataclass(frozen=True, slots=True)
class Named:
    """An athlete, or a team, as a file names them.

    Attributes:
        family: where the file tells it apart.
        nation: empty where the file does not say.
        sex: None in mixed events.
        team: of a relay.
    """

    name: str
    family: str
    nation: str
    born: Birth | None
    sex: Sex | None
    team: bool = False

    @property
    def plain(self) -> str:
        """The name without its accidents."""
        return plain(self.name)

    def __str__(self) -> str:
        born = "" if self.born is None else f", born {self.born.day.year}"
        return f"{self.name}{f', {self.nation}' if self.nation else ''}{born}"


@dataclass(frozen=True, slots=True)
class Known:
    """The athlete of that key."""

    key: str


@dataclass(frozen=True, slots=True)
class New:
    """Nobody who is known; the key they get."""

    key: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody has to say who it is.

    Attributes:
        why: one sentence.
        candidates: keys of those who it may be.
    """

    why: str
    candidates: tuple[str, ...]


Match: TypeAlias = Known | New | Doubt


@dataclass(slots=True)
class _Person:
    key: str
    names: set[str]
    nations: set[str]
    sexes: set[Sex]
    born: Birth | None = None
    shown: str = field(default="", compare=False)


class _Agrees(Enum):
    SAME = "same"
    OPEN = "open"
    OTHER = "other"


class People:
    """All athletes that are known: those of the book, and those that files have brought.

    Args:
        held: those of the book.
    """

    def __init__(self, held: Iterable[HeldPerson] = ()) -> None:
        self._of_key: dict[str, _Person] = {}
        self._of_name: dict[str, list[_Person]] = {}
        self._of_birth: dict[Birth, list[_Person]] = {}
        self._renamed: dict[str, str] = {}
        for one in held:
            self._renamed |= dict.fromkeys(one.names[1:], one.key)
            names = {plain(name) for name in one.names}
            person = _Person(one.key, names, set(one.nations), set(one.sexes), one.born, one.names[0])
            self._enter(person)

    def __contains__(self, key: object) -> bool:
        return key in self._of_key

    def key(self, given: str) -> str:
        """The key by which somebody is known now: that of whom they were merged with."""
        return given if given in self._of_key else self._renamed.get(given, given)

    def name(self, key: str) -> str:
        """By which name an athlete is known."""
        return self._of_key[key].shown

    def is_called(self, key: str, name: str) -> bool:
        """Whether an athlete is known by this name, spelled in whatever way."""
        return plain(name) in self._of_key[key].names

    def nation(self, key: str) -> str:
        """For whom an athlete competes, where there is but one; else empty."""
        nations = self._of_key[key].nations
        return next(iter(nations)) if len(nations) == 1 else ""

    def find(self, named: Named) -> Match:
        """Who is meant."""
        same_name = [one for one in self._of_name.get(named.plain, ()) if _of_sex(one, named.sex)]
        if named.team:
            return self._team(named, same_name)
        found = self._named_the_same(named, same_name)
        if found is not None:
            return found
        changed = self._under_another_name(named)
        if changed:
            return Doubt("another name, the same birth and nation", _keys(changed))
        return New(self.new_key(named))

    def enter(self, key: str, named: Named) -> None:
        """From now on the athlete of that key is known by this name, nation and birth too."""
        person = self._of_key.get(key)
        if person is None:
            person = _Person(key, {named.plain}, set(), set(), named.born, named.name)
            self._enter(person)
        elif named.plain not in person.names:
            person.names.add(named.plain)
            self._of_name.setdefault(named.plain, []).append(person)
        if named.nation:
            person.nations.add(named.nation)
        if named.sex is not None and not named.team:
            person.sexes.add(named.sex)
        if person.born is None and named.born is not None:
            person.born = named.born
            self._of_birth.setdefault(named.born, []).append(person)

    def new_key(self, named: Named) -> str:
        """The key for somebody who is none of those that are known.

        Family name first; where that is taken the year of birth, the nation or a number more.
        """
        base = _team_slug(named) if named.team else athlete_slug(named.name, named.family) or "nameless"
        tried = [base]
        if named.born is not None:
            tried.append(f"{base}-{named.born.day.year}")
        if named.nation:
            tried.append(f"{tried[-1]}-{named.nation.lower()}")
        numbered = (f"{tried[-1]}-{number}" for number in count(2))
        return next(key for key in chain(tried, numbered) if key not in self._of_key)

    def _enter(self, person: _Person) -> None:
        self._of_key[person.key] = person
        for name in person.names:
            self._of_name.setdefault(name, []).append(person)
        if person.born is not None:
            self._of_birth.setdefault(person.born, []).append(person)

    def _named_the_same(self, named: Named, same_name: list[_Person]) -> Match | None:
        """Who of those of this name is meant; None where it is somebody else."""
        judged = [(one, *_compared(one, named)) for one in sorted(same_name, key=lambda one: one.key)]
        firm = [one for one, born, nation in judged if _is_firm(born, nation, one.born, named.born)]
        rest = [one for one, born, nation in judged if (born, nation) != (_Agrees.OTHER, _Agrees.OTHER)]
        loose = [one for one, born, nation in judged if (born, nation) == (_Agrees.OPEN, _Agrees.SAME)]
        if len(firm) == 1 or (len(rest) == 1 and loose == rest):
            return Known((firm or rest)[0].key)
        if firm or len(loose) > 1:
            return Doubt("several athletes have this name", _keys(firm or rest))
        return Doubt(f"the same name, {_difference(rest[0], named)}", _keys(rest)) if rest else None

    def _team(self, named: Named, same_name: list[_Person]) -> Match:
        """A team has no birth: the same name for the same nation is the same team."""
        found = [one for one in same_name if not named.nation or named.nation in one.nations]
        if len(found) > 1:
            return Doubt("several teams have this name", _keys(found))
        return Known(found[0].key) if found else New(self.new_key(named))

    def _under_another_name(self, named: Named) -> list[_Person]:
        """Those who were born on the same day for the same nation, with a name that is not quite another."""
        if named.born is None or not _to_the_day(named.born):
            return []
        return [
            one
            for one in self._of_birth.get(named.born, ())
            if named.nation in one.nations
            and _of_sex(one, named.sex)
            and any(shares_a_word(name, named.plain) for name in one.names)
        ]


def _team_slug(named: Named) -> str:
    nation = NATIONS.get(named.nation)
    if nation is not None and named.plain in {plain(nation.name), nation.code.casefold()}:
        return f"team-{nation.code.lower()}"
    return "-".join(filter(None, ("team", named.nation.lower(), slug(named.name))))


def _of_sex(person: _Person, sex: Sex | None) -> bool:
    return sex is None or not person.sexes or sex in person.sexes or Sex.MIXED in person.sexes


def _compared(person: _Person, named: Named) -> tuple[_Agrees, _Agrees]:
    """Birth and nation of somebody of the same name."""
    if not named.nation or not person.nations:
        nation = _Agrees.OPEN
    else:
        nation = _Agrees.SAME if named.nation in person.nations else _Agrees.OTHER
    return _births(person.born, named.born), nation


def _births(one: Birth | None, other: Birth | None) -> _Agrees:
    """Whether two births can be one, as far as the vaguer of them says."""
    if one is None or other is None:
        return _Agrees.OPEN
    few, many = sorted((str(one), str(other)), key=len)
    return _Agrees.SAME if many.startswith(few) else _Agrees.OTHER


def _is_firm(agree: _Agrees, nation: _Agrees, one: Birth | None, other: Birth | None) -> bool:
    """Whether birth and nation say that it is the same athlete: who changes the nation keeps the birth."""
    if agree is not _Agrees.SAME or one is None or other is None:
        return False
    return nation is _Agrees.SAME or (_to_the_day(one) and _to_the_day(other))


def _to_the_day(born: Birth) -> bool:
    """The first of January often stands for a year of which no day is known."""
    return born.precision is BirthPrecision.DAY and (born.day.month, born.day.day) != _NEW_YEAR


def _difference(person: _Person, named: Named) -> str:
    match _compared(person, named):
        case _Agrees.OTHER, _:
            return "another birth"
        case _, _Agrees.OTHER:
            return "another nation, and no day of birth to tell by"
        case _:
            return "and too little else to tell by"


def _keys(people: list[_Person]) -> tuple[str, ...]:
    return tuple(sorted(one.key for one in people))

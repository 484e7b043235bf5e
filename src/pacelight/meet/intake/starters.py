"""Who of the book starts: each entrant of a list with the key of an athlete, or why none can be told.

::

    said      a person has said it, for this number
    kept      the race file has this number under the same name already
    known     name, birth and nation say it (`pacelight.meet.intake.people`)
    by name   the only one in the book of that name, where a person allows it
    new       nobody in the book
    doubt     a person has to say it
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pacelight.errors import RaceError
from pacelight.event import Sex
from pacelight.meet.intake.names import plain
from pacelight.meet.intake.people import Doubt, Known, Match, Named, New, People
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.timing.formats.lists.entrant import Entrant, StartList

__all__ = ["How", "Seat", "Told", "seats"]

_NEW = "new"


class How(StrEnum):
    """How it is known who somebody is."""

    SAID = "said"
    KEPT = "kept"
    KNOWN = "known"
    BY_NAME = "by name"
    NEW = "new"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Told:
    """What a person has said.

    Attributes:
        keys: of the book, or ``new``, by bib.
        nation: for which everybody competes of whom neither list nor book names one.
        by_name: take the only athlete of a name, though birth and nation say too little.
    """

    keys: Mapping[str, str]
    nation: str = ""
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """An entrant, and who that is.

    Attributes:
        key: of the book; empty where there is a doubt.
        nation: competed for; empty where neither list nor book says it.
        why: of a doubt, one sentence.
        candidates: keys of those who it may be.
        say: how the name was said until now.
        club: for which they started until now, where the list names none.
    """

    entrant: Entrant
    key: str
    nation: str
    how: How
    why: str = ""
    candidates: tuple[str, ...] = ()
    say: str = ""
    club: str = ""

    @property
    def question(self) -> str:
        """What a person is asked, and how they answer."""
        bib, options = self.entrant.bib, " or ".join((*self.candidates, _NEW))
        return f"bib {bib} {self.entrant.name}: {self.why} (say --athlete {bib}=KEY: {options})"


def seats(
    heat: StartList, people: People, told: Told, before: Sequence[RunnerFields] = (), sex: Sex | None = None
) -> tuple[Seat, ...]:
    """Who of the book each entrant is; who is known not to start is left out.

    Args:
        heat: the start list.
        people: of the book; new ones are entered among them.
        told: what a person has said.
        before: the runners of the race file until now.
        sex: of the race, where the list says none.

    Raises:
        RaceError: a key that a person has said is none of the book.
    """
    held = {one.bib: one for one in before}
    unused = set(told.keys) - {one.bib for one in heat.entrants}
    if unused:
        raise RaceError(f"no bib {min(unused)} is on this start list (--athlete BIB=KEY)")
    return tuple(
        _seat(one, people, told, held.get(one.bib), one.sex or heat.sex or sex)
        for one in heat.entrants
        if one.status is None
    )


def _seat(one: Entrant, people: People, told: Told, before: RunnerFields | None, sex: Sex | None) -> Seat:
    named = Named(one.name, one.family, one.nation, one.born, sex, one.team)
    kept = before is not None and plain(before.name) == named.plain
    how, match = _match(one, named, people, told, before.athlete if before and kept else "")
    if isinstance(match, Doubt):
        return Seat(one, "", one.nation, how, match.why, match.candidates)
    of_book = people.nation(match.key) if match.key in people else ""
    nation = one.nation or (before.nation if before and kept else "") or of_book or told.nation
    if how is not How.KEPT:
        people.enter(match.key, named)
    say, club = (before.say or "", before.club or "") if before and kept else ("", "")
    return Seat(one, match.key, nation, how, say=say, club=one.club or club)


def _match(one: Entrant, named: Named, people: People, told: Told, kept: str) -> tuple[How, Match]:
    if said := told.keys.get(one.bib) or one.athlete:
        return How.SAID, _said(said, named, people)
    if kept:
        return How.KEPT, Known(kept)
    match people.find(named):
        case Doubt() as doubt if told.by_name and len(doubt.candidates) == 1 and _same(doubt, named, people):
            return How.BY_NAME, Known(doubt.candidates[0])
        case Doubt() as doubt:
            return How.DOUBT, doubt
        case New() as new:
            return How.NEW, new
        case known:
            return How.KNOWN, known


def _said(said: str, named: Named, people: People) -> Known | New:
    if said == _NEW:
        return New(people.new_key(named))
    key = people.key(said)
    if key not in people:
        raise RaceError(f"{named.name}: no athlete '{said}' in the book (say {_NEW} of somebody new)")
    return Known(key)


def _same(doubt: Doubt, named: Named, people: People) -> bool:
    """Whether it is the name that the two share, and neither birth nor nation can contradict it."""
    (key,) = doubt.candidates
    nation = people.nation(key)
    agrees = not named.nation or not nation or nation == named.nation
    return people.is_called(key, named.name) and named.born is None and agrees

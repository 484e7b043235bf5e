"""Entries: start lists read out of files, and who of the book each runner is.

A list that cannot be read is refused whole. Who is not known for certain is asked, with those it may be.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

import msgspec

from pacelight.book.store.held import read_people
from pacelight.book.store.store import Store
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.meet.intake.people import Named, People
from pacelight.meet.intake.starters import How, Seat, Told, seats
from pacelight.timing.formats.lists.entrant import Entrant, StartList
from pacelight.timing.formats.lists.startlists import guessed, read_start_list
from pacelight.web.setup.draft import RunnerDraft

__all__ = ["EntriesShown", "ListShown", "SeatShown", "read", "seated"]


class CandidateShown(msgspec.Struct, frozen=True):
    """Somebody of the book."""

    key: str
    name: str


class SeatShown(msgspec.Struct, frozen=True):
    """A runner, and who of the book that is.

    Attributes:
        runner: as a form has it; its key is empty where there is a doubt.
        how: said, kept, known, by name, new or doubt.
        why: of a doubt, one sentence.
        candidates: who it may be.
        new: the key that somebody new would get, where there is a doubt.
    """

    runner: RunnerDraft
    how: str
    why: str = ""
    candidates: list[CandidateShown] = []
    new: str = ""


class ListShown(msgspec.Struct, frozen=True):
    """A start list of a file.

    Attributes:
        title, event, round, heat, time, sex: as the file has them.
        remarks: what a person should look at.
    """

    title: str
    event: str
    round: str
    heat: str
    time: str
    sex: str
    seats: list[SeatShown]
    remarks: list[str] = []


class EntriesShown(msgspec.Struct, frozen=True):
    """The start lists of a file, and the format that it was read as."""

    format: str
    lists: list[ListShown]
    schema: str = "pacelight.setup-entries/1"


def read(data: bytes, name: str, book: str, sex: str = "", form: str = "") -> EntriesShown:
    """The start lists of a file.

    Args:
        data: all of it.
        name: of the file.
        book: a file or an address.
        sex: of the race, where the list says none.
        form: name of the format; found in the file if not given.

    Raises:
        FormatError: it is none that is known here, or it is refused.
        StoreError: the book cannot be asked.
    """
    lists = read_start_list(data, name, form)
    if not any(one.entrants for one in lists):
        raise FormatError(f"{name}: nobody starts in it")
    found = guessed(data, name)
    known = _known(book)
    shown = [_list(one, known, Sex(sex) if sex in set(Sex) else None) for one in lists]
    return EntriesShown(form or (found.name if found else ""), shown)


def seated(runners: Sequence[RunnerDraft], book: str, sex: str = "") -> list[SeatShown]:
    """Who of the book these runners are, as they were typed.

    Raises:
        FormatError: a line without name, number and lane.
        StoreError: the book cannot be asked.
    """
    entrants = tuple(
        Entrant(
            name=one.name.strip(),
            bib=one.bib.strip(),
            lane=one.lane.strip(),
            nation=one.nation.strip().upper(),
            athlete=one.athlete.strip(),
            chips=tuple(chip.strip() for chip in one.chips.split(",") if chip.strip()),
            say=one.say.strip(),
            club=one.club.strip(),
        )
        for one in runners
    )
    return _seated(StartList(entrants=entrants), _known(book), Sex(sex) if sex in set(Sex) else None)


def _known(book: str) -> People:
    with closing(Store.open(book)) as store, store.reading() as connection:
        return People(read_people(connection))


def _list(one: StartList, people: People, sex: Sex | None) -> ListShown:
    return ListShown(
        title=one.title,
        event=one.event,
        round=one.round,
        heat=one.heat,
        time=one.time,
        sex=str(one.sex or ""),
        seats=_seated(one, people, sex),
        remarks=list(one.remarks),
    )


def _seated(heat: StartList, people: People, sex: Sex | None) -> list[SeatShown]:
    """Who each is; a key that somebody has given is taken at their word: a new one is in no book yet."""
    starting = [one for one in heat.entrants if one.status is None]
    asked = replace(heat, entrants=tuple(one for one in starting if not one.athlete))
    found = iter(seats(asked, people, Told({}), sex=sex))
    return [
        _seat(Seat(one, one.athlete, one.nation, How.SAID) if one.athlete else next(found), people)
        for one in starting
    ]


def _seat(seat: Seat, people: People) -> SeatShown:
    one = seat.entrant
    runner = RunnerDraft(
        bib=one.bib,
        name=one.name,
        nation=seat.nation,
        athlete=seat.key,
        lane=one.lane,
        chips=", ".join(one.chips),
        say=one.say or seat.say,
        club=one.club,
    )
    named = Named(one.name, one.family, one.nation, one.born, one.sex, one.team)
    new = "" if seat.key else people.new_key(named)
    candidates = [CandidateShown(key, people.name(key)) for key in seat.candidates]
    return SeatShown(runner, str(seat.how), seat.why, candidates, new)

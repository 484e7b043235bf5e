"""The front of the book, and its search: what there is, what is new, and where to find it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from pacelight.book.asking import answers, sheets
from pacelight.book.asking.lists import Book
from pacelight.book.asking.sheets import When
from pacelight.book.model import Athlete, Coverage, Performance, Standing, Status
from pacelight.book.scopes import athlete as nearest_athlete
from pacelight.book.scopes import plain, shown
from pacelight.errors import Refused
from pacelight.event import EVENTS, Event, Level, Sex
from pacelight.event import event as find_event
from pacelight.event.names import spellings
from pacelight.nation import NATIONS, Nation
from pacelight.nation import nation as find_nation
from pacelight.web.book.answer import Answer, Question
from pacelight.web.book.words import group_of

__all__ = ["home", "search"]

_LATEST = 12
_MANY = frozenset({Level.NR, Level.PB, Level.SB})
"""Of these levels a book may have thousands of lists; they stand on the pages of nations and athletes."""

_MOST = 50
"""Of what is found, as many are shown; who means another writes more of the name."""


@dataclass(frozen=True, slots=True)
class Fallen:
    """A performance and all records that it is.

    Attributes:
        labels: widest first: ``WR``, ``AR EUR``, ``NR NOR``.
        status: of the performance.
    """

    performance: Performance
    event: Event
    labels: tuple[str, ...]
    status: Status


def home(asked: Question) -> Answer:
    """What the book has: the latest records, the events by groups, what it covers.

    Raises:
        BookError: what cannot be asked.
    """
    when = asked.given.when(asked.today)
    covered = asked.book.coverage()
    latest = _latest(_standing(asked.book, covered, when))
    told = {
        "when": when,
        "latest": latest,
        "groups": _groups(asked.book),
        "covers": _covers(covered),
        "lists": len(covered),
        "sources": _sources(asked.book, covered),
    }
    shape = {
        "schema": "pacelight.latest/1",
        "known": bool(latest),
        **answers.asked_shape(when.as_of, when.known_at),
        "latest": [
            {**answers.performance(one.performance), "records": list(one.labels), "status": one.status}
            for one in latest
        ],
    }
    header = ["event", "sex", "records", *sheets.PERFORMANCE, "status"]
    rows = [
        [
            one.event.code,
            one.performance.sex.value,
            ", ".join(one.labels),
            *sheets.performance_row(one.performance),
            one.status.value,
        ]
        for one in latest
    ]
    return Answer("home.html", told, shape, sheets.csv_text(header, rows))


def _standing(book: Book, covered: list[Coverage], when: When) -> Iterator[Standing]:
    """What stands on each list, but for those of which there are as many as nations or athletes."""
    lists = dict.fromkeys(
        (c.event, c.sex, c.level, c.scope, c.age, c.race)
        for c in covered
        if isinstance(c.level, Level) and c.level not in _MANY
    )
    for event, sex, level, scope, age, race in lists:
        found = book.record(
            EVENTS[event],
            sex,
            level=Level(level),
            scope=scope,
            age=age,
            race=race,
            as_of=when.as_of,
            known_at=when.known_at,
        )
        if isinstance(found, Standing):
            yield found


def _latest(standing: Iterable[Standing]) -> list[Fallen]:
    """The records that were set last, each performance once."""
    fallen: dict[str, list[tuple[Standing, int]]] = {}
    for one in standing:
        for nth, holder in enumerate(one.holders):
            fallen.setdefault(holder.key, []).append((one, nth))
    told = [_fallen(lists) for lists in fallen.values()]
    told.sort(key=lambda one: (one.performance.day, one.performance.seq), reverse=True)
    return told[:_LATEST]


def _fallen(lists: list[tuple[Standing, int]]) -> Fallen:
    levels = list(Level)
    lists = sorted(lists, key=lambda pair: levels.index(pair[0].level))
    first, nth = lists[0]
    labels = (
        shown(sheets.labelled(one.label, one.coverage.age, equalled=place > 0), one.scope)
        for one, place in lists
    )
    return Fallen(first.holders[nth], first.event, tuple(labels), first.statuses[nth])


def _groups(book: Book) -> dict[str, list[tuple[Event, list[Sex]]]]:
    """The events of the book by their headings, each with its classes."""
    sexes: dict[Event, list[Sex]] = {}
    for one, sex in book.contested():
        sexes.setdefault(one, []).append(sex)
    groups: dict[str, list[tuple[Event, list[Sex]]]] = {}
    for one, held in sexes.items():
        groups.setdefault(group_of(one), []).append((one, held))
    return groups


def _covers(covered: list[Coverage]) -> list[tuple[str, int, int, Any]]:
    """For each level: how many lists, of how many events, from when on."""
    order: list[str] = [*Level, "LIST", "PERFORMANCES"]
    levels = sorted({str(c.level) for c in covered}, key=order.index)
    told = []
    for level in levels:
        lists = [c for c in covered if c.level == level]
        since = min(c.since for c in lists)
        told.append((level, len(lists), len({(c.event, c.sex) for c in lists}), since))
    return told


def _sources(book: Book, covered: list[Coverage]) -> list[tuple[Any, int]]:
    """Who vouches for the lists, the most first."""
    counted = Counter(c.source for c in covered)
    return [(book.source(key), count) for key, count in counted.most_common()]


def search(asked: Question) -> Answer:
    """Athletes, events and nations by a part of their names, capitals and accents aside.

    Raises:
        BookError: what cannot be asked.
    """
    query = asked.given.text("q") or ""
    people = asked.book.athletes()
    events, nations, athletes = _events(asked.book, query), _nations(query), _athletes(people, query)
    told = {
        "query": query,
        "events": events,
        "nations": nations,
        "athletes": athletes[:_MOST],
        "more": max(len(athletes) - _MOST, 0),
        "hints": () if events or nations or athletes or not query else _hints(people, query),
    }
    shape = {
        "schema": "pacelight.search/1",
        "query": query,
        "events": [{**answers.event_shape(one), "sexes": list(sexes)} for one, sexes in events],
        "athletes": [{"key": one.key, "name": one.name, "nation": one.nation} for one in athletes[:_MOST]],
        "nations": [{"code": one.code, "name": one.name} for one in nations],
    }
    rows = [
        *(["event", one.code, one.name, ""] for one, _ in events),
        *(["athlete", one.key, one.name, one.nation] for one in athletes[:_MOST]),
        *(["nation", one.code, one.name, one.code] for one in nations),
    ]
    return Answer("search.html", told, shape, sheets.csv_text(["kind", "key", "name", "nation"], rows))


def _events(book: Book, query: str) -> list[tuple[Event, list[Sex]]]:
    """The event that is meant first, then those of whose names the query is a part."""
    if not query:
        return []
    found: dict[Event, None] = {}
    with suppress(Refused):  # no name of an event: a part of one, or another thing
        found[find_event(query)] = None
    words = plain(query).split()
    held = book.contested()
    for one in EVENTS.values():
        names = plain(" ".join(spellings(one)))
        if all(word in names for word in words) and any(one == event for event, _ in held):
            found.setdefault(one)
    return [(one, [sex for event, sex in held if event == one]) for one in found][:_MOST]


def _nations(query: str) -> list[Nation]:
    wanted = plain(query)
    if not wanted:
        return []
    exact = [one for one in NATIONS.values() if plain(one.code) == wanted]
    return exact + [one for one in NATIONS.values() if wanted in plain(one.name) and one not in exact]


def _athletes(people: list[Athlete], query: str) -> list[Athlete]:
    """Whose names hold every word of the query; whose name begins with it come first."""
    words = plain(query).split()
    if not words:
        return []
    found = []
    for one in people:
        names = [plain(name) for name in (one.name, *one.aliases)]
        if any(all(word in name for word in words) for name in names) or one.key == query:
            found.append((not any(name.startswith(plain(query)) for name in names), one.name, one))
    return [one for *_, one in sorted(found, key=lambda hit: hit[:2])]


def _hints(people: list[Athlete], query: str) -> list[str]:
    """What each kind of name says is nearest."""
    hints = []
    for look in (find_event, find_nation, lambda name: nearest_athlete(people, name)):
        try:
            look(query)
        except Refused as error:
            hints.append(str(error))
    return hints

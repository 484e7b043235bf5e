"""People in running text: names in full, and what may be one."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete
from pacelight.errors import BookError

__all__ = ["called", "known", "strangers"]

_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][\w\u2019'-]*"
_NAME = re.compile(
    rf"(?<![\w\u2019'-]){_CAPITAL}(?: (?:(?:de|da|van|von|der|den|el|al|bin|ben) )*{_CAPITAL})+"
)
_LONGEST = 4
_OWNERS = re.compile(rf"^{_CAPITAL}['\u2019]s |['\u2019]s?$")
"""Whose athlete, before a name; whose mark, after it."""

_NOT_NAMES = """
    a all an and as at august april behind championship championships city classic cup december diamond
    east february final first five for former four friday games golden grand great he her his in indoor
    international invitational january july june kenyan league list march may meet meeting mile millrose
    monday new north november october of olympic olympics on outdoor park prix saturday second september
    series she six south stadium states sunday the third three thursday to tour tuesday two united
    university wavelight wednesday west when world york
"""
_MEETINGS = frozenset(
    (
        "championship",
        "championships",
        "classic",
        "cup",
        "games",
        "invitational",
        "meet",
        "meeting",
        "memorial",
        "mile",
    )
) | {"park", "stadium"}
_NO_PERSON = _MEETINGS | frozenset(_NOT_NAMES.split())
"""Words of places, meetings, days: they are in nobody's name."""


def known(book: Book, text: str) -> Mapping[str, Athlete]:
    """Whom a text names in full and the book knows, by the name as it is printed."""
    found: dict[str, Athlete] = {}
    for name in dict.fromkeys(_windows(re.sub(r"\s+", " ", text))):
        try:
            found[name] = book.athlete(name)
        except BookError:
            continue  # nobody, or several: then nobody is meant
    return found


def called(text: str, people: Mapping[str, Athlete]) -> Mapping[str, Athlete]:
    """The same people, and by what follows the first name where it is theirs alone in this text."""
    names = dict(people)
    rest: dict[str, set[str]] = {}
    for name, athlete in people.items():
        rest.setdefault(name.split(" ", 1)[-1], set()).add(athlete.key)
    others = {name.split(" ", 1)[-1] for name in strangers(text, people)}
    for name, athlete in people.items():
        short = name.split(" ", 1)[-1]
        if len(rest[short]) == 1 and short not in others:
            names.setdefault(short, athlete)
    return names


def strangers(text: str, people: Mapping[str, Athlete]) -> frozenset[str]:
    """What looks like a person's name and is none that the book knows."""
    found = (run for match in _NAME.finditer(re.sub(r"\s+", " ", text)) for run in _runs(match[0]))
    return frozenset(run for run in found if not any(name in run for name in people))


def _runs(phrase: str) -> Iterator[str]:
    """Of a capitalised phrase what lies between words that are in nobody's name: two words at least.

    Who has given a meeting or a stadium the name is not spoken of: "Bruce Lehane Invitational".
    """
    runs = [
        (of_a_name, list(run))
        for of_a_name, run in groupby(
            _OWNERS.sub("", phrase).split(" "), key=lambda word: _plain(word) not in _NO_PERSON
        )
    ]
    for nth, (of_a_name, words) in enumerate(runs):
        following = runs[nth + 1][1][0] if nth + 1 < len(runs) else ""
        if of_a_name and sum(word[0].isupper() for word in words) > 1 and _plain(following) not in _MEETINGS:
            yield " ".join(words)


def _plain(word: str) -> str:
    return re.sub(r"['\u2019]s?$", "", word.casefold())


def _windows(text: str) -> Iterator[str]:
    """Two to four capitalised words in a row, in every way."""
    for match in _NAME.finditer(text):
        words = match[0].split(" ")
        for first in range(len(words)):
            for last in range(first + 2, min(first + _LONGEST, len(words)) + 1):
                yield _OWNERS.sub("", " ".join(words[first:last]))

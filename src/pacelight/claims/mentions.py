"""What a sentence names, each with its place: marks, events, people, days; then they are blotted out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from pacelight.book.model import Athlete
from pacelight.claims.dateline import days
from pacelight.claims.model import When
from pacelight.claims.words import BLOTS
from pacelight.errors import EventError, MarkError
from pacelight.event import event
from pacelight.mark import Mark

__all__ = ["Contest", "Mention", "Printed", "Sentence", "sentences"]

Kind: TypeAlias = Literal["who", "stranger", "mark", "event", "day"]


@dataclass(frozen=True, slots=True)
class Contest:
    """A distance as a text names it.

    Attributes:
        standard: code on a 400 m track; empty for what is named and not read (hurdles, walks, roads).
        short: code on the short track.
    """

    standard: str
    short: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A mark as it is printed.

    Attributes:
        meant: the time that is meant.
        written: it is written as times are.
    """

    meant: Mark
    written: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing that a sentence names.

    Attributes:
        start: first character, in the sentence.
        end: after its last.
        what: the athlete's key, or empty for a stranger; the mark; the contest; the day.
    """

    kind: Kind
    start: int
    end: int
    what: str | Printed | Contest | When


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it names.

    Attributes:
        places: of each of its characters in the text; one more for the end.
        text: each run of blanks and line breaks as one blank.
        blotted: the same, what it names blotted out, character for character.
        mentions: in order; none overlaps another.
    """

    places: tuple[int, ...]
    text: str
    blotted: str
    mentions: tuple[Mention, ...]

    def at(self, place: int) -> Mention:
        """The mention that begins there."""
        return next(mention for mention in self.mentions if mention.start == place)

    def of(self, kind: Kind) -> tuple[Mention, ...]:
        """All mentions of a kind."""
        return tuple(mention for mention in self.mentions if mention.kind == kind)


def sentences(
    text: str, names: Mapping[str, Athlete], strange: frozenset[str], day: date
) -> Iterator[Sentence]:
    """The sentences of a text; an empty line ends one, a single line break does not.

    What goes on for more than a thousand characters is a table, and is left out.

    Args:
        text: any.
        names: people by the names under which they are called in it.
        strange: names of people whom nobody knows.
        day: of the text.
    """
    flat, places = _flattened(text)
    plain = _ADDRESS.sub(lambda match: _NOTHING * len(match[0]), flat)
    for start, end in _bounds(plain):
        if end - start > _LONGEST:
            continue
        said = plain[start:end]
        mentions = tuple(_mentions(said, names, strange, day))
        ends = (*places[start:end], places[end - 1] + 1)
        yield Sentence(ends, flat[start:end], _blotted(said, mentions), mentions)


_LONGEST = 1_000

_NOTHING = "\ufffd"
"""In place of what is not read: addresses, and the signs with which mentions are blotted out."""

_ADDRESS = re.compile(r"https?://\S+?(?=[.,;:)]*(?:\s|$))")
_STOP = re.compile(r"[.!?](?=[\"\u201d\u2019)]?\*? +[\"\u201c(*-]*[A-Z\u00c0-\u00de])|\n")
_NO_STOP = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|[A-Z])\.$")
_SIGNS = str.maketrans(dict.fromkeys(BLOTS.values(), _NOTHING))


def _flattened(text: str) -> tuple[str, list[int]]:
    """Runs of blanks as one blank, or one line break where a line is empty; and where each was."""
    signs, places = [], []
    for match in re.finditer(r"\s+|\S", text.translate(_SIGNS)):
        blank = "\n" if _is_empty_line(match[0]) else " "
        signs.append(blank if match[0].isspace() else match[0])
        places.append(match.start())
    return "".join(signs), places


def _is_empty_line(blanks: str) -> bool:
    return len(re.findall(r"\r\n|\r|\n", blanks)) > 1


def _bounds(flat: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _STOP.finditer(flat):
        if _NO_STOP.search(flat[start : match.end()]):
            continue
        yield from _trimmed(flat, start, match.end())
        start = match.end()
    yield from _trimmed(flat, start, len(flat))


def _trimmed(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = flat[start:end]
    if said.strip():
        yield start + len(said) - len(said.lstrip()), start + len(said.rstrip())


def _mentions(
    said: str, names: Mapping[str, Athlete], strange: frozenset[str], day: date
) -> Iterator[Mention]:
    """Marks first, then days, events, people: what one has taken the next cannot."""
    taken: list[Mention] = []
    for mention in (*_marks(said), *_days(said, day), *_events(said), *_people(said, names, strange)):
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    yield from sorted(taken, key=lambda mention: mention.start)


def _blotted(said: str, mentions: tuple[Mention, ...]) -> str:
    signs = list(said)
    for mention in mentions:
        signs[mention.start : mention.end] = BLOTS[mention.kind] * (mention.end - mention.start)
    return "".join(signs)


_MARKS = tuple(
    (
        re.compile(rf"(?<![\w:.,'\u2019]){pattern}(?![\w:'\u2019\"\u201d\u2032\u2033]|[.,]\d)", re.ASCII),
        written,
    )
    for pattern, written in (
        (r"\d{1,2}:\d\d\.\d{1,2}", True),
        (r"\d{1,2}:\d\d:\d\d", False),
        (r"\d{1,2}\.[1-5]\d\.\d\d", False),
        (r"\d{1,2}:\d\d,\d{1,2}", False),
        (r"\d{1,2}['\u2019\u2032]\d\d(?:[\"\u201d\u2033.,]|'')\d{1,2}[\"\u201d\u2033]?", False),
        (r"\d{1,2} ?min(?:utes?)?\.? \d{1,2}[.,]\d{1,2} ?s(?:ec(?:onds?)?)?\b", False),
    )
)
"""Ways in which times are printed; only the first is how they are written.

Times without decimals and those under a minute are not read: too much else looks like them.
Of three figures between dots the second is above twelve: else it may be a day.
"""


def _marks(said: str) -> Iterator[Mention]:
    for pattern, written in _MARKS:
        for match in pattern.finditer(said):
            meant = _meant(match[0])
            if meant is not None:
                yield Mention("mark", match.start(), match.end(), Printed(meant, written))


def _meant(shown: str) -> Mark | None:
    minutes, seconds, fraction = re.findall(r"\d+", shown)
    try:
        return Mark.parse(f"{int(minutes)}:{seconds:0>2}.{fraction}")
    except MarkError:
        return None


def _days(said: str, day: date) -> Iterator[Mention]:
    return (Mention("day", found.start, found.end, found.when) for found in days(said, day))


_NOT_READ = r" ?-?(?:hurdles|steeple\w*|walk|race walk|relay|sc\b)| on the roads?"
"""After a distance: it is another event, which is not read."""

_TITLE = re.compile(r"(?: \w+){0,2} (?:champion\w*|titles?|titlist|finals?|finalist|gold|silver|bronze)\b")
"""After a distance: a title, not a race."""

_DISTANCE = re.compile(
    r"(?<![\w:.,])(?:(?P<metres>\d{1,2}[,.]?\d{3}|[48]00|600|300)[ -]?(?:metres?|meters?|m)\b"
    r"|(?P<bare>(?<=at )(?:[48]00|1500|1,500)|(?<=and )800(?= in)|1,500|5,000|10,000)(?![\w,:.]\d|[\w-])"
    r"|(?P<road>road mile|metric mile|(?:half[ -])?marathon|\d{1,3} ?(?:km\b|kilomet\w+))"
    r"|(?P<two>(?:two|2)[ -]miles?)|(?P<mile>(?:one[ -]|1 )?mile))(?!\w)"
    rf"(?P<no>{_NOT_READ})?",
    re.IGNORECASE | re.ASCII,
)


def _events(said: str) -> Iterator[Mention]:
    for match in _DISTANCE.finditer(said):
        if _TITLE.match(said, match.end()):
            continue
        end = match.start("no") if match["no"] else match.end()
        contest = Contest("", "") if match["no"] or match["road"] else _contest(match)
        if contest is not None:
            yield Mention("event", match.start(), end, contest)


def _contest(match: re.Match[str]) -> Contest | None:
    """The codes of a distance; None where nobody contests it."""
    metres = match["metres"] or match["bare"]
    name = "mile" if match["mile"] else "two miles"
    if metres:
        name = f"{re.sub('[,.]', '', metres)} m"
    try:
        return Contest(event(name).code, event(f"{name} short track").code)
    except EventError:
        return None


def _people(said: str, names: Mapping[str, Athlete], strange: frozenset[str]) -> Iterator[Mention]:
    """The longest names first."""
    keys = {name: athlete.key for name, athlete in names.items()}
    keys |= dict.fromkeys(strange, "") | {name.split(" ", 1)[-1]: "" for name in strange if " " in name}
    keys |= {name: athlete.key for name, athlete in names.items()}
    for name in sorted(keys, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", said):
            kind: Kind = "who" if keys[name] else "stranger"
            yield Mention(kind, match.start(), match.end(), keys[name])

"""What a sentence compares: ranks, margins, how long a record stood."""

import re
from collections.abc import Iterator
from typing import Literal

from pacelight.claims.model import Lasted, Margin, Ranked, Sense, When
from pacelight.claims.relate import Found, Related, Scene, clause_of, contests_near, subject_before, topic_of
from pacelight.claims.words import (
    LASTED,
    LEVELS,
    MARGIN,
    NATIONS,
    NUMBERS,
    ORDINALS,
    OTHER_MARK,
    OTHER_OWN,
    OTHER_RECORDS,
    OTHER_WHO,
    RANK,
    RANKED_BEHIND,
    RANKED_LIST,
    RECORD,
    SENSES,
)
from pacelight.mark import Mark

__all__ = ["found"]

_SECOND = 1000
_OTHERS = OTHER_RECORDS | set(NATIONS) | (set(LEVELS) - {"world"})
"""Words of a record that say that it is not one of the world."""


def found(here: Scene) -> Iterator[Found]:
    """Every rank, margin and interval of a sentence."""
    for patterns, read in ((RANK, _ranked), (MARGIN, _margin), (LASTED, _lasted)):
        for pattern in patterns:
            for match in pattern.finditer(here.sentence.blotted):
                yield from read(here, match)


def _ranked(here: Scene, match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    rank = _ordinal(groups["nth"])
    nation = NATIONS[groups["nation"].casefold()] if groups.get("nation") else None
    for one in _marks_ranked(here, match):
        if rank and one.who and one.topic is not None:
            start, end = min(match.start(), one.mention.start), max(match.end(), one.mention.end)
            end += here.sentence.text[end : end + 1] == ")"
            yield Found(Ranked(one.topic, rank, one.who, one.mark, nation), start, end)


def _marks_ranked(here: Scene, match: re.Match[str]) -> list[Related]:
    """All that follow in brackets behind their events, or the one behind "with", or the last before."""
    start, end = clause_of(here.sentence, match.start())
    after = here.sentence.blotted[match.end() : end]
    if RANKED_LIST.match(after):
        return [one for one in here.marks if match.end() <= one.mention.start < end]
    if behind := RANKED_BEHIND.match(after):
        return [here.at(match.end() + behind.start("mark"))]
    return [one for one in here.marks if start <= one.mention.start < match.start()][-1:]


def _margin(here: Scene, match: re.Match[str]) -> Iterator[Found]:
    """Between the one mark that was told of somebody and the slower one that is compared with."""
    start, end = match.start("rest"), min(match.end("rest"), clause_of(here.sentence, match.start())[1])
    better = _better(here, match.start())
    if better is None or better.topic is None:
        return
    said, unit = _seconds(match)
    other, other_who, when, reach = _other(here, start, end, better.who)
    if said and (other is not None or other_who is not None):
        margin = Margin(
            better.topic, better.who, better.mark, said, unit, _sense(match), other, other_who, when
        )
        behind = match.end() if match.end() > match.end("rest") else reach
        yield Found(margin, match.start(), max(behind, reach))


def _better(here: Scene, place: int) -> Related | None:
    """The mark of which a comparison speaks; None where several could be meant.

    It stands before in the sentence, else it is the only one that the text has told of its subject.
    """
    before = [one for one in here.marks if one.mention.end <= place]
    if not before:
        who = subject_before(here.sentence, place, here.context)
        before = [one for one in here.context.told if one.who == who]
    known = {(one.who, one.mark) for one in before}
    return before[0] if len(known) == 1 and before[0].who else None


def _other(here: Scene, start: int, end: int, own: str) -> tuple[Mark | None, str | None, When | None, int]:
    """The slower mark: printed, or somebody's, or one's own of a year; and where that ends."""
    rest = here.sentence.blotted[start:end]
    if printed := OTHER_MARK.match(rest):
        one = here.at(start + printed.start("mark"))
        return one.mark, one.who if one.sure else None, None, start + printed.end()
    if somebody := OTHER_WHO.match(rest):
        who = str(here.sentence.at(start + somebody.start("who")).what)
        return None, who, None, start + somebody.end()
    if before := OTHER_OWN.match(rest):
        when = here.sentence.at(start + before.start("day")).what
        return None, own, when if isinstance(when, When) else None, start + before.end()
    return None, None, None, start


def _lasted(here: Scene, match: re.Match[str]) -> Iterator[Found]:
    """Of the record of whom the pattern names, or of whom the text speaks."""
    groups = match.groupdict()
    who = subject_before(here.sentence, match.end(), here.context)
    if groups.get("who"):
        who = str(here.sentence.at(match.start("who")).what)
    marked = here.at(match.start("mark")) if groups.get("mark") else None
    start, end = clause_of(here.sentence, match.start())
    topic = marked.topic if marked else None
    if topic is None:
        contests = contests_near(here, match.start(), match.end())
        topic = topic_of(contests, here.sentence.blotted[start:end], here.context)
    unit, length = _length(groups)
    if any(_OTHERS & set(record["words"].casefold().split()) for record in RECORD.finditer(match[0])):
        return
    if who and topic.events and any(length):
        lasted = Lasted(topic, who, unit, length, _sense(match), marked.mark if marked else None)
        yield Found(lasted, match.start(), match.end())


def _length(groups: dict[str, str | None]) -> tuple[Literal["days", "years", "date"], tuple[int, int, int]]:
    """The unit, and years, months, days."""
    years = groups.get("old") or groups.get("years")
    if groups.get("months") and groups.get("odd"):
        return "date", (_number(years), _number(groups["months"]), _number(groups["odd"]))
    if years:
        return "years", (_number(years), 0, 0)
    return "days", (0, 0, _number(groups.get("days")))


def _seconds(match: re.Match[str]) -> tuple[int, int]:
    """How many thousandths, and how many the last figure is worth."""
    if match["exact"]:
        whole, fraction = match["exact"].split(".")
        return int(whole) * _SECOND + int(fraction.ljust(3, "0")), 10 ** (3 - len(fraction))
    if match["halfsecond"]:
        return _SECOND // 2, _SECOND // 2
    whole_seconds = _number(match["whole"] or "a") * _SECOND
    return (whole_seconds + _SECOND // 2, _SECOND // 2) if match["half"] else (whole_seconds, _SECOND)


def _sense(match: re.Match[str]) -> Sense:
    said = match.groupdict().get("sense")
    return Sense(SENSES[said.casefold()]) if said else Sense.PLAIN


def _number(said: str | None) -> int:
    if said is None:
        return 0
    return int(said) if said.isdecimal() else NUMBERS[said.casefold()]


def _ordinal(said: str | None) -> int:
    if said is None:
        return 1
    return ORDINALS[said.casefold()] if said.casefold() in ORDINALS else int(said[:-2])

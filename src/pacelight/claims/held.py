"""What a sentence calls a record or a best: of which mark, and whose."""

import re
from collections.abc import Iterator

from pacelight.claims.model import Held
from pacelight.claims.relate import Found, Related, Scene, clause_of, contests_near, topic_of
from pacelight.claims.words import (
    LEVELS,
    MARK_BEFORE_RECORD,
    MARK_OF_RECORD,
    NATIONS,
    OTHER_RECORDS,
    RECORD,
    RECORD_OF_WHO,
)
from pacelight.event import Level

__all__ = ["found"]


def found(here: Scene) -> Iterator[Found]:
    """Every record statement of a sentence.

    A record of which neither the mark nor the holder is said is none; "best" alone says nothing either.
    """
    for match in RECORD.finditer(here.sentence.blotted):
        words = match["words"].casefold().replace("\u2019", "'").split()
        level, nation, best = _level(words), _nation(words), match["noun"].casefold().startswith("best")
        if OTHER_RECORDS & set(words) or (best and level is None):
            continue
        one = _mark(here, match)
        if one is not None:
            yield from _of_mark(match, one, level, nation, best=best)
        elif level is Level.WR:
            yield from _of_holder(here, match, best=best)


def _level(words: list[str]) -> Level | None:
    named = [Level(LEVELS[word]) for word in words if word in LEVELS]
    return named[0] if named else (Level.NR if _nation(words) else None)


def _nation(words: list[str]) -> str | None:
    return next((NATIONS[word] for word in words if word in NATIONS), None)


def _mark(here: Scene, match: re.Match[str]) -> Related | None:
    """The mark that is called so: behind the record, or right before it."""
    blotted = here.sentence.blotted
    for pattern in MARK_OF_RECORD:
        if behind := pattern.match(blotted[match.end() :]):
            return here.at(match.end() + behind.start("mark"))
    before = MARK_BEFORE_RECORD.search(blotted[: match.start()])
    return here.at(before.start("mark")) if before else None


def _of_mark(
    match: re.Match[str], one: Related, level: Level | None, nation: str | None, *, best: bool
) -> Iterator[Found]:
    """A world record is its mark; whose it is is part of the statement only where the words beside say so."""
    if one.topic is None or (level is not Level.WR and not one.who):
        return
    who = one.who if one.sure or level is not Level.WR else ""
    held = Held(one.topic, level, who or None, one.mark, nation, best=best, about=one.who or None)
    yield Found(held, min(match.start(), one.mention.start), max(match.end(), one.mention.end))


def _of_holder(here: Scene, match: re.Match[str], *, best: bool) -> Iterator[Found]:
    """Somebody's world record whose mark is not said."""
    start, end = clause_of(here.sentence, match.start())
    clause = here.sentence.blotted[start:end]
    topic = topic_of(contests_near(here, match.start(), match.end()), clause, here.context)
    for pattern in RECORD_OF_WHO:
        holder = pattern.search(here.sentence.blotted[start : match.start()])
        if holder and topic.events:
            who = str(here.sentence.at(start + holder.start("who")).what)
            held = Held(topic, Level.WR, who, best=best, now="now" in holder.groupdict())
            yield Found(held, start + holder.start(), match.end())
            return

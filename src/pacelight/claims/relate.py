"""Which mentions belong together: whose a mark is, of which event, of which day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pacelight.claims.mentions import Contest, Mention, Printed, Sentence
from pacelight.claims.model import Statement, Topic, When
from pacelight.claims.words import (
    BEATEN,
    CLAUSE,
    DAY_OF_MARK,
    EVENT_BEHIND,
    EVENT_OF_MARK,
    NO_FINISH,
    PASSING,
    PRONOUN,
    ROOFS,
    WHO_OF_MARK,
)
from pacelight.errors import MarkError
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark

__all__ = [
    "Context",
    "Found",
    "Related",
    "Scene",
    "clause_of",
    "contests_near",
    "scene",
    "subject_before",
    "topic_of",
]


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentences before have left in mind.

    Attributes:
        subject: key of the athlete of whom the text goes on to speak.
        contests: the events of the first sentence that named any.
        told: the marks of which somebody known was said to be the owner, in order.
        outdoors: the text nowhere speaks of a roof or a short track.
        sexes: the class of which the text speaks, or both.
    """

    outdoors: bool
    sexes: tuple[Sex, ...]
    subject: str = ""
    contests: tuple[Contest, ...] = ()
    told: tuple["Related", ...] = ()

    def after(self, here: "Scene") -> "Context":
        """The same when this sentence has been read."""
        return replace(
            self,
            subject=_subject(here.sentence) or self.subject,
            contests=self.contests or _races(here.sentence, 0, len(here.sentence.text)),
            told=(*self.told, *(one for one in here.marks if one.who)),
        )


@dataclass(frozen=True, slots=True)
class Related:
    """A mark with what belongs to it.

    Attributes:
        who: key of the athlete; empty where it is nobody's that the book knows.
        sure: the words beside it say whose it is.
        topic: None where no event that is read can have this mark.
    """

    mention: Mention
    printed: Printed
    who: str
    sure: bool
    topic: Topic | None
    when: When | None

    @property
    def mark(self) -> Mark:
        """As it is meant."""
        return self.printed.meant


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, its marks related, and what the sentences before left in mind."""

    sentence: Sentence
    context: Context
    marks: tuple[Related, ...]

    def at(self, place: int) -> Related:
        """The mark that begins there."""
        return next(one for one in self.marks if one.mention.start == place)


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, and from where to where of the sentence it is quoted."""

    statement: Statement
    start: int
    end: int


def scene(sentence: Sentence, context: Context) -> Scene:
    """The sentence with every mark related."""
    return Scene(sentence, context, tuple(_related(sentence, context)))


def contests_near(here: Scene, start: int, end: int) -> tuple[Contest, ...]:
    """The event that is named in a stretch of the sentence or right behind it.

    Else those of the clause, else those of the text.
    """
    sentence = here.sentence
    near = [one for one in sentence.of("event") if start <= one.start < end]
    if behind := EVENT_BEHIND.match(sentence.blotted[end:]):
        near.append(sentence.at(end + behind.start("event")))
    if near:
        return _contests(near[:1])
    return _races(sentence, *clause_of(sentence, start)) or here.context.contests


def _related(sentence: Sentence, context: Context) -> Iterator[Related]:
    """Every mark of a sentence with what belongs to it."""
    owners = _beside(WHO_OF_MARK, sentence)
    contests = _beside(EVENT_OF_MARK, sentence)
    for mention in sentence.of("mark"):
        printed = mention.what
        assert isinstance(printed, Printed)  # noqa: S101 - what a mention of a mark holds
        start, end = clause_of(sentence, mention.start)
        owner = owners.get(mention.start)
        if mention.start in contests:
            named = _contests([contests[mention.start]])
        else:
            named = _contests_around(sentence, mention, context)
        topic = _possible(topic_of(named, sentence.blotted[start:end], context), printed.meant)
        who = str(owner.what) if owner else _who_before(sentence, mention, context)
        when = _when(sentence, mention) if owner or not _between(sentence, mention) else None
        yield Related(mention, printed, who, owner is not None, topic, when)


def topic_of(contests: Sequence[Contest], clause: str, context: Context) -> Topic:
    """The lists of which a clause speaks: both roofs where neither it nor the rest of the text says which."""
    overall = bool(ROOFS["overall"].search(clause))
    short, standard = (bool(ROOFS[roof].search(clause)) for roof in ("short", "standard"))
    events: list[str] = []
    for one in contests:
        if not one.standard:
            continue
        if overall or not (short and not standard):
            events.append(one.standard)
        if overall or not ((standard and not short) or (context.outdoors and not short)):
            events.append(one.short)
    return Topic(tuple(dict.fromkeys(events)), context.sexes, overall=overall)


def clause_of(sentence: Sentence, place: int) -> tuple[int, int]:
    """From where to where the clause around a place reaches."""
    stops = [match.end() for match in CLAUSE.finditer(sentence.blotted)]
    start = max((stop for stop in stops if stop <= place), default=0)
    end = min((stop for stop in stops if stop > place), default=len(sentence.text))
    return start, end


def _beside(patterns: Sequence[re.Pattern[str]], sentence: Sentence) -> dict[int, Mention]:
    """By the place of each mark what the first pattern that fits puts beside it."""
    found: dict[int, Mention] = {}
    for pattern in patterns:
        for match in pattern.finditer(sentence.blotted):
            name = next(name for name in pattern.groupindex if name != "mark")
            found.setdefault(match.start("mark"), sentence.at(match.start(name)))
    return found


def _contests_around(sentence: Sentence, mark: Mention, context: Context) -> tuple[Contest, ...]:
    """The events that the clause is about; else those it passes, and those of the text."""
    start, end = clause_of(sentence, mark.start)
    if NO_FINISH.search(sentence.blotted[start : mark.start]):
        return ()
    races = _races(sentence, start, end)
    if races:
        return races
    passed = _contests([one for one in sentence.of("event") if start <= one.start < end])
    return (*passed, *(context.contests or _races(sentence, 0, len(sentence.text))))


def _races(sentence: Sentence, start: int, end: int) -> tuple[Contest, ...]:
    """The events that a stretch of a sentence names, but for those that are points on the way."""
    passed = {match.start("event") for pattern in PASSING for match in pattern.finditer(sentence.blotted)}
    return _contests(
        [one for one in sentence.of("event") if start <= one.start < end and one.start not in passed]
    )


def _contests(mentions: Sequence[Mention]) -> tuple[Contest, ...]:
    return tuple(dict.fromkeys(one.what for one in mentions if isinstance(one.what, Contest)))


def _possible(topic: Topic, mark: Mark) -> Topic | None:
    """Without the events in which nobody runs this mark; None where nothing is left."""
    events = tuple(code for code in topic.events if _readable(code, mark))
    return replace(topic, events=events) if events else None


def _readable(code: str, mark: Mark) -> bool:
    try:
        EVENTS[code].read_time(str(mark))
    except MarkError:
        return False
    return True


def _who_before(sentence: Sentence, mark: Mention, context: Context) -> str:
    """Whose a mark is by the run of the sentence: its last subject, or whom the text spoke of before.

    Nobody's where a pacemaker, or someone whom the book does not know, stands in between.
    """
    start, _ = clause_of(sentence, mark.start)
    if NO_FINISH.search(sentence.blotted[start : mark.start]):
        return ""
    return subject_before(sentence, mark.start, context)


def _between(sentence: Sentence, mark: Mention) -> bool:
    """Whether somebody stands between a mark and the subject before it: then a day proves nothing."""
    start = max((one.start for one in _subjects(sentence) if one.start < mark.start), default=-1)
    people = [one for one in sentence.mentions if one.kind in {"who", "stranger"}]
    return any(start < one.start < mark.start for one in people)


def subject_before(sentence: Sentence, place: int, context: Context) -> str:
    """Of whom the sentence speaks up to a place; empty where it is nobody whom the book knows."""
    before = [one for one in _subjects(sentence) if one.start < place]
    if before:
        return "" if BEATEN.search(sentence.blotted[: before[-1].start]) else str(before[-1].what)
    return context.subject if PRONOUN.search(sentence.text[:place]) else ""


def _subjects(sentence: Sentence) -> list[Mention]:
    """Those who do something: not whose something is, nor of whom, by whom or behind whom."""
    people = [one for one in sentence.mentions if one.kind in {"who", "stranger"}]
    return [
        one
        for one in people
        if not re.match(r"['\u2019]", sentence.text[one.end :])
        and not _OBJECT.search(sentence.blotted[: one.start])
    ]


_OBJECT = re.compile(
    r"\b(?:than|of|by|behind|beat|off|from|with|to) (?:the )?(?:[A-Z]\w+(?:['\u2019]s)? )?$"
    r"|[\ue000\ue001] and $"
)


def _subject(sentence: Sentence) -> str:
    subjects = _subjects(sentence)
    return str(subjects[0].what) if subjects else ""


def _when(sentence: Sentence, mark: Mention) -> When | None:
    start, end = clause_of(sentence, mark.start)
    for pattern in DAY_OF_MARK:
        for match in pattern.finditer(sentence.blotted[start:end]):
            if start + match.start("mark") == mark.start:
                day = sentence.at(start + match.start("day")).what
                return day if isinstance(day, When) else None
    return None

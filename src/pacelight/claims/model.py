"""The values of the room: what a text states, and what the book answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from pacelight.book.model import Performance, Source, Status
from pacelight.event import Level, Sex
from pacelight.mark import Mark

__all__ = [
    "Answer",
    "Claim",
    "Evidence",
    "Held",
    "Lasted",
    "Margin",
    "Misprint",
    "Ran",
    "Ranked",
    "Sense",
    "Statement",
    "Topic",
    "Verdict",
    "When",
]


class Sense(StrEnum):
    """How a figure is meant: the word before it."""

    PLAIN = "plain"
    NEARLY = "nearly"
    MORE = "more than"
    LESS = "less than"
    ABOUT = "about"


class Verdict(StrEnum):
    """What the book says of a statement."""

    HOLDS = "holds"
    CONTRADICTED = "contradicted"
    MALFORMED = "malformed"
    BEYOND = "beyond the book"


@dataclass(frozen=True, slots=True)
class When:
    """A day, or all the days of a year."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Topic:
    """Of which lists a statement speaks: every reading that the text leaves open.

    Attributes:
        events: codes: one where the text says which; several where it leaves the roof open;
            none where it names no event.
        sexes: the same of the class.
        overall: of both roofs together, whichever is better.
    """

    events: tuple[str, ...]
    sexes: tuple[Sex, ...] = (Sex.MEN, Sex.WOMEN)
    overall: bool = False


@dataclass(frozen=True, slots=True)
class Ran:
    """Somebody made a mark, perhaps on a day.

    Attributes:
        who: key of the athlete.
        mark: as it was meant, where it is malformed.
        titled: the text calls it a record: the year may be one in which it stood.
    """

    topic: Topic
    who: str
    mark: Mark
    when: When | None = None
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A mark was a record, or somebody held one.

    Attributes:
        level: None where the text says "record" and not of whom.
        nation: the one that the text names, of a national record.
        best: the text says "best", not "record".
        now: the text says that it stands.
        about: of whom the sentence speaks, where it does not say whose the record is.
    """

    topic: Topic
    level: Level | None
    who: str | None = None
    mark: Mark | None = None
    nation: str | None = None
    best: bool = False
    now: bool = False
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody's mark is the so-many-th fastest ever, or of a nation."""

    topic: Topic
    rank: int
    who: str
    mark: Mark
    nation: str | None = None


@dataclass(frozen=True, slots=True)
class Margin:
    """A mark is so much faster than another.

    Attributes:
        thousandths: how much.
        unit: thousandths of the last figure that is said: 10 of 1.49, 1000 of "two".
        other: the slower mark, where it is printed.
        other_who: whose it is, where that is said.
        other_when: when it was made, where that is said.
    """

    topic: Topic
    who: str
    mark: Mark
    thousandths: int
    unit: int
    sense: Sense
    other: Mark | None = None
    other_who: str | None = None
    other_when: When | None = None


@dataclass(frozen=True, slots=True)
class Lasted:
    """So much time lies between somebody's record and the one that beat it, or the day of the text.

    Attributes:
        unit: days, years, or years with months and days.
        length: years, months, days; those that are not said are zero.
    """

    topic: Topic
    who: str
    unit: Literal["days", "years", "date"]
    length: tuple[int, int, int]
    sense: Sense
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Misprint:
    """A mark that is not written as times are.

    Attributes:
        meant: how it is written; what is said with it is checked as this.
        why: the refusal, with what to write instead.
    """

    meant: Mark
    why: str


Statement: TypeAlias = Ran | Held | Ranked | Margin | Lasted | Misprint


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement where it stands.

    Attributes:
        start: first character of the quotation, in the text.
        end: after its last.
        quote: the characters between, as they stand.
        sentence: the sentence around it, line breaks as blanks.
        hedged: said as a plan, a doubt or a denial: never contradicted.

    Raises:
        ValueError: the quotation is empty, or does not fit its place.
    """

    statement: Statement
    start: int
    end: int
    quote: str
    sentence: str
    hedged: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"a quotation from {self.start} to {self.end} is not '{self.quote}'")

    @property
    def kind(self) -> str:
        """One word: mark, record, rank, margin, interval or malformed."""
        return _KINDS[type(self.statement)]


_KINDS: dict[type, str] = {
    Ran: "mark",
    Held: "record",
    Ranked: "rank",
    Margin: "margin",
    Lasted: "interval",
    Misprint: "malformed",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the answer rests on.

    Attributes:
        listed: the list that was asked: ``WR MILEsh men``.
        performance: the one that decides.
        status: as it was known on the day; None where no decision speaks of it.
        source: who says so; None where the book names no one.
    """

    listed: str
    performance: Performance
    status: Status | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the book says of a claim.

    Attributes:
        why: one sentence for a person.
        as_of: the day of the text.
    """

    claim: Claim
    verdict: Verdict
    why: str
    as_of: date
    evidence: tuple[Evidence, ...] = ()

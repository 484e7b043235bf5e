"""What a journal of a race says, line by line. All that is told of a race follows from these alone.

``docs/reference/journal.md`` describes them field by field.
"""

from typing import Self, TypeAlias

import msgspec

from pacelight.distance import Distance
from pacelight.errors import JournalError
from pacelight.lights.canvas.pattern import Pattern
from pacelight.mark import Elapsed
from pacelight.meet.bus.protocol import MarkShown, OutputShown, RecordShown
from pacelight.meet.journal.stretches import Absent, Stretch
from pacelight.meet.race import Command
from pacelight.timing import Method, Owner, Passing, Verdict

__all__ = [
    "SCHEMA",
    "Asked",
    "Commanded",
    "ControllerSent",
    "Credited",
    "Done",
    "Entry",
    "Fired",
    "Judged",
    "Opened",
    "Passed",
    "Resumed",
    "Sent",
    "Shown",
    "decoded",
]

SCHEMA = "pacelight.journal/1"


class Asked(msgspec.Struct, frozen=True):
    """A light as it was asked for: kept whole, so that nothing need be asked again.

    Attributes:
        label: what it is, as the legend has it: ``World record 3:46.63, Nuguse``.
        head_m, tail_m: metres behind its leading edge that shine fully, and metres behind these.
        kind: how the plan was made: record, even, splits.
        origin: where the mark comes from: the question to the book, or the race file.
        athlete: who ran the mark; None where it is nobody's.
        as_of: the day for which the book was asked; None where it was not.
        distance_mm: of the plan.
        knots: points of the plan: whole millimetres, whole nanoseconds since the gun.
        pattern, dash_m, priority: see `pacelight.lights.canvas.wave.Wave`; journals that were begun before
            there were patterns have comets.
    """

    name: str
    label: str
    colour: str
    head_m: float
    tail_m: float
    kind: str
    origin: str
    mark: MarkShown
    athlete: str | None
    as_of: str | None
    distance_mm: int
    knots: list[tuple[int, int]]
    pattern: Pattern = Pattern.COMET
    dash_m: float = 2.0
    priority: int = 0


class Opened(msgspec.Struct, frozen=True, tag_field="type", tag="open"):
    """The first line: which race, with which lights.

    Attributes:
        race: the race file, whole.
        book: the book that was asked and is written to.
        target: where frames are sent.
        survey: the file that says which lamp stands where, whole; None where the race file says it.
        road: latitude and longitude of the places of a road, which the race file only names.
    """

    schema: str
    race: str
    lights: list[Asked]
    book: str
    target: str
    survey: str | None = None
    road: list[tuple[float, float]] = []


class Commanded(msgspec.Struct, frozen=True, tag_field="type", tag="command"):
    """Someone, or the engine itself, told the race to go on."""

    command: Command
    by: str


class Fired(msgspec.Struct, frozen=True, tag_field="type", tag="gun"):
    """The gun.

    Attributes:
        monotonic_ns: the instant on the clock that is never set, of the machine named by `boot`.
        unix_ns: the same instant for everyone else.
        boot: id of the machine's boot; on another the instant is found through `unix_ns`.
        rate: race seconds a second, as a fraction: ``1``, ``10``, ``1/2``.
    """

    monotonic_ns: int
    unix_ns: int
    boot: str
    rate: str


class Passed(msgspec.Struct, frozen=True, tag_field="type", tag="passing"):
    """A passing as it came, before anyone judged it: `pacelight.timing.Passing`."""

    bib: str
    distance_mm: int
    elapsed_ns: int
    method: str
    official: bool
    source: str
    key: str
    owner: str

    @classmethod
    def of(cls, passing: Passing) -> Self:
        """A passing as it will stand in the journal."""
        return cls(
            bib=passing.bib,
            distance_mm=passing.distance.mm,
            elapsed_ns=passing.elapsed.ns,
            method=passing.method,
            official=passing.official,
            source=passing.source,
            key=passing.key,
            owner=passing.owner,
        )

    @property
    def passing(self) -> Passing:
        """The passing that stands in the journal.

        Raises:
            RaceError: it cannot have happened.
        """
        return Passing(
            bib=self.bib,
            distance=Distance(self.distance_mm),
            elapsed=Elapsed(self.elapsed_ns),
            method=Method(self.method),
            official=self.official,
            source=self.source,
            key=self.key,
            owner=Owner(self.owner),
        )


class Judged(msgspec.Struct, frozen=True, tag_field="type", tag="verdict"):
    """A runner will have no place: `pacelight.timing.Verdict`."""

    bib: str
    status: str
    elapsed_ns: int
    source: str
    key: str

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        """A verdict as it will stand in the journal."""
        return cls(verdict.bib, verdict.status, verdict.elapsed.ns, verdict.source, verdict.key)


class Credited(msgspec.Struct, frozen=True, tag_field="type", tag="credit"):
    """A finish went into the book.

    Attributes:
        performances: keys of what was entered, in order of time.
        records: what they broke.
        refused: what the book would not take, and why.
    """

    bib: str
    performances: list[str]
    records: list[RecordShown]
    refused: list[str]


class Shown(msgspec.Struct, frozen=True, tag_field="type", tag="shown"):
    """What the lamps were sent since such a line was written before; every ten seconds or so of a race.

    Attributes:
        stretches: of the race, one after another.
        absent: controllers that were not reached; what is told of one from the same instant on replaces
            what was told before.
    """

    stretches: list[Stretch]
    absent: list[Absent] = []


class ControllerSent(msgspec.Struct, frozen=True):
    """What a controller was sent.

    Attributes:
        frames: that it was to show.
        packets, bytes: taken by the network.
        errors: how often the network refused.
        times: how often it was not reached.
        state: up, refusing or away, in the end.
        reason: the last error in the words of the system; empty if there was none.
    """

    name: str
    target: str
    frames: int
    packets: int
    bytes: int
    errors: int
    times: int
    state: str
    reason: str


class Sent(msgspec.Struct, frozen=True, tag_field="type", tag="sent"):
    """What the lamps were sent in all, from arming on.

    Attributes:
        controllers: each by itself.
        waking: nanoseconds by which frames were late, and how many were later than the one before and no
            later than that.
        restarts: how often the light loop was started again.
    """

    output: OutputShown
    controllers: list[ControllerSent] = []
    waking: list[tuple[int, int]] = []
    restarts: int = 0


class Resumed(msgspec.Struct, frozen=True, tag_field="type", tag="resume"):
    """An engine took over where another had died.

    Attributes:
        boot: id of the machine's boot.
        cut: what was wrong with the journal; None where it was whole.
        term: of this engine: each that takes over has a higher one. 0 in journals from before there were any.
        gun_ns: the gun on the monotonic clock of this machine, where it was fired on that of another.
        gun_error_ns: by how much that may be wrong; None where nobody can say, as by the clock of the world.
    """

    boot: str
    cut: str | None
    term: int = 0
    gun_ns: int | None = None
    gun_error_ns: int | None = None


class Done(msgspec.Struct, frozen=True, tag_field="type", tag="done"):
    """The run is complete: everyone is in and the lights are through.

    Attributes:
        journal: where this is written.
    """

    book: str
    journal: str


Entry: TypeAlias = Opened | Commanded | Fired | Passed | Judged | Credited | Shown | Sent | Resumed | Done

_DECODER: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


def decoded(event: bytes) -> Entry:
    """What a line says.

    Raises:
        JournalError: nothing that this version of the journal knows.
    """
    try:
        return _DECODER.decode(event)
    except msgspec.DecodeError as error:
        raise JournalError(f"a line of the journal says what is not known here: {error}") from error

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
    "BEFORE",
    "SCHEMA",
    "Asked",
    "Authored",
    "Commanded",
    "Conflicted",
    "ControllerSent",
    "Corrected",
    "Credited",
    "Declined",
    "Deed",
    "Done",
    "Entered",
    "Entry",
    "Fired",
    "GunMoved",
    "Holder",
    "Judged",
    "Of",
    "Opened",
    "Passed",
    "Reassigned",
    "Reloaded",
    "Replanned",
    "Restored",
    "Resumed",
    "Sealed",
    "Sent",
    "Settled",
    "Shown",
    "Signed",
    "Stake",
    "Struck",
    "Swapped",
    "TimingSeen",
    "Undone",
    "WindRead",
    "Withdrawn",
    "decoded",
]

SCHEMA = "pacelight.journal/2"

BEFORE = "pacelight.journal/1"
"""Journals of one race, in which a race was armed unchecked."""


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
        turns: instants of the light's own time from which it does something else, in nanoseconds, each with
            when it is to be at the finish; None for the plan that it had in the beginning.
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
    turns: list[tuple[int, int | None]] = []


class Stake(msgspec.Struct, frozen=True):
    """A record that a runner could break, as the book had it when the race was opened.

    Attributes:
        bib: whose it could be.
        level, label, scope, code: which record, of which event.
        mark: that stands.
        since: the day on which it was first reached, ISO.
        holders: who holds it.
        en_route: decided on the way.
    """

    bib: str
    level: str
    label: str
    scope: str
    code: str
    mark: MarkShown
    since: str
    holders: list[str]
    en_route: bool = False


class Opened(msgspec.Struct, frozen=True, tag_field="type", tag="open"):
    """The first line: which race, with which lights.

    Attributes:
        race: the race file, whole.
        book: the book that was asked and is written to.
        target: where frames are sent.
        survey: the file that says which lamp stands where, whole; None where the race file says it.
        road: latitude and longitude of the places of a road, which the race file only names.
        by, role, key, digest: who loaded it, as in `Authored`; empty of the race an engine was begun with.
        stakes: which records its runners could break.
        zone: by how much the clocks at the venue differ from UTC on the day, ``+01:00``; empty of a journal
            that does not know.
        number: event, round and heat, as the timing system numbers the race; None where it does not.
    """

    schema: str
    race: str
    lights: list[Asked]
    book: str
    target: str
    survey: str | None = None
    road: list[tuple[float, float]] = []
    by: str = ""
    role: str = ""
    key: str = ""
    digest: str = ""
    stakes: list[Stake] = []
    zone: str = ""
    number: tuple[str, str, str] | None = None


class Signed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody did.

    Attributes:
        by: who: a post or a name; empty of what a timing system did.
        role: as what (`pacelight.meet.desk.roles`).
        reason: why.
        digest: of what was asked under its key, so that another request with the same key is found out.
    """

    by: str = ""
    role: str = ""
    reason: str = ""
    digest: str = ""


class Authored(Signed, frozen=True, kw_only=True):
    """What somebody asked for.

    Attributes:
        key: of the request; the same key twice is one.
    """

    key: str = ""


class Commanded(Authored, frozen=True, tag_field="type", tag="command"):
    """Someone, or the engine itself, told the race to go on.

    Attributes:
        despite: what was not right, of an arming that the director ordered all the same.
        at_ns: of a hold and a going on, race nanoseconds since our gun.
    """

    command: Command
    despite: list[str] = []
    at_ns: int | None = None


class Fired(Authored, frozen=True, tag_field="type", tag="gun"):
    """The gun.

    Attributes:
        monotonic_ns: the instant on the clock that is never set, of the machine named by `boot`.
        unix_ns: the same instant for everyone else.
        boot: id of the machine's boot; on another the instant is found through `unix_ns`.
        rate: race seconds a second, as a fraction: ``1``, ``10``, ``1/2``.
        source: what said so: a start signal, a timing system, a person.
        error_ns: by how much the instant may be wrong; None where nobody can say.
    """

    monotonic_ns: int
    unix_ns: int
    boot: str
    rate: str
    source: str = ""
    error_ns: int | None = None


class GunMoved(Authored, frozen=True, tag_field="type", tag="gun-moved"):
    """The gun was at another instant than was believed. What was timed from our gun moves with it.

    Attributes:
        by_ns: nanoseconds of the clocks, not of the race; below zero it was earlier.
        source: what said so.
        error_ns: by how much the instant may be wrong now; None where nobody can say.
    """

    by_ns: int
    source: str = ""
    error_ns: int | None = None


class Passed(Signed, frozen=True, tag_field="type", tag="passing"):
    """A passing as it came, before anyone judged it: `pacelight.timing.Passing`.

    Attributes:
        bib: empty where it is not known yet whose it is.
        key: idempotency; of a time taken by hand that of the request.
        from_our_gun: it was timed from the gun as the engine knew it when this was written, and moves with
            that gun; otherwise a timing system counted it from its own gun, and it stands as printed.
        error_ns: by how much the instant of a time by hand may be wrong, as its clock was known; None where
            nobody said.
    """

    bib: str
    distance_mm: int
    elapsed_ns: int
    method: str
    official: bool
    source: str
    key: str
    owner: str
    from_our_gun: bool = False
    error_ns: int | None = None

    @classmethod
    def of(cls, passing: Passing, *, from_our_gun: bool = False) -> Self:
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
            from_our_gun=from_our_gun,
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


class Judged(Signed, frozen=True, tag_field="type", tag="verdict"):
    """A runner will have no place: `pacelight.timing.Verdict`.

    Attributes:
        status: empty takes back what was said before.
        key: idempotency; of a person's word that of the request.
        rule: of a disqualification.
    """

    bib: str
    status: str
    elapsed_ns: int
    source: str
    key: str
    rule: str = ""

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        """A verdict as it will stand in the journal."""
        return cls(verdict.bib, verdict.status, verdict.elapsed.ns, verdict.source, verdict.key)


class Struck(Authored, frozen=True, tag_field="type", tag="struck"):
    """A time, by its key, is taken out of the race; it can be put back."""

    what: str


class Restored(Authored, frozen=True, tag_field="type", tag="restored"):
    """A time that was struck out, by its key, is put back."""

    what: str


class Reassigned(Authored, frozen=True, tag_field="type", tag="reassigned"):
    """A time, by its key, is that of this bib."""

    what: str
    bib: str


class Swapped(Authored, frozen=True, tag_field="type", tag="swapped"):
    """Two runners wore each other's bibs: whatever was timed under one so far is the other's."""

    bib: str
    other: str


class Corrected(Authored, frozen=True, tag_field="type", tag="corrected"):
    """A time, by its key, was not right; what is None stays."""

    what: str
    elapsed_ns: int | None = None
    distance_mm: int | None = None
    official: bool | None = None


class Replanned(Authored, frozen=True, tag_field="type", tag="replanned"):
    """A light has another plan from here on: `asked` is the whole light, as it shines from now on.

    Attributes:
        from_ns: nanoseconds of the light since its gun, time held left out: it is where it was until then.
        undoes: the line whose change it takes back, so far as a light can go back; 0 for none.
    """

    light: str
    asked: Asked
    from_ns: int
    undoes: int = 0


class Undone(Authored, frozen=True, tag_field="type", tag="undone"):
    """What stands in this line of the journal is as if it had never been."""

    line: int


class Conflicted(Signed, frozen=True, tag_field="type", tag="conflict"):
    """Somebody says something else than what stands; a person has to say which holds.

    Attributes:
        key: of the conflict.
        bib: whom it is about.
        source: what says so.
        why: in words.
        says: the time that it says; None where it says none.
        against: key of the time that stands; empty where it is not about a time.
        status: that it says; empty where it says none.
        stands: status that stands, and is taken back where what was said holds; empty where none does.
    """

    key: str
    bib: str
    source: str
    why: str
    says: Passed | None = None
    against: str = ""
    status: str = ""
    stands: str = ""


class Settled(Authored, frozen=True, tag_field="type", tag="settled"):
    """Of a conflict, by its key, what was said holds (`take`), or what stood."""

    what: str
    take: bool


class Holder(Authored, frozen=True, tag_field="type", tag="holder"):
    """Which console operates the lights from now on; empty for none."""

    client: str


class Reloaded(Authored, frozen=True, tag_field="type", tag="reloaded"):
    """The meet file was read again.

    Attributes:
        races: ids of all that it has now, in order.
        changed: of these, races that were opened, have not begun, and are others now: to be loaded again.
        begun: races that are others in the file, or not in it any more, and stay as they were opened.
    """

    races: list[str]
    changed: list[str] = []
    begun: list[str] = []


class Staged(Authored, frozen=True, tag_field="type", tag="staged"):
    """What the lamps show between races, from now on: a show, or lamps for whoever walks along them.

    No race has it and no replay shows it: it ends by itself, and with the engine.

    Attributes:
        look: its name; empty for what the race has.
        first, last: of a walk, numbers of lamps, both lit and all between them.
        blinks: of a walk.
        per_minute: beats of a clap-along.
    """

    look: str
    first: int = 0
    last: int = 0
    blinks: bool = False
    per_minute: int = 120


class Declined(Authored, frozen=True, tag_field="type", tag="declined"):
    """Somebody asked for what was not done.

    Attributes:
        act: what was asked.
        why: in one line each.
    """

    act: str
    why: list[str]


class TimingSeen(msgspec.Struct, frozen=True, tag_field="type", tag="timing"):
    """A timing system came, went, or said how its clock stands.

    Attributes:
        source: as the meet file names it.
        state: of its listener.
        offset_ns: its clock less that of the engine; None while unknown.
        error_ns: by how much that may be wrong.
        why: the last error, in one line; empty if there was none.
    """

    source: str
    state: str
    offset_ns: int | None = None
    error_ns: int | None = None
    why: str = ""


class WindRead(msgspec.Struct, frozen=True, tag_field="type", tag="wind"):
    """The wind as printed: ``+0.6``, metres a second."""

    text: str
    source: str = ""


class Sealed(msgspec.Struct, frozen=True, tag_field="type", tag="sealed"):
    """The journal goes on here, since it could not be written where it was.

    Attributes:
        path: of what was written before.
        why: the error of the disk.
    """

    path: str
    why: str


class Entered(msgspec.Struct, frozen=True):
    """A performance as it went into the book.

    Attributes:
        key: under which it is there.
        base: the key that it would have had, had none before it been withdrawn.
        code: World Athletics code of the event.
        mark: official.
    """

    key: str
    base: str
    code: str
    mark: MarkShown


class Credited(msgspec.Struct, frozen=True, tag_field="type", tag="credit"):
    """A finish went into the book.

    Attributes:
        performances: keys of what was entered, in order of time.
        records: what they broke.
        refused: what the book would not take, and why.
        entered: the performances, each with its mark; journals of before have none.
    """

    bib: str
    performances: list[str]
    records: list[RecordShown]
    refused: list[str]
    entered: list[Entered] = []


class Withdrawn(msgspec.Struct, frozen=True, tag_field="type", tag="withdrawn"):
    """What had gone into the book does not hold any more, and the book was told so.

    Attributes:
        performances: keys of what was annulled.
        why: the reason that the book was given.
        refused: what the book would not take, and why.
    """

    bib: str
    performances: list[str]
    why: str
    refused: list[str] = []


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


class Of(msgspec.Struct, frozen=True, tag_field="type", tag="of"):
    """What happened to a race that is not the one on the track.

    Attributes:
        race: its id.
        entry: what happened.
    """

    race: str
    entry: "Deed"


Deed: TypeAlias = (
    Commanded
    | Fired
    | GunMoved
    | Passed
    | Judged
    | Struck
    | Restored
    | Reassigned
    | Swapped
    | Corrected
    | Replanned
    | Undone
    | Conflicted
    | Settled
    | Declined
    | Credited
    | Withdrawn
    | WindRead
)
"""What can happen to a race, whether it is the one on the track or not."""

Entry: TypeAlias = (
    Opened | Of | Deed | Holder | Reloaded | Staged | TimingSeen | Sealed | Shown | Sent | Resumed | Done
)

_DECODER: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


def decoded(event: bytes) -> Entry:
    """What a line says.

    Raises:
        JournalError: nothing that this version of the journal knows.
    """
    try:
        return _DECODER.decode(event)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise JournalError(f"a line of the journal says what is not known here: {error}") from error

"""What somebody asks and what is answered, as JSON lines on the bus.

::

    {"type":"request","key":"5f0c...","race":"mile","by":"lights","role":"operator","seen":12,"do":{"act":"arm"}}
    {"type":"answer","key":"5f0c...","done":true,"revision":13,"state":"armed","why":""}

A request carries a key of its own, so that the same one twice is one, and the revision that was seen when it
was made, so that nobody decides upon what is no longer so. What stops something needs no revision.
"""

from typing import TypeAlias

import msgspec

from pacelight.errors import RaceError
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import Role

__all__ = ["SCHEMA", "Answer", "Do", "Request", "act_of", "answer", "request"]

SCHEMA = "pacelight.desk/1"


class _Do(
    msgspec.Struct, frozen=True, kw_only=True, tag_field="act", forbid_unknown_fields=True, omit_defaults=True
):
    """What is asked.

    Attributes:
        reason: why; what needs one is refused without it.
    """

    reason: str = ""


class Load(_Do, frozen=True, kw_only=True, tag="load"):
    """Make a race the next one."""


class Unload(_Do, frozen=True, kw_only=True, tag="unload"):
    """Put it away again."""


class Reload(_Do, frozen=True, kw_only=True, tag="reload"):
    """Read the meet file again."""


class Check(_Do, frozen=True, kw_only=True, tag="check"):
    """Go through what must be right."""


class Arm(_Do, frozen=True, kw_only=True, tag="arm"):
    """The next gun starts it.

    Attributes:
        override: arm although something is not right; for the director, with a reason.
    """

    override: bool = False


class Disarm(_Do, frozen=True, kw_only=True, tag="disarm"):
    """No gun starts it any more."""


class Gun(_Do, frozen=True, kw_only=True, tag="gun"):
    """The race begins.

    Attributes:
        ago_ns: so long ago, whole nanoseconds: it began in the past.
        at_unix_ns: when the key was pressed, on the clock of the engine as who pressed it knows it; None for
            when this arrives.
        error_ns: by how much that clock may be wrong.
    """

    ago_ns: int = 0
    at_unix_ns: int | None = None
    error_ns: int | None = None


class MoveGun(_Do, frozen=True, kw_only=True, tag="move-gun"):
    """The gun was earlier (below zero) or later than it was taken to be."""

    by_ns: int


class Hold(_Do, frozen=True, kw_only=True, tag="hold"):
    """The lights stand where they are."""


class GoOn(_Do, frozen=True, kw_only=True, tag="go-on"):
    """The lights go on from where they stand."""


class Finish(_Do, frozen=True, kw_only=True, tag="finish"):
    """The last runner is in."""


class Official(_Do, frozen=True, kw_only=True, tag="official"):
    """The result is confirmed."""


class Reopen(_Do, frozen=True, kw_only=True, tag="reopen"):
    """A confirmed result is opened again."""


class Recall(_Do, frozen=True, kw_only=True, tag="recall"):
    """A false start."""


class Abort(_Do, frozen=True, kw_only=True, tag="abort"):
    """Called off."""


class Reset(_Do, frozen=True, kw_only=True, tag="reset"):
    """A race that was called off is ready to be run anew."""


class Blackout(_Do, frozen=True, kw_only=True, tag="blackout"):
    """All lamps dark, now."""


class Fade(_Do, frozen=True, kw_only=True, tag="fade"):
    """All lamps dark within a second."""


class Light(_Do, frozen=True, kw_only=True, tag="light"):
    """The end of a blackout, or of a fade."""


class Replan(_Do, frozen=True, kw_only=True, tag="replan"):
    """Another finishing time for a light, from where it is.

    Attributes:
        light: its name.
        mark: the new time at the finish; empty for the plan that it had before.
    """

    light: str
    mark: str = ""


class Nudge(_Do, frozen=True, kw_only=True, tag="nudge"):
    """A light a little faster (below zero) or slower, from where it next passes the finish line.

    Attributes:
        light: its name.
        by_ms: whole milliseconds a lap.
    """

    light: str
    by_ms: int


class Show(_Do, frozen=True, kw_only=True, tag="show"):
    """What means nothing, on the lamps between races.

    Attributes:
        look: its name; empty to end it.
        per_minute: beats of a clap-along.
    """

    look: str = ""
    per_minute: int = 120


class Walk(_Do, frozen=True, kw_only=True, tag="walk"):
    """Single lamps, for whoever walks along them between races.

    Attributes:
        first: number of a lamp, in running direction; None to end it.
        last: all lamps from the first to this one, across the end of the lap if need be; None for it alone.
        blinks: half a second on, half a second off.
    """

    first: int | None = None
    last: int | None = None
    blinks: bool = False


class TakeLights(_Do, frozen=True, kw_only=True, tag="take-lights"):
    """Operate the lights from now on.

    Attributes:
        over: although somebody else does.
    """

    over: bool = False


class LeaveLights(_Do, frozen=True, kw_only=True, tag="leave-lights"):
    """Operate them no more."""


class Split(_Do, frozen=True, kw_only=True, tag="split"):
    """A time taken by hand.

    Attributes:
        distance: at which point, ``800 m``; empty for the finish.
        bib: empty where it is not known yet.
        elapsed_ns: since the gun, as whoever took it counted; None for now.
        at_unix_ns: the instant at which it was taken, on the clock of the engine as who took it knows it;
            None for now. The same request may then be made again and again, until it is answered.
        error_ns: by how much `at_unix_ns` may be wrong; None where nobody can say.
        source: who or what took it: ``stopwatch``.
    """

    distance: str = ""
    bib: str = ""
    elapsed_ns: int | None = None
    at_unix_ns: int | None = None
    error_ns: int | None = None
    source: str = ""


class Status(_Do, frozen=True, kw_only=True, tag="status"):
    """Why somebody has no place.

    Attributes:
        status: ``DNS``, ``DNF``, ``DQ``; empty to take it back.
        rule: of a disqualification: ``TR17.3.1``.
    """

    bib: str
    status: str
    rule: str = ""


class Strike(_Do, frozen=True, kw_only=True, tag="strike"):
    """Take a time out; `what` is its key."""

    what: str


class Restore(_Do, frozen=True, kw_only=True, tag="restore"):
    """Put back what was struck out; `what` is its key."""

    what: str


class Reassign(_Do, frozen=True, kw_only=True, tag="reassign"):
    """A time, by its key, is another runner's."""

    what: str
    bib: str


class Swap(_Do, frozen=True, kw_only=True, tag="swap"):
    """Two runners wear each other's bibs: all their times change hands."""

    bib: str
    other: str


class Correct(_Do, frozen=True, kw_only=True, tag="correct"):
    """A time, by its key, was not right; what is None stays."""

    what: str
    elapsed_ns: int | None = None
    distance: str | None = None
    official: bool | None = None


class Undo(_Do, frozen=True, kw_only=True, tag="undo"):
    """Take back what stands in this line of the journal; 0 for the last that can be."""

    line: int = 0


class Settle(_Do, frozen=True, kw_only=True, tag="settle"):
    """Of a conflict, by its key, take what the timing says, or leave what stands."""

    what: str
    take: bool


Do: TypeAlias = (
    Load
    | Unload
    | Reload
    | Check
    | Arm
    | Disarm
    | Gun
    | MoveGun
    | Hold
    | GoOn
    | Finish
    | Official
    | Reopen
    | Recall
    | Abort
    | Reset
    | Blackout
    | Fade
    | Light
    | Replan
    | Nudge
    | Show
    | Walk
    | TakeLights
    | LeaveLights
    | Split
    | Status
    | Strike
    | Restore
    | Reassign
    | Swap
    | Correct
    | Undo
    | Settle
)


class Request(msgspec.Struct, frozen=True, tag_field="type", tag="request"):
    """Somebody asks something.

    Attributes:
        key: idempotency, made by who asks: a UUID.
        race: id of the race that is meant.
        by: who asks, a name.
        role: as what.
        seen: revision of the race that was seen; None only for what stops something.
        client: which console asks, for the light token; empty for none.
    """

    key: str
    race: str
    by: str
    role: Role
    do: Do
    seen: int | None = None
    client: str = ""
    schema: str = SCHEMA


class Answer(msgspec.Struct, frozen=True, tag_field="type", tag="answer"):
    """What came of it; the same request again is answered the same.

    Attributes:
        done: whether it happened.
        revision: of the race now.
        state: of the race now.
        why: of what was refused, in one line each; of what was done, what to know of it.
    """

    key: str
    done: bool
    revision: int
    state: str
    why: list[str] = []
    schema: str = SCHEMA


def act_of(do: Do) -> Act:
    """What is asked, as the table of roles has it."""
    match do:
        case Arm(override=True):
            return Act.OVERRIDE
        case Gun() if do.ago_ns:
            return Act.STARTED
    return Act(str(do.__struct_config__.tag))


_REQUEST: msgspec.json.Decoder[Request] = msgspec.json.Decoder(Request)
_ANSWER: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


def request(line: bytes) -> Request:
    """What was asked.

    Raises:
        RaceError: nothing that can be.
    """
    try:
        return _REQUEST.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RaceError(f"not a request: {error}") from error


def answer(line: bytes) -> Answer:
    """What was answered.

    Raises:
        RaceError: nothing that can be.
    """
    try:
        return _ANSWER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RaceError(f"not an answer: {error}") from error

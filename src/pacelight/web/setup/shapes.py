"""The shapes of what is sent and answered about a meet that is prepared."""

from typing import Annotated

import msgspec

from pacelight.web.setup.draft import MeetDraft, RunnerDraft
from pacelight.web.setup.entries import EntriesShown, SeatShown
from pacelight.web.setup.found import FoundShown
from pacelight.web.setup.kept import Version
from pacelight.web.setup.rounds import DoctorShown
from pacelight.web.setup.survey import Fault, SurveyDraft
from pacelight.web.setup.walk import WalkShown

__all__ = [
    "SHAPES",
    "EntriesAsked",
    "FindAsked",
    "LaidShown",
    "MeetAsked",
    "MeetShown",
    "Nothing",
    "PictureShown",
    "PlanAsked",
    "SeatsAsked",
    "SeatsShown",
    "SetupShown",
    "SurveyAsked",
    "SurveyShown",
    "UndoAsked",
    "WalkAsked",
]  # fmt: skip

Digest = Annotated[str, msgspec.Meta(max_length=64)]


class _Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class SurveyAsked(_Asked, frozen=True):
    """A survey to be checked, or saved.

    Attributes:
        seen: digest of the file that was changed; empty where there was none.
    """

    survey: SurveyDraft
    seen: Digest = ""


class PlanAsked(_Asked, frozen=True):
    """A survey to begin with: lamps at even distances, shared out between controllers."""

    track: Annotated[str, msgspec.Meta(max_length=200)]
    lamps: Annotated[int, msgspec.Meta(ge=2, le=100_000)]
    controllers: Annotated[int, msgspec.Meta(ge=1, le=1000)] = 1


class MeetAsked(_Asked, frozen=True):
    """A meet to be checked, or saved; `seen` as in a survey."""

    meet: MeetDraft
    seen: Digest = ""


class Nothing(_Asked, frozen=True):
    """Nothing is sent with it but `{}`."""


class UndoAsked(_Asked, frozen=True):
    """The version before is to be put back; `seen` as in a survey."""

    seen: Digest = ""


class FindAsked(_Asked, frozen=True):
    """Who is on the network.

    Attributes:
        seconds: how long is listened.
        targets: addresses that are asked by Art-Net; everybody, if none is given.
        wled: hosts that are asked as WLED, besides those that announce themselves.
    """

    seconds: Annotated[float, msgspec.Meta(ge=0.1, le=15)] = 2.0
    targets: Annotated[list[Annotated[str, msgspec.Meta(max_length=200)]], msgspec.Meta(max_length=64)] = []
    wled: Annotated[list[Annotated[str, msgspec.Meta(max_length=200)]], msgspec.Meta(max_length=64)] = []


class WalkAsked(_Asked, frozen=True):
    """What the walk is to show.

    Attributes:
        lamp: of the survey, in running direction; null for dark.
        segment: of the lamp: all of it is lit.
        blink: half a second on, half a second off.
        dead: whether the lamp shines; null leaves the survey as it is.
    """

    lamp: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] | None = None
    segment: bool = False
    blink: bool = False
    dead: bool | None = None


class EntriesAsked(_Asked, frozen=True):
    """A start list.

    Attributes:
        name: of the file.
        text: what was pasted; empty where `base64` is given.
        base64: the bytes of the file.
        format: in which it is; found in it if not given.
        sex: of the race.
    """

    name: Annotated[str, msgspec.Meta(max_length=200)] = "pasted"
    text: str = ""
    base64: str = ""
    format: Annotated[str, msgspec.Meta(max_length=20)] = ""
    sex: Annotated[str, msgspec.Meta(max_length=20)] = ""


class SeatsAsked(_Asked, frozen=True):
    """Runners who are to be looked up in the book."""

    runners: Annotated[list[RunnerDraft], msgspec.Meta(max_length=500)]
    sex: Annotated[str, msgspec.Meta(max_length=20)] = ""


class SeatsShown(msgspec.Struct, frozen=True):
    """Who they are."""

    seats: list[SeatShown]
    schema: str = "pacelight.setup-seats/1"


class LaidShown(msgspec.Struct, frozen=True):
    """A segment on the track, metres past the finish.

    Attributes:
        from_m, to_m: of its first lamp and its last, as they are numbered.
        apart_m: the usual distance along the kerb; null of one lamp.
        dead_m: of its dead lamps.
        gaps_m: of the lamps each side of its gaps.
        says: all of it in one line.
    """

    from_m: float
    to_m: float
    apart_m: float | None
    dead_m: list[float]
    gaps_m: list[list[float]]
    says: str


class PictureShown(msgspec.Struct, frozen=True):
    """The track to be drawn: as in the live protocol."""

    name: str
    lap_m: float
    open: bool
    outline: list[list[float]]


class SurveyShown(msgspec.Struct, frozen=True):
    """A survey, and what is wrong with it.

    Attributes:
        file: its name; empty where the meet names none.
        draft: as a form has it; null where its form is none of controllers.
        seen: digest of the file.
        laid: by controller and segment, where it lies; null where it cannot be laid.
        whole: whether nothing is wrong with it.
        apart_m: least and greatest distance of neighbours.
        note: what to know of it, in one line.
        kept: false where it was to be saved, and a field cannot be read.
    """

    file: str
    draft: SurveyDraft | None
    seen: str
    lamps: int
    whole: bool
    faults: list[Fault]
    laid: list[list[LaidShown | None]]
    track: PictureShown | None
    apart_m: list[float] | None = None
    note: str = ""
    versions: list[Version] = []
    kept: bool = True
    schema: str = "pacelight.setup-survey/1"


class MeetShown(msgspec.Struct, frozen=True):
    """A meet, and what is wrong with it.

    Attributes:
        draft: as a form has it; null where the file is no TOML.
        faults: of fields, which are not saved.
        unready: what is missing before it can be run, each in one line; it is saved all the same.
        whole: whether an engine would run it.
        note: what was done besides, in one line.
        kept: false where it was to be saved, and a field cannot be read.
    """

    file: str
    draft: MeetDraft | None
    seen: str
    faults: list[Fault]
    unready: list[Fault]
    whole: bool
    note: str = ""
    versions: list[Version] = []
    kept: bool = True
    schema: str = "pacelight.setup-meet/1"


class SetupShown(msgspec.Struct, frozen=True):
    """What can be done here, and how far it is.

    Attributes:
        may: what this session may do.
        folder: where the files lie.
        opened: whether the engine of tonight is to run.
        engine: whether it is heard.
        on: why nothing of the race on the track is changed now; empty if nothing forbids it.
        address: of the pages, for a phone; empty where only this machine gets there.
        qr: the same as a picture: rows of 0 and 1.
        tracks, levels: names to choose from.
        timing: kinds of addresses of timing systems.
        outputs: kinds of addresses of lamps.
        command: by which the engine is started where no button can.
    """

    may: list[str]
    folder: str
    opened: bool
    engine: bool
    on: str
    address: str
    qr: list[str]
    tracks: list[str]
    levels: list[str]
    timing: list[str]
    outputs: list[str]
    command: str
    schema: str = "pacelight.setup/1"


SHAPES: tuple[type, ...] = (
    Nothing, SurveyAsked, PlanAsked, MeetAsked, UndoAsked, FindAsked, WalkAsked, EntriesAsked, SeatsAsked,
    SurveyShown, MeetShown, SetupShown, EntriesShown, SeatsShown, FoundShown, WalkShown, DoctorShown,
)  # fmt: skip
"""What is sent and answered, for the description of the interface."""

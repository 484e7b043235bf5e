"""How the engine, its lamps, its timing systems and those who follow it do."""

import msgspec

__all__ = ["ClocksShown", "OtherShown", "OutputShown", "SourceShown", "TroubleShown"]


class TroubleShown(msgspec.Struct, frozen=True):
    """A controller that is not reached.

    Attributes:
        name: as the survey calls it, or its address.
        state: refusing (nobody listens there, or it takes no more) or away (there is no way to it).
        since_unix_ns: since when.
        reason: the last error in the words of the system.
    """

    name: str
    state: str
    since_unix_ns: int
    reason: str


class OutputShown(msgspec.Struct, frozen=True):
    """What the lamps were sent.

    Attributes:
        frames: drawn and sent.
        late: instants that were missed; the frame after such a one shows the light where it is then.
        lateness_p99_ms: how late 99 of 100 frames were at most.
        lateness_max_ms: how late the latest was.
        controllers: how many are sent to; 0 while nothing was sent.
        troubled: those of them that are not reached now, as the network of the engine sees it.
        told_unix_ns: when the lamps were last told to show another thing; null before.
        shown_unix_ns: when the first frame of that had left for them; null until then.
    """

    frames: int
    late: int
    lateness_p99_ms: float
    target: str
    lateness_max_ms: float = 0.0
    controllers: int = 0
    troubled: list[TroubleShown] = []
    told_unix_ns: int | None = None
    shown_unix_ns: int | None = None


class OtherShown(msgspec.Struct, frozen=True):
    """A standby or a light node that follows the engine.

    Attributes:
        kind: standby or node.
        role: of its lights: following, leading, alone.
        behind: lines of the journal that are not safe with it yet.
        offset_ms: its clock less that of the engine; null while that is not known.
        error_ms: by how much that may be wrong.
        drift_ppm: by how much its clock runs faster.
        age_s: since it was last heard.
    """

    name: str
    kind: str
    role: str
    behind: int
    offset_ms: float | None
    error_ms: float | None
    drift_ppm: float | None
    age_s: float


class ClocksShown(msgspec.Struct, frozen=True):
    """The clocks of a race, held against that of the engine.

    Attributes:
        timing: where times come from: replay, of a recording by the engine's own clock.
    """

    others: list[OtherShown]
    timing: str = "replay"


class SourceShown(msgspec.Struct, frozen=True):
    """A timing system, as it was last seen.

    Attributes:
        offset_ms: its clock less that of the engine; null while unknown.
        error_ms: by how much that may be wrong.
        why: its last error, in one line; empty if there was none.
    """

    name: str
    state: str
    offset_ms: float | None
    error_ms: float | None
    why: str

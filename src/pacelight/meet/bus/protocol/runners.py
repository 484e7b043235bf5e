"""What is known of those who run: splits, gaps, what may come of it, results, records."""

import msgspec

from pacelight.meet.bus.protocol.marks import MarkShown

__all__ = [
    "AsideShown",
    "GapShown",
    "LineShown",
    "OutlookShown",
    "RecordShown",
    "ResultShown",
    "RunnerShown",
    "SplitShown",
]


class SplitShown(msgspec.Struct, frozen=True):
    """A passing that was taken, the finish included; `text` is the official rounding of `elapsed_s`.

    Attributes:
        key: by which it can be put right.
        source: who or what took it.
        error_ms: by how much it may be wrong; null where nobody can say.
    """

    distance_m: float
    elapsed_s: float
    text: str
    official: bool
    method: str
    key: str = ""
    source: str = ""
    error_ms: float | None = None


class AsideShown(msgspec.Struct, frozen=True):
    """A time that stands in no split.

    Attributes:
        key: by which it can be put right.
        bib: empty where nobody has said yet whose it is.
        standing: waiting (for a bib), struck (out by a person) or refused (it cannot be).
        why: of one that is refused.
    """

    key: str
    bib: str
    distance_m: float
    elapsed_s: float
    text: str
    method: str
    source: str
    standing: str
    why: str = ""


class GapShown(msgspec.Struct, frozen=True):
    """How far a runner was from a light at a point of the race; positive is ahead of the light."""

    light: str
    distance_m: float
    gap_s: float
    gap_m: float


class ResultShown(msgspec.Struct, frozen=True):
    """A place and a mark, or neither for a runner who has a status."""

    place: int | None
    mark: MarkShown | None


class LineShown(msgspec.Struct, frozen=True):
    """A record beside a runner.

    Attributes:
        level, label, scope, code: which record, of which event.
        mark: that stands.
        gap_s: how much earlier the runner is here than an even run to the record; below zero later.
        gap_m: how far ahead of that run at this instant.
        chance: on pace, in reach, out of reach, fell, stands.
        needs_s: the slowest rest that breaks it; null where none can.
        words: what it needs, to be read out; empty where that is nothing.
        rest_m: what is left to run to where it is decided.
    """

    level: str
    label: str
    scope: str
    code: str
    mark: MarkShown
    gap_s: float
    gap_m: float
    chance: str
    needs_s: float | None
    words: str
    rest_m: float = 0.0


class OutlookShown(msgspec.Struct, frozen=True):
    """A runner at a point, and what may come of it.

    Attributes:
        distance_m, elapsed_s: the point.
        projected: nobody was timed here: the runner is thought to have gone on at the pace of the last lap.
        even: the finish at the average pace so far; null at the finish.
        current: the finish at the pace of the last lap.
        calibrated: whether the finishes come from a prediction that was held against races.
        lines: records at stake, the finish first, widest scope first.
    """

    distance_m: float
    elapsed_s: float
    projected: bool
    even: MarkShown | None
    current: MarkShown | None
    calibrated: bool
    lines: list[LineShown]


class RunnerShown(msgspec.Struct, frozen=True):
    """A line of the start list and all that is known of the run.

    Attributes:
        finish_only: no splits come for this runner; nothing is to be projected.
        status: ``DNF`` and the like; null while running and for finishers.
        rule: by which somebody is disqualified.
        outlook: what may come of it; null before the first time.
        athlete_key: of the athlete, in the book.
        say: how the name is said; empty where nobody has said.
        lane: or starting position; empty where there is none.
        club: whoever else is started for; empty where the start list has none.
    """

    bib: str
    name: str
    nation: str
    finish_only: bool
    status: str | None
    splits: list[SplitShown]
    gaps: list[GapShown]
    result: ResultShown | None
    rule: str = ""
    outlook: OutlookShown | None = None
    athlete_key: str = ""
    say: str = ""
    lane: str = ""
    club: str = ""


class RecordShown(msgspec.Struct, frozen=True):
    """A record that fell: what the software found, for people to decide on.

    Attributes:
        level: ``WR``, ``AR``, ``NR``, ``MR``, ``PB`` ...
        label: what the level is called here: ``WR``, or ``WB`` where only a best is recognised.
        scope: whose record: ``WORLD``, an area, a nation, a competition, an athlete's key.
        by_thousandths: how much faster than what stood; zero if equalled.
        stood_since: the day on which the mark that stood was first reached.
    """

    level: str
    label: str
    scope: str
    code: str
    mark: MarkShown
    by_thousandths: int
    stood: MarkShown
    stood_since: str
    stood_by: list[str]
    en_route: bool
    athlete: str
    nation: str
    bib: str
    status: str
    equalled: bool

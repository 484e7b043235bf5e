"""What a line says that is no act of a person: times as they came, what the engine did, what was found."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.meet.journal import entries
from pacelight.meet.live.lit import lit
from pacelight.meet.race import State

__all__ = ["beside"]


def beside(entry: entries.Entry) -> tuple[str, str]:
    """Of a line, what kind it is and what it says, in English."""
    words = _WORDS.get(type(entry))
    kind = str(type(entry).__struct_config__.tag or "line")
    return kind, words(entry) if words else ""


def _opened(_entry: entries.Opened) -> str:
    return "the race is opened"


def _passed(entry: entries.Passed) -> str:
    whose = f"bib {entry.bib}" if entry.bib else "somebody"
    official = ", official" if entry.official else ""
    time = str(Mark.from_elapsed(Elapsed(entry.elapsed_ns), precision=3)) if entry.elapsed_ns > 0 else "0"
    return f"{whose} at {Distance(entry.distance_mm)} in {time} ({entry.method}, {entry.source}{official})"


def _judged(entry: entries.Judged) -> str:
    rule = f" by {entry.rule}" if entry.rule else ""
    return f"bib {entry.bib} {entry.status or 'finished'}{rule} ({entry.source})"


def _conflicted(entry: entries.Conflicted) -> str:
    return f"{entry.source} says otherwise of bib {entry.bib}: {entry.why}"


def _declined(entry: entries.Declined) -> str:
    return f"{entry.act} refused: {'; '.join(entry.why)}"


def _timing(entry: entries.TimingSeen) -> str:
    return f"{entry.source} {entry.state}{f': {entry.why}' if entry.why else ''}"


def _credited(entry: entries.Credited) -> str:
    if entry.refused:
        return f"the book refuses bib {entry.bib}: {entry.refused[0]}"
    found = ", ".join(f"{one.label} {one.scope} {one.mark.text}" for one in entry.records)
    return f"into the book: bib {entry.bib}{f', candidates {found}' if found else ''}"


def _resumed(entry: entries.Resumed) -> str:
    return f"the engine goes on{f'; {entry.cut}' if entry.cut else ''}"


_WORDS: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        entries.Opened: _opened,
        entries.Passed: _passed,
        entries.Judged: _judged,
        entries.Conflicted: _conflicted,
        entries.Declined: _declined,
        entries.TimingSeen: _timing,
        entries.WindRead: lambda entry: f"wind {entry.text}",
        entries.Sealed: lambda entry: f"the journal goes on elsewhere: {entry.why}",
        entries.Credited: _credited,
        entries.Withdrawn: lambda entry: f"withdrawn from the book: bib {entry.bib}, {entry.why}",
        entries.Holder: lambda entry: "takes the lights" if entry.client else "leaves the lights",
        entries.Staged: lambda entry: lit(entry, State.IDLE),
        entries.Reloaded: lambda entry: f"the meet file read again: {len(entry.races)} races",
        entries.Fired: lambda entry: f"the gun, by {entry.source}",
        entries.GunMoved: lambda entry: f"the gun moved by {entry.by_ns / 1e9:.3f} s, by {entry.source}",
        entries.Resumed: _resumed,
        entries.Sent: lambda _entry: "what the lamps were sent",
        entries.Shown: lambda _entry: "what the lights did",
        entries.Done: lambda _entry: "the race is over and in the book",
    }
)

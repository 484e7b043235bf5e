"""How that stands which is at the other end of a cable: lamps, timing systems, pages, other engines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pacelight.meet.doctor.finding import Finding, State
from pacelight.timing.sources import ListenerStatistics

__all__ = ["NOWHERE", "Asked", "away", "heard", "lamps_found", "pages_found", "unheard"]

NOWHERE = "sim://"
"""Lamps that are not there."""

_S = 1_000_000_000
_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A controller of lamps that was asked whether it is there.

    Attributes:
        name: as the survey calls it, or its address.
        url: its address.
        says: what it answered, in words; empty if nothing.
        unknown: why no answer can be had; empty where one can.
        fault: why it cannot be reached; empty if nothing is known against it.
    """

    name: str
    url: str
    says: str = ""
    unknown: str = ""
    fault: str = ""


def lamps_found(asked: Asked) -> Finding:
    """Whether a controller is there."""
    what = f"lamps {asked.name}".strip()
    if asked.url == NOWHERE:
        return Finding(
            what,
            State.AMBER,
            "none are lit (sim://)",
            "say where they are: in the survey, or as engine.output",
        )
    if asked.fault:
        return Finding(what, State.RED, asked.fault, "look at its power, its cable and its address")
    if asked.says:
        return Finding(what, State.GREEN, asked.says)
    if not asked.unknown:
        return Finding(
            what, State.RED, f"{asked.url} does not answer", "look at its power, its cable and its address"
        )
    return Finding(
        what,
        State.AMBER,
        f"{asked.url}: {asked.unknown}",
        "see the lamps shine: pacelight lights test",
    )


_REMEDY: Mapping[str, str] = {
    "waiting": "see that it runs, and that it is there that it is listened to or called",
    "silent": "see that it runs and is still sending",
    "lost": "look at its cable and at its program",
    "refused": "see who may speak there: `allow` in the meet file",
}
"""What to do about a timing system that is in such a state."""


def heard(
    name: str,
    statistics: ListenerStatistics,
    now_ns: int,
    offset_ns: int | None = None,
    error_ns: int | None = None,
) -> Finding:
    """How a timing system does.

    Args:
        name: as the meet file calls it.
        statistics: of its listener.
        now_ns: this instant, on the monotonic clock.
        offset_ns: its time of day less ours; None where it was not seen.
        error_ns: by how much that may be wrong.
    """
    what = f"timing {name}"
    why = f": {statistics.why}" if statistics.why else ""
    if statistics.state == "connected":
        last = (
            "" if statistics.heard_ns is None else f", heard {(now_ns - statistics.heard_ns) / _S:.0f} s ago"
        )
        return Finding(what, State.GREEN, f"connected{last}{_offset(offset_ns, error_ns)}")
    words = "nothing was heard yet" if statistics.state == "waiting" else statistics.state
    return Finding(what, *away(statistics.state, f"{words}{why}", known=bool(why)))


def away(state: str, words: str, *, known: bool) -> tuple[State, str, str]:
    """How a timing system stands that does not speak: state, words and remedy of its row.

    Args:
        state: of its listener.
        words: that say it.
        known: whether it is known why: nobody waits then for what cannot come.
    """
    if state == "waiting" and not known:
        return State.AMBER, words, "have it send something: a start list will do"
    return State.RED, words, _REMEDY.get(state, "look at its cable and at its program")


def unheard(name: str, why: str) -> Finding:
    """Of a timing system that cannot be listened to."""
    return Finding(
        f"timing {name}", State.RED, why, "mend its `url` in the meet file, or stop what holds the port"
    )


def pages_found(addresses: Sequence[str], *, answering: bool) -> Finding:
    """Whether a phone gets to the pages.

    Args:
        addresses: where they would be, from another machine; none where only this machine gets there.
        answering: whether somebody listens there now.
    """
    if not addresses:
        return Finding(
            "pages",
            State.AMBER,
            "they are for this machine alone",
            "name the address of this machine as web.host in the meet file, for phones",
        )
    if not answering:
        return Finding(
            "pages", State.AMBER, f"nobody serves {addresses[0]} yet", "start them: pacelight web, or serve"
        )
    return Finding("pages", State.GREEN, f"served at {addresses[0]}")


def _offset(offset_ns: int | None, error_ns: int | None) -> str:
    if offset_ns is None:
        return ""
    error = "" if error_ns is None else f" (to {error_ns / _MS:.0f} ms)"
    return f", its clock is {offset_ns / _MS:+.0f} ms against ours{error}"

"""What a running engine says of itself on its bus, as rows."""

from collections.abc import Iterator

from pacelight.meet.bus.protocol import OutputShown, Snapshot
from pacelight.meet.doctor.devices import away
from pacelight.meet.doctor.finding import Finding, State

__all__ = ["alarms_found", "engine_found", "followers_found", "sent_found", "timing_found"]


_WELL = "connected"


def engine_found(told: Snapshot | None, why: str) -> Finding:
    """Whether the engine runs.

    Args:
        told: what it says; None where nobody answers.
        why: nobody does.
    """
    if told is not None:
        return Finding("engine", State.GREEN, f"it runs {told.race.name}, which is {told.state}")
    return Finding("engine", State.AMBER, why, "start it: pacelight engine, or serve")


def sent_found(output: OutputShown) -> Iterator[Finding]:
    """Which controllers the engine does not reach, of those that it sends to."""
    for one in output.troubled:
        why = f": {one.reason}" if one.reason else ""
        yield Finding(
            f"lamps {one.name}", State.RED, f"the engine finds it {one.state}{why}", "look at power and cable"
        )
    if output.controllers and not output.troubled:
        yield Finding("lamps", State.GREEN, f"the engine reaches all of its {output.controllers} controllers")


def followers_found(standbys: int, nodes: int, told: Snapshot | None) -> Iterator[Finding]:
    """Whether those follow who were promised.

    Args:
        standbys: how many the meet file names.
        nodes: the same.
        told: by the engine that leads; None where none runs.
    """
    for what, kind, promised in (("standby", "standby", standbys), ("light node", "node", nodes)):
        if not promised:
            continue
        if told is None:
            yield Finding(what, State.AMBER, "no engine runs that it could follow", "start the engine first")
            continue
        there = [one for one in told.clocks.others if one.kind == kind]
        behind = max((one.behind for one in there), default=0)
        if len(there) < promised:
            yield Finding(what, State.RED, f"{len(there)} of {promised} follow", f"start the {what}")
        elif behind:
            yield Finding(
                what, State.AMBER, f"{behind} lines are not safe with it yet", "wait, or look at the network"
            )
        else:
            yield Finding(what, State.GREEN, f"{len(there)} of {promised} follow, and hold every line")


def timing_found(name: str, told: Snapshot) -> Finding:
    """How a timing system does that the running engine listens to."""
    what = f"timing {name}"
    source = next((one for one in told.sources if one.name == name), None)
    if source is None:
        return Finding(what, State.RED, "the engine does not listen to it", "start it with this meet file")
    if source.state != _WELL:
        why = f": {source.why}" if source.why else ""
        words = f"the engine finds it {source.state}{why}"
        return Finding(what, *away(source.state, words, known=bool(source.why)))
    offset = "" if source.offset_ms is None else f", its clock is {source.offset_ms:+.0f} ms against ours"
    error = "" if source.error_ms is None else f" (to {source.error_ms:.0f} ms)"
    return Finding(what, State.GREEN, f"the engine finds it {source.state}{offset}{error}")


def alarms_found(told: Snapshot) -> Iterator[Finding]:
    """What the engine itself cries out; timing has rows of its own."""
    for alarm in told.alarms:
        if not alarm.startswith("timing "):
            yield Finding("engine", State.RED, alarm, "see to it before the next race")

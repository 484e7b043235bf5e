"""What happened before anybody here listened, from the first snapshot that is heard.

Pure. A snapshot knows every time that was taken, and by the gun the instant of each:
a recording that begins in mid-race goes back to the gun by them. What they do not tell is left out:
in which order corrections came, what the outlook was, when somebody was taken out of the race.
"""

from collections.abc import Iterator
from typing import Any

from pacelight.web.live.fold import Document

__all__ = ["earlier"]

_UNTIMED: dict[str, Any] = {
    "splits": [],
    "gaps": [],
    "result": None,
    "status": None,
    "rule": "",
    "outlook": None,
}
"""A runner on the start line."""


def earlier(snapshot: Document, now_ns: int, since_ns: int | None = None) -> list[tuple[int, Document]]:
    """Each thing that was known before, with its instant in nanoseconds, in order; nothing before a gun.

    Args:
        snapshot: the first that was heard, now. It is not changed.
        now_ns: the wall clock.
        since_ns: until when it was recorded before; None where nothing was, and a whole snapshot begins.
    """
    gun = snapshot["clock"]["gun_unix_ns"]
    if gun is None or gun >= now_ns:
        return []
    told = sorted(_told(snapshot, gun), key=lambda one: one[0])
    wanted = [(at, delta) for at, delta in told if at < now_ns and (since_ns is None or at > since_ns)]
    return wanted if since_ns is not None else [(gun, _begun(snapshot, gun)), *wanted]


def _begun(snapshot: Document, gun: int) -> Document:
    """The race at its gun."""
    runners = [{**runner, **_UNTIMED} for runner in snapshot["runners"]]
    told = {"state": "running", "dark": False, "holds": [], "wind": "", "changes": [], "records": []}
    rest = {"aside": [], "conflicts": [], "runners": runners, "look": _running(gun)}
    return {**snapshot, **told, **rest, "clock": {**snapshot["clock"], "server_unix_ns": gun}}


def _running(gun: int) -> Document:
    """What lamps show from the gun on: the lights, each in its place."""
    place = {"at_m": 0.0, "length_m": 0.0, "seconds": 0.0, "colour": ""}
    return {"name": "running", "begin_unix_ns": gun, **place, "lights": "run"}


def _told(snapshot: Document, gun: int) -> Iterator[tuple[int, Document]]:
    """Gun, times, gaps, results and records, each at the instant of the race to which it belongs."""
    rate, seq = snapshot["clock"]["rate"], snapshot["seq"]

    def at(elapsed_s: float) -> int:
        return gun + round(elapsed_s / float(rate) * 1e9)

    yield gun, {"type": "state", "seq": seq, "state": "running", "dark": False, "holds": []}
    yield gun, {"type": "clock", "seq": seq, **snapshot["clock"], "server_unix_ns": gun}
    yield gun, {"type": "look", "seq": seq, **_running(gun)}
    for runner in snapshot["runners"]:
        for elapsed_s, kind, fact in _run(runner, snapshot["race"]["event"]["distance_m"]):
            yield at(elapsed_s), {"type": kind, "seq": seq, "bib": runner["bib"], **fact}
    for record in snapshot["records"]:
        if record["mark"]["unit"] == "ms":
            yield at(record["mark"]["value"] / 1000), {"type": "record", "seq": seq, **record}


def _run(runner: Document, distance_m: float) -> Iterator[tuple[float, str, Document]]:
    passed = {split["distance_m"]: split["elapsed_s"] for split in runner["splits"]}
    for split in runner["splits"]:
        yield split["elapsed_s"], "split", split
    for gap in runner["gaps"]:
        if gap["distance_m"] in passed:
            yield passed[gap["distance_m"]], "gap", gap
    if runner["result"] is not None and distance_m in passed:
        yield passed[distance_m], "result", {**runner["result"], "status": None}

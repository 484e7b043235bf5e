r"""A race as it was told to browsers: every line with the instant at which it came, to be seen again.

Pure. A line is a snapshot or a delta of the live protocol:

>>> entry(1_739_476_800_000_000_000, {"seq": 5, "type": "wind", "wind": "+0.6"})
b'{"at_unix_ns":1739476800000000000,"delta":{"seq":5,"type":"wind","wind":"+0.6"}}\n'
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from pacelight.web.live.fold import Document, fold

__all__ = ["KEY", "UNSAID", "begun_ns", "entry", "folded", "goes_on", "key", "race_of", "said", "stands"]

UNSAID = frozenset({"output", "clocks", "sources", "alarms", "holder"})
"""Types of deltas about the machines of an evening, not its race: they are not written down."""

KEY = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:@(\d{8}T\d{6}Z))?")
"""Of a recording: the id of the race and, where that was run more than once, when this one begins."""

_OF_RACE = (
    "state", "race", "lights", "runners", "records",
    "revision", "holds", "aside", "conflicts", "wind", "changes",
)  # fmt: skip
"""What a race that is not on the track may be changed in."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def entry(at_ns: int, document: Document) -> bytes:
    """A line of a recording."""
    kind = "snapshot" if "schema" in document else "delta"
    return msgspec.json.encode({"at_unix_ns": at_ns, kind: document}) + b"\n"


def said(line: bytes) -> Document | None:
    """What a line says; None of half a line, of a process that was killed while it wrote."""
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return found if isinstance(found, dict) and "at_unix_ns" in found else None


def key(race: str, at_ns: int) -> str:
    """How a recording of this race that begins at this instant is called.

    >>> key("mens-mile", 1_739_476_800_000_000_000)
    'mens-mile@20250213T200000Z'
    """
    return f"{race}@{_EPOCH + timedelta(microseconds=at_ns // 1000):%Y%m%dT%H%M%SZ}"


def begun_ns(name: str) -> int:
    """The instant at which a recording begins, by its key, to the second; 0 where that does not say.

    >>> begun_ns("mens-mile@20250213T200000Z")
    1739476800000000000
    """
    found = KEY.fullmatch(name)
    if found is None or found[2] is None:
        return 0
    try:
        at = datetime.strptime(found[2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return 0
    return (at - _EPOCH) // timedelta(seconds=1) * 10**9


def race_of(name: str) -> str:
    """The id of the race of a recording's key."""
    return name.partition("@")[0]


def folded(lines: Iterable[bytes]) -> Document | None:
    """The race after all these lines; None of none."""
    race: Document | None = None
    for line in lines:
        found = said(line)
        if found is None:
            continue
        if "snapshot" in found:
            race = found["snapshot"]
        elif race is not None:
            fold(race, found["delta"])
    return race


def stands(race: Document) -> Document:
    """What of a race is its own: all else is of the evening."""
    return {name: race.get(name) for name in _OF_RACE}


def goes_on(last: Document | None, snapshot: Document) -> bool:
    """Whether a snapshot goes on with what was recorded: the same race, by the same gun or before one.

    An engine that was killed and is back goes on. One that runs the race anew begins another recording.
    """
    if last is None or last["race"]["id"] != snapshot["race"]["id"]:
        return False
    fired = last["clock"]["gun_unix_ns"]
    return fired in {None, snapshot["clock"]["gun_unix_ns"]} or last["boot"] == snapshot["boot"]

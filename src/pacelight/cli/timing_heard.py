"""What a timing system says, shown as it comes."""

import json as json_texts
import select
import sys
import time as clocks
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from pacelight.cli.processes import end_calmly
from pacelight.errors import OutputError
from pacelight.mark import Mark
from pacelight.timing.reading import Heard, PageRead, Reading, RowRead
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.port import Listener, ListenerStatistics

__all__ = ["Patience", "handed_out", "hear"]

_NS = 1_000_000_000
_LOOK_NS = _NS // 2
"""How often the state is looked at while nothing comes."""


@dataclass(frozen=True, slots=True)
class Patience:
    """When to stop listening.

    Attributes:
        seconds: after so long; None: never.
        readings: after so many; None: never.
    """

    seconds: float | None
    readings: int | None


def handed_out(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file, byte for byte.

    Raises:
        OutputError: the file cannot be written.
    """
    if output is None:
        sys.stdout.write(text.replace("\r\n", "\n"))
        return
    try:
        output.write_bytes(text.encode("ascii"))
    except OSError as error:
        raise OutputError(f"cannot write {output}: {error.strerror}") from error


def hear(address: str, allow: Sequence[str], patience: Patience, *, json: bool) -> None:
    """Show what is heard at an address, and how the listener stands.

    Raises:
        OutputError: no such address, or nothing can listen there.
    """
    with closing(listener("it", address, allow=allow)) as at:
        end_calmly()
        _listen(at, patience, json=json)


def _listen(at: Listener, patience: Patience, *, json: bool) -> None:
    began_ns = clocks.monotonic_ns()
    ends_ns = None if patience.seconds is None else began_ns + round(patience.seconds * _NS)
    standing, heard = "", 0
    while True:
        now_ns = clocks.monotonic_ns()
        for one in at.read(now_ns):
            _say(_reading_shape(one, began_ns) if json else _reading_line(one, began_ns))
            heard += 1
            if heard == patience.readings:
                return
        told = at.statistics()
        if (new := f"{told.state} {told.refused} {told.why}") != standing:
            standing = new
            _say(_standing_shape(told) if json else _standing_line(told))
        if ends_ns is not None and now_ns >= ends_ns:
            return
        wakes = [at_ns for at_ns in (at.wake_ns(), ends_ns, now_ns + _LOOK_NS) if at_ns is not None]
        select.select([at], [], [], max(0, min(wakes) - clocks.monotonic_ns()) / _NS)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _reading_line(one: Heard, began_ns: int) -> str:
    """One line a reading, and of a page one line a runner."""
    reading = one.reading
    at_s = (one.at_ns - began_ns) / _NS
    if not isinstance(reading, PageRead):
        return f"{at_s:9.3f} {type(reading).__name__} {_fields(reading)}"
    status = " official" if reading.official else ""
    rows = [f"\n{'':9} {_row_line(row)}" for row in reading.rows]
    return f"{at_s:9.3f} PageRead {reading.source}{status}{''.join(rows)}"


def _row_line(row: RowRead) -> str:
    """Place or word, bib, lane, time and name."""
    word = row.word or str(row.place or "")
    time = "" if row.time is None else str(row.time)
    return f"{word:>5} {row.bib:>6} {row.lane:>4} {time:>10} {row.name}".rstrip()


def _fields(reading: Reading) -> str:
    """What is said in it, without what is not."""
    shape = _shape(reading)
    return " ".join(f"{name}={value}" for name, value in shape.items() if value not in {"", None})


def _shape(reading: Reading) -> dict[str, object]:
    return {one.name: _plain(getattr(reading, one.name)) for one in fields(reading)}


def _reading_shape(one: Heard, began_ns: int) -> str:
    shape = {
        "schema": "pacelight.heard/1",
        "at_ns": one.at_ns - began_ns,
        "reading": type(one.reading).__name__,
        **_shape(one.reading),
    }
    return json_texts.dumps(shape)


def _standing_line(told: ListenerStatistics) -> str:
    refused = f", {told.refused} refused" if told.refused else ""
    return f"{'':9} {told.state}{refused}{f': {told.why}' if told.why else ''}"


def _standing_shape(told: ListenerStatistics) -> str:
    shape = {"schema": "pacelight.heard/1", "state": told.state, "refused": told.refused, "why": told.why}
    return json_texts.dumps(shape)


def _plain(value: object) -> object:
    """A reading as objects and lists, a mark as it is printed."""
    if isinstance(value, Mark):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value

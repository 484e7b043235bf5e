"""What lamps were sent, on the terminal: a line for all, and a table of several controllers."""

import json as json_texts
import sys
from collections.abc import Sequence
from typing import Any

import msgspec
from rich.console import Console
from rich.table import Table

from pacelight.lights.loop.lateness import EDGES_NS
from pacelight.lights.loop.process import LoopStatistics
from pacelight.meet.journal.entries import ControllerSent
from pacelight.meet.journal.sent import each

__all__ = ["SENT", "controllers_shape", "say_controllers", "say_loop"]

SENT = "pacelight.lights-sent/1"

_COUNTED = {"frames", "packets", "refused"}
_NS_PER_MS = 1e6


def say_loop(done: LoopStatistics, target: str, now_ns: int, *, json: bool) -> None:
    """What the light loop has done.

    Args:
        done: by it.
        target: where the lamps are.
        now_ns: this instant, on the monotonic clock.
        json: for programs.
    """
    controllers = each(done.controllers, now_ns)
    if json:
        shape = _shape(done, target) | {"controllers": controllers_shape(controllers)}
        sys.stdout.write(f"{json_texts.dumps(shape)}\n")
        return
    sys.stdout.write(
        f"{done.frames:,} frames, {done.packets:,} packets, {done.errors:,} refused, to {target}; "
        f"{done.skipped:,} instants missed, 99 of 100 frames at most {done.p99_ns / _NS_PER_MS:.2f} ms late, "
        f"the latest {done.max_ns / _NS_PER_MS:.2f} ms\n"
    )
    sys.stdout.flush()
    say_controllers(controllers)


def say_controllers(controllers: Sequence[ControllerSent]) -> None:
    """A table, where there are several: of one the line for all says everything."""
    if len(controllers) < 2:  # noqa: PLR2004 - several are two
        return
    table = Table(box=None, pad_edge=False)
    for name in ("controller", "address", "frames", "packets", "refused", "not reached", ""):
        table.add_column(name, justify="right" if name in _COUNTED else "left", overflow="fold")
    for one in controllers:
        counts = (one.frames, one.packets, one.errors)
        table.add_row(one.name, one.target, *(f"{count:,}" for count in counts), _times(one), _state(one))
    Console(file=sys.stdout, highlight=False).print(table, markup=False)


def controllers_shape(controllers: Sequence[ControllerSent]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [msgspec.structs.asdict(one) for one in controllers]


def _shape(done: LoopStatistics, target: str) -> dict[str, object]:
    return {
        "schema": SENT,
        "frames": done.frames,
        "packets": done.packets,
        "bytes": done.bytes,
        "errors": done.errors,
        "output": target,
        "late": done.skipped,
        "lateness_p50_ms": done.p50_ns / _NS_PER_MS,
        "lateness_p99_ms": done.p99_ns / _NS_PER_MS,
        "lateness_max_ms": done.max_ns / _NS_PER_MS,
        "lateness_edges_ms": [edge / _NS_PER_MS for edge in EDGES_NS],
        "lateness": done.waking.up_to(),
        "restarts": done.restarts,
    }


def _times(one: ControllerSent) -> str:
    return f"{one.times} times" if one.times > 1 else "once" if one.times else ""


def _state(one: ControllerSent) -> str:
    return one.state if one.state == "up" else f"{one.state}: {one.reason}"

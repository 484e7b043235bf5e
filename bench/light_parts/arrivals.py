"""At 50 frames a second by each sender's own clock: what arrives whole, how far apart, and what it takes."""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from report import Row

from light_parts import AHEAD_NS, FPS, HOST, PERIOD_NS, TARGETED, BenchError
from light_parts.amount import Amount
from light_parts.receiver import Receiver
from light_parts.scene import Scene
from light_parts.whole import Frames, frames, numbers_on_the_beat, offset_ns
from light_parts.wires import E131
from light_parts.worker import Worker
from pacelight.lights.beat import Beat
from pacelight.lights.drivers import output
from pacelight.lights.loop.process import LightLoop

DELIVERED = 0.999
SKEW_MS = {True: 2.0, False: 5.0}
"""With SCHED_FIFO, and without."""

PEERS = ("sacn", "pyartnet")
MOST = 24_000
"""Lamps for which they are asked: of 96,000 one frame takes them longer than the 20 ms there are."""

WARM = 5
"""Frames before those that count, and after."""

PATIENCE_S = 30


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a sender.

    Attributes:
        share: of the frames asked for those that arrived whole.
        possible: of the instants at which they were due those that a bare loop was awake for.
        skew_ms: of 99 of 100 frames; None if none arrived.
        busy: processor time, ms a second.
        realtime: whether the system granted SCHED_FIFO.
    """

    share: float
    skew_ms: float | None
    busy: float
    possible: float = 1.0
    realtime: bool = False


def arrivals(receiver: Receiver, scene: Scene, amount: Amount) -> Iterator[Row]:
    """Rows of the light loop by itself, and beside each peer that can be asked.

    Args:
        receiver: of all.
        scene: what is shown.
        amount: how much is measured.
    """
    size, targeted = f"{scene.lamps:,} lamps", scene.lamps == TARGETED
    ours = _light_loop(receiver, scene, amount.frames)
    least = _least(ours, amount.frames) if targeted else None
    yield Row("lights.delivered", size, ours.share, ours.possible, "whole/asked", least, at_least=True)
    if ours.skew_ms is None:
        raise BenchError(f"of the light loop's frames for {size} none arrived whole")
    how, most = "SCHED_FIFO" if ours.realtime else "no real time", SKEW_MS[ours.realtime]
    yield Row("lights.skew_p99_ms", f"{size}, {how}", ours.skew_ms, None, "ms", most if targeted else None)
    for peer in PEERS if scene.lamps <= MOST else ():
        theirs = _peer(receiver, peer, scene, amount.frames // 2)
        yield Row(f"lights.delivered.vs_{peer}", size, ours.share, theirs.share, "whole/asked")
        yield Row(f"lights.busy.vs_{peer}", size, ours.busy, theirs.busy, "ms/s")
        if theirs.skew_ms is not None:
            yield Row(f"lights.skew_p99_ms.vs_{peer}", size, ours.skew_ms, theirs.skew_ms, "ms")


def _least(ours: Run, count: int) -> float:
    """Of the frames that were possible, the share to deliver; of a few, one may miss."""
    all_but_one = (round(ours.possible * count) - 1) / count
    return min(DELIVERED, all_but_one / ours.possible)


def _light_loop(receiver: Receiver, scene: Scene, count: int) -> Run:
    """The light loop as the engine has it, and a bare loop beside it."""
    beat, offset = Beat.of(FPS), offset_ns()
    with (
        Worker("the bare loop", sys.executable, "-m", "light_parts.probe") as probe,
        LightLoop(scene.canvas, output(f"sacn://{HOST}:{E131.port}"), FPS) as loop,
    ):
        probe.ready()
        loop.gun(time.monotonic_ns() - AHEAD_NS)
        _until_it_runs(loop)
        receiver.keep()
        first = beat.after(time.monotonic_ns()) + WARM
        probe.tell(f"{first} {count}")
        _sleep_until(beat.instant(first))
        before_ns = _processor_ns(loop.pid)
        _sleep_until(beat.instant(first + count))
        used_ns = _processor_ns(loop.pid) - before_ns
        _sleep_until(beat.instant(first + count + WARM))
        arrived, realtime, possible = receiver.kept(), loop.statistics().realtime, probe.answer() / count
    numbers = numbers_on_the_beat(arrived, (offset + offset_ns()) // 2)
    seen = frames(arrived, numbers, E131.packets(scene.lamps), range(first, first + count))
    return replace(_run(seen, count, used_ns / count), possible=possible, realtime=realtime)


def _peer(receiver: Receiver, kind: str, scene: Scene, count: int) -> Run:
    """A peer by its own clock, as it means to be used."""
    asked = range(WARM, WARM + count)
    deadlines = asked.stop + WARM
    words = (kind, str(scene.pictures), str(deadlines))
    with Worker(kind, sys.executable, "-m", "light_parts.paced", *words) as peer:
        peer.ready()
        receiver.keep()
        used_ns = peer.ask("go")
        time.sleep(WARM * PERIOD_NS / 1e9)
        arrived = receiver.kept()
    seen = frames(arrived, arrived["label"], E131.packets(scene.lamps), asked)
    return _run(seen, count, used_ns / deadlines)


def _run(seen: Frames, count: int, frame_ns: float) -> Run:
    return Run(seen.whole() / count, seen.skew_p99_ms(), frame_ns * FPS / 1e6)


def _until_it_runs(loop: LightLoop) -> None:
    end = time.monotonic() + PATIENCE_S
    while loop.statistics().frames < WARM:
        if time.monotonic() > end:
            raise BenchError(f"the light loop sent nothing for {PATIENCE_S} s")
        time.sleep(0.01)


def _sleep_until(instant_ns: int) -> None:
    time.sleep(max(instant_ns - time.monotonic_ns(), 0) / 1e9)


def _processor_ns(pid: int) -> int:
    """That a process has had so far. Source: Documentation/scheduler/sched-stats, /proc/PID/schedstat."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0])

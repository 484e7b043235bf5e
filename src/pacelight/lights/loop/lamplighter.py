"""The process of the light loop: at each beat one frame, drawn for that instant and sent.

The job lies in memory that whoever started it has written, orders come by standard input.

What is drawn is the instant at which a frame is due, not the one at which the process woke.
An instant that was missed is skipped: the next frame shows the lights where they are then.
"""

import mmap
import os
import pickle
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import numpy as np

from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.drivers.port import FAREWELLS, Driver, Output
from pacelight.lights.loop import realtime
from pacelight.lights.loop.orders import End, Order, read
from pacelight.lights.loop.picture import draw
from pacelight.lights.loop.tally import BYTES, Tally

__all__ = ["Gone", "Job", "Lamplighter", "Orders", "main"]

_CHUNK = 4096

Orders: TypeAlias = Callable[[], list[Order]]
"""What was ordered since it was last asked, at once. Raises `Gone`."""


class Gone(Exception):  # noqa: N818 - it is an end, not an error
    """Nobody is left who could give orders."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the loop is made for."""

    canvas: Canvas | Groups
    output: Output
    beat: Beat


@dataclass(slots=True)
class Lamplighter:
    """The loop.

    Attributes:
        orders: asked at each beat. Until the first order nothing is sent.
        clock: monotonic, whole nanoseconds.
        sleep: for so many seconds, or more.
    """

    canvas: Canvas | Groups
    driver: Driver
    beat: Beat
    tally: Tally
    orders: Orders
    clock: Callable[[], int] = time.monotonic_ns
    sleep: Callable[[float], object] = time.sleep

    def run(self) -> None:
        """Light the lamps until a planned end, which is shown and told.

        Raises:
            Gone: whoever gave orders died; the lamps keep their last look, for whoever takes over.
        """
        last: Order | None = None
        frame = np.zeros(self.canvas.channels, np.uint8)
        beats = self._beats()
        for number, late_ns, skipped in beats:
            for order in self.orders():
                if isinstance(order, End):
                    if last is not None:
                        self._end(number, beats)
                    return
                last = order
            if last is not None:
                draw(self.canvas, frame, last, self.beat.instant(number))
                self.driver.send(frame, self.beat.sequence(number))
                self.tally.frame(late_ns, skipped, self.driver.statistics())

    def _beats(self) -> Iterator[tuple[int, int, int]]:
        """Each frame when it is due: its number, how late it is, how many were missed before it."""
        number = self.beat.after(self.clock())
        while True:
            due_ns = self.beat.instant(number)
            while (now_ns := self.clock()) < due_ns:
                self.sleep((due_ns - now_ns) / 1e9)
            latest = self.beat.due(number, now_ns)
            yield latest, now_ns - due_ns, latest - number
            number = latest + 1

    def _end(self, number: int, beats: Iterator[tuple[int, int, int]]) -> None:
        """Dark, then goodbye; each at a beat of its own, so that sequences stay those of the instants."""
        self.driver.send(np.zeros(self.canvas.channels, np.uint8), self.beat.sequence(number))
        for later, _, _ in islice(beats, FAREWELLS):
            self.driver.terminate(self.beat.sequence(later))


def orders_from(descriptor: int) -> Orders:
    """Orders as lines from a pipe, which is read without waiting."""
    os.set_blocking(descriptor, False)
    rest = b""

    def orders() -> list[Order]:
        nonlocal rest
        try:
            chunk = os.read(descriptor, _CHUNK)
        except BlockingIOError:
            return []
        if not chunk:
            raise Gone
        *lines, rest = (rest + chunk).split(b"\n")
        return [read(line) for line in lines]

    return orders


def main(descriptor: int) -> None:
    """Do the job that lies in this memory until it ends or whoever gave it dies."""
    with mmap.mmap(descriptor, 0) as memory, memoryview(memory) as view:
        tally = Tally(view)
        job: Job = pickle.loads(view[BYTES:])  # noqa: S301 - written by the process that started this one
        realtime.leave_no_garbage()
        tally.privileges(realtime=realtime.run_first(), locked=realtime.keep_in_memory())
        driver = job.output.open(job.canvas.channels)
        try:
            Lamplighter(job.canvas, driver, job.beat, tally, orders_from(0)).run()
        except Gone:
            pass
        finally:
            driver.close()
            tally.release()

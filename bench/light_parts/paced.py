"""``python -m light_parts.paced KIND FILE FRAMES``: a peer asked for 50 frames a second, by its own clock.

It begins at a line on standard input; at the end it prints the processor time it took from there, in ns.
Each frame carries its number in the first two slots of each universe.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from light_parts import FPS, HOST, PERIOD_NS
from light_parts.senders import sacn_sender
from light_parts.wires import E131


def sacn(file: Path, frames: int) -> None:
    """Its own thread sends whatever was changed."""
    ready = [[tuple(values[2:]) for values in picture] for picture in np.load(file).tolist()]
    sender = sacn_sender(len(ready[0]))
    before = started()
    sender.start()
    for number, instant_ns in deadlines(frames):
        time.sleep(remaining_s(instant_ns))
        label = (number & 255, number >> 8)
        for universe, values in enumerate(ready[number % len(ready)], 1):
            sender[universe].dmx_data = label + values
    sender.stop()
    print(time.process_time_ns() - before, flush=True)


async def pyartnet(file: Path, frames: int) -> None:
    """Its own task sends whatever was changed."""
    from pyartnet import SacnNode

    ready = [[values[2:] for values in picture] for picture in np.load(file).tolist()]
    async with SacnNode.create(HOST, E131.port, max_fps=FPS) as node:
        channels = [node.add_universe(1 + n).add_channel(1, E131.slots) for n in range(len(ready[0]))]
        before = started()
        for number, instant_ns in deadlines(frames):
            await asyncio.sleep(remaining_s(instant_ns))
            label = [number & 255, number >> 8]
            for channel, values in zip(channels, ready[number % len(ready)], strict=True):
                channel.set_values(label + values)
    print(time.process_time_ns() - before, flush=True)


def deadlines(frames: int) -> Iterator[tuple[int, int]]:
    """The number of each frame and its instant; those that are past are skipped."""
    start, number = time.monotonic_ns(), 0
    while number < frames:
        yield number, start + number * PERIOD_NS
        number = max(number + 1, (time.monotonic_ns() - start) // PERIOD_NS)


def remaining_s(instant_ns: int) -> float:
    """Until an instant; nothing if it is past."""
    return max(instant_ns - time.monotonic_ns(), 0) / 1e9


def started() -> int:
    """Wait for the line; the processor time taken so far, in ns."""
    print("ready", flush=True)
    if not sys.stdin.readline():
        sys.exit()
    return time.process_time_ns()


if __name__ == "__main__":
    kind, file, frames = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if kind == "sacn":
        sacn(file, frames)
    else:
        asyncio.run(pyartnet(file, frames))

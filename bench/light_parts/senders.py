"""``python -m light_parts.senders KIND FILE``: sends as many frames as it is told, as fast as it can.

For each number on standard input so many frames are sent, and the processor time is printed, in ns.
`sendmmsg.c` does the same. The file is one of those of `light_parts.scene`.
"""

import asyncio
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from light_parts import AHEAD_NS, FPS, HOST, PERIOD_NS, PORT
from pacelight.lights.wire.e131 import SLOTS

if TYPE_CHECKING:
    from sacn import sACNsender

Send: TypeAlias = Callable[[int], None]
"""Sends the frame of a number."""


def ours(file: Path) -> None:
    """Each frame drawn, packed and sent, by what the light loop uses, in the order in which it does."""
    from pacelight.lights.drivers import output
    from pacelight.lights.loop import realtime

    canvas = pickle.loads(file.read_bytes())  # noqa: S301 - written by the process that started this one
    driver = output(f"sacn://{HOST}:{PORT}").open(canvas.channels)
    frame = np.zeros(canvas.channels, np.uint8)
    realtime.leave_no_garbage()

    def send(number: int) -> None:
        canvas.paint_on(frame, AHEAD_NS + number * PERIOD_NS)
        driver.send(frame, number % 256)

    serve(send)


def sacn(file: Path) -> None:
    """As its manual has it: data for each universe, then a flush of them all."""
    ready = [list(enumerate(map(tuple, picture), 1)) for picture in np.load(file).tolist()]
    sender = sacn_sender(len(ready[0]))
    sender.manual_flush = True

    def send(number: int) -> None:
        for universe, values in ready[number % len(ready)]:
            sender[universe].dmx_data = values
        sender.flush()

    serve(send)


def sacn_flush(file: Path) -> None:
    """The same frame again and again: nothing is set, all is sent. Less cannot be asked of it."""
    picture = np.load(file)[0].tolist()
    sender = sacn_sender(len(picture))
    sender.manual_flush = True
    for universe, values in enumerate(picture, 1):
        sender[universe].dmx_data = tuple(values)
    serve(lambda _number: sender.flush())


def sacn_sender(universes: int) -> "sACNsender":
    """To the receiver alone: bound to loopback, its synchronization packets by multicast stay there too."""
    from sacn import sACNsender

    sender = sACNsender(bind_address=HOST, bind_port=0, fps=FPS, universeDiscovery=False)
    for universe in range(1, universes + 1):
        sender.activate_output(universe)
        sender[universe].destination = HOST
    return sender


async def pyartnet(file: Path) -> None:
    """Values for each universe, which is then sent; its background tasks, which cost more, never run."""
    from pyartnet import SacnNode

    ready = np.load(file).tolist()
    async with SacnNode.create(HOST, PORT, max_fps=FPS) as node:
        universes = [node.add_universe(1 + n) for n in range(len(ready[0]))]
        channels = [universe.add_channel(1, SLOTS) for universe in universes]

        def send(number: int) -> None:
            for channel, values in zip(channels, ready[number % len(ready)], strict=True):
                channel.set_values(values)
            for universe in universes:
                universe.send_data()

        serve(send)


def serve(send: Send) -> None:
    """Do as told, until nobody is left who tells."""
    print("ready", flush=True)
    number = 0
    for line in sys.stdin:
        end = number + int(line)
        before = time.process_time_ns()
        while number < end:
            send(number)
            number += 1
        print(time.process_time_ns() - before, flush=True)


if __name__ == "__main__":
    kind, file = sys.argv[1], Path(sys.argv[2])
    if kind == "pyartnet":
        asyncio.run(pyartnet(file))
    else:
        {"ours": ours, "sacn": sacn, "sacn_flush": sacn_flush}[kind](file)

"""``python -m light_parts.senders KIND FILE URL``: sends as many frames as it is told, as fast as it can.

`light_parts.serving` says how it is told; `sendmmsg.c` and `light_parts.ledfx` do the same.
The file is one of those of `light_parts.scene`; the address is that of the receiver, as we write it.
"""

import asyncio
import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import numpy as np

from light_parts import AHEAD_NS, FPS, HOST, PERIOD_NS
from light_parts.serving import serve

if TYPE_CHECKING:
    from pyartnet import ArtNetNode, SacnNode
    from sacn import sACNsender


def ours(file: Path, url: str) -> None:
    """Each frame drawn, packed and sent, by what the light loop uses, in the order in which it does."""
    from pacelight.lights.beat import SEQUENCES
    from pacelight.lights.drivers import output
    from pacelight.lights.loop import realtime

    canvas = pickle.loads(file.read_bytes())  # noqa: S301 - written by the process that started this one
    driver = output(url).open(canvas.channels)
    frame = np.zeros(canvas.channels, np.uint8)
    realtime.leave_no_garbage()

    def send(number: int) -> None:
        canvas.paint_on(frame, AHEAD_NS + number * PERIOD_NS)
        driver.send(frame, number % SEQUENCES)

    serve(send)


def sacn(file: Path, _url: str) -> None:
    """As its manual has it: data for each universe, then a flush of them all."""
    ready = [list(enumerate(map(tuple, picture), 1)) for picture in np.load(file).tolist()]
    sender = sacn_sender(len(ready[0]))
    sender.manual_flush = True

    def send(number: int) -> None:
        for universe, values in ready[number % len(ready)]:
            sender[universe].dmx_data = values
        sender.flush()

    serve(send)


def sacn_flush(file: Path, _url: str) -> None:
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


def stupidartnet(file: Path, url: str) -> None:
    """An object a port-address, each set and shown; its own clock, a thread a frame, never runs."""
    from stupidArtnet import StupidArtnet

    ready = [[bytearray(values) for values in picture] for picture in np.load(file)]
    port, slots = urlsplit(url).port, len(ready[0][0])
    nodes = [StupidArtnet(HOST, n, slots, FPS, port=port) for n in range(len(ready[0]))]

    def send(number: int) -> None:
        for node, values in zip(nodes, ready[number % len(ready)], strict=True):
            node.set(values)
            node.show()

    serve(send)


def pyartnet_sacn(file: Path, url: str) -> None:
    """By E1.31."""
    from pyartnet import SacnNode

    asyncio.run(_pyartnet(SacnNode, 1, file, url))


def pyartnet(file: Path, url: str) -> None:
    """By Art-Net."""
    from pyartnet import ArtNetNode

    asyncio.run(_pyartnet(ArtNetNode, 0, file, url))


async def _pyartnet(kind: "type[SacnNode | ArtNetNode]", first: int, file: Path, url: str) -> None:
    """Values for each universe, which is then sent; its background tasks, which cost more, never run."""
    ready = np.load(file).tolist()
    async with kind.create(HOST, urlsplit(url).port, max_fps=FPS) as node:
        universes = [node.add_universe(first + n) for n in range(len(ready[0]))]
        channels = [universe.add_channel(1, len(ready[0][0])) for universe in universes]

        def send(number: int) -> None:
            for channel, values in zip(channels, ready[number % len(ready)], strict=True):
                channel.set_values(values)
            for universe in universes:
                universe.send_data()

        serve(send)


SENDERS = {made.__name__: made for made in (ours, sacn, sacn_flush, stupidartnet, pyartnet_sacn, pyartnet)}


if __name__ == "__main__":
    SENDERS[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])

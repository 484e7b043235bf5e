"""Processor time of a frame, ours over each peer's."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from report import Row

from light_parts import HOST, TARGETED, BenchError
from light_parts.amount import Amount
from light_parts.receiver import Receiver
from light_parts.scene import Scene
from light_parts.wires import Wire
from light_parts.worker import Worker

HEAVY = ("sacn", "sacn_flush", "stupidartnet", "pyartnet_sacn", "pyartnet", "ledfx")
FLAT = ("ledfx",)
"""Takes a frame as one array; the others take it universe by universe."""

AT_ONCE = 14_000
"""Packets in a round, at most."""

WAITING = 5_000
"""Bytes that a packet takes while it waits in the kernel, at most: so the receiver need never get to run."""

TRIES = 3


@dataclass(frozen=True, slots=True)
class Programs:
    """What is run that is not Pacelight's own Python.

    Attributes:
        floor: the C loop.
        ledfx: a Python that has LedFx.
    """

    floor: Path
    ledfx: Path


Costs = dict[str, float]
"""Of a round: by sender, a frame in µs."""


def costs(receiver: Receiver, programs: Programs, wire: Wire, scene: Scene, amount: Amount) -> Iterator[Row]:
    """A row a peer.

    Args:
        receiver: of all.
        programs: what is run.
        wire: the protocol.
        scene: what is shown.
        amount: how much is measured.
    """
    packets = wire.packets(scene.lamps)
    with ExitStack() as stack:
        workers = {name: stack.enter_context(worker) for name, worker in _workers(programs, wire, scene)}
        for worker in workers.values():
            worker.ready()
            _round(receiver, worker, packets, 2)  # what is only done once
        counts = {name: _count(receiver, name in HEAVY, scene.lamps, packets, amount) for name in workers}
        rounds = [
            {name: _round(receiver, worker, packets, counts[name]) for name, worker in workers.items()}
            for _ in range(amount.rounds)
        ]
    size = f"{scene.lamps:,} lamps"
    for name, peer in wire.peers.items():
        target = wire.targets.get(name) if scene.lamps == TARGETED else None
        yield _median(f"{wire.prefix}.{name}", size, rounds, ("ours", peer), target)
    yield _median(f"{wire.prefix}.vs_c", f"{size}, one wave", rounds, ("one_wave", "c"), None)


def _workers(programs: Programs, wire: Wire, scene: Scene) -> Iterator[tuple[str, Worker]]:
    url, port = f"{wire.name}://{HOST}:{wire.port}", str(wire.port)

    def sender(kind: str, file: Path) -> Worker:
        return Worker(kind, sys.executable, "-m", "light_parts.senders", kind, str(file), url)

    yield "ours", sender("ours", scene.six)
    line = (str(programs.floor), HOST, port, str(scene.packets[wire.name]), str(wire.sequence))
    yield "c", Worker("the C loop", *line)
    yield "one_wave", sender("ours", scene.one)
    for kind in wire.peers.values():
        if kind in FLAT:
            house = (str(programs.ledfx), "-m", "light_parts.ledfx")
            yield kind, Worker(kind, *house, str(scene.frames), port)
        elif kind != "c":
            yield kind, sender(kind, scene.pictures)


def _count(receiver: Receiver, heavy: bool, lamps: int, packets: int, amount: Amount) -> int:
    """Frames a round."""
    most = min(amount.heavy, amount.heavy_lamps // lamps) if heavy else amount.light
    return max(min(most, AT_ONCE // packets, receiver.room // (WAITING * packets)), 1)


def _round(receiver: Receiver, worker: Worker, packets: int, count: int) -> float:
    """What one of so many frames takes, in µs; every packet of them has to arrive."""
    sent = count * packets
    for _ in range(TRIES):
        before = receiver.count
        used_ns = worker.ask(count)
        arrived = receiver.settled(before + sent) - before
        if arrived == sent:
            return used_ns / count / 1000
    raise BenchError(
        f"{worker.name} was to send {sent:,} packets and {arrived:,} arrived (the receiver has room for "
        f"{receiver.room:,} bytes; root has more, and so has a higher net.core.rmem_max)"
    )


def _median(name: str, size: str, rounds: list[Costs], pair: tuple[str, str], target: float | None) -> Row:
    """The round whose ratio is the median."""
    ours, peer = pair
    middle = sorted(rounds, key=lambda costs: costs[ours] / costs[peer])[len(rounds) // 2]
    return Row(name, size, middle[ours], middle[peer], "µs/frame", target)

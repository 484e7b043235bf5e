"""Processor time of a frame, ours over each peer's."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from report import Row

from light_parts import HOST, PORT, TARGETED, BenchError, universes
from light_parts.amount import Amount
from light_parts.receiver import Receiver
from light_parts.scene import Scene
from light_parts.worker import Worker

PEERS = {"vs_c": "c", "vs_sacn": "sacn", "vs_sacn_flush": "sacn_flush", "vs_pyartnet": "pyartnet"}
HEAVY = ("sacn", "sacn_flush", "pyartnet")
TARGETS = {"vs_sacn": 0.1, "vs_c": 1.5}

AT_ONCE = 14_000
"""Packets in a round, at most."""

WAITING = 3_000
"""Bytes that a packet takes while it waits in the kernel, at most: so the receiver need never get to run."""

TRIES = 3

Costs = dict[str, float]
"""Of a round: by sender, a frame in µs."""


def costs(receiver: Receiver, floor: Path, scene: Scene, amount: Amount) -> Iterator[Row]:
    """A row a peer.

    Args:
        receiver: of all.
        floor: the C loop, a program.
        scene: what is shown.
        amount: how much is measured.
    """
    lamps = scene.lamps
    with ExitStack() as stack:
        workers = {name: stack.enter_context(worker) for name, worker in _workers(floor, scene)}
        for worker in workers.values():
            worker.ready()
            _round(receiver, worker, lamps, 2)  # what is only done once
        counts = {name: _count(receiver, name in HEAVY, lamps, amount) for name in workers}
        rounds = [
            {name: _round(receiver, worker, lamps, counts[name]) for name, worker in workers.items()}
            for _ in range(amount.rounds)
        ]
    size = f"{lamps:,} lamps"
    for name, peer in PEERS.items():
        target = TARGETS.get(name) if lamps == TARGETED else None
        yield _median(f"lights.cpu.{name}", size, rounds, ("ours", peer), target)
    yield _median("lights.cpu.vs_c", f"{size}, one wave", rounds, ("one_wave", "c"), None)


def _workers(floor: Path, scene: Scene) -> Iterator[tuple[str, Worker]]:
    yield "ours", _sender("ours", scene.six)
    yield "c", Worker("the C loop", str(floor), HOST, str(PORT), str(scene.packets))
    yield "one_wave", _sender("ours", scene.one)
    for kind in HEAVY:
        yield kind, _sender(kind, scene.pictures)


def _sender(kind: str, file: Path) -> Worker:
    return Worker(kind, sys.executable, "-m", "light_parts.senders", kind, str(file))


def _count(receiver: Receiver, heavy: bool, lamps: int, amount: Amount) -> int:
    """Frames a round."""
    most = min(amount.heavy, amount.heavy_lamps // lamps) if heavy else amount.light
    return max(min(most, AT_ONCE // universes(lamps), receiver.room // (WAITING * universes(lamps))), 1)


def _round(receiver: Receiver, worker: Worker, lamps: int, count: int) -> float:
    """What one of so many frames takes, in µs; every packet of them has to arrive."""
    sent = count * universes(lamps)
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

"""The rows of `bench/spectators.py`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from lateness import TIMES_THE_BARE_LOOP
from light_parts import TARGETED
from light_parts.scene import scene
from report import Row

from spectators_parts.late import Lateness, lateness
from spectators_parts.servers import Served, fastapi, nchan, pacelight, without_nchan
from spectators_parts.watching import Seen, compiled, crowd

Serve: TypeAlias = Callable[[Path], AbstractContextManager[Served]]


@dataclass(frozen=True, slots=True)
class Load:
    """So many spectators, with so many updates a second, for so many seconds."""

    spectators: int
    rate: float
    seconds: float

    @property
    def size(self) -> str:
        """As a row has it."""
        return f"{self.spectators:,} at {self.rate:g}/s"


@dataclass(frozen=True, slots=True)
class Amount:
    """How much is measured.

    Attributes:
        often: fewer spectators, told often.
        many: more of them, told now and then.
        few: as many as FastAPI's own events can serve.
        frames: of the light loop.
    """

    often: Load
    many: Load
    few: Load
    frames: int


FULL = Amount(Load(2_000, 10, 20), Load(10_000, 2, 20), Load(300, 10, 10), frames=1000)
QUICK = Amount(Load(200, 10, 3), Load(1_000, 2, 4), Load(30, 10, 3), frames=100)


def measured(folder: Path, amount: Amount) -> Iterator[Row]:
    """One load after the other; each served by Pacelight and, in the same minute, by a peer."""
    program = compiled(folder)
    canvas = scene(folder, TARGETED).six
    rest = lateness(canvas, amount.frames)
    many, lit, watched = _lit(folder, program, canvas, amount)
    yield Row(
        "spectators.held", amount.many.size, many.held, None, "spectators", amount.many.spectators, True
    )
    yield from _alone(amount.many, many)
    yield from _beside_nchan(folder, program, amount.many, many)
    yield from _lights(amount.many, rest, watched, lit)
    often = _seen(folder, program, pacelight, amount.often)
    yield Row(
        "spectators.held", amount.often.size, often.held, None, "spectators", amount.often.spectators, True
    )
    yield from _alone(amount.often, often)
    yield from _beside_nchan(folder, program, amount.often, often)
    few = _seen(folder, program, pacelight, amount.few)
    yield from _beside("fastapi", amount.few, few, _seen(folder, program, fastapi, amount.few))


def _lit(folder: Path, program: Path, canvas: Path, amount: Amount) -> tuple[Seen, Seen, Lateness]:
    """So many watch: by themselves, then while the lights run beside them; and how late those were."""
    late: list[Lateness] = []
    load = amount.many
    with _begun(folder, pacelight) as served, crowd(program, served, load.spectators) as people:
        alone = people.watch(load.rate, load.seconds)
        lit = people.watch(load.rate, load.seconds, lambda: late.append(lateness(canvas, amount.frames)))
    return alone, lit, late[0]


def _seen(folder: Path, program: Path, serve: Serve, load: Load) -> Seen:
    with _begun(folder, serve) as served, crowd(program, served, load.spectators) as people:
        return people.watch(load.rate, load.seconds)


def _begun(folder: Path, serve: Serve) -> AbstractContextManager[Served]:
    """In a folder of its own: each has its sockets there."""
    own = folder / f"{serve.__name__}-{len(list(folder.iterdir()))}"
    own.mkdir()
    return serve(own)


def _alone(load: Load, seen: Seen) -> Iterator[Row]:
    yield Row("spectators.missed", load.size, seen.missed, None, "updates", 0)
    yield Row("spectators.p50_ms", load.size, seen.p50_ms, None, "ms")
    yield Row("spectators.p99_ms", load.size, seen.p99_ms, None, "ms")
    yield Row("spectators.cpu", load.size, seen.cpu, None, "of a processor")
    yield Row("spectators.memory_kb", load.size, seen.kilobytes, None, "kB each")


def _beside_nchan(folder: Path, program: Path, load: Load, ours: Seen) -> Iterator[Row]:
    why = without_nchan()
    if why:
        print(f"spectators: not beside nchan: {why}", file=sys.stderr)
        return
    yield from _beside("nchan", load, ours, _seen(folder, program, nchan, load))


def _beside(peer: str, load: Load, ours: Seen, theirs: Seen) -> Iterator[Row]:
    """What an update for one spectator costs, how late it comes, and what a spectator takes of memory."""
    name = f"spectators.vs_{peer}"
    yield Row(f"{name}.cpu_us", load.size, ours.cpu_us, theirs.cpu_us, "us an update")
    yield Row(f"{name}.p50_ms", load.size, ours.p50_ms, theirs.p50_ms, "ms")
    yield Row(f"{name}.p99_ms", load.size, ours.p99_ms, theirs.p99_ms, "ms")
    yield Row(f"{name}.memory_kb", load.size, ours.kilobytes, theirs.kilobytes, "kB each")
    yield Row(f"{name}.held", load.size, ours.held, theirs.held, "spectators")


def _lights(load: Load, rest: Lateness, watched: Lateness, lit: Seen) -> Iterator[Row]:
    """The light loop beside them, and them beside it."""
    size = f"{TARGETED:,} lamps, {load.size}"
    yield Row("spectators.held_with_lights", size, lit.held, None, "spectators", load.spectators, True)
    yield Row("spectators.lateness_p99_ms", size, watched.p99_ms, None, "ms", watched.target_ms)
    least = max(rest.p99_ms, rest.least_ms)
    yield Row("spectators.lateness_vs_rest", size, watched.p99_ms, least, "ms")
    bare = max(watched.bare_ms, watched.least_ms)
    yield Row("spectators.lateness_vs_bare", size, watched.p99_ms, bare, "ms", TIMES_THE_BARE_LOOP)

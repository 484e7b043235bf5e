"""So many spectators of a stream, and what that costs whoever serves it."""

import json
import os
import resource
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from light_parts.worker import Worker

from spectators_parts import HOST, BenchError
from spectators_parts.servers import Served

SPARE = 200
"""Open files besides those of the spectators."""

LATEST_S = 5.0
"""After the last update was told, for so long it may still arrive."""

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Seen:
    """What so many spectators saw of so many updates.

    Attributes:
        held: spectators who had every update, each once and in its turn.
        updates: that came, of all spectators; `missed` did not.
        p50_ms, p99_ms: from when an update was told until it was read.
        cpu: of one processor, the part that its server took.
        cpu_us: of processor time for an update of one spectator.
        kilobytes: of memory for each spectator.
    """

    held: int
    updates: int
    missed: int
    p50_ms: float
    p99_ms: float
    cpu: float
    cpu_us: float
    kilobytes: float


class Crowd:
    """Spectators who are there.

    Args:
        served: what they watch.
        watchers: their process.
        count: of them.
        kilobytes: of memory that their coming took.
    """

    def __init__(self, served: Served, watchers: Worker, count: int, kilobytes: float) -> None:
        self._served, self._watchers, self._count, self._kilobytes = served, watchers, count, kilobytes

    def watch(self, rate: float, seconds: float, meanwhile: Callable[[], None] = lambda: None) -> Seen:
        """So many updates a second for so many seconds."""
        wanted = max(1, round(rate * seconds))
        self._said(-1)
        begin, before = time.monotonic(), processor_s(self._served.pid)
        self._served.teller.tell(f"{rate} {wanted}")
        meanwhile()
        last = self._served.teller.answer()
        took, spent = time.monotonic() - begin, processor_s(self._served.pid) - before
        said = self._last_said(last)
        updates = int(said["updates"])
        return Seen(
            held=int(said["whole"]),
            updates=updates,
            missed=wanted * self._count - updates,
            p50_ms=float(said["p50_ms"]),
            p99_ms=float(said["p99_ms"]),
            cpu=spent / took,
            cpu_us=spent * 1e6 / max(updates, 1),
            kilobytes=self._kilobytes / self._count,
        )

    def _last_said(self, last: int) -> dict[str, Any]:
        """What was seen, as soon as everybody has had the last update, or when it is too late."""
        until = time.monotonic() + LATEST_S
        while True:
            time.sleep(LATEST_S / 20)
            said = self._said(last)
            if said["whole"] == self._count or time.monotonic() > until:
                return said

    def _said(self, up_to: int) -> dict[str, Any]:
        self._watchers.tell(up_to)
        said: dict[str, Any] = json.loads(self._watchers.line())
        return said


@contextmanager
def crowd(program: Path, served: Served, count: int) -> Iterator[Crowd]:
    """So many spectators of this stream."""
    allow(count)
    before = memory_kb(served.pid)
    words = (str(program), HOST, str(served.port), "/api/events", str(count))
    with Worker("the spectators", *words) as watchers:
        watchers.ready()
        yield Crowd(served, watchers, count, memory_kb(served.pid) - before)


def compiled(folder: Path) -> Path:
    """The spectators as a program."""
    source, program = Path(__file__).parent / "watchers.c", folder / "watchers"
    subprocess.run(["gcc", "-O2", "-o", program, source], check=True)
    return program


def allow(count: int) -> None:
    """As many open files as spectators.

    Raises:
        BenchError: the system does not allow them.
    """
    soft, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = count + SPARE
    if most < needed:
        raise BenchError(
            f"{count:,} spectators need as many open files, and {most:,} are allowed (ulimit -Hn)"
        )
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, needed), most))


def processor_s(pid: int) -> float:
    """Processor time that a process has used, in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND


def memory_kb(pid: int) -> int:
    """Memory that a process holds, in kilobytes."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    raise BenchError("a process has ended by itself")

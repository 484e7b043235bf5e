"""Two engines whose loops light the same lamps: one leads, the other follows."""

import json
import os
import signal
import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

from light_parts.worker import Worker

from standby_parts import BenchError

PATIENCE_S = 30
AHEAD_NS = 20_000_000_000
"""Since the gun, when measuring begins."""


class Engine:
    """One of them.

    Args:
        url: of the lamps.
        places: where both listen.
        number: which of them it is.
        role: ``lead``, or ``follow`` silently.
        network: in which it is; the machine's own, if not given.
    """

    def __init__(
        self, url: str, places: tuple[str, str], number: int, role: str, network: str | None
    ) -> None:
        bind, other = places[number], places[1 - number]
        self.number = number
        within = ("ip", "netns", "exec", network) if network else ()
        words = ("-m", "standby_parts.engine", url, bind, other, role)
        self.worker = Worker(f"the engine at {bind}", *within, sys.executable, *words)
        self.loop = 0

    def ask(self, line: str = "how") -> dict[str, Any]:
        """How its loop stands."""
        self.worker.tell(line)
        told: dict[str, Any] = json.loads(self.worker.line())
        self.loop = told["pid"]
        return told

    def until(self, role: str) -> None:
        """Wait until it has this role, and knows the other's clock."""
        end = time.monotonic() + PATIENCE_S
        while (told := self.ask())["role"] != role or (role == "following" and told["offset_ns"] is None):
            if time.monotonic() > end:
                raise BenchError(f"{self.worker.name} is not {role} after {PATIENCE_S} s")
            time.sleep(0.01)

    def signal(self, number: int) -> None:
        """Give everything of it a signal, the loop first."""
        for pid in (self.loop, self.worker.pid):
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    def signal_engine(self, number: int) -> None:
        """Give it a signal, and its loop none."""
        os.kill(self.worker.pid, number)

    def close(self) -> None:
        """End it, whatever it does."""
        if self.loop:
            self.signal(signal.SIGKILL)
        self.worker.__exit__(None, None, None)


class Pair:
    """Two of them, while the context lasts.

    Attributes:
        leader, follower: the two.
    """

    def __init__(
        self, url: str, places: tuple[str, str], networks: tuple[str | None, str | None] = (None, None)
    ) -> None:
        self._url, self._places, self._networks = url, places, networks
        self.leader, self.follower = self.engine(0, "lead"), self.engine(1, "follow")

    def __enter__(self) -> Self:
        self.leader.ask(f"gun {time.monotonic_ns() - AHEAD_NS}")
        self.leader.until("leading")
        self.follower.until("following")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leader.close()
        self.follower.close()

    def engine(self, number: int, role: str) -> Engine:
        """The first or the second."""
        return Engine(self._url, self._places, number, role, self._networks[number])

    def swap(self) -> None:
        """The other one leads now."""
        self.leader, self.follower = self.follower, self.leader

    def renew(self) -> None:
        """In place of the one that is gone, another that follows."""
        self.follower.close()
        self.follower = self.engine(self.follower.number, "follow")

"""Two machines and lamps on one switch, each in a network namespace of its own."""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from standby_parts import BenchError

_NEWNET = 0x40000000
"""Source: setns(2), CLONE_NEWNET."""

FIRST, SECOND, LAMPS = "one", "two", "lamps"
ADDRESS = {FIRST: "10.77.0.1", SECOND: "10.77.0.2", LAMPS: "10.77.0.3"}


class Switch:
    """Lasts as long as the context.

    Raises:
        BenchError: it cannot be made here.
    """

    def __init__(self) -> None:
        self._name = f"pacelight-bench-{os.getpid()}"

    def __enter__(self) -> Self:
        if shutil.which("ip") is None:
            raise BenchError("no network can be cut here: ip (Debian: iproute2) is missing")
        try:
            self._make()
        except subprocess.CalledProcessError as error:
            self.__exit__(None, None, None)
            raise BenchError(
                f"no network can be cut here: {error.stderr.decode().strip()} (root may make one)"
            ) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for who in ("switch", *ADDRESS):
            subprocess.run(["ip", "netns", "delete", self.of(who)], check=False, capture_output=True)

    def of(self, who: str) -> str:
        """The namespace of one of them."""
        return f"{self._name}-{who}"

    def cable(self, who: str, state: str) -> None:
        """Pull the cable of one of them (``down``), or plug it in (``up``)."""
        self._ip("-n", self.of("switch"), "link", "set", f"to-{who}", state)

    @contextmanager
    def within(self, who: str) -> Iterator[None]:
        """What this thread opens meanwhile is on that machine."""
        libc = ctypes.CDLL(None, use_errno=True)
        home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        there = os.open(f"/run/netns/{self.of(who)}", os.O_RDONLY)
        try:
            if libc.setns(there, _NEWNET):
                raise BenchError("this process may not go to another network: root may")
            yield
        finally:
            libc.setns(home, _NEWNET)
            os.close(home)
            os.close(there)

    def _make(self) -> None:
        switch = ("-n", self.of("switch"))
        self._ip("netns", "add", self.of("switch"))
        self._ip(*switch, "link", "add", "bridge", "type", "bridge")
        self._ip(*switch, "link", "set", "bridge", "up")
        for who, address in ADDRESS.items():
            self._ip("netns", "add", self.of(who))
            inside = ("-n", self.of(who))
            port = ("peer", "name", f"to-{who}", "netns", self.of("switch"))
            self._ip(*inside, "link", "add", "net", "type", "veth", *port)
            self._ip(*inside, "address", "add", f"{address}/24", "dev", "net")
            self._ip(*inside, "link", "set", "lo", "up")
            self._ip(*inside, "link", "set", "net", "up")
            self._ip(*switch, "link", "set", f"to-{who}", "master", "bridge", "up")

    @staticmethod
    def _ip(*words: str) -> None:
        subprocess.run(["ip", *words], check=True, capture_output=True)

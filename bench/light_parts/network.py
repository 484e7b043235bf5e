"""A network of the measurement's own: loopback, and a wire to nobody, on which this machine is 10.77.0.1."""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from light_parts import BenchError

__all__ = ["NEAR", "arrived", "own_network"]

NEAR = "10.77.0.1"

_NEWNET = 0x40000000
"""Source: unshare(2), CLONE_NEWNET."""

_LINES = (
    "link set lo up",
    "link add near type veth peer name far",
    f"address add {NEAR}/24 dev near",
    "link set near up",
    "link set far up",
    "route add 224.0.0.0/4 dev near",
)


@contextmanager
def own_network() -> Iterator[None]:
    """This thread, and what it starts meanwhile, is on it.

    Raises:
        BenchError: it cannot be made here.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    try:
        if libc.unshare(_NEWNET):
            raise BenchError("a network of its own cannot be made here: root may")
        try:
            Path("/proc/sys/net/ipv6/conf/default/disable_ipv6").write_text("1")  # which talks to itself
            for line in _LINES:
                subprocess.run(["ip", *line.split()], check=True)
            yield
        finally:
            libc.setns(home, _NEWNET)
    finally:
        os.close(home)


def arrived() -> int:
    """Packets that have come to the far end of the wire so far."""
    told = subprocess.run(["cat", "/proc/net/dev"], check=True, capture_output=True, text=True).stdout
    (line,) = (line for line in told.splitlines() if line.strip().startswith("far:"))
    return int(line.split(":")[1].split()[1])

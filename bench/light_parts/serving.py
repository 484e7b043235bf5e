"""Doing as told, line by line; without anything of Pacelight, which a peer in a house of its own has not."""

import sys
import time
from collections.abc import Callable
from typing import TypeAlias

__all__ = ["Send", "serve"]

Send: TypeAlias = Callable[[int], None]
"""Sends the frame of a number."""


def serve(send: Send) -> None:
    """For each number on standard input send so many frames, and print the processor time, in ns."""
    print("ready", flush=True)
    number = 0
    for line in sys.stdin:
        end = number + int(line)
        before = time.process_time_ns()
        while number < end:
            send(number)
            number += 1
        print(time.process_time_ns() - before, flush=True)

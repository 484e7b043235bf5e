"""What a process may ask of the system so that it wakes on time: each is granted, or gone without."""

import ctypes
import gc
import os

__all__ = ["keep_in_memory", "leave_no_garbage", "run_first"]

_FIFO_PRIORITY = 50
"""Above everything ordinary, below the kernel's own threads."""

_MCL_CURRENT, _MCL_FUTURE = 1, 2
"""Source: mlockall(2), bits/mman-linux.h."""


def leave_no_garbage() -> None:
    """Collect what is there once, and never again: a collection takes longer than a frame.

    For a process whose work makes no cycles.
    """
    gc.collect()
    gc.freeze()
    gc.disable()


def run_first() -> bool:
    """Run before everything ordinary (SCHED_FIFO); says whether that was granted.

    Only for a process of one thread that sleeps. Processes started from it do not inherit this.
    """
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(_FIFO_PRIORITY))
    except (AttributeError, OSError):  # another system, or no right to
        return False
    return True


def keep_in_memory() -> bool:
    """Keep all of this process from being swapped out; says whether that was granted."""
    try:
        return bool(ctypes.CDLL(None).mlockall(_MCL_CURRENT | _MCL_FUTURE) == 0)
    except AttributeError:
        return False

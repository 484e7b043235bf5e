"""What a process may ask of the system so that it wakes on time: each is granted, or gone without."""

import ctypes
import gc
import os
import platform
import struct

__all__ = ["keep_in_memory", "leave_no_garbage", "run_first", "run_second"]

_FIFO_PRIORITY = 50
"""Above everything ordinary, below the kernel's own threads."""

_SECOND = _FIFO_PRIORITY - 1

_TURN_NS = 100_000
"""Of a processor at a time, the least that may be asked for: who asks for short turns is given them soon."""

_SCHED_SETATTR = {"x86_64": 314, "aarch64": 274}
"""Number of the call. Source: arch/x86/entry/syscalls/syscall_64.tbl, asm-generic/unistd.h."""

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
    Where it is not granted, the process asks for short turns instead, which takes no right.
    """
    return _run(_FIFO_PRIORITY)


def run_second() -> bool:
    """The same, but after those that run first: both wake at the same beats, and one has lamps to light."""
    return _run(_SECOND)


def keep_in_memory() -> bool:
    """Keep all of this process from being swapped out; says whether that was granted."""
    try:
        return bool(ctypes.CDLL(None).mlockall(_MCL_CURRENT | _MCL_FUTURE) == 0)
    except AttributeError:
        return False


def _run(priority: int) -> bool:
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(priority))
    except (AttributeError, OSError):  # another system, or no right to
        _ask_short_turns()
        return False
    return True


def _ask_short_turns() -> bool:
    """Ask for short turns, which come sooner; says whether the system took the wish.

    Linux before 6.12 takes it and does nothing.
    Source: sched_setattr(2), struct sched_attr; kernel/sched/fair.c, custom slices.
    """
    call = _SCHED_SETATTR.get(platform.machine())
    if call is None:
        return False
    nice = os.getpriority(os.PRIO_PROCESS, 0)
    wish = struct.pack("=IIQiIQQQII", 56, os.SCHED_OTHER, 0, nice, 0, _TURN_NS, 0, 0, 0, 0)
    try:
        return bool(ctypes.CDLL(None).syscall(call, 0, wish, 0) == 0)
    except AttributeError:
        return False

"""The machine, asked: disk, clock, power, rights."""

import ctypes
import os
import shutil
import tempfile
import time
from pathlib import Path

from pacelight.meet.doctor.machine import Clock, Disk, Power

__all__ = ["clock", "disk", "may_run_first", "power"]

_LINES, _BYTES = 5, 400
"""So many lines are made safe, each as long as one of a journal."""

_UNSYNCHRONISED = 0x40
"""Source: adjtimex(2), STA_UNSYNC."""

_SUPPLIES = Path("/sys/class/power_supply")
"""Source: Documentation/ABI/testing/sysfs-class-power."""

_FIFO_PRIORITY = 50


class _Timex(ctypes.Structure):
    """As far as it is read. Source: adjtimex(2), linux/timex.h, on machines of 64 bits."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_long * 32),
    )


def disk(folder: Path) -> Disk:
    """Room and pace of a place: a file is written there, made safe line by line, and taken away again."""
    try:
        slowest_ns = 0
        with tempfile.NamedTemporaryFile(prefix=".pacelight-doctor-", dir=folder) as file:
            for _ in range(_LINES):
                begun_ns = time.monotonic_ns()
                file.write(b"." * _BYTES)
                file.flush()
                os.fdatasync(file.fileno())
                slowest_ns = max(slowest_ns, time.monotonic_ns() - begun_ns)
        return Disk(str(folder), shutil.disk_usage(folder).free, slowest_ns / 1e6)
    except OSError as error:
        return Disk(str(folder), fault=error.strerror or str(error))


def clock() -> Clock:
    """Whether the kernel holds the clock to others, as chrony, ntpd and systemd-timesyncd tell it."""
    told = _Timex()
    try:
        if ctypes.CDLL(None).adjtimex(ctypes.byref(told)) < 0:
            return Clock(None)
    except (AttributeError, OSError):
        return Clock(None)
    return Clock(not told.status & _UNSYNCHRONISED, told.esterror / 1000)


def power(supplies: Path = _SUPPLIES) -> Power:
    """Where the power comes from.

    Args:
        supplies: the folder in which the kernel says it.
    """
    mains: list[bool] = []
    left: list[int] = []
    try:
        for one in sorted(supplies.iterdir()):
            kind = _word(one / "type")
            if kind in {"Mains", "USB"} and _word(one / "online"):
                mains.append(_word(one / "online") == "1")
            elif kind == "Battery" and _word(one / "capacity").isdecimal():
                left.append(int(_word(one / "capacity")))
    except OSError:
        return Power(None)
    if not mains and not left:
        return Power(None)
    return Power(not any(mains), min(left, default=None))


def may_run_first() -> bool:
    """Whether this system lets a process run before everything else: tried, and taken back."""
    try:
        before = os.sched_getscheduler(0), os.sched_getparam(0)
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(_FIFO_PRIORITY))
        os.sched_setscheduler(0, *before)
    except (AttributeError, OSError):
        return False
    return True


def _word(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""

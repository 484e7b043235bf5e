"""What the system grants a process that wakes on time, asked in a process of its own."""

import os
import platform
import shutil
import subprocess
import sys

import pytest

WITHOUT = ("setpriv", "--bounding-set=-sys_nice", "--inh-caps=-sys_nice")

ASKS = """
import ctypes, os, platform, struct
from pacelight.lights.loop import realtime
granted = realtime.run_first()
known = ctypes.create_string_buffer(56)
call = {"x86_64": 315, "aarch64": 275}[platform.machine()]
assert ctypes.CDLL(None).syscall(call, 0, known, 56, 0) == 0
_, policy, _, _, _, turn_ns, _, _, _, _ = struct.unpack("=IIQiIQQQII", known.raw)
print(granted, policy & ~os.SCHED_RESET_ON_FORK, turn_ns)
"""


def asked(*before: str) -> list[str]:
    return subprocess.run(
        [*before, sys.executable, "-c", ASKS], capture_output=True, text=True, check=True
    ).stdout.split()


def test_a_process_that_may_runs_before_everything_ordinary() -> None:
    granted, policy, _ = asked()
    if granted == "False":
        pytest.skip("SCHED_FIFO is not granted here")
    assert int(policy) == os.SCHED_FIFO


def test_a_process_that_may_not_asks_for_short_turns() -> None:
    release = tuple(int(part) for part in platform.release().split(".")[:2])
    if release < (6, 12) or platform.machine() not in {"x86_64", "aarch64"}:
        pytest.skip("turns are of one length here (Linux 6.12 is needed)")
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root is granted SCHED_FIFO, and setpriv is not here")
    before = WITHOUT if os.geteuid() == 0 else ()
    assert asked(*before) == ["False", str(os.SCHED_OTHER), "100000"]


SECOND = """
import os
from pacelight.lights.loop import realtime
print(realtime.run_first(), os.sched_getparam(0).sched_priority)
print(realtime.run_second(), os.sched_getparam(0).sched_priority)
print(realtime.run_first(), os.sched_getparam(0).sched_priority)
"""


def test_who_has_no_lamps_to_light_runs_after_who_has() -> None:
    said = subprocess.run([sys.executable, "-c", SECOND], capture_output=True, text=True, check=True).stdout
    if "False" in said:
        pytest.skip("SCHED_FIFO is not granted here")
    assert said.split() == ["True", "50", "True", "49", "True", "50"]

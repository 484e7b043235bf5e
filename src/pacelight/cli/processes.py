"""Processes that belong together: started, kept up, and ended together."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from types import FrameType

from pacelight.errors import DriverError

__all__ = ["Kept", "end", "end_calmly", "end_with", "start"]

_PR_SET_PDEATHSIG = 1
"""Source: prctl(2), linux/prctl.h."""

_PATIENCE_S = 5
_OFTEN = 20


def end_calmly() -> None:
    """SIGTERM and SIGINT end the process through its `finally` clauses, as a success."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)


def end_with(parent: int) -> None:
    """Ask the kernel to end this process when its parent does, however that ends.

    Args:
        parent: process id; zero for nobody.
    """
    if not parent:
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it ended before we could ask
        sys.exit(0)


def start(arguments: Sequence[str], *, output: int | None = None) -> subprocess.Popen[str]:
    """A `pacelight` of its own, which ends with this one and hears no Ctrl-C of ours.

    Args:
        arguments: of the command line.
        output: where its standard output goes, as in `subprocess`.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "pacelight", *arguments, "--parent", str(os.getpid())],
        stdin=subprocess.DEVNULL,
        stdout=output,
        text=True,
        process_group=0,
    )


class Kept:
    """A `pacelight` that is started again whenever it dies.

    One that ends by itself with a refusal (2) is not: it would be refused again.

    Attributes:
        restarts: how often it was started again.

    Args:
        arguments: of the command line.
        process: running already; started here if not given.
    """

    def __init__(self, arguments: Sequence[str], process: "subprocess.Popen[str] | None" = None) -> None:
        self._arguments = tuple(arguments)
        self._process = process or start(self._arguments)
        self.restarts = 0

    def look(self, seconds: float) -> int | None:
        """Watch it for so long at most; start it again if it died.

        Returns:
            the exit code of one that ended for good; None while it is kept up.

        Raises:
            DriverError: it dies again and again.
        """
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        if code in {0, 2}:
            return code
        if self.restarts == _OFTEN:
            raise DriverError(
                f"'pacelight {self._arguments[0]}' died {_OFTEN} times; see its last line above"
            )
        self.restarts += 1
        self._process = start(self._arguments)
        return None

    def end(self) -> None:
        """End it, calmly first."""
        end(self._process)


def end(process: "subprocess.Popen[str]") -> None:
    """End a process that we started, calmly first."""
    process.terminate()
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()

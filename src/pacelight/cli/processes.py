"""Processes that belong together: started, kept up, and ended together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

from pacelight.errors import DriverError

__all__ = ["Kept", "end", "end_calmly", "end_with", "start", "wait_to_be_told"]

_PR_SET_PDEATHSIG = 1
"""Source: prctl(2), linux/prctl.h."""

_PATIENCE_S = 5
_OFTEN = 20

_CALM_S = 5.0
"""After a start, the next one is made ready so much later: what has just begun is not to wait for it."""


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


def wait_to_be_told() -> None:
    """Wait for a line on standard input; end, calmly, where there is nobody to write one any more."""
    if not sys.stdin.readline():
        sys.exit(0)


def start(
    arguments: Sequence[str], *, output: int | None = None, told: int = subprocess.DEVNULL
) -> subprocess.Popen[str]:
    """A `pacelight` of its own, which ends with this one and hears no Ctrl-C of ours.

    Args:
        arguments: of the command line.
        output: where its standard output goes, as in `subprocess`.
        told: where its standard input comes from, likewise.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "pacelight", *arguments, "--parent", str(os.getpid())],
        stdin=told,
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
        ready: another one stands ready, with everything loaded, so that no time is lost; the command
            takes `--when-told`.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        process: "subprocess.Popen[str] | None" = None,
        *,
        ready: bool = False,
    ) -> None:
        self._arguments = tuple(arguments)
        self._process = process or start(self._arguments)
        self._next: subprocess.Popen[str] | None = None
        self._ready = ready
        self._since_s = time.monotonic()
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
            self._make_ready()
            return None
        if code in {0, 2}:
            return code
        if self.restarts == _OFTEN:
            raise DriverError(
                f"'pacelight {self._arguments[0]}' died {_OFTEN} times; see its last line above"
            )
        self.restarts += 1
        self._process = self._told() or start(self._arguments)
        self._since_s = time.monotonic()
        return None

    def end(self) -> None:
        """End it, calmly first."""
        for process in (self._process, self._next):
            if process is not None:
                end(process)

    def _make_ready(self) -> None:
        """See to it that another one stands ready, once there is time for that."""
        if not self._ready or time.monotonic() - self._since_s < _CALM_S:
            return
        if self._next is None or self._next.poll() is not None:
            self._since_s = time.monotonic()
            self._next = start([*self._arguments, "--when-told"], told=subprocess.PIPE)

    def _told(self) -> "subprocess.Popen[str] | None":
        """The one that stands ready, told to go; None where none does."""
        ready, self._next = self._next, None
        if ready is None or ready.stdin is None:
            return None
        try:
            with ready.stdin as line:
                line.write("\n")
        except BrokenPipeError:
            ready.wait()
            return None
        return ready


def end(process: "subprocess.Popen[str]") -> None:
    """End a process that we started, calmly first."""
    process.terminate()
    try:
        process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()

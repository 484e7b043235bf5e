"""Processes that belong together: started, kept up, and ended together."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from pacelight.errors import DriverError, PacelightError

__all__ = ["Kept", "end", "end_calmly", "end_with", "reason_in", "start", "wait_to_be_told"]

_PR_SET_PDEATHSIG = 1
"""Source: prctl(2), linux/prctl.h."""

_PATIENCE_S = 5
_OFTEN = 20
_REFUSED = 2
"""How a command ends whose input is wrong."""

_CALM_S = 5.0
"""After a start, the next one is made ready so much later: what has just begun is not to wait for it."""

_PAUSE_S, _LONGEST_S = 0.5, 3.0
"""Before what was refused is tried again: at first, and at most; each is twice the one before."""


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


@contextmanager
def reason_in(file: Path | None) -> Iterator[None]:
    """Leave in a file why what is done here was refused; nothing is in it before.

    Args:
        file: is made; None for nobody to be told.
    """
    if file is not None:
        file.unlink(missing_ok=True)
    try:
        yield
    except PacelightError as error:
        if file is not None:
            with suppress(OSError):
                file.write_text(" ".join(str(error).splitlines()), encoding="utf-8")
        raise


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

    One that ends by itself with a refusal (2) is not, unless it is needed: it would be refused again.

    Attributes:
        restarts: how often it was started again.

    Args:
        arguments: of the command line.
        process: running already; started here if not given.
        ready: another one stands ready, with everything loaded, so that no time is lost; the command
            takes `--when-told`.
        needed: whether something depends on it by now, so that it is tried again whatever becomes of it.
        say: told once whenever it is refused though it is needed.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        process: "subprocess.Popen[str] | None" = None,
        *,
        ready: bool = False,
        needed: Callable[[], bool] = lambda: False,
        say: Callable[[], object] = lambda: None,
    ) -> None:
        self._arguments = tuple(arguments)
        self._process = process or start(self._arguments)
        self._next: subprocess.Popen[str] | None = None
        self._ready = ready
        self._needed, self._say = needed, say
        self._pause_s, self._due_s = 0.0, -1.0
        self._since_s = self._begun_s = time.monotonic()
        self.restarts = self._quickly = 0

    def look(self, seconds: float) -> int | None:
        """Watch it for so long at most; start it again if it died.

        Returns:
            the exit code of one that ended for good; None while it is kept up.

        Raises:
            DriverError: it dies again and again.
        """
        if self._due_s > 0:
            self._wait(seconds)
            return None
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._make_ready()
            return None
        if time.monotonic() - self._begun_s > _CALM_S:
            self._pause_s, self._quickly = 0.0, 0
        if code == 0 or (code == _REFUSED and not self._needed()):
            return code
        self._quickly += 1
        if code == _REFUSED or self._quickly > _OFTEN:
            self._rest()
        else:
            self._go_on()
        return None

    def _rest(self) -> None:
        """Try again a little later.

        Raises:
            DriverError: it died again and again, and nothing depends on it.
        """
        if not self._needed():
            raise DriverError(
                f"'pacelight {self._arguments[0]}' died {_OFTEN} times; see its last line above"
            )
        if not self._pause_s:
            self._say()
        self._pause_s = min(2 * self._pause_s or _PAUSE_S, _LONGEST_S)
        self._due_s = time.monotonic() + self._pause_s

    def _wait(self, seconds: float) -> None:
        """Wait for so long at most, and go on where it is time to."""
        left = self._due_s - time.monotonic()
        if left > 0:
            time.sleep(min(left, seconds))
            return
        self._due_s = -1.0
        self._go_on()

    def _go_on(self) -> None:
        """Start it again, or tell the one that stands ready to go."""
        self.restarts += 1
        self._process = self._told() or start(self._arguments)
        self._since_s = self._begun_s = time.monotonic()

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

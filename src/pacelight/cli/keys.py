"""Single keys of a terminal, or of a foot switch, which is a keyboard; also where nobody sits at one."""

import os
import select
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Keys", "keys"]


class Keys:
    """Attributes: ended: nobody presses anything any more."""

    def __init__(self, line: int) -> None:
        self._line = line
        self.ended = False

    def fileno(self) -> int:
        """Readable whenever a key was pressed."""
        return self._line

    def pressed(self, seconds: float) -> str:
        """The keys that were pressed within so many seconds; returns as soon as there is one."""
        if self.ended or not select.select([self._line], [], [], max(0.0, seconds))[0]:
            return ""
        try:
            data = os.read(self._line, 64)
        except OSError:  # the terminal is gone
            data = b""
        self.ended = not data
        return data.decode("utf-8", "replace")


@contextmanager
def keys() -> Iterator[Keys]:
    """The keys of standard input, each at once and unseen; the terminal is as it was afterwards."""
    line = sys.stdin.fileno()
    if not os.isatty(line):
        yield Keys(line)
        return
    before = termios.tcgetattr(line)
    try:
        tty.setcbreak(line, termios.TCSADRAIN)  # what was pressed already is not thrown away
        yield Keys(line)
    finally:
        termios.tcsetattr(line, termios.TCSADRAIN, before)

"""A sender in a process of its own, told by lines and never left behind."""

import select
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from light_parts import BenchError

PATIENCE_S = 120

BENCH = Path(__file__).parent.parent


class Worker:
    """The process lasts as long as the context; a Ctrl-C at the terminal is not its to answer.

    Args:
        name: what it is called if it fails.
        command: and arguments.
    """

    def __init__(self, name: str, *command: str) -> None:
        self.name = name
        self._process = subprocess.Popen(
            command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=BENCH, process_group=0
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def ready(self) -> Self:
        """Wait until it stands ready."""
        self.line()
        return self

    def ask(self, line: object) -> int:
        """Tell it something, and wait for the number it answers."""
        self.tell(line)
        return self.answer()

    def tell(self, line: object) -> None:
        """Tell it something."""
        with suppress(BrokenPipeError):  # it has ended: the answer that does not come says so
            self._process.stdin.write(f"{line}\n".encode())

    def answer(self) -> int:
        """The number it answers to what it was told last."""
        return int(self.line())

    def line(self) -> bytes:
        """The next line it says."""
        if not select.select([self._process.stdout], [], [], PATIENCE_S)[0]:
            raise BenchError(f"{self.name} said nothing for {PATIENCE_S} s")
        line = self._process.stdout.readline()
        if not line:
            raise BenchError(f"{self.name} ended by itself")
        return line

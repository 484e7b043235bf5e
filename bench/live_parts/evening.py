"""A race in front of a large book: a real engine, a Scan'O'Vision that speaks to it, somebody on its bus."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

import msgspec

from live_parts.book import EVENT, RUNNERS, athlete
from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.meet.desk.requests import Do, Request
from pacelight.meet.desk.roles import Role
from pacelight.timing.formats.omega import OmegaLine, OmegaMessage, lined, write

__all__ = ["Console", "Device", "engine", "race_file"]

PATIENCE_S = 120
"""For an engine that asks a book of ten million what is at stake for each of its runners."""


def race_file(where: Path) -> Path:
    """A mile of so many runners as the book knows, without a recording."""
    rows = [_runner(number) for number in range(RUNNERS)]
    head = f"""
schema = "pacelight.race/1"
id = "evening"
name = "A mile of {RUNNERS}"
event = "{EVENT}"
sex = "men"
day = 2025-02-13
venue = "Made to be measured"
source = "made"
track = {{ name = "short-200" }}
sources = [{{ key = "made", who = "Made to be measured", as_of = 2025-02-13 }}]
"""
    where.write_text("\n".join([head, *rows]), encoding="utf-8")
    return where


def _runner(number: int) -> str:
    key, name, nation = athlete(number)
    return f'[[runner]]\nbib = "{number + 1}"\nathlete = "{key}"\nname = "{name}"\nnation = "{nation}"\n'


@contextmanager
def engine(folder: Path, race: Path, book: Path, port: int) -> Iterator[Path]:
    """An engine that runs this race, and where its bus is."""
    bus = folder / "bus"
    words = ["engine", race, "--bus", bus, "--journal", folder / "journal", "--book", book]
    words += ["--output", "sim://", "--timing", f"finish=omega://127.0.0.1:{port}"]
    process = subprocess.Popen([sys.executable, "-m", "pacelight", *map(str, words)])
    try:
        yield bus
    finally:
        process.terminate()
        process.wait(30)


@dataclass(slots=True)
class Device:
    """A Scan'O'Vision: the engine connects to it."""

    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    line: socket.socket | None = None

    @property
    def port(self) -> int:
        """Where it is."""
        return int(self.listener.getsockname()[1])

    def connected(self) -> None:
        """Wait for the engine."""
        self.listener.settimeout(PATIENCE_S)
        self.line, _ = self.listener.accept()
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def say(self, message: bytes) -> None:
        """Send one message."""
        if self.line is not None:
            self.line.sendall(message)

    def heat(self) -> None:
        """Say which heat is spoken of."""
        self.say(write(OmegaMessage("SNR", "1-1-1")))

    def finish(self, bib: str, mark: Mark) -> None:
        """Say when somebody finished."""
        self.say(write(lined("RCV", OmegaLine(bib, "", str(mark)))))

    def close(self) -> None:
        """Hang up."""
        for one in (self.line, self.listener):
            if one is not None:
                one.close()


@dataclass(slots=True)
class Console:
    """Somebody on the bus, who asks and hears."""

    bus: Path
    line: socket.socket = field(default_factory=lambda: socket.socket(socket.AF_UNIX))
    rest: bytes = b""
    revision: int = 0
    key: str = ""
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        until_s = time.monotonic() + PATIENCE_S
        while True:
            try:
                self.line.connect(str(self.bus))
            except OSError:
                if time.monotonic() > until_s:
                    raise
                time.sleep(0.1)
            else:
                return self

    def __exit__(self, *_: object) -> None:
        self.line.close()

    def ask(self, do: Do) -> None:
        """Ask something, and wait until it is done.

        Raises:
            RaceError: it was refused.
        """
        self.send(do)
        self.answered()

    def send(self, do: Do) -> None:
        """Ask something; the answer is waited for by `answered`."""
        self.key = str(uuid4())
        wanted = Request(self.key, "evening", "bench", Role.DIRECTOR, do, self.revision)
        self.line.sendall(msgspec.json.encode(wanted) + b"\n")

    def answered(self) -> None:
        """Wait for the answer, if it is not there yet.

        Raises:
            RaceError: it is a refusal.
        """
        while self.key not in self.answers:
            self.until(lambda said: said.get("type") == "answer")
        if not self.answers[self.key]["done"]:
            raise RaceError("; ".join(self.answers[self.key]["why"]))

    def until(self, wanted: Any) -> dict[str, Any]:  # noqa: ANN401 - a question to what is said
        """The first thing said for which this is true.

        Raises:
            TimeoutError: nothing such is said.
        """
        until_s = time.monotonic() + PATIENCE_S
        while True:
            if time.monotonic() > until_s:
                raise TimeoutError("the engine does not say what is waited for")
            line, newline, rest = self.rest.partition(b"\n")
            if not newline:
                self.rest += self._more()
                continue
            self.rest = rest
            said = msgspec.json.decode(line)
            self.revision = max(self.revision, said.get("revision", 0))
            if said.get("type") == "answer":
                self.answers[said["key"]] = said
            if wanted(said):
                return said

    def _more(self) -> bytes:
        self.line.settimeout(PATIENCE_S)
        more = self.line.recv(1 << 16)
        if not more:
            raise ConnectionError("the engine hung up")
        return more

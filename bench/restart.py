"""How long an engine that was killed in mid-race is away: until it goes on in the journal, until it is heard.

Killed and started again by itself, as by systemd; and under `serve`, where another one stands ready.
The lights are not away meanwhile: their loop lives on.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from importlib.resources import files
from pathlib import Path

from report import Row, arguments, report

from pacelight.book.asking.lists import Book
from pacelight.errors import DriverError
from pacelight.meet.bus import listen

KILLS, QUICK = 30, 4
TARGET_S = 1.0
READY_S = 9.0
"""After this long under `serve` another one stands ready."""
PATIENCE_S = 60.0


class RestartError(Exception):
    """Nothing can be measured, and why."""


class Hall:
    """A race in a folder, and its engine."""

    def __init__(self, folder: Path) -> None:
        self.race, self.bus, self.journal = folder / "race.toml", folder / "bus", folder / "journal"
        self.race.write_bytes(files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_bytes())
        with closing(Book.starter(folder / "book.sqlite", until=date(2025, 2, 12))):
            pass
        self.options = [
            *(str(self.race), "--bus", str(self.bus), "--journal", str(self.journal)),
            *("--book", str(folder / "book.sqlite"), "--output", "sim://"),
        ]
        self.web = ["--port", "0", "--access", str(folder / "access.sqlite")]

    def start(self, command: str, *more: str) -> "subprocess.Popen[bytes]":
        line = [sys.executable, "-m", "pacelight", command, *self.options, *more]
        return subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)

    @property
    def resumes(self) -> int:
        """How often an engine went on in this journal."""
        return self.journal.read_bytes().count(b'"type":"resume"') if self.journal.exists() else 0

    def on_track(self) -> None:
        """Wait until the race runs."""
        until = time.monotonic() + PATIENCE_S
        while not (self.journal.exists() and b'"type":"gun"' in self.journal.read_bytes()):
            if time.monotonic() > until:
                raise RestartError("the race did not begin")
            time.sleep(0.05)

    def away(self, before: int, since: float) -> tuple[float, float]:
        """Seconds until it goes on, and until it is heard."""
        while self.resumes == before:
            if time.perf_counter() - since > PATIENCE_S:
                raise RestartError("it did not come back")
            time.sleep(0.001)
        on = time.perf_counter() - since
        while True:
            with suppress(DriverError), listen(self.bus, patience_s=5.0) as heard:
                next(iter(heard))
                return on, time.perf_counter() - since
            time.sleep(0.001)


def alone(hall: Hall, kills: int) -> list[tuple[float, float]]:
    """The engine is killed and started again by itself."""
    engine, found = hall.start("engine"), []
    try:
        hall.on_track()
        for _ in range(kills):
            before, since = hall.resumes, time.perf_counter()
            engine.kill()
            engine.wait()
            engine = hall.start("engine")
            found.append(hall.away(before, since))
    finally:
        engine.kill()
        engine.wait()
    return found


def served(hall: Hall, kills: int) -> list[tuple[float, float]]:
    """The engine of `serve` is killed."""
    serve, found = hall.start("serve", *hall.web), []
    try:
        hall.on_track()
        for _ in range(kills):
            time.sleep(READY_S)
            before, since = hall.resumes, time.perf_counter()
            _kill_engine(serve.pid)
            found.append(hall.away(before, since))
    finally:
        serve.terminate()
        serve.wait()
    return found


def _kill_engine(parent: int) -> None:
    """The oldest engine that was started there; a younger one stands ready."""
    pgrep = ["pgrep", "--parent", str(parent), "--full", "--oldest", "pacelight engine"]
    found = subprocess.run(pgrep, capture_output=True, text=True, check=False).stdout.split()
    if not found:
        raise RestartError("serve has no engine")
    subprocess.run(["kill", "-KILL", found[0]], check=True)


def rows(kills: int) -> Iterator[Row]:
    for name, measure in (("engine.restart", alone), ("serve.restart", served)):
        with tempfile.TemporaryDirectory(prefix="pacelight-restart-") as folder:
            found = measure(Hall(Path(folder)), kills)
        size = f"{kills} kills in mid-race"
        on, heard = (sorted(column) for column in zip(*found, strict=True))
        yield Row(f"{name}_p50_s", size, on[len(on) // 2], None, "s", TARGET_S)
        yield Row(f"{name}_max_s", size, on[-1], None, "s", TARGET_S)
        yield Row(f"{name}_heard_max_s", size, heard[-1], None, "s", TARGET_S)


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    try:
        report(rows(QUICK if asked.quick else KILLS), as_json=asked.json)
    except RestartError as error:
        print(f"restart: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

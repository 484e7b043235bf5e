"""An evening with two races, as posts work it: a real engine, its journal, and a web process before it.

Loaded by the fixture `meeting`, since tests cannot import one another.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import uuid4

from pacelight.book.asking.lists import Book
from pacelight.meet.journal.file import read

RACE, NEXT = "lievin-2025-mile", "mens-3000"
MILE_M = 1609.344

MEET = """\
schema = "pacelight.meet/1"
id = "meeting"
name = "Meeting Hauts-de-France Pas-de-Calais"
venue = "Liévin"
day = 2025-02-13
book = "book.sqlite"
journal = "journal"

[track]
name = "short-200"

[engine]
output = "sim://"
bus = ["bus"]

[[race]]
id = "lievin-2025-mile"
at = 20:45:00
file = "mile.toml"

[[race]]
id = "mens-3000"
at = 21:05:00
name = "Men's 3000 m"
event = "3000sh"
sex = "men"

[[race.runner]]
bib = "21"
athlete = "fisher-grant"
name = "Grant Fisher"
nation = "USA"
lane = "1"

[[race.runner]]
bib = "22"
athlete = "kerr-josh"
name = "Josh Kerr"
nation = "GBR"
lane = "2"

[[race.runner]]
bib = "23"
athlete = "habz-azeddine"
name = "Azeddine Habz"
nation = "FRA"
lane = "3"
say = "ah-zeh-DEEN abz"

[[race]]
id = "womens-800"
at = 21:20:00
name = "Women's 800 m"
event = "800sh"
sex = "women"

[[race.runner]]
bib = "31"
athlete = "hodgkinson-keely"
name = "Keely Hodgkinson"
nation = "GBR"
"""

SAID = {"1": "YAH-kob ING-eh-brik-tsen", "2": "STEH-fan NILL-es-sen", "5": "TSHEH-po TSHEE-teh"}
"""How some of the names are said, by bib."""

SEGMENTS = (14150, 14070, 14130, 14040, 13900, 14180, 14030, 14050, 13880, 14060, 14030, 13870, 13840, 13840)
"""Ingebrigtsen's 100 m segments in thousandths, as LetsRun printed them."""


@dataclass
class Meeting:
    """The engine, and the pages before it.

    Attributes:
        folder: where its files are.
        pages: a web process with the book, see `Pages` of tests/conftest.py.
        process: the engine.
    """

    folder: Path
    pages: Any
    process: "subprocess.Popen[bytes]"
    _client: Any = field(default=None)

    def address(self, page: str) -> str:
        """Of a page."""
        return f"{self.pages.address}{page}"

    def start(self) -> None:
        """The engine; killed before, it goes on where it was."""
        self.process = engine(self.folder)

    def kill(self) -> None:
        """As a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def snapshot(self) -> dict[str, Any]:
        """The race as pages are told it."""
        with self.pages.client() as client:
            return dict(client.get("/api/snapshot").json())

    def ask(self, race: str = RACE, **do: Any) -> dict[str, Any]:
        """What the director asks; it has to be done."""
        if self._client is None:
            self._client = self.pages.client(self.pages.token("director"))
        seen = next((one["revision"] for one in self.snapshot()["races"] if one["id"] == race), 0)
        do = {"reason": "as agreed"} | do
        body = {"key": str(uuid4()), "race": race, "seen": seen, "do": do}
        answer = self._client.post("/api/requests", json=body)
        assert answer.status_code == 200, answer.text
        self.until(lambda: self._has(race, answer.json()["revision"]))
        return {"key": body["key"], **answer.json()}

    def begin(self, seconds_ago: float = 0.0) -> None:
        """The race runs since then."""
        for act in ("check", "arm"):
            self.ask(act=act)
        self.ask(act="gun", **({"ago_ns": int(seconds_ago * 1e9)} if seconds_ago else {}))

    def time(self, bib: str, metres: float, seconds: float) -> str:
        """A time by hand, read from somebody's stopwatch; its key."""
        told: dict[str, Any] = {"act": "split", "bib": bib, "elapsed_ns": round(seconds * 1e9)}
        if metres != MILE_M:
            told["distance"] = f"{metres:g} m"
        return str(self.ask(**told)["key"])

    def leader_to(self, metres: int) -> None:
        """Ingebrigtsen's splits as far as that, and Nillessen's behind them by 26 thousandths a second."""
        for nth, at_ms in enumerate(accumulate(SEGMENTS), 1):
            if nth * 100 <= metres:
                self.time("1", nth * 100, at_ms / 1000)
            if nth * 100 == metres:
                self.time("2", metres, at_ms / 1000 * 1.026)

    def entries(self, kind: str) -> list[dict[str, Any]]:
        """What the journal has of this kind."""
        lines, _ = read(self.folder / "journal")
        found = [json.loads(line.event) for line in lines]
        return [one for one in found if one["type"] == kind]

    def end(self) -> None:
        """The engine ends."""
        if self._client is not None:
            self._client.close()
        with suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGTERM)
        self.process.wait(20)

    def _has(self, race: str, revision: int) -> bool:
        return any(one["id"] == race and one["revision"] >= revision for one in self.snapshot()["races"])

    @staticmethod
    def until(done: Callable[[], bool]) -> None:
        """Wait until that is so; what never is fails the test."""
        until_s = time.monotonic() + 20
        while not done():
            assert time.monotonic() < until_s


def engine(folder: Path) -> "subprocess.Popen[bytes]":
    """An engine that runs the meet of this folder."""
    line = [sys.executable, "-m", "pacelight", "engine", str(folder / "meet.toml")]
    with (folder / "said").open("ab") as said:
        return subprocess.Popen(line, stdout=said, stderr=said)


def write(folder: Path) -> None:
    """The files of the meeting."""
    text = files("pacelight").joinpath(f"recordings/{RACE}.toml").read_text(encoding="utf-8")
    before, _, _ = text.partition("[[recording")
    for bib, say in SAID.items():
        before = before.replace(f'bib = "{bib}"\n', f'bib = "{bib}"\nsay = "{say}"\n')
    (folder / "mile.toml").write_text(before, encoding="utf-8")
    (folder / "meet.toml").write_text(MEET, encoding="utf-8")
    Book.starter(folder / "book.sqlite").close()


def meeting(folder: Path, web_pages: Callable[..., Any]) -> Meeting:
    """The engine and the pages, once they answer."""
    write(folder)
    process = engine(folder)
    pages = web_pages("--bus", folder / "bus", "--book", folder / "book.sqlite")
    made = Meeting(folder, pages, process)
    with pages.client() as client:
        while client.get("/api/snapshot").status_code == 503:
            assert process.poll() is None, (folder / "said").read_text(encoding="utf-8")
    return made

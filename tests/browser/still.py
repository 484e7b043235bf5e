"""An evening that stands still: the same instant for the engine, the pages and the browser, for pictures.

The race on the track is told from a journal that is written here, line by line, with its instants.
Loaded by the fixture `still`, since tests cannot import one another.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import msgspec
from playwright.sync_api import Browser, BrowserContext

from pacelight.book.asking.lists import Book
from pacelight.meet.bus import protocol
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.planned import of_meet, opening
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import Journal
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.session import Session
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.race import Command
from pacelight.web.rights.access import Access

S = 1_000_000_000
GUN_S = int(datetime(2025, 2, 13, 19, 45, 10, tzinfo=UTC).timestamp())
NOW_S = GUN_S + 198
"""Ingebrigtsen is on his last lap."""

EVE = date(2025, 2, 14)
"""As of when the book is: the records of the evening wait in it."""

BEHIND = (1.0, 1.026, 1.029, 1.031, 1.033)
"""How much longer than Ingebrigtsen runners take, bib by bib."""

WEB = """
import sys, time
now_s = int(sys.argv[1])
time.time, time.time_ns = (lambda: float(now_s)), (lambda: now_s * 10**9)
from pathlib import Path
from pacelight.web import serve
from pacelight.web.opening import Opening
folder = Path(sys.argv[2])
serve(
    folder / "bus", "127.0.0.1", 0, announce=lambda at: print(at, flush=True),
    book=folder / "eve.sqlite", recordings=folder / "shown",
    opening=Opening(folder / "access.sqlite", setup=folder, evidence=(folder,)),
)
"""
"""The web process, on whose wall the clock stands."""

STILL = """(() => {
    const at = %d, Wall = Date;
    globalThis.Date = class extends Wall {
        constructor(...given) { given.length === 0 ? super(at) : super(...given); }
        static now() { return at; }
    };
    performance.now = () => 1000;
    delete globalThis.SharedWorker;
})()"""
"""And so it does in the browser, while its timers and frames go on."""

LAMPS = protocol.OutputShown(
    frames=11_880, late=2, lateness_p99_ms=0.4, target="ddp://10.0.0.21", lateness_max_ms=3.1, controllers=4
)


@dataclass
class Still:
    """What a browser is shown.

    Attributes:
        folder: the meet's: its file, book, journal and bus.
        bus: an engine's, which tells the race of the journal.
        address: of the pages.
        token: of the director, who is signed in everywhere.
    """

    folder: Path
    bus: Any
    address: str
    token: str

    def context(self, chromium: Browser, **more: Any) -> BrowserContext:
        """Of a browser in which it is the same instant for ever."""
        made = chromium.new_context(
            locale="en-GB", timezone_id="Europe/Paris", reduced_motion="reduce", **more
        )
        made.set_default_timeout(20_000)
        made.add_init_script(STILL % (NOW_S * 1000))
        made.add_cookies([{"name": "pacelight", "value": self.token, "url": self.address}])
        return made

    def client(self) -> httpx.Client:
        """The director's."""
        return httpx.Client(
            base_url=self.address,
            headers={"X-Pacelight": "1"},
            cookies={"pacelight": self.token},
            timeout=20,
        )

    def end_race(self) -> None:
        """The race is over, and its records are known; once."""
        if self.bus.snapshot["state"] == "finished":
            return
        self.bus.restart(**finished(self.bus))
        with self.client() as client:
            while client.get("/api/snapshot").json()["state"] != "finished":
                time.sleep(0.05)


def finished(bus: Any) -> dict[str, Any]:
    """What is another once everyone is in."""
    told = type(bus)(bus.path)
    told.snapshot["clock"] |= {"gun_unix_ns": GUN_S * S, "server_unix_ns": NOW_S * S}
    told.play(300)
    known = ("state", "lights", "runners", "records", "clock")
    shown = {name: told.snapshot[name] for name in known}
    return shown | {"look": shown_look("finished", None), "aside": [], "conflicts": []}


def shown_look(name: str, lights: str | None) -> dict[str, Any]:
    """What the lamps show."""
    return msgspec.to_builtins(protocol.LookShown(name, 0, 0.0, 0.0, 0, "", lights))


def split(bib: str, nth: int, at_ms: int) -> entries.Passed:
    """Of a runner, the nth 100 m."""
    seconds = at_ms * BEHIND[int(bib) - 1]
    return entries.Passed(
        bib, nth * 100_000, round(seconds) * 1_000_000, "transponder", False, "finish",
        f"finish-{bib}-{nth}", "athlete",
    )  # fmt: skip


def evening(opened: entries.Opened, segments: tuple[int, ...]) -> Iterator[tuple[float, entries.Entry]]:
    """The race as it was written down, each line with the race seconds at which it was."""
    lights, timing = {"by": "lights", "role": "operator"}, {"by": "timing desk", "role": "timer"}
    yield -600, opened
    yield -550, entries.TimingSeen("finish", "connected", 1_200_000, 400_000)
    yield -300, entries.Commanded(Command.CHECK, key="a", **lights)
    yield -60, entries.Commanded(Command.ARM, key="b", **lights)
    yield (
        0,
        entries.Fired(
            0, GUN_S * S, "boot", "1", source="start signal", error_ns=800_000, key="c", by="starter"
        ),
    )
    found = []
    for nth, at_ms in enumerate(accumulate(segments), 1):
        found.append((at_ms / 1000, split("1", nth, at_ms)))
        if not nth % 2:
            found += [(at_ms * BEHIND[n] / 1000, split(str(n + 1), nth, at_ms)) for n in range(1, 5)]
    yield from sorted((one for one in found if one[0] < NOW_S - GUN_S), key=lambda one: one[0])
    hand = entries.Passed(
        "", 1_400_000, 197_400_000_000, "hand", False, "timing desk", "d", "athlete", **timing
    )
    yield 197.4, hand
    yield 197.5, entries.Struck("finish-4-12", key="e", reason="a photographer crossed", **timing)
    says = entries.Passed("5", 1_200_000, 173_900_000_000, "photo", False, "photo", "f", "athlete")
    yield 197.6, entries.Conflicted("g", "5", "photo", "another time there", says, "finish-5-12")
    yield 197.7, entries.Judged("9", "DNF", 197_700_000_000, "timing desk", "h", **timing)


def prepare(folder: Path, meeting: ModuleType) -> tuple[bytes, str]:
    """The files of the evening: the snapshot of the race, and the token of the director."""
    meeting.write(folder)
    with closing(Book.starter(folder / "eve.sqlite", until=EVE)):
        pass
    meet = MeetFile.read(folder / "meet.toml")
    planned = of_meet(meet)
    with closing(Book.open(folder / "book.sqlite")) as book:
        opened = opening(planned[0], book, "book.sqlite", "sim://")
    with closing(Journal.open(folder / "lievin.journal")) as journal:
        lines = list(evening(opened, meeting.SEGMENTS))
        for at_s, entry in lines:
            journal.append(entry, unix_ns=GUN_S * S + round(at_s * S))
    feed = Feed(
        Session.of([entry for _, entry in lines]), planned[0].survey(), boot="one", rate=1.0, target="sim://"
    )
    gun = next(entry for _, entry in lines if isinstance(entry, entries.Fired))
    feed.clock = RaceClock.of(gun, Instant(NOW_S * S, NOW_S * S), "boot")
    feed.output = LAMPS
    feed.look = msgspec.convert(shown_look("running", "run"), protocol.LookShown)
    feed.timetable = tuple((one.race, one.at) for one in planned)
    with Access(folder / "access.sqlite") as access:
        code = access.invite(Role.DIRECTOR, "meet office", NOW_S).code
        token, _ = access.pair(code, "127.0.0.1", NOW_S) or ("", None)
    return feed.snapshot(NOW_S * S), token


def beat(bus: Any, over: threading.Event) -> None:
    """An engine says something about once a second: who is silent is taken to be gone."""
    said = {"type": "output", **msgspec.to_builtins(LAMPS)}
    while not over.wait(1.0):
        bus.say(said)


def still(folder: Path, meeting: ModuleType, bus: Any) -> Iterator[Still]:
    """The pages of the evening, until the end."""
    snapshot, token = prepare(folder, meeting)
    bus.snapshot = json.loads(snapshot)
    bus.open()
    over = threading.Event()
    threading.Thread(target=beat, args=(bus, over), daemon=True).start()
    line = [sys.executable, "-c", WEB, str(NOW_S), str(folder)]
    with (folder / "said").open("w") as said:
        process = subprocess.Popen(
            line, stdout=subprocess.PIPE, stderr=said, text=True, env=os.environ | {"TZ": "UTC"}
        )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    assert address, (folder / "said").read_text(encoding="utf-8")
    try:
        yield Still(folder, bus, address, token)
    finally:
        over.set()
        bus.close()
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        process.stdout.close()

"""The Liévin evening on a bus, the real web process, and a real browser before it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from itertools import accumulate
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from pacelight.track import track
from pacelight.web.live.fold import fold

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
"""The shell, as a window of the whole browser, which nobody sees, costs six times what a page costs in it."""

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP *.lan 127.0.0.1",
    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
]

AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

MILE = 1609.344
RECORD_S = 226.63
SEGMENTS = (14150, 14070, 14130, 14040, 13900, 14180, 14030, 14050, 13880, 14060, 14030, 13870, 13840, 13840)
"""Ingebrigtsen's 100 m segments in thousandths, as LetsRun printed them; then 13.56 and 15.51."""
FIELD = (
    ("1", "Jakob Ingebrigtsen", "NOR", 225140),
    ("2", "Stefan Nillessen", "NED", 232700),
    ("3", "Cathal Doyle", "IRL", 233180),
    ("4", "Charles Philibert-Thiboutot", "CAN", 233600),
    ("5", "Tshepo Tshite", "RSA", 234100),
    ("6", "Romain Mornet", "FRA", 234680),
    ("7", "Filip Rak", "POL", 235570),
    ("8", "Jack Anstey", "AUS", 235670),
    ("9", "Sam Prakel", "USA", 235870),
)
JAKOB, STEFAN, TSHEPO, FILIP = (FIELD[n] for n in (0, 1, 4, 6))


def mark(value: int) -> dict[str, Any]:
    """A mark of whole hundredths, as the live protocol writes it."""
    minutes, rest = divmod(value // 10, 6000)
    return {
        "text": f"{minutes}:{rest // 100:02d}.{rest % 100:02d}",
        "value": value,
        "unit": "ms",
        "precision": 2,
    }


def starting(now_ns: int, rate: float = 1.0) -> dict[str, Any]:
    """The snapshot of the race before its gun."""
    lap = track("short-200")
    even = MILE / RECORD_S
    return {
        "schema": "pacelight.live/1",
        "seq": 0,
        "boot": f"run-{now_ns}",
        "state": "armed",
        "race": {
            "id": "lievin-2025-mile",
            "name": "Men's mile",
            "event": {"code": "MILEsh", "name": "Mile short track", "distance_m": MILE},
            "sex": "men",
            "day": "2025-02-13",
            "venue": "Liévin",
            "competition": "Meeting Hauts-de-France Pas-de-Calais",
        },
        "track": {
            "name": "short-200",
            "lap_m": 200.0,
            "start_s": 190.656,
            "outline": lap.outline(200).tolist(),
            "lamps": [float(n) for n in range(200)],
            "open": False,
            "way": [],
        },
        "clock": {"gun_unix_ns": None, "rate": rate, "server_unix_ns": now_ns},
        "lights": [
            {
                "name": "world-record",
                "label": "World record 3:46.63, Nuguse",
                "colour": "#19e36b",
                "head_m": 1.0,
                "tail_m": 8.0,
                "mark": mark(226630),
                "athlete": "Yared Nuguse",
                "as_of": "2025-02-12",
                "pieces": [[0.0, 0.0, even, 0.0]],
                "finish_s": RECORD_S,
                "pattern": "comet",
                "dash_m": 2.0,
                "priority": 0,
            }
        ],
        "runners": [
            {"bib": bib, "name": name, "nation": nation, "finish_only": bib != "1", "status": None}
            | {"splits": [], "gaps": [], "result": None}
            for bib, name, nation, _ in FIELD
        ],
        "records": [],
        "output": {"frames": 0, "late": 0, "lateness_p99_ms": 0.0, "target": "sim://"},
        "blend": "cover",
        "look": look("armed", lights="stand"),
    }


def look(
    name: str, begin_ns: int = 0, *, seconds: int = 0, colour: str = "", lights: str | None = None
) -> dict[str, Any]:
    """What the lamps show, as the live protocol writes it; about the start line."""
    return {
        "name": name,
        "begin_unix_ns": begin_ns,
        "at_m": 190.656,
        "length_m": 10.0,
        "seconds": seconds,
        "colour": colour,
        "lights": lights,
    }


PACER = {
    "name": "pacer",
    "label": "3:43.00 even",
    "colour": "#ffb000",
    "head_m": 2.0,
    "tail_m": 10.0,
    "mark": mark(223000),
    "athlete": None,
    "as_of": None,
    "pieces": [[0.0, 0.0, MILE / 223, 0.0]],
    "finish_s": 223.0,
    "pattern": "dashed",
    "dash_m": 2.0,
    "priority": 0,
}
"""A second light, told from the first by its pattern."""


def record(
    runner: tuple[str, str, str, int],
    kind: tuple[str, str, str],
    values: tuple[int, int],
    stood_by: tuple[str, str],
) -> dict[str, Any]:
    """A record that fell: level, scope, event; mark and what stood, in thousandths; since when, whose."""
    bib, name, nation, _ = runner
    level, scope, code = kind
    ours, stood = values
    since, by = stood_by
    return {
        "type": "record",
        "level": level,
        "label": level,
        "scope": scope,
        "code": code,
        "mark": mark(ours),
        "by_thousandths": stood - ours,
        "stood": mark(stood),
        "stood_since": since,
        "stood_by": [by],
        "en_route": code != "MILEsh",
        "athlete": name,
        "nation": nation,
        "bib": bib,
        "status": "candidate",
        "equalled": False,
    }


def passing(bib: str, metres: float, thousandths: int, *, official: bool) -> Iterator[dict[str, Any]]:
    """A split and the gap to the light there."""
    text = mark(thousandths)["text"]
    seconds = thousandths / 1000
    split = {
        "distance_m": metres,
        "elapsed_s": seconds,
        "text": text,
        "official": official,
        "method": "photo",
    }
    yield {"type": "split", "bib": bib, **split}
    ahead = metres * RECORD_S / MILE - seconds
    gap = {"light": "world-record", "distance_m": metres, "gap_s": ahead, "gap_m": ahead * MILE / RECORD_S}
    yield {"type": "gap", "bib": bib, **gap}


def evening() -> list[tuple[float, dict[str, Any]]]:
    """All that happened after the gun: race seconds, and the delta."""
    told: list[tuple[float, dict[str, Any]]] = []
    times = [*accumulate(SEGMENTS), 209_630, 225_140]
    for n, time_ms in enumerate(times):
        metres = MILE if n == 15 else 100.0 * (n + 1)
        told += [(time_ms / 1000, delta) for delta in passing("1", metres, time_ms, official=n >= 14)]
    told += [(209.63, found) for found in found_en_route()]
    for place, (bib, _, _, value) in enumerate(FIELD, 1):
        if bib != "1":
            told += [(value / 1000, delta) for delta in passing(bib, MILE, value, official=True)]
        result = {"type": "result", "bib": bib, "status": None, "place": place, "mark": mark(value)}
        told.append((value / 1000, result))
    told += [(found["mark"]["value"] / 1000, found) for found in found_at_the_finish()]
    told.append((235.9, {"type": "state", "state": "finished"}))
    return sorted(told, key=lambda entry: entry[0])


def found_en_route() -> Iterator[dict[str, Any]]:
    for level, scope in (("WR", "WORLD"), ("AR", "EUR"), ("NR", "NOR")):
        yield record(
            JAKOB, (level, scope, "1500sh"), (209_630, 210_600), ("2022-02-17", "Jakob Ingebrigtsen")
        )


def found_at_the_finish() -> Iterator[dict[str, Any]]:
    yield record(JAKOB, ("WR", "WORLD", "MILEsh"), (225_140, 226_630), ("2025-02-08", "Yared Nuguse"))
    yield record(JAKOB, ("AR", "EUR", "MILEsh"), (225_140, 227_560), ("2025-02-08", "Azeddine Habz"))
    yield record(JAKOB, ("NR", "NOR", "MILEsh"), (225_140, 236_990), ("2021-02-09", "Jakob Ingebrigtsen"))
    yield record(STEFAN, ("NR", "NED", "MILEsh"), (232_700, 234_280), ("2024-02-10", "Stefan Nillessen"))
    yield record(TSHEPO, ("NR", "RSA", "MILEsh"), (234_100, 234_270), ("2024-01-27", "Tshepo Tshite"))
    yield record(FILIP, ("NR", "POL", "MILEsh"), (235_570, 236_410), ("2024-02-10", "Filip Rak"))


SIGN_OF_LIFE = b'{"type":"answer","key":"nobody","done":true,"revision":0,"state":"idle","why":[]}\n'
"""What nobody has asked: it changes nothing, and is heard."""


class ScriptedBus:
    """An engine's bus that says what a test wants: a snapshot to whoever comes, then deltas."""

    def __init__(self, path: Path, rate: float = 1.0) -> None:
        self.path = path
        self.snapshot = starting(time.time_ns(), rate)
        self.to_come = evening()
        self._lock = threading.Lock()
        self._heard: list[socket.socket] = []
        self._listener: socket.socket | None = None

    def open(self) -> None:
        """Listen, as an engine does when it starts."""
        with suppress(FileNotFoundError):
            self.path.unlink()
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self.path))
        listener.listen()
        self._listener = listener
        threading.Thread(target=self._take, args=(listener,), daemon=True).start()
        threading.Thread(target=self._live, args=(listener,), daemon=True).start()

    def _live(self, listener: socket.socket) -> None:
        """Speak twice a second as long as it listens: an engine that says nothing is taken to hang."""
        while self._listener is listener:
            with self._lock:
                for heard in self._heard:
                    with suppress(OSError):
                        heard.sendall(SIGN_OF_LIFE)
            time.sleep(0.5)

    def close(self) -> None:
        """Vanish, as a killed engine does."""
        listener = self._listener
        if listener is not None:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self._lock:
            self._listener = None
            for heard in self._heard:
                heard.close()
            self._heard.clear()

    def say(self, *deltas: dict[str, Any]) -> None:
        """Tell these, numbered."""
        with self._lock:
            for delta in deltas:
                numbered = {**delta, "seq": self.snapshot["seq"] + 1}
                fold(self.snapshot, numbered)
                for heard in self._heard:
                    with suppress(OSError):
                        heard.sendall(json.dumps(numbered).encode() + b"\n")

    def restart(self, **changes: Any) -> None:
        """Another run of the engine, with another race."""
        self.close()
        self.snapshot |= {"boot": f"{self.snapshot['boot']}, again", **changes}
        self.open()

    def restart_with_pacer(self) -> None:
        """Another run of the engine, with a second light."""
        self.restart(lights=[*self.snapshot["lights"], PACER])

    def show(self, name: str, begin_ns: int = 0, **fields: Any) -> None:
        """The lamps show this look."""
        self.say({"type": "look", **look(name, begin_ns, **fields)})

    def gun(self, seconds_ago: float = 0.0) -> None:
        """Fire, so that the race clock now shows these seconds."""
        now, rate = time.time_ns(), self.snapshot["clock"]["rate"]
        fired = now - int(seconds_ago / rate * 1e9)
        self.say(
            {"type": "clock", "gun_unix_ns": fired, "rate": rate, "server_unix_ns": now},
            {"type": "state", "state": "running"},
            {"type": "look", **look("running", lights="run")},
        )

    def play(self, until: float) -> None:
        """Tell all that happened up to these race seconds."""
        due = [delta for at, delta in self.to_come if at <= until]
        self.to_come = [(at, delta) for at, delta in self.to_come if at > until]
        self.say(*due)

    def _take(self, listener: socket.socket) -> None:
        while True:
            try:
                heard, _ = listener.accept()
            except OSError:
                return
            with self._lock:
                if self._listener is not listener:  # it has vanished meanwhile
                    heard.close()
                    return
                heard.sendall(json.dumps(self.snapshot).encode() + b"\n")
                self._heard.append(heard)


class WebProcess:
    """The real web process; it can be killed and started again on its port."""

    START = (
        "from pathlib import Path; import sys; from pacelight.web import serve; "
        "serve(Path(sys.argv[1]), '127.0.0.1', int(sys.argv[2]), announce=lambda a: print(a, flush=True), "
        "recordings=Path(sys.argv[1]).parent / 'shown')"
    )

    def __init__(self, bus: Path) -> None:
        self._bus = bus
        self._port = 0
        self.address = ""
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-c", self.START, str(self._bus), str(self._port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        self._port = int(self.address.rstrip("/").rpartition(":")[2])

    def end(self, signal_number: int = signal.SIGTERM) -> int:
        with suppress(ProcessLookupError):
            os.kill(self.process.pid, signal_number)
        code = self.process.wait(10)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """Of the bus."""
    with tempfile.TemporaryDirectory(prefix="pacelight-") as folder:
        yield Path(folder) / "bus"


@pytest.fixture
def bus(place: Path) -> Iterator[ScriptedBus]:
    scripted = ScriptedBus(place)
    scripted.open()
    yield scripted
    scripted.close()


@pytest.fixture(scope="module")
def web_process(place: Path) -> Iterator[WebProcess]:
    process = WebProcess(place)
    yield process
    if process.process.returncode is None:
        process.end(signal.SIGKILL)


@pytest.fixture
def web(web_process: WebProcess, bus: ScriptedBus) -> WebProcess:
    """That of the module, which has found the bus of this test."""
    until = time.monotonic() + 20
    with httpx.Client(base_url=web_process.address) as client:
        while client.get("/api/snapshot").json().get("boot") != bus.snapshot["boot"]:
            assert time.monotonic() < until, "it did not find the bus"
            time.sleep(0.02)
    return web_process


@pytest.fixture
def meeting(web_pages: Callable[..., Any], tmp_path: Path) -> Iterator[Any]:
    """Two races with posts that work them: `Meeting` of the module `meeting` beside this one."""
    made = beside("meeting").meeting(tmp_path, web_pages)
    yield made
    made.end()


@pytest.fixture(scope="module")
def still() -> Iterator[Any]:
    """An evening that stands still, and pages that do: `Still` of the module `still` beside this one."""
    with tempfile.TemporaryDirectory(prefix="pacelight-") as folder:
        place = Path(folder)
        yield from beside("still").still(place, beside("meeting"), ScriptedBus(place / "bus"))


@pytest.fixture(scope="session")
def module_beside() -> Callable[[str], ModuleType]:
    """Loads what lies beside the tests."""
    return beside


def beside(name: str) -> ModuleType:
    """A module beside this one, since tests cannot import one another."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Not for the whole session: while Playwright is there, its event loop runs, and no other can."""
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not here (apt-get install chromium-headless-shell)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, color_scheme="dark")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def size() -> Callable[[Page, int, int], None]:
    """Gives a page a screen of that width and height, once all of it is laid out there."""
    return beside("sized").size


@pytest.fixture(scope="session")
def barriers() -> Callable[..., list[str]]:
    """What axe-core finds wrong: `barriers(page)`, of a page that is looked at in the sun `strict=True`."""
    return found_by_axe


def found_by_axe(page: Page, *, strict: bool = False) -> list[str]:
    """What is in the way of people who do not see, or not well.

    Args:
        page: as it is now.
        strict: a contrast of 7:1 is wanted, and all else of WCAG's level AAA.
    """
    if not AXE.exists():
        pytest.skip("axe-core is not here (npm --prefix frontend ci)")
    page.evaluate(AXE.read_text(encoding="utf-8") + "\n;0")
    asked = {
        "runOnly": [*RULES, *(["wcag2aaa"] if strict else [])],
        "resultTypes": ["violations"],
        "rules": {"color-contrast-enhanced": {"enabled": strict}},
    }
    found = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complained about; nothing may be left at the end."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []

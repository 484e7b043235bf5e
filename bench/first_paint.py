"""How soon somebody with a phone sees the race, and how much has to come for it.

Chromium on a line of 1.6 Mbit/s and 150 ms there and back, with nothing kept from before: until something
stands on the screen, until the track does, and all that came, as it comes over the wire.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from report import Row, arguments, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]

BITS_A_SECOND = 1_600_000
ROUND_TRIP_MS = 150
PAINT_S, SIZE_KB = 2.0, 120.0

VISITS, QUICK = 15, 3
PHONE = {"width": 390, "height": 844}

PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    if not Path(CHROMIUM).exists():
        print("first_paint: Chromium is not here (apt-get install chromium)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="pacelight-paint-") as folder:
        report(rows(Path(folder), QUICK if asked.quick else VISITS), as_json=asked.json)
    return 0


def rows(folder: Path, visits: int) -> Iterator[Row]:
    """So many visits, each by a browser that was never here."""
    from playwright.sync_api import sync_playwright
    from spectators_parts.servers import pacelight

    size = f"{visits} visits, 1.6 Mbit/s, 150 ms"
    with ExitStack() as stack:
        served = stack.enter_context(pacelight(folder))
        served.teller.ask("10 40")
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        stack.callback(browser.close)
        seen = [visit(browser, f"http://127.0.0.1:{served.port}/") for _ in range(visits)]
    paints, tracks, sizes = zip(*seen, strict=True)
    yield Row("page.first_paint_s", size, median(paints), None, "s", PAINT_S)
    yield Row("page.first_paint_most_s", size, max(paints), None, "s")
    yield Row("page.track_s", size, median(tracks), None, "s")
    yield Row("page.kilobytes", size, max(sizes), None, "kB", SIZE_KB)


def visit(browser: "Browser", address: str) -> tuple[float, float, float]:
    """Seconds to the first paint and to the track, and kilobytes that came."""
    context = browser.new_context(viewport=PHONE)
    try:
        page = context.new_page()
        session = context.new_cdp_session(page)
        came: list[int] = []
        session.on("Network.loadingFinished", lambda said: came.append(said["encodedDataLength"]))
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", line())
        page.goto(address)
        page.wait_for_selector(".stage canvas")
        track = page.evaluate("() => performance.now()")
        page.get_by_label("Gaps to").select_option("leader")  # then there are gaps to draw
        page.wait_for_selector(".plot canvas")
        return page.evaluate(PAINT) / 1000, track / 1000, sum(came) / 1000
    finally:
        context.close()


def line() -> dict[str, Any]:
    """A line as a phone in a full stadium has it."""
    rate = BITS_A_SECOND / 8
    return {
        "offline": False,
        "latency": ROUND_TRIP_MS,
        "downloadThroughput": rate,
        "uploadThroughput": rate,
        "connectionType": "cellular3g",
    }


if __name__ == "__main__":
    sys.exit(main())

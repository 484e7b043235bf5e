"""A straight, a road and a steeplechase on the live page: no light comes round where there are two ends."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pacelight.distance import Distance
from pacelight.track import Steeplechase, Track, track
from pacelight.track.gpx import Line

LIT = """() => {
    const canvas = document.querySelector("canvas");
    const {data, width, height} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const columns = [];
    for (let x = 0; x < width; x += 1) {
        for (let y = Math.round(0.67 * height); y < height; y += 1) {
            const [r, g, b] = data.slice(4 * (y * width + x), 4 * (y * width + x) + 3);
            if (g > 150 && r < 90 && b < 160) { columns.push(x / width); break; }
        }
    }
    return columns;
}"""
"""Where along the picture, on the kerb, the green light is: shares of its width."""

BUILT = Path(__file__).resolve().parents[2] / "src" / "pacelight" / "web" / "static" / "index.html"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not BUILT.exists(), reason="the pages are not built (npm --prefix frontend run build)"
    ),
]

BEND = tuple((51.0 + n / 2000, 4.0 + (n % 7) / 2000) for n in range(60))


def shown(on: Track, start_m: float, lamps: int = 131, **fields: Any) -> dict[str, Any]:
    step = on.lap.metres / (lamps - 1)
    return {
        "name": on.name,
        "lap_m": on.lap.metres,
        "start_s": start_m,
        "outline": on.outline(240).tolist(),
        "lamps": [on.begins_m + n * step for n in range(lamps if on.is_open else lamps - 1)],
        "open": on.is_open,
        "way": [],
    } | fields


def race(bus: Any, distance_m: float, seconds: float, on: dict[str, Any]) -> None:
    """Another race on another track, with one light at an even pace."""
    light = bus.snapshot["lights"][0] | {
        "pieces": [[0.0, 0.0, distance_m / seconds, 0.0]],
        "finish_s": seconds,
    }
    event = bus.snapshot["race"]["event"] | {"distance_m": distance_m}
    bus.restart(track=on, lights=[light], race=bus.snapshot["race"] | {"event": event})


@pytest.mark.parametrize(("seconds", "metre"), [(3.0, -69.388), (7.5, -23.469)])
def test_on_a_straight_the_light_is_between_start_and_finish_and_nowhere_else(
    page: Page, bus: Any, web: Any, seconds: float, metre: float
) -> None:
    straight = track("straight-110")
    bus.snapshot["clock"]["rate"] = 0.001
    race(bus, 100.0, 9.80, shown(straight, -100.0))
    page.goto(web.address)
    expect(page.locator(".open canvas")).to_be_visible()
    bus.gun(seconds)
    expect(page.locator(".infield .clock")).to_have_text(f"0:{seconds:04.1f}")
    columns = page.evaluate(LIT)
    edge = 58 / 900  # kept free on both sides
    head = edge + (metre + 113) / 130 * (1 - 2 * edge)
    assert max(columns) == pytest.approx(head, abs=0.02)
    assert min(columns) > head - 9 / 130 - 0.02
    expect(page.get_by_text("last lap")).to_have_count(0)


def test_a_road_is_drawn_below_the_clock_with_both_its_ends(page: Page, bus: Any, web: Any) -> None:
    road = track("hill.gpx", found=Line(BEND))
    race(bus, road.lap.metres, 900.0, shown(road, -road.lap.metres, lamps=300))
    page.goto(web.address)
    bus.gun(300.0)
    expect(page.locator(".open canvas")).to_be_visible()
    clock, canvas = page.get_by_role("timer").bounding_box(), page.locator("canvas").bounding_box()
    assert clock is not None
    assert canvas is not None
    assert clock["y"] + clock["height"] < canvas["y"] + canvas["height"] / 2


def test_a_steeplechase_counts_its_laps_at_the_finish(page: Page, bus: Any, web: Any) -> None:
    lap = track("standard-400")
    on = Steeplechase(lap, Distance(396_084), 205.0, 310.0)
    three = Distance(3_000_000)
    way = on.way(three).tolist()
    race(bus, 3000.0, 473.63, shown(lap, on.start(three), lamps=401, way=way))
    page.goto(web.address)
    bus.gun(0.0)
    expect(page.get_by_text("8 laps to go")).to_be_visible()
    bus.say(
        {"type": "split", "bib": "1", "distance_m": 1000.0, "elapsed_s": 157.7}
        | {"text": "2:37.7", "official": False, "method": "video"}
    )
    expect(page.get_by_text("6 laps to go")).to_be_visible()

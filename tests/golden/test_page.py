"""The page shows what the lamps show: the same frames, from what the engine tells it.

``page.json`` holds, case by case, the snapshot that a page has and the levels of the lamps at that instant;
``frontend/tests/frame.test.ts`` reads it too. A failure shows the case as it is now; if that is meant,
``python tests/golden/test_page.py`` writes the file anew.
"""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.look.model import LIGHTS, SHOWS, WITH_LIGHTS, Look, Name
from pacelight.lights.loop.orders import Dark, Order, Run, Show, Stand
from pacelight.lights.loop.picture import draw
from pacelight.mark import Mark
from pacelight.meet.clock import Instant
from pacelight.meet.live.feed import look_shown
from pacelight.plan.makers import even
from pacelight.track import Survey, track

HERE = Path(__file__).parent
HALL = track("short-200")
START = HALL.start(MILE)
LINE_MM = round(START * 1000)
SECOND = 10**9
GUN = 1000 * SECOND
UNIX = 1_700_000_000 * SECOND
EVEN = Survey.even_kerb(HALL, 100)
STEPS = np.array([13, 10, 16, 11, 15, 12] * 13)
UNEVEN = Survey(HALL, (np.cumsum(STEPS) - 7) * (200 / STEPS.sum()))


def waves(pattern: Pattern) -> list[Wave]:
    record, pacer = even(MILE, Mark.parse("3:46.63")), even(MILE, Mark.parse("3:43.00"))
    return [
        Wave("record", record, "#19e36b", 3.0, 9.0, pattern, 2.0),
        Wave("pacer", pacer, "#ff8040", 2.0, 12.0, Pattern.SOLID, 2.0, priority=1),
        Wave("third", record, "#2f7bff", 5.0, 20.0, Pattern.DASHED, 3.0),
    ]


def looks() -> Iterator[Order]:
    """Every look of a race, beside lights where lights may be; lights alone; nothing."""
    run = Run(GUN)
    yield from (Stand(), run, Run(GUN, 20), Dark())
    for name in Name:
        if name in LIGHTS or name in SHOWS:
            continue
        seconds = {Name.COUNTDOWN: 10, Name.START: 1, Name.AHEAD: 3, Name.BEHIND: 3}.get(name, 0)
        look = Look(name, LINE_MM + 13_000, 11_400, seconds)
        lights = Stand() if name is Name.COUNTDOWN else run
        yield Show(look, GUN, lights if name in WITH_LIGHTS else None)
    yield Show(Look(Name.START, LINE_MM, seconds=1), GUN, Run(GUN))


def shows() -> Iterator[Order]:
    """What means nothing, and what lamps show to whoever walks along them."""
    yield from (Show(Look(Name.CLAP, per_minute=beats), GUN) for beats in (90, 120))
    yield from (Show(Look(name, LINE_MM), GUN) for name in (Name.CHASE, Name.PRESENTATION))
    yield Show(Look(Name.WALK, seconds=60, first=17, last=17), GUN)
    yield Show(Look(Name.WALK, seconds=60, first=60, last=3, blinks=True), GUN)
    yield Show(Look(Name.WALK, seconds=60, first=9, last=200), GUN)


def cases() -> Iterator[dict[str, Any]]:
    orders = list(looks())
    mixed = product(Pattern, Blend, (EVEN, UNEVEN), (350, 800, 21_900, 300_000))
    for number, (pattern, blend, survey, at_ms) in enumerate(mixed):
        order = orders[number % len(orders)]
        yield case(order, waves(pattern), blend, survey, GUN + at_ms * 10**6)
    for order in orders:
        yield case(order, waves(Pattern.COMET), Blend.COVER, EVEN, GUN + 700 * 10**6)
    for order, survey, at_ms in product(shows(), (EVEN, UNEVEN), (300, 700, 1_250, 61_000)):
        yield case(order, waves(Pattern.SOLID), Blend.COVER, survey, GUN + at_ms * 10**6)


def case(order: Order, lights: list[Wave], blend: Blend, survey: Survey, instant: int) -> dict[str, Any]:
    canvas = Canvas(lights, Layout.of(survey), START, blend)
    frame = np.zeros(canvas.channels, np.uint8)
    draw(canvas, frame, order, instant)
    told = order.lights if isinstance(order, Show) else order
    rate = told.numerator / told.denominator if isinstance(told, Run) else 1.0
    shown = look_shown(order, Instant(GUN, UNIX))
    return {
        "seconds": (instant - GUN) / SECOND * rate,
        "unix_ms": (UNIX + instant - GUN) // 10**6,
        "blend": blend.value,
        "look": msgspec.to_builtins(shown),
        "lamps": survey.metres.tolist(),
        "lights": [
            {
                "name": wave.name,
                "colour": wave.colour,
                "head_m": wave.head_m,
                "tail_m": wave.tail_m,
                "pattern": wave.pattern.value,
                "dash_m": wave.dash_m,
                "priority": wave.priority,
                "pieces": wave.plan.pieces.tolist(),
                "finish_s": wave.plan.finish.ns / 1e9,
            }
            for wave in lights
        ],
        "levels": frame.tolist(),
    }


KEPT = json.loads((HERE / "page.json").read_text(encoding="ascii")) if (HERE / "page.json").exists() else []


def test_every_look_is_among_the_cases() -> None:
    assert len(KEPT) == len(list(cases()))
    assert {one["look"]["name"] for one in KEPT} == set(Name)
    assert {(one["blend"], light["pattern"]) for one in KEPT for light in one["lights"]} >= set(
        product(Blend, Pattern)
    )
    assert sum(map(any, (one["levels"] for one in KEPT))) > len(KEPT) / 2


@pytest.mark.parametrize(("now", "kept"), list(zip(cases(), KEPT, strict=False)))
def test_the_lamps_show_what_the_page_is_held_to(now: dict[str, Any], kept: dict[str, Any]) -> None:
    assert json.loads(json.dumps(now)) == kept


if __name__ == "__main__":
    (HERE / "page.json").write_text(json.dumps(list(cases()), separators=(",", ":")) + "\n", encoding="ascii")

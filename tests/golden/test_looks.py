"""Looks one can see. One file is one look: the order that shows it, then a line an instant, each
character a lamp.

A lamp is ``.`` where dark, ``-`` up to a third, ``+`` up to two thirds, ``#`` above.
A failure shows the picture as it is drawn now; if that is meant, it goes into the file.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.look.model import Look, Name
from pacelight.lights.loop.gate import shown
from pacelight.lights.loop.orders import Dark, Order, Run, Several, Show, Stand, write
from pacelight.lights.loop.picture import draw
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

HERE = Path(__file__).parent
HALL = track("short-200")
LAYOUT = Layout.of(Survey.even_kerb(HALL, 100))
LINE_MM = 190_656
SECOND = 10**9
RECORD = Wave("WR", even(MILE, Mark.parse("3:46.63")), "#ffffff", 4.0, 6.0)
CANVAS = Canvas([RECORD], LAYOUT, HALL.start(MILE))

ORDERS: dict[str, Order] = {
    "idle": Show(Look(Name.IDLE, colour="#808080"), 0),
    "armed": Stand(),
    "countdown": Show(Look(Name.COUNTDOWN, LINE_MM, seconds=3), 0, Stand()),
    "start": Show(Look(Name.START, LINE_MM, seconds=1), 0, Run(0)),
    "running": Run(0),
    "ahead": Show(Look(Name.AHEAD, 90_656, 11_400, 3), 0, Run(-211_600_000_000)),
    "behind": Show(Look(Name.BEHIND, 90_656, 11_400, 3), 0, Run(-211_600_000_000)),
    "false-start": Show(Look(Name.FALSE_START), 0),
    "recall": Show(Look(Name.RECALL), 0),
    "record": Show(Look(Name.RECORD), 0),
    "finish": Show(Look(Name.FINISH), 0),
    "abort": Show(Look(Name.ABORT), 0),
    "dark": Dark(),
    "clap": Show(Look(Name.CLAP, colour="#ffffff"), 0),
    "chase": Show(Look(Name.CHASE, colour="#ffffff"), 0),
    "presentation": Show(Look(Name.PRESENTATION), 0),
    "walk": Show(Look(Name.WALK, seconds=2, first=94, last=3, blinks=True), 0),
}
BESIDE = Show(Look(Name.RECORD), 0, Run(0))
"""A record of one runner while others still run beside the light."""
GROUPS = Groups([CANVAS, Canvas([RECORD], LAYOUT, 0.0), Canvas([RECORD], LAYOUT, 100.0)])
TOLD = Several((Run(0), Run(2 * SECOND), Stand()))


def pictures(canvas: Canvas | Groups, order: Order) -> Iterator[str]:
    """Every quarter of a second for three."""
    yield write(order).decode().rstrip()
    frame = np.zeros(canvas.channels, np.uint8)
    for quarter in range(13):
        draw(canvas, frame, order, quarter * SECOND // 4)
        lamps = frame.reshape(-1, 3).max(axis=1)
        yield f"{quarter / 4:.2f} s  " + "".join("." if not n else "-+#"[min(n // 86, 2)] for n in lamps)


def test_every_look_has_a_picture() -> None:
    assert set(ORDERS) == set(Name)
    assert all(shown(order) == name for name, order in ORDERS.items())


@pytest.mark.parametrize("name", [*ORDERS, "record-beside", "groups"])
def test_the_look_is_the_one_in_the_file(name: str) -> None:
    order, canvas = (TOLD, GROUPS) if name == "groups" else (ORDERS.get(name, BESIDE), CANVAS)
    now = "\n".join(pictures(canvas, order)) + "\n"
    assert now == (HERE / f"look-{name}.txt").read_text(encoding="ascii"), f"\n{now}"

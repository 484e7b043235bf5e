"""The lights and the lamps: miles of different pace, on laps with as many lamps as wanted.

They are made once and lie in files, so that each sender begins with what it needs and loads no more.
"""

import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from light_parts import AHEAD_NS, PERIOD_NS, universes
from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.wire.e131 import SLOTS, Packets, Source
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

COLOURS = ("#19e36b", "#f5f7fa", "#ff3d3d", "#2f7bff", "#ffb000", "#c04dff")

VARIED = 4
"""Pictures that a peer is given, in turn: at each, something has changed."""


@dataclass(frozen=True, slots=True)
class Scene:
    """So many lamps, and the files that show them lit.

    Attributes:
        canvas: six waves, each a metre of full light and six that fade.
        six, one: that canvas, and one of a single wave, as `pickle` has them.
        pictures: frames as peers take them: shape ``(VARIED, universes, SLOTS)``, all universes full.
        packets: a frame as our driver packs it, each packet after its length in two bytes.
    """

    lamps: int
    canvas: Canvas
    six: Path
    one: Path
    pictures: Path
    packets: Path


def scene(folder: Path, lamps: int) -> Scene:
    """The scene, its files written."""
    canvas = _canvas(lamps, COLOURS)
    made = Scene(
        lamps, canvas, *(folder / f"{lamps}-{name}" for name in ("six", "one", "pictures", "packets"))
    )
    made.six.write_bytes(pickle.dumps(canvas))
    made.one.write_bytes(pickle.dumps(_canvas(lamps, COLOURS[:1])))
    with made.pictures.open("wb") as file:
        np.save(file, _pictures(canvas))
    packets = Packets(canvas.channels, Source(bytes(16), "the floor"))
    packets.fill(canvas.paint(AHEAD_NS), 0)
    made.packets.write_bytes(b"".join(len(packet).to_bytes(2, "little") + packet for packet in packets))
    return made


def _canvas(lamps: int, colours: tuple[str, ...]) -> Canvas:
    lap = track("short-200" if lamps == 200 else "standard-400")
    lights = [
        Wave(f"w{n}", even(MILE, Mark.parse(f"3:{40 + 3 * n}.00")), colour, head_m=1.0, tail_m=6.0)
        for n, colour in enumerate(colours)
    ]
    return Canvas(lights, Layout.of(Survey.even_kerb(lap, lamps)), start_m=0.0)


def _pictures(canvas: Canvas) -> np.ndarray:
    made = np.zeros((VARIED, universes(canvas.lamps) * SLOTS), np.uint8)
    for number in range(VARIED):
        made[number, : canvas.channels] = canvas.paint(AHEAD_NS + number * PERIOD_NS)
        made[number, ::SLOTS] = number  # so that no universe is the same twice running
    return made.reshape(VARIED, -1, SLOTS)

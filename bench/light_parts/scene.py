"""The lights and the lamps: miles of different pace, on laps with as many lamps as wanted.

They are made once and lie in files, so that each sender begins with what it needs and loads no more.
"""

import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from light_parts import AHEAD_NS, HOST, PERIOD_NS
from light_parts.wires import E131, WIRES, Wire
from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import output
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
        pictures: frames as peers take them: shape ``(VARIED, universes, 510)``, all universes full.
        frames: the same, of as many channels as there are: shape ``(VARIED, 3 * lamps)``.
        packets: by protocol a frame as our driver packs it, each packet after its length in two bytes.
    """

    lamps: int
    canvas: Canvas
    six: Path
    one: Path
    pictures: Path
    frames: Path
    packets: dict[str, Path]


def scene(folder: Path, lamps: int) -> Scene:
    """The scene, its files written."""
    canvas = _canvas(lamps, COLOURS)
    files = (folder / f"{lamps}-{name}" for name in ("six", "one", "pictures", "frames"))
    made = Scene(lamps, canvas, *files, {wire.name: folder / f"{lamps}-{wire.name}" for wire in WIRES})
    made.six.write_bytes(pickle.dumps(canvas))
    made.one.write_bytes(pickle.dumps(_canvas(lamps, COLOURS[:1])))
    pictures = _pictures(canvas)
    for path, array in ((made.pictures, pictures), (made.frames, _flat(pictures, canvas.channels))):
        with path.open("wb") as file:
            np.save(file, array)
    for wire in WIRES:
        if lamps > wire.most:
            continue
        made.packets[wire.name].write_bytes(_packed(wire, canvas))
    return made


def _packed(wire: Wire, canvas: Canvas) -> bytes:
    """Packets of the protocol as our driver would send them."""
    packets = output(f"{wire.name}://{HOST}:{wire.port}").format.packets(canvas.channels)
    packets.fill(canvas.paint(AHEAD_NS), 0)
    lengths = (size.to_bytes(2, "little") for size in packets.sizes)
    rows = (row[:size].tobytes() for row, size in zip(packets.rows, packets.sizes, strict=True))
    return b"".join(length + row for length, row in zip(lengths, rows, strict=True))


def _canvas(lamps: int, colours: tuple[str, ...]) -> Canvas:
    lap = track("short-200" if lamps == 200 else "standard-400")
    lights = [
        Wave(f"w{n}", even(MILE, Mark.parse(f"3:{40 + 3 * n}.00")), colour, head_m=1.0, tail_m=6.0)
        for n, colour in enumerate(colours)
    ]
    return Canvas(lights, Layout.of(Survey.even_kerb(lap, lamps)), start_m=0.0)


def _pictures(canvas: Canvas) -> np.ndarray:
    made = np.zeros((VARIED, E131.packets(canvas.lamps) * E131.slots), np.uint8)
    for number in range(VARIED):
        made[number, : canvas.channels] = canvas.paint(AHEAD_NS + number * PERIOD_NS)
        made[number, :: E131.slots] = number  # so that no universe is the same twice running
    return made.reshape(VARIED, -1, E131.slots)


def _flat(pictures: np.ndarray, channels: int) -> np.ndarray:
    return pictures.reshape(VARIED, -1)[:, :channels]

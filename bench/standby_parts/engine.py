"""``python -m standby_parts.engine URL BIND OTHER follow|lead``: a light loop among others, told by lines."""

import json
import sys

from pacelight.distance import Distance
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import output
from pacelight.lights.loop.process import LightLoop
from pacelight.lights.standby.peers import Peers
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track
from standby_parts import LAMPS


def main(url: str, bind: str, other: str, follow: str) -> None:
    """At each line how the loop stands, as JSON; ``gun NS`` gives it the gun first."""
    hall = track("short-200")
    wave = Wave("WR", even(Distance.parse("10000"), Mark.parse("26:11.00")))  # longer than is measured
    canvas = Canvas([wave], Layout.of(Survey.even_kerb(hall, LAMPS)), 0.0)
    peers = Peers(bind, (other,), b"a secret of the bench", follow == "follow")
    with LightLoop(canvas, output(url), peers=peers) as loop:
        for line in sys.stdin:
            if line.startswith("gun"):
                loop.gun(int(line.split()[1]))
            done = loop.statistics()
            told = {"role": done.role, "term": done.term, "offset_ns": done.offset_ns, "pid": loop.pid}
            print(json.dumps(told | {"error_ns": done.offset_error_ns}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

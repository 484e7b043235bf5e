"""``python -m pacelight.lights FD``: the process of the light loop, which `LightLoop` starts."""

import sys

from pacelight.lights.loop.lamplighter import main

main(int(sys.argv[1]))

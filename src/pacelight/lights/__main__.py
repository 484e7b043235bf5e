"""``python -m pacelight.lights FD``: the process that `pacelight.lights.loop` starts; of no use alone."""

import sys

from pacelight.lights.lamplighter import main

main(int(sys.argv[1]))

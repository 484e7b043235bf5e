"""``python -m pacelight.lights FD OFFSET [again]``: the process that `LightLoop` starts."""

import sys

from pacelight.lights.loop.job import main

main(int(sys.argv[1]), int(sys.argv[2]), again=sys.argv[3:] == ["again"])

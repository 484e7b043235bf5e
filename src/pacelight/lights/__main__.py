"""``python -m pacelight.lights FD [again]``: the process of the light loop, which `LightLoop` starts."""

import sys

from pacelight.lights.loop.job import main

main(int(sys.argv[1]), again=sys.argv[2:] == ["again"])

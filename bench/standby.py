"""For how long the light stands still when another loop takes over, as a controller of lamps sees it.

The loop that leads is killed with its engine, loses its engine, is frozen, and is cut off; by the kernel's
clock it is measured from its last frame to the first of the other. No frame may be dark, none step back,
and who comes back may not fight.
"""

import sys

from report import arguments, report
from standby_parts import BenchError
from standby_parts.takeover import FULL, QUICK, takeovers


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    try:
        report(takeovers(QUICK if asked.quick else FULL), as_json=asked.json)
    except BenchError as error:
        print(f"standby: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

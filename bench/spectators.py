"""How many spectators one web process holds, how late they are told, and what that costs.

2,000 with ten updates a second and 10,000 with two, beside nginx with nchan in the same run;
a few hundred beside FastAPI's own server-sent events; and how late the light loop is meanwhile.
An update counts from when the engine says it until a spectator has read it.
"""

import sys
import tempfile
from pathlib import Path

from light_parts import BenchError as LightsError
from report import arguments, report
from spectators_parts import BenchError
from spectators_parts.measured import FULL, QUICK, measured


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    try:
        with tempfile.TemporaryDirectory(prefix="pacelight-spectators-") as folder:
            report(measured(Path(folder), QUICK if asked.quick else FULL), as_json=asked.json)
    except (BenchError, LightsError) as error:
        print(f"spectators: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

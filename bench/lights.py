"""What a frame of lights costs, and whether it arrives: Pacelight beside `sacn`, `pyartnet` and C.

Every sender is a process of its own and sends E1.31 to one receiver on loopback.
Costs are processor time of the sender, measured in turn, round by round;
a ratio is the median of those of the rounds, shown with the two costs of the round it is from.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from light_parts import SIZES, BenchError
from light_parts.amount import FULL, QUICK, Amount
from light_parts.arrivals import arrivals
from light_parts.costs import costs
from light_parts.receiver import Receiver
from light_parts.scene import scene
from report import Row, arguments, report


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    try:
        _needs()
        with tempfile.TemporaryDirectory(prefix="pacelight-bench-") as folder, Receiver() as receiver:
            rows = _rows(receiver, Path(folder), QUICK if asked.quick else FULL)
            report(rows, as_json=asked.json)
    except BenchError as error:
        print(f"lights: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _needs() -> None:
    missing = [name for name in ("sacn", "pyartnet") if find_spec(name) is None]
    if shutil.which("gcc") is None:
        missing.append("gcc")
    if missing:
        raise BenchError(f"no {' and no '.join(missing)} to measure against: `make bench` installs them")


def _rows(receiver: Receiver, folder: Path, amount: Amount) -> Iterator[Row]:
    floor = _compiled(folder)
    scenes = [scene(folder, lamps) for lamps in SIZES]
    for shown in scenes:
        yield from costs(receiver, floor, shown, amount)
    for shown in scenes:
        yield from arrivals(receiver, shown, amount)


def _compiled(folder: Path) -> Path:
    """The C loop as a program."""
    source, program = Path(__file__).parent / "light_parts" / "sendmmsg.c", folder / "sendmmsg"
    subprocess.run(["gcc", "-O2", "-o", program, source], check=True)
    return program


if __name__ == "__main__":
    sys.exit(main())

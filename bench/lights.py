"""What a frame of lights costs, and whether it arrives: Pacelight beside C and who else speaks the protocol.

Every sender is a process of its own and sends to one receiver on loopback: by E1.31 beside `sacn` and
`pyartnet`, by Art-Net beside `stupidArtnet` and `pyartnet`, by DDP beside LedFx, by WLED's own beside C.
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

from light_parts import SIZES, TARGETED, BenchError
from light_parts.amount import FULL, QUICK, Amount
from light_parts.arrivals import arrivals
from light_parts.costs import Programs, costs
from light_parts.ola import ola
from light_parts.receiver import Receiver
from light_parts.scene import scene
from light_parts.wires import E131, WIRES, Wire
from report import Row, arguments, report

LEDFX = Path(__file__).parent.parent / ".venv" / "ledfx" / "bin" / "python"
"""A house of its own: what LedFx stands on is not what the other peers do."""


def main() -> int:
    asked = arguments(__doc__ or "").parse_args()
    try:
        _needs()
        with tempfile.TemporaryDirectory(prefix="pacelight-bench-") as folder:
            rows = _rows(Path(folder), QUICK if asked.quick else FULL)
            report(rows, as_json=asked.json)
    except BenchError as error:
        print(f"lights: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _needs() -> None:
    missing = [name for name in ("sacn", "pyartnet", "stupidArtnet") if find_spec(name) is None]
    missing += [name for name in ("gcc", "g++", "olad") if shutil.which(name) is None]
    if not Path("/usr/include/ola/client/StreamingClient.h").exists():
        missing.append("libola-dev")
    if not LEDFX.exists():
        missing.append("LedFx")
    if missing:
        raise BenchError(f"no {' and no '.join(missing)} to measure against: `make bench` installs them")


def _rows(folder: Path, amount: Amount) -> Iterator[Row]:
    programs = Programs(_compiled(folder), LEDFX)
    scenes = [scene(folder, lamps) for lamps in SIZES]
    for wire in WIRES:
        with Receiver(wire.port) as receiver:
            for shown in scenes:
                if _measured(wire, shown.lamps, amount):
                    yield from costs(receiver, programs, wire, shown, amount)
    (targeted,) = (shown for shown in scenes if shown.lamps == TARGETED)
    yield from ola(folder, targeted, amount)
    with Receiver(E131.port) as receiver:
        for shown in scenes:
            yield from arrivals(receiver, shown, amount)


def _measured(wire: Wire, lamps: int, amount: Amount) -> bool:
    return lamps <= wire.most and (amount.whole or wire is E131 or lamps == TARGETED)


def _compiled(folder: Path) -> Path:
    """The C loop as a program."""
    source, program = Path(__file__).parent / "light_parts" / "sendmmsg.c", folder / "sendmmsg"
    subprocess.run(["gcc", "-O2", "-o", program, source], check=True)
    return program


if __name__ == "__main__":
    sys.exit(main())

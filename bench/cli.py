"""How long `pacelight --help` takes, the whole process, beside a Python that does nothing."""

import statistics
import subprocess
import sys
import time

from report import Row, arguments, report

HELP = (sys.executable, "-m", "pacelight", "--help")
NOTHING = (sys.executable, "-c", "pass")


def rows(rounds: int) -> list[Row]:
    pairs = [(_timed(HELP), _timed(NOTHING)) for _ in range(rounds + 1)][1:]
    ours, nothing = (statistics.median(column) for column in zip(*pairs, strict=True))
    size = f"{rounds} runs, median"
    return [
        Row("cli.help_s", size, ours, None, "s", 0.3),
        Row("cli.help.vs_python", size, ours, nothing, "s"),
    ]


def _timed(command: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


if __name__ == "__main__":
    given = arguments(__doc__ or "").parse_args()
    report(rows(3 if given.quick else 20), as_json=given.json)

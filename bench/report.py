"""How every measuring program reports: one row a figure, as a table or as JSON lines."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its peer, measured in the same run.

    Attributes:
        name: as in the list of targets.
        size: what it was measured on.
        ours, peer: the two figures, in `unit`; `peer` is None where the figure stands alone.
        target: what it must not exceed (or, `at_least`, not fall below).
    """

    name: str
    size: str
    ours: float
    peer: float | None
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def ratio(self) -> float | None:
        """Ours over the peer's."""
        return None if self.peer is None else self.ours / self.peer

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        figure = self.ours if self.ratio is None else self.ratio
        return figure >= self.target if self.at_least else figure <= self.target

    def json(self) -> str:
        """The row as one JSON object on one line."""
        row = asdict(self) | {"ratio": self.ratio, "holds": self.holds}
        row.pop("at_least")
        return json.dumps(row)


def arguments(description: str) -> argparse.ArgumentParser:
    """The switches every measuring program has: ``--quick`` and ``--json``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, under 50 s on two cores")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser


def report(rows: Iterable[Row], *, as_json: bool) -> None:
    """Print each row as soon as it is there."""
    if not as_json:
        print(f"{'name':<28} {'size':<26} {'ours':>12} {'peer':>12} {'ratio':>8}  {'unit':<14} target")
    for row in rows:
        if as_json:
            print(row.json(), flush=True)
            continue
        peer = "" if row.peer is None else f"{row.peer:.4g}"
        ratio = "" if row.ratio is None else f"{row.ratio:.3f}"
        target = "" if row.target is None else f"{row.target:g} {'holds' if row.holds else 'MISSED'}"
        print(
            f"{row.name:<28} {row.size:<26} {row.ours:>12.4g} {peer:>12} {ratio:>8}  {row.unit:<14} {target}",
            flush=True,
        )

"""An engine in this process: for races without pages."""

import sys

from pacelight.cli.race_pages import Tell
from pacelight.meet.start import Orders, engine

__all__ = ["run_here"]


def run_here(orders: Orders, tell: Tell, *, countdown_s: float = 0.0) -> None:
    """Play a race to its end.

    Args:
        orders: what to run.
        tell: told everything.
        countdown_s: seconds from arming to the gun.

    Raises:
        PacelightError: what was wrong, in one line.
    """
    with engine(orders, tell, warn) as running:
        running.run(countdown_s)


def warn(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"pacelight: {text}\n")

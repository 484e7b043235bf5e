"""An engine in this process: for races without pages."""

from pacelight.cli.race_pages import Tell
from pacelight.cli.said import warn
from pacelight.meet.engine.start import Orders, engine

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

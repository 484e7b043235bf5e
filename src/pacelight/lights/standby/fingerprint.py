"""Whether two loops draw the same: told by what they draw, whatever it is made of."""

from hashlib import sha256
from typing import TYPE_CHECKING

from pacelight.lights.standby.heartbeat import JOB_BYTES

if TYPE_CHECKING:
    from pacelight.lights.beat import Beat
    from pacelight.lights.canvas.frame import Canvas
    from pacelight.lights.canvas.groups import Groups

__all__ = ["fingerprint"]

_ELAPSED_NS = (None, *range(1_700_000_000, 600_000_000_000, 37_900_000_000))
"""Instants of a race that are looked at."""


def fingerprint(canvas: "Canvas | Groups", beat: "Beat") -> bytes:
    """The same for loops that draw the same frames at the same beat."""
    drawn = sha256(f"{canvas.channels} {len(canvas.groups)} {beat.period_ns}".encode("ascii"))
    for group in canvas.groups:
        for elapsed_ns in _ELAPSED_NS:
            drawn.update(group.paint(elapsed_ns).tobytes())
    return drawn.digest()[:JOB_BYTES]

"""What the engine asks of the lights: to stand at the start, to run from a gun, to say how they do."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from fractions import Fraction
from typing import Protocol, TypeAlias

from pacelight.lights.drivers import output
from pacelight.lights.layout import Layout
from pacelight.lights.loop import LightLoop
from pacelight.lights.wave import Wave
from pacelight.meet.live import Light, Live
from pacelight.meet.protocol import OutputShown
from pacelight.track import Survey

__all__ = ["Lamps", "Lighting", "light_loop"]


class Lamps(Protocol):
    """The lights of a race, as the engine sees them."""

    def gun(self, gun_ns: int, rate: Fraction) -> None:
        """Run from this gun, be it past, now or to come.

        Args:
            gun_ns: on the monotonic clock of this machine.
            rate: race seconds a second.
        """
        ...

    def statistics(self) -> OutputShown:
        """What was sent so far."""
        ...


Lighting: TypeAlias = Callable[[Live, Survey, str], AbstractContextManager[Lamps]]
"""Makes the lamps of a race: its lights, the survey, the address. Lit while the context lasts."""

"""What the engine asks of the lights: to stand at the start, to run from a gun, to say how they do."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeAlias

from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import output
from pacelight.lights.loop.process import LightLoop
from pacelight.meet.live import Light, Live
from pacelight.meet.protocol import OutputShown
from pacelight.track import Survey

__all__ = ["Lamps", "Lighting", "light_loop"]


class Lamps(Protocol):
    """The lights of a race, as the engine sees them. Until told anything the lamps are left alone."""

    def stand(self) -> None:
        """Stand at the start: the race is armed."""
        ...

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


def light_loop(live: Live, survey: Survey, url: str) -> AbstractContextManager[Lamps]:
    """The lamps of a race at an address, lit by a process of their own.

    Args:
        live: the race.
        survey: where the lamps are.
        url: ``sim://``, ``sacn://HOST``; looked up now.

    Raises:
        OutputError: no such address, or so many lamps cannot be sent there.
        PlanError: a light that cannot be shown on this lap; it is named.
    """
    start_m = live.race.track.start(live.race.distance)
    canvas = Canvas([_wave(light) for light in live.lights], Layout.of(survey), start_m)
    return _lit(LightLoop(canvas, output(url, live.race.id)), url)


def _wave(light: Light) -> Wave:
    asked = light.asked
    return Wave(asked.name, light.plan, asked.colour, asked.head_m, asked.tail_m)


@contextmanager
def _lit(loop: LightLoop, target: str) -> Iterator[Lamps]:
    with loop:
        yield _Looped(loop, target)


@dataclass(frozen=True, slots=True)
class _Looped:
    """The light loop, as the engine sees it."""

    loop: LightLoop
    target: str

    def stand(self) -> None:
        self.loop.stand()

    def gun(self, gun_ns: int, rate: Fraction) -> None:
        self.loop.gun(gun_ns, rate)

    def statistics(self) -> OutputShown:
        done = self.loop.statistics()
        return OutputShown(done.frames, done.skipped, done.p99_ns / 1e6, self.target)

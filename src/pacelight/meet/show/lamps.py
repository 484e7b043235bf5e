"""What the engine asks of the lights: to stand, to run from a gun, to show a look, to say how they do."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeAlias

from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.way import Way
from pacelight.lights.drivers.port import Output
from pacelight.lights.look.model import Look
from pacelight.lights.loop.orders import Fading, Hold, Lights, Order, Run, Show, Stand
from pacelight.lights.loop.process import LightLoop, LoopStatistics
from pacelight.lights.standby.absence import Absence
from pacelight.lights.standby.peers import Peers
from pacelight.lights.standby.standing import Role
from pacelight.meet.live.live import Live
from pacelight.meet.live.waves import wave_of
from pacelight.meet.programme.outputs import output_of
from pacelight.meet.show.office import Post
from pacelight.track import Survey

__all__ = ["Lamps", "Lighting", "give", "light_loop", "lit"]


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

    def hold(self, at_ns: int) -> None:
        """Stand where the lights are at a time of theirs, whole race nanoseconds since the gun."""
        ...

    def look(self, look: Look, begin_ns: int, lights: Lights | None) -> None:
        """A look, from the instant at which it began, be it past, now or to come.

        Args:
            look: what is shown.
            begin_ns: on the monotonic clock of this machine.
            lights: what the lights do meanwhile; None where there are none.

        Raises:
            RaceError: it is a show and a race may be on, or no light may be beside this look.
        """
        ...

    def dark(self) -> None:
        """Dark, and told so again and again."""
        ...

    def fade(self, of: Lights | Show, begin_ns: int) -> None:
        """What was shown becomes ever darker within a second, then is dark.

        Args:
            of: what was shown.
            begin_ns: on the monotonic clock of this machine.
        """
        ...

    def lead(self) -> None:
        """Take the lamps over from the light loop of an engine that hangs."""
        ...

    def leave(self) -> None:
        """Go, and leave the lamps to the light loop of another engine."""
        ...

    def repaint(self, live: Live, survey: Survey) -> None:
        """Show the lights of this race from now on, on the same lamps; what they do goes on.

        Raises:
            OutputError: they are not the same lamps.
        """
        ...

    def post(self) -> Post:
        """What these lights are to those of other engines."""
        ...

    def statistics(self) -> LoopStatistics:
        """What was sent so far."""
        ...


Lighting: TypeAlias = Callable[[Live, Survey, str], AbstractContextManager[Lamps]]
"""Makes the lamps of a race: its lights, the survey, the address. Lit while the context lasts."""


def give(lamps: Lamps, order: Order) -> None:
    """Tell lamps what to show.

    Raises:
        RaceError: see `Lamps.look`.
    """
    match order:
        case Stand():
            lamps.stand()
        case Run():
            lamps.gun(order.gun_ns, Fraction(order.numerator, order.denominator))
        case Hold():
            lamps.hold(order.at_ns)
        case Show():
            lamps.look(order.look, order.begin_ns, order.lights)
        case Fading():
            lamps.fade(order.of, order.begin_ns)
        case _:
            lamps.dark()


def light_loop(
    live: Live,
    survey: Survey,
    url: str,
    *,
    peers: Peers | None = None,
    absence: Absence = Absence.FADE,
) -> AbstractContextManager[Lamps]:
    """The lamps of a race at an address, lit by a process of their own.

    Args:
        live: the race.
        survey: where the lamps are.
        url: ``sim://``, ``sacn://HOST``, looked up now; empty for where the survey says.
        peers: the light loops of other engines; None where there are none.
        absence: what becomes of the lights when no engine is left.

    Raises:
        OutputError: no such address, or so many lamps cannot be sent there.
        PlanError: a light that cannot be shown on this lap; it is named.
    """
    return lit(live, survey, output_of(survey, url, live.race.id), peers=peers, absence=absence)


def lit(
    live: Live, survey: Survey, lamps: Output, *, peers: Peers | None, absence: Absence
) -> AbstractContextManager[Lamps]:
    """The lamps of a race, wherever they are, lit by a process of their own.

    Args:
        live: the race.
        survey: where the lamps stand.
        lamps: how they are reached.
        peers: see `light_loop`.
        absence: see `light_loop`.

    Raises:
        OutputError: so many lamps cannot be sent there.
        PlanError: a light that cannot be shown on this lap; it is named.
    """
    return _lit(LightLoop(_painted(live, survey), lamps, peers=peers, absence=absence))


def _painted(live: Live, survey: Survey) -> Canvas:
    """The lights of a race on their lamps."""
    course = live.race.course
    way = Way.of(course.way) if course.way else None
    shine = live.race.shine
    waves = [wave_of(light.asked, light.plan, daylight=shine.daylight) for light in live.lights]
    return Canvas(waves, Layout.of(survey), course.start_m, shine.blend, shine.levels, way=way)


@contextmanager
def _lit(loop: LightLoop) -> Iterator[Lamps]:
    with loop:
        yield _Looped(loop)


@dataclass(frozen=True, slots=True)
class _Looped:
    """The light loop, as the engine sees it."""

    loop: LightLoop

    def stand(self) -> None:
        self.loop.stand()

    def gun(self, gun_ns: int, rate: Fraction) -> None:
        self.loop.gun(gun_ns, rate)

    def hold(self, at_ns: int) -> None:
        self.loop.hold(at_ns)

    def look(self, look: Look, begin_ns: int, lights: Lights | None) -> None:
        self.loop.look(look, begin_ns, lights)

    def dark(self) -> None:
        self.loop.dark()

    def fade(self, of: Lights | Show, begin_ns: int) -> None:
        self.loop.fade(of, begin_ns)

    def repaint(self, live: Live, survey: Survey) -> None:
        self.loop.repaint(_painted(live, survey))

    def lead(self) -> None:
        self.loop.lead()

    def leave(self) -> None:
        self.loop.leave()

    def post(self) -> Post:
        done = self.loop.statistics()
        return Post(
            role=Role(done.role),
            term=done.term,
            heard_ns=done.heard_ns,
            offset_ns=done.offset_ns,
            error_ns=done.offset_error_ns,
            drift_ppb=done.drift_ppb,
            beats=done.frames,
        )

    def statistics(self) -> LoopStatistics:
        return self.loop.statistics()

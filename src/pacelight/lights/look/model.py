"""Which looks there are, and what each depends on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from pacelight.errors import RaceError
from pacelight.lights.canvas.colour import is_colour

__all__ = ["COLOURS", "LIGHTS", "SHOWS", "WITH_LIGHTS", "Look", "Name"]


class Name(StrEnum):
    """What the lamps may show."""

    IDLE = "idle"
    """No race: a faint mark every 50 m, so that one sees that the lamps are on."""
    ARMED = "armed"
    """The lights stand at the start."""
    COUNTDOWN = "countdown"
    """In front of the start line a block of 2 m for each second that is left; the farthest goes out first."""
    START = "start"
    """The gun: light opens from the start line both ways, to 10 m."""
    RUNNING = "running"
    """The lights run."""
    AHEAD = "ahead"
    """At a timing point, the metres by which a runner is ahead of the light; solid."""
    BEHIND = "behind"
    """At a timing point, the metres by which a runner is behind the light; dashed."""
    FALSE_START = "false-start"
    """The whole track, steady."""
    RECALL = "recall"
    """Everyone back: 5 m of every 10 m, steady."""
    RECORD = "record"
    """A record is broken: the whole track swells and ebbs, once in 2 s."""
    FINISH = "finish"
    """Metres before the finish line, steady."""
    ABORT = "abort"
    """Called off: 2 m of every 10 m, steady."""
    DARK = "dark"
    CLAP = "clap"
    """To clap along: at each beat the other half of the track, in stretches of 5 m."""
    CHASE = "chase"
    """Stretches of 5 m that run at 10 m/s."""
    PRESENTATION = "presentation"
    """Light goes once round the track in 10 s and stays."""
    WALK = "walk"
    """Lamps by their numbers, for whoever walks along them and looks which shine."""


COLOURS: Mapping[Name, str] = MappingProxyType(
    {
        Name.IDLE: "#404040",
        Name.COUNTDOWN: "#ffb000",
        Name.START: "#ffffff",
        Name.AHEAD: "#ffffff",
        Name.BEHIND: "#ffb000",
        Name.FALSE_START: "#ff0000",
        Name.RECALL: "#ff0000",
        Name.RECORD: "#ffd700",
        Name.FINISH: "#ffffff",
        Name.ABORT: "#ffb000",
        Name.CLAP: "#2f7bff",
        Name.CHASE: "#2f7bff",
        Name.PRESENTATION: "#ffffff",
        Name.WALK: "#ffffff",
    }
)
"""Of each look that is drawn, the colour where none is asked for."""

LIGHTS = frozenset({Name.ARMED, Name.RUNNING, Name.DARK})
"""What is shown by the lights themselves: an order of their own, no look to draw."""

WITH_LIGHTS = frozenset(
    {Name.COUNTDOWN, Name.START, Name.AHEAD, Name.BEHIND, Name.RECORD, Name.FINISH},
)
"""Looks beside which lights may stand or run."""

SHOWS = frozenset({Name.CLAP, Name.CHASE, Name.PRESENTATION, Name.WALK})
"""Looks that mean nothing. No race has them."""

_LONGEST_S, _LONGEST_COUNTDOWN_S = 3600, 30
_SLOWEST_BEAT, _FASTEST_BEAT = 30, 180
"""A minute. At most 3 a second are harmless. Source: WCAG 2.2, success criterion 2.3.1."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look and all it depends on, beside the lamps and the instant.

    Attributes:
        name: which.
        at_mm: the place it is about, in millimetres past the finish line: of a countdown and a start the
            start line, of ahead and behind the timing point, of a finish the finish line.
        length_mm: of ahead and behind the gap, of a finish its length; at most the lap is lit.
        seconds: after which it is over; 0 for as long as nothing else is ordered. A countdown counts them.
        per_minute: beats of a clap-along.
        colour: as screens have it; its own if not given.
        first, last: of a walk, numbers of lamps in running direction, both lit and all between them;
            where the last comes before the first, across the end of the lap.
        blinks: of a walk: half a second on, half a second off.

    Raises:
        RaceError: there is no such look.
    """

    name: Name
    at_mm: int = 0
    length_mm: int = 10_000
    seconds: int = 0
    per_minute: int = 120
    colour: str = ""
    first: int = 0
    last: int = 0
    blinks: bool = False

    def __post_init__(self) -> None:
        if self.name in LIGHTS:
            raise RaceError(f"'{self.name}' is shown by the lights themselves (write stand, run or dark)")
        if not self.colour:
            object.__setattr__(self, "colour", COLOURS[self.name])
        if not is_colour(self.colour):
            raise RaceError(f"look '{self.name}': '{self.colour}' is no colour (write it as #19e36b)")
        if self.length_mm < 0:
            raise RaceError(f"look '{self.name}': a length of {self.length_mm} mm is none (write 0 or more)")
        self._check_lamps()
        self._check_times()

    def _check_lamps(self) -> None:
        if min(self.first, self.last) < 0:
            raise RaceError(f"look '{self.name}': lamps are numbered from 0, not {self.first} to {self.last}")
        if self.name is not Name.WALK and (self.first or self.last or self.blinks):
            raise RaceError(f"look '{self.name}' is about no single lamps (write walk)")

    def _check_times(self) -> None:
        counts = self.name is Name.COUNTDOWN
        least, most = (1, _LONGEST_COUNTDOWN_S) if counts else (0, _LONGEST_S)
        if not least <= self.seconds <= most:
            raise RaceError(f"look '{self.name}' lasts {least} to {most} s, not {self.seconds}")
        if not _SLOWEST_BEAT <= self.per_minute <= _FASTEST_BEAT:
            raise RaceError(
                f"look '{self.name}': {self.per_minute} beats a minute "
                f"(write {_SLOWEST_BEAT} to {_FASTEST_BEAT}: faster flashes are dangerous)"
            )

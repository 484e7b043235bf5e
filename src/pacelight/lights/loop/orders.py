"""What the light loop is told, one line each: text that a person may type and a test may read.

A new order replaces the one before it; none refers to another, so that whoever knows the last one knows all.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias
from zlib import crc32

from pacelight.errors import DriverError, RaceError
from pacelight.lights.look.model import WITH_LIGHTS, Look, Name

__all__ = [
    "Dark",
    "End",
    "Fading",
    "Group",
    "Hold",
    "Lead",
    "Leave",
    "Lights",
    "Order",
    "Repaint",
    "Run",
    "Several",
    "Show",
    "Stand",
    "lights_of",
    "mark_of",
    "read",
    "write",
]


@dataclass(frozen=True, slots=True)
class Stand:
    """The lights stand at the start."""


@dataclass(frozen=True, slots=True)
class Dark:
    """The lamps are dark, and go on being told so."""


@dataclass(frozen=True, slots=True)
class End:
    """A planned end: the lamps go dark, and receivers are told that no more will come."""


@dataclass(frozen=True, slots=True)
class Leave:
    """No end: this loop goes, and whoever follows goes on. Where nobody does, it is as if the engine died."""


@dataclass(frozen=True, slots=True)
class Lead:
    """No picture: this loop takes the lamps over from whoever leads. Where it leads, nothing changes."""


@dataclass(frozen=True, slots=True)
class Run:
    """The lights run from a gun, be it past, now or to come.

    Attributes:
        gun_ns: on the monotonic clock of this machine.
        numerator, denominator: race seconds a second, as a fraction.

    Raises:
        RaceError: the race would stand still or run backwards.
    """

    gun_ns: int
    numerator: int = 1
    denominator: int = 1

    def __post_init__(self) -> None:
        if self.numerator < 1 or self.denominator < 1:
            raise RaceError(
                f"no race runs {self.numerator}/{self.denominator} seconds a second (write more than 0)"
            )

    def elapsed_ns(self, instant_ns: int) -> int:
        """Whole race nanoseconds since the gun at an instant, rounded down; negative before it."""
        return (instant_ns - self.gun_ns) * self.numerator // self.denominator


@dataclass(frozen=True, slots=True)
class Hold:
    """The lights stand where they are at a time of theirs, whatever the clock does.

    Attributes:
        at_ns: whole race nanoseconds since the gun.
    """

    at_ns: int

    def elapsed_ns(self, _instant_ns: int) -> int:
        """The same at every instant."""
        return self.at_ns


@dataclass(frozen=True, slots=True)
class Repaint:
    """No picture: the lights are others from now on, on the same lamps. What is shown goes on with them.

    Attributes:
        offset, size: bytes of the memory that whoever orders shares with this loop, where they lie.
    """

    offset: int
    size: int


Group: TypeAlias = Stand | Run | Hold | Dark
"""What one group of lights does."""


@dataclass(frozen=True, slots=True)
class Several:
    """Each group of lights does something of its own.

    Attributes:
        groups: in the order of the groups.

    Raises:
        RaceError: there is none.
    """

    groups: tuple[Group, ...]

    def __post_init__(self) -> None:
        if not self.groups:
            raise RaceError("no group is told anything (write one of stand, run and dark for each)")


Lights: TypeAlias = Stand | Run | Hold | Several
"""What lights do beside a look."""


@dataclass(frozen=True, slots=True)
class Show:
    """A look, from the instant at which it began, be it past, now or to come.

    Attributes:
        look: what is shown.
        begin_ns: on the monotonic clock of this machine.
        lights: what the lights do meanwhile; None where there are none.

    Raises:
        RaceError: no light may be beside this look.
    """

    look: Look
    begin_ns: int
    lights: Lights | None = None

    def __post_init__(self) -> None:
        if self.lights is not None and self.look.name not in WITH_LIGHTS:
            allowed = ", ".join(name for name in Name if name in WITH_LIGHTS)
            raise RaceError(f"no light runs beside the look '{self.look.name}' (one may beside {allowed})")


@dataclass(frozen=True, slots=True)
class Fading:
    """What is shown becomes ever darker within a second, then is dark.

    Attributes:
        of: what was shown.
        begin_ns: on the monotonic clock of this machine.
    """

    of: Lights | Show
    begin_ns: int


Order: TypeAlias = Stand | Run | Hold | Several | Show | Dark | Fading | End | Leave | Lead | Repaint


def lights_of(order: Order | None) -> Order | None:
    """What the lights do, of an order that shows more than them; None where there are none."""
    match order:
        case Show():
            return order.lights
        case Fading():
            return lights_of(order.of)
    return order


_BARE: Mapping[str, Order] = MappingProxyType({"end": End(), "leave": Leave(), "lead": Lead()})


def write(order: Order) -> bytes:
    r"""An order as a line.

    >>> write(Run(1_000_000_000, 10))
    b'run 1000000000 10 1\n'
    >>> write(Show(Look(Name.RECORD, seconds=10), 5, Run(3)))
    b'look record 5 0 10000 10 120 #ffd700 with run 3 1 1\n'
    """
    return f"{_text(order)}\n".encode("ascii")


def mark_of(line: bytes) -> int:
    """A number by which two processes know that they speak of the same order; never 0."""
    return crc32(line.rstrip()) + 1


def read(line: bytes) -> Order:
    """The order that a line gives, newline left out.

    Raises:
        DriverError: it gives none.
    """
    try:
        return _order(line.decode("ascii"))
    except ValueError:  # what a look refuses, too: who wrote the line has not made it with `write`
        raise DriverError(
            f"the light loop was told {line!r} "
            "(it knows stand, run, hold, dark, groups, look, fade, repaint, end, lead and leave)"
        ) from None


def _text(order: Order) -> str:  # noqa: PLR0911 - a table
    match order:
        case Run():
            return f"run {order.gun_ns} {order.numerator} {order.denominator}"
        case Hold():
            return f"hold {order.at_ns}"
        case Repaint():
            return f"repaint {order.offset} {order.size}"
        case Stand() | Dark() | End() | Leave() | Lead():
            return type(order).__name__.lower()
        case Several():
            return "groups " + ", ".join(_text(group) for group in order.groups)
        case Fading():
            return f"fade {order.begin_ns} {_text(order.of)}"
        case Show():
            beside = f" with {_text(order.lights)}" if order.lights is not None else ""
            return f"look {_of_look(order.look, order.begin_ns)}{beside}"


def _of_look(look: Look, begin_ns: int) -> str:
    numbers = f"{begin_ns} {look.at_mm} {look.length_mm} {look.seconds} {look.per_minute}"
    lamps = f" {look.first} {look.last} {int(look.blinks)}" if look.name is Name.WALK else ""
    return f"{look.name} {numbers} {look.colour}{lamps}"


def _order(text: str) -> Order:
    kind, _, rest = text.partition(" ")
    if text in _BARE:
        return _BARE[text]
    match kind:
        case "repaint":
            offset, size = rest.split()
            return Repaint(int(offset), int(size))
        case "groups":
            return _several(rest)
        case "fade":
            begin, _, of = rest.partition(" ")
            return Fading(_faded(of), int(begin))
        case "look":
            look, beside, lights = rest.partition(" with ")
            return _show(look.split(), _lights(lights) if beside else None)
    return _group(text)


def _show(words: list[str], lights: Lights | None) -> Show:
    name, begin, at, length, seconds, beats, colour, *lamps = words
    first, last, blinks = map(int, lamps) if lamps else (0, 0, 0)
    look = Look(
        Name(name), int(at), int(length), int(seconds), int(beats), colour, first, last, blinks=bool(blinks)
    )
    return Show(look, int(begin), lights)


def _lights(text: str) -> Lights:
    kind, _, rest = text.partition(" ")
    if kind == "groups":
        return _several(rest)
    match _group(text):
        case Stand() | Run() | Hold() as lights:
            return lights
    raise ValueError(text)


def _faded(text: str) -> Lights | Show:
    order = _order(text)
    if isinstance(order, (Stand, Run, Hold, Several, Show)):
        return order
    raise ValueError(text)


def _several(text: str) -> Several:
    return Several(tuple(_group(part) for part in text.split(",")))


def _group(text: str) -> Group:
    match text.split():
        case ["stand"]:
            return Stand()
        case ["dark"]:
            return Dark()
        case ["hold", at]:
            return Hold(int(at))
        case ["run", gun, numerator, denominator]:
            return Run(int(gun), int(numerator), int(denominator))
    raise ValueError(text)

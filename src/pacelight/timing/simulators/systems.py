"""The timing systems that can be simulated: one line a system."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Protocol, TypeAlias

from pacelight.timing.simulators.device import Device
from pacelight.timing.simulators.ipico_device import ipico
from pacelight.timing.simulators.jchip_device import jchip
from pacelight.timing.simulators.lynx_device import lynx
from pacelight.timing.simulators.lynx_folder import folder_player, lynx_saver
from pacelight.timing.simulators.mylaps_device import mylaps
from pacelight.timing.simulators.omega_device import omega
from pacelight.timing.simulators.one_way import serial_player, udp_player
from pacelight.timing.simulators.player import Player
from pacelight.timing.simulators.raceresult_device import raceresult
from pacelight.timing.simulators.recorded import Quirks, Recorded
from pacelight.timing.sources.tcp import Place

__all__ = ["SYSTEMS", "Maker", "Opener", "Playing", "System"]

Maker: TypeAlias = Callable[[Recorded, Quirks], Device[Any]]


class Playing(Protocol):
    """A system while it is played on a line; see `Player`."""

    device: Device[Any]

    @property
    def place(self) -> Place:
        """Where it listens, or whom it tells; a path has port 0."""
        ...

    @property
    def connected(self) -> bool:
        """Somebody is at the other end, as far as that can be known."""
        ...

    @property
    def finished(self) -> bool:
        """All was said, and is on its way."""
        ...

    def fileno(self) -> int:
        """Readable whenever the other side says something."""
        ...

    def wake_ns(self, now_ns: int) -> int:
        """When to step again at the latest."""
        ...

    def step(self, now_ns: int) -> None:
        """Let happen what is due, and say it."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class Opener(Protocol):
    """Makes what plays a device; see `Player`."""

    def __call__(
        self, device: Device[Any], place: Place, *, listens: bool, gun_ns: int, rate: int | Fraction
    ) -> Playing:
        """It, ready to be stepped."""
        ...


@dataclass(frozen=True, slots=True)
class System:
    """A timing system that can be simulated.

    Attributes:
        make: makes it from a race and its quirks.
        listens: it is the server; else it connects to us.
        port: where that is, unless said otherwise; 0 of one that has a path, which must be said.
        address: of the listener that hears it, machine and port left open.
        player: what plays it on its line.
    """

    make: Maker
    listens: bool
    port: int
    address: str
    player: Opener = Player


SYSTEMS: Mapping[str, System] = {
    "omega": System(omega, listens=True, port=4001, address="omega://{}"),
    "mylaps": System(mylaps, listens=False, port=3097, address="mylaps://{}"),
    "raceresult": System(raceresult, listens=True, port=3601, address="raceresult://{}"),
    "ipico": System(ipico, listens=True, port=10000, address="ipico://{}"),
    "jchip": System(jchip, listens=False, port=53135, address="jchip://{}"),
    "lynx": System(lynx, listens=False, port=4010, address="lynx+udp://{}", player=udp_player),
    "lynx-tcp": System(lynx, listens=True, port=4010, address="lynx+tcp://{}"),
    "lynx-serial": System(lynx, listens=False, port=0, address="lynx+serial://{}", player=serial_player),
    "lynx-folder": System(
        lynx_saver, listens=False, port=0, address="lynx+folder://{}", player=folder_player
    ),
}

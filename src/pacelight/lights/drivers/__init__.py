"""Where frames go: each driver keeps the promise of `Driver`, each address is made here.

A new kind of address is one line in `_SCHEMES`, and one in the table of ``tests/conformance``.
"""

import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import SplitResult, parse_qs, urlsplit
from uuid import NAMESPACE_DNS, uuid5

from pacelight.errors import OutputError
from pacelight.lights.drivers.address import broadcast, controller, flag, multicast, options, paced
from pacelight.lights.drivers.line import LineOutput
from pacelight.lights.drivers.part import Channels, Part
from pacelight.lights.drivers.patched import PatchedOutput
from pacelight.lights.drivers.port import FPS, ControllerStatistics, Driver, DriverStatistics, Output
from pacelight.lights.drivers.simulated import SimulatedOutput
from pacelight.lights.drivers.udp import Format, MulticastOutput, UdpOutput
from pacelight.lights.wire import artnet, ddp, e131, wled
from pacelight.lights.wire.adalight import Adalight

__all__ = ["KINDS", "ControllerStatistics", "Driver", "DriverStatistics", "Output", "output", "patched"]

_NAME_BYTES = 63

_UDP = MappingProxyType({"fps": FPS, "pace": 0, "offload": 0})
"""What every address on the network may say."""

_SACN = MappingProxyType({"universe": 1, "priority": 100, "sync": 0})


def output(url: str, who: str = "pacelight") -> Output:
    """The lamps at an address, as ``sim://`` or ``sacn://HOST[:PORT][?universe=1&priority=100&fps=50]``.

    Args:
        url: the address; a host is looked up now.
        who: whose frames they are, the race: receivers take the same name from the same machine
            for the same source, also after a restart.

    Raises:
        OutputError: no such address, in one line.
    """
    try:
        parts = urlsplit(url)
        make = _SCHEMES[parts.scheme]
    except (ValueError, KeyError):
        kinds = ", ".join(f"{scheme}://" for scheme in _SCHEMES)
        raise OutputError(f"no output is at '{url}' (write sim:// for none, or one of {kinds})") from None
    return make(url, parts, who)


def patched(
    parts: Sequence[tuple[str, Channels]], who: str = "pacelight", names: Sequence[str] = ()
) -> PatchedOutput:
    """The lamps of several controllers, each sent its part of a frame.

    Args:
        parts: of each controller its address, and the channels of the frame that it shows; -1 for none.
        who: see `output`.
        names: of the controllers; their addresses, if not given.

    Raises:
        OutputError: an address that is none, more lamps than one takes, two in each other's way, or two that
            ask for different numbers of frames; the controller is named.
    """
    made = []
    for name, (url, channels) in zip(names or [url for url, _ in parts], parts, strict=True):
        try:
            made.append(Part(name, output(url, who), channels))
        except OutputError as error:
            raise OutputError(f"controller '{name}': {error}") from error
    return PatchedOutput(tuple(made), _fps(made))


def _fps(parts: Sequence[Part]) -> int:
    """Frames a second of all together: what some ask for, or as usual.

    Raises:
        OutputError: two ask for different numbers.
    """
    asked = {part.output.fps: part for part in parts if "fps" in parse_qs(urlsplit(part.output.target).query)}
    if len(asked) > 1:
        (some, one), (others, other) = sorted(asked.items(), key=lambda pair: pair[0])[:2]
        raise OutputError(
            f"all controllers are sent the same frames: '{one.name}' asks for fps={some}, "
            f"'{other.name}' for fps={others} (write the same for both)"
        )
    return next(iter(asked), FPS)


def _simulated(url: str, parts: SplitResult, _who: str) -> Output:
    if parts.netloc or parts.path:
        raise OutputError(f"lamps that are not there have no address: write sim://, not '{url}'")
    return SimulatedOutput(url, paced(options(parts, {"fps": FPS})["fps"]))


def _sacn(url: str, parts: SplitResult, who: str) -> Output:
    asked = options(parts, {**_SACN, "discovery": 0, **_UDP})
    announced = flag("discovery", asked["discovery"])
    return replace(_udp(url, parts, e131.PORT, asked, lambda: _e131(who, asked)), announced=announced)


def _sacn_multicast(url: str, parts: SplitResult, who: str) -> Output:
    asked = options(parts, {**_SACN, "fps": FPS, "pace": 0})
    way = multicast(url, parts, e131.PORT, asked["pace"])
    return MulticastOutput(url, way, _e131(who, asked), paced(asked["fps"]))


def _e131(who: str, asked: Mapping[str, int]) -> e131.E131:
    name = f"Pacelight {who}".encode()[:_NAME_BYTES].decode(errors="ignore")
    cid = uuid5(uuid5(NAMESPACE_DNS, socket.gethostname()), who).bytes
    source = e131.Source(cid, name, asked["priority"])
    return e131.E131(source, asked["universe"], asked["sync"])


def _artnet(url: str, parts: SplitResult, _who: str) -> Output:
    parts, everyone = broadcast(parts, "sync", artnet.PORT)
    asked = options(parts, {"universe": 0, "sync": 0, **_UDP})
    sync = flag("sync", asked["sync"])
    made = _udp(url, parts, artnet.PORT, asked, lambda: artnet.ArtNet(asked["universe"], sync))
    return replace(made, to_all=everyone)


def _ddp(url: str, parts: SplitResult, _who: str) -> Output:
    return _udp(url, parts, ddp.PORT, options(parts, _UDP), ddp.Ddp)


def _wled(url: str, parts: SplitResult, _who: str) -> Output:
    asked = options(parts, {"timeout": 2, **_UDP})
    return _udp(url, parts, wled.PORT, asked, lambda: wled.Wled(asked["timeout"]))


def _udp(
    url: str, parts: SplitResult, port: int, asked: Mapping[str, int], written: Callable[[], Format]
) -> UdpOutput:
    way = controller(url, parts, port, asked["pace"])
    return UdpOutput(url, way, written(), paced(asked["fps"]), flag("offload", asked["offload"]))


def _adalight(url: str, parts: SplitResult, _who: str) -> Output:
    if parts.netloc or parts.path in {"", "/"}:
        raise OutputError(f"not a serial line: '{url}' (write adalight:///dev/ttyUSB0)")
    asked = options(parts, {"baud": 115_200, "fps": FPS})
    return LineOutput(url, parts.path, Adalight(asked["baud"]), paced(asked["fps"]))


_SCHEMES: Mapping[str, Callable[[str, SplitResult, str], Output]] = MappingProxyType(
    {
        "sim": _simulated,
        "sacn": _sacn,
        "sacn+multicast": _sacn_multicast,
        "artnet": _artnet,
        "ddp": _ddp,
        "wled": _wled,
        "adalight": _adalight,
    }
)
"""How an address of each kind is read."""

KINDS = tuple(_SCHEMES)
"""What an address of lamps begins with, before ``://``."""

"""Where frames go: each driver keeps the promise of `Driver`, each address is made here.

A new kind of address is one line in `_SCHEMES`, and one in the table of ``tests/conformance``.
"""

import socket
from collections.abc import Callable, Mapping
from ipaddress import ip_address
from types import MappingProxyType
from urllib.parse import SplitResult, parse_qsl, urlsplit
from uuid import NAMESPACE_DNS, uuid5

from pacelight.errors import OutputError
from pacelight.lights.beat import Beat
from pacelight.lights.drivers.port import FPS, Driver, DriverStatistics, Output
from pacelight.lights.drivers.simulated import SimulatedOutput
from pacelight.lights.drivers.udp import Address, SacnOutput
from pacelight.lights.wire.e131 import PORT, Source

__all__ = ["Driver", "DriverStatistics", "Output", "output"]

_NAME_BYTES = 63


def output(url: str, who: str = "pacelight") -> Output:
    """The lamps at an address: ``sim://``, ``sacn://HOST[:PORT][?universe=1&priority=100&fps=50]``.

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
        raise OutputError(f"no output is at '{url}' (write sim:// for none, or sacn://HOST)") from None
    return make(url, parts, who)


def _simulated(url: str, parts: SplitResult, _who: str) -> Output:
    if parts.netloc or parts.path:
        raise OutputError(f"lamps that are not there have no address: write sim://, not '{url}'")
    options = _options(parts, {"fps": FPS})
    return SimulatedOutput(url, _paced(options["fps"]))


def _sacn(url: str, parts: SplitResult, who: str) -> Output:
    if parts.path not in {"", "/"} or parts.username is not None or not parts.hostname:
        raise OutputError(f"not an address of lamps: '{url}' (write sacn://HOST, as in sacn://10.0.0.20)")
    options = _options(parts, {"universe": 1, "priority": 100, "fps": FPS})
    family, address = _resolved(parts.hostname, _port(url, parts))
    name = f"Pacelight {who}".encode()[:_NAME_BYTES].decode(errors="ignore")
    cid = uuid5(uuid5(NAMESPACE_DNS, socket.gethostname()), who).bytes
    made = SacnOutput(
        target=url,
        family=family,
        address=address,
        source=Source(cid, name, options["priority"]),
        first=options["universe"],
        fps=_paced(options["fps"]),
    )
    made.check(1)
    return made


_SCHEMES: Mapping[str, Callable[[str, SplitResult, str], Output]] = MappingProxyType(
    {"sim": _simulated, "sacn": _sacn}
)
"""How an address of each kind is read."""


def _options(parts: SplitResult, known: Mapping[str, int]) -> dict[str, int]:
    """Whole numbers by name, as given behind the question mark."""
    options = dict(known)
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name not in known:
            raise OutputError(f"an output has no '{name}' (there are {', '.join(known)})")
        if not (value.isascii() and value.isdecimal()):
            raise OutputError(f"{name} is a whole number, not '{value}' (as in {name}={known[name]})")
        options[name] = int(value)
    return options


def _paced(fps: int) -> int:
    Beat.of(fps)
    return fps


def _port(url: str, parts: SplitResult) -> int:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise OutputError(f"'{url}' names no port that can be sent to (write 1 to 65535, or none for {PORT})")
    return PORT if port is None else port


def _resolved(host: str, port: int) -> tuple[socket.AddressFamily, Address]:
    """Where a host is, by IPv4 if it has both.

    Raises:
        OutputError: it cannot be found, or is a group of machines.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)
    except (OSError, UnicodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise OutputError(f"the lamps at '{host}' cannot be found: {why}") from error
    family, *_, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    _refuse_groups(host, family, address)
    return family, address


def _refuse_groups(host: str, family: socket.AddressFamily, address: Address) -> None:
    place = ip_address(str(address[0]).partition("%")[0])
    if place.is_multicast or place.is_unspecified or _broadcast(family, address):
        raise OutputError(f"'{host}' is no one controller: lamps are sent to each by its own address")


def _broadcast(family: socket.AddressFamily, address: Address) -> bool:
    """Whether the kernel takes an address for everyone's; nothing is sent to find out."""
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(address)
        except PermissionError:
            return True
        except OSError:
            return False  # no way to it now; there may be one later
    return False

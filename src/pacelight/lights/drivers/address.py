"""Reading an address of lamps: options, ports, hosts; each understood at once, or refused in one line."""

import socket
from collections.abc import Mapping
from ipaddress import AddressValueError, IPv4Address, ip_address
from urllib.parse import SplitResult, parse_qsl, urlencode

from pacelight.errors import OutputError
from pacelight.lights.beat import Beat
from pacelight.lights.drivers.link import Address, Broadcast, Controller, Multicast

__all__ = ["broadcast", "controller", "flag", "multicast", "options", "paced"]

_FASTEST_MBIT = 10_000


def options(parts: SplitResult, known: Mapping[str, int]) -> dict[str, int]:
    """Whole numbers by name, as given behind the question mark, or as known.

    Raises:
        OutputError: an option that there is not, or no whole number.
    """
    found = dict(known)
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name not in known:
            raise OutputError(f"an output has no '{name}' (there are {', '.join(known)})")
        if not (value.isascii() and value.isdecimal()):
            raise OutputError(f"{name} is a whole number, not '{value}' (as in {name}={known[name]})")
        found[name] = int(value)
    return found


def flag(name: str, value: int) -> bool:
    """Yes or no.

    Raises:
        OutputError: neither.
    """
    if value not in {0, 1}:
        raise OutputError(f"{name} is 0 or 1, not {value}")
    return bool(value)


def paced(fps: int) -> int:
    """Frames a second that lamps are sent.

    Raises:
        OutputError: too few or too many.
    """
    Beat.of(fps)
    return fps


def controller(url: str, parts: SplitResult, port: int, pace_mbit: int = 0) -> Controller:
    """The one controller at an address, looked up now.

    Raises:
        OutputError: no address of a controller, or it cannot be found.
    """
    if parts.path not in {"", "/"} or parts.username is not None or not parts.hostname:
        like = f"{parts.scheme}://HOST, as in {parts.scheme}://10.0.0.20"
        raise OutputError(f"not an address of lamps: '{url}' (write {like})")
    family, address = _resolved(parts.hostname, _port(url, parts, port))
    return Controller(family, address, _pace(pace_mbit))


def multicast(url: str, parts: SplitResult, port: int, pace_mbit: int = 0) -> Multicast:
    """The groups behind an interface, which is known by its address.

    Raises:
        OutputError: no address of an interface.
    """
    try:
        interface = IPv4Address(parts.hostname or "")
    except AddressValueError:
        interface = None
    alone = parts.path in {"", "/"} and parts.username is None
    if interface is None or interface.is_multicast or interface.is_unspecified or not alone:
        raise OutputError(
            f"not an interface: '{url}' (write {parts.scheme}:// and the address that this machine has "
            f"on the network of the lamps, as in {parts.scheme}://10.0.0.5)"
        )
    return Multicast(str(interface), _port(url, parts, port), _pace(pace_mbit))


def broadcast(parts: SplitResult, name: str, port: int) -> tuple[SplitResult, Broadcast | None]:
    """The machines that an option names all at once, and the address with a 1 in its place.

    Args:
        parts: of the address.
        name: of the option.
        port: to which they listen.

    Returns:
        the address as it was, and None, where the option names no machines.

    Raises:
        OutputError: no address of all machines of a network.
    """
    said = parse_qsl(parts.query, keep_blank_values=True)
    named = [value for option, value in said if option == name and "." in value]
    if not named:
        return parts, None
    try:
        everyone = IPv4Address(named[-1])
    except AddressValueError:
        everyone = None
    if everyone is None or everyone.is_multicast or everyone.is_unspecified:
        raise OutputError(
            f"{name} is 0, 1 or the address of all machines of a network, as in {name}=10.0.0.255, "
            f"not '{named[-1]}'"
        )
    rest = urlencode([(option, "1" if option == name else value) for option, value in said])
    return parts._replace(query=rest), Broadcast(str(everyone), port)


def _pace(mbit: int) -> int:
    if mbit > _FASTEST_MBIT:
        raise OutputError(f"pace is 1 to {_FASTEST_MBIT} megabits a second, or 0 for none, not {mbit}")
    return mbit


def _port(url: str, parts: SplitResult, usual: int) -> int:
    try:
        port = parts.port
    except ValueError:
        port = 0
    if port == 0:
        raise OutputError(
            f"'{url}' names no port that can be sent to (write 1 to 65535, or none for {usual})"
        )
    return usual if port is None else port


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

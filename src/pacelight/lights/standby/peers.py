"""The other loops that could light the same lamps, and how they are told apart from strangers."""

from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import TypeAlias

from pacelight.errors import OutputError

__all__ = ["Peers", "Place", "place"]

Place: TypeAlias = tuple[str, int]
"""Address and port of UDP."""

_SECRET_BYTES = 16
_PORTS = range(1, 65_536)


@dataclass(frozen=True, slots=True)
class Peers:
    """Whom a loop tells that it lives, and listens to.

    Attributes:
        bind: where it listens, ``ADDRESS:PORT``; nobody but who may send there can be heard.
        others: where the others listen.
        secret: 16 bytes or more, the same for all: whoever does not know it moves no light.
        follow: it says nothing to lamps until it has heard a loop that leads and has lost it.
        node: it has lamps of its own, which it lights by the orders of whoever leads. It never leads.

    Raises:
        OutputError: no such place, too short a secret, nobody to listen to.

    >>> Peers("127.0.0.1:5570", ("127.0.0.1:5571",), b"known to both of us").follow
    False
    """

    bind: str
    others: tuple[str, ...]
    secret: bytes = field(repr=False)
    follow: bool = False
    node: bool = False

    def __post_init__(self) -> None:
        here = place(self.bind)
        there = [place(other) for other in self.others]
        if not there or here in there or len(set(there)) < len(there):
            raise OutputError(
                f"a loop at {self.bind} has no use for the peers {', '.join(self.others) or 'none'} "
                "(name each of the others once)"
            )
        if any(ip_address(host).version != ip_address(here[0]).version for host, _ in there):
            raise OutputError(f"peers of {self.bind} are all of IPv4 or all of IPv6")
        if len(self.secret) < _SECRET_BYTES:
            raise OutputError(f"a secret of peers has {_SECRET_BYTES} bytes or more, not {len(self.secret)}")


def place(text: str) -> Place:
    """The place of a loop.

    Raises:
        OutputError: it is none.

    >>> place("[::1]:5570")
    ('::1', 5570)
    """
    host, _, port = text.rpartition(":")
    try:
        address = ip_address(host[1:-1] if host.startswith("[") and host.endswith("]") else host)
        if (
            isinstance(address, IPv6Address) is (host[:1] == "[")
            and port.isascii()
            and port.isdecimal()
            and int(port) in _PORTS
        ):
            return str(address), int(port)
    except ValueError:
        pass
    raise OutputError(f"no loop is at '{text}' (write an address and a port, as 127.0.0.1:5570)")

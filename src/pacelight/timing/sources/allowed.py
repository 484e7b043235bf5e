"""Who may send to a listener."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from pacelight.errors import OutputError

__all__ = ["Allowed"]

_LOOPBACK = ("127.0.0.0/8", "::1/128")


class Allowed:
    """The machines and networks that may send; everybody else may not.

    Args:
        host: number of the interface that is listened on.
        allow: numbers or networks, ``10.0.0.7`` or ``10.0.0.0/29``; none for this machine alone.

    Raises:
        OutputError: not numbers; or the interface is one of others and nobody of them is named.

    >>> "10.0.0.7" in Allowed("10.0.0.1", ["10.0.0.0/29"])
    True
    """

    def __init__(self, host: str, allow: Sequence[str]) -> None:
        if not allow and not ip_address(host.partition("%")[0]).is_loopback:
            raise OutputError(f'{host} can be reached by others: name who may send (allow = ["10.0.0.7"])')
        self._networks = tuple(_network(text) for text in allow or _LOOPBACK)

    def __contains__(self, who: str) -> bool:
        """Whether this machine may send."""
        address = ip_address(who.partition("%")[0])
        mapped = getattr(address, "ipv4_mapped", None)
        return any((mapped or address) in network for network in self._networks)


def _network(text: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(text, strict=False)
    except ValueError as error:
        raise OutputError(
            f"'{text}' is no number of a machine or a network (10.0.0.7, 10.0.0.0/29)"
        ) from error

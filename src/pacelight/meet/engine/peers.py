"""Where the light loops of several engines hear one another: by UDP, at the ports of their buses.

So one address says where an engine is, and one secret guards both; loops are given a key made from it.
"""

import hashlib
import hmac
from collections.abc import Sequence

from pacelight.errors import OutputError
from pacelight.lights.standby.peers import Peers
from pacelight.meet.bus import Secret, Tcp, Where

__all__ = ["peers_of"]

_PURPOSE = b"pacelight heartbeats/1"


def peers_of(
    bus: Sequence[Where],
    others: Sequence[Where],
    nodes: Sequence[Where] = (),
    *,
    follow: bool = False,
    node: bool = False,
) -> Peers:
    """Who the light loop of this engine is, and who the others are.

    Args:
        bus: where this engine is listened to; the first port counts.
        others: where the others are; their ports count.
        nodes: where light nodes are told what to show.
        follow: this engine leads only where another has led.
        node: this engine never leads, and has lamps of its own.

    Raises:
        OutputError: engines that are to stand by one another have no ports to hear one another on.
    """
    here = [place for place in bus if isinstance(place, Tcp)]
    there = [place for place in others if isinstance(place, Tcp)]
    if not here or not there:
        raise OutputError(
            "engines that stand by one another need a port each, on one machine, too "
            "(write --bus tcp://127.0.0.1:8371 --follow tcp://127.0.0.1:8372, and the other way round)"
        )
    told = [*there, *(place for place in nodes if isinstance(place, Tcp))]
    return Peers(
        _udp(here[0]), tuple(_udp(place) for place in told), _key(here[0].secret), follow=follow, node=node
    )


def _udp(place: Tcp) -> str:
    return str(place).removeprefix("tcp://")


def _key(secret: Secret | None) -> bytes:
    """A key for heartbeats alone. On loopback without a secret it keeps nobody out, as there is nobody."""
    token = b"loopback" if secret is None else secret.token
    return hmac.new(token, _PURPOSE, hashlib.sha256).digest()

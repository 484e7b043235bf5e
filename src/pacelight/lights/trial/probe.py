"""Asking the network which controllers there are, and listening for who else sends to lamps."""

import select
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

from pacelight.errors import Failure, OutputError
from pacelight.lights.trial.found import Found, artnet_node, sacn_sources
from pacelight.lights.wire import artnet, e131
from pacelight.lights.wire.artnet_poll import Node, poll
from pacelight.lights.wire.e131_heard import Page

__all__ = ["Ears", "listen"]

_EVERYONE = "255.255.255.255"
_ROOM = 2048
_SHORT_S = 0.1


@dataclass
class Ears:
    """What was heard so far.

    Attributes:
        nodes: of Art-Net, by address.
        pages: of E1.31, with the address they came from.
    """

    nodes: dict[str, list[Node]] = field(default_factory=dict)
    pages: list[tuple[str, Page]] = field(default_factory=list)

    def hear(self, packet: bytes, address: str) -> None:
        """Take note of a datagram; what is neither of both is somebody else's."""
        with suppress(OutputError):
            node = Node.read(packet)
            self.nodes.setdefault(address, []).append(node)
        with suppress(OutputError):
            self.pages.append((address, Page.read(packet)))

    def found(self) -> list[Found]:
        """All of it, in order."""
        nodes = [artnet_node(address, answers) for address, answers in self.nodes.items()]
        return sorted([*nodes, *sacn_sources(self.pages)])


def listen(
    seconds: float,
    *,
    interface: str = "",
    targets: Sequence[str] = (),
    progress: Callable[[float], object] = lambda _share: None,
    warn: Callable[[str], object] = lambda _text: None,
) -> list[Found]:
    """Ask who is there, and listen.

    Args:
        seconds: for so long; sources of E1.31 speak up every 10 s.
        interface: address of the interface; all of them, if not given.
        targets: who is asked, each by its own address; everyone, if not given.
        progress: told the share of time that has passed, 0 to 1.
        warn: told what could not be asked, in a line.

    Raises:
        Failure: there is no way to ask or listen at all.
    """
    ears = Ears()
    with ExitStack() as stack:
        open_ = [
            stack.enter_context(made)
            for made in (_asked(interface, targets, warn), _joined(interface, warn))
            if made is not None
        ]
        if not open_:
            raise Failure("nobody can be asked, and nobody heard: see above")
        _hear(ears, open_, seconds, progress)
    return ears.found()


def _hear(
    ears: Ears, open_: Sequence[socket.socket], seconds: float, progress: Callable[[float], object]
) -> None:
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        progress(passed / seconds)
        ready, _, _ = select.select(open_, [], [], min(_SHORT_S, seconds - passed))
        for one in ready:
            packet, (address, *_) = one.recvfrom(_ROOM)
            ears.hear(packet, address)
    progress(1.0)


def _asked(interface: str, targets: Sequence[str], warn: Callable[[str], object]) -> socket.socket | None:
    """A socket to which nodes of Art-Net answer: always to its port, whoever asked."""
    made = _bound((interface, artnet.PORT), "Art-Net", warn)
    if made is None:
        return None
    made.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    for target in targets or (_EVERYONE,):
        try:
            made.sendto(poll(), (target, artnet.PORT))
        except OSError as error:
            warn(f"{target} is not asked by Art-Net ({error.strerror or error})")
        except (TypeError, ValueError) as error:  # no name that a network can have
            warn(f"{target} is not asked by Art-Net ({error})")
    return made


def _joined(interface: str, warn: Callable[[str], object]) -> socket.socket | None:
    """A socket that hears the group in which sources of E1.31 say what they send."""
    group = e131.group(e131.DISCOVERY)
    made = _bound(("", e131.PORT), "E1.31", warn)
    if made is None:
        return None
    try:
        here = socket.inet_aton(interface or "0.0.0.0")  # noqa: S104  # any interface that has a way to it
        made.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group) + here)
    except OSError as error:
        made.close()
        warn(f"sources of E1.31 are not heard ({error.strerror or error})")
        return None
    return made


def _bound(address: tuple[str, int], what: str, warn: Callable[[str], object]) -> socket.socket | None:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
    except OSError as error:
        made.close()
        warn(f"nobody is heard by {what}: port {address[1]} ({error.strerror or error})")
        return None
    return made

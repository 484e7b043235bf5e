"""What a source of E1.31 says of itself every ten seconds: the universes that it sends.

Source: ANSI E1.31-2018, 4.3 and 9.3.1; appendix A, E131_UNIVERSE_DISCOVERY_INTERVAL and
E131_DISCOVERY_UNIVERSE.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import closing

from pacelight.lights.drivers.link import Multicast
from pacelight.lights.wire.e131 import DISCOVERY, PORT, group

__all__ = ["Announcement"]

_EVERY_NS = 10_000_000_000


class Announcement:
    """Says it, as often as is due; what the network does not take is said the next time.

    Args:
        pages: the packets that say it.
        port: to which everyone listens.
        clock: monotonic, whole nanoseconds.
    """

    def __init__(
        self, pages: Sequence[bytes], port: int = PORT, clock: Callable[[], int] = time.monotonic_ns
    ) -> None:
        self._pages, self._port, self._clock = pages, port, clock
        self._due_ns = clock()

    def turn(self, interface: str) -> None:
        """Say it, if it is due.

        Args:
            interface: through which, by its address of IPv4.
        """
        if (now_ns := self._clock()) < self._due_ns:
            return
        self._due_ns = now_ns + _EVERY_NS
        try:
            with closing(Multicast(interface, self._port).open()) as connection:
                for page in self._pages:
                    connection.sendto(page, (group(DISCOVERY), self._port))
        except OSError:
            return  # it is said to whoever may be there, and again soon

"""Simulated systems that only speak: by datagrams or over a serial line, at any rate."""

import os
import select
import socket
import tty
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

from pacelight.errors import DriverError
from pacelight.timing.simulators.device import Device
from pacelight.timing.sources.tcp import Place, family

__all__ = ["DATAGRAM", "OneWayPlayer", "datagrams", "serial", "serial_player", "udp_player"]

DATAGRAM = 536
"""Bytes of a datagram of FinishLynx, unless it is set otherwise. Source: timerhub.com, FinishLynx Setup."""

_ALWAYS_NS, _SLOW_NS = 50_000_000, 1_000_000


class OneWayPlayer:
    """Plays a device to whoever may listen: nobody answers, so nobody knows.

    Args:
        device: the system.
        place: whom it tells; a path has port 0.
        send: sends bytes; how many of them the line took.
        close: lets go of what it sends over.
        gun_ns: instant of the gun, on the clock that `step` is given.
        rate: race seconds a second of that clock.
    """

    connected = True

    def __init__(
        self,
        device: Device[Any],
        place: Place,
        send: Callable[[bytes], int],
        close: Callable[[], object] = lambda: None,
        *,
        gun_ns: int,
        rate: int | Fraction = 1,
    ) -> None:
        self.device = device
        self.place = place
        self._send = send
        self._close = close
        self._gun_ns = gun_ns
        self._rate = Fraction(rate)
        self._epoll = select.epoll()
        self._unsent = bytearray()
        device.opened()

    @property
    def finished(self) -> bool:
        """All was said, and is on its way."""
        return self.device.finished and not self._unsent

    def fileno(self) -> int:
        """Never readable: nobody answers."""
        return self._epoll.fileno()

    def wake_ns(self, now_ns: int) -> int:
        """When to step again at the latest."""
        wake_ns = self.device.wake_ns()
        if self._unsent:
            return now_ns + _SLOW_NS
        if wake_ns is None:
            return now_ns + _ALWAYS_NS
        return self._gun_ns - (-wake_ns * self._rate.denominator // self._rate.numerator)

    def step(self, now_ns: int) -> None:
        """Let happen what is due, and say it."""
        self.device.due((now_ns - self._gun_ns) * self._rate.numerator // self._rate.denominator)
        self._unsent += self.device.sends()
        if self._unsent:
            del self._unsent[: self._send(bytes(self._unsent))]

    def close(self) -> None:
        """Let go of everything."""
        self._epoll.close()
        self._close()


def udp_player(
    device: Device[Any], place: Place, *, listens: bool, gun_ns: int, rate: int | Fraction = 1
) -> OneWayPlayer:
    """Plays a device by datagrams to a place."""
    del listens
    line = socket.socket(family(place), socket.SOCK_DGRAM)
    return OneWayPlayer(device, place, datagrams(line, place), line.close, gun_ns=gun_ns, rate=rate)


def serial_player(
    device: Device[Any], place: Place, *, listens: bool, gun_ns: int, rate: int | Fraction = 1
) -> OneWayPlayer:
    """Plays a device into a serial line, whose path is the place.

    Raises:
        DriverError: it cannot be opened.
    """
    del listens
    try:
        line = os.open(Path(place[0]), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError as error:
        raise DriverError(f"no simulator can write to {place[0]}: {error.strerror}") from error
    if os.isatty(line):
        tty.setraw(line)
    return OneWayPlayer(device, place, serial(line), lambda: os.close(line), gun_ns=gun_ns, rate=rate)


def datagrams(line: socket.socket, place: Place, size: int = DATAGRAM) -> Callable[[bytes], int]:
    """Sends to a place, in datagrams of at most so many bytes, wherever that cuts."""

    def send(data: bytes) -> int:
        for start in range(0, len(data), size):
            line.sendto(data[start : start + size], place)
        return len(data)

    return send


def serial(line: int) -> Callable[[bytes], int]:
    """Writes to an open line that does not block: as much as it takes."""

    def send(data: bytes) -> int:
        try:
            return os.write(line, data)
        except BlockingIOError:
            return 0

    return send

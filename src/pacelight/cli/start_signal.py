"""The sending end of a start signal, on this machine's clock, keys and network."""

import json as json_texts
import secrets
import select
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pacelight.cli.keys import Keys, keys
from pacelight.cli.processes import end_calmly
from pacelight.errors import OutputError
from pacelight.timing.formats.start_signal import LONGEST
from pacelight.timing.gun.start_sender import StartSender
from pacelight.timing.sources.address import USUAL_PORTS, listener
from pacelight.timing.sources.port import Listener
from pacelight.timing.sources.start_udp import secret_in
from pacelight.timing.sources.tcp import family, located

__all__ = ["Asked", "run"]

_NS = 1_000_000_000
_LOCK_NS = _NS
"""A key that is held down presses once."""
_GONE_NS = 3 * _NS


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be sent, and where.

    Attributes:
        to: where the engine listens.
        secret: the file of it.
        contact: address of a contact of this machine; None for the keys alone.
        once: press once and end.
    """

    to: str
    secret: Path
    contact: str | None
    once: bool


def run(asked: Asked, *, json: bool) -> None:
    """Send until it is ended.

    Raises:
        OutputError: not an address, no secret, or no contact.
    """
    host, colon, port = asked.to.rpartition(":")
    if not colon:
        host, port = asked.to, str(USUAL_PORTS["start"])
    if not (port.isascii() and port.isdecimal()):
        raise OutputError(f"not an address: '{asked.to}' (write HOST or HOST:{USUAL_PORTS['start']})")
    place = located(host.strip("[]"), int(port))
    sender = StartSender(secret_in(asked.secret), secrets.token_hex(8), lambda: secrets.token_hex(16))
    contact = listener("contact", asked.contact) if asked.contact else None
    end_calmly()
    with socket.socket(family(place), socket.SOCK_DGRAM) as line, keys() as pressed:
        line.connect(place)
        line.setblocking(False)
        _Sending(sender, line, pressed, contact, json=json).run(once=asked.once)


class _Sending:
    """One sender, until it is ended."""

    def __init__(
        self, sender: StartSender, line: socket.socket, pressed: Keys, contact: Listener | None, *, json: bool
    ) -> None:
        self._sender, self._line, self._keys, self._contact = sender, line, pressed, contact
        self._json = json
        self._pressed_ns: int | None = None
        self._reached: bool | None = None
        self._told = 0

    def run(self, *, once: bool) -> None:
        if once:
            self._press(time.monotonic_ns())
        while not (once and self._sender.taken):
            now_ns = time.monotonic_ns()
            for datagram in self._sender.due(now_ns):
                with suppress(OSError):  # nobody listens there yet
                    self._line.send(datagram)
            self._tell(now_ns)
            if self._wait(now_ns, once=once):
                return
        for datagram in self._sender.due(time.monotonic_ns()):
            with suppress(OSError):
                self._line.send(datagram)
        self._tell(time.monotonic_ns())

    def _wait(self, now_ns: int, *, once: bool) -> bool:
        """Wait for what comes next; whether it was the end."""
        ends: list[socket.socket | Keys | Listener] = [self._line]
        if not once and not self._keys.ended:
            ends.append(self._keys)
        if self._contact is not None:
            ends.append(self._contact)
        ready = select.select(ends, [], [], max(0, self._sender.wake_ns() - now_ns) / _NS)[0]
        now_ns = time.monotonic_ns()
        if self._line in ready:
            with suppress(OSError):
                self._sender.hear(self._line.recv(LONGEST + 1), now_ns)
        if self._contact is not None and self._contact in ready:
            for heard in self._contact.read(now_ns):
                self._press(heard.at_ns)
        if self._keys not in ready:
            return False
        typed = self._keys.pressed(0)
        if " " in typed or "\n" in typed or "\r" in typed:
            self._press(now_ns)
        return "q" in typed or (self._keys.ended and self._contact is None)

    def _press(self, at_ns: int) -> None:
        if self._pressed_ns is not None and at_ns - self._pressed_ns < _LOCK_NS:
            return
        self._pressed_ns = at_ns
        number = self._sender.press(at_ns)
        self._say("pressed", f"pressed ({number})", number=number)

    def _tell(self, now_ns: int) -> None:
        """Whether the engine is reached, and each press that it has heard."""
        heard_ns = self._sender.heard_ns
        reached = heard_ns is not None and now_ns - heard_ns < _GONE_NS
        if reached != self._reached:
            self._reached = reached
            way_ms = None if self._sender.way_ns is None else round(self._sender.way_ns / 1_000_000, 3)
            words = (
                f"the engine answers, there and back in {way_ms} ms" if reached else "no engine answers yet"
            )
            self._say("reached" if reached else "away", words, way_ms=way_ms)
        for number in self._sender.taken[self._told :]:
            self._told += 1
            self._say("taken", f"the engine has heard it ({number})", number=number)

    def _say(self, happened: str, words: str, **more: object) -> None:
        shape = {"schema": "pacelight.start-signal/1", "happened": happened, **more}
        sys.stdout.write((json_texts.dumps(shape) if self._json else words) + "\n")
        sys.stdout.flush()

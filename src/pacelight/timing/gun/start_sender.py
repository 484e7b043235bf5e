"""The sending end of a start signal over a network, without a socket: a press is repeated until heard."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pacelight.errors import FormatError
from pacelight.timing.formats import start_signal
from pacelight.timing.formats.start_signal import Hello, Known, Press, Taken

__all__ = ["StartSender"]

_HELLO_NS = 1_000_000_000
_AGAIN_NS = 20_000_000
_LATER_NS = 250_000_000
_SOON = 25
"""So many tries follow one another quickly; then whoever is to hear it is gone, and is asked for slowly."""


@dataclass(slots=True)
class _Pressed:
    """Attributes: when it was pressed, when each try was sent, whether it was heard."""

    number: int
    at_ns: int
    sent_ns: dict[int, int] = field(default_factory=dict)
    next_ns: int = 0
    taken: bool = False


class StartSender:
    """Says hello, so that each side knows that the other is there, and passes presses on.

    Args:
        secret: of the meet.
        sender: a number never used before, in hex.
        nonces: gives others.

    Attributes:
        heard_ns: when the receiver was heard last; None before.
        way_ns: the quickest there and back so far; None before.
        taken: numbers of the presses that were heard.
    """

    def __init__(self, secret: bytes, sender: str, nonces: Callable[[], str]) -> None:
        self._secret, self._sender, self._nonces = secret, sender, nonces
        self._challenge = ""
        self._nonce, self._hello_ns = "", 0
        self._next_hello_ns = 0
        self._pressed: _Pressed | None = None
        self._confirm: list[start_signal.Heard] = []
        self.heard_ns: int | None = None
        self.way_ns: int | None = None
        self.taken: list[int] = []

    def press(self, now_ns: int) -> int:
        """The start signal is given now; its number."""
        number = 1 + (self._pressed.number if self._pressed is not None else 0)
        self._pressed = _Pressed(number, now_ns, next_ns=now_ns)
        return number

    def due(self, now_ns: int) -> list[bytes]:
        """What is to be sent now, one datagram each."""
        said: list[start_signal.Said] = list(self._confirm)
        self._confirm.clear()
        pressed = self._pressed
        if pressed is not None and not pressed.taken and self._challenge and now_ns >= pressed.next_ns:
            tried = len(pressed.sent_ns) + 1
            pressed.sent_ns[tried] = now_ns
            pressed.next_ns = now_ns + (_AGAIN_NS if tried < _SOON else _LATER_NS)
            ago_ns = now_ns - pressed.at_ns
            said.append(Press(self._sender, self._challenge, pressed.number, tried, ago_ns))
        if now_ns >= self._next_hello_ns:
            self._nonce, self._hello_ns = self._nonces(), now_ns
            self._next_hello_ns = now_ns + (_HELLO_NS if self._challenge else _LATER_NS)
            said.append(Hello(self._sender, self._nonce))
        return [start_signal.write(one, self._secret) for one in said]

    def wake_ns(self) -> int:
        """When something is due next."""
        pressed = self._pressed
        if self._confirm:
            return 0
        if pressed is not None and not pressed.taken and self._challenge:
            return min(self._next_hello_ns, pressed.next_ns)
        return self._next_hello_ns

    def hear(self, datagram: bytes, now_ns: int) -> None:
        """What the receiver answers; anything else is nothing."""
        try:
            said = start_signal.read(datagram, self._secret)
        except FormatError:
            return
        match said:
            case Known(sender=self._sender, nonce=self._nonce) if self._nonce:
                self._met(said.challenge, now_ns)
            case Taken(sender=self._sender, challenge=self._challenge):
                self._was_taken(said, now_ns)

    def _met(self, challenge: str, now_ns: int) -> None:
        """The receiver is there; one that began anew has another challenge, and is told the press again."""
        way_ns = now_ns - self._hello_ns
        self.way_ns = way_ns if self.way_ns is None else min(way_ns, self.way_ns)
        self.heard_ns, self._nonce = now_ns, ""
        if challenge != self._challenge and self._pressed is not None and not self._pressed.taken:
            self._pressed.sent_ns, self._pressed.next_ns = {}, now_ns
        self._challenge = challenge

    def _was_taken(self, taken: Taken, now_ns: int) -> None:
        self.heard_ns = now_ns
        pressed = self._pressed
        if pressed is None or taken.number != pressed.number or taken.tried not in pressed.sent_ns:
            return
        if not pressed.taken:
            pressed.taken = True
            self.taken.append(pressed.number)
        way_ns = now_ns - pressed.sent_ns[taken.tried]
        self._confirm.append(
            start_signal.Heard(self._sender, self._challenge, taken.number, taken.tried, way_ns)
        )

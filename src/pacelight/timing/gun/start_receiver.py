"""The receiving end of a start signal over a network, without a socket."""

from dataclasses import dataclass, field

from pacelight.errors import FormatError
from pacelight.timing.formats import start_signal
from pacelight.timing.formats.start_signal import Hello, Known, Press, Taken
from pacelight.timing.gun.stamps import drifted
from pacelight.timing.reading import GunRead, Heard

__all__ = ["StartReceiver"]

_SENDERS = 8
"""Who is told apart; the one heard longest ago is forgotten, and says hello again."""

_OLDEST_NS = 600 * 1_000_000_000
"""A press that is older starts no race; a person says when that began."""

_TRIES = 1000


@dataclass(slots=True)
class _Sender:
    """Its last press; by try, when that was by our clock at the latest, and what drift leaves open."""

    number: int = 0
    presses: dict[int, tuple[int, int]] = field(default_factory=dict)


class StartReceiver:
    """Takes presses of those who know the secret, each once; none that was recorded before it began.

    Args:
        source: as the meet file names it.
        secret: of the meet.
        challenge: a number never used before, in hex.

    Attributes:
        refused: datagrams that were not taken.
        why: the last reason, in one line.
    """

    def __init__(self, source: str, secret: bytes, challenge: str) -> None:
        self._source, self._secret, self._challenge = source, secret, challenge
        self._senders: dict[str, _Sender] = {}
        self.refused = 0
        self.why = ""

    def feed(self, datagram: bytes, now_ns: int) -> tuple[tuple[Heard, ...], bytes]:
        """What a datagram says, and the answer to it; nothing to whoever does not know the secret.

        Args:
            datagram: as it came.
            now_ns: when, on our monotonic clock.
        """
        try:
            said = start_signal.read(datagram, self._secret)
        except FormatError as error:
            self.refused, self.why = self.refused + 1, str(error)
            return (), b""
        match said:
            case Hello():
                return (), self._answer(Known(said.sender, said.nonce, self._challenge))
            case Press(challenge=self._challenge):
                return self._press(said, now_ns), self._answer(
                    Taken(said.sender, said.challenge, said.number, said.tried)
                )
            case start_signal.Heard(challenge=self._challenge):
                return self._sure(said), b""
            case Press() | start_signal.Heard():
                self.refused, self.why = self.refused + 1, "a press that was recorded before, or for another"
        return (), b""

    def _press(self, press: Press, now_ns: int) -> tuple[Heard, ...]:
        """Whatever is heard of a press says not later than; the first time of each try."""
        sender = self._sender(press.sender)
        if press.number < sender.number or press.ago_ns > _OLDEST_NS or press.tried > _TRIES:
            return ()
        if press.number > sender.number:
            sender.number, sender.presses = press.number, {}
        if press.tried in sender.presses:
            return ()
        at_ns = now_ns - press.ago_ns + drifted(press.ago_ns)
        sender.presses[press.tried] = (at_ns, 2 * drifted(press.ago_ns))
        return (Heard(at_ns, self._source, GunRead(self._key(press))),)

    def _sure(self, heard: start_signal.Heard) -> tuple[Heard, ...]:
        """And how long it was under way at most says not earlier than."""
        sender = self._sender(heard.sender)
        if heard.number != sender.number or heard.tried not in sender.presses:
            return ()
        at_ns, wrong_ns = sender.presses[heard.tried]
        within_ns = heard.way_ns + drifted(heard.way_ns) + wrong_ns
        return (Heard(at_ns, self._source, GunRead(self._key(heard), within_ns=within_ns)),)

    def _key(self, said: Press | start_signal.Heard) -> str:
        return f"{said.sender}/{said.number}"

    def _sender(self, name: str) -> _Sender:
        sender = self._senders.pop(name, None) or _Sender()
        self._senders[name] = sender
        if len(self._senders) > _SENDERS:
            del self._senders[next(iter(self._senders))]
        return sender

    def _answer(self, said: Known | Taken) -> bytes:
        return start_signal.write(said, self._secret)

"""A start signal over the network: datagrams of those who know the secret of the meet."""

import secrets
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pacelight.errors import OutputError
from pacelight.timing.formats.start_signal import LONGEST
from pacelight.timing.gun.start_receiver import StartReceiver
from pacelight.timing.reading import Heard
from pacelight.timing.sources.allowed import Allowed
from pacelight.timing.sources.port import ListenerStatistics
from pacelight.timing.sources.standing import CONNECTED, REFUSED, SILENT, WAITING, Standing
from pacelight.timing.sources.tcp import Place
from pacelight.timing.sources.udp import bound

__all__ = ["StartUdp", "secret_in"]

_IN_ONE_GO = 64
_SHORTEST = 32
"""Characters of a secret: 128 bits where each is a hex digit, as that of a bus."""

_QUIET_NS = 4_000_000_000
"""A sender says hello every second."""


class StartUdp:
    """Takes start signals; see `Listener`.

    Args:
        name: as the meet file calls it.
        place: number of the interface and port.
        allow: machines or networks that may send; none for this machine alone.
        secret: of the meet.

    Raises:
        OutputError: every interface, nobody allowed to send from outside, or the port is taken.
    """

    def __init__(self, name: str, place: Place, allow: Sequence[str], secret: bytes) -> None:
        self._name = name
        self._allowed = Allowed(place[0], allow)
        self._socket = bound(place)
        self._receiver = StartReceiver(name, secret, secrets.token_hex(16))
        self._standing = Standing()
        self._heard_ns: int | None = None

    @property
    def name(self) -> str:
        """As the meet file calls it."""
        return self._name

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._socket.getsockname()[1])

    def fileno(self) -> int:
        """Readable whenever a datagram is there."""
        return self._socket.fileno()

    def wake_ns(self) -> int | None:
        """When the silence of the sender has lasted too long."""
        if self._heard_ns is None or self._standing.state != CONNECTED:
            return None
        return self._heard_ns + _QUIET_NS

    def read(self, now_ns: int) -> tuple[Heard, ...]:
        """What the datagrams that are here say; each is answered at once."""
        heard: list[Heard] = []
        for _ in range(_IN_ONE_GO):
            try:
                data, sender = self._socket.recvfrom(LONGEST + 1)
            except OSError:  # nothing more, or the answer to something nobody sent
                break
            heard += self._taken(data, sender, now_ns)
        quiet_from_ns = self.wake_ns()
        if quiet_from_ns is not None and now_ns >= quiet_from_ns:
            self._standing.turn(SILENT, now_ns, "the start signal has not been heard for 4 s")
        return tuple(heard)

    def statistics(self) -> ListenerStatistics:
        """A snapshot; reading it changes nothing."""
        return self._standing.statistics(self._receiver.refused, self._receiver.why)

    def close(self) -> None:
        """Let go of the port."""
        self._socket.close()

    def _taken(self, data: bytes, sender: tuple[str, int], now_ns: int) -> tuple[Heard, ...]:
        if str(sender[0]) not in self._allowed:
            self._standing.refuse(f"{sender[0]} may not send here: name it in allow")
            if self._standing.state == WAITING:
                self._standing.turn(REFUSED, now_ns)
            return ()
        refused = self._receiver.refused
        heard, answer = self._receiver.feed(data, now_ns)
        if self._receiver.refused == refused:
            self._heard_ns = now_ns
            self._standing.heard(now_ns, len(heard))
        if answer:
            with suppress(OSError):  # whoever asked will ask again
                self._socket.sendto(answer, sender)
        return heard


def secret_in(path: Path) -> bytes:
    """The secret of the meet in that file, blanks around it left out.

    Raises:
        OutputError: it cannot be read, others may read it, or it is too short.
    """
    try:
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise OutputError(f"others can read the secret in {path} (write: chmod 600 {path})")
        secret = path.read_bytes().strip()
    except OSError as error:
        raise OutputError(f"no secret can be read at {path}: {error.strerror}") from error
    if len(secret) < _SHORTEST:
        raise OutputError(
            f"the secret in {path} has {len(secret)} characters, not {_SHORTEST} (openssl rand -hex 32)"
        )
    return secret

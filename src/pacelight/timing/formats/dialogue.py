"""One side of a conversation with a timing system, without a socket.

::

    bytes ──► feed ──► Heard          what it says
    bytes ◄── sends ◄── acknowledge   what it is told, once what it said is safe

A dialogue outlives its connections: what must be remembered over a reconnect is remembered here.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.messages import Messages
from pacelight.timing.reading import Heard, Reading

__all__ = ["Dialogue", "plain"]

_SHOWN = 60


class Dialogue(ABC):
    """What a timing system says, message by message, and what it is answered.

    A system is one subclass that says how its messages end and what each means (`take`).
    What comes in never raises: what cannot be read is counted, with the last reason.

    Args:
        source: as the meet file names the device.

    Attributes:
        refused: messages that were not taken.
        why: the last reason, in one line; empty if there was none.
    """

    ends: ClassVar[bytes]
    """The bytes that end a message."""
    limit: ClassVar[int] = 4096
    """Bytes a message may have."""
    quiet_ns: ClassVar[int | None] = None
    """How long a living system may say nothing, whole nanoseconds; None: as long as it likes."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.refused = 0
        self.why = ""
        self._messages = Messages(self.ends, limit=self.limit)
        self._answers = bytearray()

    @abstractmethod
    def take(self, message: bytes, at_ns: int) -> Iterable[Reading]:
        """What one whole message says.

        Args:
            message: without what ends it.
            at_ns: when its first byte was here.

        Raises:
            FormatError: it cannot be read.
        """

    def opened(self, now_ns: int) -> None:  # noqa: ARG002 - not every system needs to know when
        """A connection is there: half a message from the one before is forgotten, answers to it too."""
        self._messages.clear()
        self._answers.clear()

    def feed(self, data: bytes, now_ns: int) -> tuple[Heard, ...]:
        """What these bytes say, in order; how they were cut changes nothing."""
        heard: list[Heard] = []
        long = self._messages.overlong
        for at_ns, message in self._messages.feed(data, now_ns):
            try:
                heard += [Heard(at_ns, self.source, reading) for reading in self.take(message, at_ns)]
            except FormatError as error:
                self.refuse(str(error))
        for _ in range(self._messages.overlong - long):
            self.refuse(f"a message longer than {self.limit} bytes")
        return tuple(heard)

    def due(self, now_ns: int) -> None:  # noqa: B027 - few systems want to be asked
        """Say what is to be said by now without being asked."""

    def wake_ns(self) -> int | None:
        """When `due` has something to do; None: never."""
        return None

    def sends(self) -> bytes:
        """What is to be written to the system now; each byte once."""
        answers = bytes(self._answers)
        self._answers.clear()
        return answers

    @property
    def answering(self) -> bool:
        """Something is to be written now."""
        return bool(self._answers)

    def acknowledge(self, keys: Collection[str]) -> None:  # noqa: B027 - few systems want to know
        """The readings with these keys are safe: the system may forget them."""

    @property
    def held_ns(self) -> int | None:
        """Since when the rest of a message is waited for; None between messages."""
        return self._messages.held_ns

    def refuse(self, why: str) -> None:
        """Count something that was not taken."""
        self.refused += 1
        self.why = _printable(why)

    def say(self, answer: bytes) -> None:
        """Answer as soon as the line takes it."""
        self._answers += answer


def plain(message: bytes) -> str:
    """The beginning of a message, fit to stand in a sentence."""
    return _printable(message.decode("ascii", "replace"))[:_SHOWN]


def _printable(text: str) -> str:
    """On one line, whatever is no letter or sign shown as lost."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)

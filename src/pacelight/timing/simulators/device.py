"""The other side of a dialogue: a timing system that is simulated, without a socket."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from pacelight.timing.formats.messages import Messages

__all__ = ["Device", "Speaker"]

Happening = TypeVar("Happening")


class Device(ABC, Generic[Happening]):
    """Says what happens when it happens, and answers what it is asked, as the real system does.

    Args:
        script: what happens, each with its instant, whole nanoseconds since the gun.

    Attributes:
        said: how many of those happened.
    """

    ends: ClassVar[bytes] = b"\r\n"
    """The bytes that end what it is asked."""

    def __init__(self, script: Iterable[tuple[int, Happening]]) -> None:
        self._script = sorted(script, key=lambda happening: happening[0])
        self._asked = Messages(self.ends, limit=4096)
        self._says = bytearray()
        self.said = 0

    @abstractmethod
    def happens(self, what: Happening) -> None:
        """Something happens now."""

    def answer(self, asked: bytes) -> None:
        """Answer a whole message of the other side."""

    def opened(self) -> None:
        """A connection is there; what was not read over the one before is lost."""
        self._asked.clear()
        self._says.clear()

    def feed(self, data: bytes) -> None:
        """What the other side says."""
        for _, asked in self._asked.feed(data, 0):
            self.answer(asked)

    def due(self, race_ns: int) -> None:
        """Let all happen that happens up to this instant since the gun."""
        while self.said < len(self._script) and self._script[self.said][0] <= race_ns:
            self.said += 1
            self.happens(self._script[self.said - 1][1])

    def wake_ns(self) -> int | None:
        """When something happens next; None after the last."""
        return self._script[self.said][0] if self.said < len(self._script) else None

    def say(self, data: bytes) -> None:
        """Say something as soon as the line takes it."""
        self._says += data

    def sends(self) -> bytes:
        """What is to be written now; each byte once."""
        says = bytes(self._says)
        self._says.clear()
        return says

    @property
    def total(self) -> int:
        """How much happens in all."""
        return len(self._script)

    @property
    def finished(self) -> bool:
        """Everything has happened, and the other side has what it must have."""
        return self.said == len(self._script)


class Speaker(Device[bytes]):
    """A system that only speaks. What it has to say while nobody listens waits for a listener."""

    def __init__(self, script: Iterable[tuple[int, bytes]]) -> None:
        super().__init__(script)
        self._open = False
        self._waiting = bytearray()

    def happens(self, what: bytes) -> None:
        """Say it, or keep it."""
        if self._open:
            self.say(what)
        else:
            self._waiting += what

    def opened(self) -> None:
        """Somebody listens."""
        super().opened()
        self._open = True
        self.say(bytes(self._waiting))
        self._waiting.clear()

    @property
    def finished(self) -> bool:
        """Everything was said to somebody."""
        return super().finished and not self._waiting

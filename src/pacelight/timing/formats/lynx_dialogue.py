"""FinishLynx at the other end of a line: bytes in any cuts, readings with the instant of their first byte."""

from collections.abc import Iterator

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.lynx_dialects import DIALECTS, LynxDialect
from pacelight.timing.formats.lynx_feed import LynxFeed
from pacelight.timing.formats.lynx_said import Precise, Said
from pacelight.timing.reading import Heard, Reading

__all__ = ["AUTO", "LynxDialogue"]

AUTO = "auto"
"""Whichever dialect is understood first."""


class LynxDialogue(Dialogue):
    """Listens to the scoreboard feed; FinishLynx is never answered.

    Several may share one feed: a clock and results that come from two scoreboards of one FinishLynx.

    Args:
        source: as the meet file names the device.
        dialect: ``pacelight``, ``framed``, ``flosports`` or ``auto``.
        feed: shared with others; its own if not given.

    Raises:
        FormatError: no such dialect.
    """

    ends = b"\x04"

    def __init__(self, source: str, dialect: str = "pacelight", feed: LynxFeed | None = None) -> None:
        if dialect != AUTO and dialect not in DIALECTS:
            raise FormatError(f"no dialect '{dialect}': write one of {', '.join([*DIALECTS, AUTO])}")
        super().__init__(source)
        self._wanted = dialect
        self._feed = feed or LynxFeed()
        self._readers = self._all()
        self._begun_ns: int | None = None
        self._clock_ns = 0

    def opened(self, now_ns: int) -> None:
        """A connection is there: half a message from the one before is forgotten."""
        super().opened(now_ns)
        self._readers = self._all()
        self._begun_ns = None

    def take(self, message: bytes, at_ns: int) -> tuple[Reading, ...]:
        """What one whole message says."""
        return tuple(heard.reading for heard in self.feed(message + self.ends, at_ns))

    def feed(self, data: bytes, now_ns: int) -> tuple[Heard, ...]:
        """What these bytes say, in order; how they were cut changes nothing."""
        heard: list[Heard] = []
        for name, reader in self._readers.items():
            refused = reader.refused
            for said in reader.feed(data):
                heard += self._meant(said, now_ns)
                self._readers = {name: reader}
            if len(self._readers) == 1:
                self._count(reader.refused - refused, reader.why)
                break
        if not any(reader.holds for reader in self._readers.values()):
            self._begun_ns = None
        elif self._begun_ns is None:
            self._begun_ns = now_ns
        return tuple(heard)

    @property
    def held_ns(self) -> int | None:
        """Since when the rest of a message is waited for; None between messages."""
        return self._begun_ns

    def _all(self) -> dict[str, LynxDialect]:
        return {name: make() for name, make in DIALECTS.items() if self._wanted in {name, AUTO}}

    def _meant(self, said: Said, now_ns: int) -> Iterator[Heard]:
        """The readings of one saying; the precise time was read with the clock before it."""
        at_ns = now_ns if self._begun_ns is None else self._begun_ns
        self._begun_ns = None
        self._clock_ns = self._clock_ns if isinstance(said, Precise) else at_ns
        refused = self._feed.refused
        for reading in self._feed.take(said):
            yield Heard(self._clock_ns, self.source, reading)
        self._count(self._feed.refused - refused, self._feed.why)

    def _count(self, refused: int, why: str) -> None:
        for _ in range(refused):
            self.refuse(why)

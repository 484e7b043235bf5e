"""What the lamps did, seen about once a second and written down: for pages now, for a referee afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.meet.journal.entries import Entry, Shown
from pacelight.meet.journal.stretches import Witness

if TYPE_CHECKING:
    from pacelight.lights.loop.process import LoopStatistics
    from pacelight.meet.clock import RaceClock

__all__ = ["Seen"]


@dataclass(slots=True)
class Seen:
    """A witness of the race that is on, while one is."""

    _witness: Witness | None = None
    _clock: "RaceClock | None" = None

    def follow(self, clock: "RaceClock | None", done: "LoopStatistics", now_ns: int) -> Iterator[Entry]:
        """Witness the race of this clock, from now on; None for none.

        Args:
            clock: of the race.
            done: by the lamps so far.
            now_ns: this instant.

        Returns:
            what was seen of another clock, to be written down first.
        """
        if clock == self._clock:
            return
        yield from self.tell(done, now_ns)
        self._clock = clock
        self._witness = None if clock is None else Witness(clock, done, now_ns)

    def see(self, done: "LoopStatistics", now_ns: int) -> Iterator[Entry]:
        """Look; what was seen comes out once it is enough for a line."""
        if self._witness is not None:
            self._witness.see(done, now_ns)
            if self._witness.has_enough:
                yield from self._told()

    def tell(self, done: "LoopStatistics", now_ns: int) -> Iterator[Entry]:
        """All that was seen and not written down yet."""
        if self._witness is not None:
            self._witness.see(done, now_ns)
            yield from self._told()

    def _told(self) -> Iterator[Entry]:
        assert self._witness is not None  # noqa: S101 - asked before
        stretches, absent = self._witness.tell()
        if stretches or absent:
            yield Shown(stretches, absent)

"""E1.31, streaming ACN: frames as data packets, one a universe.

Source: ANSI E1.31-2018; `pacelight.lights.wire.e131_layers` has the bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pacelight.errors import OutputError
from pacelight.lights.wire.e131_layers import SYNC_SEQUENCE, Source, data, discovery, synchronization
from pacelight.lights.wire.rows import Rows, parts

__all__ = ["DISCOVERY", "E131", "PORT", "SLOTS", "UNIVERSES", "Packets", "Source", "group", "universes"]

PORT = 5568
"""Source: 9.1.2, and appendix A, ACN_SDT_MULTICAST_PORT."""

SLOTS = 510
"""Channels of a universe that are used: 170 lamps, so that none is torn between two universes."""

UNIVERSES = range(1, 64_000)
"""Source: 6.2.7."""

DISCOVERY = 64_214
"""The universe to whose group discovery packets go. Source: appendix A, E131_DISCOVERY_UNIVERSE."""

_SEQUENCE, _OPTIONS = 111, 112
_SEQUENCES = 256
_TERMINATED = 0x40
"""Source: 6.2.6, Stream_Terminated, bit 6."""


def universes(channels: int, first: int = 1) -> Iterator[tuple[int, slice]]:
    """Which channels go in which universe, in order; the last may be partial.

    Raises:
        OutputError: there are not so many universes.
    """
    count = -(-channels // SLOTS)
    if first not in UNIVERSES or first + count - 1 not in UNIVERSES:
        raise OutputError(
            f"{channels} channels from universe {first} on need {count} universes "
            f"(there are {UNIVERSES.start} to {UNIVERSES.stop - 1})"
        )
    yield from enumerate(parts(channels, SLOTS), first)


def group(universe: int) -> str:
    """The multicast group of a universe, of IPv4. Source: 9.3.1.

    >>> group(256)
    '239.255.1.0'
    """
    return f"239.255.{universe >> 8}.{universe & 0xFF}"


class Packets(Rows):
    """The packets of a frame: of each universe one, and one that synchronizes them if asked for.

    Args:
        channels: of a frame.
        source: who sends.
        first: number of the first universe.
        sync: the universe of synchronization packets; 0 for none.

    Raises:
        OutputError: there are not so many universes.
    """

    def __init__(self, channels: int, source: Source, first: int = 1, sync: int = 0) -> None:
        headers = [
            data(source, universe, part.stop - part.start, sync)
            for universe, part in universes(channels, first)
        ]
        after = synchronization(source.cid, sync) if sync else b""
        super().__init__(headers, channels, SLOTS, after=after)

    def terminate(self, sequence: int) -> None:
        """Say, with the data of the last frame, that no more will come.

        Receivers do not look at the data. Source: 6.2.6; three such packets are to be sent.
        """
        self._number(sequence)
        self._data[:, _OPTIONS] |= _TERMINATED

    def _number(self, sequence: int) -> None:
        """The same in every universe, and in the packet that synchronizes them. Source: 6.7.2."""
        self._data[:, _SEQUENCE] = self._after[:, SYNC_SEQUENCE] = sequence % _SEQUENCES


@dataclass(frozen=True, slots=True)
class E131:
    """How frames are sent by E1.31.

    Attributes:
        source: who sends.
        first: number of the first universe.
        sync: the universe of synchronization packets; 0 for none.
        others: universes that the same source sends elsewhere: it tells of all of them at once.

    Raises:
        OutputError: there is no such universe.
    """

    source: Source
    first: int = 1
    sync: int = 0
    others: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.check(1)
        if self.sync and self.sync not in UNIVERSES:
            raise OutputError(
                f"frames are synchronized by a universe of {UNIVERSES.start} to {UNIVERSES.stop - 1}, "
                f"not {self.sync} (write sync=0 for none)"
            )

    def check(self, channels: int) -> None:
        """Refuse more lamps than there are universes for.

        Raises:
            OutputError: so many channels do not fit.
        """
        for _ in universes(channels, self.first):
            break

    def universes(self, channels: int) -> range:
        """The universes of frames of so many channels."""
        return range(self.first, self.first - -channels // SLOTS)

    def discovery(self, channels: int) -> list[bytes]:
        """The packets that say which universes the source sends, frames of so many channels among them."""
        return discovery(self.source, sorted({*self.universes(channels), *self.others}))

    def packets(self, channels: int) -> Packets:
        """Packets for frames of so many channels."""
        return Packets(channels, self.source, self.first, self.sync)

    def groups(self, channels: int) -> list[str]:
        """The multicast group of each packet, in order."""
        numbers = [universe for universe, _ in universes(channels, self.first)]
        return [group(universe) for universe in numbers + [self.sync] * bool(self.sync)]

"""How late frames were: counts in buckets, so that a day of them takes no more room than a minute.

A bucket is at most a thirty-second of its lateness wide: percentiles are right to 3 %, never too small.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

__all__ = ["BUCKETS", "EDGES_NS", "NONE", "Spread", "bucket", "longest", "percentile"]

_BITS = 5
"""Of a lateness that are kept below its first one."""

_LIMIT_NS = (1 << 40) - 1
"""Eighteen minutes: whatever is later is counted as this."""

EDGES_NS = tuple(
    step * decade for decade in (10_000, 100_000, 1_000_000, 10_000_000, 100_000_000) for step in (1, 2, 5)
)
"""Where people want to see steps, whole nanoseconds: 0.01 ms, 0.02, 0.05, 0.1 and on to 500."""


def bucket(late_ns: int) -> int:
    """The number of the bucket in which a lateness is counted; never earlier than on time."""
    late_ns = min(max(late_ns, 0), _LIMIT_NS)
    cut = max(late_ns.bit_length() - _BITS - 1, 0)
    return (cut << _BITS) + (late_ns >> cut)


def longest(number: int) -> int:
    """The longest lateness that a bucket holds, whole nanoseconds."""
    cut = max((number >> _BITS) - 1, 0)
    return ((number - (cut << _BITS) + 1) << cut) - 1


BUCKETS = bucket(_LIMIT_NS) + 1


def percentile(counts: Sequence[int], hundredths: int) -> int:
    """The lateness that so many hundredths of the frames did not exceed, whole nanoseconds; 0 of none.

    Args:
        counts: by bucket.
        hundredths: 1 to 100.
    """
    return Spread.of(counts).percentile(hundredths)


@dataclass(frozen=True, slots=True)
class Spread:
    """How late so many frames were.

    Attributes:
        counts: number of a bucket and of the frames in it, in order; buckets without frames left out.
    """

    counts: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, counts: Iterable[int]) -> Self:
        """Of the counts of all buckets, in order."""
        return cls(tuple((number, count) for number, count in enumerate(counts) if count))

    @property
    def frames(self) -> int:
        """How many there were."""
        return sum(count for _, count in self.counts)

    @property
    def longest_ns(self) -> int:
        """The greatest lateness; 0 of no frames."""
        return longest(self.counts[-1][0]) if self.counts else 0

    def since(self, before: "Spread") -> "Spread":
        """Of the frames that were not counted before.

        Args:
            before: the same, earlier.
        """
        counted = dict(before.counts)
        left = ((number, count - counted.get(number, 0)) for number, count in self.counts)
        return Spread(tuple((number, count) for number, count in left if count > 0))

    def percentile(self, share: int, of: int = 100) -> int:
        """The lateness that so many of the frames did not exceed, whole nanoseconds; 0 of none.

        Args:
            share: 1 to `of`.
            of: into how many shares the frames are cut.
        """
        rank = -(-self.frames * share // of)
        totals = accumulate(count for _, count in self.counts)
        at = (number for (number, _), total in zip(self.counts, totals, strict=True) if total >= rank)
        return longest(next(at)) if rank else 0

    def up_to(self, edges_ns: Sequence[int] = EDGES_NS) -> list[int]:
        """How many frames were so late and no later, for a picture; those beyond the last edge at last.

        Args:
            edges_ns: in order. A bucket counts with the edge that none of it exceeds.

        >>> Spread(((10, 3), (40, 2))).up_to([16, 64])
        [3, 2, 0]
        """
        shown = [0] * (len(edges_ns) + 1)
        for number, count in self.counts:
            shown[sum(edge < longest(number) for edge in edges_ns)] += count
        return shown


NONE = Spread()
"""Of no frames."""

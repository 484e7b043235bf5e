"""How late frames were: counts in buckets, so that a day of them takes no more room than a minute.

A bucket is at most a thirty-second of its lateness wide: percentiles are right to 3 %, never too small.
"""

from collections.abc import Sequence

__all__ = ["BUCKETS", "bucket", "longest", "percentile"]

_BITS = 5
"""Of a lateness that are kept below its first one."""

_LIMIT_NS = (1 << 40) - 1
"""Eighteen minutes: whatever is later is counted as this."""


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
    rank = -(-sum(counts) * hundredths // 100)
    if rank == 0:
        return 0
    seen = 0
    for number, count in enumerate(counts):
        seen += count
        if seen >= rank:
            return longest(number)
    raise AssertionError("the last frame is in some bucket")

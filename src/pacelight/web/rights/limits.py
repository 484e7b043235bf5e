"""How often somebody may: a bucket for each, that fills at a steady rate.

Pure: the time is an argument, in seconds on any clock that does not go back.

>>> limit = Limit(burst=2, each_s=1.0)
>>> [limit.take("desk", at) for at in (0.0, 0.1, 0.2, 1.1)]
[True, True, False, True]
"""

from collections import OrderedDict
from dataclasses import dataclass, field

__all__ = ["Limit"]

_MOST = 4096
"""Buckets that are remembered; the one that was used longest ago is full again, or near it."""


@dataclass(slots=True)
class Limit:
    """What anybody may.

    Attributes:
        burst: so many at once.
        each_s: then one in so many seconds.
    """

    burst: int
    each_s: float
    _full_s: "OrderedDict[str, float]" = field(default_factory=OrderedDict)

    def take(self, who: str, now_s: float) -> bool:
        """Whether one more may happen now; if so it counts."""
        full_s = max(self._full_s.get(who, now_s), now_s) + self.each_s
        if full_s - now_s > self.burst * self.each_s + 1e-9:
            return False
        self._full_s[who] = full_s
        self._full_s.move_to_end(who)
        if len(self._full_s) > _MOST:
            self._full_s.popitem(last=False)
        return True

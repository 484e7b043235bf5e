"""Trying again, sooner at first: whoever must be called until it answers."""

__all__ = ["Calling"]

_FIRST_NS = 250_000_000
_LONGEST_NS = 4_000_000_000


class Calling:
    """When to try next; each failure doubles the wait, up to four seconds.

    Attributes:
        next_ns: not before.
    """

    def __init__(self) -> None:
        self.next_ns = 0
        self._wait_ns = _FIRST_NS

    def failed(self, now_ns: int) -> None:
        """It did not answer, or the line broke."""
        self.next_ns = now_ns + self._wait_ns
        self._wait_ns = min(2 * self._wait_ns, _LONGEST_NS)

    def answered(self) -> None:
        """It spoke: the next failure is a first one again."""
        self._wait_ns = _FIRST_NS

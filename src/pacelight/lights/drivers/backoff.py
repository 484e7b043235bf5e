"""When to try again what has failed: at once, then less and less often, counted in frames."""

__all__ = ["Backoff"]

_DOUBLINGS = 5


class Backoff:
    """Frames to be left out after a failure: none, then 1, 3, 7, 15 and 31 at most.

    At 50 frames a second, lamps that are back are lit again within two thirds of a second.
    """

    def __init__(self) -> None:
        self._failures = self._waits = 0

    @property
    def waits(self) -> int:
        """Frames still to be left out."""
        return self._waits

    def ready(self) -> bool:
        """Whether to try at this frame; asked once for each."""
        if self._waits:
            self._waits -= 1
            return False
        return True

    def failed(self) -> None:
        """It has failed: wait longer than the time before."""
        self._waits = 2**self._failures - 1
        self._failures = min(self._failures + 1, _DOUBLINGS)

    def succeeded(self) -> None:
        """It is well."""
        self._failures = 0

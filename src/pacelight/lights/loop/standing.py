"""How a loop stands among others, in memory that two processes see: one writes, the other may read.

Every figure is one aligned word, written whole.
"""

from pacelight.lights.standby.standing import Role, Standing

__all__ = ["STANDING_BYTES", "StandingWords"]

_WORD = 8
_COUNT = 6
_UNKNOWN = -(1 << 63)
_ROLES = tuple(Role)

STANDING_BYTES = _WORD * _COUNT
"""Of memory that it needs."""


class StandingWords:
    """How a loop stands, in given memory.

    Args:
        memory: writable, at least `STANDING_BYTES` long; zeros at first.
    """

    def __init__(self, memory: memoryview) -> None:
        self._words = memory[:STANDING_BYTES].cast("q")

    def note(self, standing: Standing) -> None:
        """Write it down."""
        figures = (
            standing.heard_ns,
            standing.offset_ns,
            standing.offset_error_ns,
            standing.drift_ppb,
        )
        self._words[0], self._words[1] = _ROLES.index(standing.role), standing.term
        for number, figure in enumerate(figures, 2):
            self._words[number] = _UNKNOWN if figure is None else figure

    def noted(self) -> Standing:
        """What was written last; of a loop that has written nothing yet, that it is alone."""
        role, term, *figures = self._words.tolist()
        if role == _ROLES.index(Role.ALONE):
            return Standing(Role.ALONE)
        known = [None if figure == _UNKNOWN else figure for figure in figures]
        return Standing(_ROLES[role], term, *known)

    def release(self) -> None:
        """Let go of the memory."""
        self._words.release()

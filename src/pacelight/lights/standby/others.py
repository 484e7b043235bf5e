"""The other loops that could light the same lamps, as the loop meets them at each beat."""

from collections.abc import Sequence
from typing import Protocol

from pacelight.lights.standby.standing import ALONE, Standing
from pacelight.lights.standby.turn import Turn

__all__ = ["Alone", "Others"]


class Others(Protocol):
    """The other loops. Nothing that the network does is raised here, and nothing blocks."""

    @property
    def listening(self) -> bool:
        """Whether orders are to wait until it is known whom this loop meets."""
        ...

    def turn(self, number: int, orders: Sequence[str]) -> Turn:
        """What to do at a beat, by all that was told until now.

        Args:
            number: of the beat, by the loop's own clock.
            orders: what its own engine has ordered since the last.
        """
        ...

    def holds(self) -> bool:
        """Whether nobody can have taken over since that turn: only then may a frame be sent."""
        ...

    def tell(self) -> None:
        """Tell the others how this loop stands."""
        ...

    def heir(self) -> bool:
        """Whether another would take over at once."""
        ...

    def lead(self) -> None:
        """At the next turn take the lamps over from whoever leads."""
        ...

    def leave(self) -> None:
        """Tell the others that this loop goes, and meet them no more."""
        ...

    def end(self) -> None:
        """From now on tell them that it ends as planned."""
        ...

    def standing(self) -> Standing:
        """How this loop stands."""
        ...


class Alone:
    """There are none: a loop does what its own engine orders."""

    listening = False

    def __init__(self) -> None:
        self._order = ""

    def turn(self, number: int, orders: Sequence[str]) -> Turn:
        """What was ordered last."""
        for order in orders:
            self._order = order
        return Turn(self._order, lit=True, number=number)

    def holds(self) -> bool:
        """Nobody could take over."""
        return True

    def tell(self) -> None:
        """There is nobody to tell."""

    def heir(self) -> bool:
        """Nobody would take over."""
        return False

    def lead(self) -> None:
        """It does already."""

    def leave(self) -> None:
        """There is nobody to tell."""

    def end(self) -> None:
        """There is nobody to tell."""

    def standing(self) -> Standing:
        """Alone."""
        return ALONE

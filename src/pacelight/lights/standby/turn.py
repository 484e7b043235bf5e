"""What a loop is to do at a beat."""

from dataclasses import dataclass

__all__ = ["Turn"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What to do at a beat.

    Attributes:
        order: the line to be shown, on the loop's own clock; empty if nobody has ordered anything yet.
        lit: whether this loop tells lamps so.
        number: of the frame, in the sequence that receivers know.
        ended: whether whoever led has ended as planned.
    """

    order: str
    lit: bool
    number: int
    ended: bool = False

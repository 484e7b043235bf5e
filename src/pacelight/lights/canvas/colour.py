"""A colour: as people write it, and as light."""

import re

__all__ = ["duty", "is_colour"]

_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")

_STRAIGHT = 0.04045
"""Up to this step the transfer function is a straight line. Source: IEC 61966-2-1."""


def is_colour(text: str) -> bool:
    """Whether this is a colour as screens have it, ``#19e36b``."""
    return _COLOUR.fullmatch(text) is not None


def duty(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as shares of time for which a lamp is on, 0 to 1.

    A lamp is dimmed by time, which is linear in light; a colour is written in the steps of a screen,
    which are not.

    Source: IEC 61966-2-1 (sRGB), the transfer function.

    >>> duty("#ff0000")
    (1.0, 0.0, 0.0)
    """
    red, green, blue = (int(part, 16) / 255 for part in (colour[1:3], colour[3:5], colour[5:7]))
    return _linear(red), _linear(green), _linear(blue)


def _linear(step: float) -> float:
    return step / 12.92 if step <= _STRAIGHT else ((step + 0.055) / 1.055) ** 2.4

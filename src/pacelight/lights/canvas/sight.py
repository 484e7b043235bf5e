"""Sight: how colours look to those who see fewer of them, and which two of them look the same.

A light fades along its tail, is dimmed by the sun and by the supply: only hue and saturation are left to
tell it by. So colours are compared at equal luminance.
"""

import math
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from pacelight.lights.canvas.colour import duty

__all__ = ["APART", "Eye", "apart", "confused_by", "difference"]

Floats = npt.NDArray[np.float64]
Lab = tuple[float, float, float]

APART = 12.0
"""Colours that differ by less are taken for one another where somebody looks at a light that passes.

It is our choice, between what is confused (green and amber, of which a protanope sees 6) and what is not
(white and amber 24, green and blue 17, both as a tritanope sees them).
A difference of 1 is just seen by somebody with both colours side by side and time.
"""

_MIDDLE = 0.5
"""The luminance at which colours are compared, of white's."""


class Eye(StrEnum):
    """Who looks."""

    NORMAL = "everybody"
    PROTAN = "protanopia"
    DEUTAN = "deuteranopia"
    TRITAN = "tritanopia"


_SEEN: Mapping[Eye, Floats] = MappingProxyType(
    {
        Eye.NORMAL: np.eye(3),
        Eye.PROTAN: np.array(
            [
                [0.152286, 1.052583, -0.204868],
                [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        ),
        Eye.DEUTAN: np.array(
            [
                [0.367322, 0.860646, -0.227968],
                [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        ),
        Eye.TRITAN: np.array(
            [
                [1.255528, -0.076749, -0.178779],
                [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        ),
    }
)
"""From linear red, green and blue to what each sees of them, at full severity.

Source: Machado, Oliveira, Fernandes 2009, A physiologically-based model for simulation of color vision
deficiency, IEEE TVCG 15(6), 1291-1298, the table of matrices.
"""

_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
"""From linear red, green and blue. Source: IEC 61966-2-1 (sRGB), white D65."""

_WHITE = _XYZ @ np.ones(3)


def confused_by(one: str, other: str) -> tuple[Eye, ...]:
    """Who takes these two colours for one another; nobody where the answer is empty.

    >>> confused_by("#19e36b", "#ffb000")
    (<Eye.PROTAN: 'protanopia'>, <Eye.DEUTAN: 'deuteranopia'>)
    >>> confused_by("#2f7bff", "#ffb000")
    ()
    """
    return tuple(eye for eye in Eye if apart(one, other, eye) < APART)


def apart(one: str, other: str, eye: Eye) -> float:
    """How much two colours differ in hue and saturation to an eye, by CIEDE2000; black is like any other."""
    seen, beside = _lab(one, eye), _lab(other, eye)
    return 0.0 if seen is None or beside is None else difference(seen, beside)


def _lab(colour: str, eye: Eye) -> Lab | None:
    """CIELAB at the middle luminance; None for black, which has no hue. Source: CIE 15, section 8.2."""
    xyz = _XYZ @ np.clip(_SEEN[eye] @ np.array(duty(colour)), 0.0, 1.0)
    if xyz[1] <= 0:
        return None
    x, y, z = (_root(float(share)) for share in xyz / xyz[1] * _MIDDLE / _WHITE)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    edge = 6 / 29
    return math.cbrt(share) if share > edge**3 else share / (3 * edge**2) + 4 / 29


def difference(one: Lab, other: Lab) -> float:
    """The colour difference CIEDE2000 of two colours in CIELAB.

    Source: ISO/CIE 11664-6; Sharma, Wu, Dalal 2005, Color Research and Application 30(1), 21-30,
    equations 2 to 22, whose test data hold.
    """
    grey = _excess((math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2)
    (chroma, hue), (beside, turned) = (_polar(1.5 - 0.5 * grey, colour) for colour in (one, other))
    coloured = chroma * beside > 0
    turn = ((turned - hue + 180) % 360 - 180) if coloured else 0.0
    mean_hue = (hue + turn / 2) % 360 if coloured else hue + turned
    lightness, mean = (one[0] + other[0]) / 2, (chroma + beside) / 2
    shade = (other[0] - one[0]) / (1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2))
    vivid = (beside - chroma) / (1 + 0.045 * mean)
    hued = 2 * math.sqrt(chroma * beside) * math.sin(math.radians(turn / 2))
    hued /= 1 + 0.015 * mean * _weight(mean_hue)
    blue = math.radians(60 * math.exp(-(((mean_hue - 275) / 25) ** 2)))
    return math.sqrt(shade**2 + vivid**2 + hued**2 - math.sin(blue) * 2 * _excess(mean) * vivid * hued)


def _excess(chroma: float) -> float:
    return math.sqrt(chroma**7 / (chroma**7 + 25.0**7))


def _polar(stretched: float, colour: Lab) -> tuple[float, float]:
    """Chroma and hue in degrees, after greys were put where they belong."""
    red = stretched * colour[1]
    return math.hypot(red, colour[2]), math.degrees(math.atan2(colour[2], red)) % 360


def _weight(hue: float) -> float:
    cosines = (
        (-0.17, hue - 30),
        (0.24, 2 * hue),
        (0.32, 3 * hue + 6),
        (-0.20, 4 * hue - 63),
    )
    return 1 + sum(share * math.cos(math.radians(angle)) for share, angle in cosines)

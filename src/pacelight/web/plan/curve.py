"""One or two plans as inline SVG: the speed along the race, and how far it is ahead of even pace."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import numpy.typing as npt

from pacelight.plan.model import Plan

__all__ = ["NARROW", "WIDE", "Size", "curves"]

Floats = npt.NDArray[np.float64]

_POINTS = 400
_TOP, _BETWEEN, _BOTTOM = 26, 44, 34
_LEAST_SPEED, _LEAST_LEAD = 0.15, 0.5
"""Half of what an axis shows at least: an even plan is a line, not noise that fills the picture."""

_MOST_MARKS = 5
_STEPS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_METRES = (50, 100, 200, 400, 500, 1000, 2000, 5000, 10_000, 20_000)


@dataclass(frozen=True, slots=True)
class Size:
    """Of a picture, in its own units; text is about as high as 12 of them.

    Attributes:
        left: room for what stands beside the axis.
        metres: how many distances are named at most.
    """

    width: int
    height: int
    left: int = 52
    right: int = 14
    metres: int = 9

    @property
    def half(self) -> int:
        """How high each of the two plots is."""
        return (self.height - _TOP - _BETWEEN - _BOTTOM) // 2


WIDE = Size(720, 420)
NARROW = Size(380, 420, metres=5)


def curves(plans: Sequence[Plan], *, ident: str, says: Sequence[str], size: Size, sign: str = ".") -> str:
    """An ``svg`` element: above the speed, below the lead over even pace of the first plan.

    Args:
        plans: one, or two.
        ident: by which its title is found; no other element of the page has it.
        says: its title, what the upper and the lower axis are, and the lower edge.
        size: of the picture.
        sign: before the decimals of a number.
    """
    title, speed, lead, metres = says
    below = _TOP + size.half + _BETWEEN
    whole_m, whole_s = plans[0].distance.metres, plans[0].finish.ns / 1e9
    at = np.linspace(0.0, whole_m, _POINTS)
    seconds = [plan.time_at(at) for plan in plans]
    speeds = [
        plan.speed_at(np.minimum(when, plan.finish.ns / 1e9))
        for plan, when in zip(plans, seconds, strict=True)
    ]
    leads = [at * whole_s / whole_m - when for when in seconds]
    upper = _Plot(at, speeds, whole_m / whole_s, least=_LEAST_SPEED, top=_TOP, size=size)
    lower = _Plot(at, leads, 0.0, least=_LEAST_LEAD, top=below, size=size)
    parts = [
        f'<svg class="chart" viewBox="0 0 {size.width} {size.height}" role="img" aria-labelledby="{ident}">',
        f'<title id="{ident}">{escape(title)}</title>',
        f'<text x="0" y="{_TOP - 10}">{escape(speed)}</text>',
        *upper.drawn(sign),
        f'<text x="0" y="{below - 10}">{escape(lead)}</text>',
        *lower.drawn(sign),
        *lower.metres(escape(metres)),
        "</svg>",
    ]
    return "\n".join(parts)


def _text(value: float, sign: str) -> str:
    return f"{value:g}".replace(".", sign)


class _Plot:
    """Some lines over the metres of a race, about what is even."""

    def __init__(
        self, at: Floats, lines: Sequence[Floats], even: float, *, least: float, top: int, size: Size
    ) -> None:
        self._at, self._lines, self._even, self._size = at, lines, even, size
        self._top, self._high = top, size.half
        reach = max(float(np.abs(line - even).max()) for line in lines)
        self._reach = max(1.15 * reach, least)

    def drawn(self, sign: str) -> Iterator[str]:
        """Grid, what is even, and the lines; the first last, so that nothing covers it."""
        size = self._size
        for value in self._marks():
            y = self._y(value)
            yield f'<path class="grid" d="M{size.left} {y:.1f}H{size.width - size.right}"/>'
            yield f'<text x="{size.left - 6}" y="{y + 4:.1f}" text-anchor="end">{_text(value, sign)}</text>'
        y = self._y(self._even)
        yield f'<path class="even" d="M{size.left} {y:.1f}H{size.width - size.right}"/>'
        for number, line in reversed(list(enumerate(self._lines))):
            points = " ".join(
                f"{self._x(m):.1f},{self._y(v):.1f}" for m, v in zip(self._at, line, strict=True)
            )
            yield f'<polyline class="line {"ab"[number]}" points="{points}"/>'

    def metres(self, unit: str) -> Iterator[str]:
        """The distances below."""
        floor, whole = self._top + self._high, float(self._at[-1])
        step = next((one for one in _METRES if whole / one <= self._size.metres), _METRES[-1])
        for metre in range(0, int(whole) + 1, step):
            x = self._x(metre)
            yield f'<path class="grid" d="M{x:.1f} {floor}v5"/>'
            yield f'<text x="{x:.1f}" y="{floor + 18}" text-anchor="middle">{metre}</text>'
        edge = self._size.width - self._size.right
        yield f'<text x="{edge}" y="{floor + 31}" text-anchor="end">{unit}</text>'

    def _marks(self) -> list[float]:
        step = next((one for one in _STEPS if 2 * self._reach / one <= _MOST_MARKS), _STEPS[-1])
        first = int(np.ceil((self._even - self._reach) / step))
        last = int(np.floor((self._even + self._reach) / step))
        return [round(number * step, 3) for number in range(first, last + 1)]

    def _x(self, metre: float) -> float:
        inner = self._size.width - self._size.left - self._size.right
        return self._size.left + inner * float(metre) / float(self._at[-1])

    def _y(self, value: float) -> float:
        return self._top + self._high * (self._even + self._reach - float(value)) / (2 * self._reach)

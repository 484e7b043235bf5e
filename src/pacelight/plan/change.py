r"""Another plan for a light that runs: from where it is, without a jump, gently enough to be followed.

A `Turn` is an instant of the light's own time from which it does something else: run evenly to be at the
finish at another time, or go back to the plan that it had. It follows from the plan before and from two
numbers, in closed form, so that whoever has these has the same light::

    speed                                   speed
      │       .-──────── new, even            │      .-.
      │      /                                │     /   \
      │─────'                                 │────'     '────  as it was planned
      └─────┬──┬────────────► time            └────┬─────┬────► time
            at  at + easing                       at     back
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

import numpy as np

from pacelight.errors import PlanError
from pacelight.mark import Elapsed
from pacelight.plan.kernel import Pieces

__all__ = ["EASING_S", "FASTEST", "GENTLE", "SLOWEST", "Turn", "turned"]

EASING_S = 4.0
"""Seconds in which a light changes its speed, unless that is too steep."""

GENTLE = 0.25
"""Metres a second squared: by more no light is accelerated, or those who follow it could not."""

SLOWEST, FASTEST = 2.0, 11.0
"""Metres a second that a light may run; outside these a plan is a misprint."""

_STEP_S = 1.0
"""By so much the way back to a plan is tried longer and longer, until it is gentle enough."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From an instant on, a light does something else.

    Attributes:
        at: of the light's own time.
        finish: when it is to be at the finish; None for the plan that it had in the beginning.
    """

    at: Elapsed
    finish: Elapsed | None


def turned(planned: Pieces, turns: Iterable[Turn]) -> Pieces:
    """A plan after all its turns.

    Args:
        planned: as it was in the beginning.
        turns: in order of time.

    Raises:
        PlanError: one is not after the one before, or it cannot be run; it says why.
    """
    pieces, last_ns = planned, 0
    for turn in turns:
        at_s = turn.at.ns / 1e9
        if turn.at.ns <= last_ns or at_s >= pieces.finish_s:
            raise PlanError(f"at {at_s:.2f} s the light is not on its way any more, or not yet again")
        finish_s = planned.finish_s if turn.finish is None else turn.finish.ns / 1e9
        if turn.finish is None and (back := _back(pieces, planned, at_s)) is not None:
            pieces = back
        else:
            pieces = _even(pieces, at_s, finish_s)
        last_ns = turn.at.ns
    return pieces


def _even(pieces: Pieces, at_s: float, finish_s: float) -> Pieces:
    """From an instant on an even speed, reached gently, that is at the finish in time."""
    metre, speed = float(pieces.distance_at(at_s)), float(pieces.speed_at(at_s))
    left_m, left_s = pieces.finish_m - metre, finish_s - at_s
    easing_s = _easing(left_m - speed * left_s, left_s)
    if easing_s is None:
        raise PlanError(
            f"from {metre:.0f} m on, {left_m:.0f} m in {left_s:.2f} s cannot be run:"
            f" a light changes its speed by {GENTLE:g} m/s in a second and takes {EASING_S:g} s for it"
        )
    then = (left_m - speed * easing_s / 2) / (left_s - easing_s / 2)
    if not SLOWEST <= then <= FASTEST:
        raise PlanError(
            f"to be at the finish in {finish_s:.2f} s it would have to run {then:.2f} m/s"
            f" from {metre:.0f} m on (a light runs {SLOWEST:g} to {FASTEST:g})"
        )
    eased = metre + (speed + then) / 2 * easing_s
    rows = [(at_s, metre, speed, (then - speed) / easing_s), (at_s + easing_s, eased, then, 0.0)]
    return _followed(pieces, rows, finish_s)


def _easing(gained_m: float, left_s: float) -> float | None:
    """Seconds for the change of speed by which so many metres are gained; None where there is no time."""
    if left_s <= EASING_S:
        return None
    if abs(gained_m) / (left_s - EASING_S / 2) / EASING_S <= GENTLE:
        return EASING_S
    under = left_s**2 - 2 * abs(gained_m) / GENTLE
    return left_s - sqrt(under) if under > 0 else None


def _back(pieces: Pieces, planned: Pieces, at_s: float) -> Pieces | None:
    """Onto a plan, at its speed, as soon as that is gentle; None where it is not before the finish."""
    metre, speed = float(pieces.distance_at(at_s)), float(pieces.speed_at(at_s))
    half_s = EASING_S / 2
    while at_s + 2 * half_s < planned.finish_s:
        back_s = at_s + 2 * half_s
        there, at_speed = float(planned.distance_at(back_s)), float(planned.speed_at(back_s))
        between = (there - metre) / half_s - (speed + at_speed) / 2
        first, second = (between - speed) / half_s, (at_speed - between) / half_s
        if max(abs(first), abs(second)) <= GENTLE and SLOWEST <= between <= FASTEST:
            middle = metre + (speed + between) / 2 * half_s
            rows = [(at_s, metre, speed, first), (at_s + half_s, middle, between, second)]
            return _followed(pieces, [*rows, *_rest(planned, back_s)], planned.finish_s)
        half_s += _STEP_S / 2
    return None


def _rest(planned: Pieces, from_s: float) -> list[tuple[float, float, float, float]]:
    """The pieces of a plan from an instant on, the one that is under way cut there."""
    nth = int(np.searchsorted(planned.start_s, from_s, side="right")) - 1
    cut = (
        from_s,
        float(planned.distance_at(from_s)),
        float(planned.speed_at(from_s)),
        float(planned.slope[nth]),
    )
    later = planned.start_s > from_s
    columns = (planned.start_s, planned.start_m, planned.speed, planned.slope)
    return [cut, *zip(*(column[later].tolist() for column in columns), strict=True)]


def _followed(pieces: Pieces, rows: list[tuple[float, float, float, float]], finish_s: float) -> Pieces:
    """The same up to the first of these rows, then they."""
    kept = pieces.start_s < rows[0][0]
    start_s, start_m, speed, slope = np.array(rows).T
    return Pieces(
        np.concatenate([pieces.start_s[kept], start_s]),
        np.concatenate([pieces.start_m[kept], start_m]),
        np.concatenate([pieces.speed[kept], speed]),
        np.concatenate([pieces.slope[kept], slope]),
        finish_s,
        pieces.finish_m,
    )

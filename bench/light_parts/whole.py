"""Which frames arrived whole, and how far apart their packets were."""

import time
from dataclasses import dataclass

import numpy as np

from light_parts import PERIOD_NS


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames of which every universe arrived.

    Attributes:
        skew_ns: of each, from its first packet to its last.
    """

    skew_ns: np.ndarray

    def whole(self) -> int:
        """How many came within a period: later, the next one has begun."""
        return int((self.skew_ns < PERIOD_NS).sum())

    def skew_p99_ms(self) -> float | None:
        """What 99 of 100 do not exceed; None if there are none."""
        return float(np.percentile(self.skew_ns, 99, method="higher")) / 1e6 if self.skew_ns.size else None


def frames(arrivals: np.ndarray, numbers: np.ndarray, universes: int, asked: range) -> Frames:
    """Those of the frames asked for of which every universe arrived.

    Args:
        arrivals: see `light_parts.receiver`.
        numbers: of each arrival, the frame it belongs to.
        universes: of a frame.
        asked: numbers of frames.
    """
    within = (numbers >= asked.start) & (numbers < asked.stop)
    frame, ns = numbers[within].astype(np.int64) - asked.start, arrivals["ns"][within]
    first, last = np.full(len(asked), np.iinfo(np.int64).max), np.zeros(len(asked), np.int64)
    np.minimum.at(first, frame, ns)
    np.maximum.at(last, frame, ns)
    parts = np.unique(frame * (universes + 1) + arrivals["universe"][within])
    whole = np.bincount(parts // (universes + 1), minlength=len(asked)) == universes
    return Frames((last - first)[whole])


def numbers_on_the_beat(arrivals: np.ndarray, offset_ns: int) -> np.ndarray:
    """The frame that each packet belongs to: the latest one due that has its sequence.

    Args:
        arrivals: see `light_parts.receiver`.
        offset_ns: of the world's clock, ahead of the monotonic one.
    """
    due = (arrivals["ns"] - offset_ns + PERIOD_NS // 2) // PERIOD_NS
    return due - (due - arrivals["sequence"]) % 256


def offset_ns() -> int:
    """Of the world's clock, ahead of the monotonic one: the closest of some readings."""
    readings = [(time.monotonic_ns(), time.time_ns(), time.monotonic_ns()) for _ in range(50)]
    before, world, after = min(readings, key=lambda reading: reading[2] - reading[0])
    return world - (before + after) // 2

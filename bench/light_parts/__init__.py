"""The parts of `bench/lights.py`: the same lamps, lit by Pacelight, by its peers and by C."""

HOST = "127.0.0.1"

SIZES = (200, 2_400, 24_000, 96_000)
"""Lamps: one a metre of a short track; of the 400 m 6, 60 and 240 a metre."""

TARGETED = 24_000
"""Lamps for which there are targets."""

FPS = 50
PERIOD_NS = 1_000_000_000 // FPS

AHEAD_NS = 60_000_000_000
"""Since the gun, when measuring begins: by then the lights have drawn apart."""


class BenchError(Exception):
    """It cannot be measured here; in one line."""

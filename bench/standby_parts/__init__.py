"""The parts of `bench/standby.py`: two light loops, what is done to the leading one, what lamps see."""

from light_parts import BenchError

__all__ = ["LAMPS", "BenchError"]

LAMPS = 170
"""One a universe holds: a frame is one packet."""

"""The parts of `bench/spectators.py`: who tells, who serves, who watches, and what it costs."""

HOST = "127.0.0.1"


class BenchError(Exception):
    """It cannot be measured here; in one line."""

"""Frames as bytes: each protocol is a pure function, tested against packets that others made."""

__all__: list[str] = []

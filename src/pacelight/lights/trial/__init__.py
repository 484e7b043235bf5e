"""Lamps tried out before a race: who is there, and does each lamp stand where it should?

Pure: `patterns`, `found`. Edge: `probe` (asks the network), `showing` (lamps without a race).
"""

__all__: list[str] = []

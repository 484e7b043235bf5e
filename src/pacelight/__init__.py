"""Pacelight: the record book that drives the lights, and the lights that make the records.

::

    record book ──► pace plan ──► pacing lights        what is known, wanted, shown
        ▲                              │
        │                              ▼  (the race)
     records ◄──── splits, results ◄── timing          what was broken, what happened

Each word of the drawing is a package here: `book`, `plan`, `lights`, `timing`, `records`.
`meet` closes the loop; `web` and `cli` stand above it.
"""

__version__ = "0.1.0"

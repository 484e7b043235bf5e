"""Pacelight: the record book that drives the lights, and the lights that make the records.

::

    record book ──► pace plan ──► pacing lights        what is known, wanted, shown
        ▲                              │
        │                              ▼  (the race)
     records ◄──── splits, results ◄── timing          what was broken, what happened

Each word of the drawing is a package here: `book`, `plan`, `lights`, `timing`, `records`.
`meet` closes the loop; `web` and `cli` stand above it.

The public names are loaded when they are first used, so that the command line starts at once.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pacelight.book.lists import Book
    from pacelight.book.model import NotKnown, Performance, Standing
    from pacelight.distance import MILE, Distance
    from pacelight.errors import Failure, PacelightError, Refused
    from pacelight.event import Event, Level, Sex, event
    from pacelight.mark import Elapsed, Mark, Timing
    from pacelight.nation import Nation, nation
    from pacelight.plan.gap import gap
    from pacelight.plan.makers import even, replay, splits
    from pacelight.plan.model import Plan
    from pacelight.records.detect import Finding, detect
    from pacelight.track import Survey, Track, track

__version__ = "0.1.0"

_HOME = {
    "Book": "book.lists",
    "NotKnown": "book.model",
    "Performance": "book.model",
    "Standing": "book.model",
    "MILE": "distance",
    "Distance": "distance",
    "Failure": "errors",
    "PacelightError": "errors",
    "Refused": "errors",
    "Event": "event",
    "Level": "event",
    "Sex": "event",
    "event": "event",
    "Elapsed": "mark",
    "Mark": "mark",
    "Timing": "mark",
    "Nation": "nation",
    "nation": "nation",
    "gap": "plan.gap",
    "even": "plan.makers",
    "replay": "plan.makers",
    "splits": "plan.makers",
    "Plan": "plan.model",
    "Finding": "records.detect",
    "detect": "records.detect",
    "Survey": "track",
    "Track": "track",
    "track": "track",
}
"""In which module each public name lives."""

__all__ = [
    "MILE",
    "Book",
    "Distance",
    "Elapsed",
    "Event",
    "Failure",
    "Finding",
    "Level",
    "Mark",
    "Nation",
    "NotKnown",
    "PacelightError",
    "Performance",
    "Plan",
    "Refused",
    "Sex",
    "Standing",
    "Survey",
    "Timing",
    "Track",
    "detect",
    "even",
    "event",
    "gap",
    "nation",
    "replay",
    "splits",
    "track",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'pacelight' has no attribute '{name}'")
    value = getattr(importlib.import_module(f"pacelight.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

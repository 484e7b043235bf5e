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
    from pacelight.book.asking.lists import Book
    from pacelight.book.asking.tables import to_arrow, to_pandas, to_polars
    from pacelight.book.model import NotKnown, Performance, Standing
    from pacelight.distance import MILE, Distance
    from pacelight.errors import Failure, PacelightError, Refused
    from pacelight.event import Event, Level, Sex
    from pacelight.event import event as find_event
    from pacelight.mark import Elapsed, Mark, Timing
    from pacelight.measure import Length, Points
    from pacelight.nation import Nation
    from pacelight.nation import nation as find_nation
    from pacelight.plan.gap import gap
    from pacelight.plan.makers import even, replay, splits
    from pacelight.plan.model import Plan
    from pacelight.records.detect import Finding, detect
    from pacelight.track import Survey, Track
    from pacelight.track import track as find_track

__version__ = "0.1.0"

_HOME = {
    "Book": "book.asking.lists:Book",
    "to_arrow": "book.asking.tables:to_arrow",
    "to_pandas": "book.asking.tables:to_pandas",
    "to_polars": "book.asking.tables:to_polars",
    "NotKnown": "book.model:NotKnown",
    "Performance": "book.model:Performance",
    "Standing": "book.model:Standing",
    "MILE": "distance:MILE",
    "Distance": "distance:Distance",
    "Failure": "errors:Failure",
    "PacelightError": "errors:PacelightError",
    "Refused": "errors:Refused",
    "Event": "event:Event",
    "Level": "event:Level",
    "Sex": "event:Sex",
    "find_event": "event:event",
    "Elapsed": "mark:Elapsed",
    "Mark": "mark:Mark",
    "Timing": "mark:Timing",
    "Length": "measure:Length",
    "Points": "measure:Points",
    "Nation": "nation:Nation",
    "find_nation": "nation:nation",
    "gap": "plan.gap:gap",
    "even": "plan.makers:even",
    "replay": "plan.makers:replay",
    "splits": "plan.makers:splits",
    "Plan": "plan.model:Plan",
    "Finding": "records.detect:Finding",
    "detect": "records.detect:detect",
    "Survey": "track:Survey",
    "Track": "track:Track",
    "find_track": "track:track",
}
"""In which module each public name lives, and how it is called there.

No public name is that of a module of this package: a module that is loaded takes its name.
"""

__all__ = [
    "MILE",
    "Book",
    "Distance",
    "Elapsed",
    "Event",
    "Failure",
    "Finding",
    "Length",
    "Level",
    "Mark",
    "Nation",
    "NotKnown",
    "PacelightError",
    "Performance",
    "Plan",
    "Points",
    "Refused",
    "Sex",
    "Standing",
    "Survey",
    "Timing",
    "Track",
    "detect",
    "even",
    "find_event",
    "find_nation",
    "find_track",
    "gap",
    "replay",
    "splits",
    "to_arrow",
    "to_pandas",
    "to_polars",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'pacelight' has no attribute '{name}'")
    home, called = _HOME[name].split(":")
    value = getattr(importlib.import_module(f"pacelight.{home}"), called)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

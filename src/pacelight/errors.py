"""Every error Pacelight raises on purpose.

::

    PacelightError
    ├── Refused                 the input is wrong: nothing was done; exit code 2
    │   ├── MarkError           not a time, or finer than it was timed
    │   ├── DistanceError       not a distance
    │   ├── EventError          no such event (the nearest names are given)
    │   ├── NationError         no such nation or area
    │   ├── SurveyError         a track or a lamp survey that cannot be
    │   ├── PlanError           a plan that cannot be run
    │   ├── BookError           a question the book cannot take, a fact it must refuse
    │   ├── FormatError         a file that cannot be read as what it claims to be
    │   ├── RaceError           a race file or a command that does not fit the race
    │   └── OutputError         an address that cannot be sent to or listened on
    └── Failure                 something outside failed; exit code 1
        ├── StoreError          the book's file cannot be opened or written
        ├── JournalError        the journal is damaged or cannot be written
        └── DriverError         lamps, sockets or ports failed while running
"""

__all__ = [
    "BookError",
    "DistanceError",
    "DriverError",
    "EventError",
    "Failure",
    "FormatError",
    "JournalError",
    "MarkError",
    "NationError",
    "OutputError",
    "PacelightError",
    "PlanError",
    "RaceError",
    "Refused",
    "StoreError",
    "SurveyError",
]


class PacelightError(Exception):
    """The root: catch this to catch all that Pacelight raises on purpose.

    Its text is one line that says what was wrong and what to do instead.
    """

    exit_code = 1


class Refused(PacelightError, ValueError):  # noqa: N818 - what happened to the input, as one says it
    """The input is wrong; nothing was done."""

    exit_code = 2


class MarkError(Refused):
    """Not a time as people print it, or finer than its timing can say."""


class DistanceError(Refused):
    """Not a distance."""


class EventError(Refused):
    """No such event."""


class NationError(Refused):
    """No such nation or area."""


class SurveyError(Refused):
    """A track or a lamp survey that cannot be: holes, overlaps, wrong order."""


class PlanError(Refused):
    """A plan that cannot be run: backwards, too fast, of the wrong length."""


class BookError(Refused):
    """A question the book cannot take, or a fact it must refuse."""


class FormatError(Refused):
    """A file that cannot be read as what it claims to be."""


class RaceError(Refused):
    """A race file, or a command, that does not fit the race."""


class OutputError(Refused):
    """An address that cannot be sent to or listened on."""


class Failure(PacelightError):  # noqa: N818 - the other branch of the tree, beside Refused
    """Something outside failed: a disk, a network, a lamp."""


class StoreError(Failure):
    """The book's file cannot be opened or written."""


class JournalError(Failure):
    """The journal is damaged or cannot be written."""


class DriverError(Failure):
    """Lamps, sockets or ports failed while running."""

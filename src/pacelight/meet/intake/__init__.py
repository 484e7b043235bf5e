"""What comes into the book: a finish as it happens, and files of other people.

::

    a finish ────────────────────────► finish ─► the book; and what was not run like that is annulled
    bytes ─► filed ─► lines ─► trust ─► people ─► marks ─► covers ─► the book
                        │                 │         │
                        └ refused         └─────────┴─► queue, for a person

    bytes ─► filed ─► listing, printed: a list, a progression, to be held beside the book and not taken

What is doubtful is never guessed: it waits in the queue until somebody says what it is.
"""

from pacelight.meet.intake.finish import credit, unwilling, withdraw

__all__ = ["credit", "unwilling", "withdraw"]

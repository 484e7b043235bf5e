"""What was written: statements about marks and records in a text, and what the book says of each.

::

    words     the grammar: a table of patterns
    mentions  what a sentence names: marks, events, people, days, each with its place
    relate    which of them belong together
    read      statements, quoted with their sentence
    check     holds, contradicted, malformed, beyond the book: with the evidence
"""

from pacelight.claims.check import check
from pacelight.claims.dateline import dated
from pacelight.claims.model import (
    Answer,
    Claim,
    Evidence,
    Held,
    Lasted,
    Margin,
    Misprint,
    Ran,
    Ranked,
    Sense,
    Statement,
    Verdict,
    When,
)
from pacelight.claims.people import known
from pacelight.claims.read import read

__all__ = [
    "Answer",
    "Claim",
    "Evidence",
    "Held",
    "Lasted",
    "Margin",
    "Misprint",
    "Ran",
    "Ranked",
    "Sense",
    "Statement",
    "Verdict",
    "When",
    "check",
    "dated",
    "known",
    "read",
]

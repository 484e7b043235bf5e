"""On which performances an answer rests, as the mirror of their event shows it.

The fold over these alone gives the answer that the fold over all gives:
who holds a record and who did so before are records of their list among themselves too.
"""

from dataclasses import replace
from datetime import date

from pacelight.book.groups import Asked
from pacelight.book.history import History
from pacelight.book.keeping.mirrored import Look, Question
from pacelight.book.mirror.staircase import Steps, when
from pacelight.book.mirror.told import days, tell
from pacelight.book.model import Performance
from pacelight.errors import BookError

__all__ = ["on_progression", "on_record", "on_what_stood"]


def on_record(asked: Asked) -> Question:
    """Those that share the record."""

    def question(look: Look) -> History | None:
        return None if asked.race else look.about(look.mirror.holders(_steps(look, asked)))

    return question


def on_progression(asked: Asked) -> Question:
    """Every step of the list."""

    def question(look: Look) -> History | None:
        if asked.race:
            return None
        return look.about([look.mirror.key(number) for number in _steps(look, asked).number.tolist()])

    return question


def on_what_stood(performance: Performance, known_at: date) -> Question:
    """Those that share a record of which a mark may be the next, and all of its athlete."""

    def question(look: Look) -> History | None:
        own = look.about([performance.key], performance)
        if own is None:
            return None
        try:
            (told,) = tell(own, [performance])
        except BookError:  # an order within the day that no mirror can number
            return None
        for known in own.performances:  # its place in the book, whatever is said of it here
            if known.key == performance.key:
                told = replace(told, when=when(days(known.day), known.seq))
        keys = look.mirror.stood(told, known_at=known_at)
        return look.about([*keys, performance.key], performance)

    return question


def _steps(look: Look, asked: Asked) -> Steps:
    return look.mirror.steps(
        asked.level,
        asked.scope,
        age=asked.age,
        as_of=asked.as_of,
        known_at=asked.known_at,
        ratified=asked.ratified,
    )

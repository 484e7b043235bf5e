"""What people decide about performances, and what they have looked at before; nothing is overwritten."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection

from pacelight.book import admission
from pacelight.book.attestation import Attestation
from pacelight.book.model import Decision, DecisionKind, Source
from pacelight.book.store import attested, facts, reading, rows
from pacelight.book.store.store import Store
from pacelight.errors import BookError

__all__ = ["DecidedMeanwhileError", "Deciding", "check_corrections"]

Result = TypeVar("Result")


class DecidedMeanwhileError(BookError):
    """Somebody has decided about a performance while somebody else was looking at it."""


class _OnlyAskedError(Exception):
    """Ends a transaction of which nothing is to be kept."""


class Deciding:
    """A book in which people decide.

    Args:
        store: where the facts are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def _changed(self) -> None:
        """Something was written: what was read before is not to be believed any more."""

    def attestations(self, performance_key: str) -> list[Attestation]:
        """What people have looked at of a record's ratification, in the order in which they said so.

        Raises:
            BookError: no such performance.
        """
        with self._store.reading() as connection:
            return attested.read_attestations(connection, performance_key)

    def decided_lately(self, most: int) -> list[Decision]:
        """What became known last about single performances, the latest first."""
        with self._store.reading() as connection:
            return rows.read_last_decisions(connection, most)

    def decisions_about(self, performance_key: str) -> int:
        """How many decisions were written about a performance: another number, and somebody has decided.

        Raises:
            BookError: no such performance.
        """
        with self._store.reading() as connection:
            return attested.count_decisions(connection, performance_key)

    def attest(self, given: Attestation) -> None:
        """Append what somebody has looked at; what was said before stays, and counts no more.

        Raises:
            BookError: no such performance, or a control character.
            StoreError: the disk refuses; nothing was added.
        """
        admission.check_text(given.condition, given)
        self._written(lambda connection: attested.append_attestation(connection, given), dry_run=False)

    def decide(
        self,
        decision: Decision,
        source: Source | None = None,
        *,
        seen: int | None = None,
        anew: bool = False,
        dry_run: bool = False,
    ) -> bool:
        """Append what people decided; the same twice adds nothing.

        Args:
            decision: what, when, by whom.
            source: who reports it, where the book does not know them.
            seen: `decisions_about` the performance, as who decides has seen it; None to ask nothing.
            anew: a person decides it now: the same again is new where it was taken back on its own day.
            dry_run: append nothing, and say whether it would have been new.

        Returns:
            whether it is new.

        Raises:
            NationError: a correction to no nation, or to one that was not on that day.
            BookError: no such performance, no such source, a correction to a mark of another unit.
            DecidedMeanwhileError: somebody has decided about it since it was seen.
            StoreError: the disk refuses; nothing was added.
        """
        admission.check_decision(decision)
        if source is not None:
            admission.check_text(source.key, source)

        def work(connection: Connection) -> bool:
            if seen is not None and attested.count_decisions(connection, decision.performance_key) != seen:
                raise DecidedMeanwhileError(
                    f"{decision.performance_key}: somebody has decided about it meanwhile (look at it again)"
                )
            if source is not None:
                facts.append_source(connection, source)
            new = facts.append_decision(connection, decision, anew=anew)
            check_corrections(connection, (decision,))
            return new

        return self._written(work, dry_run=dry_run)

    def _written(self, work: Callable[[Connection], Result], *, dry_run: bool) -> Result:
        """What a change returns; nothing of it is kept if it was only asked for."""
        done: list[Result] = []
        with suppress(_OnlyAskedError), self._store.writing() as connection:
            done.append(work(connection))
            if dry_run:
                raise _OnlyAskedError
        self._changed()
        return done[0]


def check_corrections(connection: Connection, decisions: Iterable[Decision]) -> None:
    """Refuse what the performance could not have been from the beginning."""
    for decision in decisions:
        if decision.kind is not DecisionKind.CORRECTED:
            continue
        known = reading.read_performance(connection, decision.performance_key)
        if known is not None:
            mark, nation = decision.mark or known.mark, decision.nation or known.nation
            admission.check_performance(replace(known, mark=mark, nation=nation))

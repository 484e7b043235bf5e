"""Questions about the performances of an event, put together once: about all of them, or about some.

Putting a statement together takes longer than SQLite takes to answer it, and of a finish many are asked.
"""

from collections.abc import Callable, Collection
from typing import Any, NamedTuple, Self, TypeAlias

from sqlalchemy import BindParameter, ColumnElement, Connection, Result, Select, and_, bindparam

from pacelight.book.store.schema import performances
from pacelight.event import Sex

__all__ = ["OF_EVENT", "SOME", "Asked", "Some"]

Some: TypeAlias = Collection[int] | None
"""Performances of an event by their numbers; None stands for all of them."""

OF_EVENT = and_(performances.c.event == bindparam("event"), performances.c.sex == bindparam("sex"))
"""Of one event of one sex."""

SOME: BindParameter[Any] = bindparam("some", expanding=True)
"""Their numbers."""


class Asked(NamedTuple):
    """A question.

    Attributes:
        whole: about all performances of an event.
        some: about some by their numbers alone: with the event, the database would walk over all.
    """

    whole: Select[Any]
    some: Select[Any]

    @classmethod
    def about(cls, question: Callable[[ColumnElement[bool]], Select[Any]]) -> Self:
        """A question that is the same about all and about some, but for which these are."""
        return cls(question(OF_EVENT), question(performances.c.id.in_(SOME)))

    def rows(self, connection: Connection, event: str, sex: Sex, some: Some) -> Result[Any]:
        """The answer.

        Args:
            connection: to the book.
            event: which.
            sex: whose.
            some: of its performances.
        """
        if some is None:
            return connection.execute(self.whole, {"event": event, "sex": sex.value})
        return connection.execute(self.some, {"some": list(some)})

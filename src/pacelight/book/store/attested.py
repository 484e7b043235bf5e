"""What people have looked at, as it is kept: appended, never changed."""

from sqlalchemy import Connection, insert, select

from pacelight.book.attestation import Attestation, Attested
from pacelight.book.store.schema import attestations, decisions, performance_keys
from pacelight.errors import BookError

__all__ = ["append_attestation", "count_decisions", "read_attestations"]


def append_attestation(connection: Connection, given: Attestation) -> None:
    """Keep what somebody said.

    Raises:
        BookError: no such performance.
    """
    connection.execute(
        insert(attestations).values(
            performance=_number(connection, given.performance_key),
            condition=given.condition,
            says=given.says.value,
            by=given.by,
            why=given.why,
            at_s=given.at_s,
        )
    )


def read_attestations(connection: Connection, performance_key: str) -> list[Attestation]:
    """All that was said of a performance, in the order in which it was said.

    Raises:
        BookError: no such performance.
    """
    mine = attestations.c.performance == _number(connection, performance_key)
    rows = connection.execute(select(attestations).where(mine).order_by(attestations.c.id))
    return [
        Attestation(performance_key, row.condition, Attested(row.says), row.by, row.why, row.at_s)
        for row in rows
    ]


def count_decisions(connection: Connection, performance_key: str) -> int:
    """How many decisions were written about a performance, those taken back and their taking back included.

    Raises:
        BookError: no such performance.
    """
    number = _number(connection, performance_key)
    return len(connection.execute(select(decisions.c.id).where(decisions.c.performance == number)).all())


def _number(connection: Connection, key: str) -> int:
    found = select(performance_keys.c.performance).where(performance_keys.c.key == key)
    number = connection.execute(found).scalar()
    if number is None:
        raise BookError(f"no performance '{key}' in the book (its key stands in `--json` answers)")
    return int(number)

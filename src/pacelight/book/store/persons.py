"""Who the athletes are: erased where one asks for it, so that facts and chains stay as they were."""

from sqlalchemy import Connection, String, cast, literal, select, update

from pacelight.book.store.schema import coverage, performance_keys, performances, persons
from pacelight.errors import BookError
from pacelight.event import Level

__all__ = ["forget"]


def forget(connection: Connection, athlete_key: str) -> str:
    """Erase an athlete's name, aliases and birth date; their performances keep what was run.

    The keys of their performances, which are made of names, go too.
    Notes and reasons are other people's sentences, and are not looked through.

    Returns:
        the key by which the book knows them from now on: ``athlete-12``.

    Raises:
        BookError: no such athlete.
    """
    number = connection.execute(select(persons.c.athlete).where(persons.c.key == athlete_key)).scalar()
    if number is None:
        raise BookError(f"no athlete '{athlete_key}' in the book (name one by the key)")
    nameless = f"athlete-{number}"
    erased = {"key": nameless, "name": nameless, "aliases": "", "born": None, "born_precision": None}
    connection.execute(update(persons).where(persons.c.athlete == number).values(erased))
    theirs = select(performances.c.id).where(performances.c.athlete == number)
    told = literal("performance-").concat(cast(performance_keys.c.performance, String))
    connection.execute(
        update(performance_keys).where(performance_keys.c.performance.in_(theirs)).values(key=told)
    )
    own = (coverage.c.level.in_([Level.PB.value, Level.SB.value]), coverage.c.scope == athlete_key)
    connection.execute(update(coverage).where(*own).values(scope=nameless))
    return nameless

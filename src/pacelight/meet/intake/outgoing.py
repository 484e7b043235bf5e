"""What goes out of the book: performances as a table, or the records that stand as a record list."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePath
from types import MappingProxyType

from pacelight.book.asking.lists import Book
from pacelight.book.formats import export, lenex
from pacelight.book.model import ALL, Performance, Standing
from pacelight.errors import BookError, FormatError
from pacelight.event import Event, Level, Sex

__all__ = ["FORMATS", "form_for", "outgoing"]

_TABLES: Mapping[str, Callable[[list[Performance]], bytes]] = MappingProxyType(
    {
        "csv": export.write_csv,
        "json": export.write_json_lines,
        "parquet": export.write_parquet,
    }
)
_RECORDS = "lenex"
_OF_ATHLETES = frozenset({Level.PB, Level.SB})
_ENDINGS = {"csv": "csv", "json": "json", "jsonl": "json", "parquet": "parquet", "lef": _RECORDS}

FORMATS = (*_TABLES, _RECORDS)
"""Names of the formats in which a book goes out."""


def form_for(name: str, wanted: str | None) -> str:
    """The format that is asked for, or that the ending of a file name says.

    Raises:
        FormatError: the ending says none.
    """
    ending = PurePath(name).suffix.lower().removeprefix(".")
    found = wanted or _ENDINGS.get(ending)
    if found not in FORMATS:
        raise FormatError(f"in which format? (end the name in .csv, .jsonl, .parquet or .lef: '{name}')")
    return found


def outgoing(
    book: Book,
    form: str,
    *,
    event: Event | None,
    sex: Sex | None,
    as_of: date,
    known_at: date,
    version: str,
) -> tuple[bytes, int]:
    """The bytes of a file, and how many performances or records are in it.

    Args:
        book: is asked.
        form: one of `FORMATS`; tables hold performances, record lists what stands.
        event: only this one.
        sex: only this class.
        as_of: the last day of performances.
        known_at: the last day of decisions: marks and nations are as they were corrected by then.
        version: of the program.

    Raises:
        BookError: there is nothing of that in the book.
    """
    chosen = [group for group in book.contested() if event in {None, group[0]} and sex in {None, group[1]}]
    if form == _RECORDS:
        records = [one for group in chosen for one in _records(book, *group, as_of, known_at)]
        if not records:
            raise BookError(f"the book covers no such record list as of {as_of}")
        return lenex.write(records, version, as_of), len(records)
    made = [
        performance
        for group in chosen
        for performance in book.part(*group).history.view(as_of, known_at).performances
    ]
    if not made:
        raise BookError(f"the book has no such performance as of {as_of}")
    return _TABLES[form](made), len(made)


def _records(book: Book, event: Event, sex: Sex, as_of: date, known_at: date) -> list[Standing]:
    """What stands in each list that the book covers, those of athletes and of age groups left out."""
    lists: dict[tuple[Level, str], None] = {
        (covered.level, covered.scope): None
        for covered in book.part(event, sex).coverage
        if isinstance(covered.level, Level) and covered.level not in _OF_ATHLETES and covered.age == ALL
    }
    answers = [
        book.record(event, sex, level=level, scope=scope, as_of=as_of, known_at=known_at)
        for level, scope in lists
    ]
    return [one for one in answers if isinstance(one, Standing)]

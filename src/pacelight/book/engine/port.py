"""What every engine promises, and the table it is given: one row a performance, as documented here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from pacelight.errors import BookError

__all__ = ["GIVEN", "WORDS", "Engine", "Given", "checked"]


class Engine(Protocol):
    """A program that folds a table of performances, wherever it runs."""

    def fold(self, performances: pa.Table) -> pa.Table:
        """Which records each performance was on its day.

        Args:
            performances: the columns of `GIVEN`, in any order of rows.

        Returns:
            the columns of `WORDS`, one row a performance, in any order.

        Raises:
            BookError: a column is missing, of another kind, or holds what cannot be.
        """

    def fold_file(self, performances: Path, words: Path) -> None:
        """The same from Parquet to Parquet, whether it fits into memory or not.

        Args:
            performances: a file, or a folder of files.
            words: a folder of files; it must not be there yet.

        Raises:
            BookError: what `fold` raises; a file that is not there, or a folder that is.
        """


WORDS = pa.schema([("id", pa.int64()), ("flags", pa.int64())])
"""What comes out: the word that `pacelight.book.fold` writes, of the performance of that id."""


@dataclass(frozen=True, slots=True)
class Given:
    """A column of the table that an engine is given.

    Attributes:
        kind: ``whole``, ``day``, ``truth``, ``text``, or ``name`` (text or whole numbers).
        needed: a table without it is refused; so is a row.
        what: what it says.
    """

    name: str
    kind: str
    needed: bool
    what: str


GIVEN = (
    Given("id", "whole", True, "identity; of equal day and sequence the smaller comes first"),
    Given("event", "name", True, "what was run"),
    Given("sex", "name", True, "the class of the list"),
    Given("day", "day", True, "local date at the venue"),
    Given("seq", "whole", False, "order within the day; 0 where nothing is known"),
    Given("score", "whole", False, "smaller is better; needed where there is no `value`"),
    Given("value", "whole", False, "thousandths of a second, millimetres or points, as `unit` says"),
    Given("unit", "text", False, "`ms`, `mm` or `points`"),
    Given("counts", "whole", False, "1 for records, 2 for own bests, 3 for both, 0 for neither"),
    Given(
        "official", "truth", False, "without `counts`: measured, judged, with a legal wind; if absent, yes"
    ),
    Given("status", "text", False, "without `counts`: what people decided; if absent, nothing"),
    Given("birth", "day", False, "of the athlete; empty where it is not known"),
    Given("birth_precision", "text", False, "`day`, `month` or `year`; if absent, the day is known"),
    Given("athlete", "name", True, "whose personal and season bests"),
    Given("nation", "name", False, "competed for on that day; empty for none"),
    Given("area", "name", False, "of that nation on that day; empty for none"),
    Given("meeting", "name", False, "whose meeting records; empty for none"),
    Given("championship", "name", False, "whose championship records; empty for none"),
)
"""Other columns are left alone. Without a column of a level there are no records of it."""


def _is_text(kind: pa.DataType) -> bool:
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    texts = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(is_one(inner) for is_one in texts)


_KINDS = {
    "whole": pa.types.is_integer,
    "day": pa.types.is_date,
    "truth": pa.types.is_boolean,
    "text": _is_text,
    "name": lambda kind: _is_text(kind) or pa.types.is_integer(kind),
}


def checked(schema: pa.Schema) -> list[str]:
    """The columns of a table that are folded.

    Raises:
        BookError: one is missing, or of another kind.
    """
    # A column in which every row is empty may have come without a kind.
    empty = {field.name for field in schema if pa.types.is_null(field.type)}
    names = [one.name for one in GIVEN if one.name in schema.names and (one.needed or one.name not in empty)]
    for given in GIVEN:
        if given.needed and given.name not in names:
            needed = ", ".join(one.name for one in GIVEN if one.needed)
            raise BookError(f"no column '{given.name}' (performances need {needed}, and score or value)")
        if given.name in names and not _KINDS[given.kind](schema.field(given.name).type):
            raise BookError(f"column '{given.name}' is {schema.field(given.name).type}, not {given.kind}")
    if "score" not in names and not {"value", "unit"} <= set(names):
        raise BookError("no column 'score' (write it, or 'value' and 'unit')")
    return names

r"""Tables of text as spreadsheets write and read them: encoding, what parts the columns, and quotation marks.

A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and read without:
``=1+1`` becomes ``'=1+1``. Source: OWASP, "CSV Injection".
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from pacelight.errors import FormatError
from pacelight.timing.formats.encoding import decoded
from pacelight.timing.formats.lists.entrant import clean

__all__ = ["guarded", "table", "text_of", "unguarded", "written"]

_DELIMITERS = ";,\t|"
_SAYS_DELIMITER = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_FORMULA = tuple("=+-@'\t\r")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_LONGEST = 1 << 16


def text_of(data: bytes, name: str) -> str:
    """The text of a file, as marked, else UTF-8, else cp1252.

    Args:
        data: all its bytes.
        name: what refusals call it.

    Raises:
        FormatError: no text, or nothing in it.
    """
    try:
        text, _ = decoded(data)
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error
    if not text.strip():
        raise FormatError(f"{name} is empty")
    return text


def table(text: str, name: str, delimiter: str = "") -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank: the line it begins on, and its cells, `clean`.

    Args:
        text: of the file.
        name: what refusals call it.
        delimiter: what parts the cells; found in the first line if not given.

    Raises:
        FormatError: the last line does not end, or quotation marks do not match; the line is named.
    """
    if not text.endswith(("\n", "\r")):
        last = clean((text.splitlines() or [""])[-1])[:60]
        raise FormatError(f"{name} is torn: its last line does not end ('{last}'); take the whole file")
    first = 1
    if said := _SAYS_DELIMITER.match(text):
        delimiter, text, first = said[1], text[said.end() :], 2
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True)
    at = 0
    while True:
        begins = at + first
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise FormatError(
                f"{name} line {begins}: quotation marks do not match, or it is no table ({error})"
            ) from error
        if row is None:
            return
        at = rows.line_num
        cells = [clean(unguarded(cell)) for cell in row]
        if any(cells):
            yield begins, cells


def written(rows: Iterable[Sequence[str]], delimiter: str = ",") -> bytes:
    """A table as bytes: UTF-8 with its mark, as spreadsheets need it, lines ended by CR LF (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula; figures with a sign stay as they are.

    >>> guarded("=HYPERLINK(1)"), guarded("+0.6"), guarded("'s-Hertogenbosch")
    ("'=HYPERLINK(1)", '+0.6', "''s-Hertogenbosch")
    """
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before it was `guarded`; an apostrophe that guards nothing stays.

    >>> unguarded("'=HYPERLINK(1)"), unguarded("'s-Hertogenbosch")
    ('=HYPERLINK(1)', "'s-Hertogenbosch")
    """
    rest = cell.removeprefix("'")
    return rest if rest != cell and rest.startswith(_FORMULA) else cell


def _delimiter(text: str) -> str:
    """What parts the cells of the first line outside quotation marks."""
    head = re.sub(r'"[^"]*"', "", text[:_LONGEST].splitlines()[0])
    return max(_DELIMITERS, key=head.count) if any(one in head for one in _DELIMITERS) else ","

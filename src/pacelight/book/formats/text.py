"""The text behind the bytes of a file that does not say how it was written: encoding, line ends, columns."""

import codecs
import csv
import re
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

from pacelight.book.formats.line import Refusal
from pacelight.errors import FormatError

__all__ = ["LOST", "beginning", "decoded", "lines", "lost_doubts", "plain", "rows", "shown", "toml"]

LOST = "\N{REPLACEMENT CHARACTER}"
"""Stands where a letter was lost: what `plain` puts in the place of a control character."""

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029]")
_SHOWN = 80
_SIGHT = 4096


def decoded(data: bytes, name: str) -> str:
    """The text of a file, its lines ended by a newline each: as marked, else UTF-8, else cp1252.

    Args:
        data: all its bytes.
        name: what refusals call it.

    Raises:
        FormatError: text in none of these, or binary data.
    """
    marked = next((encoding for mark, encoding in _MARKED if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise FormatError(f"{name} is no text file: it has zero bytes (UTF-16 needs its mark)")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    if marked == "utf-16":
        raise FormatError(f"{name} is torn or no text: half a UTF-16 character")
    raise FormatError(f"{name} is no text file: neither UTF-8 nor cp1252 (Western European Windows)")


def beginning(data: bytes) -> list[str]:
    """The first lines of what may be a text file, to recognise it by; none of what is no text."""
    marked = next((encoding for mark, encoding in _MARKED if data.startswith(mark)), "utf-8")
    text = data[:_SIGHT].decode(marked, errors="replace")
    if "\0" in text:
        return []
    first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [first, *others[:-1]]


def lines(data: bytes, name: str) -> list[str]:
    """The lines of a text file, without their ends.

    Raises:
        FormatError: no text, nothing in it, or a last line that does not end: it may be half a row.
    """
    text = decoded(data, name)
    if not text.strip():
        raise FormatError(f"{name} is empty")
    *whole, rest = text.split("\n")
    if rest:
        raise FormatError(
            f"{name} is torn: line {len(whole) + 1} does not end ('{shown(rest)}'); "
            "take the whole file, or end its last line"
        )
    return whole


def rows(
    of: Sequence[str], delimiter: str, columns: int, first: int = 1
) -> Iterator[tuple[int, list[str]] | Refusal]:
    """Each line that is not blank as its number and its cells, which are `plain`.

    A row is a line: quotation marks do not reach over a line end.

    Args:
        of: the lines.
        delimiter: the character between cells.
        columns: how many cells a row has; another number is a refusal.
        first: the number of the first line in the file.
    """
    for number, line in enumerate(of, start=first):
        if not line.strip():
            continue
        try:
            (cells,) = csv.reader([line], delimiter=delimiter, strict=True)
        except (csv.Error, ValueError):
            why = "quotation marks do not match in this line"
            if len(line) > csv.field_size_limit():
                why = f"a line of {len(line):,} letters is none of a table"
            yield Refusal(f"line {number}", shown(line) if len(line) > _SIGHT else plain(line), why)
            continue
        if len(cells) != columns:
            why = f"{len(cells)} columns where the header has {columns}"
            yield Refusal(f"line {number}", plain(line), why)
            continue
        yield number, [plain(cell) for cell in cells]


def toml(data: bytes, name: str) -> dict[str, Any]:
    """The table of a TOML file.

    Raises:
        FormatError: no text, or no TOML.
    """
    try:
        return tomllib.loads(decoded(data, name))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(f"{name} is no TOML: {error}") from error


def plain(text: str) -> str:
    """A text for people: without blanks round it, what is no letter or sign shown as lost."""
    return _CONTROL.sub(LOST, text.strip())


def lost_doubts(*texts: str) -> tuple[str, ...]:
    """Names and places in which a letter was lost, of texts that are `plain`."""
    return tuple(f"a letter is lost: {text}" for text in texts if LOST in text)


def shown(text: str) -> str:
    """The beginning of a line, fit to stand in a sentence."""
    return plain(text)[:_SHOWN]

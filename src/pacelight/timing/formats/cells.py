"""Lines of fields between commas as FinishLynx writes them: in quotation marks only where they must be."""

import csv
import re
from collections.abc import Iterable, Iterator

from pacelight.errors import FormatError

__all__ = ["content", "plain", "quoted", "shown"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_SHOWN = 60


def quoted(cell: str) -> str:
    """A cell as FinishLynx writes it: in quotation marks only if it must be."""
    if "," in cell or "\r" in cell or cell.startswith(('"', ";")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def content(lines: Iterable[str], name: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Numbered lines as fields, without comments and empty lines.

    Raises:
        FormatError: quotation marks that do not match; the text names the line.
    """
    for number, line in enumerate(lines, start=1):
        bare = line.removesuffix("\r")
        if not bare.strip() or bare.startswith(";"):
            continue
        try:
            (fields,) = csv.reader([bare], strict=True)
        except (csv.Error, ValueError) as error:
            raise FormatError(
                f"{name} line {number}: quotation marks do not match, or a line end is lost ('{shown(bare)}')"
            ) from error
        yield number, tuple(fields)


def plain(cell: str) -> str:
    """A cell for people: without blanks round it, what is no letter or sign shown as lost."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", cell.strip())


def shown(line: str) -> str:
    """The beginning of a line, fit to stand in a sentence."""
    return plain(line)[:_SHOWN]

"""Text of a start list or schedule as lines of cells: what `evt`, `ppl` and `sch` have in common."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pacelight.errors import FormatError
from pacelight.timing.formats.cells import content, quoted, shown
from pacelight.timing.formats.encoding import LOST, decoded, ends_a_line

__all__ = ["StartLines", "bytes_of", "lines_of"]


@dataclass(frozen=True, slots=True)
class StartLines:
    """A file as lines.

    Attributes:
        lines: without their ends; comments and empty lines are among them.
        remarks: what a person should look at.
    """

    name: str
    lines: tuple[str, ...]
    encoding: str
    newline: str
    remarks: tuple[str, ...]

    def cells(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Numbered lines as cells, without comments and empty lines.

        Raises:
            FormatError: quotation marks that do not match.
        """
        return content(("" if line.startswith("#") else line for line in self.lines), self.name)

    def where(self, number: int) -> str:
        """How refusals call a line."""
        return f"{self.name} line {number}"

    def shown(self, number: int) -> str:
        """The beginning of a line, fit to stand in a sentence."""
        return shown(self.lines[number - 1])


def lines_of(data: bytes, name: str) -> StartLines:
    """The lines of a file.

    Raises:
        FormatError: no text, in an encoding that can be told.
    """
    try:
        text, encoding = decoded(data)
    except FormatError as error:
        raise FormatError(f"{name}: {error}") from error
    if not text.strip():
        raise FormatError(f"{name} is empty")
    lines = tuple(line.removesuffix("\r") for line in text.split("\n"))
    remarks = []
    if not ends_a_line(data):
        remarks.append(f"line {len(lines)} does not end: look whether the file is whole")
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            remarks.append(f"line {number} begins with '#' and is left out: a comment begins with ';'")
        if LOST in line:
            remarks.append(f"line {number}: a letter was lost when the file was written")
    return StartLines(name, lines, encoding, "\r\n" if "\r\n" in text else "\n", tuple(remarks))


def bytes_of(lines: Iterable[tuple[str, tuple[str, ...]]], encoding: str, newline: str) -> bytes:
    """Lines of cells as bytes, each with what stands before its first cell.

    Raises:
        FormatError: a letter that the encoding does not have, or a line end within a cell.
    """
    whole = [before + ",".join(map(quoted, cells)) for before, cells in lines]
    if torn := next((line for line in whole if "\n" in line), None):
        raise FormatError(f"a cell holds the end of a line; leave it out ('{shown(torn)}')")
    text = "".join(line + newline for line in whole)
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise FormatError(
            f"'{letter}' does not exist in {encoding}: write the file as utf-8 or utf-16"
        ) from error

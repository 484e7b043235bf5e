"""The formats a book can be filled from, a row each: a new reader adds its own here and in the tests."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeAlias

from pacelight.book.formats import (
    alltime,
    dlv,
    exported,
    hytek,
    iaaf,
    lenex,
    mapped,
    national,
    omega,
    send_results,
    taf,
)
from pacelight.book.formats.line import Reading

__all__ = ["FORMATS", "Beside", "Format", "Reader", "recognised"]


class Reader(Protocol):
    """What every reader of a file promises; a module with these two functions is one."""

    def recognise(self, data: bytes, name: str) -> bool:
        """Whether this is such a file, by its content; cheap, and it never fails."""
        ...

    def read(self, data: bytes, name: str, *, until: date | None = None) -> Iterator[Reading]:
        """What each row says, one after the other.

        Args:
            data: all bytes of the file.
            name: of the file, for refusals.
            until: the day the file is from; a later performance is refused.

        Raises:
            FormatError: the file as a whole cannot be trusted: not that format, torn, no text.
        """
        ...


Beside: TypeAlias = Callable[[Mapping[str, bytes]], Reader]
"""Makes a reader from the files that explain another: their names and bytes."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    Attributes:
        name: by which a person asks for it: ``--format national``.
        says: what it is, in a few words.
        endings: how such files are usually called.
        reader: reads it.
        tested: against files that came from where such files come from.
        beside: reads it with the help of other files; None where it needs none.
        companion: what those files are, in a few words.
    """

    name: str
    says: str
    endings: tuple[str, ...]
    reader: Reader
    tested: bool
    beside: Beside | None = None
    companion: str = ""


_ROWS = (
    Format(
        "alltime",
        "all-time lists of World Athletics as one Parquet table",
        (".parquet",),
        alltime,
        tested=True,
    ),
    Format(
        "national",
        "national records with the codes of German meet software",
        (".csv",),
        national,
        tested=True,
    ),
    Format(
        "iaaf",
        "progressions of the IAAF handbook with dot leaders",
        (".txt",),
        iaaf,
        tested=True,
    ),
    Format(
        "omega",
        "results of Omega Scan'O'Vision",
        (".txt",),
        omega,
        tested=True,
        beside=omega.reader,
        companion="a programme (TOML), and the list of heats LSTRRSLT.txt",
    ),
    Format(
        "exported",
        "what a book wrote: CSV, JSON lines or Parquet",
        (".csv", ".jsonl", ".parquet"),
        exported,
        tested=True,
    ),
    Format(
        "send_results",
        "results as World Athletics proposes to receive them",
        (".json",),
        send_results,
        tested=False,
    ),
    Format(
        "hytek",
        "results of Hy-Tek's Meet Manager with semicolons",
        (".csv", ".txt"),
        hytek,
        tested=False,
    ),
    Format(
        "dlv",
        "entries and results of the German federation",
        (".xml",),
        dlv,
        tested=False,
    ),
    Format(
        "taf",
        "lists of records and leads for the meet software TAF",
        (".csv",),
        taf,
        tested=False,
    ),
    Format(
        "lenex",
        "record lists in the shape of LENEX",
        (".lef", ".xml"),
        lenex,
        tested=False,
    ),
    Format(
        "mapped",
        "any table of text with columns",
        (".csv", ".txt", ".tsv"),
        mapped,
        tested=True,
        beside=mapped.reader,
        companion="a mapping (TOML)",
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _ROWS})
"""Every format by its name, the most particular first."""


def recognised(data: bytes, name: str) -> Format | None:
    """The format of a file by its content; None where no reader knows it."""
    return next((one for one in FORMATS.values() if one.reader.recognise(data, name)), None)

"""The formats a result can come in, a row each, and the reader that finds out which one it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from pacelight.errors import FormatError
from pacelight.timing.formats.lists import (
    results_csv,
    results_hytek,
    results_json,
    results_lif,
    results_omega,
    results_wa,
)
from pacelight.timing.formats.lists.race_result import RaceResult

__all__ = ["RESULTS", "ResultFormat", "ResultReader", "guessed", "read_results"]


class ResultReader(Protocol):
    """What every reader of results promises; a module with these two functions is one."""

    def recognise(self, data: bytes, name: str) -> bool:
        """Whether this is such a file, by its content; it never fails."""
        ...

    def read(self, data: bytes, name: str) -> tuple[RaceResult, ...]:
        """The results of a file, whole.

        Raises:
            FormatError: not that format, torn, or a line that cannot be read; the line is named.
        """
        ...


@dataclass(frozen=True, slots=True)
class ResultFormat:
    """One kind of file.

    Attributes:
        name: by which a person asks for it: ``--format wa``.
        says: what it is, in a few words.
        ending: of the files that are published.
        published: by which name it is asked for among what is published; empty where it is only read.
        tested: against files that came from where such files come from.
    """

    name: str
    says: str
    reader: ResultReader
    ending: str
    published: bool
    tested: bool


_ROWS = (
    ResultFormat("csv", "a table, one row a runner", results_csv, ".csv", published=True, tested=False),
    ResultFormat("json", "`pacelight.results/1`", results_json, ".json", published=True, tested=False),
    ResultFormat(
        "wa", "JSON of World Athletics (send-results)", results_wa, ".wa.json", published=True, tested=False
    ),
    ResultFormat(
        "omega",
        "exports of Omega Scan'O'Vision, `LSTRslt.txt`",
        results_omega,
        ".txt",
        published=False,
        tested=True,
    ),
    ResultFormat(
        "hytek",
        "results of Hy-Tek's Meet Manager with semicolons",
        results_hytek,
        ".txt",
        published=False,
        tested=False,
    ),
    ResultFormat("lif", "FinishLynx results", results_lif, ".lif", published=True, tested=True),
)

RESULTS: Mapping[str, ResultFormat] = MappingProxyType({one.name: one for one in _ROWS})
"""Every format by its name, the most particular first."""


def read_results(data: bytes, name: str = "the file", form: str = "") -> tuple[RaceResult, ...]:
    """The results of a file, whatever its format.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        form: name of the format; found in the file if not given.

    Raises:
        FormatError: no format knows it, or it is refused; nothing is half read.
    """
    if form and form not in RESULTS:
        raise FormatError(f"no format '{form}' (formats: {', '.join(RESULTS)})")
    found = RESULTS[form] if form else guessed(data, name)
    if found is None and name.casefold().endswith(".lif"):
        return results_lif.read(data, name)
    if found is None:
        raise FormatError(f"{name} is no result that is known here (formats: {', '.join(RESULTS)})")
    return found.reader.read(data, name)


def guessed(data: bytes, name: str) -> ResultFormat | None:
    """The format of a file by its content; None where no reader knows it."""
    return next((one for one in RESULTS.values() if one.reader.recognise(data, name)), None)

"""The formats a start list can come in, a row each, and the reader that finds out which one it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from pacelight.errors import FormatError
from pacelight.timing.formats.lists import (
    startlist_csv,
    startlist_dlv,
    startlist_evt,
    startlist_hytek,
    startlist_omega,
    startlist_taf,
    startlist_wa,
)
from pacelight.timing.formats.lists.entrant import StartList

__all__ = ["START_LISTS", "StartListFormat", "StartListReader", "chosen", "guessed", "read_start_list"]


class StartListReader(Protocol):
    """What every reader of start lists promises; a module with these two functions is one."""

    def recognise(self, data: bytes, name: str) -> bool:
        """Whether this is such a file, by its content; cheap, and it never fails."""
        ...

    def read(self, data: bytes, name: str) -> tuple[StartList, ...]:
        """The start lists of a file, whole.

        Raises:
            FormatError: not that format, torn, or a line that cannot be read; the line is named.
        """
        ...


@dataclass(frozen=True, slots=True)
class StartListFormat:
    """One kind of file.

    Attributes:
        name: by which a person asks for it: ``--format omega``.
        says: what it is, in a few words.
        holds: which fields of an entrant it can have.
        written: whether we write it, too.
        tested: against files that came from where such files come from.
    """

    name: str
    says: str
    reader: StartListReader
    holds: tuple[str, ...]
    written: bool
    tested: bool


_ROWS = (
    StartListFormat(
        "omega",
        "start lists for Omega Scan'O'Vision",
        startlist_omega,
        ("heat", "time", "lane", "bib", "names", "nation or club", "distance"),
        written=False,
        tested=True,
    ),
    StartListFormat(
        "taf",
        "athletes of a meeting as TAF exports them",
        startlist_taf,
        ("bib", "names", "nation", "club", "year of birth", "licence", "sex"),
        written=False,
        tested=True,
    ),
    StartListFormat(
        "dlv",
        "entries of the German federation, registration 1.2",
        startlist_dlv,
        ("bib", "names", "nation", "club", "year of birth", "licence", "wa_id", "seed", "legs", "sex"),
        written=False,
        tested=True,
    ),
    StartListFormat(
        "wa",
        "JSON of World Athletics (send-results)",
        startlist_wa,
        ("heat", "time", "bib", "names", "nation", "birth", "wa_id", "legs", "sex"),
        written=True,
        tested=False,
    ),
    StartListFormat(
        "hytek",
        "entries for Hy-Tek's Meet Manager with semicolons",
        startlist_hytek,
        ("bib", "names", "nation", "club", "birth", "licence", "seed", "legs", "sex", "scratched"),
        written=False,
        tested=True,
    ),
    StartListFormat(
        "evt",
        "FinishLynx events and start lists, `.evt`",
        startlist_evt,
        ("heat", "lane", "bib", "names", "nation or club", "licence", "distance"),
        written=True,
        tested=True,
    ),
    StartListFormat(
        "csv",
        "a table with named columns",
        startlist_csv,
        tuple(startlist_csv.COLUMNS),
        written=True,
        tested=False,
    ),
)

START_LISTS: Mapping[str, StartListFormat] = MappingProxyType({one.name: one for one in _ROWS})
"""Every format by its name, the most particular first."""


def read_start_list(data: bytes, name: str = "the file", form: str = "") -> tuple[StartList, ...]:
    """The start lists of a file, whatever its format.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.
        form: name of the format; found in the file if not given.

    Raises:
        FormatError: no format knows it, or it is refused; nothing is half read.
    """
    found = START_LISTS.get(form) if form else guessed(data, name)
    if found is None:
        known = ", ".join(START_LISTS)
        why = f"no format '{form}'" if form else f"{name} is no start list that is known here"
        raise FormatError(f"{why} (formats: {known})")
    return found.reader.read(data, name)


def guessed(data: bytes, name: str) -> StartListFormat | None:
    """The format of a file by its content; None where no reader knows it."""
    return next((one for one in START_LISTS.values() if one.reader.recognise(data, name)), None)


def chosen(
    lists: Iterable[StartList], event: str = "", stage: str = "", heat: str = ""
) -> tuple[StartList, ...]:
    """Those of an event, round and heat; numbers are compared without their leading zeros.

    Args:
        lists: of a file.
        event: its number in the file; empty for all.
        stage: the round, likewise.
        heat: the heat, likewise.

    >>> chosen([StartList(entrants=(), event="017", heat="2")], "17")[0].heat
    '2'
    """
    wanted = (event, stage, heat)
    return tuple(
        one
        for one in lists
        if all(
            not text or _bare(text) == _bare(held)
            for text, held in zip(wanted, (one.event, one.round, one.heat), strict=True)
        )
    )


def _bare(text: str) -> str:
    return text.strip().casefold().lstrip("0") or "0"

"""The athletes of a meeting as the German meet software TAF exports them: who wears which number.

The file has no heats: all are one list. Relays stand in it as lines of their own.

Source: one export published with OmegaDH-Client.
"""

from pacelight.book.formats.text import beginning
from pacelight.errors import FormatError, Refused
from pacelight.nation import NATIONS
from pacelight.timing.formats.lists.cells import table, text_of
from pacelight.timing.formats.lists.entrant import Entrant, StartList
from pacelight.timing.formats.lists.words import born_of, sex_or_none

__all__ = ["read", "recognise"]

_COLUMNS = ("CompetitorType", "Bib", "Code", "FirstName", "LastName", "Yob", "Gender")
_TYPES = frozenset({"Athlete", "Relay", "Team"})


def recognise(data: bytes, name: str) -> bool:
    """Whether the first line is the header of such an export."""
    del name
    return bool(lines := beginning(data)) and tuple(lines[0].split(";")[: len(_COLUMNS)]) == _COLUMNS


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """All competitors, as one list.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: another header, torn, or a line that cannot be read.
    """
    rows = table(text_of(data, name), name, ";")
    number, header = next(rows, (1, []))
    if tuple(header[: len(_COLUMNS)]) != _COLUMNS:
        raise FormatError(f"{name} line {number} is no header of TAF ({';'.join(_COLUMNS)};...)")
    found = []
    for at, cells in rows:
        where = f"{name} line {at}"
        if len(cells) != len(header):
            raise FormatError(f"{where}: {len(cells)} columns where the header has {len(header)}")
        try:
            found.append(_entrant(dict(zip(header, cells, strict=True))))
        except Refused as error:
            raise FormatError(f"{where}: {error}") from error
    return (StartList(entrants=tuple(found)),)


def _entrant(row: dict[str, str]) -> Entrant:
    kind = row["CompetitorType"]
    if kind not in _TYPES:
        raise FormatError(f"no kind of competitor: '{kind}' (Athlete, Relay or Team)")
    team = row.get("RelayName" if kind == "Relay" else "TeamName", "") if kind != "Athlete" else ""
    infix = row.get("Infix", "")
    family = " ".join(part for part in (infix, row["LastName"]) if part)
    code = row.get("Nation", "")
    return Entrant(
        name=team or f"{row['FirstName']} {family}".strip(),
        family="" if team else family,
        bib=row["Bib"],
        nation=code if code in NATIONS else "",
        club=row.get("ClubName", "") or ("" if code in NATIONS else code),
        born=born_of(row["Yob"]),
        sex=sex_or_none(row["Gender"]),
        licence=row["Code"],
        team=kind != "Athlete",
    )

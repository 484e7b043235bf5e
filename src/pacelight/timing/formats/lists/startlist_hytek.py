"""Entries for Hy-Tek's Track and Field Meet Manager: records ``I``, ``D``, ``E`` and ``Q`` with semicolons.

An entry says who and for which event, not in which heat and lane: each event and class is one list.
``I`` gives the number worn and more of the person. ``R``, the older record of relays, is refused: where its
fields stand is not known well enough, and ``Q`` says more.

Source: hytek.active.com, User Guides TFMM5 and TFMM6, "Import Entries from a Semi-Colon Delimited File"
(the kinds of records, what they share, declarations); two public files of such entries, beside
adamengst/hytek-import (the order of fields in ``I`` and ``D``); one open program that writes ``Q``.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pacelight.book.birth import Birth
from pacelight.book.formats.dates import DayLayout
from pacelight.book.formats.text import beginning
from pacelight.distance import Distance
from pacelight.errors import FormatError, Refused
from pacelight.nation import NATIONS
from pacelight.timing.formats.lists.cells import text_of
from pacelight.timing.formats.lists.entrant import Entrant, StartList, clean
from pacelight.timing.formats.lists.words import distance_of, seed_of, sex_or_none
from pacelight.timing.results import Status

if TYPE_CHECKING:
    from pacelight.event import Sex

__all__ = ["read", "recognise"]

_RECORD = re.compile(r"[DEQ];[^;\n]*;[^;\n]*;[^;\n]*;[MFX]?;", re.IGNORECASE)
_INFORMATION = re.compile(r"I;[^;\n]*;[^;\n]*;[^;\n]*;[MF]?;", re.IGNORECASE)
_LAYOUT = DayLayout("MM/DD/YYYY")
_LONGEST = 40
_RUNNERS_FROM, _RUNNER_FIELDS = 15, 8
_RACE = re.compile(r"([0-9]{2,5})M?[HSW]?", re.IGNORECASE)
_SCRATCHED = "S"
_KINDS = frozenset("IDEQ")
_CITIZEN, _LICENCE, _NUMBER = 16, 21, 22
"""Fields of an ``I`` record, from 0."""

_NOTHING = [""] * _LONGEST


def recognise(data: bytes, name: str) -> bool:
    """Whether it begins with a record of entries."""
    del name
    lines = beginning(data)
    return bool(lines) and bool(_RECORD.match(lines[0]) or _INFORMATION.match(lines[0]))


def read(data: bytes, name: str = "the file") -> tuple[StartList, ...]:
    """Who has entered, by event and class.

    Args:
        data: all bytes of the file.
        name: of the file, for refusals.

    Raises:
        FormatError: no text, or a record of another kind or without what it needs; the line is named.
    """
    records = _records(text_of(data, name), name)
    known = {tuple(fields[1:8]): fields for _, fields in records if fields[0] == "I"}
    found: dict[tuple[str, Sex | None, str], list[Entrant]] = {}
    for where, fields in records:
        if fields[0] == "I":
            continue
        try:
            code, measure, one = _relay(fields) if fields[0] == "Q" else _individual(fields, known)
        except Refused as error:
            raise FormatError(f"{where}: {error}") from error
        found.setdefault((code, one.sex, measure), []).append(one)
    return tuple(
        StartList(
            entrants=tuple(entrants),
            title=f"{code} {sex or ''}".strip(),
            code=code,
            sex=sex,
            distance=_distance(code) if measure == "M" else None,
        )
        for (code, sex, measure), entrants in found.items()
    )


def _records(text: str, name: str) -> list[tuple[str, list[str]]]:
    """Each record that is not blank: where it stands, and its fields, empty ones added at the end."""
    if not text.endswith(("\n", "\r")):
        raise FormatError(f"{name} is torn: its last record does not end; take the whole file")
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{name} line {number}"
        fields = [clean(field) for field in line.split(";")]
        fields[0] = fields[0].upper()
        if fields[0] == "R":
            raise FormatError(f"{where}: an R record of a relay is not read (export relays as Q)")
        if fields[0] not in _KINDS:
            raise FormatError(f"{where}: no record of entries: '{fields[0][:20]}' (I, D, E or Q)")
        found.append((where, [*fields, *[""] * (_LONGEST - len(fields))]))
    return found


def _individual(
    fields: Sequence[str], known: Mapping[tuple[str, ...], Sequence[str]]
) -> tuple[str, str, Entrant]:
    """The event, what it is measured in, and who has entered for it."""
    last, first, initial, sex_text, born, code, team = fields[1:8]
    if not (last or first):
        raise FormatError("nobody's name")
    more = known.get(tuple(fields[1:8]), _NOTHING)
    newer = fields[0] == "D"
    one = Entrant(
        name=" ".join(part for part in (first, initial, last) if part),
        family=last,
        bib=(fields[14] if newer else "") or more[_NUMBER],
        nation=more[_CITIZEN] if more[_CITIZEN] in NATIONS else "",
        club=team or code,
        born=Birth(_LAYOUT.read(born)) if born else None,
        sex=sex_or_none(sex_text),
        licence=more[_LICENCE],
        seed=seed_of(fields[11]),
        status=Status.DNS if newer and fields[16].upper() == _SCRATCHED else None,
    )
    return _contested(fields[10]), fields[12].upper(), one


def _relay(fields: Sequence[str]) -> tuple[str, str, Entrant]:
    """A relay: team in fields 2 and 3, its letter in 4, runners from 16 on, eight fields each."""
    code, team, letter, sex_text = fields[1:5]
    if not (code or team):
        raise FormatError("no team's name")
    legs = [
        " ".join(part for part in (fields[at + 1], fields[at + 2], fields[at]) if part)
        for at in range(_RUNNERS_FROM, len(fields) - 2, _RUNNER_FIELDS)
    ]
    one = Entrant(
        name=f"{team or code} {letter}".strip(),
        club=team or code,
        sex=sex_or_none(sex_text),
        seed=seed_of(fields[7]),
        legs=tuple(leg for leg in legs if leg),
        team=True,
        status=Status.DNS if fields[11].upper() == _SCRATCHED else None,
    )
    return _contested(fields[6]), "", one


def _contested(code: str) -> str:
    if not code:
        raise FormatError("no event")
    return code


def _distance(code: str) -> Distance | None:
    """How far, of the code of a race: ``1500``, ``110H``, ``3000S``."""
    match = _RACE.fullmatch(code)
    return distance_of(match[1]) if match else None

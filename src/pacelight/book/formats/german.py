"""Disciplines by the codes of German meet software: ``1K5`` of TAF, ``L1K5`` and ``TKUG_7260`` of the DLV.

A code that is not in the table is never read as one of World Athletics: ``PEN`` is a shuttle relay here,
``10M`` a team of road runners.

Source: Deutscher-Leichtathletikverband/Interfaces, samples of the registration format 1.2;
the list of disciplines of LADV as public programs carry it; nimarion/records, disciplines.csv (TAF 3).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from pacelight.book.formats.words import short_twin
from pacelight.errors import EventError
from pacelight.event import EVENTS, Event, Sex

__all__ = ["dlv", "group_of", "taf"]

_RUNS = (
    "50|60|100|150|200|300|400|500|600|800|1K0:1000|1K5:1500|MEI:MILE"
    "|2K0:2000|3K0:3000|2MEI:2MLS|5K0:5000|10K"
)
_ROAD_DLV = "5K:5RR|10K:10RR|15K:15RR|20K:20RR|25K:25RR|HAL:HMAR|MAR|100K"
_ROAD_TAF = "5S:5RR|10S:10RR|15S:15RR|20S:20RR|25S:25RR|HAL:HMAR|MAR|100S:100K"
_HURDLES_DLV = "50:50H|60:60H|80:80H|100:100H|110:110H|200:200H|300:300H|400:400H|2K0:2KSC|3K0:3KSC"
_HURDLES_TAF = (
    "50H|60H|80H|100H|110H|200H|300H|400H|10H:100H|11H:110H|20H:200H|30H:300H|40H:400H"
    "|2KH:2KSC|2K0H:2KSC|3KH:3KSC|3K0H:3KSC"
)
_RELAYS = "4X1|4X2|4X4|4X8|4X15"
_WALKS_DLV = "B3:3KW|B5:5KW|B10:10KW|B20:20KW|B50:50KW|S5:5KR|S10:10KR|S20:20KR|S30:30KR|S50:50KR"
_WALKS_TAF = "3G:3KW|5G:5KW|10G:10KW|20G:20KW|50G:50KW|5GS:5KR|10GS:10KR|20GS:20KR|30GS:30KR|50GS:50KR"
_FIELD = "HOC:HJ|STA:PV|WEI:LJ|DRE:TJ|KUG:SP|DIS:DT|HAM:HT|SPE:JT"


def _table(prefix: str, codes: str) -> dict[str, str]:
    pairs = [pair.partition(":") for pair in codes.split("|")]
    return {prefix + code: event or code for code, _, event in pairs}


_DLV: Mapping[str, str] = MappingProxyType(
    _table("L", _RUNS)
    | _table("S", _ROAD_DLV)
    | _table("H", _HURDLES_DLV)
    | _table("X", _RELAYS)
    | _table("G", _WALKS_DLV)
    | _table("T", _FIELD)
    | _table("", "ASTD:HOUR")
)
_TAF: Mapping[str, str] = MappingProxyType(
    _table("", _RUNS)
    | _table("", "50M:50|60M:60")
    | _table("", _ROAD_TAF)
    | _table("", _HURDLES_TAF)
    | _table("", _RELAYS)
    | _table("", _WALKS_TAF)
    | _table("", _FIELD)
    | _table("", "STD:HOUR")
)
_COMBINED: Mapping[tuple[str, Sex, bool], str] = MappingProxyType(
    {
        ("10", Sex.MEN, False): "DEC",
        ("10", Sex.WOMEN, False): "DEC",
        ("7", Sex.WOMEN, False): "HEP",
        ("5", Sex.WOMEN, False): "PEN",
        ("7", Sex.MEN, True): "HEPsh",
        ("5", Sex.WOMEN, True): "PENsh",
    }
)
"""Number of events, class, under a roof."""

_MANY = re.compile(r"M?(?P<events>\d{1,2})-?K", re.ASCII)
_WITH_SIZE = re.compile(r"(?P<code>[A-Z0-9]+)_(?P<size>\d{4})", re.ASCII)
_CLASS = re.compile(r"[MWX](?P<group>[A-Z0-9]*)", re.ASCII)


def group_of(agecode: str) -> str:
    """The age group of a class: ``all`` of ``M``, ``U20`` of ``WJU20``, ``35`` of ``M35``.

    Raises:
        EventError: no class.
    """
    match = _CLASS.fullmatch(agecode.strip().upper())
    if match is None:
        raise EventError(f"no class: '{agecode.strip()}' (write it as M, WJU20 or M35)")
    group = match["group"]
    return "all" if group in {"", "JEDER"} else group.removeprefix("J")


def taf(code: str, sex: Sex, agecode: str, *, indoors: bool) -> Event:
    """The event of a code of TAF.

    Raises:
        EventError: no such code, or none of World Athletics for the age group.

    >>> taf("MEI", Sex.MEN, "M", indoors=True).code
    'MILEsh'
    """
    shown = code.strip().upper().replace("\N{MULTIPLICATION SIGN}", "X")
    found = _TAF.get(shown)
    if found is None:
        found = _combined(shown, code, sex, indoors=indoors)
    return _contested(EVENTS[found].of_age(group_of(agecode), sex), sex, indoors=indoors)


def dlv(code: str, sex: Sex, agecode: str, *, indoors: bool) -> Event:
    """The event of a code of the DLV, with the height of its barriers or the weight of its implement.

    Raises:
        EventError: no such code, no such height or weight, or none of World Athletics for the age group.

    >>> dlv("TKUG_6000", Sex.MEN, "MJU20", indoors=False).code
    'SPJ'
    """
    shown = code.strip().upper()
    sized = _WITH_SIZE.fullmatch(shown)
    found = _DLV.get(sized["code"] if sized else shown)
    if found is None:
        found = _combined(shown, code, sex, indoors=indoors)
    if sized is None:
        one = EVENTS[found].of_age(group_of(agecode), sex)
    else:
        one = _of_size(EVENTS[found], sex, int(sized["size"]), code)
    return _contested(one, sex, indoors=indoors)


def _of_size(base: Event, sex: Sex, size: int, code: str) -> Event:
    family = (base, *(one for one in EVENTS.values() if one.senior == base.code))
    for one in family:
        if sex in one.sexes and size in {one.height_mm.of(sex), one.weight_g.of(sex)}:
            return one
    raise EventError(f"no event '{code.strip()}' of {sex} (World Athletics has no {base.name} of that size)")


def _combined(shown: str, code: str, sex: Sex, *, indoors: bool) -> str:
    match = _MANY.fullmatch(shown)
    found = _COMBINED.get((match["events"], sex, indoors)) if match else None
    if found is None:
        raise EventError(f"no event '{code.strip()}' of {sex} in the codes of German meet software")
    return found


def _contested(one: Event, sex: Sex, *, indoors: bool) -> Event:
    """The event on its track, if this class contests it."""
    on_track = (short_twin(one) if indoors else None) or one
    if sex not in on_track.sexes:
        raise EventError(f"{on_track.name} is not contested by {sex}")
    return on_track

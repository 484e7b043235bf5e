"""Who counts where, and since when.

The table is ``data/nations.toml``, with sources and validity dates.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from pacelight.errors import NationError

__all__ = ["AREAS", "NATIONS", "Nation", "area_of", "nation"]


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation as results name it, by the code of World Athletics.

    Attributes:
        code: ``NOR``.
        name: ``Norway``.
        area: the area in which it counts; for a former nation the one it counted in;
            None for a team that is no nation (neutral athletes, refugees, mixed teams).
        since: first day under this code; None where its athletes ran under no other before.
        until: last day under this code; None where it still is.
        successors: codes that followed it.
        member: a member federation of World Athletics today.
        absent: first and last day of a time in which its athletes ran under other codes.
        counted: area it counted in before, and the last day of that.
    """

    code: str
    name: str
    area: str | None
    since: date | None = None
    until: date | None = None
    successors: tuple[str, ...] = ()
    member: bool = False
    absent: tuple[date, date] | None = None
    counted: tuple[str, date] | None = None

    def existed(self, day: date) -> bool:
        """Whether athletes ran under this code on that day.

        >>> nation("URS").existed(date(1992, 2, 1))
        False
        """
        begun = self.since is None or self.since <= day
        ended = self.until is not None and self.until < day
        away = self.absent is not None and self.absent[0] <= day <= self.absent[1]
        return begun and not ended and not away


def _table() -> dict[str, Any]:
    return tomllib.loads(files("pacelight").joinpath("data/nations.toml").read_text(encoding="utf-8"))


def _living(table: dict[str, Any], code: str, name: str, area: str | None, *, member: bool) -> Nation:
    absent = table["absent"].get(code)
    counted = table["counted"].get(code)
    return Nation(
        code=code,
        name=name,
        area=area,
        since=table["since"].get(code),
        member=member,
        absent=(absent[0], absent[1]) if absent else None,
        counted=(counted["area"], counted["until"]) if counted else None,
    )


def _load(table: dict[str, Any]) -> Mapping[str, Nation]:
    nations = [
        _living(table, code, name, area, member=folder == "members")
        for folder in ("members", "others")
        for area, rows in table[folder].items()
        for code, name in rows.items()
    ]
    nations += [Nation(code, name, None) for code, name in table["neutral"].items()]
    nations += [
        Nation(code, **(row | {"successors": tuple(row["successors"])}))
        for code, row in table["former"].items()
    ]
    return MappingProxyType({one.code: one for one in sorted(nations, key=lambda one: one.code)})


_TABLE = _table()
_CODE = 3
_SPELT: Mapping[str, str] = _TABLE["spelt"]

AREAS: Mapping[str, str] = MappingProxyType(_TABLE["areas"])
"""The six areas of World Athletics: code to name."""

NATIONS: Mapping[str, Nation] = _load(_TABLE)
"""Every nation by its code, the former ones included."""


def nation(code: str) -> Nation:
    """The nation of a code: of World Athletics, or a second code in common use (``PSE`` is ``PLE``).

    Raises:
        NationError: there is no such nation; the nearest are given.

    >>> nation("KGZ").area
    'ASI'
    """
    written = " ".join(code.split())
    shown = written.upper()
    found = NATIONS.get(_SPELT.get(shown, shown))
    if found is None:
        raise NationError(f"no nation '{written}' ({_nearest(shown)})")
    return found


def area_of(code: str, day: date) -> str:
    """The area for which a nation's athletes counted on a day: AFR, ASI, EUR, NAC, OCE or SAM.

    Raises:
        NationError: there is no such nation, it was not on that day, or it is a team of no area.

    >>> area_of("ISR", date(2024, 8, 1))
    'EUR'
    """
    one = nation(code)
    if one.area is None:
        raise NationError(f"{one.code} ({one.name}) counts for no area")
    if not one.existed(day):
        raise NationError(f"no athlete ran for {one.code} on {day}{_instead(one, day)}")
    if one.counted is not None and day <= one.counted[1]:
        return one.counted[0]
    return one.area


def _instead(one: Nation, day: date) -> str:
    """Under which codes its athletes may have run on that day, as the end of a sentence."""
    if one.until is not None and one.until < day:
        near = [NATIONS[code] for code in one.successors]
    else:
        near = [other for other in NATIONS.values() if one.code in other.successors]
    codes = [other.code for other in near if other.existed(day)]
    return f" (write {' or '.join(codes)})" if codes else ""


def _nearest(shown: str) -> str:
    """The nations nearest to a text in capitals: by code where it is as short as one, else by name."""
    if len(shown) <= _CODE:
        near = get_close_matches(shown, NATIONS, n=3, cutoff=0.5)
    else:
        names = {one.name.upper(): one.code for one in NATIONS.values()}
        within = [code for name, code in names.items() if shown in name]
        near = within[:3] or [names[name] for name in get_close_matches(shown, names, n=3, cutoff=0.7)]
    if not near:
        return "write the code of World Athletics, as NOR or USA"
    return "nearest: " + ", ".join(f"{code} {NATIONS[code].name}" for code in near)

"""Who counts where, and since when.

The table is `data/nations.toml`, with its sources. An area record is asked of the nation on the day.
"""

import difflib
import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Self

from pacelight.errors import NationError

__all__ = ["AREAS", "NATIONS", "Nation", "area_of", "nation"]

AREAS = MappingProxyType(
    {
        "AFR": "Africa",
        "ASI": "Asia",
        "EUR": "Europe",
        "NAC": "North and Central America and the Caribbean",
        "OCE": "Oceania",
        "SAM": "South America",
    }
)
"""The six areas of World Athletics. `SAM` and `NAM` are also nations: an area is never looked up as one."""


@dataclass(frozen=True, slots=True)
class Nation:
    """A member, present or past.

    Attributes:
        code: three letters, as World Athletics writes them.
        area: where its marks count; None for teams of no area.
        since, until: first and last day of the code; open where lists do not reach its ends.
        successors: codes of those whose records go on from it.
        earlier_area: where its marks counted before `area_since`.

    >>> nation("KGZ").area
    'ASI'
    """

    code: str
    name: str
    area: str | None = None
    since: date = date.min
    until: date = date.max
    successors: tuple[str, ...] = ()
    earlier_area: str | None = None
    area_since: date = date.min

    @classmethod
    def from_table(cls, row: dict[str, Any]) -> Self:
        """One entry of ``data/nations.toml``."""
        return cls(**(row | {"successors": tuple(row.get("successors", ()))}))

    def area_on(self, day: date) -> str | None:
        """Where its marks counted on a day; None for teams of no area."""
        return self.area if day >= self.area_since else self.earlier_area


def _load() -> tuple[MappingProxyType[str, Nation], dict[str, str]]:
    table = tomllib.loads(files("pacelight").joinpath("data/nations.toml").read_text(encoding="utf-8"))
    rows = (Nation.from_table(row) for row in table["nation"])
    return MappingProxyType({row.code: row for row in rows}), table["other_codes"]


NATIONS, _OTHER = _load()
"""Every nation by its code, former ones included."""


def nation(code: str) -> Nation:
    """The nation of a code, however others write it.

    Raises:
        NationError: no such nation; the nearest codes are given.
    """
    plain = code.strip().upper()
    found = NATIONS.get(_OTHER.get(plain, plain))
    if found is None:
        near = difflib.get_close_matches(plain, NATIONS, n=3, cutoff=0.5)
        hint = f"nearest: {', '.join(near)}" if near else "write three letters, as in NOR"
        raise NationError(f"no such nation: '{code}' ({hint})")
    return found


def area_of(code: str, day: date) -> str | None:
    """In which area a nation's marks counted on a day; None for teams of no area.

    Raises:
        NationError: no such nation.

    >>> area_of("KAZ", date(2025, 2, 13))
    'ASI'
    """
    return nation(code).area_on(day)

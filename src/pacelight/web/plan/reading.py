"""An address read: which plan, at which points, for which pacemakers."""

import re
from collections.abc import Iterable, Mapping

from pacelight.distance import Distance
from pacelight.errors import DistanceError, PlanError
from pacelight.plan.laps import Laps
from pacelight.plan.table import Row, table
from pacelight.plan.wanted import Wanted
from pacelight.track import TRACKS, track
from pacelight.web.plan.asked import FIELDS, Asked, Look, Wrong
from pacelight.web.plan.plans import Plans

__all__ = ["read"]

_LONGEST = 4000
"""Characters of a field: of splits that were pasted."""

_COMMA = r"\d+(?::\d\d){1,2},\d{1,3}|\d+,\d{1,2}"
"""A time with a decimal comma: ``3:30,5``, ``2,0``; with three digits behind it might be one thousand."""

_TIME = re.compile(_COMMA)
_OF_POINT = re.compile(rf"(?<=[\s=|])(?:{_COMMA})(?=[\s,]*(?:[\n;]|$))")

_MOST_ROWS = 500
_MOST_PACERS = 6


class _Points:
    """The points at which a plan is told."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given
        self.wrong: dict[str, Wrong] = {}

    def lane(self) -> int | None:
        """The lane, counted from 1; None where it is no number."""
        lane = self.given.get("lane", "1")
        if re.fullmatch(r"[0-9]{1,2}", lane):
            return int(lane)
        self.wrong["lane"] = Wrong("plan-wrong-lane")
        return None

    def laps(self, wanted: Wanted) -> Laps | None:
        """The track and the lane; None where they cannot be."""
        named = self.given.get("track") or (
            "short-200" if wanted.event.code.endswith("sh") else "standard-400"
        )
        if named not in TRACKS:
            self.wrong["track"] = Wrong.echoing("plan-wrong-track", named)
            return None
        lane = self.lane()
        try:
            return None if lane is None else Laps(track(named), wanted.plan.distance, lane)
        except PlanError as error:
            self.wrong["lane"] = Wrong(text=str(error))
        return None

    def every(self, laps: Laps | None) -> tuple[Distance, Distance | None] | None:
        """How far apart the rows are, and how far from the start the first is."""
        text = self.given.get("every", "lap" if laps is not None and not laps.track.is_open else "100")
        try:
            if text == "lap":
                return None if laps is None else (laps.lap, laps.first)
            return Distance.parse(text), None
        except (DistanceError, PlanError) as error:
            self.wrong["every"] = Wrong(text=str(error))
        return None

    def rows(self, wanted: Wanted, apart: tuple[Distance, Distance | None]) -> tuple[Row, ...]:
        """The table of a plan."""
        if not apart[0].mm or wanted.plan.distance.mm // apart[0].mm > _MOST_ROWS:
            self.wrong["every"] = Wrong("plan-wrong-every")
            return ()
        return tuple(table(wanted.plan, *apart))

    def pacers(self, wanted: Wanted) -> tuple[Distance, ...]:
        """How far each pacemaker runs."""
        text = self.given.get("pacers", "")
        told = [one for one in text.replace(";", ",").split(",") if one.strip()]
        found: list[Distance] = []
        try:
            found = sorted({Distance.parse(one) for one in told})
        except DistanceError:
            self.wrong["pacers"] = Wrong.echoing("plan-wrong-pacers", text)
            return ()
        if len(found) > _MOST_PACERS:
            self.wrong["pacers"] = Wrong("plan-wrong-many-pacers", {"most": _MOST_PACERS})
        elif any(not 0 < one.mm <= wanted.plan.distance.mm for one in found):
            self.wrong["pacers"] = Wrong("plan-wrong-far-pacers", {"most": str(wanted.plan.distance)})
        else:
            return tuple(found)
        return ()


def read(pairs: Iterable[tuple[str, str]], look: Look | None, *, comma: bool = False) -> Asked:
    """What an address asks.

    Args:
        pairs: names and values, as they stand in it; of a name that stands twice the first.
        look: asks the book; None where there is none.
        comma: who asks writes a decimal comma; a decimal point is read all the same.
    """
    given: dict[str, str] = {}
    for name, value in pairs:
        text = value.replace("\r\n", "\n").strip() if "points" in name else " ".join(value.split())
        if name in FIELDS and text:
            given.setdefault(name, text)
    plain = {name: _plain(name, text) for name, text in given.items()} if comma else given
    plans, points = Plans(plain, look), _Points(given)
    long = [name for name, text in given.items() if len(text) > _LONGEST]
    if long:
        return Asked(given, {long[0]: Wrong("plan-wrong-long", {"most": _LONGEST})})
    first = plans.plan()
    second = plans.plan("b_") if "b_kind" in given else None
    if first is None:
        points.lane()
        return Asked(given, {**plans.wrong, **points.wrong})
    laps = points.laps(first)
    apart = points.every(laps)
    pacers = points.pacers(first)
    rows = points.rows(first, apart) if apart is not None else ()
    others = points.rows(second, apart) if apart is not None and second is not None else ()
    return Asked(
        given=given,
        plain=plain,
        wrong={**plans.wrong, **points.wrong},
        first=first,
        second=second,
        rows=rows,
        others=others,
        laps=laps,
        every=None if apart is None else apart[0],
        pacers=pacers,
    )


def _plain(name: str, text: str) -> str:
    """A field with a decimal point where a time in it has a comma."""
    field = name.removeprefix("b_")
    if field in {"time", "faster"} and _TIME.fullmatch(text):
        return text.replace(",", ".")
    if field == "points":
        return _OF_POINT.sub(lambda found: found[0].replace(",", "."), text)
    return text

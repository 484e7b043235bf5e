"""From a race to performances: the finishes, and what was run on the way to them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pacelight.book.model import Performance
from pacelight.errors import RaceError
from pacelight.event import Event, Sex
from pacelight.mark import Mark
from pacelight.timing.passing import Owner
from pacelight.timing.results import Result, official_mark
from pacelight.timing.splits import Split, SplitTable

__all__ = ["Heat", "Starter", "performance_of", "performances"]


@dataclass(frozen=True, slots=True)
class Starter:
    """A line of the start list.

    Attributes:
        athlete_key: who it is in the book: ``ingebrigtsen-jakob``.
        nation: the one competed for on the day.
    """

    bib: str
    athlete_key: str
    athlete: str
    nation: str


@dataclass(frozen=True, slots=True)
class Heat:
    """One race over one distance: what every performance made in it shares.

    Attributes:
        day: local date at the venue.
        name: tells heats of one day apart (``heat 2``); empty where there is one.
        source_key: who says so.

    Raises:
        RaceError: one bib for two starters.
    """

    event: Event
    sex: Sex
    day: date
    venue: str
    competition: str
    starters: tuple[Starter, ...]
    name: str = ""
    source_key: str = ""

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for starter in self.starters:
            if starter.bib in seen:
                raise RaceError(f"bib {starter.bib} stands twice on the start list")
            seen.add(starter.bib)

    def starter(self, bib: str) -> Starter:
        """Who wears this bib.

        Raises:
            RaceError: nobody on the start list.
        """
        found = next((starter for starter in self.starters if starter.bib == bib), None)
        if found is None:
            known = ", ".join(starter.bib for starter in self.starters)
            raise RaceError(f"bib {bib} is not on the start list ({known})")
        return found


def performances(
    heat: Heat, results: Sequence[Result], splits: SplitTable | None = None
) -> list[Performance]:
    """All performances of a finished race, in order of time; within it the place decides.

    A split makes one if it is the athlete's own, marked official, at the distance of an event on
    that kind of track, and the athlete finished the full distance: a pacemaker who steps off sets
    nothing, nor does who is disqualified.

    Raises:
        RaceError: a result whose bib is not on the start list.

    Source: World Athletics Competition Rules, CR31: records at intermediate distances.
    """
    made: list[tuple[int, int, Performance]] = []
    for nth, result in enumerate(results):
        heat.starter(result.bib)
        if not result.finished or result.mark is None:
            continue
        order = result.place or len(results) + nth
        for split in splits.of(result.bib) if splits else ():
            on_the_way = performance_of(heat, split)
            if on_the_way is not None:
                made.append((split.elapsed.ns, order, on_the_way))
        finish = _performance(heat, result.bib, heat.event, result.mark, place=result.place)
        made.append((result.mark.elapsed.ns, order, finish))
    return [performance for _, _, performance in sorted(made, key=lambda row: row[:2])]


def performance_of(heat: Heat, split: Split) -> Performance | None:
    """The performance that a split will be, once the athlete has finished; None if it makes none.

    Raises:
        RaceError: the bib is not on the start list.
    """
    if not split.official or split.owner is not Owner.ATHLETE:
        return None
    event = next((event for event in heat.event.en_route() if event.distance == split.distance), None)
    if event is None:
        return None
    mark = official_mark(split.elapsed, split.method, event.precision)
    return _performance(heat, split.bib, event, mark, en_route_of=heat.event.code)


def _performance(
    heat: Heat,
    bib: str,
    event: Event,
    mark: Mark,
    *,
    place: int | None = None,
    en_route_of: str | None = None,
) -> Performance:
    starter = heat.starter(bib)
    where = "-".join(filter(None, (_slug(heat.venue), _slug(heat.name))))
    return Performance(
        key=f"{heat.day.isoformat()}-{where}-{event.code}-{heat.sex}-{starter.athlete_key}",
        event=event.code,
        sex=heat.sex,
        mark=mark,
        athlete_key=starter.athlete_key,
        athlete=starter.athlete,
        nation=starter.nation,
        day=heat.day,
        venue=heat.venue,
        competition=heat.competition,
        place=place,
        en_route_of=en_route_of,
        source_key=heat.source_key,
    )


def _slug(text: str) -> str:
    """Lower-case ASCII letters and digits between hyphens: ``Liévin`` is ``lievin``."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")

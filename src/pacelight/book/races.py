"""Which races of women a list takes: on the road the world record is two, of women's races and of mixed ones.

::

    before 2012   one world record, whoever ran along
    since 2012    one of races of women only (Wo), one of mixed races (Mx)

A mark of whose race nobody says who ran in it stands in neither of the two.
Records of areas and nations, and an athlete's own, ask for no kind: every race counts for them.

Source: World Athletics Competition Rules, CR32, note on road races of women, race walking excepted
(the text was not before us). The IAAF's rule of 2011 was in force from 2012-01-01 (Reuters, 2011-09-20), and
records of mixed races stayed records (IAAF Council, 2011-11-10); from which day new ones counted again
is not known to us.
"""

from datetime import date

from pacelight.book.model import Performance
from pacelight.event import Discipline, Event, Level, RaceKind, Sex, TrackKind

__all__ = ["DIVIDED_SINCE", "divided", "kind_of"]

DIVIDED_SINCE = date(2012, 1, 1)
"""The first day of the two lists."""

_FLAGS = {RaceKind.WOMEN_ONLY: "Wo", RaceKind.MIXED: "Mx"}
_CONDITIONS = {RaceKind.WOMEN_ONLY: "women-only race", RaceKind.MIXED: "mixed race"}


def kind_of(performance: Performance) -> RaceKind | None:
    """Who ran in its race, by its flags or its conditions; None where nothing or both is said."""
    flags = performance.flags.split()
    said = [kind for kind in RaceKind if _FLAGS[kind] in flags or _CONDITIONS[kind] in performance.conditions]
    return said[0] if len(said) == 1 else None


def divided(event: Event, sex: Sex, level: Level, day: date) -> bool:
    """Whether there are two such records on a day, one for each kind of race."""
    road = event.track is TrackKind.ROAD and event.discipline is Discipline.RUN
    return road and sex is Sex.WOMEN and level is Level.WR and day >= DIVIDED_SINCE

"""From held records to answers: the record that stands, the steps that led to it, what a mark breaks."""

from collections.abc import Iterable, Sequence
from datetime import date

from pacelight.book.history import Held
from pacelight.book.model import ALL, WORLD, Coverage, Entry, Standing, Status, Step
from pacelight.event import Event, Level, RaceKind
from pacelight.measure import score

__all__ = ["best_of_each", "by_list", "covering", "covering_list", "lists_of", "ranked", "standing", "steps"]


def standing(event: Event, covered: Coverage, held: Sequence[Held], day: date) -> Standing:
    """The record after the last of those held.

    Args:
        event: the event.
        covered: the list, and what the book covers of it.
        held: the progression so far, at least one.
        day: for which day it is named: recognition changes with time.
    """
    mark = held[-1].performance.mark
    holders = [record for record in held if score(record.performance.mark) == score(mark)]
    level = covered.level
    if not isinstance(level, Level):
        raise TypeError("an all-time list holds no record")
    return Standing(
        event=event,
        sex=covered.sex,
        level=level,
        label=event.label(level, day),
        scope=covered.scope,
        mark=mark,
        holders=tuple(record.performance for record in holders),
        since=holders[0].performance.day,
        statuses=tuple(record.status or Status.CANDIDATE for record in holders),
        recognition=event.recognition(level, day),
        coverage=covered,
    )


def steps(event: Event, covered: Coverage, held: Sequence[Held], as_of: date) -> list[Step]:
    """Each record of a progression and how long it stood, but for those beaten before the list begins."""
    made = []
    for row, record in enumerate(held):
        day = record.performance.day
        mark = score(record.performance.mark)
        later = (after for after in held[row + 1 :] if score(after.performance.mark) < mark)
        beaten = next((after.performance.day for after in later), None)
        if beaten is None or beaten > covered.since:
            made.append(
                Step(
                    standing=standing(event, covered, held[: row + 1], day),
                    performance=record.performance,
                    equalled=record.equalled,
                    until=beaten,
                    days_stood=((beaten or as_of) - day).days,
                )
            )
    return made


def ranked(
    listed: Sequence[Held], covered: Coverage, n: int | None, *, all_performances: bool
) -> tuple[Entry, ...]:
    """The first so many with their ranks: equal marks share one, and the next is skipped (1, 1, 3).

    Where the book covers only the best of each athlete, the rank of a performance is not known.
    """
    complete = covered.level == "PERFORMANCES" or not all_performances
    entries: list[Entry] = []
    for place, record in enumerate(listed[:n], start=1):
        mark = record.performance.mark
        rank: int | None = place
        if not complete or (covered.down_to is not None and score(mark) > score(covered.down_to)):
            rank = None
        elif entries and entries[-1].performance.mark == mark:
            rank = entries[-1].rank
        entries.append(Entry(rank, record.performance, record.status))
    return tuple(entries)


def covering(
    coverage: Iterable[Coverage],
    level: Level,
    scope: str,
    day: date,
    *,
    age: str = ALL,
    race: RaceKind | None = None,
) -> Coverage | None:
    """What covers a list on a day, from the earliest day on; None where nothing does."""
    wanted = (level, scope, age, race)
    same = (c for c in coverage if (c.level, c.scope, c.age, c.race) == wanted and c.since <= day)
    return min(same, key=lambda covered: covered.since, default=None)


def by_list(coverage: Iterable[Coverage]) -> dict[tuple[str, str, str, RaceKind | None], list[Coverage]]:
    """The same sorted by level, scope, age group and kind of race: a book may cover thousands of lists."""
    lists: dict[tuple[str, str, str, RaceKind | None], list[Coverage]] = {}
    for one in coverage:
        lists.setdefault((one.level, one.scope, one.age, one.race), []).append(one)
    return lists


def covering_list(
    coverage: Iterable[Coverage],
    scope: str,
    day: date,
    *,
    all_performances: bool,
    age: str = ALL,
    race: RaceKind | None = None,
) -> Coverage | None:
    """What covers an all-time list on a day; the world's list covers each area's and nation's too."""

    def distance(covered: Coverage) -> tuple[bool, bool, int]:
        wrong = all_performances and covered.level == "LIST"
        return wrong, covered.scope != scope, -covered.since.toordinal()

    lists = lists_of(coverage, scope, age, race)
    return min((c for c in lists if c.since <= day), key=distance, default=None)


def lists_of(
    coverage: Iterable[Coverage], scope: str, age: str = ALL, race: RaceKind | None = None
) -> list[Coverage]:
    """What is covered of a scope's all-time list, from whatever day on."""
    whose = {scope, WORLD}
    return [
        c
        for c in coverage
        if not isinstance(c.level, Level) and c.scope in whose and (c.age, c.race) == (age, race)
    ]


def best_of_each(listed: Sequence[Held]) -> list[Held]:
    """Of a list, fastest first, the first line of each athlete."""
    seen: set[str] = set()
    best = []
    for record in listed:
        if record.performance.athlete_key not in seen:
            seen.add(record.performance.athlete_key)
            best.append(record)
    return best

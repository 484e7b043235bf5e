"""The book that ships with the package: typed as facts, each with its source."""

import csv
from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import count
from typing import TypeVar

from pacelight.book.model import (
    Athlete,
    Competition,
    CompetitionKind,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    ListLevel,
    Performance,
    Source,
    Venue,
)
from pacelight.errors import FormatError
from pacelight.event import Level, Sex, TrackKind
from pacelight.mark import Mark

__all__ = ["read_facts", "shipped"]

Fact = TypeVar("Fact")

_LISTS: dict[str, ListLevel] = {"LIST": "LIST", "PERFORMANCES": "PERFORMANCES"}
"""What a coverage of an all-time list may say in place of a record level."""

_YES_NO = {"yes": True, "no": False}


def shipped() -> Facts:
    """The facts of the book that ships with the package."""
    return read_facts(files("pacelight.book") / "data" / "starter")


def read_facts(folder: Traversable) -> Facts:
    """Read a folder of CSV files: sources, athletes, performances, decisions, coverage.

    Two more may be there: what is known of venues, and of competitions.
    A decision without a day was taken and known when the performance was made: nothing says otherwise.
    Performances of one day are taken in the order of the file.

    Raises:
        FormatError: a line that cannot be read, by file and line.
    """
    athletes = tuple(_read(folder, "athletes", _athlete))
    names = {athlete.key: athlete.name for athlete in athletes}
    numbers: dict[tuple[str, str, str], count[int]] = {}

    def performance(row: dict[str, str]) -> Performance:
        group = (row["event"], row["sex"], row["day"])
        seq = next(numbers.setdefault(group, count(1)))
        return _performance(row, names[row["athlete_key"]], seq)

    performances = tuple(_read(folder, "performances", performance))
    days = {performance.key: performance.day for performance in performances}

    def decision(row: dict[str, str]) -> Decision:
        return _decision(row, days[row["performance_key"]])

    return Facts(
        sources=tuple(_read(folder, "sources", _source)),
        athletes=athletes,
        performances=performances,
        decisions=tuple(_read(folder, "decisions", decision)),
        coverage=tuple(_read(folder, "coverage", _coverage)),
        venues=tuple(_read_where_there(folder, "venues", _venue)),
        competitions=tuple(_read_where_there(folder, "competitions", _competition)),
    )


def _read_where_there(
    folder: Traversable, name: str, make: Callable[[dict[str, str]], Fact]
) -> Iterator[Fact]:
    """The same of a file that may be missing."""
    return _read(folder, name, make) if (folder / f"{name}.csv").is_file() else iter(())


def _read(folder: Traversable, name: str, make: Callable[[dict[str, str]], Fact]) -> Iterator[Fact]:
    """Each line of one file as a fact."""
    with (folder / f"{name}.csv").open(encoding="utf-8") as file:
        reader = csv.DictReader(file, strict=True)
        for row in reader:
            if None in row or None in row.values():
                wanted = ", ".join(reader.fieldnames or ())
                raise FormatError(f"{name}.csv line {reader.line_num}: the columns are {wanted}")
            try:
                fact = make(row)
            except KeyError as error:
                raise FormatError(
                    f"{name}.csv line {reader.line_num}: nothing is known of {error}"
                ) from error
            except (ValueError, TypeError) as error:
                raise FormatError(f"{name}.csv line {reader.line_num}: {error}") from error
            yield fact


def _source(row: dict[str, str]) -> Source:
    return Source(row["key"], row["who"], row["url"], date.fromisoformat(row["as_of"]))


def _athlete(row: dict[str, str]) -> Athlete:
    aliases = tuple(alias.strip() for alias in row["aliases"].split(";") if alias.strip())
    return Athlete(row["key"], row["name"], row["nation"], aliases)


def _venue(row: dict[str, str]) -> Venue:
    return Venue(
        name=row["name"],
        nation=row["nation"],
        altitude_m=int(row["altitude_m"]) if row["altitude_m"] else None,
        track=TrackKind(row["track"]) if row["track"] else None,
        lap_mm=int(row["lap_mm"]) if row["lap_mm"] else None,
        roof=_YES_NO[row["roof"]] if row["roof"] else None,
    )


def _competition(row: dict[str, str]) -> Competition:
    kind = CompetitionKind(row["kind"]) if row["kind"] else None
    return Competition(row["name"], kind, row["series"], honours=_YES_NO[row["honours"]])


def _performance(row: dict[str, str], name: str, seq: int) -> Performance:
    return Performance(
        key=row["key"],
        event=row["event"],
        sex=Sex(row["sex"]),
        mark=Mark.parse(row["mark"]),
        athlete_key=row["athlete_key"],
        athlete=name,
        nation=row["nation"],
        day=date.fromisoformat(row["day"]),
        venue=row["venue"],
        competition=row["competition"],
        place=int(row["place"]) if row["place"] else None,
        en_route_of=row["en_route_of"] or None,
        official=_YES_NO[row["official"]],
        source_key=row["source"],
        seq=seq,
        flags=row["flags"],
        note=row["note"],
    )


def _decision(row: dict[str, str], day: date) -> Decision:
    decided = date.fromisoformat(row["decided"]) if row["decided"] else day
    learned = date.fromisoformat(row["learned"]) if row["learned"] else decided
    return Decision(
        performance_key=row["performance_key"],
        kind=DecisionKind(row["kind"]),
        decided=decided,
        learned=learned,
        by=row["by"],
        why=row["why"],
        source=row["source"],
    )


def _coverage(row: dict[str, str]) -> Coverage:
    return Coverage(
        level=_LISTS.get(row["level"]) or Level(row["level"]),
        scope=row["scope"],
        event=row["event"],
        sex=Sex(row["sex"]),
        since=date.fromisoformat(row["since"]),
        down_to=Mark.parse(row["down_to"]) if row["down_to"] else None,
        source=row["source"],
    )

"""The reader of lists for TAF against 26,169 rows that another program writes for import into it."""

from datetime import date
from pathlib import Path

import pytest

from pacelight.book.formats import national, taf
from pacelight.book.formats.line import Line, Refusal
from pacelight.event import EVENTS, Discipline, Level, TrackKind


def told(one: Line | Refusal) -> tuple[object, ...]:
    """What two readers of one row have to agree on."""
    assert isinstance(one, Line), one
    return (
        one.at,
        one.event,
        one.sex,
        one.mark,
        one.day,
        one.nation,
        one.level,
        one.scope,
        one.wind,
        one.flags,
    )


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        # Counted in the files with awk: rows; indoors on an oval; relays.
        ("national_2024-03-29.csv", (13_097, 1_903, 805)),
        ("national_2024-10-01.csv", (13_072, 1_903, 804)),
    ],
)
def test_every_row_reads_as_a_national_record(
    name: str, counts: tuple[int, int, int], shared_data: Path
) -> None:
    data = (shared_data / "national_records" / name).read_bytes()
    assert not taf.recognise(data, name)  # it has a reader of its own, which knows its faults
    found = list(taf.read(data, name, until=date.fromisoformat(name[9:19])))
    assert [one for one in found if isinstance(one, Refusal)] == []
    lines = [one for one in found if isinstance(one, Line)]
    events = [EVENTS[one.event] for one in lines]
    short = sum(event.track is TrackKind.SHORT for event in events)
    relays = sum(event.discipline is Discipline.RELAY for event in events)
    assert (len(lines), short, relays) == counts
    assert {one.level for one in lines} == {Level.NR}


@pytest.mark.parametrize("name", ["national_2024-03-29.csv", "national_2024-10-01.csv"])
def test_it_agrees_with_the_reader_of_national_records_row_for_row(name: str, shared_data: Path) -> None:
    data = (shared_data / "national_records" / name).read_bytes()
    ours = [told(one) for one in taf.read(data, name)]
    theirs = {one.at: told(one) for one in national.read(data, name) if isinstance(one, Line)}
    assert [one for one in ours if one[0] in theirs and theirs[str(one[0])] != one] == []
    assert len(theirs) > len(ours) * 99 // 100

"""Which records are in reach, and what they need."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import MILE, Distance
from pacelight.errors import MarkError
from pacelight.event import Level
from pacelight.mark import Elapsed, Mark
from pacelight.records.reach import FASTER, Chance, reach
from pacelight.records.stakes import Stake

LAP = Distance.parse("200")
WORLD = Stake(
    "1", Level.WR, "WR", "WORLD", "MILEsh", MILE, Mark.parse("3:46.63"), date(2025, 2, 8), ("Yared Nuguse",)
)


def at(distance: str, time: str) -> tuple[Distance, Elapsed]:
    return Distance.parse(distance), Mark.parse(time).elapsed


def test_in_lievin_the_record_was_on_pace_at_the_bell() -> None:
    found = reach(WORLD, *at("1409.344 m", "3:17.40"), LAP)
    assert found.chance is Chance.ON_PACE
    assert found.words == "29.2 for the last lap for WR (3:46.62 or better)"
    assert found.needs == Mark.parse("29.22").elapsed


def test_ahead_of_the_even_run_is_above_zero_in_seconds_and_in_metres() -> None:
    found = reach(WORLD, *at("1500", "3:29.63"), LAP)
    assert round(found.ahead_ns / 1e9, 3) == 1.602
    assert found.ahead_mm == 11_376


def test_a_little_slower_is_in_reach_and_much_slower_is_not() -> None:
    assert reach(WORLD, *at("800", "1:55.00"), LAP).chance is Chance.IN_REACH
    gone = reach(WORLD, *at("800", "2:05.00"), LAP)
    assert gone.chance is Chance.OUT_OF_REACH
    assert gone.words == ""
    assert gone.needs == Mark.parse("1:41.62").elapsed


def test_when_the_time_is_over_no_rest_breaks_it() -> None:
    found = reach(WORLD, *at("1600", "3:46.63"), LAP)
    assert (found.chance, found.needs) == (Chance.OUT_OF_REACH, None)


@pytest.mark.parametrize(
    ("time", "chance"), [("3:45.14", Chance.FELL), ("3:46.62", Chance.FELL), ("3:46.63", Chance.STANDS)]
)
def test_at_the_finish_it_fell_or_stands(time: str, chance: Chance) -> None:
    found = reach(WORLD, *at("mile", time), LAP)
    assert (found.chance, found.needs, found.words) == (chance, None, "")


@given(st.integers(1, 1_609_343), st.integers(1, 226_619_999_999))
def test_who_runs_what_is_needed_breaks_it_and_a_nanosecond_more_does_not(mm: int, ns: int) -> None:
    found = reach(WORLD, Distance(mm), Elapsed(ns), LAP)
    assert found.needs is not None
    finish = ns + found.needs.ns
    assert Mark.from_elapsed(Elapsed(finish)) < WORLD.mark
    assert not Mark.from_elapsed(Elapsed(finish + 1)) < WORLD.mark


@given(st.integers(1, 1_609_343), st.integers(1_000_000_000, 220_000_000_000))
def test_what_is_read_out_is_never_too_slow(mm: int, ns: int) -> None:
    found = reach(WORLD, Distance(mm), Elapsed(ns), LAP)
    if not found.words:
        return
    rest = Mark.parse(found.words.split(" ")[0])
    assert found.needs is not None
    assert rest.elapsed <= found.needs


def test_how_fast_a_rest_has_been_run_is_as_it_was_measured(shared_data: Path) -> None:
    fastest = 0
    for run in complete_runs(shared_data / "splits" / "colobas_1500m_women_100m_splits.csv"):
        for metres in range(400, 1400, 100):
            rest, so_far = run[1500] - run[metres], run[metres]
            fastest = max(fastest, (1500 - metres) * so_far * 1000 // (metres * rest))
    assert fastest == 1109
    assert fastest * FASTER[1] <= FASTER[0] * 1000


def complete_runs(path: Path) -> list[dict[int, int]]:
    """Thousandths of a second at every hundred metres."""
    runs = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            try:
                run = {at: Mark.parse(row[str(at)]).thousandths for at in range(100, 1501, 100)}
            except MarkError:
                continue
            runs.append(run)
    assert len(runs) == 80
    return runs

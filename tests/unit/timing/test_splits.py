"""Splits of real and of impossible races."""

from itertools import accumulate

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.timing import Method, Owner, Passing, SplitTable

LAP = Distance.parse("200")

# Ingebrigtsen, Lievin 2025-02-13: fifteen times 100 m, then 109.344 m (thousandths of a second)
LIEVIN = [14150, 14070, 14130, 14040, 13900, 14180, 14030, 14050, 13880, 14060, 14030, 13870, 13840]
LIEVIN += [13840, 13560, 15510]


def passing(
    bib: str,
    distance: str,
    mark: str,
    method: Method = Method.VIDEO,
    *,
    official: bool = False,
    key: str = "",
    owner: Owner = Owner.ATHLETE,
) -> Passing:
    elapsed = Mark.parse(mark).elapsed
    return Passing(
        bib, Distance.parse(distance), elapsed, method, official, "tv", key or f"{bib}@{distance}", owner
    )


@pytest.fixture
def lievin() -> SplitTable:
    table = SplitTable(MILE, LAP)
    for nth, ms in enumerate(accumulate(LIEVIN), start=1):
        distance = MILE if nth == 16 else Distance(nth * 100_000)
        table.add(Passing("1", distance, Elapsed.of_ms(ms), Method.VIDEO, nth == 15, "letsrun", f"1@{nth}"))
    return table


def test_the_lievin_segments_add_up_to_the_marks_that_were_published(lievin: SplitTable) -> None:
    shown = {str(split.distance): str(Mark.from_elapsed(split.elapsed)) for split in lievin.of("1")}
    assert {at: shown[at] for at in ("400 m", "800 m", "1000 m", "1200 m", "1500 m", "1609.344 m")} == {
        "400 m": "56.39",
        "800 m": "1:52.55",
        "1000 m": "2:20.49",
        "1200 m": "2:48.39",
        "1500 m": "3:29.63",
        "1609.344 m": "3:45.14",
    }
    assert [split.segment.ns // 10**6 for split in lievin.of("1")] == LIEVIN


def test_a_split_knows_its_lap_where_the_point_one_lap_back_was_timed(lievin: SplitTable) -> None:
    splits = lievin.of("1")
    assert splits[0].lap is None
    assert splits[1].lap == Elapsed.of_ms(28_220)  # the first lap is from the start line
    assert splits[5].lap == Elapsed.of_ms(28_080)  # the third 200, once printed as 28.28
    assert splits[-1].lap is None  # nobody timed 1409.344 m


def test_a_split_that_decreases_is_refused_by_name() -> None:
    table = SplitTable(MILE, LAP)
    table.add(passing("7", "400", "56.39"))
    with pytest.raises(RaceError) as refused:
        table.add(passing("7", "500", "55.00"))
    assert str(refused.value) == (
        "bib 7: the split at 500 m (55.000) is not later than the one at 400 m (56.390); "
        "correct one of the two"
    )
    assert [split.distance.mm for split in table.of("7")] == [400_000]


def test_a_late_arrival_must_fit_between_its_neighbours() -> None:
    table = SplitTable(MILE, LAP)
    table.add(passing("7", "100", "14.15"))
    table.add(passing("7", "300", "42.35"))
    with pytest.raises(RaceError, match="bib 7: the split at 300 m"):
        table.add(passing("7", "200", "42.35"))
    late = table.add(passing("7", "200", "28.22", key="again"))
    assert late is not None
    assert late.segment == Elapsed.of_ms(14_070)
    assert [split.segment for split in table.of("7")][2] == Elapsed.of_ms(14_130)


def test_the_same_passing_twice_adds_nothing() -> None:
    table = SplitTable(MILE, LAP)
    assert table.add(passing("7", "100", "14.15")) is not None
    assert table.add(passing("7", "100", "14.15")) is None
    assert len(table.of("7")) == 1


def test_one_key_for_two_passings_is_refused() -> None:
    table = SplitTable(MILE, LAP)
    table.add(passing("7", "100", "14.15", key="k"))
    with pytest.raises(RaceError, match="key 'k' already names another passing"):
        table.add(passing("7", "200", "28.22", key="k"))


def test_a_passing_beyond_the_finish_is_refused() -> None:
    with pytest.raises(RaceError, match=r"bib 7: 1700 m is beyond the finish at 1609\.344 m"):
        SplitTable(MILE, LAP).add(passing("7", "1700", "4:00.00"))


def test_a_race_of_no_length_is_refused() -> None:
    with pytest.raises(RaceError, match="longer than nothing"):
        SplitTable(Distance(0), LAP)


def test_the_official_time_stands_before_the_better_method_and_that_before_the_worse() -> None:
    table = SplitTable(MILE, LAP)
    assert table.add(passing("7", "1500", "3:29.7", Method.HAND, key="hand")) is not None
    assert table.add(passing("7", "1500", "3:29.66", Method.PHOTO, key="photo")) is not None
    assert table.add(passing("7", "1500", "3:29.63", Method.CELL, official=True, key="gate")) is not None
    assert table.add(passing("7", "1500", "3:29.61", Method.PHOTO, key="late")) is None
    (split,) = table.of("7")
    assert (split.elapsed, split.official, split.method) == (Elapsed.of_ms(209_630), True, Method.CELL)


def test_two_official_times_at_one_point_are_a_contradiction() -> None:
    table = SplitTable(MILE, LAP)
    table.add(passing("7", "1500", "3:32.85", official=True, key="a"))
    table.add(passing("7", "1500", "3:32.85", official=True, key="same"))
    with pytest.raises(RaceError, match=r"bib 7: two official times at 1500 m: 3:32\.850 .* 3:32\.860"):
        table.add(passing("7", "1500", "3:32.86", official=True, key="b"))


def test_the_leader_s_split_is_kept_beside_the_athlete_s_own() -> None:
    # Kipyegon, Monaco 2023-07-21: 800 m in 2:04.10 by the pacemaker, 2:04.6 by herself
    table = SplitTable(MILE, Distance.parse("400"))
    table.add(passing("1", "800", "2:04.10", owner=Owner.PACER, key="pacer"))
    table.add(passing("1", "800", "2:04.60", key="own"))
    assert [split.elapsed for split in table.of("1")] == [Elapsed.of_ms(124_600)]
    assert [split.elapsed for split in table.of("1", Owner.PACER)] == [Elapsed.of_ms(124_100)]


def test_a_runner_without_splits_is_finish_only() -> None:
    table = SplitTable(MILE, LAP)
    table.add(passing("1", "100", "14.15"))
    table.add(passing("2", "mile", "3:52.70"))
    assert not table.finish_only("1")
    assert table.finish_only("2")
    assert table.finish_only("3")
    assert table.bibs == ("1", "2")
    assert [row.bib for row in table.finishes] == ["2"]


def test_a_runner_is_lapped_when_someone_was_seen_a_lap_further_before() -> None:
    table = SplitTable(Distance.parse("3000"), LAP)
    for nth in range(1, 11):
        table.add(passing("1", str(nth * 200), f"{nth * 28}.00"))
    for nth in range(1, 8):
        table.add(passing("2", str(nth * 200), f"{nth * 38}.00"))
    assert table.laps_behind("1") == 0
    assert table.laps_behind("2") == 2  # 1400 m in 4:26 when the leader had passed 1800 m in 4:12
    assert table.laps_behind("3") == 0  # never seen

"""What is known of a runner under way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.distance import MILE, Distance
from pacelight.errors import RaceError
from pacelight.event import Level
from pacelight.mark import Elapsed, Mark
from pacelight.meet.bus.protocol import OutlookShown, RecordShown, mark_shown
from pacelight.meet.live.outlook import fallen, outlook, place, renewed
from pacelight.plan.forecast import Point
from pacelight.records.stakes import Stake

LAP = Distance.parse("200")
INGEBRIGTSEN = [
    ("400", "56.39"),
    ("800", "1:52.55"),
    ("1000", "2:20.49"),
    ("1200", "2:48.39"),
    ("1400", "3:16.07"),
    ("1500", "3:29.63"),
    ("mile", "3:45.14"),
]
"""Liévin, 13 February 2025. Source: recordings/lievin-2025-mile.toml."""

MILE_RECORD = Stake(
    "1", Level.WR, "WR", "WORLD", "MILEsh", MILE, Mark.parse("3:46.63"), date(2025, 2, 8), ("Yared Nuguse",)
)
ON_THE_WAY = Stake(
    "1",
    Level.WR,
    "WR",
    "WORLD",
    "1500sh",
    Distance.parse("1500"),
    Mark.parse("3:30.60"),
    date(2022, 2, 17),
    ("Jakob Ingebrigtsen",),
    en_route=True,
)


def run(until: str) -> list[Point]:
    points = [(Distance.parse(at), Mark.parse(time).elapsed) for at, time in INGEBRIGTSEN]
    return [point for point in points if point[0] <= Distance.parse(until)]


def seen(points: Sequence[Point], now: Elapsed | None = None) -> OutlookShown:
    return outlook(MILE, LAP, points, [MILE_RECORD, ON_THE_WAY], now=now)


def said(points: Sequence[Point]) -> list[str]:
    at = points[-1][0]
    return [
        f"{at} {line.code} {line.gap_s:+.2f} s {line.gap_m:+.2f} m {line.chance}: {line.words}".rstrip()
        for line in seen(points).lines
    ]


def test_the_evening_of_lievin_as_it_could_have_been_told() -> None:
    told = [line for at, _ in INGEBRIGTSEN for line in said(run(at))]
    assert told == TOLD.strip().splitlines()


TOLD = """
400 m MILEsh -0.06 s -0.44 m in reach: 2:50.2 for the last 1209 m for WR (3:46.62 or better)
400 m 1500sh -0.23 s -1.64 m in reach: 2:34.2 for the last 1100 m for WR 1500sh (3:30.59 or better)
800 m MILEsh +0.11 s +0.76 m on pace: 1:54.0 for the last 809 m for WR (3:46.62 or better)
800 m 1500sh -0.23 s -1.64 m in reach: 1:38.0 for the last 700 m for WR 1500sh (3:30.59 or better)
1000 m MILEsh +0.33 s +2.35 m on pace: 1:26.1 for the last 609 m for WR (3:46.62 or better)
1000 m 1500sh -0.09 s -0.64 m in reach: 1:10.1 for the last 500 m for WR 1500sh (3:30.59 or better)
1200 m MILEsh +0.60 s +4.23 m on pace: 58.2 for the last 409 m for WR (3:46.62 or better)
1200 m 1500sh +0.09 s +0.64 m on pace: 42.2 for the last 300 m for WR 1500sh (3:30.59 or better)
1400 m MILEsh +1.08 s +7.67 m on pace: 30.5 for the last 209 m for WR (3:46.62 or better)
1400 m 1500sh +0.49 s +3.49 m on pace: 14.5 for the last 100 m for WR 1500sh (3:30.59 or better)
1500 m MILEsh +1.60 s +11.38 m on pace: 16.9 for the last 109 m for WR (3:46.62 or better)
1500 m 1500sh +0.97 s +6.91 m fell:
1609.344 m MILEsh +1.49 s +10.58 m fell:
1609.344 m 1500sh +0.97 s +6.91 m fell:
"""


def test_finishes_are_not_calibrated_and_say_so() -> None:
    found = seen(run("1400"))
    assert found.calibrated is False
    assert found.even is not None
    assert found.current is not None
    assert (found.even.text, found.current.text) == ("3:45.39", "3:45.05")


def test_at_the_finish_there_is_no_finish_to_come() -> None:
    found = seen(run("mile"))
    assert (found.even, found.current, found.projected) == (None, None, False)


def test_between_two_points_the_runner_goes_on_at_the_pace_of_the_last_lap() -> None:
    now = Elapsed(run("1400")[-1][1].ns + 13_840_000_000)  # half of the last lap, 27.68
    found = seen(run("1400"), now)
    assert found.projected
    assert found.distance_m == pytest.approx(1500, abs=0.002)


def test_a_record_on_the_way_that_nobody_timed_is_neither_fallen_nor_standing() -> None:
    found = seen([point for point in run("mile") if point[0] != Distance.parse("1500")])
    assert [line.code for line in found.lines] == ["MILEsh"]


def test_before_the_first_time_nothing_is_known() -> None:
    with pytest.raises(RaceError, match="only after the first one"):
        seen([])
    with pytest.raises(RaceError, match="only after the first one"):
        place(MILE, LAP, run("400"), Elapsed(1))


@given(st.integers(0, 60_000_000_000), st.integers(0, 60_000_000_000))
def test_nobody_is_thought_to_run_backwards_or_beyond_the_finish(one_ns: int, other_ns: int) -> None:
    first, second = sorted((one_ns, other_ns))
    begin = run("1400")[-1][1].ns
    places = [place(MILE, LAP, run("1400"), Elapsed(begin + ns)) for ns in (first, second)]
    assert Distance.parse("1400") <= places[0] <= places[1] <= MILE


def test_who_comes_second_must_beat_what_fell_a_moment_ago() -> None:
    fell = fallen([record("3:45.20", bib="4"), record("3:45.14", bib="1"), record("3:45.16", bib="5")])
    second = replace(MILE_RECORD, bib="2")
    assert [str(one.mark) for one in renewed([second], fell)] == ["3:45.14"]
    assert renewed([MILE_RECORD], fell) == (MILE_RECORD,)
    assert renewed([replace(second, scope="EUR")], fell) == (replace(second, scope="EUR"),)


def test_it_travels_as_json() -> None:
    found = seen(run("1400"))
    assert msgspec.json.decode(msgspec.json.encode(found), type=OutlookShown) == found


def record(mark: str, *, bib: str) -> RecordShown:
    return RecordShown(
        level="WR",
        label="WR",
        scope="WORLD",
        code="MILEsh",
        mark=mark_shown(Mark.parse(mark)),
        by_thousandths=1490,
        stood=mark_shown(Mark.parse("3:46.63")),
        stood_since="2025-02-08",
        stood_by=["Yared Nuguse"],
        en_route=False,
        athlete="Jakob Ingebrigtsen",
        nation="NOR",
        bib=bib,
        status="candidate",
        equalled=False,
    )

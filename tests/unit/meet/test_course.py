"""The course of a race: laps, straights, roads, and a steeplechase that leaves its lap."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import PacelightError, RaceError
from pacelight.lights.canvas.frame import Canvas, coverage
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.canvas.way import Way
from pacelight.mark import Elapsed, Mark
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.replay import retell
from pacelight.meet.programme.course import Course
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.surveys import kept, survey_of
from pacelight.plan.makers import even, splits
from pacelight.timing import Method, Passing, SplitTable
from pacelight.track import Survey
from pacelight.track.gpx import Line

GIRMA = Path(__file__).with_name("paris-2023-3000sc.toml")
POINTS = {1000: 157_700, 2000: 312_500, 3000: 472_110}
"""Metres and thousandths of the leader's splits and the mark."""


@pytest.fixture(scope="module")
def course() -> Course:
    return RaceFile.read(GIRMA).course


def test_a_steeplechase_starts_where_its_laps_through_the_water_leave_it(course: Course) -> None:
    # 3000 - 7 * 396.084 = 227.412 m are run before the first passing of the finish.
    assert course.start_m == 172.588
    assert (course.lap, course.first) == (Distance(396_084), Distance(227_412))
    assert len(course.way) == 1 + 2 * 7


def test_the_light_of_paris_is_where_the_splits_are(course: Course) -> None:
    race = RaceFile.read(GIRMA)
    knots = [(Distance(m * 1000), event.elapsed) for m, event in zip(POINTS, race.recording, strict=True)]
    assert [elapsed.ns // 10**6 for _, elapsed in knots] == list(POINTS.values())
    plan = splits(race.distance, knots)
    survey = race.survey(GIRMA.parent)
    canvas = Canvas([Wave("Girma", plan)], Layout.of(survey), course.start_m, way=Way.of(course.way))
    assert course.water is not None
    for run, ms in POINTS.items():
        lead = canvas.place(0, ms * 10**6)
        assert lead is not None
        (there,), _ = course.water.place([run], race.distance)
        assert (lead - there + 200) % 400 - 200 == pytest.approx(0.0, abs=1e-6)
    # The 1000 m point is 19.58 m before the finish, the 2000 m point in the first bend; both on the kerb.
    assert course.water.place([1000.0, 2000.0], race.distance)[0] == pytest.approx([380.42, 188.252])


@pytest.mark.parametrize("elapsed_s", np.linspace(1.0, 473.0, 60).round(3).tolist())
def test_the_lamps_that_shine_are_those_beside_the_runner_or_in_proportion(
    course: Course, elapsed_s: float
) -> None:
    race = RaceFile.read(GIRMA)
    plan = splits(race.distance, [(race.distance, race.recording[-1].elapsed)])
    survey = race.survey(GIRMA.parent)
    ns = min(int(elapsed_s * 1e9), plan.finish.ns)
    wave = Wave("even", plan, "#ffffff", 1.0, 0.0)
    shares = coverage(wave, Layout.of(survey), course.start_m, ns, way=Way.of(course.way))
    shining = np.flatnonzero(shares > 1e-9)
    assert course.water is not None
    run = float(plan.distance_at(ns / 1e9))
    (place,), (beside,) = course.water.place([run], race.distance)
    assert 1 <= len(shining) <= 3
    behind = np.mod(place - survey.metres[shining] + 200, 400) - 200
    assert behind.min() > -0.6
    assert behind.max() < 1.6
    if not beside:
        assert 205.0 < place < 310.0


def test_laps_of_the_splits_are_laps_through_the_water(course: Course) -> None:
    table = SplitTable(Distance(3_000_000), course.lap)
    for mm, ns in ((227_412, 36 * 10**9), (623_496, 98 * 10**9)):
        table.add(Passing("1", Distance(mm), Elapsed(ns), Method.VIDEO, False, "report", str(mm)))
    assert [split.lap for split in table.of("1")] == [None, Elapsed(62 * 10**9)]


def changed(*pairs: tuple[str, str]) -> str:
    text = GIRMA.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


WATER = '[track.water]\nlap = "396.084 m"\nleaves_m = 205.0\njoins_m = 310.0\n'
NO_LIGHT = (
    'kind = "splits", splits = [["1000 m", "2:37.7"], ["2000 m", "5:12.5"], ["3000 m", "7:52.11"]]',
    'kind = "even", mark = "7:53.63"',
)


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        (
            [(WATER, "")],
            "3000 m steeplechase leads through a water jump: say with [track.water] how long a lap",
        ),
        ([('event = "3KSC"', 'event = "3000"')], "3000 m has no water jump: delete [track.water]"),
        ([('lap = "396.084 m"', 'lap = "a lap"')], "track.water: not a distance: 'a lap'"),
        (
            [("joins_m = 310.0", "joins_m = 200.0")],
            "the way to the water jump leaves at 205.000 m and joins at",
        ),
        (
            [('name = "standard-400"', 'name = "straight-110"')],
            "straight-110 has two ends: no lap leads through a water jump there",
        ),
        (
            [
                ('event = "3KSC"', 'event = "1500"'),
                (WATER, ""),
                ('name = "standard-400"', 'name = "straight-110"'),
            ],
            "1500 m cannot be run on straight-110: it has 113.000 m before its finish",
        ),
        (
            [
                ('event = "3KSC"', 'event = "10RR"'),
                (WATER, ""),
                ('name = "standard-400"', 'name = "c.gpx=10 km"'),
            ],
            "the road c.gpx=10 km lies beside the race file, and that was not read",
        ),
    ],
)
def test_a_race_that_cannot_be_run_there_is_refused(pairs: list[tuple[str, str]], says: str) -> None:
    with pytest.raises(PacelightError) as refused:
        RaceFile.parse(changed(*pairs))
    assert str(refused.value).startswith(says)


def dash(event: str, track: str, mark: str) -> str:
    """The race file of Paris, made that of another race, with nothing but a finish."""
    text = changed(('"3KSC"', f'"{event}"'), (WATER, ""), ('"standard-400"', f'"{track}"'), NO_LIGHT)
    text = text.replace('"7:53.63"', f'"{mark}"').replace('"7:52.11"', f'"{mark}"')
    head, *rest = text.split("[[recording.")
    return head + "".join(f"[[recording.{part}" for part in rest if part.startswith("finish"))


def test_a_race_on_a_straight_starts_before_its_finish() -> None:
    race = RaceFile.parse(dash("100", "straight-110", "9.80"))
    assert (race.course.start_m, race.course.way, race.course.first) == (-100.0, [], Distance(100_000))


def test_a_finish_elsewhere_is_where_the_light_ends_and_the_survey_begins(tmp_path: Path) -> None:
    usual, moved = (
        RaceFile.parse(dash("MILEsh", name, "3:46.63")) for name in ("short-200", "short-200@100")
    )
    assert moved.course.start_m == usual.course.start_m == 190.656  # both so far past their finish
    survey = moved.survey(Path())
    survey.write(tmp_path / "lamps.toml")
    assert Survey.read(tmp_path / "lamps.toml") == survey
    canvas = Canvas([Wave("W", even(MILE, Mark.parse("3:46.63")))], Layout.of(survey), moved.course.start_m)
    assert canvas.place(0, 226_630_000_000) == pytest.approx(9 * 200.0)
    # Lamp 0 is at the finish: half a lap further on than that of the usual one.
    here, there = (race.track.point([0.0], 0.0)[0] for race in (usual, moved))
    assert there == pytest.approx(-here, abs=1e-9)


def test_a_steeplechase_in_a_hall_has_no_water_jump() -> None:
    race = RaceFile.parse(dash("2KSCsh", "short-200", "5:20.00"))
    assert (race.course.start_m, race.course.way) == (0.0, [])
    with pytest.raises(RaceError, match=r"has no water jump: delete \[track.water\]"):
        RaceFile.parse(changed(('"3KSC"', '"3KSCsh"')))


@pytest.fixture
def road(tmp_path: Path) -> Path:
    points = "".join(f'<trkpt lat="{51 + n / 1000}" lon="4"><ele>2</ele></trkpt>' for n in range(91))
    (tmp_path / "city.gpx").write_text(f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>")
    path = tmp_path / "race.toml"
    path.write_text(dash("10RR", "city.gpx=10 km", "26:24"), encoding="utf-8")
    return path


def test_a_race_on_a_road_runs_along_the_file_beside_it(road: Path) -> None:
    race = RaceFile.read(road)
    assert (race.track.name, race.course.start_m) == ("city.gpx=10 km", -10_000.0)
    assert len(race.course.road) == 91
    assert len(race.survey(road.parent)) == 400


def test_an_engine_elsewhere_needs_no_file_of_the_road_for_its_survey(road: Path) -> None:
    race = RaceFile.read(road)
    survey = race.survey(road.parent)
    survey.write(road.parent / "lamps.toml")
    road.write_text(road.read_text().replace("lamps = 400", 'survey = "lamps.toml"'))
    race = RaceFile.read(road)
    kept_text = kept(race, road.parent)
    (road.parent / "city.gpx").unlink()
    there = RaceFile.parse(race.text, Line(race.course.road))
    assert survey_of(there, kept_text) == survey


def test_a_road_that_is_not_there_is_refused(road: Path) -> None:
    (road.parent / "city.gpx").unlink()
    with pytest.raises(RaceError, match=r"no road can be read at .*city.gpx: No such file"):
        RaceFile.read(road)


def test_a_journal_tells_a_race_on_a_road_without_its_file(halls: Callable[[], Any], road: Path) -> None:
    hall = halls()
    hall.race = road
    hall.play()
    (road.parent / "city.gpx").unlink()
    *_, (_, live) = retell(hall.journal)
    assert live.race.course.start_m == -10_000.0
    assert live.results["1"].place == 1


@pytest.mark.parametrize(
    ("event", "track", "mark", "opened"),
    [("3KSC", None, "", False), ("100", "straight-110", "9.80", True)],
)
def test_pages_are_told_of_the_way_and_of_two_ends(
    halls: Callable[[], Any], event: str, track: str | None, mark: str, opened: bool
) -> None:
    hall = halls()
    text = GIRMA.read_text(encoding="utf-8") if track is None else dash(event, track, mark)
    hall.race.write_text(text, encoding="utf-8")
    hall.play()
    *_, (_, live) = retell(hall.journal)
    survey = live.race.survey(Path())
    feed = Feed(live, survey, boot="b", rate=1.0, target="sim://")
    shown = msgspec.json.decode(feed.snapshot(0))["track"]
    assert (shown["open"], shown["way"]) == (opened, live.race.course.way)
    assert shown["start_s"] == (-100.0 if opened else 172.588)
    ends = shown["outline"][0][0], shown["outline"][-1][0]
    assert ends == ((-113.0, 17.0) if opened else (0.0, pytest.approx(400 - 400 / 120, abs=1e-3)))

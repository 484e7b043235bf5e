"""Names of tracks: straights, roads in files, and finishes elsewhere."""

from pathlib import Path

import pytest

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.track import Straight, Survey, track
from pacelight.track.gpx import Line
from pacelight.track.names import is_road

ROAD = tuple((51.0 + n / 1000, 4.0) for n in range(11))
LOOP = ((51.0, 4.0), (51.001, 4.0), (51.001, 4.001), (51.0, 4.001), (51.0, 4.0))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, places in (("city", ROAD), ("park", LOOP)):
        points = "".join(f'<trkpt lat="{lat}" lon="{lon}"/>' for lat, lon in places)
        (tmp_path / f"{name}.gpx").write_text(f"<gpx><trk><trkseg>{points}</trkseg></trk></gpx>")
    return tmp_path


def test_a_straight_has_its_finish_between_its_ends() -> None:
    one = track("straight-100-5-20")
    assert one.shape == Straight(125.0)
    assert (one.begins_m, one.ends_m, one.is_open) == (-105.0, 20.0, True)
    assert one.extent == "the track from -105.000 m to 20.000 m"


def test_a_race_starts_before_the_finish_if_there_is_room() -> None:
    one = track("straight-110")
    assert one.start(Distance.parse("110 m")) == -110.0
    assert one.start(Distance.parse("60 m")) == -60.0
    assert one.place([0.0, 60.0, 70.0], Distance.parse("60 m")).tolist() == [-60.0, 0.0, 10.0]
    with pytest.raises(SurveyError) as refused:
        one.start(Distance.parse("200 m"))
    assert str(refused.value) == ("200 m cannot be run on straight-110: it has 113.000 m before its finish")


def test_a_road_ends_at_its_finish_and_is_as_long_as_certified(folder: Path) -> None:
    city = track("city.gpx=1110", folder)
    assert (city.name, city.lap, city.begins_m, city.ends_m) == (
        "city.gpx=1110",
        Distance(1_110_000),
        -1110.0,
        0.0,
    )
    assert city.start(Distance.parse("1 km")) == -1000.0
    assert track("city.gpx", folder).lap.metres == pytest.approx(1112.48, abs=0.02)
    assert track("city.gpx", folder).kerb_m == pytest.approx(1112.48, abs=0.02)


def test_a_run_out_is_what_lies_beyond_a_finish_elsewhere(folder: Path) -> None:
    city = track("city.gpx=1110@1000", folder)
    assert (city.begins_m, city.ends_m) == (-1000.0, 110.0)
    assert city.name == "city.gpx=1110@1000"


def test_a_loop_is_a_lap_that_is_run_several_times(folder: Path) -> None:
    park = track("park.gpx=360", folder)
    assert not park.is_open
    assert park.start(Distance.parse("1000 m")) == 80.0
    assert park.place([0.0, 280.0, 1000.0], Distance.parse("1000 m")).tolist() == [80.0, 0.0, 0.0]


def test_the_folder_is_no_part_of_a_name(folder: Path) -> None:
    assert track(f"{folder}/park.gpx=360") == track("park.gpx=360", folder)
    assert track(f"{folder}/park.gpx=360@10").name == "park.gpx=360@10"


def test_a_survey_finds_the_road_beside_itself(folder: Path) -> None:
    survey = Survey.even_kerb(track("city.gpx=1110", folder), 112)
    survey.write(folder / "lamps.toml")
    assert Survey.read(folder / "lamps.toml") == survey


def test_a_road_that_was_read_needs_no_file() -> None:
    assert track("nowhere.gpx=1110", found=Line(ROAD)).lap == Distance(1_110_000)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.gpx", "no road can be read at none.gpx: No such file or directory"),
        ("city.gpx=5 km", "city.gpx=5 km: its shape measures 1112.484 m, not the length of 5000 m"),
        ("city.gpx=far", "city.gpx=far: not a distance: 'far'"),
        ("park.gpx=360@360", "park.gpx=360@360: a finish at 360.000 m is outside the lap of 360 m"),
        ("city.gpx=1110@1111", "city.gpx=1110@1111: a finish at 1111.000 m is outside its 1110 m"),
        ("straight-100-3", "no such track: 'straight-100-3'"),
        ("standard-400@400", "standard-400@400: a finish at 400.000 m is outside the lap of 400 m"),
    ],
)
def test_what_cannot_be_is_refused(
    folder: Path, name: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(SurveyError) as refused:
        track(name)
    assert str(refused.value).startswith(says)


def test_roads_are_known_by_their_ending() -> None:
    assert [
        name for name in ("a.gpx", "A.GPX=10 km", "b.gpx@3", "oval-400-36.50", "gpx") if is_road(name)
    ] == [
        "a.gpx",
        "A.GPX=10 km",
        "b.gpx@3",
    ]

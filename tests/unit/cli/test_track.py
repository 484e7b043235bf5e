"""`pacelight track`, as a user types it."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pacelight.track import TRACKS, Survey, track

pytestmark = pytest.mark.usefixtures("quick_pacelight")


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["pacelight", "track", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"COLUMNS": "110"},
    )


def told(*arguments: object) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert (result.returncode, result.stderr) == (0, "")
    shape = json.loads(result.stdout)
    assert isinstance(shape, dict)
    return shape


@pytest.fixture
def rail(tmp_path: Path) -> Path:
    path = tmp_path / "rail.toml"
    Survey.even_kerb(track("short-200"), 200).write(path)
    return path


def test_list_names_the_tracks_that_ship() -> None:
    shape = told("list")
    assert shape["schema"] == "pacelight.tracks/1"
    circuits = [one for one in shape["tracks"] if one["kind"] == "circuit"]
    assert [(one["name"], one["lap_m"], one["radius_m"]) for one in circuits] == [
        ("standard-400", 400.0, 36.5),
        ("equal-quadrant-400", 400.0, 31.531),
        ("wide-400", 400.0, 38.0),
        ("narrow-400", 400.0, 35.0),
        ("short-200", 200.0, 17.2),
    ]
    straights = [
        (one["name"], one["begins_m"], one["ends_m"]) for one in shape["tracks"] if one["kind"] != "circuit"
    ]
    assert straights == [
        ("straight-60", -63.0, 10.0),
        ("straight-100", -103.0, 17.0),
        ("straight-110", -113.0, 17.0),
    ]
    lines = run("list").stdout.splitlines()
    assert lines[0].split() == ["track", "lap", "radius", "bends", "straights"]
    assert lines[1].split() == [
        "standard-400",
        "400",
        "36.500",
        "115.611",
        "84.390",
        "the",
        "standard",
        "track",
    ]
    assert [" ".join(line.split()) for line in lines[-10:]] == [
        "metres; bends as lane 1 is measured; oval-LAP-RADIUS is any other, as oval-400-36.80",
        "bends of two radii: double-LAP-CORNER-MIDDLE-DEGREES; without a raised kerb: -line at the end",
        "",
        "track length begins at ends at",
        "straight-60 73 -63 10 the straight of a hall",
        "straight-100 120 -103 17 the 100 m alone",
        "straight-110 130 -113 17 the home straight",
        "metres past the finish line; straight-RACE-BEFORE-BEYOND is any other, as straight-100-5-20",
        "a road through the points of a file: FILE.gpx, or FILE.gpx=LENGTH as it is certified",
        "races that finish elsewhere: @METRES at the end, as short-200@100",
    ]


def test_show_says_the_measures_of_the_standard_oval() -> None:
    shape = told("show", "standard-400")
    measures = {name: value for name, value in shape.items() if not isinstance(value, list)}
    assert shape["radii_m"] == [36.5]
    assert measures == {
        "schema": "pacelight.track/1",
        "name": "standard-400",
        "note": "the standard track",
        "kind": "circuit",
        "open": False,
        "finish_m": 0.0,
        "begins_m": 0.0,
        "ends_m": 400.0,
        "lap_m": 400.0,
        "oval_lap_m": 400.0012,
        "kerb_m": 398.1163,
        "bend_m": 115.6106,
        "bend_kerb_m": 114.6681,
        "straight_m": 84.39,
        "radius_m": 36.5,
        "line_radius_m": 36.8,
        "lamps": None,
    }
    assert shape["tangents_m"] == [0.0, 115.6103, 200.0, 315.6103]
    laps = [400.0012, 407.0384, 414.7039, 422.3694, 430.0348, 437.7003, 445.3658, 453.0313]
    assert shape["lanes"] == [{"lane": lane, "lap_m": lap} for lane, lap in enumerate(laps, start=1)]


@pytest.mark.parametrize(
    ("name", "starts", "way"),
    [
        (
            "standard-400",
            {
                "800": 0,
                "1500": 100,
                "MILE": 390.656,
                "2000": 0,
                "3000": 200,
                "2MLS": 381.312,
                "5000": 200,
                "10K": 0,
            },
            ("1500", "MILE", 290.656, 109.344),
        ),
        (
            "short-200",
            {"800sh": 0, "1500sh": 100, "MILEsh": 190.656, "3000sh": 0, "2MLSsh": 181.312, "5000sh": 0},
            ("1500sh", "MILEsh", 90.656, 109.344),
        ),
        (
            "oval-300-30",  # longer than 200 m: its marks count on the 400 m list
            {"1500": 0, "MILE": 190.656, "3000": 0},
            ("1500", "MILE", 190.656, 109.344),
        ),
    ],
)
def test_show_says_where_races_start_and_where_a_mile_has_run_1500_m(
    name: str, starts: dict[str, float], way: tuple[str, str, float, float]
) -> None:
    shape = told("show", name)
    found = {one["event"]: one["at_m"] for one in shape["starts"]}
    assert {code: found[code] for code in starts} == starts
    first = shape["on_the_way"][0]
    assert (first["event"], first["race"], first["at_m"], first["to_go_m"]) == way
    assert {code.endswith("sh") for code in found} == {name == "short-200"}
    assert "3KSC" not in found  # barriers lead round another lap


def test_show_tells_it_in_words() -> None:
    result = run("show", "short-200", "--lamps", 200)
    assert (result.returncode, result.stderr) == (0, "")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "short-200: without transition curves: a real hall needs a survey"
    for line in (
        "lap 200.000 the oval measures 200.000",
        "kerb 198.115",
        "bend 54.978 54.035 along the kerb",
        "straight 45.022",
        "tangents at 0.000, 54.978, 100.000, 154.978 m past the finish",
        "1 200.000 0.000",
        "further lanes: as the hall was built, 0.90 to 1.10 m wide and banked",
        "start of laps at kerb lamp stands at",
        "MILEsh 8 + 9.344 m 190.656 188.771 191 191.085",
        "1500sh of MILEsh: at 90.656 m, 109.344 m before the finish: it needs a camera or a gate of its own",
        "200 lamps, 0.991 to 1.008 m apart; to be checked on the track:",
        "at a tangent 54.978 55 55.424",
    ):
        assert lines.count(line) == 1, line


def test_show_says_where_each_lane_starts_and_which_lamp_is_there() -> None:
    shape = told("show", "standard-400", "--lamps", 400, "--lanes", "800")
    lanes = {one["lane"]: one for one in shape["lane_starts"]}
    assert {one["manner"] for one in lanes.values()} == {"in lanes to the break line"}
    assert (lanes[1]["at_m"], lanes[1]["ahead_m"], lanes[1]["lamp"]) == (0.0, 0.0, 0)
    assert (lanes[5]["at_m"], lanes[5]["ahead_m"]) == (13.4092, 15.151)
    lamp = lanes[5]["lamp"]
    assert abs(shape["lamps"][lamp] - 13.4092) == min(abs(metre - 13.4092) for metre in shape["lamps"])
    assert "lane_starts" not in told("show", "standard-400")


def test_a_second_group_starts_in_the_outer_half() -> None:
    result = run("show", "standard-400", "--lamps", 400, "--lanes", "10K")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines.count("lanes of 10K: where they start, as lane 1 is measured, and how far ahead of it") == 1
    first = next(line for line in lines if line.endswith("curved line"))
    assert first == "1 0.000 0.000 0 from the curved line"
    group = [line.split()[0] for line in lines if "second group" in line]
    assert group == ["5", "6", "7", "8"]


def test_show_draws_lanes_and_the_way_to_the_water(tmp_path: Path) -> None:
    picture = tmp_path / "lanes.svg"
    result = run("show", "standard-400", "--lanes", "3000", "--water", "396.084:205:310", "--plot", picture)
    assert (result.returncode, result.stderr) == (0, "")
    drawn = picture.read_text()
    for words in (
        "from the curved line",
        "second group",
        "to\N{NO-BREAK SPACE}water",
        "from\N{NO-BREAK SPACE}water",
    ):
        assert words in drawn


def test_show_of_a_straight_counts_from_the_finish_both_ways() -> None:
    shape = told("show", "straight-110", "--lamps", 131)
    assert (shape["kind"], shape["open"], shape["begins_m"], shape["ends_m"]) == ("straight", True, -113, 17)
    starts = {one["event"]: (one["at_m"], one["lamp"]) for one in shape["starts"]}
    assert starts["100"] == (-100.0, 13)
    assert starts["110H"] == (-110.0, 3)
    assert "150" not in starts  # there is no room for it
    assert (shape["lanes"], shape["tangents_m"], len(shape["lamps"])) == ([], [], 131)


def test_show_of_a_road_says_what_its_file_measures_and_what_is_certified(tmp_path: Path) -> None:
    road = tmp_path / "out.gpx"
    road.write_text(
        "<gpx><trk><trkseg>"
        + "".join(f'<trkpt lat="{51 + n / 1000}" lon="4"><ele>3</ele></trkpt>' for n in range(11))
        + "</trkseg></trk></gpx>"
    )
    shape = told("show", f"{road}=1110", "--lamps", 112)
    assert (shape["name"], shape["kind"], shape["lap_m"]) == ("out.gpx=1110", "road", 1110.0)
    assert shape["oval_lap_m"] == pytest.approx(1112.5, abs=1.0)
    assert shape["note"] == "a road through 11 points, their elevation is not used"
    assert [(one["event"], one["at_m"]) for one in shape["starts"]] == [("600R", -600.0)]
    assert run("show", f"{road}=5km").stderr == (
        f"pacelight: out.gpx=5km: its shape measures {shape['oval_lap_m']:.3f} m, not the length of 5000 m\n"
    )


def test_a_finish_elsewhere_is_part_of_the_name() -> None:
    usual, moved = told("show", "short-200"), told("show", "short-200@100")
    assert (moved["name"], moved["finish_m"]) == ("short-200@100", 100.0)
    assert [one["at_m"] for one in moved["starts"]] == [one["at_m"] for one in usual["starts"]]
    assert moved["tangents_m"] == pytest.approx([0.0, 54.9779, 100.0, 154.9779], abs=1e-3)
    assert "finish 100.000 past the usual finish line" in " ".join(
        run("show", "short-200@100").stdout.split()
    )


def test_show_takes_the_lamps_of_a_survey(rail: Path) -> None:
    surveyed, even = told("show", "short-200", "--survey", rail), told("show", "short-200", "--lamps", 200)
    assert surveyed == even
    assert len(even["lamps"]) == 200
    mile = next(one for one in even["starts"] if one["event"] == "MILEsh")
    assert (mile["lamp"], even["lamps"][mile["lamp"]]) == (191, 191.0848)


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_show_draws(tmp_path: Path, ending: str) -> None:
    picture = tmp_path / f"track.{ending}"
    result = run("show", "short-200", "--lamps", 200, "--plot", picture)
    assert (result.returncode, result.stderr) == (0, "")
    assert picture.stat().st_size > 5000


def test_check_says_that_a_survey_is_whole(rail: Path) -> None:
    shape = told("check", rail)
    assert shape == {
        "schema": "pacelight.survey/1",
        "file": str(rail),
        "track": "short-200",
        "lamps": 200,
        "whole": True,
        "faults": [],
        "apart_m": [0.9906, 1.0079],
    }
    result = run("check", rail)
    assert result.returncode == 0
    assert result.stdout == f"{rail}: whole, 200 lamps round short-200, 0.991 to 1.008 m apart\n"


def test_check_tells_every_fault_and_fails(rail: Path) -> None:
    lines = rail.read_text().splitlines()
    lines[2], lines[3] = lines[3], lines[2]  # the first two lamps changed about
    del lines[102]  # lamp 100
    rail.write_text("\n".join(lines))
    result = run("check", rail)
    assert (result.returncode, result.stderr) == (1, "")
    faults = [
        "lamp 1 at 0.000 m is out of order: it stands behind lamp 0 at 1.008 m",
        "a hole of 1.998 m after lamp 99, from 99.009 m to 101.008 m",
    ]
    assert result.stdout.splitlines() == [
        *(f"{rail}: {fault}" for fault in faults),
        "2 faults in 199 lamps round short-200",
    ]
    asked = run("check", rail, "--json")
    shape = json.loads(asked.stdout)
    assert (asked.returncode, shape["whole"], shape["faults"], shape["apart_m"]) == (1, False, faults, None)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (
            ("show", "hall-9"),
            2,
            (
                f"no such track: 'hall-9' (there are {', '.join(TRACKS)}, "
                "and oval-LAP-RADIUS, double-LAP-CORNER-MIDDLE-DEGREES, straight-RACE-BEFORE-BEYOND, "
                "FILE.gpx=LENGTH)"
            ),
        ),
        (("show", "oval-200-50"), 2, "no oval has straights of -58.02 m and bends of radius 50.00 m"),
        (("show", "short-200", "--lamps", "1"), 2, "a survey has 2 to 1,000,000 lamps, not 1"),
        (
            ("show", "short-200", "--lamps", "9", "--survey", "RAIL"),
            2,
            "--lamps or --survey, not both: a survey says how many lamps there are",
        ),
        (
            ("show", "standard-400", "--survey", "RAIL"),
            2,
            "RAIL is a survey of short-200, not of standard-400",
        ),
        (("show", "short-200", "--survey", "nowhere.toml"), 2, "nowhere.toml: No such file or directory"),
        (
            ("show", "short-200", "--plot", "track.txt"),
            2,
            "cannot draw 'track.txt' (let the name end in svg, png, pdf)",
        ),
        (
            ("show", "short-200", "--plot", "nowhere/track.svg"),
            1,
            "cannot write nowhere/track.svg (No such file or directory)",
        ),
        (("check", "nowhere.toml"), 2, "nowhere.toml: No such file or directory"),
        (
            ("check", "EMPTY"),
            2,
            (
                "EMPTY: track is missing (a survey has track and metres, or track, lamps and points, "
                "or track and [[controller]])"
            ),
        ),
    ],
)
def test_what_is_refused_is_one_line(
    rail: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    empty = tmp_path / "empty.toml"
    empty.touch()
    names = {"RAIL": str(rail), "EMPTY": str(empty)}
    result = run(*(names.get(argument, argument) for argument in arguments))
    for name, path in names.items():
        says = says.replace(name, path)
    assert (result.returncode, result.stdout, result.stderr) == (code, "", f"pacelight: {says}\n")


def test_show_refuses_a_survey_with_a_hole_as_a_race_would(rail: Path) -> None:
    lines = rail.read_text().splitlines()
    del lines[52:55]
    rail.write_text("\n".join(lines))
    result = run("show", "short-200", "--survey", rail)
    hole = "a hole of 4.031 m after lamp 49, from 49.385 m to 53.416 m"
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == f"pacelight: {rail}: survey of short-200: {hole}\n"


def test_show_says_where_steeplechases_start_and_where_nobody_is_beside_the_light() -> None:
    command = ("show", "standard-400", "--lamps", "400", "--water", "396.084:205:310")
    assert told(*command)["steeplechase"] == {
        "lap_m": 396.084,
        "leaves_m": 205.0,
        "joins_m": 310.0,
        "starts": [
            {"event": "2KSC", "distance_m": 2000.0, "at_m": 380.42, "jumps": 5, "lamp": 380},
            {"event": "3KSC", "distance_m": 3000.0, "at_m": 172.588, "jumps": 7, "lamp": 172},
        ],
    }
    said = run(*command).stdout
    assert "from 205.000 m to 310.000 m the light has no runner beside it" in said
    assert "3KSC starts at 172.588 m, at lamp 172, 7 times through the water" in said


def test_show_refuses_a_water_jump_that_is_not_three_lengths() -> None:
    refused = run("show", "standard-400", "--water", "396.084")
    assert refused.returncode == 2
    assert "write LAP:LEAVES:JOINS in metres of your certificate" in refused.stderr


def test_show_tells_both_radii_of_a_double_bend() -> None:
    shape = told("show", "double-400-34-51.543-70")
    assert shape["radii_m"] == [34.0, 51.543]
    rows = [line.split() for line in run("show", "double-400-34-51.543-70").stdout.splitlines()]
    assert [row[:3] for row in rows if row[:1] == ["radius"]] == [
        ["radius", "34.300", "34.000"],
        ["radius", "51.843", "51.543"],
    ]


def test_a_check_sheet_is_in_the_language_asked_for_and_its_names_for_programs_in_english(
    folder: Path, pacelight: Callable[..., Any], refused: Callable[..., str]
) -> None:
    (folder / "s.toml").write_text('track = "short-200"\nmetres = [0.0, 50.0, 100.0, 150.0]\n', "utf-8")
    line = ("track", "sheet", "s.toml", "--every", "50", "--day", "2026-05-01", "--json", "--to")
    told = [pacelight(*line, f"{code}.pdf", "--language", code).out for code in ("en", "nb", "fr")]
    sheets = {(folder / f"{code}.pdf").read_bytes() for code in ("en", "nb", "fr")}
    assert len(sheets) == 3
    names = [[mark["names"] for mark in json.loads(one)["marks"]] for one in told]
    assert names[0] == names[1] == names[2]
    assert names[0][0][0] == "finish"
    assert "no language 'de' (write en, fr, nb)" in refused(*line, "de.pdf", "--language", "de")

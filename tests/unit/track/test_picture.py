"""A track drawn: what stands in the picture, and what is refused."""

import re
from pathlib import Path

import pytest

from pacelight.distance import Distance
from pacelight.errors import Failure, SurveyError
from pacelight.track import Steeplechase, Survey, Track, track
from pacelight.track.gpx import Line
from pacelight.track.lanes import Manner, lane_starts
from pacelight.track.picture import draw_track

SHORT = track("short-200")
STARTS = {"1500sh": 100.0, "MILEsh": 190.656, "800sh": 0.0, "3000sh": 0.0}


def texts(svg: Path) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "magic"), [("t.svg", b"<?xml"), ("t.png", b"\x89PNG\r\n"), ("t.PDF", b"%PDF-")]
)
def test_the_ending_says_what_is_drawn(tmp_path: Path, name: str, magic: bytes) -> None:
    draw_track(SHORT, tmp_path / name, starts=STARTS)
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_everything_asked_for_is_in_the_picture(tmp_path: Path) -> None:
    picture = tmp_path / "t.svg"
    survey = Survey.even_kerb(SHORT, 200)
    draw_track(SHORT, picture, starts=STARTS, on_the_way={"1500sh of MILEsh": 90.656}, survey=survey)
    said = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(picture)]
    assert said.count("tangent") == 4
    assert {"0.00 m", "54.98 m", "100.00 m", "154.98 m"} <= set(said)
    assert {"1500sh", "MILEsh", "800sh, 3000sh", "1500sh of MILEsh"} <= set(said)
    assert {"kerb", "measured line", "lamp", "finish line", "the finish line, seen close"} <= set(said)
    assert {"198", "199", "0", "1", "2"} <= set(said)  # the lamps at the finish
    assert said.count("short-200: lap 200 m, kerb 198.12 m, 200 lamps") == 1
    # Once round the track, and again where the finish is seen close.
    assert len(re.findall(r"<use [^>]*#12a150", picture.read_text())) >= 200


def test_without_lamps_none_are_drawn(tmp_path: Path) -> None:
    picture = tmp_path / "t.svg"
    draw_track(SHORT, picture, starts={})
    assert "short-200: lap 200 m, kerb 198.12 m" in texts(picture)
    assert "#12a150" not in picture.read_text()


def test_the_same_track_gives_the_same_picture(tmp_path: Path) -> None:
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    for path in (one, other):
        draw_track(SHORT, path, starts=STARTS, survey=Survey.even_kerb(SHORT, 20))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    "on", [track("oval-100.5-15.68"), Track("x", SHORT.lap, SHORT.shape, finish_m=150.0)]
)
def test_any_oval_and_any_finish_can_be_drawn(tmp_path: Path, on: Track) -> None:
    draw_track(on, tmp_path / "t.svg", starts={"a race": 3.0}, survey=Survey.even_kerb(on, 3000))
    assert any(text.replace("\N{NO-BREAK SPACE}", " ") == "a race" for text in texts(tmp_path / "t.svg"))


@pytest.mark.parametrize("name", ["t.txt", "t", "t.jpg"])
def test_an_ending_that_cannot_be_drawn_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(SurveyError) as refused:
        draw_track(SHORT, tmp_path / name, starts={})
    assert str(refused.value) == f"cannot draw '{name}' (let the name end in svg, png, pdf)"
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failed:
        draw_track(SHORT, tmp_path / "nowhere" / "t.svg", starts={})
    assert str(failed.value) == f"cannot write {tmp_path}/nowhere/t.svg (No such file or directory)"


@pytest.mark.parametrize("name", ["straight-110", "straight-60-0-0", "city.gpx", "loop.gpx"])
def test_tracks_with_two_ends_and_roads_can_be_drawn(tmp_path: Path, name: str) -> None:
    bent = [(51 + n / 1000, 4 + (n % 5) / 900) for n in range(12)]
    places = bent if name == "city.gpx" else [*bent[:4], (51.002, 4.01), bent[0]]
    on = track(name, found=Line(tuple(places)))
    survey = Survey.even_kerb(on, 40)
    draw_track(on, tmp_path / "t.svg", starts={"a race": on.begins_m}, survey=survey)
    said = [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(tmp_path / "t.svg")]
    assert {"a race", "finish line", "the finish line, seen close"} <= set(said)
    whole = f"lap {on.lap}" if name == "loop.gpx" else str(on.lap)
    assert said.count(f"{name}: {whole}, kerb {on.kerb_m:.2f} m, 40 lamps") == 1


def test_lanes_are_drawn_on_their_lines_and_a_second_group_apart(tmp_path: Path) -> None:
    on = track("standard-400")
    lanes = lane_starts(on, Distance.parse("10 km"))
    draw_track(on, tmp_path / "t.svg", starts={}, lanes=lanes)
    assert {Manner.CURVE, Manner.GROUP} <= set(texts(tmp_path / "t.svg"))


def test_where_a_steeplechase_leaves_the_lap_is_marked(tmp_path: Path) -> None:
    on = track("standard-400")
    draw_track(on, tmp_path / "t.svg", starts={}, water=Steeplechase(on, Distance(396_084), 205.0, 310.0))
    said = {text.replace("\N{NO-BREAK SPACE}", " ") for text in texts(tmp_path / "t.svg")}
    assert {"to water 205.00 m", "from water 310.00 m"} <= said

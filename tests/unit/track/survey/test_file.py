"""Surveys on disk: read back equal, or refused with what is wrong."""

from pathlib import Path

import pytest

from pacelight.errors import Failure, SurveyError
from pacelight.track import Survey, track
from pacelight.track.survey.file import SurveyFile

SHORT = track("short-200")
POINTS = """\
# measured by tape
track = "short-200"
lamps = 200
points = [
    { lamp = 0, metre = 0.0 },
    { lamp = 54, metre = 54.98 },
    { lamp = 100, metre = 100 },
]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rail.toml"


@pytest.mark.parametrize("lamps", [2, 200, 2400])
def test_what_was_written_is_read_back_equal(file: Path, lamps: int) -> None:
    survey = Survey.even_kerb(SHORT, lamps)
    survey.write(file)
    assert Survey.read(file) == survey
    assert SurveyFile.read(file).faults == ()


def test_a_survey_of_another_oval_names_it(file: Path) -> None:
    survey = Survey.even_kerb(track("oval-300-30.50"), 300)
    survey.write(file)
    assert Survey.read(file).track == track("oval-300-30.50")


def test_known_points_are_enough(file: Path) -> None:
    file.write_text(POINTS)
    expected = Survey.from_points(SHORT, 200, [(0, 0.0), (54, 54.98), (100, 100.0)])
    assert Survey.read(file) == expected
    read = SurveyFile.read(file)
    assert (read.track, read.lamps, len(read.metres), read.faults) == (SHORT, 200, 200, ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "track is missing (a survey has track and metres, or track, lamps and points, or track and"),
        ('track = "short-200"\n', "lamps is missing"),
        ("metres = [0.0, 100.0]\n", "track is missing (a survey has track and metres, or track, lamps and"),
        ('track = "short-200"\nlamps = 200\n', "points is missing"),
        ('track = "short-200"\nmetre = [0.0, 100.0]\n', "lamps is missing"),
        (
            'track = "short-200"\nmetres = [0.0, 100.0]\nlamps = 2\n',
            "lamps has no place beside track and metres",
        ),
        (POINTS + "tape = 50\n", "tape has no place beside track and lamps and points"),
        ("track = 5\nmetres = [0.0, 100.0]\n", "track is written in quotation marks, not 5"),
        ('track = "hall"\nmetres = [0.0, 100.0]\n', "no such track: 'hall' (there are standard-400,"),
        ('track = "short-200"\nmetres = 5\n', "metres is a list, not 5"),
        ('track = "short-200"\nmetres = [0.0, "a"]\n', "a metre is a number, not 'a'"),
        ('track = "short-200"\nmetres = [0.0, true]\n', "a metre is a number, not True"),
        ('track = "short-200"\nmetres = [0.0, inf]\n', "a metre beyond 100,000 is none of a lap"),
        ('track = "short-200"\nlamps = 2.5\npoints = []\n', "lamps is a whole number, not 2.5"),
        ('track = "short-200"\nlamps = true\npoints = []\n', "lamps is a whole number, not True"),
        (
            'track = "short-200"\nlamps = 2\npoints = [1]\n',
            'a point is written { lamp = 0, metre = 0.0 } or { lamp = 0, at = "finish" }, not 1',
        ),
        (POINTS.replace("lamp = 54", "lamp = 5.4"), "lamp is a whole number, not 5.4"),
        (
            POINTS.replace("metre = 54.98", "meter = 54.98"),
            "a point is written { lamp = 0, metre = 0.0 } or",
        ),
        ("track = \n", " is not a survey: Invalid value"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_survey_is_refused(file: Path, text: str, says: str) -> None:
    file.write_text(text)
    for read in (SurveyFile.read, Survey.read):
        with pytest.raises(SurveyError) as refused:
            read(file)
        assert str(refused.value).removeprefix(str(file)).removeprefix(": ").startswith(says)
        assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_or_no_text_is_refused(file: Path) -> None:
    with pytest.raises(SurveyError) as refused:
        Survey.read(file)
    assert str(refused.value) == f"{file}: No such file or directory"
    file.write_bytes(b"\xff\xfe\x00track")
    with pytest.raises(SurveyError, match=r"rail\.toml is not a survey: "):
        Survey.read(file)


@pytest.mark.parametrize(
    ("points", "faults"),
    [
        (
            "{ lamp = 0, metre = 0.0 }, { lamp = 250, metre = 10.0 }, { lamp = 100, metre = 300.0 }",
            (
                "point 2 (lamp 250 at 10.000 m): there are lamps 0 to 199",
                "point 3 (lamp 100 at 300.000 m) is outside the lap of 200 m",
                "point 3 (lamp 100 at 300.000 m) does not follow point 2 (lamp 250 at 10.000 m)",
            ),
        ),
        ("", ("a survey needs at least one known point",)),
    ],
)
def test_all_faults_of_known_points_are_told_and_the_first_refuses(
    file: Path, points: str, faults: tuple[str, ...]
) -> None:
    file.write_text(f'track = "short-200"\nlamps = 200\npoints = [{points}]\n')
    read = SurveyFile.read(file)
    assert (read.lamps, len(read.metres), read.faults) == (200, 0, faults)
    more = f" (and {len(faults) - 1} more: pacelight track check)" if len(faults) > 1 else ""
    with pytest.raises(SurveyError) as refused:
        Survey.read(file)
    assert str(refused.value) == f"{file}: survey of short-200: {faults[0]}{more}"


def test_all_faults_of_lamps_are_told(file: Path) -> None:
    file.write_text('track = "short-200"\nmetres = [0, 50, 250, 40, 100, 150, nan]\n')
    assert SurveyFile.read(file).faults == (
        "lamp 2 at 250.000 m is outside the lap of 200 m",
        "lamp 6 at nan m is outside the lap of 200 m",
        "lamp 3 at 40.000 m is out of order: it stands behind lamp 1 at 50.000 m",
    )


def test_a_place_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Failure) as failed:
        Survey.even_kerb(SHORT, 2).write(tmp_path / "nowhere" / "rail.toml")
    assert str(failed.value) == f"cannot write {tmp_path}/nowhere/rail.toml (No such file or directory)"

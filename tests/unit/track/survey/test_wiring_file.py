"""Controllers and segments in a file: read as written, or refused with how it is written."""

from pathlib import Path

import pytest

from pacelight.errors import SurveyError
from pacelight.track import Survey, track
from pacelight.track.survey.file import SurveyFile, rail_text
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Gap, Point, Segment, Wiring

HEAD = 'track = "short-200"\n[[controller]]\nname = "west"\n'
SEGMENT = "[[controller.segment]]\nfirst = 0\ncount = 200\npoints = [{ lamp = 0, at = 'finish' }]\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hall.toml"


def test_every_field_is_read(file: Path) -> None:
    file.write_text(
        HEAD
        + """
output = "ddp://10.0.0.11"
lamps = 300
[[controller.segment]]
first = 10
count = 100
direction = "against"
points = [{ lamp = 10, metre = 50 }, { lamp = 109, at = "start of mile" }]
offset = 0.5
apart = 0.4
gaps = [{ after = 20, metres = 1.5 }, { before = 10, metres = 4 }]
dead = [12, 11, 12]
colours = "BRG"
"""
    )
    rail = SurveyFile.read(file).rail
    assert rail is not None
    assert rail.wirings == (
        Wiring(
            "west",
            "ddp://10.0.0.11",
            300,
            (
                Segment(
                    10,
                    100,
                    against=True,
                    points=(Point(10, 50.0), Point(109, 190.656, "start of mile")),
                    offset=0.5,
                    apart=0.4,
                    gaps=(Gap(20, 1.5), Gap(9, 4.0)),
                    dead=(11, 12),
                    colours="BRG",
                ),
            ),
        ),
    )


def test_what_may_be_left_out_is_as_usual(file: Path) -> None:
    file.write_text(HEAD + SEGMENT)
    rail = SurveyFile.read(file).rail
    assert rail is not None
    assert rail.wirings == (Wiring("west", "", None, (Segment(0, 200, points=(Point(0, 0.0, "finish"),)),)),)


@pytest.mark.parametrize(
    "name", ['the "west"', "back\\slash", "Zürich", "a\tb", "\x7f", "] # no", "\U0001f3c3"]
)
def test_any_name_is_read_back(file: Path, name: str) -> None:
    rail = Rail(track("short-200"), (Wiring(name, "", 3, (Segment(0, 1),)),))
    file.write_text(rail_text(rail), encoding="utf-8")
    read = SurveyFile.read(file).rail
    assert read is not None
    assert read.wirings == rail.wirings


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('track = "short-200"\ncontroller = 5\n', "controller is a list, not 5"),
        ('track = "short-200"\ncontroller = [5]\n', "a controller is written [[controller]], not 5"),
        ('track = "short-200"\n[[controller]]\n', "name is missing (a controller has name)"),
        (HEAD + "lamp = 5\n", "a controller has no lamp (it has name, output, lamps, segment)"),
        (HEAD + "lamps = 5.5\n", "lamps is a whole number, not 5.5"),
        (HEAD + "output = 5\n", "output is written in quotation marks, not 5"),
        (HEAD + "segment = [5]\n", "a segment is written [[controller.segment]], not 5"),
        (HEAD + "[[controller.segment]]\nfirst = 0\n", "count is missing (a segment has first, count)"),
        (
            HEAD + SEGMENT + "gap = 5\n",
            "a segment has no gap (it has first, count, direction, points, offset,",
        ),
        (HEAD + SEGMENT + 'direction = "left"\n', "direction is one of with, against, not 'left'"),
        (HEAD + SEGMENT + 'colours = "RGBW"\n', "colours is one of RGB, BGR, BRG, GBR, GRB, RBG, not 'RGBW'"),
        (HEAD + SEGMENT + "colours = ['R']\n", "colours is one of RGB, BGR, BRG, GBR, GRB, RBG, not ['R']"),
        (HEAD + SEGMENT + "offset = nan\n", "offset is a number of metres, not nan"),
        (
            HEAD + SEGMENT + "apart = 0\n",
            "apart is the metres of kerb from lamp to lamp, more than 0, not 0.0",
        ),
        (
            HEAD + SEGMENT + "apart = nan\n",
            "apart is the metres of kerb from lamp to lamp, more than 0, not nan",
        ),
        (
            HEAD + SEGMENT + "gaps = [5]\n",
            "a gap is written { after = 120, metres = 1.5 }, or with before, not 5",
        ),
        (HEAD + SEGMENT + "dead = [1.5]\n", "a dead lamp is a whole number, not 1.5"),
        (
            HEAD + SEGMENT.replace("at =", "by ="),
            "a point is written { lamp = 0, metre = 0.0 } or { lamp = 0, at",
        ),
        (HEAD + SEGMENT.replace("'finish'", "5"), "at is written in quotation marks, not 5"),
        ("lamps = 3\n" + HEAD, "lamps has no place beside track and controller"),
        (
            '[[controller]]\nname = "west"\n',
            "track is missing (a survey has track and metres, or track, lamps",
        ),
        (
            'track = "short-200"\nlamps = 20\npoints = [{ lamp = 0, at = "water jump" }]\n',
            "short-200 has no mark 'water jump' (there are finish, 100 m, tangent 1, start of 1500 m)",
        ),
    ],
)
def test_what_is_no_survey_is_refused_in_one_line(file: Path, text: str, says: str) -> None:
    file.write_text(text)
    for read in (SurveyFile.read, Survey.read):
        with pytest.raises(SurveyError) as refused:
            read(file)
        assert str(refused.value).startswith(f"{file}: {says}")
        assert "\n" not in str(refused.value)


def test_a_survey_with_faults_is_refused_with_the_first_and_their_number(file: Path) -> None:
    file.write_text(HEAD + "lamps = 100\n" + SEGMENT.replace("200", "200\ndead = [999]"))
    with pytest.raises(SurveyError) as refused:
        Survey.read(file)
    assert str(refused.value) == (
        f"{file}: survey of short-200: controller west, segment 1: its last lamp is 199, but the controller "
        "has 100 (0 to 99) (and 2 more: pacelight track check)"
    )


def test_a_file_that_cannot_be_replaced_is_left_as_it_was(file: Path) -> None:
    file.write_text("as it was\n")
    (file.parent / ".hall.toml.new").mkdir()
    with pytest.raises(Exception, match="cannot write"):
        SurveyFile.write_rail(file, Rail(track("short-200"), ()))
    assert file.read_text() == "as it was\n"

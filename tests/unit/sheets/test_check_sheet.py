"""The check sheet: each mark once, beside it the lamp that must stand there."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.sheets.check_sheet import CheckSheet, Line, lines
from pacelight.track import Survey, track
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Point, Segment, Wiring
from pacelight.web.words.speaker import Speaker

SHORT = track("short-200")
DAY = date(2026, 5, 1)
ENGLISH = Speaker("en")
STARTS = {"800sh": 0.0, "1500sh": 100.0, "3000sh": 0.0, "MILEsh": 190.656}


@pytest.fixture
def hall() -> Survey:
    west = Segment(0, 100, points=(Point(0, 0.0), Point(99, 99.0)), dead=(50,))
    east = Segment(4, 100, against=True, points=(Point(4, 199.0), Point(103, 100.0)), colours="GRB")
    return Survey.of(Rail(SHORT, (Wiring("west", "ddp://a", 120, (west,)), Wiring("east", segments=(east,)))))


def test_named_marks_and_every_so_many_metres_are_one_line_each(hall: Survey) -> None:
    assert [(line.metre, ", ".join(line.names)) for line in lines(hall, 50.0, STARTS, ENGLISH)] == [
        (0.0, "finish, tangent 1, start of 800sh, 3000sh"),
        (50.0, ""),
        (pytest.approx(54.978, abs=1e-3), "tangent 2"),
        (100.0, "100 m, tangent 3, start of 1500sh"),
        (150.0, ""),
        (pytest.approx(154.978, abs=1e-3), "tangent 4"),
        (190.656, "start of MILEsh"),
    ]


def test_beside_each_mark_stands_the_nearest_lamp_with_its_number(hall: Survey) -> None:
    found = {line.metre: line for line in lines(hall, 50.0, STARTS, ENGLISH)}
    assert found[0.0] == Line(0.0, found[0.0].names, 0, "west", 1, 0, 0.0, dead=False)
    assert found[50.0].number == 50
    assert found[50.0].dead
    mile = found[190.656]
    assert (mile.controller, mile.segment, mile.number) == ("east", 1, 12)
    assert mile.beyond_m == pytest.approx(hall.metres[mile.lamp] - 190.656)
    assert all(abs(line.beyond_m) == np.abs(hall.metres - line.metre).min() for line in found.values())


def test_the_nearest_lamp_may_stand_before_the_finish() -> None:
    survey = Survey(SHORT, np.arange(200) + 0.9)
    (finish,) = (line for line in lines(survey, 100.0, {}, ENGLISH) if "finish" in line.names)
    assert (finish.lamp, finish.controller, finish.number) == (199, "", 199)
    assert finish.beyond_m == pytest.approx(-0.1)


def test_a_straight_has_marks_before_its_finish() -> None:
    survey = Survey.even_kerb(track("straight-60"), 74)
    found = lines(survey, 10.0, {"60sh": -60.0, "100": -100.0}, ENGLISH)
    assert [line.metre for line in found] == [-60, -50, -40, -30, -20, -10, 0, 10]
    assert found[0].names == ("start of 60sh",)


@pytest.mark.parametrize("every", [0.0, -1.0, 0.01, float("nan")])
def test_more_marks_than_anybody_checks_are_refused(every: float) -> None:
    with pytest.raises(SurveyError, match=r"is none to be checked \(write 10, or 1\)"):
        lines(Survey.even_kerb(SHORT, 20), every, {}, ENGLISH)


@pytest.mark.parametrize("code", ["en", "fr", "nb"])
def test_the_sheet_is_as_it_is_drawn(hall: Survey, code: str) -> None:
    content = CheckSheet(hall, "hall.toml", DAY, 25.0, STARTS, Speaker(code)).content()
    head = [f"{content['name']}, {content['track']}, {content['day']}", content["lamps"], content["how"]]
    hung = [
        line
        for one in content["controllers"]
        for line in ("", f"{one['head']}, {one['lamps']}", *one["segments"])
    ]
    rows = [
        f"[ ] {line['metre']:>7} {line['names']:<42} {line['controller']:<5} {line['segment']} "
        f"{line['number']:>4} {line['beyond']}{' ' + content['dead'] if line['dead'] else ''}"
        for line in content["lines"]
    ]
    foot = [" | ".join(content["heads"].values()), content["note"], " | ".join(content["sign"])]
    drawn = "\n".join([content["title"], *head, *hung, "", *rows, "", *foot, content["page"]]) + "\n"
    golden = Path(__file__).parents[2] / "golden" / f"check-sheet-{code}.txt"
    assert drawn == golden.read_text("utf-8")

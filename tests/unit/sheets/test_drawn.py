"""The drawing on a sheet speaks its language; by itself it is English."""

import re
from pathlib import Path

import pytest

from pacelight.sheets.drawn import labels
from pacelight.track import Survey, track
from pacelight.track.labels import ENGLISH
from pacelight.track.picture import draw_track
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Gap, Point, Segment, Wiring
from pacelight.web.words.speaker import Speaker

SHORT = track("short-200")


def test_in_english_it_is_as_drawings_are_by_themselves() -> None:
    assert labels(Speaker("en")) == ENGLISH


@pytest.mark.parametrize("code", ["nb", "fr"])
def test_no_english_word_is_left_in_the_drawing(tmp_path: Path, code: str) -> None:
    west = Segment(0, 97, points=(Point(0, 0.0), Point(96, 98.0)), dead=(50,), gaps=(Gap(49, 3.0),))
    alone = Segment(100, 1, points=(Point(100, 99.0),))
    east = Segment(4, 100, against=True, points=(Point(4, 199.0), Point(103, 100.0)))
    survey = Survey.of(
        Rail(SHORT, (Wiring("a", "ddp://a", 101, (west, alone)), Wiring("b", "", 104, (east,))))
    )
    drawing = tmp_path / "t.svg"
    draw_track(SHORT, drawing, starts={}, survey=survey, labels=labels(Speaker(code)))
    text = " ".join(re.findall(r"<text[^>]*>(.*?)</text>", drawing.read_text("utf-8"), re.DOTALL))
    own = labels(Speaker(code))
    for said in (own.kerb, own.line, own.finish, own.dead, own.gap, own.against, own.close):
        assert said in text, said
    assert "198,12" in text
    english = r"\b(kerb|lap|lamps?|measured|finish|line|controller|dead|gap|against|seen|close)\b"
    assert re.findall(english, text) == []

"""What the page of the survey file shows is a survey, and what it says is told is told."""

import re
import tomllib
from pathlib import Path

import pytest

from pacelight.track.survey.file import SurveyFile

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "survey-file.md").read_text("utf-8")
BLOCKS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_all_three_forms_are_shown() -> None:
    forms = [set(tomllib.loads(block)) - {"track"} for block in BLOCKS]
    assert forms == [{"controller"}, {"lamps", "points"}, {"metres"}]


@pytest.mark.parametrize("block", BLOCKS)
def test_every_survey_that_is_shown_is_whole(block: str, tmp_path: Path) -> None:
    (tmp_path / "shown.toml").write_text(block, encoding="utf-8")
    assert SurveyFile.read(tmp_path / "shown.toml").faults == ()

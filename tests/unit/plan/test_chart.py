"""Plans as pictures."""

from pathlib import Path

import pytest

from pacelight.distance import MILE
from pacelight.errors import DriverError, PlanError
from pacelight.mark import Mark
from pacelight.plan.chart import draw_plan
from pacelight.plan.makers import even

PLAN = even(MILE, Mark.parse("3:46.63"))


@pytest.mark.parametrize(
    ("name", "begins"), [("plan.svg", b"<?xml"), ("plan.PNG", b"\x89PNG"), ("plan.pdf", b"%PDF")]
)
def test_the_ending_says_the_kind(tmp_path: Path, name: str, begins: bytes) -> None:
    draw_plan(PLAN, tmp_path / name, title="WR 3:46.63")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"cannot draw 'plan.docx' \(let the name end in svg, png, pdf\)"):
        draw_plan(PLAN, tmp_path / "plan.docx", title="")


def test_a_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(DriverError, match="cannot write"):
        draw_plan(PLAN, tmp_path / "missing" / "plan.svg", title="")

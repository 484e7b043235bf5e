"""The page of the doctor has a row for everything that is looked at, and for nothing else."""

import re
import shutil
from pathlib import Path

import pytest

from pacelight.meet.doctor.devices import pages_found
from pacelight.meet.doctor.visit import Visit
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.sheets.readiness import sheets
from pacelight.web.words.speaker import Speaker

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "doctor.md").read_text("utf-8")
LOOKED_AT = PAGE.partition("## What is looked at")[2].partition("\n## ")[0]


def test_every_row_is_on_the_page_and_no_other(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "lievin-2025", tmp_path, dirs_exist_ok=True)
    text = (tmp_path / "meet.toml").read_text("utf-8")
    more = 'bus = ["bus"]\nstandby = ["tcp://10.0.0.6:8371"]\nnodes = ["10.0.0.21:8372"]'
    (tmp_path / "meet.toml").write_text(text.replace('bus = ["bus"]', more, 1), encoding="utf-8")
    meet = MeetFile.read(tmp_path / "meet.toml")
    visit = Visit(meet, "", 0.1, lambda one: pytest.fail(f"nothing is listened to, and {one} is"))
    found = [finding.what for step in visit.steps() for finding in step.look(lambda _share: None)]
    found += [sheets(meet, Speaker("en")).what, pages_found((), answering=False).what]
    told = re.findall(r"^\| ([a-z][a-z ,]+) \|", LOOKED_AT, re.MULTILINE)
    assert {name for row in told for name in row.split(", ")} - {"row"} == set(found)

"""The page of the meet file names every field, its example is a meet, and what it refuses is refused so."""

import re
import shutil
from pathlib import Path

import msgspec
import pytest

from pacelight.errors import RaceError
from pacelight.meet.programme import meetfile_schema as schema
from pacelight.meet.programme.meetfile import MeetFile

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "meet-file.md").read_text("utf-8")
BLOCK, PLACES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def meet(tmp_path: Path) -> Path:
    """The example of the page, with the files that it names."""
    for name in ("mile.csv", "lamps.toml"):
        shutil.copy(ROOT / "examples" / "lievin-2025" / name, tmp_path / name)
    (tmp_path / "meet.toml").write_text(BLOCK, encoding="utf-8")
    return tmp_path / "meet.toml"


@pytest.mark.parametrize(
    ("section", "kind", "elsewhere"),
    [
        ("The meet", schema.MeetFields, set()),
        ("`[engine]`", schema.EngineFields, set()),
        ("`[web]`", schema.WebFields, set()),
        ("`[[timing]]`", schema.TimingFields, {"name", "metre", "at"}),
        ("`[[race]]`", schema.RaceEntryFields, set()),
    ],
)
def test_every_field_is_in_its_table_and_no_other(
    section: str, kind: type[msgspec.Struct], elsewhere: set[str]
) -> None:
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", SECTIONS[section], re.MULTILINE)
    told = {name for row in rows for name in re.findall(r"\w+", row)}
    fields = {field.encode_name for field in msgspec.structs.fields(kind)}
    listed = {"timing", "race"} if kind is schema.MeetFields else set()
    assert told == fields | listed | elsewhere


def test_the_example_is_a_meet(meet: Path) -> None:
    found = MeetFile.read(meet)
    assert [one.race.id for one in found.races] == ["mens-mile"]
    assert found.engine.standby == ["tcp://10.0.0.6:8371"]


def test_what_the_page_says_is_refused_is_refused_so(meet: Path) -> None:
    (shown,) = re.findall(r"```text\nmeet.toml: (.*?)\n```", PAGE, re.DOTALL)
    meet.write_text(BLOCK.replace('name = "WR"\n', 'name = "WR"\ncolour = "green"\n'), encoding="utf-8")
    with pytest.raises(RaceError) as caught:
        MeetFile.read(meet)
    assert str(caught.value) == f"{meet}: {shown}"


def test_places_are_as_the_page_shows_them(meet: Path) -> None:
    meet.with_name("meet.places.toml").write_text(PLACES, encoding="utf-8")
    assert MeetFile.read(meet).spare == meet.parent / "spare"

"""Whatever a meet says, the race file that is written out of it reads back equal."""

import re
import string
from datetime import date
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.errors import PacelightError
from pacelight.meet.programme import racefile_schema as schema
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.meetfile_races import written
from pacelight.meet.programme.meetfile_text import line_of, tables
from pacelight.meet.programme.places import places_text

TEXTS = st.text(min_size=1, max_size=20).filter(
    lambda text: not any("\ud800" <= one <= "\udfff" for one in text)
)
SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
RUNNERS = st.builds(
    schema.RunnerFields,
    bib=TEXTS,
    athlete=SLUGS,
    name=TEXTS,
    nation=TEXTS,
    lane=st.none() | TEXTS,
    chips=st.lists(TEXTS, max_size=2),
)
PLANS = st.one_of(
    st.builds(schema.EvenPlan, mark=TEXTS),
    st.builds(schema.RecordPlan, level=TEXTS, scope=st.none() | TEXTS, as_of=st.none() | st.dates()),
    st.builds(schema.SplitsPlan, splits=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3)),
)
LIGHTS = st.builds(
    schema.LightFields,
    name=TEXTS,
    label=st.none() | TEXTS,
    colour=st.none() | st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True),
    tail_m=st.floats(0, 400),
    priority=st.integers(-100, 100),
    plan=PLANS,
)
RACES = st.builds(
    schema.RaceFields,
    schema=st.just(schema.SCHEMA),
    id=SLUGS,
    name=TEXTS,
    event=TEXTS,
    sex=TEXTS,
    day=st.dates(date(1900, 1, 1)),
    venue=TEXTS,
    competition=st.text(max_size=9).map(lambda text: text.encode("utf-8", "ignore").decode()),
    source=TEXTS,
    track=st.builds(schema.TrackFields, name=TEXTS, lamps=st.none() | st.integers(2, 100_000)),
    sources=st.lists(
        st.builds(schema.SourceFields, key=SLUGS, who=TEXTS, as_of=st.dates()), min_size=1, max_size=2
    ),
    lamps=st.builds(
        schema.LampsFields, brightness=st.floats(0, 1), records=st.none() | st.lists(TEXTS, max_size=2)
    ),
    light=st.lists(LIGHTS, max_size=2),
    runner=st.lists(RUNNERS, min_size=1, max_size=3),
)


@given(RACES)
def test_a_race_file_that_is_written_reads_back_equal(race: schema.RaceFields) -> None:
    assert msgspec.toml.decode(written(race), type=schema.RaceFields) == race


@given(st.dictionaries(TEXTS, TEXTS))
def test_places_are_read_as_they_were_written(here: dict[str, str]) -> None:
    assert tables(places_text(here))["places"] == here


@given(
    st.lists(st.tuples(st.sampled_from(["race", "timing", "web"]), st.integers(0, 3)), max_size=8), st.data()
)
def test_the_line_of_a_table_is_where_it_begins(given: list[tuple[str, int]], data: Any) -> None:
    lines, begins = ["id = 1"], []
    for name, blank in given:
        begins.append((name, len(lines) + 1))
        lines += [f"[[{name}]]", *(f"{string.ascii_lowercase[n]} = 1" for n in range(blank))]
    text = "\n".join(lines)
    name = data.draw(st.sampled_from(["race", "timing", "web", "none"]))
    of_name = [line for other, line in begins if other == name]
    for number in range(1, len(of_name) + 2):
        expected = of_name[number - 1] if number <= len(of_name) else 0
        assert line_of(text, name, number) == expected


EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lievin-2025"
TEXT = (EXAMPLE / "meet.toml").read_text(encoding="utf-8")
VALUES = re.findall(r"= (\".*?\"|\[.*?\]|\{.*?\}|\S+)", TEXT)


@settings(max_examples=200)
@given(
    st.sampled_from(VALUES),
    st.sampled_from(
        ["3", "-1", "true", '""', '"\\u0000"', '"a\\nb"', "[]", "{}", "[[1]]", "1e400", "nan", "2025-02-30",
         "1979-05-27", "25:00:00", '"~nobody-of-this-name/x"', '"../x"', '"lamps.toml"', "'''\n[[race]]\n'''"]
    ),
)  # fmt: skip
def test_whatever_stands_in_a_field_the_file_is_read_or_refused_in_one_line(old: str, new: str) -> None:
    with TemporaryDirectory() as folder:
        copytree(EXAMPLE, folder, dirs_exist_ok=True)
        path = Path(folder) / "meet.toml"
        path.write_text(TEXT.replace(old, new), encoding="utf-8")
        complaint = said(path)
        assert complaint == "" or complaint.startswith(f"{path}: ")
        assert "\n" not in complaint


@given(st.integers(0, len(TEXT.encode())), st.integers(0, len(TEXT.encode())))
def test_a_file_that_was_cut_or_doubled_is_read_or_refused_in_one_line(begin: int, end: int) -> None:
    data = TEXT.encode()
    with TemporaryDirectory() as folder:
        copytree(EXAMPLE, folder, dirs_exist_ok=True)
        path = Path(folder) / "meet.toml"
        path.write_bytes(data[:begin] + data[end:])
        assert "\n" not in said(path)


def said(path: Path) -> str:
    """Why it is refused; empty if it is read."""
    try:
        MeetFile.read(path)
    except PacelightError as error:
        return str(error)
    return ""

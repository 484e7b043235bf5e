"""A survey by controllers on the command line: checked, listed, drawn, printed, walked."""

import io
import json
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from pacelight.cli import main

WHOLE = """\
track = "short-200"

[[controller]]
name = "west"
output = "sacn://10.0.0.11"
lamps = 120

[[controller.segment]]
first = 0
count = 100
points = [{ lamp = 0, at = "finish" }, { lamp = 99, metre = 99.0 }]
dead = [17]
colours = "GRB"

[[controller]]
name = "east"

[[controller.segment]]
first = 4
count = 98
direction = "against"
points = [{ lamp = 4, metre = 199.0 }, { lamp = 101, metre = 100.0 }]
gaps = [{ after = 40, metres = 2.5 }, { before = 4, metres = 1.0 }]
"""


def run(*arguments: object) -> tuple[int, str, str]:
    """What a user types, in this process: how it ends, what it says and what it complains of."""
    out, error = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(error):
        patch.setattr(sys, "argv", ["pacelight", *map(str, arguments)])
        patch.setenv("COLUMNS", "130")
        with pytest.raises(SystemExit) as ended:
            main()
    return int(ended.value.code or 0), out.getvalue(), error.getvalue()


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    path = tmp_path / "hall.toml"
    path.write_text(WHOLE)
    return path


WEST = (
    "  segment 1: lamps 0 to 99 from 0.00 m to 99.00 m, one every 99.0 cm, "
    "numbered with the running direction, dead: 17, GRB"
)
EAST = (
    "  segment 1: lamps 4 to 101 from 199.00 m to 100.00 m, one every 99.5 cm, "
    "numbered against the running direction, a gap of 2.50 m after lamp 40, "
    "a gap of 1.00 m before lamp 4, RGB"
)


def test_check_says_what_hangs_where(hall: Path) -> None:
    assert run("track", "check", hall) == (
        0,
        (
            f"{hall}: whole, 198 lamps round short-200, 0.990 to 2.500 m apart\n"
            f"controller west at sacn://10.0.0.11: 120 lamps, 20 of them unused\n{WEST}\n"
            f"controller east: 102 lamps, 4 of them unused\n{EAST}\n"
        ),
        "",
    )


def test_check_as_json_has_every_controller_and_segment(hall: Path) -> None:
    code, out, _ = run("track", "check", hall, "--json")
    shape = json.loads(out)
    assert (code, shape["whole"], shape["lamps"]) == (0, True, 198)
    west, east = shape["controllers"]
    assert west == {
        "name": "west",
        "output": "sacn://10.0.0.11",
        "lamps": 120,
        "segments": [
            {
                "first": 0,
                "count": 100,
                "direction": "with",
                "offset_m": 0.0,
                "gaps": [],
                "dead": [17],
                "colours": "GRB",
                "from_m": 0.0,
                "to_m": 99.0,
                "apart_m": 0.9905,
            }
        ],
    }
    assert (east["name"], east["output"], east["segments"][0]["gaps"]) == (
        "east",
        None,
        [{"after": 40, "metres": 2.5}, {"after": 3, "metres": 1.0}],
    )


def test_check_tells_all_faults_and_ends_with_one(hall: Path) -> None:
    text = WHOLE.replace("lamps = 120", "lamps = 99").replace('"against"', '"with"').replace("40", "400")
    hall.write_text(text)
    code, out, error = run("track", "check", hall)
    assert (code, error) == (1, "")
    assert out.splitlines() == [
        f"{hall}: controller west, segment 1: its last lamp is 99, but the controller has 99 (0 to 98)",
        f"{hall}: controller east, segment 1: a gap after lamp 400: there are lamps 4 to 101",
        "2 faults in 198 lamps round short-200",
    ]
    code, out, _ = run("track", "check", hall, "--json")
    shape = json.loads(out)
    assert (code, shape["whole"], len(shape["faults"]), shape["apart_m"]) == (1, False, 2, None)
    assert [one["segments"][0]["from_m"] for one in shape["controllers"]] == [None, None]


def test_show_names_controller_segment_and_number_at_each_place(hall: Path) -> None:
    code, out, _ = run("track", "show", "short-200", "--survey", hall)
    assert code == 0
    lines = out.splitlines()
    assert lines[-4:] == [
        "controller west at sacn://10.0.0.11: 120 lamps, 20 of them unused",
        WEST,
        "controller east: 102 lamps, 4 of them unused",
        EAST,
    ]
    (mile,) = [line.split() for line in lines if line.startswith("MILEsh ")]
    assert " ".join(mile[-6:]) == "191.037 east, segment 1, lamp 12"
    code, out, _ = run("track", "show", "short-200", "--survey", hall, "--json")
    assert [one["name"] for one in json.loads(out)["controllers"]] == ["west", "east"]


def test_show_draws_controllers_segments_gaps_and_dead_lamps(hall: Path, tmp_path: Path) -> None:
    for kind in ("svg", "png", "pdf"):
        picture = tmp_path / f"hall.{kind}"
        assert run("track", "show", "short-200", "--survey", hall, "--plot", picture)[0] == 0
        assert picture.stat().st_size > 10_000
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", (tmp_path / "hall.svg").read_text())
    assert {"west, segment 1", "lamps 0 to 99", "east, segment 1", "lamps 4 to 101", "against"} <= set(texts)
    assert {"controller west", "controller east", "dead lamp", "gap"} <= set(texts)
    assert texts.count("gap") == 1
    assert {"4", "5", "0", "1"} <= set(texts)  # the numbers at the finish are those on the controllers


def test_sheet_prints_a_page_to_tick(hall: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    code, out, error = run("track", "sheet", hall, "--to", sheet, "--day", "2026-05-01")
    assert (code, out, error) == (0, f"{sheet}: 24 marks of short-200, 198 lamps, 2026-05-01\n", "")
    first = sheet.read_bytes()
    assert first.startswith(b"%PDF-")
    run("track", "sheet", hall, "--to", sheet, "--day", "2026-05-01")
    assert sheet.read_bytes() == first


def test_sheet_as_json_has_every_mark(hall: Path, tmp_path: Path) -> None:
    code, out, _ = run(
        "track", "sheet", hall, "--to", tmp_path / "s.PDF", "--every", 50, "--day", "2026-05-01", "--json"
    )
    shape = json.loads(out)
    assert (code, shape["schema"], shape["day"], shape["track"]) == (
        0,
        "pacelight.check-sheet/1",
        "2026-05-01",
        "short-200",
    )
    assert [mark["at_m"] for mark in shape["marks"]] == [0, 50, 54.9779, 100, 150, 154.9779, 181.312, 190.656]
    assert shape["marks"][3] == {
        "at_m": 100.0,
        "names": ["100 m", "tangent 3", "start of 300sh, 500sh, 1500sh"],
        "lamp": 100,
        "controller": "east",
        "segment": 1,
        "number": 101,
        "beyond_m": 0.0,
        "dead": False,
    }


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["SURVEY", "--to", "sheet.png"], "cannot print 'sheet.png' (let the name end in pdf)"),
        (
            ["SURVEY", "--to", "sheet.pdf", "--every", "0"],
            "a mark every 0.0 m is none to be",
        ),
        (["SURVEY", "--to", "sheet.pdf", "--day", "May"], "not a day: 'May' (write year-month-day"),
        (["nowhere.toml", "--to", "sheet.pdf"], "nowhere.toml: No such file or directory"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_in_one_line(
    hall: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, error = run(
        "track", "sheet", *(argument.replace("SURVEY", str(hall)) for argument in arguments)
    )
    assert (code, out) == (2, "")
    assert error.startswith(f"pacelight: {says}")
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_sheet_that_cannot_be_written_is_a_failure(hall: Path, tmp_path: Path) -> None:
    code, _, error = run("track", "sheet", hall, "--to", tmp_path / "no" / "s.pdf")
    assert (code, error) == (
        1,
        f"pacelight: cannot write {tmp_path}/no/s.pdf (No such file or directory)\n",
    )


def test_walk_names_controller_segment_and_number(hall: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "pacelight", "lights", "walk", str(hall), "--output", "sim://"],
        input="17\n100\nq\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert result.stdout.splitlines()[:3] == [
        "lamp 0 at 0.000 m: west, segment 1, lamp 0",
        "lamp 17 at 17.132 m: west, segment 1, lamp 17 (dead)",
        "lamp 100 at 100.000 m: east, segment 1, lamp 101",
    ]

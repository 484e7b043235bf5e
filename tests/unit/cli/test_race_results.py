"""`pacelight race results`: a FinishLynx file, row by row."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILE = (
    "12,1,2,Men's mile,,,,,,1609,20:11:54.4049\r\n"
    "1,101,3,Nuguse,Yared,USA,3:46.63,,,,,,,,,,,\r\n"
    'aufg.,102,4,Nader,Isaac,POR,,,,,"1:52.55 (56.16)",,,,,,,\r\n'
)


def test_rows_are_shown_and_the_gun(pacelight: Callable[..., Any], folder: Path) -> None:
    (folder / "012-1-02.lif").write_bytes(FILE.encode())
    ran = pacelight("race", "results", "012-1-02.lif")
    assert ran.out.splitlines() == [
        "Men's mile (event 12, round 1, heat 2), 1609 m, gun at 20:11:54.4049",
        "place   ID  lane  name          affiliation     mark",
        "    1  101     3  Yared Nuguse  USA          3:46.63",
        "  DNF  102     4  Isaac Nader   POR                 ",
    ]


def test_as_json_every_cell_is_kept(pacelight: Callable[..., Any], folder: Path) -> None:
    (folder / "012-1-02.lif").write_bytes(FILE.encode())
    found = json.loads(pacelight("race", "results", "012-1-02.lif", "--json").out)
    assert (found["schema"], found["distance_m"], found["wind"]) == ("pacelight.results/1", 1609, None)
    assert found["rows"][0]["mark"] == {"text": "3:46.63", "value": 226630, "unit": "ms", "precision": 2}
    assert [(row["status"], len(row["cells"]), len(row["splits"])) for row in found["rows"]] == [
        (None, 18, 0),
        ("DNF", 18, 1),
    ]


@pytest.mark.parametrize(
    ("name", "text", "offence"),
    [
        ("torn.lif", FILE[:-20], "torn.lif is still being written or torn: line 3 does not end"),
        ("empty.lif", "", "empty.lif is empty"),
        (
            "late.lif",
            FILE.replace("3:46.63", "3:46:63"),
            "late.lif line 2: not a time: '3:46:63' (seconds after a colon run from 00 to 59)",
        ),
    ],
)
def test_what_is_no_whole_result_is_refused(
    refused: Callable[..., str], folder: Path, name: str, text: str, offence: str
) -> None:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    assert offence in refused("race", "results", name)


def test_a_file_that_is_not_there_is_refused(refused: Callable[..., str]) -> None:
    assert "no result file can be read at nothing.lif" in refused("race", "results", "nothing.lif")

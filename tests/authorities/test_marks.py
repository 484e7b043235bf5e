"""Official times of others are the raw ones rounded up, and what a handbook prints reads back."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacelight.mark import Elapsed, Mark

TIMES, NEAREST = 300, 140
"""Rows of the Omega export that hold a time, and how many rounding to the nearest (a half up) gets right."""

HANDBOOK = 781
"""Lines of the 32 lists of world records in the handbook of 2015."""


@pytest.fixture(scope="session")
def omega(shared_data: Path) -> list[tuple[int, str]]:
    """Whole ten-thousandths of a second, and the official text beside them."""
    with (shared_data / "timing" / "omegadh" / "LSTRslt.txt").open(encoding="latin-1", newline="") as file:
        rows = [(int(row["Time"]), row["Result"].strip()) for row in csv.DictReader(file, delimiter=";")]
    return [(raw, text) for raw, text in rows if raw]


@pytest.fixture(scope="session")
def handbook(shared_data: Path) -> list[tuple[str, str]]:
    """List and line."""
    return list(lines(shared_data / "progression" / "iaaf2015"))


def lines(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if re.match(r"\d", line):
                yield path.stem, line


def test_every_official_time_of_an_export_is_the_raw_one_through_the_door(
    omega: list[tuple[int, str]],
) -> None:
    assert len(omega) == TIMES
    ours = [str(Mark.from_elapsed(Elapsed(raw * 100_000))) for raw, _ in omega]
    assert ours == [text for _, text in omega]


def test_rounding_to_the_nearest_would_be_wrong_more_often_than_not(omega: list[tuple[int, str]]) -> None:
    nearest = [str(Mark((raw + 50) // 100 * 10)) for raw, _ in omega]
    assert sum(ours == text for ours, (_, text) in zip(nearest, omega, strict=True)) == NEAREST


def test_every_mark_of_the_handbook_is_read_and_printed_as_it_stands(
    handbook: list[tuple[str, str]],
) -> None:
    found = [re.match(r"([\d:.]*\d)", line) for _, line in handbook]
    printed = [text[1] for text in found if text]
    assert len(printed) == HANDBOOK
    assert [str(Mark.parse(text)) for text in printed] == [in_hours(text) for text in printed]


def in_hours(text: str) -> str:
    """The handbook prints half marathons in minutes: 62:30 is 1:02:30."""
    minutes, colon, rest = text.partition(":")
    return f"1:{int(minutes) - 60:02d}:{rest}" if colon and int(minutes) >= 60 else text


def test_where_the_handbook_prints_the_thousandths_they_round_up_to_the_record(
    handbook: list[tuple[str, str]],
) -> None:
    found = [re.match(r"(\d+\.\d\d) .*? (\d+\.\d{3})[ .]", line) for _, line in handbook]
    pairs = {(pair[1], pair[2]) for pair in found if pair}
    # Powell three times and Bolt twice over 100 m; Johnson and Bolt twice over 200 m
    assert pairs == {
        ("9.77", "9.768"),
        ("9.77", "9.763"),
        ("9.77", "9.762"),
        ("9.69", "9.683"),
        ("9.58", "9.572"),
        ("19.32", "19.313"),
        ("19.30", "19.296"),
        ("19.19", "19.190"),
    }
    assert {text for text, raw in pairs if str(Mark.from_elapsed(Mark.parse(raw).elapsed)) != text} == set()


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("mile", [("3:54.1", "3:54.04"), ("3:49.0", "3:48.95")]),  # Snell 1964, Coe 1979
        ("1500m", [("3:32.2", "3:32.16"), ("3:32.1", "3:32.03"), ("3:32.1", "3:32.09")]),  # Bayi, Coe, Ovett
    ],
)
def test_automatic_times_of_the_milers_round_up_to_what_was_ratified(
    handbook: list[tuple[str, str]], name: str, pairs: list[tuple[str, str]]
) -> None:
    of = [line for stem, line in handbook if stem == name]
    found = [re.match(r"(\d:\d\d\.\d) [ .]+(\d:\d\d\.\d\d) ", line) for line in of]
    assert [(pair[1], pair[2]) for pair in found if pair] == pairs
    assert [str(Mark.from_elapsed(Mark.parse(raw).elapsed, 1)) for _, raw in pairs] == [
        text for text, _ in pairs
    ]

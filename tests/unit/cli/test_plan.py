"""`pacelight plan`: what it prints, what it draws, what it refuses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pacelight = Callable[..., Any]


def test_a_table_has_a_row_every_so_many_metres_and_one_at_the_finish(pacelight: Pacelight) -> None:
    ran = pacelight("plan", "even", "MILEsh", "--time", "3:46.63", "--table", "--every", "400 m")
    assert ran.err == ""
    assert ran.out.splitlines() == [
        "Mile short track: 3:46.63 even",
        "1609.344 m, 14.08 s for 100 m on average",
        "        at     time  stretch    m/s",
        "     400 m    56.33    56.33  7.101",
        "     800 m  1:52.66    56.33  7.101",
        "    1200 m  2:48.99    56.33  7.101",
        "    1600 m  3:45.31    56.33  7.101",
        "1609.344 m  3:46.63     1.32  7.101",
    ]


@pytest.mark.parametrize(
    ("arguments", "at"),
    [
        (("even", "1500", "--time", "3:30.00"), [300, 700, 1100, 1500]),
        (("even", "MILE", "--time", "3:43.13"), [9.344, 409.344, 809.344, 1209.344, 1609.344]),
        (("even", "800sh", "--time", "1:44.00"), [200, 400, 600, 800]),
        (("even", "1500", "--time", "3:30.00", "--on", "oval-300-30"), [300, 600, 900, 1200, 1500]),
        (
            ("even", "3KSC", "--time", "7:53.63", "--water", "396.084:205:310"),
            [227.412, 623.496, 1019.58, 1415.664, 1811.748, 2207.832, 2603.916, 3000],
        ),
        (
            ("splits", "2KSC", "1000=2:45", "2000=5:30", "--water", "419.407:205:310"),  # begun within a lap
            [322.372, 741.779, 1161.186, 1580.593, 2000],
        ),
    ],
)
def test_a_lap_table_has_a_row_at_each_passing_of_the_finish(
    pacelight: Pacelight, arguments: tuple[str, ...], at: list[float]
) -> None:
    found = json.loads(pacelight("plan", *arguments, "--every", "lap", "--json").out)
    assert [row["distance_m"] for row in found["table"]] == at


def test_a_race_again_has_the_laps_of_its_file(pacelight: Pacelight) -> None:
    found = json.loads(pacelight("plan", "replay", "lievin-2025-mile", "--every", "lap", "--json").out)
    assert [row["distance_m"] for row in found["table"]][:3] == [9.344, 209.344, 409.344]


def test_a_record_of_the_book_says_whose_it_was_and_as_of_when(pacelight: Pacelight) -> None:
    ran = pacelight("plan", "even", "MILEsh", "--record", "WR", "--as-of", "2025-02-12", "--json")
    found = json.loads(ran.out)
    assert found["schema"] == "pacelight.plan/1"
    assert found["mark"] == {"text": "3:46.63", "value": 226630, "unit": "ms", "precision": 2}
    assert (found["athlete"], found["as_of"]) == ("Yared Nuguse", "2025-02-12")
    assert found["origin"] == "the book: WR WORLD, MILEsh men as of 2025-02-12"
    assert found["knots"] == [[1_609_344, 226_630_000_000]]
    assert found["table"][14]["elapsed_s"] == pytest.approx(211.2320299451, abs=1e-9)


def test_the_race_of_lievin_runs_again_through_its_splits(pacelight: Pacelight) -> None:
    found = json.loads(pacelight("plan", "replay", "lievin-2025-mile", "--json").out)
    assert found["athlete"] == "Jakob Ingebrigtsen"
    assert [row["text"] for row in found["table"] if row["distance_m"] in {1000, 1500}] == [
        "2:20.49",
        "3:29.63",
    ]
    assert len(found["knots"]) == 16


def test_splits_make_a_plan_and_a_picture(pacelight: Pacelight, folder: Path) -> None:
    ran = pacelight(
        "plan", "splits", "1500", "400=56.39", "800=1:52.55", "1500=3:29.63", "--plot", "plan.svg"
    )
    assert ran.out.startswith("1500 m: 3:29.63 by splits\n")
    assert (folder / "plan.svg").read_bytes().startswith(b"<?xml")


def test_a_standing_start_is_said(pacelight: Pacelight) -> None:
    ran = pacelight("plan", "even", "800", "--time", "1:52.00", "--standing", "2.5", "--table")
    assert ran.out.splitlines()[0] == "800 m: 1:52.00 even, from a standing start"


@pytest.mark.parametrize(
    ("arguments", "offence"),
    [
        (("even", "MILEsh", "--time", "3:75.10"), "not a time: '3:75.10'"),
        (("even", "MILEsh", "--time", "3:45:14"), "write 3:45.14"),
        (("even", "MILEsh"), "either --time MARK or --record LEVEL"),
        (("even", "MILEsh", "--time", "3:46.63", "--record", "WR"), "either --time MARK or --record LEVEL"),
        (("even", "milesch", "--time", "3:46.63"), "nearest: MILEsh"),
        (("even", "MILEsh", "--record", "XX"), "no level 'XX' (there are WR, AR"),
        (("even", "MILEsh", "--record", "NR"), "NR needs a scope"),
        (
            ("even", "MILEsh", "--record", "NR", "--scope", "TUV"),
            "the record is not known: the book does not cover",
        ),
        (("even", "MILEsh", "--record", "WR", "--as-of", "yesterday"), "not a day: 'yesterday'"),
        (("even", "MILEsh", "--time", "3:46.63", "--every", "a lap"), "not a distance: 'a lap'"),
        (("even", "1500", "--time", "3:30", "--on", "short-200"), "write --every lap with them"),
        (("even", "100", "--time", "9.90", "--every", "lap", "--on", "straight-100"), "there are no laps"),
        (("even", "1500", "--time", "3:30", "--every", "lap", "--on", "hall"), "no such track: 'hall'"),
        (
            ("even", "1500", "--time", "3:30", "--every", "lap", "--water", "396.084:205:310"),
            "1500 m has no water jump: delete --water",
        ),
        (
            ("even", "3KSC", "--time", "7:53.63", "--every", "lap"),
            "3000 m steeplechase leads through a water jump: say with --water",
        ),
        (("even", "MILEsh", "--time", "3:46.63", "--plot", "plan.doc"), "cannot draw 'plan.doc'"),
        (("even", "MILEsh", "--time", "3:46.63", "--standing", "14"), "a standing start of 14 s"),
        (("splits", "800", "400"), "not a point: '400'"),
        (("splits", "800", "400=56", "300=60", "800=1:52"), "runs backwards: 300 m comes after 400 m"),
        (("splits", "800", "400=56", "600=55", "800=1:52"), "runs backwards in time"),
        (("splits", "800", "400=56"), "has to be the finish, 800 m"),
        (("replay", "nowhere"), "no race file can be read at nowhere"),
        (("replay", "lievin-2025-mile", "--bib", "99"), "bib 99 is not on the start list"),
        (("replay", "lievin-2025-mile", "--bib", "2"), "only the finish was timed"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    refused: Callable[..., str], folder: Path, arguments: tuple[str, ...], offence: str
) -> None:
    assert offence in refused("plan", *arguments)
    assert not list(folder.glob("plan.*"))

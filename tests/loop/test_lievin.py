"""The whole loop on the evening of Liévin: from the book to the lights and back to the book."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

Lines = list[dict[str, Any]]


@dataclass
class Evening:
    lines: Lines
    book: Path
    journal: Path
    text: str

    def of(self, kind: str) -> Lines:
        return [line for line in self.lines if line["type"] == kind]


def pacelight(*arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "pacelight", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    book = tmp_path_factory.mktemp("evening") / "book.sqlite"
    text = pacelight("demo", "--headless", "--speed", "60", "--json", "--book", str(book))
    lines = [json.loads(line) for line in text.splitlines()]
    return Evening(lines, book, Path(lines[-1]["journal"]), text)


def test_every_line_names_its_schema_and_its_type(evening: Evening) -> None:
    assert {line["schema"] for line in evening.lines} == {"pacelight.line/1"}
    assert [line["type"] for line in evening.lines[:2]] == ["race", "light"]
    assert evening.lines[-1]["type"] == "done"
    assert evening.of("refused") == []


def test_one_light_runs_the_record_that_the_book_held_on_the_eve(evening: Evening) -> None:
    (light,) = evening.of("light")
    assert light["origin"] == "the book: WR WORLD, MILEsh men as of 2025-02-12"
    assert light["mark"] == {"text": "3:46.63", "value": 226630, "unit": "ms", "precision": 2}
    assert (light["athlete"], light["as_of"]) == ("Yared Nuguse", "2025-02-12")


RECORDS = {
    ("WR", "WORLD", "MILEsh", "3:45.14", 1490, "3:46.63", "2025-02-08", False, "Jakob Ingebrigtsen"),
    ("AR", "EUR", "MILEsh", "3:45.14", 2420, "3:47.56", "2025-02-08", False, "Jakob Ingebrigtsen"),
    ("NR", "NOR", "MILEsh", "3:45.14", 11850, "3:56.99", None, False, "Jakob Ingebrigtsen"),
    ("WR", "WORLD", "1500sh", "3:29.63", 970, "3:30.60", "2022-02-17", True, "Jakob Ingebrigtsen"),
    ("AR", "EUR", "1500sh", "3:29.63", 970, "3:30.60", "2022-02-17", True, "Jakob Ingebrigtsen"),
    ("NR", "NOR", "1500sh", "3:29.63", 970, "3:30.60", "2022-02-17", True, "Jakob Ingebrigtsen"),
    ("NR", "NED", "MILEsh", "3:52.70", 1580, "3:54.28", None, False, "Stefan Nillessen"),
    ("NR", "RSA", "MILEsh", "3:54.10", 170, "3:54.27", None, False, "Tshepo Tshite"),
    ("NR", "POL", "MILEsh", "3:55.57", 840, "3:56.41", None, False, "Filip Rak"),
}
"""Level, scope, code, mark, by, stood, since (None where the evening's reports do not say), en route, who."""


def test_exactly_these_world_area_and_national_records_fell(evening: Evening) -> None:
    found = {
        (
            *(line["level"], line["scope"], line["code"], line["mark"]["text"], line["by_thousandths"]),
            *(line["stood"]["text"], line["stood_since"], line["en_route"], line["athlete"]),
        )
        for line in evening.of("record")
        if line["level"] in {"WR", "AR", "NR"}
    }
    dated = {row for row in RECORDS if row[6] is not None}
    assert dated <= found
    assert {row[:6] + row[7:] for row in found} == {row[:6] + row[7:] for row in RECORDS}


def test_every_finding_is_a_candidate(evening: Evening) -> None:
    assert {line["status"] for line in evening.of("record")} == {"candidate"}


def test_what_is_no_world_area_or_national_record_is_a_best_that_the_book_knew(evening: Evening) -> None:
    rest = [line for line in evening.of("record") if line["level"] not in {"WR", "AR", "NR"}]
    assert {line["level"] for line in rest} <= {"PB", "SB"}
    assert all(line["stood"]["value"] - line["mark"]["value"] == line["by_thousandths"] for line in rest)


GAPS = {
    400: (-0.06, -0.44),
    800: (0.11, 0.76),
    1000: (0.33, 2.35),
    1200: (0.60, 4.23),
    1400: (1.08, 7.67),
    1500: (1.60, 11.38),
}
"""Seconds and metres ahead of the light: ``facts/pace-kernel.md``, table 2C."""


def test_the_gaps_are_those_of_the_published_splits(evening: Evening) -> None:
    mine = {line["distance_m"]: line for line in evening.of("gap") if line["athlete"] == "Jakob Ingebrigtsen"}
    assert list(mine) == [*(100.0 * n for n in range(1, 16)), 1609.344]
    for metres, (seconds, length) in GAPS.items():
        assert mine[metres]["gap_s"] == pytest.approx(seconds, abs=0.01)
        assert mine[metres]["gap_m"] == pytest.approx(length, abs=0.02)
    assert (mine[1500]["gap_s"], mine[1500]["gap_m"]) == (1.602, 11.376)
    assert mine[1609.344]["gap_s"] == 1.49


RESULT = (
    *("3:45.14 Jakob Ingebrigtsen", "3:52.70 Stefan Nillessen", "3:53.18 Cathal Doyle"),
    *("3:53.60 Charles Philibert-Thiboutot", "3:54.10 Tshepo Tshite", "3:54.68 Romain Mornet"),
    *("3:55.57 Filip Rak", "3:55.67 Jack Anstey", "3:55.87 Sam Prakel"),
)


def test_nine_finish_in_the_order_they_ran(evening: Evening) -> None:
    told = [f"{line['mark']['text']} {line['athlete']}" for line in evening.of("result")]
    assert told == list(RESULT)
    assert [line["place"] for line in evening.of("result")] == list(range(1, 10))


def test_only_the_winner_has_splits(evening: Evening) -> None:
    splits = evening.of("split")
    assert {line["athlete"] for line in splits if line["distance_m"] < 1609.344} == {"Jakob Ingebrigtsen"}
    assert [line["distance_m"] for line in splits if line["official"]] == [1500.0, *[1609.344] * 9]


def test_the_lamps_were_really_sent(evening: Evening) -> None:
    output = evening.lines[-1]["output"]
    assert output["frames"] > 50


@pytest.mark.parametrize(
    ("arguments", "mark", "status", "holder"),
    [
        (("--as-of", "2025-02-13"), "3:45.14", "candidate", "Jakob Ingebrigtsen"),
        (("--as-of", "2025-02-12"), "3:46.63", "pending", "Yared Nuguse"),
        (("--as-of", "2025-02-12", "--ratified"), "3:47.01", "ratified", "Yomif Kejelcha"),
        (("--as-of", "2025-02-13", "--ratified"), "3:47.01", "ratified", "Yomif Kejelcha"),
    ],
)
def test_the_book_knows_of_it_and_of_what_stood_before(
    evening: Evening, arguments: tuple[str, ...], mark: str, status: str, holder: str
) -> None:
    asked = ("book", "record", "MILEsh", "--sex", "men", *arguments, "--json", "--book", str(evening.book))
    answer = json.loads(pacelight(*asked))
    assert answer["schema"] == "pacelight.record/1"
    assert (answer["mark"]["text"], answer["status"]) == (mark, status)
    assert answer["holders"][0]["athlete"] == holder


def test_the_replay_is_the_run_byte_for_byte(evening: Evening) -> None:
    assert pacelight("race", "replay", str(evening.journal), "--json") == evening.text


def test_the_journal_is_whole(evening: Evening) -> None:
    assert json.loads(pacelight("race", "verify", str(evening.journal), "--json"))["lines"] > 40


def test_the_demo_may_be_run_again_on_its_own_book(evening: Evening) -> None:
    again = pacelight("demo", "--headless", "--speed", "200", "--json", "--book", str(evening.book))
    records = [json.loads(line) for line in again.splitlines() if '"type":"record"' in line]
    assert records == evening.of("record")

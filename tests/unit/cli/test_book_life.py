"""`pacelight book checklist`: what ratification asks for, from the book and from the evidence of a race."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book

Pacelight = Callable[..., Any]

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"


@pytest.fixture
def at(folder: Path) -> list[str]:
    """``--book`` and a copy of the shipped one."""
    Book.starter(folder / "own.sqlite").close()
    return ["--book", "own.sqlite"]


def evidence(folder: Path, **other: Any) -> str:
    passing = {
        "distance_m": 1609.344,
        "elapsed_s": 225.14,
        "text": "3:45.14",
        "official": True,
        "method": "photo",
    }
    run = {
        "bib": "1",
        "athlete": "Jakob Ingebrigtsen",
        "splits": [passing],
        "gaps": [],
        "result": {"status": None},
    }
    whole = {
        "schema": "pacelight.evidence/2",
        "race": {"event": "MILEsh", "sex": "men", "day": "2025-02-13"},
        "asked": [{"name": "record"}],
        "shown": {"output": {"frames": 1, "late": 0}},
        "run": [run] * 3,
    }
    (folder / "evidence.json").write_text(json.dumps(whole | other), encoding="utf-8")
    return "evidence.json"


def test_every_condition_has_its_verdict_its_reason_and_its_rule(pacelight: Pacelight, at: list[str]) -> None:
    ran = pacelight("book", "checklist", LIEVIN, "--level", "WR", *at)
    assert (ran.code, ran.err) == (0, "")
    first, *rows, last = ran.out.splitlines()
    assert first == (
        "MILEsh 3:45.14 Jakob Ingebrigtsen NOR, 2025-02-13 Liévin: conditions of ratification as WR"
    )
    assert last == "4 met, 3 not known, 7 needs a person; ? the text of the rule is not confirmed"
    assert len(rows) == 1 + 14
    assert any(row.startswith("needs a person  the athlete was tested at the end") for row in rows)


def test_the_evidence_of_the_race_is_reckoned_with(pacelight: Pacelight, folder: Path, at: list[str]) -> None:
    told = ("--evidence", evidence(folder), "--json")
    shape = json.loads(pacelight("book", "checklist", LIEVIN, *told, *at).out)
    assert (shape["schema"], shape["levels"]) == ("pacelight.checklist/1", ["WR", "AR", "NR"])
    found = {one["key"]: (one["verdict"], one["why"]) for one in shape["conditions"]}
    assert found["result"] == ("met", "the evidence has 3:45.14")
    assert found["lights"] == ("not met", "they ran, as the evidence has it, and the book does not say so")
    assert shape["counts"] == {
        verdict: sum(one["verdict"] == verdict for one in shape["conditions"])
        for verdict in ("met", "not met", "not known", "needs a person")
    }


def test_who_has_looked_says_so_and_the_checklist_reckons_with_it(
    pacelight: Pacelight, at: list[str]
) -> None:
    said = ("--by", "statistics", "--why", "form 17")
    ran = pacelight("book", "attest", LIEVIN, "doping", "met", *said, *at)
    assert ran.out.startswith("met: the athlete was tested at the end of the event, of MILEsh 3:45.14")
    shape = json.loads(pacelight("book", "checklist", LIEVIN, "--level", "WR", "--json", *at).out)
    (found,) = [one for one in shape["conditions"] if one["key"] == "doping"]
    assert (found["verdict"], found["found"]) == ("met", "needs a person")
    assert [found["attested"][name] for name in ("says", "by", "why")] == ["met", "statistics", "form 17"]
    words = pacelight("book", "checklist", LIEVIN, "--level", "WR", *at).out
    assert "form 17 (found: no fact of the book tells; somebody has to look)" in words
    pacelight("book", "attest", LIEVIN, "doping", "open", "--by", "statistics", *at)
    assert "7 needs a person" in pacelight("book", "checklist", LIEVIN, "--level", "WR", *at).out


def test_a_condition_that_is_not_asked_is_refused(refused: Callable[..., str], at: list[str]) -> None:
    told = refused("book", "attest", LIEVIN, "wind", "met", "--by", "statistics", *at)
    assert f"no condition 'wind' is asked of {LIEVIN} (there are official, result," in told


def test_evidence_that_is_none_is_refused(refused: Callable[..., str], folder: Path, at: list[str]) -> None:
    (folder / "half.json").write_text('{"schema": ', encoding="utf-8")
    asked = ("book", "checklist", LIEVIN, "--evidence")
    assert "half.json is no evidence of a race (pacelight race report" in refused(*asked, "half.json", *at)
    (folder / "empty.json").write_text("{}", encoding="utf-8")
    assert "not the evidence of a race (write it by" in refused(*asked, "empty.json", *at)
    other = evidence(folder, race={"event": "MILEsh", "sex": "men", "day": "2025-02-08"})
    assert "the evidence is of another race: MILEsh men 2025-02-08" in refused(*asked, other, *at)


def test_women_s_road_records_are_asked_for_by_the_kind_of_race(pacelight: Pacelight, at: list[str]) -> None:
    asked = ("book", "record", "5RR", "--sex", "women", "--as-of", "2024-08-09")
    assert pacelight(*asked, *at).out == (
        "not known: two WR are kept of 5 km road, women: of women-only races and of mixed ones\n"
    )
    for race in ("mixed", "women-only"):
        said = f"the book does not cover the {race} WR of 5 km road, women"
        assert pacelight(*asked, "--race", race, *at).out == f"not known: {said}\n"
        shape = json.loads(pacelight(*asked, "--race", race, "--json", *at).out)
        assert (shape["known"], shape["why"]) == (False, said)

"""Evidence beside the record: the journal with its proof, the report, what was published."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"

RACE = "lievin-2025-mile"


def laid(desk: Any, journal: Path, name: str = "mile.journal") -> Path:
    """The journal in the folder of evidence, and beside it who is who in it."""
    path: Path = desk.evidence / name
    path.write_bytes(journal.read_bytes())
    path.with_name(f"{name}.names").write_bytes(journal.with_name(f"{journal.name}.names").read_bytes())
    return path


def asked(desk: Any, name: str, token: str, key: str = LIEVIN) -> Any:
    return desk.ask("GET", f"/records/evidence?key={key}&file={name}", token)


def test_the_journal_of_the_race_fills_the_checklist_and_is_proved(desk: Any, journal: Path) -> None:
    before = desk.page()
    assert "There is none here." in before
    laid(desk, journal)
    page = desk.page(token=desk.token())
    assert "The evidence has 3:45.14." in page
    assert "They ran, as the evidence has it, and the book does not say so." in page
    assert "The chain is whole" in page
    assert sha256(journal.read_bytes()).hexdigest() in page
    taken = asked(desk, "mile.journal", desk.token())
    assert (taken.status_code, taken.content) == (200, journal.read_bytes())
    assert taken.headers["content-disposition"] == 'attachment; filename="mile.journal"'
    report = json.loads(asked(desk, "mile.journal.report.json", desk.token()).content)
    assert (report["schema"], report["race"]["id"]) == ("pacelight.evidence/2", RACE)


def test_a_journal_whose_names_were_deleted_is_proved_and_names_nobody(desk: Any, journal: Path) -> None:
    laid(desk, journal).with_name("mile.journal.names").unlink()
    page = desk.page()
    assert "The chain is whole" in page
    assert "No evidence of the race tells of it" in page


def test_a_journal_that_was_changed_says_where(desk: Any, journal: Path) -> None:
    lines = journal.read_bytes().splitlines(keepends=True)
    lines[-2] = lines[-2].replace(b"0", b"1", 1)
    (desk.evidence / "mile.journal").write_bytes(b"".join(lines))
    page = desk.page()
    assert "is damaged" in page
    assert "The chain is whole" not in page


def test_what_was_published_of_the_race_lies_beside_it_and_nothing_else(desk: Any, journal: Path) -> None:
    laid(desk, journal)
    for name in (f"{RACE}.csv", "another-race.csv", f".{RACE}.csv.new"):
        (desk.evidence / name).write_text("place", encoding="utf-8")
    page = desk.page(token=desk.token())
    assert f"file={RACE}.csv" in page
    assert "another-race" not in page
    assert asked(desk, f"{RACE}.csv", desk.token()).text == "place"
    assert asked(desk, "another-race.csv", desk.token()).status_code == 404


def test_evidence_of_another_race_is_none_of_this_one(desk: Any, journal: Path) -> None:
    laid(desk, journal)
    other = "2025-02-08-new-york-MILEsh-men-nuguse-yared"
    assert "mile.journal" not in desk.page(other)
    assert asked(desk, "mile.journal", desk.token(), other).status_code == 404


@pytest.mark.parametrize("name", ["../book.sqlite", "/etc/passwd", "..%2Fbook.sqlite", "", "mile.journal%00"])
def test_only_files_of_the_race_are_given_away(desk: Any, journal: Path, name: str) -> None:
    laid(desk, journal)
    assert asked(desk, name, desk.token()).status_code == 404


@pytest.mark.parametrize("role", ["", "announcer", "timer", "operator", "display"])
def test_evidence_is_for_who_decides(desk: Any, journal: Path, role: str) -> None:
    laid(desk, journal)
    token = desk.token(role, role) if role else ""
    answer = asked(desk, "mile.journal", token)
    assert answer.status_code == 403
    assert "Evidence is for the director and the statistician." in answer.text
    assert [one for one in desk.log if "event=denied" in one and 'act="evidence"' in one]


def test_what_is_no_evidence_is_left_alone(desk: Any) -> None:
    (desk.evidence / "half.journal").write_bytes(b"{")
    (desk.evidence / "list.json").write_text(json.dumps([1, 2]), encoding="utf-8")
    (desk.evidence / "folder.journal").mkdir()
    assert "There is none here." in desk.page()

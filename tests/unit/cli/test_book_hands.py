"""`pacelight book add`, `merge` and the decisions: one line of what was done; all or nothing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.formats.export import write_csv
from pacelight.book.model import Standing
from pacelight.event import EVENTS, Level, Sex

Pacelight = Callable[..., Any]

NUGUSE = "2025-02-08-new-york-MILEsh-men-nuguse-yared"
LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
SAID = ("--by", "AIU", "--on", "2026-03-01", "--why", "the rules")
END = date(2026, 6, 1)


@pytest.fixture
def at(folder: Path) -> list[str]:
    """``--book`` and a copy of the shipped one."""
    Book.starter(folder / "own.sqlite").close()
    return ["--book", "own.sqlite"]


def mark(folder: Path, as_of: date = END, **asked: Any) -> str:
    with Book.open(folder / "own.sqlite") as book:
        found = book.record("MILEsh", Sex.MEN, as_of=as_of, **asked)
    assert isinstance(found, Standing)
    return str(found.mark)


def test_a_decision_is_one_line_and_the_same_twice_adds_nothing(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    ran = pacelight("book", "annul", LIEVIN, *SAID, *at)
    line = "annulled: MILEsh 3:45.14 Jakob Ingebrigtsen NOR, 2025-02-13 Liévin (by AIU on 2026-03-01)\n"
    assert (ran.code, ran.out, ran.err) == (0, line, "")
    assert pacelight("book", "annul", LIEVIN, *SAID, *at).out == f"known already: {line}"
    assert mark(folder) == "3:45.94"
    assert mark(folder, known_at=date(2026, 2, 28)) == "3:45.14"


def test_a_dry_run_says_what_would_be_done_and_does_not(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    ran = pacelight("book", "annul", LIEVIN, *SAID, "--dry-run", *at)
    assert ran.out.startswith("dry run, nothing is written: annulled: MILEsh 3:45.14 Jakob Ingebrigtsen")
    assert mark(folder) == "3:45.14"
    found = json.loads(pacelight("book", "annul", LIEVIN, *SAID, "--dry-run", "--json", *at).out)
    assert (found["schema"], found["count"], found["dry_run"]) == ("pacelight.done/1", 1, True)


@pytest.mark.parametrize(
    ("verb", "status"), [("submit", "pending"), ("ratify", "ratified"), ("reject", "rejected")]
)
def test_a_record_is_submitted_ratified_and_rejected_by_hand(
    pacelight: Pacelight, at: list[str], folder: Path, verb: str, status: str
) -> None:
    key = "2026-02-14-winston-salem-MILEsh-men-hocker-cole"
    ran = pacelight("book", verb, key, *SAID, "--learned", "2026-03-03", "--source", "indystar-2026", *at)
    assert ran.code == 0
    first, *more = ran.out.splitlines()
    assert first.endswith("(by AIU on 2026-03-01, known from 2026-03-03)")
    still = "9 conditions of ratification open, as the book knows (pacelight book checklist)"
    assert more == [still] * (verb == "ratify")
    with Book.open(folder / "own.sqlite") as book:
        history = book.part(EVENTS["MILEsh"], Sex.MEN).history
        assert [history.view(END, known).status_of(key) for known in (date(2026, 3, 2), END)] == [
            None,
            status,
        ]


def test_a_decision_may_be_about_one_level(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    ran = pacelight("book", "reject", LIEVIN, *SAID, "--level", "wr", *at)
    line = (
        "rejected: MILEsh 3:45.14 Jakob Ingebrigtsen NOR, 2025-02-13 Liévin, as WR (by AIU on 2026-03-01)\n"
    )
    assert ran.out == line
    assert mark(folder) == "3:45.94"
    assert mark(folder, level=Level.AR, scope="EUR") == "3:45.14"
    ran = pacelight("book", "ratify", LIEVIN, *SAID, "--level", "NR", "--scope", "nor", *at)
    assert ran.out.startswith("ratified: ")
    assert ", as NR NOR (by AIU" in ran.out
    shape = json.loads(pacelight("book", "ratify", NUGUSE, *SAID, "--dry-run", "--json", *at).out)
    assert (shape["count"], shape["open_conditions"] > 0) == (1, True)


def test_a_decision_is_taken_back_and_the_history_says_so(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    pacelight("book", "annul", LIEVIN, *SAID, *at)
    back = ("withdraw", LIEVIN, "--by", "CAS", "--on", "2026-03-10", "--why", "appeal")
    ran = pacelight("book", *back, "--decision", "annulled", *at)
    line = "withdrawn, annulled of 2026-03-01: MILEsh 3:45.14 Jakob Ingebrigtsen NOR, 2025-02-13 Liévin"
    assert ran.out == f"{line} (by CAS on 2026-03-10)\n"
    told = [mark(folder, known_at=date(2026, 3, day)) for day in (5, 10)]
    assert told == ["3:45.94", "3:45.14"]
    shape = json.loads(pacelight("book", "history", LIEVIN, "--json", *at).out)
    assert (shape["schema"], shape["status"], shape["mark"]["text"]) == (
        "pacelight.history/1",
        "ratified",
        "3:45.14",
    )
    assert [(one["kind"], one["by"], one["why"], one["stands"]) for one in shape["changes"][-2:]] == [
        ("annulled", "AIU", "the rules", False),
        ("withdrawn", "CAS", "appeal", True),
    ]
    shown = pacelight("book", "history", LIEVIN, *at).out
    assert "annulled (taken back)" in shown
    assert shown.endswith("it stands as 3:45.14 NOR, ratified\n")


def test_a_merge_is_undone(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    other = ("1500sh", "3:50", "Y. Nuguse", "--new", "nuguse-y", "--nation", "USA", "--sex", "men")
    pacelight("book", "add", *other, "--on", "2020-01-01", "--source", "indystar-2026", *at)
    pacelight("book", "merge", "nuguse-yared", "nuguse-y", *SAID, *at)
    ran = pacelight(
        "book", "unmerge", "nuguse-y", "--by", "me", "--on", "2026-03-02", "--why", "a brother", *at
    )
    assert ran.out == "unmerged: nuguse-y is somebody else, 1 performance\n"
    with Book.open(folder / "own.sqlite") as book:
        assert book.athlete("Y. Nuguse").key == "nuguse-y"
    shape = json.loads(pacelight("book", "history", "2020-01-01-1500sh-men-nuguse-y", "--json", *at).out)
    assert [(one["kind"], one["what"], one["day"], one["why"]) for one in shape["changes"][1:]] == [
        ("merged", "nuguse-y is nuguse-yared", "2026-03-01", "the rules"),
        ("unmerged", "nuguse-y is not nuguse-yared", "2026-03-02", "a brother"),
    ]


def test_an_athlete_s_time_is_annulled_from_its_first_day_to_its_last(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    ran = pacelight(
        *("book", "annul", "--athlete", "jakob ingebrigtsen", "--from", "2025-01-01", "--to", "2025-12-31"),
        *(*SAID, *at),
    )
    assert ran.out == (
        "annulled: everything of Jakob Ingebrigtsen from 2025-01-01 to 2025-12-31 (by AIU on 2026-03-01)\n"
    )
    assert mark(folder) == "3:45.94"


def test_a_mark_and_a_nation_are_corrected_and_what_was_said_before_stays(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    ran = pacelight("book", "correct", LIEVIN, "--mark", "3:45.15", "--nation", "swe", *SAID, *at)
    assert "to 3:45.15 and SWE (by AIU" in ran.out
    assert (mark(folder), mark(folder, known_at=date(2026, 2, 28))) == ("3:45.15", "3:45.14")
    assert mark(folder, level=Level.NR, scope="NOR") == "3:56.99"


ONE = ("MILEsh", "3:44.00", "Yared Nuguse", "--sex", "men", "--on", "2026-03-01", "--venue", "Boston")


def test_a_performance_is_added_by_its_options(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    told = ("--competition", "BU", "--place", "1", "--round", "final", "--note", "by hand")
    source = ("--source", "me", "--who", "Me: seen there", "--read", "2026-03-02")
    ran = pacelight("book", "add", *ONE, *told, *source, *at)
    line = "added 1 of 1: MILEsh 3:44.00 Yared Nuguse USA, 2026-03-01 Boston\n"
    assert (ran.code, ran.out, ran.err) == (0, line, "")
    assert pacelight("book", "add", *ONE, *told, *source, *at).out.startswith("added 0 of 1: ")
    with Book.open(folder / "own.sqlite") as book:
        one = book.performance("2026-03-01-boston-MILEsh-men-nuguse-yared")
        assert (one.competition, one.place, one.round, one.note) == ("BU", 1, "final", "by hand")
        assert (book.source("me").who, book.source("me").as_of) == ("Me: seen there", date(2026, 3, 2))
    assert mark(folder) == "3:44.00"


def test_somebody_new_is_added_with_a_key(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    who = ("100", "9.99", "A New One", "--new", "one-a-new", "--nation", "NOR", "--sex", "men")
    told = ("--on", "2026-03-01", "--wind", "+2.1", "--unofficial", "--source", "indystar-2026")
    assert pacelight("book", "add", *who, *told, *at).code == 0
    with Book.open(folder / "own.sqlite") as book:
        assert book.athlete("a new one").key == "one-a-new"
        one = book.performance("2026-03-01-100-men-one-a-new")
        assert (one.wind, one.official, one.nation) == (21, False, "NOR")


def test_a_split_is_added_as_made_on_the_way(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    run = (
        "1500sh",
        "3:29.00",
        "Yared Nuguse",
        "--sex",
        "men",
        "--on",
        "2026-03-01",
        "--source",
        "indystar-2026",
    )
    assert pacelight("book", "add", *run, "--en-route-of", "indoor mile", *at).code == 0
    with Book.open(folder / "own.sqlite") as book:
        assert book.performance("2026-03-01-1500sh-men-nuguse-yared").en_route_of == "MILEsh"


def test_an_exported_table_is_added_whole_or_not_at_all(
    pacelight: Pacelight, at: list[str], folder: Path
) -> None:
    with Book.open(folder / "own.sqlite") as book:
        held = book.part(EVENTS["MILEsh"], Sex.MEN).history.performances
    (folder / "mile.csv").write_bytes(write_csv(held))
    Book.create(folder / "empty.sqlite").close()
    into = ("--book", "empty.sqlite")
    ran = pacelight("book", "add", "--file", "mile.csv", *into)
    assert (ran.code, ran.out) == (2, "")
    assert "(say who says so)" in ran.err
    with Book.open(folder / "empty.sqlite") as book:
        assert book.contested() == []
    ran = pacelight("book", "add", "--file", "mile.csv", *at)
    assert ran.out == f"added 0 of {len(held)}: {len(held)} performances\n"


def test_two_athletes_are_merged(pacelight: Pacelight, at: list[str], folder: Path) -> None:
    other = ("1500sh", "3:50", "Y. Nuguse", "--new", "nuguse-y", "--nation", "USA", "--sex", "men")
    pacelight("book", "add", *other, "--on", "2020-01-01", "--source", "indystar-2026", *at)
    line = "merged: Y. Nuguse (nuguse-y) is Yared Nuguse (nuguse-yared), 1 performance\n"
    assert pacelight("book", "merge", "nuguse-yared", "nuguse-y", "--dry-run", *at).out.endswith(line)
    assert pacelight("book", "merge", "nuguse-yared", "nuguse-y", *at).out == line
    with Book.open(folder / "own.sqlite") as book:
        assert book.athlete("Y. Nuguse").key == "nuguse-yared"


@pytest.mark.parametrize(
    ("arguments", "offence"),
    [
        (("annul", *SAID), "name a performance by its KEY, or an athlete by --athlete"),
        (
            ("annul", NUGUSE, "--athlete", "nuguse-yared", *SAID),
            "name a performance by its KEY, or an athlete",
        ),
        (("annul", "--athlete", "nuguse-yared", *SAID), "write --athlete, --from and --to together"),
        (("annul", NUGUSE, "--from", "2025-01-01", *SAID), "write --athlete, --from and --to together"),
        (
            ("annul", "--athlete", "nuguse-yared", "--from", "2025-02-01", "--to", "2025-01-01", *SAID),
            "of an athlete a time is annulled, from its first day to its last",
        ),
        (("ratify", "none", *SAID), "no performance 'none' in the book"),
        (("ratify", NUGUSE, *SAID, "--source", "none"), "no source 'none' for the decision"),
        (("ratify", NUGUSE, *SAID, "--learned", "2026-02-01"), "cannot be known on 2026-02-01"),
        (("correct", NUGUSE, *SAID), "what is to be corrected? (write --mark or --nation)"),
        (("correct", NUGUSE, "--mark", "3:46:60", *SAID), "(write 3:46.60)"),
        (("correct", NUGUSE, "--nation", "URS", *SAID), "no athlete ran for URS on 2025-02-08"),
        (("add",), "write EVENT, MARK, ATHLETE, --sex and --on (or --file FILE)"),
        (("add", *ONE, "--file", "mile.csv"), "a performance is typed, or read from a file: not both"),
        (("add", "--file", "nowhere.csv"), "nowhere.csv cannot be read: No such file or directory"),
        (("add", *ONE), "no source '' (say who says so)"),
        (("add", *ONE, "--source", "indystar-2026", "--wind", "2"), "not a wind: '2'"),
        (("add", "MILEsh", "3:44", "Yared Nugus", *ONE[3:]), "--new FAMILY-GIVEN"),
        (("add", "MILEsh", "3:44", "Somebody", "--new", "somebody", *ONE[3:]), "(write --nation)"),
        (("ratify", NUGUSE, *SAID, "--scope", "NOR"), "whose record is 'NOR'? (write --level too)"),
        (("ratify", NUGUSE, *SAID, "--level", "AR", "--scope", "NOR"), "no area 'NOR'"),
        (
            ("withdraw", LIEVIN, *SAID),
            "which decision? submitted 2025-02-13, ratified 2025-04-18 (name it by",
        ),
        (
            ("withdraw", LIEVIN, *SAID, "--decision", "annulled"),
            "no such decision stands about it (there is submi",
        ),
        (("unmerge", "nuguse-yared"), "'nuguse-yared' was merged into nobody, or before merges were kept"),
        (("history", "none"), "no performance 'none' in the book"),
        (("checklist", "none"), "no performance 'none' in the book"),
        (("checklist", LIEVIN, "--evidence", "nowhere"), "nowhere cannot be read"),
        (("merge", "nuguse-yared", "kessler-hobbs"), "are both in MILEsh on 2024-02-11 in New York"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_is(
    refused: Callable[..., str], at: list[str], folder: Path, arguments: tuple[str, ...], offence: str
) -> None:
    assert offence in refused("book", *arguments, *at)
    assert mark(folder) == "3:45.14"

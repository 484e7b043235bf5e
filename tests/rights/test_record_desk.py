"""Role by task at the record desk: every cell, against the real web process."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.meet.desk.roles import Role
from pacelight.web.records.deciding import ADDRESSES
from pacelight.web.records.rights import TABLE, Task
from pacelight.web.rights.guard import FORMS

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "rights-records.txt"
LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"

SENT: dict[Task, dict[str, str]] = {
    Task.DECIDE: {"kind": "ratify", "by": "the jury", "on": "2025-02-20", "why": "as agreed"},
    Task.ATTEST: {"condition": "doping", "says": "met"},
    Task.WITHDRAW: {
        "decision": "submitted 2025-02-13 - -",
        "by": "the jury",
        "on": "2025-02-20",
        "why": "no",
    },
}


def table() -> dict[tuple[Role, Task], bool]:
    """Who may do what, as people wrote it down: a row a task, a column a role, `x` for may."""
    head, *rows = [line.split() for line in GOLDEN.read_text(encoding="ascii").splitlines()]
    return {
        (Role(role), Task(row[0])): mark == "x"
        for row in rows
        for role, mark in zip(head, row[1:], strict=True)
    }


CELLS = table()


@pytest.fixture(scope="module")
def desk(web_pages: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    folder = tmp_path_factory.mktemp("desk")
    Book.starter(folder / "book.sqlite", until=date(2025, 2, 14)).close()
    return web_pages("--book", folder / "book.sqlite", "--evidence", folder), folder / "book.sqlite"


def written(path: Path) -> tuple[int, int]:
    """How many decisions and looks there are of the record."""
    with Book.open(path) as book:
        return book.decisions_about(LIEVIN), len(book.attestations(LIEVIN))


def test_the_table_is_as_it_was_written_down() -> None:
    assert {(role, task): role in TABLE[task] for role in Role for task in Task} == CELLS
    assert set(TABLE) == set(Task)
    assert set(CELLS.values()) == {True, False}


def test_every_task_that_is_sent_has_an_address_that_names_its_origin() -> None:
    assert set(ADDRESSES.values()) == set(Task) - {Task.EVIDENCE}
    assert set(ADDRESSES) < FORMS


def test_each_role_does_at_the_desk_what_the_table_says(desk: tuple[Any, Path]) -> None:
    pages, book = desk
    for role in Role:
        token = "" if role is Role.SPECTATOR else pages.token(role, f"{role} post")
        with pages.client(token, Origin=pages.address.rstrip("/")) as client:
            for address, task in ADDRESSES.items():
                before = written(book)
                form = {"key": LIEVIN, "seen": str(before[0])} | SENT[task]
                day = f"2025-02-{20 + list(Role).index(role)}"  # of each role another
                form |= {"on": day} if task is Task.DECIDE else {}
                if task is Task.WITHDRAW and CELLS[role, task]:
                    form |= {"on": day, "decision": f"ratified {day} - -"}  # which the same role has made
                status = client.post(address, data=form).status_code
                assert (role, task, status) == (role, task, 303 if CELLS[role, task] else 403)
                assert (written(book) != before) is CELLS[role, task]
            found = client.get("/records/evidence", params={"key": LIEVIN, "file": "none"}).status_code
            assert (role, found) == (role, 404 if CELLS[role, Task.EVIDENCE] else 403)


def test_what_was_denied_and_what_was_decided_is_in_the_log(desk: tuple[Any, Path]) -> None:
    pages, _ = desk
    denied = [line for line in pages.log("denied") if 'role="announcer"' in line]
    assert {task for task in Task if any(f'act="{task}"' in line for line in denied)} == set(Task)
    (line, *_) = pages.log("ratified")
    assert 'by="statistician post"' in line
    assert 'decided_by="the jury"' in line
    assert 'why="as agreed"' in line


def test_without_naming_its_origin_nobody_decides(desk: tuple[Any, Path]) -> None:
    pages, book = desk
    before = written(book)
    with pages.client(pages.token(Role.DIRECTOR)) as client:
        for address in ADDRESSES:
            assert client.post(address, data={"key": LIEVIN}).status_code == 403
    assert written(book) == before

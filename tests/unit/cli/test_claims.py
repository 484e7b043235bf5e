"""`pacelight claims check`: what is printed of an article, and with which code it ends."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from pacelight.book.asking.lists import Book
from pacelight.cli import claims
from pacelight.errors import PacelightError

Check = Callable[..., tuple[int, str, str]]

TRUE = "Liévin, 13 February 2025 - Jakob Ingebrigtsen ran the indoor mile in 3:45.14, a world record.\n"
WRONG = "Liévin, 13 February 2025 - Jakob Ingebrigtsen ran an indoor mile world record of 3:46.14.\n"
MALFORMED = "Liévin, 13 February 2025 - Jakob Ingebrigtsen ran the indoor mile in 3:45:14.\n"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the book that ships, made once."""
    path = tmp_path_factory.mktemp("book") / "starter.sqlite"
    Book.starter(path).close()
    return path


@pytest.fixture
def check(folder: Path, shipped: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """`pacelight claims check` with these arguments: its code, what it printed, and where it complained."""
    assert folder.is_dir()
    app = typer.Typer(pretty_exceptions_enable=False)
    app.add_typer(claims.app, name="claims")

    def run(*arguments: str) -> tuple[int, str, str]:
        book = () if "--book" in arguments else ("--book", str(shipped))
        code: object = 0
        refusal = ""
        try:
            app(["claims", "check", *arguments, *book], prog_name="pacelight")
        except SystemExit as end:
            code = end.code
        except PacelightError as error:
            code, refusal = error.exit_code, str(error)
        shown = capsys.readouterr()
        return int(str(code or 0)), shown.out, shown.err + refusal

    return run


@pytest.fixture
def article(folder: Path) -> Callable[[str], str]:
    def written(text: str) -> str:
        (folder / "article.txt").write_text(text, encoding="utf-8")
        return "article.txt"

    return written


@pytest.mark.parametrize(
    ("text", "code"), [(TRUE, 0), (WRONG, 1), (MALFORMED, 1), ("On 13 February 2025.", 0)]
)
def test_it_ends_with_one_where_something_is_wrong(
    check: Check, article: Callable[[str], str], text: str, code: int
) -> None:
    assert check(article(text))[0] == code


def test_every_answer_stands_under_its_sentence(check: Check, article: Callable[[str], str]) -> None:
    _, out, err = check(article(TRUE))
    shown = "World Athletics"
    lines = out.splitlines()
    assert err == ""
    assert lines[:4] == [
        "article.txt as of 2025-02-13 (found in the text)",
        "",
        TRUE.strip(),
        "  holds            mark: 3:45.14",
    ]
    assert lines[4] == f"  {'':15}  Jakob Ingebrigtsen ran 3:45.14 on 2025-02-13"
    assert lines[5].startswith(
        f"  {'':15}  MILEsh men: 3:45.14 Jakob Ingebrigtsen (NOR), Liévin 2025-02-13, pending: {shown}"
    )
    assert lines[6] == "  holds            record: 3:45.14, a world record"
    assert lines[-1] == "holds: 2, contradicted: 0, malformed: 0, beyond the book: 0"


def test_json_tells_the_same(check: Check, article: Callable[[str], str]) -> None:
    text = MALFORMED
    code, out, _ = check(article(text), "--json")
    answer: dict[str, Any] = json.loads(out)
    mark, malformed = answer["claims"]
    assert code == 1
    assert (answer["schema"], answer["as_of"], answer["as_of_found"]) == (
        "pacelight.claims/1",
        "2025-02-13",
        True,
    )
    assert answer["counts"] == {"holds": 1, "contradicted": 0, "malformed": 1, "beyond the book": 0}
    assert (mark["kind"], mark["verdict"]) == ("mark", "holds")
    assert mark["evidence"][0]["performance"]["key"] == "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
    assert mark["evidence"][0]["source"]["key"] == mark["evidence"][0]["performance"]["source"]
    assert (malformed["kind"], malformed["verdict"]) == ("malformed", "malformed")
    assert malformed["why"] == "not a time for Mile short track: '3:45:14' (write 3:45.14)"
    assert malformed["mark"] == {"text": "3:45.14", "value": 225140, "unit": "ms", "precision": 2}
    assert text[malformed["start"] : malformed["end"]] == malformed["quote"] == "3:45:14"
    assert malformed["sentence"] == text.strip()


def test_the_day_may_be_said(check: Check, article: Callable[[str], str]) -> None:
    text = "Jakob Ingebrigtsen ran the indoor mile in 3:45.14 on Thursday."
    code, out, _ = check(article(text), "--as-of", "2025-02-14", "--json")
    answer = json.loads(out)
    assert (code, answer["as_of"], answer["as_of_found"]) == (0, "2025-02-14", False)
    assert answer["counts"]["holds"] == 1


def test_another_book_may_be_asked(check: Check, article: Callable[[str], str], folder: Path) -> None:
    Book.create(folder / "empty.sqlite").close()
    code, out, _ = check(article(WRONG), "--book", "empty.sqlite", "--json")
    answers = [(claim["kind"], claim["verdict"]) for claim in json.loads(out)["claims"]]
    assert (code, answers) == (
        0,
        [("record", "beyond the book")],
    )  # whose mark it is an empty book cannot tell


def test_a_text_may_come_from_standard_input(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TRUE.encode())))
    code, out, _ = check("-")
    assert (code, out.splitlines()[0]) == (0, "- as of 2025-02-13 (found in the text)")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            b"Jakob Ingebrigtsen ran the mile.",
            "the text does not say of which day it is (write --as-of, as in --as-of 2025-02-13)",
        ),
        (b"Li\xe9vin, 13 February 2025", "article.txt is no text in UTF-8: byte 2 (save it as UTF-8)"),
    ],
)
def test_what_cannot_be_read_is_refused(check: Check, folder: Path, data: bytes, why: str) -> None:
    (folder / "article.txt").write_bytes(data)
    assert check("article.txt") == (2, "", why)


def test_a_missing_file_and_a_day_that_is_none_are_refused(
    check: Check, article: Callable[[str], str]
) -> None:
    assert check("missing.txt") == (2, "", "missing.txt cannot be read: No such file or directory")
    code, out, err = check(article(TRUE), "--as-of", "yesterday")
    assert (code, out) == (2, "")
    assert err.startswith("not a day: 'yesterday'")

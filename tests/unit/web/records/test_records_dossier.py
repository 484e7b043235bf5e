"""The dossier: what is known stands in print, what is not is a line for a pen, in three languages."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.attestation import Attestation, Attested
from pacelight.book.model import Performance, Source
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.meet.desk.roles import Role
from pacelight.sheets.typesetting import printed
from pacelight.web.records.dossier import Dossier
from pacelight.web.records.evidence import Exhibit, Folder, Kind, Shown
from pacelight.web.words.speaker import Speaker

LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
DAY = date(2025, 2, 20)
GOLDEN = Path(__file__).parents[3] / "golden"
RACE = {"id": "lievin-2025-mile", "event": "MILEsh", "sex": "men", "day": "2025-02-13", "state": "official"}
SPLITS = [
    {"distance_m": 1500.0, "text": "3:29.63", "official": True, "method": "photo"},
    {"distance_m": 1609.344, "text": "3:45.14", "official": True, "method": "photo"},
]
TOLD = {
    "schema": "pacelight.evidence/2",
    "race": RACE,
    "asked": [{"name": "WR", "label": "World record 3:46.63, Nuguse", "plan_sha256": "3" * 64}],
    "shown": {
        "gun_unix_ns": 1_739_476_800_000_000_000,
        "output": {"frames": 11331},
        "lights": [{"name": "WR", "words": "within 1 cm of its plan in 99.9 % of 11,331 frames"}],
    },
    "run": [
        {"bib": "1", "athlete": "Jakob Ingebrigtsen", "splits": SPLITS,
         "result": {"place": 1, "mark": {"text": "3:45.14"}, "status": None}},
        {"bib": "9", "athlete": "Pacer", "splits": [],
         "result": {"place": None, "mark": None, "status": "DNF"}},
    ],
}  # fmt: skip


@pytest.fixture
def book(tmp_path: Path, eve: Path) -> Path:
    shutil.copy(eve, tmp_path / "book.sqlite")
    return tmp_path / "book.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    at = tmp_path / "kept"
    at.mkdir()
    (at / "report.json").write_text(json.dumps(TOLD), encoding="utf-8")
    return at


def drawn(content: Any) -> str:
    """A dossier as text: what is known behind its name, a line for a pen where nothing is."""
    head = [content[name] for name in ("title", "mark", "what", "who", "status", "day", "key", "how", "page")]
    return "\n".join([*head, *(line for one in content["sections"] for line in section(one))]) + "\n"


def section(one: Any) -> Iterator[str]:
    yield from ("", f"== {one['title']}", *one.get("texts", ()))
    for field in one.get("fields", ()):
        yield f"{field['name']:<52} {field['value'] or '______'}".rstrip()
    table = one.get("table")
    for row in [table["columns"], *table["rows"]] if table else ():
        yield " | ".join(cell.replace("\n", " / ") for cell in row).rstrip()
    yield from one.get("after", ())
    yield from one.get("notes", ())
    yield from (f"[ ] {box}" for box in one.get("boxes", ()))
    yield from (f"______ {post}, {one['sign']}" for post in one.get("posts", ()))


def of(book: Path, key: str, *places: Path) -> Dossier:
    with Book.open(book) as opened:
        return Dossier.of(opened, key, DAY, Folder(places))


@pytest.fixture
def whole(book: Path, folder: Path) -> Dossier:
    """With the race's own report, and somebody who has looked at the doping form."""
    with Book.open(book) as opened:
        opened.attest(Attestation(LIEVIN, "doping", Attested.MET, "statistics", "form 17", 1_739_900_000))
    return of(book, LIEVIN, folder)


@pytest.mark.parametrize("code", ["en", "fr", "nb"])
def test_the_dossier_is_as_it_is_drawn(whole: Dossier, code: str) -> None:
    golden = (GOLDEN / f"dossier-{code}.txt").read_text("utf-8")
    assert drawn(whole.content(Speaker(code))) == golden


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (of Poppler) is not here")
@pytest.mark.parametrize("code", ["en", "fr", "nb"])
def test_all_of_it_stands_on_the_paper(whole: Dossier, tmp_path: Path, code: str) -> None:
    content = whole.content(Speaker(code))
    sheet = tmp_path / "sheet.pdf"
    sheet.write_bytes(printed("dossier", content, {}, DAY))
    done = subprocess.run(["pdftotext", "-raw", sheet, "-"], check=True, capture_output=True, text=True)
    paper = bare(done.stdout)
    cells = [
        cell
        for one in content["sections"]
        for cell in (
            one["title"],
            *(text for field in one.get("fields", ()) for text in field.values()),
            *(cell for row in (one.get("table") or {}).get("rows", ()) for cell in row),
            *one.get("posts", ()),
            *one.get("boxes", ()),
        )
    ]
    assert [cell for cell in cells if bare(cell) not in paper] == []


def bare(text: str) -> str:
    """Without what a line break may take or put in."""
    return re.sub(r"[\s\u200b-]", "", text)


def sections(content: Any) -> dict[str, Any]:
    return {one["title"]: one for one in content["sections"]}


def fields(content: Any, title: str) -> dict[str, str]:
    return {one["name"]: one["value"] for one in sections(content)[title]["fields"]}


def test_what_nobody_knows_is_an_empty_line_and_never_a_guess(book: Path) -> None:
    content = of(book, LIEVIN).content(Speaker("en"))
    athlete, track = fields(content, "The athlete"), fields(content, "The track")
    assert (athlete["Name"], athlete["Date of birth"]) == ("Jakob Ingebrigtsen", "")
    assert set(track.values()) == {""}
    timing = fields(content, "Timing")
    assert timing.pop("Measured and judged as a finish") == "yes"
    assert set(timing.values()) == {""}
    assert [one["value"] for one in sections(content)["Evidence of the race"]["fields"]] == [""] * 4
    assert sections(content)["Intermediate times"]["table"] is None
    assert "Pacing lights" not in sections(content)
    (conditions,) = (one for title, one in sections(content).items() if title == "What ratification asks for")
    assert {row[3] for row in conditions["table"]["rows"]} == {""}


def test_what_the_race_tells_is_printed_with_the_fingerprints_of_its_files(book: Path, folder: Path) -> None:
    content = of(book, LIEVIN, folder).content(Speaker("en"))
    assert fields(content, "Timing")["Taken by"] == "photo finish"
    assert fields(content, "The performance")["Competitors who started"] == "2"
    assert [row[:2] for row in sections(content)["Intermediate times"]["table"]["rows"]] == [
        ["1500 m", "3:29.63"], ["1609.344 m", "3:45.14"],
    ]  # fmt: skip
    assert sections(content)["Who competed"]["table"]["rows"] == [
        ["1", "1", "Jakob Ingebrigtsen", "3:45.14"], ["", "9", "Pacer", "DNF"],
    ]  # fmt: skip
    (file,) = sections(content)["Evidence of the race"]["table"]["rows"]
    assert file[0].startswith("report.json\n")
    assert len(file[0].partition("\n")[2]) == 64


@pytest.mark.parametrize("code", ["en", "fr", "nb"])
def test_a_journal_is_printed_with_its_proof_and_how_to_prove_it_again(whole: Dossier, code: str) -> None:
    sound = Exhibit("mile.journal", Kind.JOURNAL, 31_461, "a" * 64, 43, "", "e130b4f274d717a8")
    torn = Exhibit("torn.journal", Kind.JOURNAL, 31, "b" * 64, 0, "torn.journal: line 3 is damaged")
    made = replace(whole, record=replace(whole.record, shown=Shown((sound, torn))))
    (told,) = (one["after"] for one in made.content(Speaker(code))["sections"] if one.get("after"))
    assert [part in told[0] for part in ("mile.journal", "43", "e130b4f274d717a8")] == [True] * 3
    assert told[1:] == ["pacelight race verify mile.journal", "torn.journal: line 3 is damaged"]


def test_a_mark_on_the_way_has_the_splits_before_it_and_names_its_race(book: Path, folder: Path) -> None:
    key = LIEVIN.replace("MILEsh", "1500sh")
    content = of(book, key, folder).content(Speaker("en"))
    assert content["mark"] == "3:29.63+"
    assert fields(content, "The performance")["On the way to"] == "Mile short track"
    assert [row[0] for row in sections(content)["Intermediate times"]["table"]["rows"]] == ["1500 m"]


@pytest.mark.parametrize(
    ("event", "asked", "not_asked"),
    [
        (
            "100",
            ["Wind", "Wind gauge: model, number", "Start information system: print number"],
            ["Implement"],
        ),
        ("MAR", ["Measurer of the course, and measured again on"], ["Lap", "Wind"]),
        ("4X4", ["Runners, in order"], ["Date of birth"]),
    ],
)
def test_each_event_is_asked_what_it_needs(
    book: Path, event: str, asked: list[str], not_asked: list[str]
) -> None:
    one = Performance(
        "k", event, Sex.MEN, Mark.parse("9.58"), "a", "A", "JAM", date(2025, 2, 1), "B", "C", source_key="wa"
    )
    with Book.open(book) as opened:
        opened.add(one, Source("wa", "World Athletics", "", date(2025, 2, 2)))
        content = Dossier.of(opened, "k", DAY, Folder()).content(Speaker("en"))
    names = [one["name"] for section in content["sections"] for one in section.get("fields", ())]
    assert [name for name in asked if name not in names] == []
    assert [name for name in not_asked if name in names] == []


@pytest.mark.parametrize("role", [None, Role.ANNOUNCER, Role.STATISTICIAN, Role.DIRECTOR])
def test_the_dossier_is_for_who_decides(desk: Any, role: Role | None) -> None:
    token = "" if role is None else desk.token(role)
    may = role in {Role.STATISTICIAN, Role.DIRECTOR}
    address = f"/records/{quote(LIEVIN, safe='')}/dossier.pdf"
    found = desk.ask("GET", address, token)
    assert found.status_code == (200 if may else 403)
    assert found.content.startswith(b"%PDF-") is may
    assert (address in desk.page(token=token)) is may
    assert found.headers["cache-control"] == "no-store"


def test_a_page_speaks_the_language_of_who_asks_and_says_where_there_is_none(desk: Any) -> None:
    address = f"/records/{quote(LIEVIN, safe='')}/dossier.pdf"
    token = desk.token()
    english, french = (
        desk.ask("GET", address, token, headers={"accept-language": code}).content for code in ("en", "fr")
    )
    assert english != french
    assert desk.ask("GET", "/records/nothing/dossier.pdf", token).status_code == 404

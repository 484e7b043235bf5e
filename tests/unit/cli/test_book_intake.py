"""`pacelight book import`, `queue` and `export`: reports one can read, exit codes one can rely on."""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.formats.exported import performances
from pacelight.event import Sex

Pacelight = Callable[..., Any]
Refused = Callable[..., str]

MAPPING = """
day = "YYYY-MM-DD"
[columns]
mark = "mark"
athlete = "name"
nation = "nation"
born = "born"
day = "day"
venue = "venue"
place = "place"
[constants]
event = "MILE"
sex = "women"
"""
HEADER = "mark;name;nation;born;day;venue;place\n"
SLANEY = (
    "4:16.71;Mary SLANEY;USA;1958-08-04;1985-08-21;Zürich (SUI);1\n"
    "4:19.18;Mary SLANEY;USA;1958-08-04;1985-07-27;Oslo (NOR);1\n"
)
DECKER = "4:19.18;Mary DECKER;USA;1958-08-04;1983-07-27;Oslo (NOR);1\n"
BAD = "fast;Ann OTHER;USA;;1985-07-27;Oslo (NOR);2\n"
LIF = '1,1,2,800 m,,,,,,800\n1,7,3,Muster,Ada,GER,1:45.611,,,,,"",,,,,\n'


@pytest.fixture
def at(folder: Path) -> list[str]:
    """A table, its mapping, an empty book, and the arguments that name the latter two."""
    (folder / "mile.csv").write_text(HEADER + SLANEY + DECKER + BAD, encoding="utf-8")
    (folder / "map.toml").write_text(MAPPING, encoding="utf-8")
    Book.create(folder / "book.sqlite").close()
    return ["--mapping", "map.toml", "--book", "book.sqlite"]


def marks(folder: Path) -> list[str]:
    with Book.open(folder / "book.sqlite") as book:
        return [
            f"{one.day} {one.mark} {one.athlete_key}"
            for event, sex in book.contested()
            for one in book.part(event, sex).history.performances
        ]


def test_a_report_counts_rows_and_shows_what_waits_and_what_is_refused(
    pacelight: Pacelight, folder: Path, at: list[str]
) -> None:
    ran = pacelight("book", "import", "mile.csv", *at)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:3] == [
        "mile.csv: any table of text with columns",
        "  4 rows: 2 new, 0 known, 1 queued, 1 refused",
        "  1 new athlete, 0 lists covered; source " + lines[2].rpartition(" ")[2],
    ]
    assert lines[3] == "  queued: 1 question (`pacelight book queue list` shows all)"
    assert lines[4].endswith(
        "1 line: Mary DECKER, USA, born 1958: another name, the same birth and nation (slaney-mary)"
    )
    assert lines[5] == "  refused: 1 row (--json shows all)"
    assert lines[6].startswith("    line 5: not a time: 'fast' (write minutes:seconds")
    assert len(marks(folder)) == 2


def test_a_dry_run_says_the_same_and_writes_nothing(
    pacelight: Pacelight, folder: Path, at: list[str]
) -> None:
    told = [pacelight("book", "import", "mile.csv", *more, *at).out for more in (["--dry-run"], [])]
    assert told[0].replace(" (dry run: nothing was written)", "") == told[1]
    assert told[0] != told[1]
    assert sorted(path.name for path in folder.glob("*.jsonl")) == ["book.queue.jsonl"]


def test_json_has_everything(pacelight: Pacelight, at: list[str]) -> None:
    shape = json.loads(pacelight("book", "import", "mile.csv", "--json", *at).out)
    (file,) = shape["files"]
    assert (shape["schema"], shape["dry_run"]) == ("pacelight.import/1", False)
    assert {name: file[name] for name in ("rows", "new", "known", "queued", "refused")} == {
        "rows": 4,
        "new": 2,
        "known": 0,
        "queued": 1,
        "refused": 1,
    }
    assert [one["candidates"] for one in file["questions"]] == [["slaney-mary"]]
    assert [one["at"] for one in file["refusals"]] == ["line 5"]


def test_questions_are_worked_through(pacelight: Pacelight, folder: Path, at: list[str]) -> None:
    """Who is it? Then: one race under two years? The second is dropped, and neither is asked again."""
    book = at[2:]
    pacelight("book", "import", "mile.csv", *at)
    shown = json.loads(pacelight("book", "queue", "list", "--json", *book).out)
    ((key, about),) = [(one["id"], one["about"]) for one in shown["questions"]]
    assert (shown["schema"], about) == ("pacelight.queue-list/1", "person")
    told = pacelight("book", "queue", "show", key[:5], *book).out.splitlines()
    assert told[0].startswith(f"{key}  Mary DECKER, USA, born 1958: another name")
    assert told[1].startswith("  MILE women  4:19.18  Mary DECKER  1983-07-27 Oslo (NOR)  (mapped-mile-")
    answer = pacelight("book", "queue", "accept", key, "--as", "slaney-mary", "--by", "Somebody", *book)
    assert answer.out.splitlines()[0] == f"{key} accepted: 0 new, 0 known, 1 line with another question"
    (listed, count) = pacelight("book", "queue", "list", *book).out.splitlines()
    other = listed.split()[0]
    assert (other != key, count) == (True, "1 open")
    refusal = pacelight("book", "queue", "refuse", other, "--by", "Somebody", "--why", "it was 1985", *book)
    assert refusal.out == f"{other} refused: 1 line dropped\n"
    assert pacelight("book", "queue", "list", *book).out == "nothing waits for a person\n"
    again = pacelight("book", "import", "mile.csv", *at).out
    assert "4 rows: 0 new, 2 known, 0 queued, 1 refused, 1 dropped as a person said" in again
    assert marks(folder) == ["1985-07-27 4:19.18 slaney-mary", "1985-08-21 4:16.71 slaney-mary"]


def test_answers_are_json_too(pacelight: Pacelight, at: list[str]) -> None:
    book = at[2:]
    pacelight("book", "import", "mile.csv", *at)
    (one,) = json.loads(pacelight("book", "queue", "list", "--json", *book).out)["questions"]
    (shown,) = json.loads(pacelight("book", "queue", "show", one["id"], "--json", *book).out)["questions"]
    assert [line["mark_text"] for line in shown["lines"]] == ["4:19.18"]
    told = json.loads(pacelight("book", "queue", "accept", one["id"], "--by", "A", "--json", *book).out)
    assert (told["id"], told["answer"], told["files"][0]["new"]) == (one["id"], "accepted", 1)


def test_a_file_that_cannot_be_trusted_is_refused_whole(
    refused: Refused, folder: Path, at: list[str]
) -> None:
    (folder / "bad.csv").write_text(HEADER + SLANEY + BAD * 3, encoding="utf-8")
    assert "3 of 5 rows cannot be taken, as line 4: not a time" in refused("book", "import", "bad.csv", *at)
    late = SLANEY.replace("1985-07-27", "2085-07-27")
    (folder / "late.csv").write_text(HEADER + late, encoding="utf-8")
    assert "1 of 2 rows are dated after the file, as line 3" in refused("book", "import", "late.csv", *at)
    (folder / "torn.csv").write_text(HEADER + SLANEY.rstrip(), encoding="utf-8")
    assert "torn.csv is torn: line 3 does not end" in refused("book", "import", "torn.csv", *at)
    assert "nowhere.csv cannot be read" in refused("book", "import", "nowhere.csv", *at)
    assert "no format 'x'" in refused("book", "import", "mile.csv", "--format", "x", *at)
    assert "mile.csv is of no format" in refused("book", "import", "mile.csv", "--book", "book.sqlite")
    assert marks(folder) == []


def test_rows_that_could_not_have_been_are_counted_too(
    pacelight: Pacelight, refused: Refused, folder: Path, at: list[str]
) -> None:
    """They are understood, and no nation is told: it is not in the file, nor said by who gives it."""
    (folder / "heat.lif").write_text(LIF.replace(",GER,", ",,"), encoding="utf-8")
    told = ["heat.lif", "--sex", "men", "--day", "2024-05-01", "--venue", "Köln", "--book", "book.sqlite"]
    said = refused("book", "import", *told)
    assert "heat.lif: 1 of 1 rows cannot be taken, as line 2: no nation (give it by --nation" in said
    assert marks(folder) == []
    assert "1 row: 1 new" in pacelight("book", "import", *told, "--nation", "GER").out
    assert at


def test_a_file_without_a_byte_or_with_a_line_without_end_is_told_as_such(
    pacelight: Pacelight, refused: Refused, folder: Path, at: list[str]
) -> None:
    (folder / "empty.csv").write_bytes(b"")
    assert refused("book", "import", "empty.csv", "--book", "book.sqlite").endswith("empty.csv is empty\n")
    assert refused("book", "import", "empty.csv", *at).endswith("empty.csv is empty\n")
    long = f"4:20.00;{'M' * 200_000};USA;;1985-07-27;Oslo (NOR);2\n"
    (folder / "long.csv").write_text(HEADER + SLANEY + long, encoding="utf-8")
    lines = pacelight("book", "import", "long.csv", *at).out.splitlines()
    assert lines[-1].startswith("    line 4: a line of 200,037 letters is none of a table: 4:20.00;MMM")
    assert max(map(len, lines)) < 300


def test_a_report_shows_the_beginning_of_a_long_row(
    pacelight: Pacelight, folder: Path, at: list[str]
) -> None:
    (folder / "wide.csv").write_text(HEADER + SLANEY + BAD.replace("Ann", "A" * 2000), encoding="utf-8")
    last = pacelight("book", "import", "wide.csv", *at).out.splitlines()[-1]
    assert last.endswith("A ...")
    assert len(last) < 400


def test_who_stops_an_import_is_told_what_is_in_the_book(
    pacelight: Pacelight, folder: Path, at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pacelight.meet.intake.taken.take", stop)
    ran = pacelight("book", "import", "mile.csv", *at)
    said = "pacelight: stopped; all of the files are in the book, or nothing of them\n"
    assert (ran.code, ran.out, ran.err) == (130, "", said)
    assert marks(folder) == []


def test_most_of_a_file_may_be_refused_if_one_insists(
    pacelight: Pacelight, folder: Path, at: list[str]
) -> None:
    (folder / "bad.csv").write_text(HEADER + SLANEY + BAD * 3, encoding="utf-8")
    ran = pacelight("book", "import", "bad.csv", "--partly", *at)
    assert (ran.code, len(marks(folder))) == (0, 2)


def test_of_two_files_none_is_taken_if_one_is_refused(refused: Refused, folder: Path, at: list[str]) -> None:
    (folder / "torn.csv").write_text(HEADER + SLANEY.rstrip(), encoding="utf-8")
    refused("book", "import", "mile.csv", "torn.csv", *at)
    assert marks(folder) == []


def test_a_result_of_finishlynx_needs_its_day_and_class(
    pacelight: Pacelight, refused: Refused, folder: Path, at: list[str]
) -> None:
    (folder / "heat.lif").write_text(LIF, encoding="utf-8")
    book = ["--book", "book.sqlite"]
    assert "(give --sex)" in refused("book", "import", "heat.lif", *book)
    told = ["--sex", "men", "--day", "2024-05-01", "--venue", "Köln", "--competition", "Sommerabend"]
    assert "1 row: 1 new" in pacelight("book", "import", "heat.lif", *told, *book).out
    assert marks(folder) == ["2024-05-01 1:45.62 muster-ada"]
    assert at


def test_the_source_is_named_and_as_of_a_day(pacelight: Pacelight, folder: Path, at: list[str]) -> None:
    told = ["--source-who", "A list", "--source-url", "https://example.org", "--as-of", "2020-01-01"]
    pacelight("book", "import", "mile.csv", *told, *at)
    with Book.open(folder / "book.sqlite") as book:
        (one,) = {run.source_key for run in book.part(*book.contested()[0]).history.performances}
        source = book.source(one)
    assert (source.who, source.url, source.as_of) == ("A list", "https://example.org", date(2020, 1, 1))


def test_without_a_book_it_is_ones_own_made_from_the_shipped_one(
    pacelight: Pacelight, folder: Path, at: list[str]
) -> None:
    ran = pacelight("book", "import", "mile.csv", *at[:2])
    assert ran.code == 0
    assert len(list(folder.rglob("book.queue.jsonl"))) == 1
    assert pacelight("book", "record", "MILE", "--sex", "women").code == 0


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl", "out.parquet"])
def test_what_goes_out_comes_in_as_known(
    pacelight: Pacelight, folder: Path, at: list[str], name: str
) -> None:
    pacelight("book", "import", "mile.csv", *at)
    book = at[2:]
    assert pacelight("book", "export", name, *book).out == f"{name}: 2 performances\n"
    with Book.open(folder / "book.sqlite") as opened:
        held = opened.part(*opened.contested()[0]).history.performances
    assert performances((folder / name).read_bytes()) == held
    again = pacelight("book", "import", name, *book).out
    assert "2 rows: 0 new, 2 known, 0 queued, 0 refused" in again


def test_records_go_out_as_lenex(pacelight: Pacelight, refused: Refused, folder: Path, at: list[str]) -> None:
    Book.starter(folder / "starter.sqlite").close()
    told = ["--event", "MILE", "--sex", "men", "--as-of", "2024-01-01", "--book", "starter.sqlite"]
    shown = pacelight("book", "export", "records.lef", *told).out
    assert shown.startswith("records.lef: ")
    assert b'swimtime="00:03:43.13"' in (folder / "records.lef").read_bytes()
    assert "covers no such record list" in refused("book", "export", "x.lef", *at[2:])


def test_an_export_of_nothing_or_in_no_format_is_refused(
    refused: Refused, folder: Path, at: list[str]
) -> None:
    book = at[2:]
    assert "the book has no such performance" in refused("book", "export", "out.csv", *book)
    assert "in which format? (end the name in .csv," in refused("book", "export", "out.xls", *book)
    assert not list(folder.glob("out.*"))


def test_an_export_is_as_of_a_day(pacelight: Pacelight, folder: Path, at: list[str]) -> None:
    pacelight("book", "import", "mile.csv", *at)
    pacelight(
        "book", "export", "out.csv", "--event", "mile", "--sex", "women", "--as-of", "1985-08-01", *at[2:]
    )
    assert [str(one.mark) for one in performances((folder / "out.csv").read_bytes())] == ["4:19.18"]
    with Book.open(folder / "book.sqlite") as book:
        assert book.contested()[0][1] is Sex.WOMEN


def test_a_progress_bar_is_for_a_terminal_alone(
    pacelight: Pacelight, at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pacelight("book", "import", "mile.csv", *at).err == ""
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    ran = pacelight("book", "import", "mile.csv", *at)
    assert ran.out.startswith("mile.csv: any table")

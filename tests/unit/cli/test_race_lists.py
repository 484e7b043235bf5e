"""`pacelight race startlist`, `race results check` and `race publish` as people type them."""

import json
import re
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from pacelight.distance import MILE
from pacelight.mark import Elapsed
from pacelight.meet.bus import Bus
from pacelight.meet.journal import entries
from pacelight.meet.journal.file import Journal
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.race import Command
from pacelight.timing import Method, Passing

WHOLE = files("pacelight").joinpath("recordings/lievin-2025-mile.toml").read_text(encoding="utf-8")
PLAIN = re.split(r"\n\[\[?recording", WHOLE)[0] + "\n"
FINISH = Passing("1", MILE, Elapsed.of_ms(225_140), Method.PHOTO, official=True, source="camera", key="a")
LIST = "lane,bib,name,nation,born,chips\n1,11,Jakob Ingebrigtsen,NOR,2000-09-19,AA\n2,12,Yared Nuguse,USA,,\n"


@pytest.fixture
def race(folder: Path) -> Path:
    (folder / "race.toml").write_text(PLAIN, encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    return folder / "race.toml"


@pytest.fixture
def journal(folder: Path) -> Path:
    """A race that was opened and has one finisher."""
    path = folder / "l.journal"
    told: list[entries.Entry] = [
        entries.Opened(entries.SCHEMA, PLAIN, [], "book.sqlite", "sim://"),
        entries.Commanded(Command.CHECK, by="lights"),
        entries.Commanded(Command.ARM, by="lights"),
        entries.Fired(0, 1_739_475_000_000_000_000, "boot", "1"),
        entries.Passed.of(FINISH),
    ]
    writing = Journal.open(path)
    for nth, one in enumerate(told):
        writing.append(one, unix_ns=nth)
    writing.close()
    return path


def test_a_start_list_is_shown(pacelight: Callable[..., Any], race: Path) -> None:
    assert race.exists()
    ran = pacelight("race", "startlist", "list.csv")
    assert ran.out.splitlines() == [
        "all",
        "lane  bib  name                nation  born        chips",
        "   1   11  Jakob Ingebrigtsen  NOR     2000-09-19  AA   ",
        "   2   12  Yared Nuguse        USA                      ",
    ]


def test_as_json_everything_that_is_missing_is_null(pacelight: Callable[..., Any], race: Path) -> None:
    assert race.exists()
    found = json.loads(pacelight("race", "startlist", "list.csv", "--json").out)
    assert (found["schema"], found["format"]) == ("pacelight.startlist/1", "csv")
    ((one, two),) = (heat["entrants"] for heat in found["lists"])
    assert (one["bib"], one["chips"], one["born"], two["born"], two["seed"]) == (
        "11",
        ["AA"],
        "2000-09-19",
        None,
        None,
    )


def test_runners_go_into_a_race_file_with_the_keys_of_the_book(
    pacelight: Callable[..., Any], race: Path
) -> None:
    dry = pacelight("race", "startlist", "list.csv", "--into", "race.toml", "--dry-run")
    assert (dry.code, race.read_text(encoding="utf-8")) == (0, PLAIN)
    assert "nothing written yet" in dry.out
    ran = pacelight("race", "startlist", "list.csv", "--into", "race.toml")
    assert (ran.code, ran.err) == (0, "")
    assert "+    11 Jakob Ingebrigtsen NOR lane 1: ingebrigtsen-jakob (known)" in ran.out
    assert "-     2 Stefan Nillessen NED" in ran.out
    written = tomllib.loads(race.read_text(encoding="utf-8"))
    assert [(one["bib"], one["athlete"]) for one in written["runner"]] == [
        ("11", "ingebrigtsen-jakob"), ("12", "nuguse-yared"),
    ]  # fmt: skip
    assert written["light"] == tomllib.loads(PLAIN)["light"]


def test_who_cannot_be_told_is_asked_and_nothing_is_written(
    pacelight: Callable[..., Any], race: Path
) -> None:
    (race.parent / "list.csv").write_text("bib,name\n12,Yared Nuguse\n", encoding="utf-8")
    ran = pacelight("race", "startlist", "list.csv", "--into", "race.toml")
    assert ran.code == 2
    assert "bib 12 Yared Nuguse: the same name, and too little else to tell by" in ran.err
    assert "(say --athlete 12=KEY: nuguse-yared or new)" in ran.err
    assert race.read_text(encoding="utf-8") == PLAIN
    for answer in (("--athlete", "12=nuguse-yared"), ("--by-name",)):
        ran = pacelight(
            "race", "startlist", "list.csv", "--into", "race.toml", "--dry-run", "--json", *answer
        )
        assert json.loads(ran.out)["runners"][0]["athlete"] == "nuguse-yared"


def test_a_list_is_written_in_another_format_with_keys(pacelight: Callable[..., Any], race: Path) -> None:
    assert pacelight("race", "startlist", "list.csv", "--keys", "--write", "new.csv").code == 0
    assert "nuguse-yared" in (race.parent / "new.csv").read_text(encoding="utf-8-sig")
    assert pacelight("race", "startlist", "list.csv", "--write", "lynx.evt").code == 0
    assert (
        race.parent / "lynx.evt"
    ).read_text() == "1,1,1,,,,,,,\n,11,1,Jakob Ingebrigtsen,,NOR,,\n,12,2,Yared Nuguse,,USA,,\n"
    assert pacelight("race", "startlist", "list.csv", "--write", "new.json", "--dry-run").code == 0
    assert not (race.parent / "new.json").exists()


@pytest.mark.parametrize(
    ("arguments", "offence"),
    [
        (("nothing.csv",), "no file can be read at nothing.csv"),
        (("list.csv", "--event", "9"), "list.csv has no start list of that event, round and heat"),
        (("list.csv", "--write", "x.pdf"), "x.pdf: start lists are written as .csv, .evt, .json"),
        (("list.csv", "--athlete", "12"), "'12' says not who wears which number (write 12=nuguse-yared)"),
        (("list.csv", "--nation", "XYZ"), "no nation 'XYZ'"),
        (("list.csv", "--into", "race.toml", "--athlete", "99=new"), "no bib 99 is on this start list"),
        (("list.csv", "--format", "xml"), "no format 'xml'"),
    ],
)
def test_what_cannot_be_done_is_refused(
    refused: Callable[..., str], race: Path, arguments: tuple[str, ...], offence: str
) -> None:
    assert race.exists()
    assert offence in refused("race", "startlist", *arguments)


def test_several_heats_in_a_file_need_one_to_be_named(refused: Callable[..., str], race: Path) -> None:
    (race.parent / "two.csv").write_text("heat,bib,name\n1,1,a\n2,2,b\n", encoding="utf-8")
    said = refused("race", "startlist", "two.csv", "--into", "race.toml")
    assert "2 start lists: say which by --event, --round and --heat (heat 1; heat 2)" in said


def test_a_race_is_published_and_the_files_are_the_same_result(
    pacelight: Callable[..., Any], journal: Path
) -> None:
    ran = pacelight("race", "publish", str(journal), "--to", "out")
    assert [line.split()[:2] for line in ran.out.splitlines()] == [
        ["written", "lievin-2025-mile.html"],
        ["written", "lievin-2025-mile.csv"],
        ["written", "lievin-2025-mile.json"],
        ["written", "lievin-2025-mile.lif"],
        ["written", "lievin-2025-mile.wa.json"],
        ["written", "index.html"],
    ]
    for ending in ("json", "lif", "wa.json"):
        same = pacelight(
            "race", "results", "check", "out/lievin-2025-mile.csv", f"out/lievin-2025-mile.{ending}"
        )
        assert (same.code, same.out.count("are the same result")) == (0, 1), ending
    status = pacelight("race", "publish", str(journal), "--to", "out", "--status", "--json")
    assert status.code == 0
    assert {json.loads(line)["state"] for line in status.out.splitlines()} == {"up to date"}
    assert pacelight("race", "publish", str(journal), "--to", "elsewhere", "--status").code == 1


def test_pages_are_published_in_the_language_asked_for(
    pacelight: Callable[..., Any], refused: Callable[..., str], journal: Path
) -> None:
    line = ("race", "publish", str(journal), "--format", "html,csv", "--to")
    assert pacelight(*line, "en").code == pacelight(*line, "nb", "--language", "nb").code == 0
    english, norwegian = (journal.parent / code / "lievin-2025-mile.html" for code in ("en", "nb"))
    assert '<html lang="nb">' in norwegian.read_text("utf-8")
    assert "Resultater" in norwegian.read_text("utf-8")
    assert "Resultater" not in english.read_text("utf-8")
    assert english.with_suffix(".csv").read_bytes() == norwegian.with_suffix(".csv").read_bytes()
    assert pacelight(*line, "nb", "--language", "nb", "--status").code == 0
    assert pacelight(*line, "nb", "--status").code == 1
    assert "no language 'de' (write en, fr, nb)" in refused(*line, "de", "--language", "de")


def test_two_files_that_differ_end_with_1_and_say_where(pacelight: Callable[..., Any], journal: Path) -> None:
    assert pacelight("race", "publish", str(journal), "--to", "out").code == 0
    path = journal.parent / "out" / "lievin-2025-mile.lif"
    path.write_bytes(path.read_bytes().replace(b"3:45.14", b"3:45.15"))
    ran = pacelight("race", "results", "check", "out/lievin-2025-mile.csv", str(path), "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["same"]) == (1, False)
    assert [(one["who"], one["what"], one["one"], one["other"]) for one in found["differences"]] == [
        ("1 Jakob Ingebrigtsen", "mark", "3:45.14", "3:45.15")
    ]
    people = pacelight("race", "results", "check", "out/lievin-2025-mile.csv", str(path))
    assert "mark is 3:45.14 in the first, 3:45.15 in the second" in people.out


def test_a_published_result_is_borne_out_by_its_journal_and_not_by_a_changed_one(
    pacelight: Callable[..., Any], journal: Path, folder: Path
) -> None:
    writing = Journal.open(journal)
    for command in (Command.FINISH, Command.OFFICIAL):
        writing.append(entries.Commanded(command, by="referee"), unix_ns=9)
    writing.close()
    assert pacelight("race", "publish", str(journal), "--to", "out", "--format", "json").code == 0
    published = "out/lievin-2025-mile.json"
    assert pacelight("race", "results", "check", published, str(journal)).code == 0
    text = (folder / published).read_text(encoding="utf-8")
    link = json.loads(text)["proof"]["link"]
    (folder / "forged.json").write_text(text.replace(link, "0123456789abcdef"), encoding="utf-8")
    ran = pacelight("race", "results", "check", "forged.json", str(journal))
    assert ran.code == 1
    assert "proof is 0123456789abcdef in the first, another link in the second" in ran.out


def test_any_result_is_shown(pacelight: Callable[..., Any], journal: Path) -> None:
    assert pacelight("race", "publish", str(journal), "--to", "out").code == 0
    ran = pacelight("race", "results", "out/lievin-2025-mile.csv")
    assert ran.out.splitlines()[0] == (
        "Men's mile, Liévin 2025 · event 1, round 1, heat 1 · 1609.344 m · 2025-02-13 · unofficial"
    )
    found = json.loads(pacelight("race", "results", "show", "out/lievin-2025-mile.wa.json", "--json").out)
    assert (found["schema"], found["format"], found["rows"][0]["mark"]["value"]) == (
        "pacelight.results/1", "wa", 225_140,
    )  # fmt: skip


def test_an_engine_is_published_from_over_its_bus_names_and_all(
    pacelight: Callable[..., Any], journal: Path, folder: Path
) -> None:
    from threading import Event, Thread

    leads = Journal.open(journal)
    bus = Bus(folder / "bus")
    bus.let_follow(leads, lambda: 1)
    over = Event()

    def serve() -> None:
        while not over.is_set():
            bus.turn(0.01, lambda: b'{"schema":"snapshot"}')

    thread = Thread(target=serve)
    thread.start()
    try:
        ran = pacelight("race", "publish", str(folder / "bus"), "--to", "out", "--format", "csv")
    finally:
        over.set()
        thread.join()
        bus.close()
        leads.close()
    assert ran.code == 0, ran.err
    assert "Jakob Ingebrigtsen" in (folder / "out" / "lievin-2025-mile.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("arguments", "offence"),
    [
        (("nothing.journal", "--to", "out"), "no journal can be read at nothing.journal"),
        (("nothing.journal", "--to", "out", "--format", "pdf"), "no format 'pdf'"),
    ],
)
def test_what_cannot_be_published_says_why(
    pacelight: Callable[..., Any], arguments: tuple[str, ...], offence: str
) -> None:
    ran = pacelight("race", "publish", *arguments)
    assert ran.code in {1, 2}
    assert offence in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_is_there_already_is_never_written_over(refused: Callable[..., str], race: Path) -> None:
    there = race.parent / "lynx.evt"
    there.write_text("of the timing desk", encoding="utf-8")
    said = refused("race", "startlist", "list.csv", "--write", "lynx.evt")
    assert "lynx.evt is there already (name another, or take that one away first)" in said
    assert there.read_text(encoding="utf-8") == "of the timing desk"


def test_clubs_come_into_the_race_file_and_stay_when_a_list_has_none(
    pacelight: Callable[..., Any], race: Path
) -> None:
    rows = "bib,name,nation,club\n11,Jakob Ingebrigtsen,NOR,Sandnes IL\n12,Yared Nuguse,USA,\n"
    (race.parent / "clubs.csv").write_text(rows, encoding="utf-8")
    for given in ("clubs.csv", "list.csv"):
        assert pacelight("race", "startlist", given, "--into", "race.toml", "--by-name").code == 0
        runners = RaceFile.read(race).runners
        assert {one.bib: one.club for one in runners} == {"11": "Sandnes IL", "12": None}

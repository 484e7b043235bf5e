"""A meet on the command line: begun, shown, checked, packed, examined, rehearsed."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pacelight.book.asking.lists import Book
from pacelight.cli import app
from pacelight.meet.bus import where
from pacelight.meet.doctor.measured.engine import engine as asked
from pacelight.meet.programme.meetfile import MeetFile

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "lievin-2025"

PATIENCE_S = 60.0
"""For an engine that is loaded within a second or two; nothing waits so long."""

Pacelight = Callable[..., Any]
Refused = Callable[..., str]


@pytest.fixture(scope="session")
def eve_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("eve") / "book.sqlite"
    Book.starter(path, until=date(2025, 2, 12)).close()
    return path


@pytest.fixture
def evening(folder: Path, eve_book: Path) -> Path:
    """The example with a book as of the eve, in the folder in which commands run."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
    shutil.copy(eve_book, folder / "book.sqlite")
    return folder


NEW = ("--name", "Evening", "--venue", "Liévin", "--day", "2025-02-13", "--track", "short-200")


def test_a_new_meet_file_is_one_as_soon_as_its_start_lists_are_beside_it(
    evening: Path, pacelight: Pacelight
) -> None:
    ran = pacelight("meet", "new", "new.toml", *NEW, "--survey", "lamps.toml", "--race", "20:45 MILEsh men")
    assert (ran.code, ran.err) == (0, "")
    assert "pacelight meet check new.toml" in ran.out
    with pytest.raises(ValueError, match="no start list can be read at men-mile"):
        MeetFile.read(Path("new.toml"))
    shutil.copy(evening / "mile.csv", "men-mile-short-track.csv")
    meet = MeetFile.read(Path("new.toml"))
    assert (meet.id, meet.name, meet.venue, meet.day) == (
        "evening-2025",
        "Evening",
        "Liévin",
        date(2025, 2, 13),
    )
    assert [(str(one.at), one.race.heat.event.code) for one in meet.races] == [("20:45:00", "MILEsh")]
    assert pacelight("meet", "check", "new.toml").out == "1 race, nothing is missing\n"


@pytest.mark.usefixtures("folder")
def test_two_heats_of_a_new_meet_file_are_told_apart(evening: Path, pacelight: Pacelight) -> None:
    heats = ("--race", "19:45 MILEsh men", "--race", "20:45 MILEsh men")
    assert pacelight("meet", "new", "new.toml", *NEW, *heats).code == 0
    for name in ("men-mile-short-track.csv", "men-mile-short-track-2.csv"):
        shutil.copy(evening / "mile.csv", name)
    found = [(one.race.id, one.race.heat.name) for one in MeetFile.read(Path("new.toml")).races]
    assert found == [("men-mile-short-track", ""), ("men-mile-short-track-2", "2")]


def test_what_no_option_says_is_asked_at_the_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pacelight.cli.meet_new._asks", lambda: True)
    said = CliRunner().invoke(
        app, ["meet", "new", "new.toml", "--name", "Evening"], input="Liévin\n2025-02-13\nshort-200\n\n"
    )
    assert said.exit_code == 0
    assert "First race [20:00 MILE men]: " in said.output
    text = (folder / "new.toml").read_text(encoding="utf-8")
    assert 'venue = "Liévin"' in text
    assert 'event = "MILE"' in text


def test_a_new_file_is_never_written_over_another_and_every_offence_is_named(
    folder: Path, refused: Refused
) -> None:
    (folder / "there.toml").write_text("mine")
    assert "there.toml is there already" in refused("meet", "new", "there.toml", *NEW, "--race", "MILE men")
    assert (folder / "there.toml").read_text() == "mine"
    assert "--name is missing" in refused("meet", "new", "new.toml")
    assert "--race is missing" in refused("meet", "new", "new.toml", *NEW)
    assert "not a race: 'MILE'" in refused("meet", "new", "new.toml", *NEW, "--race", "MILE")
    assert "no event" in refused("meet", "new", "new.toml", *NEW, "--race", "MIEL men")
    assert "not a day" in refused("meet", "new", "new.toml", "--name", "x", "--venue", "y", "--day", "z")
    assert not (folder / "new.toml").exists()


@pytest.mark.usefixtures("evening")
def test_the_timetable_has_the_lights_with_their_marks_and_what_is_at_stake(pacelight: Pacelight) -> None:
    told = json.loads(pacelight("meet", "show", "meet.toml", "--json").out)
    assert told["schema"] == "pacelight.meet-shown/1"
    (race,) = told["races"]
    assert (race["at"], race["number"]) == ("20:45:00", {"event": 12, "round": 1, "heat": 1})
    assert [light["mark"]["text"] for light in race["lights"]] == ["3:46.63", "3:54.28"]
    stakes = [(one["level"], one["scope"], one["mark"]["text"], one["status"]) for one in race["stakes"]]
    assert stakes[0] == ("WR", "WORLD", "3:46.63", "pending")
    assert [(level, scope) for level, scope, *_ in stakes[1:]] == [
        ("AR", "EUR"),
        ("NR", "NED"),
        ("NR", "IRL"),
    ]
    page = pacelight("meet", "show", "meet.toml").out
    assert "20:45" in page
    assert "12-1-1" in page


def test_what_the_book_does_not_know_is_told_and_hides_nothing_else(
    evening: Path, pacelight: Pacelight
) -> None:
    text = (evening / "meet.toml").read_text(encoding="utf-8")
    changed = text.replace('scope = "NED"', 'scope = "TUV"').replace('"AR EUR"', '"MR"')
    (evening / "meet.toml").write_text(changed, encoding="utf-8")
    (race,) = json.loads(pacelight("meet", "show", "meet.toml", "--json").out)["races"]
    assert race["lights"] == []
    assert race["faults"][0].startswith("light 'NR': the record is not known")
    assert [one["level"] for one in race["stakes"] if one["mark"] is None] == ["MR"]
    ran = pacelight("meet", "check", "meet.toml", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["schema"], told["whole"]) == (1, "pacelight.meet-checked/1", False)
    assert told["faults"][0].startswith("mens-mile: light 'NR'")


def test_a_survey_that_is_not_there_and_a_book_that_is_not_are_faults_of_a_meet(
    evening: Path, pacelight: Pacelight
) -> None:
    (evening / "lamps.toml").unlink()
    ran = pacelight("meet", "check", "meet.toml", "--book", "none.sqlite")
    assert ran.code == 1
    assert ran.out.splitlines()[0].startswith("mens-mile: ")
    assert ran.out.splitlines()[1].startswith("book: no book at none.sqlite")


def test_addresses_that_cannot_be_are_faults_of_a_meet(evening: Path, pacelight: Pacelight) -> None:
    text = (evening / "meet.toml").read_text(encoding="utf-8")
    timing = '\n[[timing]]\nname = "finish"\nurl = "linx://10.0.0.5:9000"\n\n[[race]]'
    wrong = text.replace("sim://", "sacm://10.0.0.20").replace("\n[[race]]", timing, 1)
    (evening / "meet.toml").write_text(wrong, encoding="utf-8")
    lamps, finish = pacelight("meet", "check", "meet.toml").out.splitlines()
    assert lamps.startswith("mens-mile: no output is at 'sacm://10.0.0.20'")
    assert finish.startswith("timing finish: no system is at 'linx://10.0.0.5:9000' (write one of ")


@pytest.mark.usefixtures("evening")
def test_a_meet_is_packed_and_unpacked_elsewhere(pacelight: Pacelight, refused: Refused) -> None:
    packed = json.loads(pacelight("meet", "pack", "meet.toml", "--json").out)
    assert (packed["schema"], packed["path"], packed["left_out"]) == (
        "pacelight.packed/1",
        "lievin-2025.zip",
        [],
    )
    assert {one["role"] for one in packed["files"]} == {"meet", "entries", "survey", "book"}
    ran = pacelight("meet", "unpack", "lievin-2025.zip", "spare")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "  next: pacelight doctor spare/meet.toml"
    assert pacelight("meet", "check", "spare/meet.toml").code == 0
    assert "spare is there already" in refused("meet", "unpack", "lievin-2025.zip", "spare")
    assert "is not a packed meet" in refused("meet", "unpack", "meet.toml", "other")
    told = json.loads(pacelight("meet", "unpack", "lievin-2025.zip", "third", "--json").out)
    assert (told["schema"], told["files"]) == ("pacelight.unpacked/1", packed["files"])
    assert f"sha256 {packed['sha256']}" in pacelight("meet", "pack", "third/meet.toml").out


@pytest.mark.usefixtures("evening")
def test_the_doctor_ends_with_1_if_anything_is_red_and_says_what_to_do(
    evening: Path, pacelight: Pacelight
) -> None:
    told = json.loads(pacelight("doctor", "meet.toml", "--seconds", "0.1", "--json").out)
    rows = {one["what"]: one for one in told["findings"]}
    assert (told["schema"], told["meet"]) == ("pacelight.doctor/1", "lievin-2025")
    assert {"engine", "survey", "lamps", "timing", "book", "secret", "journal", "clock", "power", "sheets",
            "pages", "priority", "firewall", "spare place"} == set(rows)  # fmt: skip
    assert (rows["survey"]["state"], rows["engine"]["state"]) == ("green", "amber")
    assert all(one["remedy"] for one in told["findings"] if one["state"] != "green")
    (evening / "book.sqlite").unlink()
    ran = pacelight("doctor", "meet.toml", "--seconds", "0.1")
    assert ran.code == 1
    assert "RED   book" in ran.out


def test_without_a_meet_file_the_doctor_looks_at_the_machine_alone(
    folder: Path, pacelight: Pacelight
) -> None:
    told = json.loads(pacelight("doctor", "--json").out)
    assert told["meet"] is None
    assert {one["what"] for one in told["findings"]} >= {"journal", "clock", "power", "sheets"}
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_the_pages_address_comes_with_a_code_for_a_phone(evening: Path, pacelight: Pacelight) -> None:
    text = (evening / "meet.toml").read_text(encoding="utf-8")
    web = '\n[web]\nhost = "10.0.0.5"\nport = 1\n\n[[race]]'
    (evening / "meet.toml").write_text(text.replace("\n[[race]]", web, 1), encoding="utf-8")
    ran = pacelight("doctor", "meet.toml", "--seconds", "0.1")
    assert ran.out.splitlines()[-1] == "http://10.0.0.5:1/"
    assert "▀" in ran.out


def test_a_rehearsal_runs_the_race_to_its_end_and_touches_nothing_of_tonight(
    evening: Path, pacelight: Pacelight
) -> None:
    before = {one.name: one.read_bytes() for one in evening.iterdir() if one.is_file()}
    ran = pacelight("rehearse", "meet.toml", "--headless", "--speed", "500", "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, lines[0]["schema"], lines[0]["runners"]) == (0, "pacelight.rehearsal/1", 9)
    assert lines[1]["type"] == "race"
    assert lines[1]["name"] == "REHEARSAL: Men's mile"
    assert lines[-1]["type"] == "done"
    assert len({line["bib"] for line in lines if line["type"] == "result"}) == 9
    assert Path(lines[0]["folder"]) == Path(lines[-1]["journal"]).parent
    assert {one.name: one.read_bytes() for one in evening.iterdir() if one.is_file()} == before
    shutil.rmtree(lines[0]["folder"])


@pytest.mark.usefixtures("evening")
def test_a_rehearsal_of_no_race_of_the_meet_is_refused(refused: Refused) -> None:
    assert "no race 'two' at this meet (there are mens-mile)" in refused(
        "rehearse", "meet.toml", "--race", "two"
    )


@pytest.fixture
def running_engine(evening: Path) -> Iterator[Path]:
    """The engine of the evening, whose lamps are those of a controller that is this machine."""
    text = (evening / "meet.toml").read_text(encoding="utf-8")
    (evening / "meet.toml").write_text(text.replace("sim://", "sacn://127.0.0.1:9"), encoding="utf-8")
    line = [sys.executable, "-m", "pacelight", "engine", "meet.toml", "--parent", str(os.getpid())]
    with subprocess.Popen(line, cwd=evening, stdin=subprocess.DEVNULL) as process:
        until_s = time.monotonic() + PATIENCE_S
        while asked(where(str(evening / "bus")), 0.1).snapshot is None:
            assert process.poll() is None
            assert time.monotonic() < until_s
        yield evening
        process.terminate()


@pytest.mark.usefixtures("running_engine")
def test_a_running_engine_is_asked_over_its_bus_and_holds_its_lamps(
    pacelight: Pacelight, refused: Refused
) -> None:
    told = json.loads(pacelight("doctor", "meet.toml", "--seconds", "0.1", "--json").out)
    (engine,) = [one for one in told["findings"] if one["what"] == "engine"]
    assert (engine["state"], engine["words"]) == ("green", "it runs Men's mile, which is loaded")
    said = refused("rehearse", "meet.toml", "--headless")
    assert "the engine at bus holds the lamps: end it, or rehearse with --output sim://" in said
    packed = json.loads(pacelight("meet", "pack", "meet.toml", "--json").out)
    assert packed["journal"]["lines"] >= 1
    assert pacelight("meet", "unpack", "lievin-2025.zip", "spare").code == 0
    assert (
        json.loads(pacelight("race", "verify", "spare/meet.journal", "--json").out)["lines"]
        == (packed["journal"]["lines"])
    )


@pytest.mark.usefixtures("evening")
def test_no_rehearsal_goes_through_a_system_that_there_is_not(refused: Refused) -> None:
    assert "no rehearsal goes through 'abacus' (there are omega" in refused(
        "rehearse", "meet.toml", "--headless", "--through", "abacus"
    )


@pytest.mark.usefixtures("evening")
def test_a_system_that_tells_times_of_day_is_rehearsed_at_the_pace_of_the_world(refused: Refused) -> None:
    line = ("rehearse", "meet.toml", "--headless", "--through", "ipico", "--speed", "20")
    assert "'ipico' tells times of day, which run no faster: rehearse it with --speed 1" in refused(*line)


AT_ANY_SPEED = ("omega", "mylaps", "raceresult", "lynx", "lynx-tcp")


@pytest.mark.prove
@pytest.mark.parametrize("system", AT_ANY_SPEED)
def test_a_rehearsal_through_a_timing_system_ends_with_the_results_of_one_without(
    evening: Path, pacelight: Pacelight, system: str
) -> None:
    def places(*more: str) -> list[tuple[str, int, str]]:
        lines = [
            json.loads(line)
            for line in pacelight("rehearse", "meet.toml", "--headless", "--json", *more).out.splitlines()
        ]
        shutil.rmtree(lines[0]["folder"])
        found = {line["bib"]: line for line in lines if line["type"] == "result"}
        return [(bib, one["place"], one["mark"]["text"]) for bib, one in sorted(found.items())]

    text = (evening / "meet.toml").read_text(encoding="utf-8")
    assert 'output = "sim://"' in text
    assert places("--through", system, "--speed", "20") == places("--speed", "500")

"""The scoreboard scripts of others, run as FinishLynx runs them, and what we understand of what they say."""

from pathlib import Path

import pytest

import pacelight
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import recorded
from pacelight.timing.formats.lynx_dialogue import LynxDialogue
from pacelight.timing.formats.lynx_script import script
from pacelight.timing.placing.way import FINISH_LINE, NEAR_MM
from pacelight.timing.reading import ClockRead, FalseStart, GunRead, Heard, HeatNamed, PageRead
from pacelight.timing.simulators.lynx_device import LynxSettings, lynx_script
from pacelight.timing.simulators.recorded import Recorded, printed

RECORDING = Path(pacelight.__file__).parent / "recordings" / "lievin-2025-mile.toml"
FRAMED = "omegadh/scoreboard.lss"
CLOCK, RESULTS = "lss/flosportsClock-20220418.lss", "lss/flosportsResults-20220418.lss"


@pytest.fixture(scope="session")
def mile() -> Recorded:
    return recorded(RaceFile.read(RECORDING), 72_714_404_900_000)


def spoken(race: Recorded, text: str) -> list[tuple[int, bytes]]:
    return list(lynx_script(race, LynxSettings(text, tick_ns=1_000_000_000)))


def heard(dialect: str, said: list[tuple[int, bytes]]) -> tuple[list[Heard], LynxDialogue]:
    dialogue = LynxDialogue("lynx", dialect)
    return [one for at_ns, data in said for one in dialogue.feed(data, at_ns)], dialogue


def last_pages(readings: list[Heard]) -> dict[str, list[tuple[str, str, str]]]:
    """Bib, time and place of each page as it stood in the end."""
    return {
        one.reading.source: sorted((row.bib, str(row.time), str(row.place)) for row in one.reading.rows)
        for one in readings
        if isinstance(one.reading, PageRead) and "start list" not in one.reading.source
    }


@pytest.fixture(scope="session")
def wanted(mile: Recorded) -> dict[str, list[tuple[str, str, str]]]:
    readings, _ = heard("pacelight", spoken(mile, script()))
    return last_pages(readings)


def test_ours_says_every_split_at_the_line_and_every_finish(
    mile: Recorded, wanted: dict[str, list[tuple[str, str, str]]]
) -> None:
    line = set(mile.way.passings(FINISH_LINE))
    timed = [one for one in mile.passings if one.distance.mm in line and one.distance.mm > NEAR_MM]
    passed = {(one.bib, printed(one.elapsed)) for one in timed}
    assert {(bib, time) for rows in wanted.values() for bib, time, _ in rows if time != "None"} == passed
    assert [place for _, time, place in wanted[f"{mile.event}-1-1"] if time == "3:45.14"] == ["1"]


@pytest.mark.parametrize("dialect", ["framed", "auto"])
def test_the_framed_dialect_says_the_same_pages(
    shared_data: Path, mile: Recorded, wanted: dict[str, list[tuple[str, str, str]]], dialect: str
) -> None:
    text = (shared_data / "timing" / FRAMED).read_text(encoding="latin-1")
    readings, dialogue = heard(dialect, spoken(mile, text))
    assert last_pages(readings) == wanted
    assert any(isinstance(one.reading, ClockRead) and one.reading.running_ns for one in readings)
    assert dialogue.refused == 0


@pytest.mark.parametrize("dialect", ["flosports", "auto"])
def test_the_dialect_of_flosports_says_the_same_pages(
    shared_data: Path, mile: Recorded, wanted: dict[str, list[tuple[str, str, str]]], dialect: str
) -> None:
    text = (shared_data / "timing" / RESULTS).read_text(encoding="latin-1")
    readings, dialogue = heard(dialect, spoken(mile, text))
    assert last_pages(readings) == wanted
    assert dialogue.refused == 0


def test_the_clock_of_flosports_says_heat_gun_and_running_time(shared_data: Path, mile: Recorded) -> None:
    text = (shared_data / "timing" / CLOCK).read_text(encoding="latin-1")
    readings, dialogue = heard("flosports", spoken(mile, text))
    kinds = [type(one.reading) for one in readings]
    assert kinds.count(GunRead) == kinds.count(HeatNamed) == 1
    assert kinds.count(ClockRead) > 200
    assert FalseStart not in kinds
    assert dialogue.refused == 0

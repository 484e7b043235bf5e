"""A light node: which lamps are its own, and what it does without."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.standby.absence import Absence
from pacelight.lights.standby.peers import Peers
from pacelight.meet.bus import Bus
from pacelight.meet.engine.node import Node, NodeShown
from pacelight.meet.journal.file import Journal
from pacelight.track import Survey, track
from pacelight.track.survey.controller import Controller


class Enough(Exception):  # noqa: N818 - it is no error
    """The test has seen what it wanted."""


HALL = Survey.even_kerb(track("short-200"), 200)
CHANNELS = np.arange(600)
TWO = Survey(
    HALL.track,
    HALL.metres,
    (Controller("bend", "sim://", CHANNELS[:300]), Controller("straight", "sim://", CHANNELS[300:])),
)


def node(url: str = "", *controllers: str) -> Node:
    peers = Peers("127.0.0.1:5570", ("127.0.0.1:5571",), b"x" * 16, node=True)
    return Node("kerb", [], peers, url, controllers, Absence.FADE, print, print)


def targets(made: Any) -> list[tuple[str, str, int]]:
    return [(part.name, part.output.target, len(part.channels)) for part in made.parts]


def test_its_lamps_are_those_of_the_controllers_that_are_named() -> None:
    made = node("sacn://127.0.0.1", "bend").output(TWO, "race")
    assert targets(made) == [("bend", "sacn://127.0.0.1", 300)]
    assert [name for name, *_ in targets(node().output(TWO, "race"))] == ["bend", "straight"]


def test_without_controllers_in_the_survey_all_lamps_are_its_own() -> None:
    assert node("sacn://127.0.0.1").output(HALL, "race").target == "sacn://127.0.0.1"


@pytest.mark.parametrize(
    ("url", "controllers", "survey", "why"),
    [
        ("sim://", ("bent",), TWO, r"no controller 'bent' \(there are bend, straight\)"),
        ("sim://", ("bend",), HALL, r"no controller 'bend' \(there are none\)"),
        ("sacn://127.0.0.1", (), TWO, "'sacn://127.0.0.1' is one controller, and the survey has 2"),
        ("", (), HALL, "does not say where the lamps are"),
    ],
)
def test_lamps_that_cannot_be_reached_so_are_refused(
    url: str, controllers: tuple[str, ...], survey: Survey, why: str
) -> None:
    with pytest.raises(OutputError, match=why):
        node(url, *controllers).output(survey, "race")


def test_it_loads_no_web_and_no_book() -> None:
    code = (
        "import sys\n"
        "from pacelight.cli import buses, node_pages\n"
        "from pacelight.meet.engine import node, peers\n"
        "heavy = {'sqlalchemy', 'fastapi', 'starlette', 'uvicorn', 'pyarrow', 'matplotlib'}\n"
        "rooms = ('store', 'asking', 'keeping', 'mirror', 'engine', 'formats')\n"
        "heavy |= {f'pacelight.book.{room}' for room in rooms} | {'pacelight.web', 'pacelight.meet.intake'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_it_lights_the_race_that_is_run_and_then_the_next(hall: Any, halls: Any) -> None:
    hall.play()
    other = halls()
    other.race.write_text(other.race.read_text().replace('id = "lievin', 'id = "another-lievin', 1))
    other.play()
    place, shown, warnings = hall.folder / "bus", list[NodeShown](), list[str]()

    def until(done: Callable[[], bool], journal: Journal) -> None:
        """Let the node go on beside an engine that tells this journal."""
        deadline = time.monotonic() + 30

        def alive() -> None:
            bus.turn(0.0, lambda: b"{}")
            assert time.monotonic() < deadline, (shown[-1:], warnings)
            if done():
                raise Enough

        made = replace(node("sim://"), engines=[place], show=shown.append, warn=warnings.append, alive=alive)
        with closing(journal), Bus(place) as bus:
            bus.let_follow(journal)
            with pytest.raises(Enough):
                made.run()

    first, second = Journal.open(hall.journal), Journal.open(other.journal)
    count = first.count
    until(lambda: bool(shown) and shown[-1].lines == count, first)
    assert (shown[-1].race, shown[-1].state, shown[-1].name) == ("lievin-2025-mile", "finished", "kerb")
    shown.clear()
    until(lambda: bool(shown) and shown[-1].race is not None and shown[-1].lines > 5, second)
    assert shown[-1].race == "another-lievin-2025-mile"


def test_a_race_that_is_another_one_takes_the_place_of_the_first(hall: Any, halls: Any) -> None:
    hall.play()
    other = halls()
    other.race.write_text(other.race.read_text().replace('id = "lievin', 'id = "another-lievin', 1))
    other.play()
    place, shown, warnings = hall.folder / "bus", list[NodeShown](), list[str]()
    journals = [Journal.open(hall.journal), Journal.open(other.journal)]
    buses = [Bus(place)]
    buses[0].let_follow(journals[0])
    deadline = time.monotonic() + 30

    def alive() -> None:
        buses[-1].turn(0.0, lambda: b"{}")
        assert time.monotonic() < deadline, (shown[-1:], warnings)
        if len(buses) == 1 and shown and shown[-1].lines == journals[0].count:
            buses[0].close()
            buses.append(Bus(place))
            buses[1].let_follow(journals[1])
        elif len(buses) == 2 and shown[-1].race == "another-lievin-2025-mile":
            raise Enough

    made = replace(node("sim://"), engines=[place], show=shown.append, warn=warnings.append, alive=alive)
    with pytest.raises(Enough):
        made.run()
    assert any("is the journal of another race" in line for line in warnings)
    buses[1].close()
    for journal in journals:
        journal.close()

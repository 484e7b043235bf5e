"""What FinishLynx is given, and what it says in the Liévin mile, as one can read it.

The feed and the files are recordings of the simulator, which runs the script as FinishLynx does, not of a
FinishLynx: there was none. The clock is told every five seconds here, a page again after a minute.
A line is the instant, seconds since the gun, and the bytes; what is no letter is written as Python does.
A failure shows the recording as it is made now; if that is meant, it goes into the file.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import recorded
from pacelight.timing.formats.lynx_dialogue import LynxDialogue
from pacelight.timing.formats.lynx_script import script
from pacelight.timing.reading import GunRead, PageRead
from pacelight.timing.simulators.lynx_device import LynxSettings, lynx_script
from pacelight.timing.simulators.lynx_saves import saves, start_files
from pacelight.timing.simulators.recorded import Recorded

HERE = Path(__file__).parent
LIEVIN = HERE.parents[1] / "src" / "pacelight" / "recordings" / "lievin-2025-mile.toml"
GUN_OF_DAY_NS = 72_714_400_000_000  # 20:11:54.400, chosen for this: the time of the gun is not published


@pytest.fixture(scope="module")
def mile() -> Recorded:
    return recorded(RaceFile.read(LIEVIN), GUN_OF_DAY_NS)


def written(said: Iterator[tuple[int, bytes]]) -> str:
    return "".join(
        f"{at_ns / 1e9:8.3f} {data.decode('latin-1').encode('unicode_escape').decode('ascii')}\n"
        for at_ns, data in said
    )


def kept(name: str) -> str:
    path = HERE / name
    return path.read_text(encoding="ascii") if path.exists() else ""


def feed(race: Recorded) -> Iterator[tuple[int, bytes]]:
    settings = LynxSettings(script(), tick_ns=5_000_000_000, again_ns=60_000_000_000)
    for at_ns, data in lynx_script(race, settings):
        yield from ((at_ns, frame + b"\x04") for frame in data.split(b"\x04")[:-1])


@pytest.mark.parametrize(("name", "checked"), [("pacelight.lss", True), ("pacelight-plain.lss", False)])
def test_finishlynx_is_given_this_script(name: str, checked: bool) -> None:
    text = script(checked=checked).replace("\r\n", "\n")
    assert text == kept(name), f"\n{text}"


def test_the_feed_says_the_mile_as_recorded(mile: Recorded) -> None:
    text = written(feed(mile))
    assert text == kept("timing-lynx.txt"), f"\n{text}"


def test_the_files_say_the_mile_as_recorded(mile: Recorded) -> None:
    lists = (line for name, data in start_files(mile).items() for line in (name.encode(), *data.splitlines()))
    lines = [*((0, line) for line in lists), *((save.at_ns, save.data) for save in saves(mile))]
    text = written(iter(lines))
    assert text == kept("timing-lynx-files.txt"), f"\n{text}"


def test_the_recording_is_heard_as_the_race_was_run() -> None:
    dialogue = LynxDialogue("lynx")
    heard = []
    for line in kept("timing-lynx.txt").splitlines():
        data = line[9:].encode("ascii").decode("unicode_escape").encode("latin-1")
        heard += dialogue.feed(data, round(float(line[:8]) * 1e9))
    assert (dialogue.refused, dialogue.held_ns) == (0, None)
    assert [one.at_ns for one in heard if isinstance(one.reading, GunRead)] == [0]
    pages = [one.reading for one in heard if isinstance(one.reading, PageRead) and one.reading.official]
    assert [(row.place, row.name, str(row.time)) for row in pages[-1].rows[:2]] == [
        (1, "Jakob Ingebrigtsen", "3:45.14"),
        (2, "Stefan Nillessen", "3:52.70"),
    ]

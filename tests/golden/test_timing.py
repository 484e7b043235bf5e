"""What each simulated timing system says in the Liévin mile, as one can read it. One file is one system.

These are recordings of the simulators, not of devices: there was none. A line is the instant, seconds since
the gun, and the bytes; what is no letter is written as Python does. The parsers are tested on the same files.
A failure shows the recording as it is made now; if that is meant, it goes into the file.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import mats, recorded
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.ipico import IpicoDialogue
from pacelight.timing.formats.jchip import JchipDialogue
from pacelight.timing.formats.mylaps_dialogue import MylapsDialogue
from pacelight.timing.formats.omega_dialogue import OmegaDialogue
from pacelight.timing.formats.raceresult_dialogue import RaceResultDialogue
from pacelight.timing.simulators.recorded import Quirks
from pacelight.timing.simulators.systems import SYSTEMS

HERE = Path(__file__).parent
LIEVIN = HERE.parents[1] / "src" / "pacelight" / "recordings" / "lievin-2025-mile.toml"
GUN_OF_DAY_NS = 72_714_400_000_000  # 20:11:54.400, chosen for this: the time of the gun is not published

LISTENERS: dict[str, Dialogue] = {
    "omega": OmegaDialogue("omega"),
    "mylaps": MylapsDialogue("mylaps"),
    "raceresult": RaceResultDialogue("raceresult"),
    "ipico": IpicoDialogue("ipico"),
    "jchip": JchipDialogue("jchip"),
}


def conversation(system: str) -> Iterator[tuple[int, bytes]]:
    """What the device says whenever something happens; whoever listens finds everything safe at once."""
    race = recorded(RaceFile.read(LIEVIN), GUN_OF_DAY_NS)
    device = SYSTEMS[system].make(race, Quirks(mats=mats(race), gun_wired=True))
    listening = LISTENERS[system]
    device.opened()
    listening.opened(0)
    at_ns: int | None = device.wake_ns()
    while at_ns is not None:
        device.due(at_ns)
        listening.due(at_ns)
        device.feed(listening.sends())
        while said := device.sends():
            yield at_ns, said
            heard = listening.feed(said, at_ns)
            listening.acknowledge([one.reading.key for one in heard if hasattr(one.reading, "key")])
            device.feed(listening.sends())
        at_ns = device.wake_ns()
    assert (
        device.finished or system == "raceresult"
    )  # the last of its list is asked for a fifth of a second later


@pytest.mark.parametrize("system", LISTENERS)
def test_a_system_says_the_mile_as_recorded(system: str) -> None:
    lines = [
        f"{at_ns / 1e9:8.3f} {said.decode('latin-1').encode('unicode_escape').decode('ascii')}"
        for at_ns, said in conversation(system)
    ]
    written = "".join(f"{line}\n" for line in lines)
    kept = HERE / f"timing-{system}.txt"
    assert written == (kept.read_text(encoding="ascii") if kept.exists() else ""), f"\n{written}"

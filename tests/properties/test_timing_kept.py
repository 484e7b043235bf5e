"""What a timing system keeps until it is safe: nothing is lost, and nothing is acknowledged too early.

Cables are pulled, bytes are cut, the journal is late; the clock, the line and the journal are the test's own.
"""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing import Gun, Method, Passing
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.mylaps_dialogue import MylapsDialogue
from pacelight.timing.formats.raceresult_dialogue import RaceResultDialogue
from pacelight.timing.placing import Entrant, Way
from pacelight.timing.reading import GunRead, Seen
from pacelight.timing.simulators.device import Device
from pacelight.timing.simulators.mylaps_device import MylapsDevice, mylaps
from pacelight.timing.simulators.raceresult_device import raceresult
from pacelight.timing.simulators.recorded import Quirks, Recorded, reads

TENTH = 100_000_000
WAY = Way(Distance.parse("800 m"), Distance.parse("200 m"), Distance.parse("200 m"))
RACE = Recorded(
    "1",
    WAY,
    tuple(Entrant(str(bib)) for bib in range(1, 4)),
    (
        Gun("gun", "tape"),
        *(
            Passing(
                str(bib),
                Distance.parse(f"{200 * lap} m"),
                Elapsed.of_ms(1000 * lap + 130 * bib),
                Method.PHOTO,
                True,
                "tape",
                f"{bib} {lap}",
            )
            for bib in range(1, 4)
            for lap in range(1, 5)
        ),
    ),
    date(2025, 2, 13),
    72_714_400_000_000,
)
WANTED = {(one.chip, one.of_day_ns) for one in reads(RACE, Quirks())}


class Line:
    """Both ends of a conversation, and a cable between them that carries so many bytes at a time, or breaks.

    Attributes:
        journal: keys that are on the disk.
        waiting: keys that were handed out and are not there yet.
    """

    def __init__(self, dialogue: Dialogue, device: Device) -> None:  # type: ignore[type-arg]
        self.dialogue, self.device = dialogue, device
        self.there, self.back = bytearray(), bytearray()
        self.seen: set[tuple[str, int | None]] = set()
        self.journal: set[str] = set()
        self.waiting: list[str] = []
        self.at_ns = 0
        self.plug()

    def plug(self) -> None:
        """A new connection: what was on its way over the one before is lost."""
        self.there.clear()
        self.back.clear()
        self.device.opened()
        self.dialogue.opened(self.at_ns)

    def carry(self, size: int) -> None:
        """A tenth of a second, in which the cable carries so many bytes each way."""
        self.at_ns += TENTH
        self.device.due(self.at_ns)
        self.dialogue.due(self.at_ns)
        self.there += self.dialogue.sends()
        self.device.feed(bytes(self.there[:size]))
        del self.there[:size]
        self.back += self.device.sends()
        for one in self.dialogue.feed(bytes(self.back[:size]), self.at_ns):
            assert isinstance(one.reading, Seen | GunRead)
            self.waiting.append(one.reading.key)
            if isinstance(one.reading, Seen):
                self.seen.add((one.reading.chip, one.reading.of_day_ns))
        del self.back[:size]

    def write(self, many: int) -> None:
        """So many of what was handed out are on the disk now."""
        safe, self.waiting = self.waiting[:many], self.waiting[many:]
        self.journal |= set(safe)
        self.dialogue.acknowledge(safe)

    def forget(self, fresh: Dialogue) -> None:
        """The engine was killed: what was not on the disk is gone, and so is all that the dialogue knew."""
        self.waiting = []
        self.dialogue = fresh
        self.plug()


steps = st.lists(
    st.one_of(
        st.tuples(st.just("carry"), st.integers(1, 200)),
        st.tuples(st.just("write"), st.integers(1, 5)),
        st.tuples(st.just("plug"), st.just(0)),
        st.tuples(st.just("forget"), st.just(0)),
    ),
    max_size=120,
)


def lived(line: Line, fresh: type[Dialogue], taken: list[tuple[str, int]]) -> None:
    """All of it, then long enough without trouble."""
    for step, much in taken:
        if step == "forget":
            line.forget(fresh("it"))
        elif step == "plug":
            line.plug()
        else:
            getattr(line, step)(much)
        lists = line.device.acknowledged if isinstance(line.device, MylapsDevice) else []
        assert len(lists) <= len(line.journal), "more was acknowledged than is on the disk"
    for _ in range(310):  # until the last ping, half a minute after the gun
        line.carry(1000)
        line.write(1000)


@settings(max_examples=60)
@given(steps)
def test_mylaps_loses_nothing_and_is_told_nothing_too_early(taken: list[tuple[str, int]]) -> None:
    line = Line(MylapsDialogue("it"), mylaps(RACE, Quirks()))
    lived(line, MylapsDialogue, taken)
    assert line.seen == WANTED
    assert line.device.finished
    assert len(line.journal) == len(WANTED) + 1


@settings(max_examples=60)
@given(steps, st.booleans())
def test_a_decoder_is_asked_until_all_of_it_is_safe(taken: list[tuple[str, int]], wired: bool) -> None:
    line = Line(RaceResultDialogue("it"), raceresult(RACE, replace(Quirks(), gun_wired=wired)))
    lived(line, RaceResultDialogue, taken)
    assert {one for one in line.seen if one[0]} == WANTED
    assert len(line.journal) == len(WANTED) + wired

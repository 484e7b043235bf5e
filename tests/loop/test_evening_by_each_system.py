"""The mile of Liévin by each timing system: its simulator speaks over real lines, the results are the same.

The clock of the race is the test's own, the sockets, lines and folders are the machine's.
"""

import os
import pty
import select
import time
import tty
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from pacelight.mark import Elapsed
from pacelight.meet.engine.placed import entries_of, placing_of
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Live
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import mats, recorded
from pacelight.meet.publish.published import published
from pacelight.meet.publish.sheet import result_of
from pacelight.meet.race import Command
from pacelight.timing import Passing
from pacelight.timing.gun import Guns
from pacelight.timing.placing import GunAt, Placing, Point
from pacelight.timing.reading import GunRead, Heard
from pacelight.timing.simulators.one_way import OneWayPlayer, serial
from pacelight.timing.simulators.recorded import Quirks, Recorded
from pacelight.timing.simulators.systems import SYSTEMS, Playing
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.port import Acknowledging
from pacelight.web.words.speaker import Speaker

S = 1_000_000_000
GUN = 10_000 * S
GUN_OF_DAY = 72_714_400_000_000  # 20:11:54.4
TEXT = (files("pacelight") / "recordings" / "lievin-2025-mile.toml").read_text(encoding="utf-8")
RACE = RaceFile.parse(TEXT)
RECORD = Elapsed.of_ms(226_630)
"""What stood on the eve: by it is known that who is seen once, at 3:52, is at the finish."""

HERE = "127.0.0.1"
PATIENCE_S = 5.0
"""For what a socket holds; nothing waits so long."""

OPTIONS = {"omega": "?laps=points", "raceresult": "?trigger=gun"}
"""How the system was set up."""

HAVE_NO_GUN = frozenset({"ipico", "jchip", "lynx-folder"})
"""They know the time of day at most: a contact of our own says when the gun was."""

JUDGES = frozenset({"omega", "lynx", "lynx-tcp", "lynx-serial"})
"""Who says that a finish is official; a chip never does, and neither does a file of results."""

SEE_MATS = frozenset({"omega", "mylaps", "raceresult"})
"""Who can carry the times of every 100 m; the others see the finish line alone, where none was taken."""


def opened() -> Live:
    """The race, armed."""
    live = Live(entries.Opened(entries.SCHEMA, TEXT, [], "book.sqlite", "sim://"))
    for command in (Command.CHECK, Command.ARM):
        live.take(entries.Commanded(command, by="lights"))
    return live


def fired(live: Live, at_ns: int = GUN) -> None:
    live.take(entries.Fired(at_ns, 10**18, "boot", "1"))


def as_recorded() -> Live:
    """The race as its recording has it."""
    live = opened()
    fired(live)
    for event in RACE.recording:
        if isinstance(event, Passing):
            live.take(entries.Passed.of(event))
    return live


def sheets(live: Live) -> dict[str, bytes]:
    """Everything that is published of it, but for the splits: not every system can carry them."""
    result = result_of(live)
    bare = replace(result, rows=tuple(replace(row, splits=()) for row in result.rows))
    return published([bare], ("lif", "csv", "json", "html"), Speaker("en"))


def splits(live: Live, bib: str) -> dict[float, str]:
    return {one.distance_m: one.text for one in live.splits(bib)}


@dataclass
class Desk:
    """An engine without lamps: guns and placing, and the race as it follows from them."""

    live: Live
    guns: Guns
    points: dict[str, tuple[Point, ...]]
    placing: Placing | None = None
    told: list[Any] | None = None

    def hear(self, heard: Heard) -> None:
        self.guns.hear(heard)
        self._mind_the_gun()
        if self.placing is None or self.live.gun is None:
            return
        gun = GunAt(self.live.gun.monotonic_ns, self.live.gun.error_ns)
        self._note(self.placing.take(heard, gun))

    def _mind_the_gun(self) -> None:
        found = self.guns.estimate()
        if found is None or not found.starts:
            return
        if self.live.gun is None:
            fired(self.live, found.at_ns)
            clocks = {name: self.guns.clock(name) for name in ("timing", "start")}
            self.placing = placing_of(self.live, points=self.points, clocks=clocks, record=RECORD)
        elif by_ns := found.moved_ns(self.live.gun.monotonic_ns):
            self.live.take(entries.GunMoved(by_ns, error_ns=found.error_ns))
            assert self.placing is not None
            self._note(self.placing.fire(GunAt(self.live.gun.monotonic_ns)))

    def _note(self, placements: Any) -> None:
        for placement in placements:
            for entry in entries_of(placement, self.live):
                assert not isinstance(entry, entries.Conflicted), entry
                self.live.take(entry)


@contextmanager
def meeting(system: str, race: Recorded, quirks: Quirks, folder: Path) -> Iterator[tuple[Playing, Any]]:
    """A simulated system and whoever listens to it, at the two ends of a real line."""
    found = SYSTEMS[system]
    device = found.make(race, quirks)

    def hears(place: str) -> Any:
        return listener("timing", found.address.format(place) + OPTIONS.get(system, ""))

    player: Playing
    with ExitStack() as closes:
        if system == "lynx-serial":
            theirs, ours = pty.openpty()
            closes.callback(os.close, theirs)
            closes.callback(os.close, ours)
            tty.setraw(theirs)
            heard_by = hears(os.ttyname(ours))
            player = OneWayPlayer(device, (os.ttyname(ours), 0), serial(theirs), gun_ns=GUN)
        elif found.listens:
            player = found.player(device, (HERE, 0), listens=True, gun_ns=GUN, rate=1)
            heard_by = hears(f"{HERE}:{player.place[1]}")
        else:
            heard_by = hears(str(folder) if system == "lynx-folder" else f"{HERE}:0")
            place = (str(folder), 0) if system == "lynx-folder" else (HERE, heard_by.port)
            player = found.player(device, place, listens=False, gun_ns=GUN, rate=1)
        closes.callback(heard_by.close)
        closes.callback(player.close)
        yield player, heard_by


def play(player: Playing, heard_by: Any, desk: Desk, done: Callable[[], bool]) -> None:
    """Play it to its end: the clock of the race goes on whenever nobody has anything to say."""
    now_ns = GUN - 10 * S
    until_s = time.monotonic() + PATIENCE_S
    while True:
        player.step(now_ns)
        heard = heard_by.read(now_ns)
        for one in heard:
            desk.hear(one)
        if heard and isinstance(heard_by, Acknowledging):
            heard_by.acknowledge([one.reading.key for one in heard if hasattr(one.reading, "key")])
        if player.finished and done():
            return
        assert time.monotonic() < until_s, (heard_by.statistics(), desk.live.results)
        if select.select([heard_by, player], [], [], 0.05 if player.finished else 0)[0]:
            continue
        wakes = (player.wake_ns(now_ns), heard_by.wake_ns())
        now_ns = min((at for at in wakes if at is not None and at > now_ns), default=now_ns + S // 1000)


def evening(system: str, folder: Path, quirks: Quirks = Quirks()) -> Live:  # noqa: B008 - it is frozen
    race = recorded(RACE, GUN_OF_DAY)
    points = named(system, mats(race))
    live = opened()
    desk = Desk(live, Guns(GUN - 5 * S), {"timing": points})
    quirks = replace(quirks, mats=mats(race), gun_wired=True)
    with meeting(system, race, quirks, folder) as (player, heard_by):
        if system in HAVE_NO_GUN:
            desk.hear(Heard(GUN, "start", GunRead("contact", within_ns=0)))
        play(player, heard_by, desk, lambda: complete(system, live))
    return live


def named(system: str, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Omega numbers the times on the way; the numbers are the names of the points."""
    if system != "omega":
        return points
    taken = sorted({event.distance for event in RACE.recording if isinstance(event, Passing)})
    return tuple(
        Point(str(number), point.past_mm, (distance,))
        for number, distance in enumerate(taken, start=1)
        for point in points
        if distance.mm in recorded(RACE, 0).way.passings(point) and point.name
    )


def complete(system: str, live: Live) -> bool:
    return live.everyone_in and (
        system not in JUDGES or all(finish.official for finish in live.table.finishes)
    )


def confirmed(live: Live) -> Live:
    """What nobody judged, the timing desk confirms."""
    for finish in live.table.finishes:
        if not finish.official:
            live.take(entries.Corrected(finish.key, official=True, by="timing desk", role="timer"))
    return live


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_results_are_those_of_the_recording_byte_for_byte(system: str, tmp_path: Path) -> None:
    found, wanted = evening(system, tmp_path), as_recorded()
    assert found.gun is not None
    assert found.gun.monotonic_ns == GUN
    assert not found.timed.refused
    assert not found.conflicts
    assert found.results == wanted.results
    assert all(finish.official for finish in found.table.finishes) == (system in JUDGES)
    assert sheets(confirmed(found)) == sheets(wanted)


@pytest.mark.parametrize("system", sorted(SEE_MATS))
def test_where_the_system_sees_them_the_splits_are_those_recorded(system: str, tmp_path: Path) -> None:
    found, wanted = evening(system, tmp_path), as_recorded()
    assert {bib: splits(found, bib) for bib in found.table.bibs} == {
        bib: splits(wanted, bib) for bib in wanted.table.bibs
    }


@pytest.mark.parametrize("system", ["mylaps", "raceresult", "ipico"])
def test_reads_that_come_twice_on_a_clock_of_its_own_change_nothing(system: str, tmp_path: Path) -> None:
    quirks = Quirks(double_every=2, clock_ahead_ns=5 * 3600 * S)
    assert evening(system, tmp_path, quirks).results == as_recorded().results

"""Every simulated system is heard by its own listener, over a real socket, with all its quirks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest

from pacelight.distance import Distance
from pacelight.mark import Elapsed, Mark
from pacelight.timing import Method, Passing
from pacelight.timing.formats.omega_dialogue import OmegaDialogue
from pacelight.timing.placing import FINISH_LINE, Point, Way
from pacelight.timing.reading import Confirmed, GunRead, Heard, HeatNamed, PageRead, Reading, Seen, StatusRead
from pacelight.timing.simulators.omega_device import omega_script
from pacelight.timing.simulators.player import Player
from pacelight.timing.simulators.recorded import Quirks, Recorded, printed, reads
from pacelight.timing.simulators.systems import SYSTEMS
from pacelight.timing.sources import ListenerStatistics
from pacelight.timing.sources.address import listener

GUN_NS = 3_000_000_000
PERFECT = Quirks()
Converse = Callable[..., list[Heard]]

CHIPS = pytest.mark.parametrize("system", ["mylaps", "raceresult", "ipico", "jchip"])


class Played(NamedTuple):
    readings: list[Reading]
    statistics: ListenerStatistics
    player: Player


def played(
    system: str, race: Recorded, converse: Converse, quirks: Quirks | None = None, **how: Any
) -> Played:
    one = SYSTEMS[system]
    device = one.make(race, quirks or Quirks())
    if one.listens:
        player = one.player(device, ("127.0.0.1", 0), listens=True, gun_ns=GUN_NS)
        hearing: Any = listener(system, one.address.format(f"127.0.0.1:{player.place[1]}"))
    else:
        hearing = listener(system, one.address.format("127.0.0.1:0"))
        player = one.player(device, ("127.0.0.1", hearing.port), listens=False, gun_ns=GUN_NS)
    how = {name: make(player) for name, make in how.items()}
    try:
        heard = converse(hearing, player, **how)
        return Played([one.reading for one in heard], hearing.statistics(), player)
    finally:
        player.close()
        hearing.close()


def seen(readings: list[Reading]) -> list[tuple[str, int | None]]:
    return [(one.chip.lstrip("0"), one.of_day_ns) for one in readings if isinstance(one, Seen)]


def over(race: Recorded, quirks: Quirks) -> list[tuple[str, int]]:
    return [(one.chip.lstrip("0"), one.of_day_ns) for one in reads(race, quirks)]


@CHIPS
def test_every_read_of_a_chip_arrives_once_with_its_time_of_day(
    system: str, race: Recorded, converse: Converse
) -> None:
    readings, statistics, player = played(system, race, converse)
    assert len(seen(readings)) == 9
    assert seen(readings) == over(race, Quirks())
    assert (statistics.state, statistics.refused, statistics.readings) == ("connected", 0, len(readings))
    assert player.device.finished


@CHIPS
def test_what_mats_miss_and_read_twice_arrives_as_they_have_it(
    system: str, race: Recorded, converse: Converse
) -> None:
    quirks = Quirks(miss_every=4, double_every=3, clock_ahead_ns=-2_000_000_000, clock_fast_ppb=500_000_000)
    readings, _, _ = played(system, race, converse, quirks)
    step_ns = 10_000_000 if system in {"ipico", "jchip"} else 1_000_000
    wanted = [(chip, of_day_ns // step_ns * step_ns) for chip, of_day_ns in over(race, quirks)]
    assert len(wanted) == 9 - 2 + 3
    assert seen(readings) == wanted


@pytest.mark.parametrize("system", ["mylaps", "raceresult"])
def test_mats_are_told_apart_by_their_names(system: str, race: Recorded, converse: Converse) -> None:
    """The splits of this race are at the line; a mat half a lap on sees nobody, one at its finish all."""
    only = Point("finish mat", 0, (Distance.parse("800 m"),))
    readings, _, _ = played(system, race, converse, Quirks(mats=(Point("back straight", 100_000), only)))
    assert [one.point for one in readings if isinstance(one, Seen)] == ["finish mat", "finish mat"]


def test_a_decoder_that_keeps_a_least_lap_time_reads_no_chip_twice(race: Recorded) -> None:
    doubled = Quirks(double_every=1)
    assert len(reads(race, doubled)) == 18
    assert reads(race, Quirks(double_every=1, least_lap_ns=10_000_000_000)) == reads(race, Quirks())


def test_mylaps_fires_the_gun_once(race: Recorded, converse: Converse) -> None:
    readings, _, player = played("mylaps", race, converse)
    (gun,) = (one for one in readings if isinstance(one, GunRead))
    assert gun.of_day_ns == race.gun_of_day_ns
    assert player.device.acknowledged == [str(number) for number in range(1, 11)]  # type: ignore[attr-defined]


def test_mylaps_has_nothing_acknowledged_that_is_not_safe(race: Recorded, converse: Converse) -> None:
    _, _, player = played(
        "mylaps",
        race,
        converse,
        safe=lambda _: False,
        until=lambda it: lambda: it.device.said == it.device.total,
    )
    assert player.device.acknowledged == []  # type: ignore[attr-defined]
    assert not player.device.finished


@pytest.mark.parametrize("system", ["mylaps", "raceresult"])
@pytest.mark.parametrize("at", [1, 4, 6])
def test_a_cable_pulled_in_mid_race_loses_nothing(
    system: str, at: int, race: Recorded, converse: Converse
) -> None:
    pulled: list[int] = []

    def pull(player: Player) -> Callable[[int], None]:
        def each(heard: int) -> None:
            if heard >= at and not pulled:
                pulled.append(heard)
                player.drop()

        return each

    readings, statistics, player = played(system, race, converse, each=pull)
    assert pulled
    assert sorted(set(seen(readings))) == sorted(over(race, Quirks()))
    assert statistics.state == "connected"
    assert player.device.finished


def test_omega_says_the_whole_race(race: Recorded, converse: Converse) -> None:
    readings, statistics, _ = played("omega", race, converse)
    assert readings[:2] == [
        HeatNamed("12", "2", "1"),
        GunRead("12-2-1/gun/20:11:54.4000", race.gun_of_day_ns),
    ]
    passed = [one for one in readings if isinstance(one, Seen)]
    assert [(one.bib, one.lane, one.lap, str(one.running), one.finish) for one in passed] == [
        (
            one.bib,
            race.lane(one.bib),
            None if race.finishes(one) else one.distance.mm // 200_000,
            str(Mark.from_elapsed(one.elapsed)),
            race.finishes(one),
        )
        for one in race.passings
    ]
    assert [one for one in readings if isinstance(one, StatusRead)] == [
        StatusRead("12-2-1/finish/bib 3/DNF", "DNF", "3", "6")
    ]
    (page,) = (one for one in readings if isinstance(one, PageRead))
    assert [(row.bib, row.place, str(row.time), row.word) for row in page.rows] == [
        ("1", 1, "1:46.34", ""),
        ("2", 2, "1:46.35", ""),
        ("3", None, "None", "DNF"),
    ]
    assert readings[-1] == Confirmed("12-2-1/official")
    assert statistics.refused == 0


def test_omega_counts_laps_from_the_first_full_one_whatever_was_taken_at_the_start(race: Recorded) -> None:
    """A mile on 200 m: nobody is timed 9.344 m after the start, and lap 1 is 209.344 m."""
    way = Way(Distance.parse("1609.344 m"), Distance.parse("200 m"), Distance.parse("9.344 m"))
    taken = [("9.344 m", 2_000), ("209.344 m", 30_000), ("309.344 m", 44_000), ("409.344 m", 58_000)]
    events = tuple(
        Passing("1", Distance.parse(at), Elapsed.of_ms(ms), Method.CELL, False, "tape", at)
        for at, ms in taken
    )
    mile = replace(race, way=way, events=events)
    data = b"".join(said for _, said in omega_script(mile, Quirks()))
    laps = [one.reading for one in OmegaDialogue("it").feed(data, 1) if isinstance(one.reading, Seen)]
    assert [(one.lap, str(one.running)) for one in laps] == [(1, "30.00"), (2, "58.00")]


def test_a_time_finer_than_a_hundredth_is_printed_in_thousandths() -> None:
    assert (printed(Elapsed.of_ms(225_140)), printed(Elapsed.of_ms(225_141))) == ("3:45.14", "3:45.141")


def test_a_simulator_at_ten_times_the_speed_says_the_same(race: Recorded, converse: Converse) -> None:
    one = SYSTEMS["ipico"]
    player = Player(one.make(race, Quirks()), ("127.0.0.1", 0), listens=True, gun_ns=GUN_NS, rate=10)
    hearing = listener("ipico", one.address.format(f"127.0.0.1:{player.place[1]}"))
    heard = converse(hearing, player)
    player.close()
    hearing.close()
    assert seen([one.reading for one in heard]) == over(race, Quirks())
    last = max(one.at_ns for one in heard)
    assert GUN_NS + race.passings[-1].elapsed.ns // 10 <= last < GUN_NS + race.passings[-1].elapsed.ns


def test_whoever_has_no_chip_wears_the_bib(race: Recorded) -> None:
    assert [race.chip(bib) for bib in ("1", "3")] == ["0058000001ab", "3"]
    assert FINISH_LINE in Quirks().mats

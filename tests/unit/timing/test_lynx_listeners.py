"""A simulated FinishLynx on every line it can use, heard by the listener of its address."""

import os
import select
import socket
import tty
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pacelight.errors import DriverError, OutputError
from pacelight.timing.formats.lynx_dialogue import LynxDialogue
from pacelight.timing.formats.lynx_script import script
from pacelight.timing.reading import GunRead, Heard, PageRead, Reading
from pacelight.timing.simulators.device import Speaker
from pacelight.timing.simulators.lynx_device import LynxSettings, lynx, lynx_script
from pacelight.timing.simulators.one_way import OneWayPlayer, datagrams, serial
from pacelight.timing.simulators.player import Player
from pacelight.timing.simulators.recorded import Quirks, Recorded
from pacelight.timing.simulators.systems import SYSTEMS, Playing
from pacelight.timing.sources.address import listener
from pacelight.timing.sources.port import Acknowledging, Listener
from pacelight.timing.sources.udp import UdpListener

GUN_NS = 10_000_000_000
PATIENCE_S = 20.0


@pytest.fixture
def wanted(race: Recorded) -> list[Reading]:
    """What the feed says, heard without a line between."""
    dialogue = LynxDialogue("lynx")
    return [
        one.reading
        for at_ns, data in lynx_script(race, LynxSettings(script()))
        for one in dialogue.feed(data, at_ns)
    ]


def plain(readings: list[Reading]) -> list[Reading]:
    """Without the session in the keys."""
    return [
        replace(one, key=one.key[one.key.index("12-2-1") :]) if isinstance(one, GunRead) else one
        for one in readings
    ]


def poured(at: Listener, player: Playing) -> list[Heard]:
    """Everything that the player says, as soon as it may, heard as it comes."""
    heard: list[Heard] = []
    now_ns = 1
    while not player.finished:
        now_ns = max(now_ns, player.wake_ns(now_ns))
        player.step(now_ns)
        while select.select([at], [], [], 0)[0]:
            heard += at.read(now_ns)
    return heard


def until(at: Listener, heard: list[Heard], done: Callable[[], bool]) -> None:
    while not done():
        assert select.select([at], [], [], PATIENCE_S)[0], at.statistics()
        heard += at.read(GUN_NS)


def test_by_datagrams_all_of_it_is_heard_though_they_cut_where_they_like(
    race: Recorded, wanted: list[Reading]
) -> None:
    with (
        closing(listener("lynx", "lynx+udp://127.0.0.1:0")) as at,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as line,
    ):
        assert isinstance(at, UdpListener)
        place = ("127.0.0.1", at.port)
        player = OneWayPlayer(lynx(race, Quirks()), place, datagrams(line, place, 100), gun_ns=GUN_NS)
        heard = poured(at, player)
        until(at, heard, lambda: len(heard) >= len(wanted))
        assert plain([one.reading for one in heard]) == plain(wanted)
        assert (at.statistics().state, at.statistics().refused) == ("connected", 0)


def test_a_clock_and_results_of_two_scoreboards_are_one_feed(race: Recorded) -> None:
    both = lynx_script(race, LynxSettings(script()))
    clock, pages = ([one for one in both if (b"\x01QL\x1f" in one[1]) is wanted] for wanted in (False, True))
    with (
        closing(listener("lynx", "lynx+udp://127.0.0.1:0")) as at,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as one,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as two,
    ):
        assert isinstance(at, UdpListener)
        place = ("127.0.0.1", at.port)
        first, second = (
            OneWayPlayer(Speaker(script_), place, datagrams(line, place), gun_ns=GUN_NS)
            for script_, line in ((clock, one), (pages, two))
        )
        heard: list[Heard] = []
        for player in (first, second):
            heard += poured(at, player)
        names = [str(reading.reading) for reading in heard if type(reading.reading).__name__ == "HeatNamed"]
        assert len(names) == 1
        assert "PageRead" in {type(reading.reading).__name__ for reading in heard}


def test_who_is_not_allowed_is_not_heard(race: Recorded) -> None:
    with (
        closing(UdpListener("lynx", ("127.0.0.1", 0), ["127.0.0.9"], lambda: LynxDialogue("lynx"))) as at,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as line,
    ):
        line.sendto(lynx_script(race, LynxSettings(script()))[0][1], ("127.0.0.1", at.port))
        assert select.select([at], [], [], PATIENCE_S)[0]
        assert at.read(5) == ()
        told = at.statistics()
        assert (told.state, told.refused, told.why) == (
            "refused",
            1,
            "127.0.0.1 may not send here: name it in allow",
        )


def test_a_flood_keeps_the_engine_from_nothing_else() -> None:
    with (
        closing(UdpListener("lynx", ("127.0.0.1", 0), [], lambda: LynxDialogue("lynx"))) as at,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as line,
    ):
        for data in (b"\x01" * 60_000, *[b"\x01QR\x1f001\x1f\x03000000\x04"] * 100):
            line.sendto(data, ("127.0.0.1", at.port))
        assert select.select([at], [], [], PATIENCE_S)[0]
        assert at.read(5) == ()
        first = at.statistics().refused
        assert 0 < first <= 64 + 1  # so many datagrams at a time; the rest waits
        heard: list[Heard] = []
        until(at, heard, lambda: at.statistics().refused >= 100)
        assert heard == []


def test_what_is_safe_may_be_told_to_it_though_nobody_asks(tmp_path: Path) -> None:
    for url in ("lynx+udp://127.0.0.1:0", f"lynx+folder://{tmp_path}"):
        with closing(listener("lynx", url)) as at:
            assert isinstance(at, Acknowledging)
            at.acknowledge(["a key"])
            assert (at.name, at.statistics().state) == ("lynx", "waiting")


def test_of_many_senders_those_heard_last_are_kept() -> None:
    with closing(UdpListener("lynx", ("127.0.0.1", 0), [], lambda: LynxDialogue("lynx"))) as at:
        for _ in range(20):
            with closing(socket.socket(type=socket.SOCK_DGRAM)) as line:
                line.sendto(b"noise\x04", ("127.0.0.1", at.port))
        heard: list[Heard] = []
        until(at, heard, lambda: at.statistics().refused >= 20)
        assert len(at._senders) == 8
        assert (heard, at.wake_ns()) == ([], None)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("lynx+udp://0.0.0.0:4000", "name who may send"),
        ("lynx+udp://127.0.0.1", "not an address"),
        (
            "lynx+udp://127.0.0.1:0?dialect=latin",
            "no dialect 'latin': write one of pacelight, framed, flosports, auto",
        ),
        ("lynx+udp://127.0.0.1:0?poll=1", "lynx\\+udp takes dialect"),
        ("lynx+tcp://127.0.0.1:0?listen=perhaps", "listen is yes or no, not 'perhaps'"),
        ("lynx+serial://dev/ttyUSB0", "not an address"),
        ("lynx+folder://results", "the path with three strokes before it"),
        ("lynx+folder:///results?poll=10", "poll is a number of milliseconds from 50 to 60000, not '10'"),
        ("lynx+udp://192.0.2.1:4000", "name who may send"),
    ],
)
def test_an_address_that_cannot_be_is_refused_with_what_to_write(url: str, why: str) -> None:
    with pytest.raises(OutputError, match=why):
        listener("lynx", url)


def test_every_interface_at_once_is_refused() -> None:
    with pytest.raises(OutputError, match="is every interface: name the address of the one the device is on"):
        listener("lynx", "lynx+udp://0.0.0.0:4000", allow=["10.0.0.7"])


def test_a_taken_port_is_refused() -> None:
    with closing(socket.socket(type=socket.SOCK_DGRAM)) as line:
        line.bind(("127.0.0.1", 0))
        with pytest.raises(OutputError, match=r"cannot listen at 127\.0\.0\.1:"):
            listener("lynx", f"lynx+udp://127.0.0.1:{line.getsockname()[1]}")


@pytest.mark.parametrize("listens", [True, False])
def test_over_tcp_both_ways_round_all_of_it_is_heard(
    race: Recorded, wanted: list[Reading], converse: Any, listens: bool
) -> None:
    if listens:  # FinishLynx: Network (listen)
        player = Player(lynx(race, Quirks()), ("127.0.0.1", 0), listens=True, gun_ns=GUN_NS)
        at = listener("lynx", f"lynx+tcp://127.0.0.1:{player.place[1]}")
    else:  # FinishLynx: Network (connect)
        at = listener("lynx", "lynx+tcp://127.0.0.1:0?listen=yes")
        player = Player(lynx(race, Quirks()), ("127.0.0.1", at.port), listens=False, gun_ns=GUN_NS)  # type: ignore[attr-defined]
    with closing(at), closing(player):
        heard = converse(at, player, safe=False)
        assert plain([one.reading for one in heard]) == plain(wanted)
        assert at.statistics().refused == 0


@pytest.fixture
def terminal() -> Iterator[tuple[int, str]]:
    """One end of a serial line, and the name of the other."""
    ours, theirs = os.openpty()
    tty.setraw(ours)
    os.set_blocking(ours, False)
    yield ours, os.ttyname(theirs)
    os.close(theirs)
    os.close(ours)


def test_over_a_serial_line_all_of_it_is_heard(
    race: Recorded, wanted: list[Reading], terminal: tuple[int, str]
) -> None:
    ours, name = terminal
    with closing(listener("lynx", f"lynx+serial://{name}?baud=19200")) as at:
        at.read(1)  # opens it
        heard = poured(at, OneWayPlayer(lynx(race, Quirks()), (name, 0), serial(ours), gun_ns=GUN_NS))
        until(at, heard, lambda: len(heard) >= len(wanted))
        assert plain([one.reading for one in heard]) == plain(wanted)
        assert at.statistics().state == "connected"


def test_the_instant_of_a_clock_is_that_of_its_first_byte(race: Recorded) -> None:
    update = next(data for at_ns, data in lynx_script(race, LynxSettings(script())) if at_ns == 100_000_000)
    dialogue = LynxDialogue("lynx")
    heard = [one for at, byte in enumerate(update) for one in dialogue.feed(bytes([byte]), 1000 + at)]
    assert [one.at_ns for one in heard] == [1000] * 3  # the heat, the clock, and the clock more precisely
    assert dialogue.held_ns is None
    dialogue.feed(b"\x01QR", 5000)
    assert dialogue.held_ns == 5000
    dialogue.opened(6000)
    assert dialogue.held_ns is None


def test_what_can_be_simulated_is_heard_at_its_address(
    race: Recorded, terminal: tuple[int, str], tmp_path: Path
) -> None:
    _, name = terminal
    (tmp_path / "results").mkdir()
    for system, place in {"lynx": ("127.0.0.1", 0), "lynx-folder": (str(tmp_path / "results"), 0)}.items():
        one = SYSTEMS[system]
        where = place[0] if system == "lynx-folder" else f"{place[0]}:{place[1]}"
        with closing(listener("lynx", one.address.format(where))) as at:
            port = at.port if isinstance(at, UdpListener) else 0
            with closing(
                one.player(one.make(race, Quirks()), (place[0], port), listens=False, gun_ns=GUN_NS, rate=1)
            ) as player:
                assert (player.connected, player.place) == (True, (place[0], port))
                heard = poured(at, player)
                until(at, heard, lambda heard=heard: finishes(heard) == {"1": "1:46.34", "2": "1:46.35"})
    with pytest.raises(DriverError, match="no simulator can write to /dev/nowhere"):
        SYSTEMS["lynx-serial"].player(
            lynx(race, Quirks()), ("/dev/nowhere", 0), listens=False, gun_ns=1, rate=1
        )
    with pytest.raises(DriverError, match="it is no folder"):
        SYSTEMS["lynx-folder"].player(lynx(race, Quirks()), (name, 0), listens=False, gun_ns=1, rate=1)


def finishes(heard: list[Heard]) -> dict[str, str]:
    """The last page of the finish."""
    pages = [one.reading for one in heard if isinstance(one.reading, PageRead) and one.reading.finish]
    return {row.bib: str(row.time) for row in pages[-1].rows if row.time} if pages else {}


def test_a_dialect_that_is_none_is_refused() -> None:
    with pytest.raises(OutputError, match="no dialect"):
        listener("lynx", "lynx+tcp://127.0.0.1:1?dialect=x")

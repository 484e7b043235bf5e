"""A loop in company, on real sockets of loopback and a clock that is told when to go on."""

import socket
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

import pytest

from pacelight.lights.loop.carried import carried
from pacelight.lights.standby.company import Company
from pacelight.lights.standby.lease import LISTENING_NS
from pacelight.lights.standby.member import Identity, Member
from pacelight.lights.standby.peers import Peers
from pacelight.lights.standby.standing import Role

MS = 1_000_000
PERIOD = 20 * MS
SECRET = b"known to all of us"


@dataclass
class Clock:
    """The same for all."""

    now: int = 10_000 * MS

    def __call__(self) -> int:
        return self.now


@dataclass
class Hall:
    """Two loops of one machine."""

    clock: Clock
    one: Company
    two: Company
    terms: list[tuple[str, int | None]] = field(default_factory=list)

    def beat(self, *orders: str, beats: int = 1) -> None:
        """Each does its turn and hears the other at once."""
        for _ in range(beats):
            self.clock.now += PERIOD
            number = self.clock.now // PERIOD
            for company in (self.one, self.two):
                company.turn(number, orders if company is self.one else ())
                company.tell()
            self.one._hear()


def company(
    clock: Clock, who: int, places: list[str], terms: list[tuple[str, int | None]], job: bytes = b"the same"
) -> Company:
    here, there = places[who - 1], places[2 - who]
    member = Member(Identity(who, job, PERIOD, SECRET, who == 2), partial(carried, 1), clock.now)
    peers = Peers(here, (there,), SECRET, who == 2)
    return Company(member, peers, lambda term: terms.append((here, term)), clock=clock)


@pytest.fixture
def places() -> list[str]:
    with (
        closing(socket.socket(type=socket.SOCK_DGRAM)) as one,
        closing(socket.socket(type=socket.SOCK_DGRAM)) as two,
    ):
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return [f"127.0.0.1:{made.getsockname()[1]}" for made in (one, two)]


@pytest.fixture
def hall(places: list[str]) -> Iterator[Hall]:
    clock, terms = Clock(), []
    made = Hall(clock, company(clock, 1, places, terms), company(clock, 2, places, terms), terms)
    yield made
    made.one.close()
    made.two.close()


def test_two_loops_find_each_other_and_one_leads(hall: Hall, places: list[str]) -> None:
    assert hall.one.listening
    hall.clock.now += LISTENING_NS
    assert not hall.one.listening
    hall.beat("run 5 1 1")
    hall.beat(beats=5)
    one, two = hall.one.standing(), hall.two.standing()
    assert (one.role, two.role) == (Role.LEADING, Role.FOLLOWING)
    assert (two.term, two.offset_ns) == (1, 0)
    assert two.heard_ns == hall.clock.now
    assert hall.one.heir()
    assert not hall.two.heir()
    assert hall.terms == [(places[0], 1)]


def test_when_one_goes_the_other_leads_at_the_next_beat(hall: Hall, places: list[str]) -> None:
    hall.clock.now += LISTENING_NS
    hall.beat("run 5 1 1")
    hall.beat(beats=5)
    hall.clock.now += MS
    hall.one.leave()
    hall.clock.now += PERIOD - MS
    turn = hall.two.turn(hall.clock.now // PERIOD, ())
    assert turn.lit
    assert turn.order == "run 5 1 1"
    assert turn.number == hall.clock.now // PERIOD
    assert hall.terms == [(places[0], 1), (places[1], 2)]


def test_what_strangers_send_is_counted_and_nothing_more(hall: Hall, places: list[str]) -> None:
    hall.clock.now += LISTENING_NS
    hall.beat("run 5 1 1")
    hall.beat(beats=5)
    before = hall.two.standing()
    host, _, port = places[1].partition(":")
    with closing(socket.socket(type=socket.SOCK_DGRAM)) as stranger:
        for datagram in (b"", b"PLHB\1" + bytes(100), bytes(60_000)):
            stranger.sendto(datagram, (host, int(port)))
    hall.two.turn(hall.clock.now // PERIOD, ())
    assert hall.two.standing() == before
    assert hall.two._member.refused == 3


def test_loops_that_draw_something_else_do_not_follow(places: list[str]) -> None:
    clock, terms = Clock(), []
    hall = Hall(clock, company(clock, 1, places, terms), company(clock, 2, places, terms, b"another!"), terms)
    hall.clock.now += LISTENING_NS
    hall.beat("run 5 1 1")
    hall.beat(beats=5)
    assert hall.two.standing().term == 0
    assert not hall.one.heir()
    hall.one.leave()
    hall.beat(beats=20)
    assert terms == [(places[0], 1)]
    hall.two.close()


def test_a_place_that_another_process_has_is_asked_for_again(places: list[str]) -> None:
    host, _, port = places[0].partition(":")
    clock, terms = Clock(), []
    other = socket.socket(type=socket.SOCK_DGRAM)
    other.bind((host, int(port)))
    hall = Hall(clock, company(clock, 1, places, terms), company(clock, 2, places, terms), terms)
    hall.clock.now += LISTENING_NS
    hall.beat("run 5 1 1", beats=1)
    hall.beat(beats=10)
    assert hall.one.standing().role is Role.LEADING
    assert hall.two.standing().heard_ns is None
    other.close()
    hall.beat(beats=10)
    assert hall.two.standing().term == 1
    hall.one.close()
    hall.two.close()


def test_waiting_ends_with_what_comes_and_in_time_for_a_heartbeat(hall: Hall) -> None:
    hall.one.tell()
    hall.two.tell()
    hall.one.wait(3600)  # the clock stands still: it ends by what the other has told
    hall.one._hear()
    assert len(hall.one._member._peers) == 1

"""Whoever goes on says in which term, and where the gun is on its own clock."""

from typing import Any

import msgspec
import pytest

from pacelight.errors import RaceError
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.engine.resume import Offset, folded, resumed
from pacelight.meet.journal.entries import Resumed
from pacelight.meet.journal.file import read
from pacelight.meet.live.live import Live
from pacelight.meet.live.session import Session

NOW = Instant(monotonic_ns=500 * 10**9, unix_ns=0)


@pytest.fixture
def session(hall: Any) -> Session:
    hall.die_at(6)
    return folded(hall.journal, read(hall.journal)[0])


@pytest.fixture
def live(session: Session) -> Live:
    """The race on the track."""
    return session.on


def test_on_the_same_machine_the_gun_is_where_it_was(session: Session, live: Live) -> None:
    assert live.gun is not None
    entry = resumed(session, NOW, live.gun.boot, cut=None)
    assert (entry.term, entry.gun_ns, entry.gun_error_ns) == (2, None, None)


def test_on_another_it_is_carried_over_by_the_offset_of_the_clocks_and_not_by_the_time_of_day(
    session: Session,
    live: Live,
) -> None:
    assert live.gun is not None
    entry = resumed(session, NOW, "other", cut=None, term=5, offset=Offset(ns=77, error_ns=3))
    assert (entry.term, entry.gun_ns, entry.gun_error_ns) == (5, live.gun.monotonic_ns - 77, 3)
    session.take(entry)
    clock = RaceClock.of(live.gun, NOW, "other", live.guns)
    assert clock.gun_ns == live.gun.monotonic_ns - 77


def test_a_third_machine_carries_it_over_from_the_second(session: Session, live: Live) -> None:
    assert live.gun is not None
    session.take(resumed(session, NOW, "second", cut=None, offset=Offset(1000, 3)))
    entry = resumed(session, NOW, "third", cut=None, offset=Offset(50, 2))
    assert entry.gun_ns == live.gun.monotonic_ns - 1000 - 50
    assert resumed(session, NOW, live.gun.boot, cut=None).gun_ns is None


def test_where_no_offset_is_known_the_time_of_day_has_to_do_and_nobody_says_how_well(
    session: Session, live: Live
) -> None:
    assert live.gun is not None
    now = Instant(NOW.monotonic_ns, live.gun.unix_ns + 9 * 10**9)
    entry = resumed(session, now, "other", cut=None)
    assert (entry.gun_ns, entry.gun_error_ns) == (NOW.monotonic_ns - 9 * 10**9, None)


def test_each_who_goes_on_has_a_higher_term(session: Session) -> None:
    first = resumed(session, NOW, "a", cut=None)
    session.take(first)
    second = resumed(session, NOW, "b", cut=None, term=1)
    assert (first.term, second.term) == (2, 3)


@pytest.mark.parametrize("term", [1, 2])
def test_an_engine_whose_term_was_over_is_refused(session: Session, term: int) -> None:
    session.take(Resumed("a", None, term=2))
    with pytest.raises(RaceError, match=f"an engine of term {term} goes on where one of term 2 leads"):
        session.take(Resumed("b", None, term=term))


def test_a_journal_from_before_there_were_terms_is_taken_up(session: Session, live: Live) -> None:
    from pacelight.meet.journal.entries import decoded

    old = decoded(b'{"type":"resume","boot":"x","cut":null}')
    assert old == Resumed("x", None)
    session.take(old)
    session.take(old)
    assert live.term == 1
    assert msgspec.json.encode(old).endswith(b'"term":0,"gun_ns":null,"gun_error_ns":null}')


def test_after_a_recall_the_next_gun_counts_alone(session: Session, live: Live) -> None:
    from pacelight.meet.journal.entries import Commanded
    from pacelight.meet.race import Command

    session.take(resumed(session, NOW, "other", cut=None, offset=Offset(0, 0)))
    assert set(live.guns) > {"other"}
    session.take(Commanded(Command.RECALL, by="starter"))
    assert live.guns == {}

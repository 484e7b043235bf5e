"""Every timing source keeps the promise of `TimingSource`. A new one adds one line to `SOURCES`."""

from collections.abc import Callable, Collection

import pytest

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing import Gun, Method, Passing, Status, Verdict
from pacelight.timing.sources import Replay, TimedEvent, TimingSource

GUN_NS = 1_000_000_000
END_NS = GUN_NS + 10**12


def passing(bib: str, mm: int, ms: int) -> Passing:
    return Passing(bib, Distance(mm), Elapsed.of_ms(ms), Method.PHOTO, True, "gate", f"{bib}@{mm}")


EVENTS: list[TimedEvent] = [
    Gun("gun", "contact"),
    passing("1", 100_000, 14_150),
    passing("2", 100_000, 14_150),
    Verdict("3", Status.DNF, Elapsed.of_ms(20_000), "judge", "3 out"),
    passing("1", 200_000, 28_220),
]

Maker = Callable[[list[TimedEvent], Collection[str]], TimingSource]


def replay(events: list[TimedEvent], acknowledged: Collection[str]) -> TimingSource:
    return Replay(events, gun_ns=GUN_NS, acknowledged=acknowledged)


def replay_fast(events: list[TimedEvent], acknowledged: Collection[str]) -> TimingSource:
    return Replay(events, gun_ns=GUN_NS, rate=10, acknowledged=acknowledged)


SOURCES: dict[str, Maker] = {
    "replay": replay,
    "replay ten times as fast": replay_fast,
}


@pytest.fixture(params=SOURCES)
def make(request: pytest.FixtureRequest) -> Maker:
    return SOURCES[request.param]


def drained(source: TimingSource) -> list[TimedEvent]:
    handed: list[TimedEvent] = []
    while (wake_ns := source.wake_ns()) is not None:
        assert wake_ns <= END_NS
        handed += source.due(wake_ns)
    return handed


def test_every_event_comes_once_and_in_order_of_time(make: Maker) -> None:
    assert drained(make(EVENTS, ())) == EVENTS


def test_asking_when_it_says_always_brings_something(make: Maker) -> None:
    source = make(EVENTS, ())
    for _ in range(4):
        wake_ns = source.wake_ns()
        assert wake_ns is not None
        assert source.due(wake_ns - 1) == ()
        assert source.due(wake_ns)
    assert source.wake_ns() is None


def test_asking_twice_at_one_instant_brings_nothing_twice(make: Maker) -> None:
    source = make(EVENTS, ())
    assert len(source.due(END_NS)) == len(EVENTS)
    assert source.due(END_NS) == ()


def test_before_the_gun_there_is_nothing(make: Maker) -> None:
    assert make(EVENTS, ()).due(GUN_NS - 1) == ()


def test_after_a_restart_only_what_was_not_acknowledged_comes(make: Maker) -> None:
    assert drained(make(EVENTS, {"gun", "2@100000"})) == [EVENTS[1], EVENTS[3], EVENTS[4]]


def test_statistics_add_up_and_change_nothing(make: Maker) -> None:
    source = make(EVENTS, {"gun"})
    source.due(END_NS)
    seen = source.statistics()
    assert (seen.handed, seen.skipped, seen.waiting) == (4, 1, 0)
    assert source.statistics() == seen


def test_a_source_of_nothing_ends_at_once(make: Maker) -> None:
    assert make([], ()).wake_ns() is None

"""A recording against an injected clock."""

from fractions import Fraction

import pytest

from pacelight.distance import MILE, Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed
from pacelight.timing import Gun, Method, Passing, Status, Verdict
from pacelight.timing.sources import Replay, SourceStatistics, TimedEvent, play

GUN_NS = 5_000_000_000


def passing(key: str, mm: int, ms: int) -> Passing:
    return Passing("1", Distance(mm), Elapsed.of_ms(ms), Method.VIDEO, False, "tv", key)


RECORDING: list[TimedEvent] = [
    passing("finish", MILE.mm, 225_140),
    Verdict("9", Status.DNF, Elapsed.of_ms(120_000), "judge", "out"),
    passing("100", 100_000, 14_150),
    Gun("gun", "contact"),
]


class Clock:
    """Time that passes only when someone waits."""

    def __init__(self) -> None:
        self.now_ns = 0

    def read(self) -> int:
        return self.now_ns

    def wait(self, seconds: float) -> None:
        self.now_ns += max(1, round(seconds * 1e9))


def keys(events: tuple[TimedEvent, ...]) -> list[str]:
    return [event.key for event in events]


def test_events_fall_due_at_their_instants() -> None:
    replay = Replay(RECORDING, gun_ns=GUN_NS)
    assert replay.wake_ns() == GUN_NS
    assert keys(replay.due(GUN_NS - 1)) == []
    assert keys(replay.due(GUN_NS)) == ["gun"]
    assert replay.wake_ns() == GUN_NS + 14_150_000_000
    assert keys(replay.due(GUN_NS + 14_149_999_999)) == []
    assert keys(replay.due(GUN_NS + 300_000_000_000)) == ["100", "out", "finish"]
    assert replay.wake_ns() is None


def test_ten_times_the_rate_takes_a_tenth_of_the_time() -> None:
    replay = Replay(RECORDING, gun_ns=0, rate=10)
    assert keys(replay.due(22_513_999_999)) == ["gun", "100", "out"]
    assert keys(replay.due(22_514_000_000)) == ["finish"]


def test_no_event_comes_before_it_happened_whatever_the_rate() -> None:
    replay = Replay([passing("100", 100_000, 14_150)], gun_ns=0, rate=Fraction(3))
    assert replay.wake_ns() == 4_716_666_667
    assert keys(replay.due(4_716_666_666)) == []


def test_after_a_restart_what_was_acknowledged_does_not_come_again() -> None:
    replay = Replay(RECORDING, gun_ns=0, acknowledged={"gun", "100"})
    assert keys(replay.due(10**12)) == ["out", "finish"]
    assert replay.statistics() == SourceStatistics(handed=2, skipped=2, waiting=0)


def test_one_key_for_two_events_is_refused() -> None:
    with pytest.raises(RaceError, match="two different events under the key 'a'"):
        Replay([passing("a", 1000, 100), passing("a", 2000, 200)], gun_ns=0)


def test_an_event_recorded_twice_is_handed_out_once() -> None:
    assert len(Replay([Gun("gun", "x"), Gun("gun", "x")], gun_ns=0).due(0)) == 1


@pytest.mark.parametrize("rate", [0, -1, Fraction(0)])
def test_a_replay_runs_forwards(rate: int | Fraction) -> None:
    with pytest.raises(RaceError, match="runs forwards"):
        Replay(RECORDING, gun_ns=0, rate=rate)


def test_playing_hands_out_everything_when_it_is_due() -> None:
    clock = Clock()
    seen = [
        (event.key, clock.now_ns)
        for event in play(Replay(RECORDING, gun_ns=GUN_NS, rate=60), clock.read, clock.wait)
    ]
    due_ns = [("gun", 0), ("100", 235_833_334), ("out", 2_000_000_000), ("finish", 3_752_333_334)]
    assert [key for key, _ in seen] == [key for key, _ in due_ns]
    late_ns = [at - GUN_NS - due for (_, at), (_, due) in zip(seen, due_ns, strict=True)]
    assert all(0 <= ns < 1000 for ns in late_ns)

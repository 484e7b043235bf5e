"""A race for the simulators, and how a listener and a simulator talk to each other."""

import select
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing import Gun, Method, Passing, Status, Verdict
from pacelight.timing.placing import Entrant, Way
from pacelight.timing.reading import Heard
from pacelight.timing.simulators.player import Player
from pacelight.timing.simulators.recorded import Recorded

GUN_OF_DAY_NS = 72_714_400_000_000  # 20:11:54.400


def passing(bib: str, metres: str, ms: int) -> Passing:
    return Passing(
        bib, Distance.parse(metres), Elapsed.of_ms(ms), Method.PHOTO, True, "tape", f"{bib} {metres}"
    )


@pytest.fixture
def race() -> Recorded:
    """An 800 m in a hall: four laps, three runners, one of whom steps off."""
    way = Way(Distance.parse("800 m"), Distance.parse("200 m"), Distance.parse("200 m"))
    events = [Gun("gun", "tape")]
    for bib, laps in {"1": (26_500, 53_120, 79_900, 106_340), "2": (26_700, 53_400, 80_150, 106_350)}.items():
        events += [passing(bib, f"{200 * nth} m", ms) for nth, ms in enumerate(laps, start=1)]
    events += [passing("3", "200 m", 26_600), Verdict("3", Status.DNF, Elapsed.of_ms(60_000), "judge", "out")]
    entrants = (Entrant("1", "4", ("0058000001ab",)), Entrant("2", "5", ("0058000002ab",)), Entrant("3", "6"))
    return Recorded(
        "12", way, entrants, tuple(events), date(2025, 2, 13), GUN_OF_DAY_NS, round="2", name="800 m"
    )


Converse = Callable[..., list[Heard]]


@pytest.fixture
def converse() -> Converse:
    """Plays a simulator to a listener over their sockets; time passes while neither has anything to say."""

    def talk(
        listener: Any,
        player: Player,
        *,
        safe: bool = True,
        until: Callable[[], bool] | None = None,
        each: Callable[[int], None] = lambda _: None,
    ) -> list[Heard]:
        heard: list[Heard] = []
        now_ns, ends = 1, until or (lambda: player.finished)
        for _ in range(20_000):
            player.step(now_ns)
            fresh = listener.read(now_ns)
            heard += fresh
            each(len(heard))
            if safe and fresh:
                listener.acknowledge([one.reading.key for one in fresh if hasattr(one.reading, "key")])
            if select.select([listener, player], [], [], 0)[0]:
                continue
            if ends():
                heard += listener.read(now_ns)
                return heard
            wakes = (player.wake_ns(now_ns), listener.wake_ns())
            now_ns = max(now_ns + 1_000_000, min(at for at in wakes if at is not None))
        raise AssertionError(f"they do not come to an end: {listener.statistics()}")

    return talk

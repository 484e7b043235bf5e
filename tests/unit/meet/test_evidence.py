"""What a referee is shown, from the journal alone: how far lights were from their plans, what was dark."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from typing import Any

import msgspec
import pytest

from pacelight.lights.drivers import ControllerStatistics, DriverStatistics
from pacelight.lights.drivers.health import WELL, Health, State
from pacelight.lights.loop.lateness import Spread, bucket
from pacelight.lights.loop.process import LoopStatistics
from pacelight.meet.journal.entries import Fired, Sent, Shown, decoded
from pacelight.meet.journal.file import read
from pacelight.meet.live.live import Live
from pacelight.meet.live.replay import retell
from pacelight.meet.show.evidence import evidence, plan_hash, words

S = 1_000_000_000
MS = 1_000_000
LATE = 400_000
"""Of every frame, nanoseconds."""


@dataclass
class Counting:
    """Two controllers that are sent fifty frames a second from the gun on; one is away for a while."""

    hall: Any
    gun_ns: int | None = None

    def stand(self) -> None:
        """Nobody looks."""

    def dark(self) -> None:
        """Nobody looks."""

    def gun(self, gun_ns: int, rate: Fraction) -> None:
        assert rate == 1
        self.gun_ns = gun_ns

    def look(self, _look: object, _begin_ns: int, lights: object) -> None:
        gun_ns = getattr(lights, "gun_ns", None)
        if gun_ns is not None:
            self.gun_ns = gun_ns

    def statistics(self) -> LoopStatistics:
        now = self.hall.clock.monotonic_ns
        frames = 0 if self.gun_ns is None else (now - self.gun_ns) // (20 * MS)
        spread = Spread(((bucket(LATE), frames),) if frames else ())
        controllers = tuple(
            ControllerStatistics(DriverStatistics(frames, frames, 9 * frames, 0), health, name, "ddp://x")
            for name, health in (("bend 1", WELL), ("bend 2", self._second(now)))
        )
        return LoopStatistics(
            frames, 0, LATE, LATE, 2 * frames, 9 * frames, 0, realtime=False, locked=False,
            waking=spread, sending=spread, controllers=controllers,
        )  # fmt: skip

    def _second(self, now: int) -> Health:
        if self.gun_ns is None or now < self.gun_ns + 61_200 * MS:
            return WELL
        begin, back = self.gun_ns + 61_200 * MS, self.gun_ns + 63_000 * MS
        if now < back:
            return Health(State.AWAY, begin, now, 0, 1, 3, 113)
        return Health(State.AWAY, begin, back - MS, back, 1, 0, 113)


@pytest.fixture
def counted(hall: Any) -> Any:
    @contextmanager
    def lighting(_live: Live, _survey: object, _target: str) -> Iterator[Counting]:
        yield Counting(hall)

    hall.lighting = lighting
    return hall


def told(hall: Any) -> Live:
    *_, (_, live) = retell(hall.journal)
    return live


def test_a_referee_reads_how_far_each_light_was_from_its_plan_and_what_was_dark_when(counted: Any) -> None:
    counted.play()
    live = told(counted)
    light, absent = words(live)
    assert light == "light WR: within 1 cm of its plan in 99.9 % of 11,331 frames"
    assert absent == "controller bend 2: away from 61.2 s to 63.0 s (No route to host)"
    assert sum(one.frames for one in live.stretches) > 11_331  # runners come in behind the light


def test_the_account_is_written_every_ten_seconds_and_once_more_at_the_end(counted: Any) -> None:
    counted.play()
    entries = [decoded(line.event) for line in read(counted.journal)[0]]
    shown = [entry for entry in entries if isinstance(entry, Shown)]
    assert len(shown) >= 226 // 11
    assert all(len(one.stretches) <= 10 for one in shown)
    ends = [one.to_ns for entry in shown for one in entry.stretches]
    begins = [one.from_ns for entry in shown for one in entry.stretches]
    assert begins[1:] == ends[:-1]
    assert begins[0] == 0
    (sent,) = [entry for entry in entries if isinstance(entry, Sent)]
    assert [(one.name, one.times, one.state) for one in sent.controllers] == [
        ("bend 1", 0, "up"),
        ("bend 2", 1, "up"),
    ]
    assert sum(count for _, count in sent.waking) == sent.output.frames


def test_evidence_has_the_plan_of_each_light_and_its_fingerprint(counted: Any) -> None:
    counted.play()
    live = told(counted)
    gathered = json.loads(json.dumps(evidence(live)))
    assert gathered["schema"] == "pacelight.evidence/2"
    (asked,) = gathered["asked"]
    plain = json.dumps([asked["distance_mm"], asked["knots"]], separators=(",", ":"))
    assert asked["plan_sha256"] == plan_hash(live.lights[0].asked) == sha256(plain.encode()).hexdigest()
    shown = gathered["shown"]
    (light,) = shown["lights"]
    assert light["frames"] == 226_630 // 20
    assert 0 < light["p50_cm"] <= light["p99_cm"] <= light["p999_cm"] <= light["max_cm"] < 1
    (absent,) = shown["absent"]
    assert (absent["controller"], absent["from_ns"], absent["to_ns"]) == ("bend 2", 61_200 * MS, 63_000 * MS)
    assert [one["name"] for one in shown["sent"]] == ["bend 1", "bend 2"]
    assert shown["unknown_s"] == []


def test_where_an_engine_died_nothing_is_claimed_of_what_was_shown_meanwhile(counted: Any) -> None:
    counted.die_at(12)
    counted.clock.monotonic_ns += 30 * S
    counted.play()
    live = told(counted)
    (unknown,) = evidence(live)["shown"]["unknown_s"]
    assert unknown[1] - unknown[0] >= 30
    assert words(live)[-1] == f"nothing is known of the lights from {unknown[0]:.1f} s to {unknown[1]:.1f} s"


def test_the_last_line_of_a_race_says_the_same(counted: Any) -> None:
    *_, last = counted.play()
    assert last["type"] == "done"
    assert [one["name"] for one in last["controllers"]] == ["bend 1", "bend 2"]
    (light,) = last["lights"]
    assert light == {"light": "WR"} | {
        name: value
        for name, value in evidence(told(counted))["shown"]["lights"][0].items()
        if name not in {"name", "words"}
    }


def test_a_journal_from_before_there_was_an_account_is_read_and_claims_nothing(hall: Any) -> None:
    hall.play()
    live = told(hall)
    live.stretches.clear()
    assert words(live)[0] == "light WR: no frame showed it"


def test_before_the_gun_nothing_was_shown(hall: Any) -> None:
    hall.die_at(2)
    live = told(hall)
    assert not any(isinstance(decoded(line.event), Fired) for line in read(hall.journal)[0])
    shown = evidence(live)["shown"]
    assert (shown["gun_unix_ns"], shown["lights"], shown["unknown_s"], shown["sent"]) == (None, [], [], None)
    assert words(live) == []
    assert msgspec.json.encode(evidence(live))

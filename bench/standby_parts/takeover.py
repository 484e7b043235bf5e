"""What is done to the loop that leads, and what lamps see of it."""

import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import numpy as np
from report import Row

from standby_parts.lamps import Frame, Lamps, heeded
from standby_parts.network import ADDRESS, FIRST, LAMPS, SECOND, Switch
from standby_parts.pair import Pair

TARGET_MS = 100.0
EYE_M = -0.01
"""A light that goes back by less is still to the eye: 1.4 thousandths of a second."""

ARP_S = 1.2
"""A machine that could not find the lamps looks for them again a second later, and sends nothing until then.

Source: arp(7), retrans_time_ms.
"""

PLACES = ("127.0.0.1:55701", "127.0.0.1:55702")


@dataclass(frozen=True, slots=True)
class Seen:
    """What lamps saw of one takeover: a receiver that keeps the standard, if nothing else is said.

    Attributes:
        still_ms: from the last frame of the one to the first of the other: for so long the light stood still.
        dark, back: frames without light, and those in which it stepped back.
        fights: frames of the one after that.
        strays: the same, for a receiver that knows of no sources.
    """

    still_ms: float
    dark: int
    back: int
    fights: int
    strays: int

    @classmethod
    def of(cls, frames: list[Frame]) -> "Seen":
        """Of the frames around it, in order of arrival."""
        shown = heeded(frames)
        first = next(n for n, frame in enumerate(shown) if frame.cid != shown[0].cid)
        before, after = shown[first - 1], shown[first]
        steps = [two.step_m(one) for one, two in pairwise(frame for frame in shown if not frame.is_dark)]
        return cls(
            (after.at_ns - before.at_ns) / 1e6,
            sum(frame.is_dark for frame in shown),
            sum(step < EYE_M for step in steps),
            sum(frame.cid != after.cid for frame in shown[first:]),
            sum(frame.cid != after.cid and frame.at_ns > after.at_ns for frame in frames),
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """How often what is done: everything of one is killed, its engine alone, it is frozen, it is cut off."""

    killed: int
    engine_killed: int
    frozen: int
    cut: int


FULL, QUICK = Amount(100, 100, 100, 100), Amount(10, 3, 6, 3)


def takeovers(amount: Amount) -> Iterator[Row]:
    """Rows of each way to lose the loop that leads."""
    yield from _rows("takeover", f"{amount.killed} times kill -9", _killed(amount.killed))
    seen = _engine_killed(amount.engine_killed)
    yield from _rows("engine_killed", f"{amount.engine_killed} times its engine", seen)
    yield from _rows("frozen", f"{amount.frozen} times SIGSTOP", _frozen(amount.frozen))
    yield from _rows("cut", f"{amount.cut} times no network", _cut(amount.cut))


def _rows(name: str, size: str, seen: list[Seen]) -> Iterator[Row]:
    still = [one.still_ms for one in seen]
    yield Row(f"standby.{name}_p99_ms", size, float(np.percentile(still, 99)), None, "ms", TARGET_MS)
    yield Row(f"standby.{name}_p50_ms", size, float(np.median(still)), None, "ms")
    yield Row(f"standby.{name}_dark", size, sum(one.dark for one in seen), None, "frames", 0)
    yield Row(f"standby.{name}_back", size, sum(one.back for one in seen), None, "frames", 0)
    yield Row(f"standby.{name}_fights", size, sum(one.fights for one in seen), None, "frames", 0)
    yield Row(f"standby.{name}_strays", size, sum(one.strays for one in seen), None, "frames")


def _killed(count: int) -> list[Seen]:
    """Everything of the engine that leads is killed at once."""
    return _replaced(count, lambda pair: pair.leader.signal(signal.SIGKILL))


def _engine_killed(count: int) -> list[Seen]:
    """Only the engine: its loop finds that nobody gives it orders, and lets go."""
    return _replaced(count, lambda pair: pair.leader.signal_engine(signal.SIGKILL))


def _replaced(count: int, kill: Callable[[Pair], None]) -> list[Seen]:
    random, seen = Random(1), []
    with Lamps() as lamps, Pair(lamps.url, PLACES) as pair:
        for _ in range(count):
            first = _some(lamps, random)
            kill(pair)
            pair.follower.until("leading")
            lamps.more(10)
            seen.append(Seen.of(lamps.frames[first:]))
            pair.swap()
            pair.renew()
            pair.follower.until("following")
    return seen


def _frozen(count: int) -> list[Seen]:
    """Everything of it stands still, and goes on a while later."""
    random, seen = Random(2), []
    with Lamps() as lamps, Pair(lamps.url, PLACES) as pair:
        for _ in range(count):
            first = _some(lamps, random)
            pair.leader.signal(signal.SIGSTOP)
            pair.follower.until("leading")
            lamps.more(5)
            pair.leader.signal(signal.SIGCONT)
            pair.leader.until("following")
            lamps.more(10)
            seen.append(Seen.of(lamps.frames[first:]))
            pair.swap()
    return seen


def _cut(count: int) -> list[Seen]:
    """Its cable is pulled, and plugged in a while later."""
    random, seen = Random(3), []
    machines = (FIRST, SECOND)
    with Switch() as switch:
        with switch.within(LAMPS):
            lamps = Lamps(ADDRESS[LAMPS])
        places = tuple(f"{ADDRESS[who]}:5570" for who in machines)
        with lamps, Pair(lamps.url, places, tuple(map(switch.of, machines))) as pair:
            for _ in range(count):
                first, cut = _some(lamps, random), machines[pair.leader.number]
                switch.cable(cut, "down")
                pair.follower.until("leading")
                lamps.more(5)
                switch.cable(cut, "up")
                pair.leader.until("following")
                lamps.more(10)
                seen.append(Seen.of(lamps.frames[first:]))
                pair.swap()
                time.sleep(ARP_S)
    return seen


def _some(lamps: Lamps, random: Random) -> int:
    """Let some frames come, and a part of the time to the next; the number of the first that counts."""
    first = len(lamps.frames)
    lamps.more(5)
    time.sleep(random.uniform(0.0, 0.02))
    return first

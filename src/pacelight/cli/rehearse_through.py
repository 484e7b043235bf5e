"""A rehearsal through a timing system: its simulator, a process of its own, speaks over a real socket."""

import json as json_texts
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from pacelight.cli.processes import end
from pacelight.cli.race_pages import Tell
from pacelight.cli.said import warn
from pacelight.errors import DriverError, RaceError
from pacelight.meet.desk.requests import Arm, Check, Finish, Gun
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.planned import Device
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.race import State
from pacelight.timing.simulators.systems import SYSTEMS

__all__ = ["NAME", "check", "run_through"]

NAME = "rehearsal"
"""Of the simulated timing system, in the journal."""

_COUNTDOWN_S = 6.0
"""From when the simulator is there to its gun: until then the engine is there, too."""

_LATE_NS = 1_000_000_000
"""A system that knows its gun has said so by then; of any other somebody presses the key."""

_ROOM = 1 << 16
_STEP_NS = 50_000_000
_PATIENCE_NS = 10_000_000_000
_HERE = "127.0.0.1"
_WITHOUT_A_PORT = frozenset({"lynx-serial", "lynx-folder"})
_SET_UP = {"raceresult": "?trigger=gun"}
_WIRED = frozenset({"raceresult", "mylaps"})
_BY_TIME_OF_DAY = frozenset({"ipico", "jchip"})
_ON_THE_WAY = frozenset({State.RUNNING, State.HELD})


def check(system: str, speed: Fraction) -> None:
    """Refuse what cannot be rehearsed through.

    Args:
        system: that is simulated.
        speed: race seconds a second.

    Raises:
        RaceError: there is no such system, it speaks over no socket, or not at that speed.
    """
    over = [name for name in SYSTEMS if name not in _WITHOUT_A_PORT]
    if system not in over:
        raise RaceError(f"no rehearsal goes through '{system}' (there are {', '.join(over)})")
    if system in _BY_TIME_OF_DAY and speed != 1:
        raise RaceError(f"'{system}' tells times of day, which run no faster: rehearse it with --speed 1")


def run_through(
    orders: Orders, recording: Path, system: str, tell: Tell, alive: Callable[[], object]
) -> None:
    """Run a race from what a simulated timing system says.

    Args:
        orders: the race, without a recording.
        recording: the same race with one.
        system: one of `SYSTEMS`.
        tell: told everything.
        alive: called again and again.

    Raises:
        PacelightError: what was wrong, in one line.
    """
    port = _free_port(system)
    address = SYSTEMS[system].address.format(f"{_HERE}:{port}") + _SET_UP.get(system, "")
    through = replace(orders, devices=(Device(NAME, address, (_HERE,)),))
    with _Simulated.started(orders, recording, system, port) as other:
        gun_ns = other.gun_ns()
        with engine(through, tell, warn) as running:
            _Pilot(running, other, alive, gun_ns).fly()


@dataclass(slots=True)
class _Simulated:
    """The simulator: a process of its own, as the real one is a machine of its own."""

    process: "subprocess.Popen[str]"

    @classmethod
    @contextmanager
    def started(cls, orders: Orders, recording: Path, system: str, port: int) -> "Iterator[_Simulated]":
        where = "--listen" if SYSTEMS[system].listens else "--to"
        arguments = ["race", "simulate", system, str(recording), where, f"{_HERE}:{port}", "--finish-only"]
        arguments += ["--speed", str(orders.speed), "--countdown", str(_COUNTDOWN_S), "--json"]
        arguments += ["--gun-wired"] * (system in _WIRED)
        process = subprocess.Popen(
            [sys.executable, "-m", "pacelight", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            process_group=0,
        )
        try:
            yield cls(process)
        finally:
            end(process)

    def gun_ns(self) -> int:
        """When its gun will be, on the monotonic clock; waits until it is there.

        Raises:
            DriverError: it died.
        """
        assert self.process.stdout is not None  # noqa: S101 - a pipe was asked for
        line = self.process.stdout.readline()
        os.set_blocking(self.process.stdout.fileno(), False)
        try:
            return int(json_texts.loads(line)["gun_monotonic_ns"])
        except (ValueError, KeyError):
            raise DriverError("the simulated timing system died; see its last line above") from None

    def ended(self) -> bool:
        """Whether it has said all. What it prints meanwhile is read, so that it is never held up.

        Raises:
            DriverError: it died.
        """
        assert self.process.stdout is not None  # noqa: S101 - as above
        with suppress(BlockingIOError):
            os.read(self.process.stdout.fileno(), _ROOM)
        code = self.process.poll()
        if code not in {None, 0}:
            raise DriverError("the simulated timing system died; see its last line above")
        return code == 0


@dataclass(slots=True)
class _Pilot:
    """Does what people would: checks, arms, and presses the key where the system knows no gun."""

    engine: Engine
    simulated: _Simulated
    alive: Callable[[], object]
    gun_ns: int
    _ended_ns: int | None = None

    def fly(self) -> None:
        """To the end of the race and of its lights."""
        self.engine.turn(time.monotonic_ns())
        self._ask(Check())
        self._ask(Arm())
        while not self.engine.session.on.done:
            now_ns = time.monotonic_ns()
            self.engine.turn(now_ns + _STEP_NS)
            self.alive()
            self._look(now_ns)

    def _look(self, now_ns: int) -> None:
        live = self.engine.session.on
        if live.state is State.ARMED and now_ns > self.gun_ns + _LATE_NS:
            self._ask(Gun(ago_ns=now_ns - self.gun_ns))
        if self._ended_ns is None and self.simulated.ended():
            self._ended_ns = now_ns
        if live.state in _ON_THE_WAY and (live.everyone_in or self._waited(now_ns)):
            self._ask(Finish())

    def _waited(self, now_ns: int) -> bool:
        """Whether the system has said all some time ago, and yet not everybody is in."""
        if self._ended_ns is None or now_ns < self._ended_ns + _PATIENCE_NS:
            return False
        warn("not everybody was seen at the finish")
        return True

    def _ask(self, do: Arm | Check | Finish | Gun) -> None:
        if not self.engine.ask(do):
            live = self.engine.session.on
            raise RaceError(f"{live.race.id} is {live.state}: the rehearsal cannot go on")


def _free_port(system: str) -> int:
    """A port that nobody has just now."""
    kind = socket.SOCK_DGRAM if "udp" in SYSTEMS[system].address else socket.SOCK_STREAM
    with socket.socket(socket.AF_INET, kind) as found:
        found.bind((_HERE, 0))
        return int(found.getsockname()[1])

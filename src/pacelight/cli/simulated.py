"""A simulated timing system, played on this machine's clock, and what people are told of it."""

import json as json_texts
import select
import sys
import time
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from pacelight.cli.processes import end_calmly
from pacelight.errors import OutputError, RaceError
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.recorded import mats, recorded
from pacelight.timing.simulators.recorded import Quirks
from pacelight.timing.simulators.systems import SYSTEMS, Playing, System
from pacelight.timing.sources.tcp import Place, located

__all__ = ["Asked", "play"]

_NS = 1_000_000_000
_DAY_S = 86_400
_HERE = "127.0.0.1"
_LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be simulated.

    Attributes:
        system: one of `SYSTEMS`.
        listen, to: address as typed; empty for the usual one.
        countdown: seconds from now to the gun.
        finish_only: mats at the finish line alone.
    """

    system: str
    file: Path
    listen: str
    to: str
    rate: Fraction
    countdown: float
    quirks: Quirks
    finish_only: bool


def play(asked: Asked, *, json: bool) -> None:
    """Play it to its end, or until it is ended.

    Raises:
        RaceError: no such system, or nothing is recorded.
        OutputError: not an address, or one the system has no use for.
        DriverError: nothing can listen there.
    """
    system = _system(asked.system)
    place = _place(asked, system)
    gun_ns = time.monotonic_ns() + round(asked.countdown * _NS)
    race = recorded(RaceFile.read(asked.file), _of_day_ns(asked.countdown))
    quirks = asked.quirks if asked.finish_only else replace(asked.quirks, mats=mats(race))
    device = system.make(race, quirks)
    player = system.player(device, place, listens=system.listens, gun_ns=gun_ns, rate=asked.rate)
    end_calmly()
    try:
        _to_its_end(player, _Told(asked.system, player, gun_ns, listens=system.listens, json=json))
    finally:
        player.close()


def _to_its_end(player: Playing, told: "_Told") -> None:
    told.say("waiting")
    connected = False
    while not player.finished:
        now_ns = time.monotonic_ns()
        player.step(now_ns)
        if player.connected != connected:
            connected = player.connected
            told.say("connected" if connected else "lost")
        told.progress()
        wait_ns = max(0, player.wake_ns(now_ns) - time.monotonic_ns())
        select.select([player], [], [], wait_ns / _NS)
    told.say("finished")


class _Told:
    """What happened, for people or for programs; every so many seconds how far it is."""

    def __init__(self, system: str, player: Playing, gun_ns: int, *, listens: bool, json: bool) -> None:
        self._system = system
        self._gun_ns = gun_ns
        self._player = player
        self._listens = listens
        self._json = json
        self._said = 0

    def say(self, happened: str) -> None:
        """One line."""
        host, port = self._player.place
        device = self._player.device
        where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}" if port else host
        shape = {
            "schema": "pacelight.simulated/1",
            "happened": happened,
            "system": self._system,
            "at": where,
            "gun_monotonic_ns": self._gun_ns,
            "said": device.said,
            "of": device.total,
        }
        words = {
            "waiting": f"{self._system} {'listens at' if self._listens else 'tells'} {where}",
            "connected": "connected",
            "lost": "the connection is lost",
            "playing": f"{device.said} of {device.total}",
            "finished": f"all {device.total} messages were said",
        }
        sys.stdout.write(f"{json_texts.dumps(shape) if self._json else words[happened]}\n")
        sys.stdout.flush()

    def progress(self) -> None:
        """A line whenever something new was said."""
        if self._player.device.said != self._said:
            self._said = self._player.device.said
            self.say("playing")


def _system(name: str) -> System:
    if name not in SYSTEMS:
        raise RaceError(f"no system '{name}' can be simulated (there are {', '.join(SYSTEMS)})")
    return SYSTEMS[name]


def _place(asked: Asked, system: System) -> Place:
    """Where it listens, or whom it calls."""
    used, unused = ("--listen", asked.to) if system.listens else ("--to", asked.listen)
    if unused:
        does = "others connect to it" if system.listens else "it connects to others"
        raise OutputError(f"{asked.system}: {does}: give its address with {used}")
    text = asked.listen or asked.to or (f":{system.port}" if system.port else "")
    if not system.port:
        if not text:
            raise OutputError(f"{asked.system}: say where it is with {used} PATH")
        return text, 0
    host, colon, port = text.rpartition(":")
    if not colon or not (port.isascii() and port.isdecimal()) or int(port) > _LAST_PORT:
        raise OutputError(f"not an address: '{text}' (write {used} HOST:PORT)")
    return located(host.strip("[]") or _HERE, int(port))


def _of_day_ns(countdown: float) -> int:
    """Time of day in so many seconds, to the thousandth: finer than that no system says it."""
    now = datetime.now().astimezone()
    ms = (now.hour * 3600 + now.minute * 60 + now.second) * 1000 + now.microsecond // 1000
    return (ms + round(countdown * 1000)) % (_DAY_S * 1000) * 1_000_000

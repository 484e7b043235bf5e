"""Times by hand, over the bus of an engine: keys are read at once, whatever the engine is doing meanwhile.

::

    keys ─► tally ─► requests ─► a thread that asks, one after another, until each is answered
"""

import json as json_texts
import queue
import sys
import threading
import time
from dataclasses import dataclass
from fractions import Fraction
from uuid import uuid4

import msgspec

from pacelight.cli.asking import Seen, ask
from pacelight.cli.keys import keys
from pacelight.cli.processes import end_calmly
from pacelight.errors import DriverError
from pacelight.mark import Mark
from pacelight.meet.bus import Hearing, Where
from pacelight.meet.desk.requests import Do, Request, Split
from pacelight.meet.desk.roles import Role
from pacelight.meet.desk.tally import Tally

__all__ = ["Look", "look", "run"]

_LOOKS = 5
_PATIENCE_S = 5.0
_AGAIN_S = 0.5
_MS_NS = 1_000_000


class _Clock(msgspec.Struct, frozen=True):
    gun_unix_ns: int | None
    rate: float
    server_unix_ns: int


class _Snapshot(msgspec.Struct, frozen=True):
    clock: _Clock


_SNAPSHOT: msgspec.json.Decoder[_Snapshot] = msgspec.json.Decoder(_Snapshot)


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of an engine's clock.

    Attributes:
        offset_ns: its clock less ours.
        error_ns: that is not wrong by more.
        gun_unix_ns: the gun on its clock; None before it.
    """

    offset_ns: int
    error_ns: int
    gun_unix_ns: int | None


def look(at: Where) -> Look:
    """One look at an engine's clock: it said what time it was between our call and its coming here.

    Raises:
        DriverError: nobody is there.
    """
    before_ns = time.time_ns()
    with Hearing(at) as hearing:
        until_s = time.monotonic() + _PATIENCE_S
        while not hearing.ended and time.monotonic() < until_s:
            for line in hearing.turn(until_s - time.monotonic()):
                try:
                    clock = _SNAPSHOT.decode(line).clock
                except msgspec.DecodeError:
                    continue
                after_ns = time.time_ns()
                offset_ns = clock.server_unix_ns - (before_ns + after_ns) // 2
                return Look(offset_ns, (after_ns - before_ns) // 2 + 1, clock.gun_unix_ns)
    raise DriverError(f"the engine at {at} says nothing")


def run(at: Where, by: str, distances: tuple[str, ...], source: str, *, json: bool) -> None:
    """Take times until q is pressed or there are no keys any more.

    Raises:
        DriverError: nobody is there, or in the end somebody was not told.
    """
    best = min((look(at) for _ in range(_LOOKS)), key=lambda one: one.error_ns)
    told = _Told(json=json)
    told.say(
        "ready", f"the clock of the engine is known to {_ms(best.error_ns)} ms", error_ms=_ms(best.error_ns)
    )
    tally = Tally(lambda: uuid4().hex, distances, source)
    asking = _Asking(at, by, told)
    end_calmly()
    try:
        with keys() as pressed:
            while not pressed.ended:
                typed = pressed.pressed(1.0)
                at_ns = time.time_ns() + best.offset_ns
                if "q" in typed.lower():
                    break
                for key in typed:
                    for request_key, do in tally.press(key, at_ns):
                        asking.put(request_key, do)
                if typed:
                    told.tally(tally)
    finally:
        asking.close()


class _Told:
    """What people and programs are told."""

    def __init__(self, *, json: bool) -> None:
        self._json = json
        self._lock = threading.Lock()
        self._waiting: tuple[int, str] | None = None

    def say(self, happened: str, words: str, **more: object) -> None:
        """One line."""
        shape = {"schema": "pacelight.splits/1", "happened": happened, **more}
        with self._lock:
            sys.stdout.write((json_texts.dumps(shape) if self._json else words) + "\n")
            sys.stdout.flush()

    def tally(self, tally: Tally) -> None:
        """How many times wait for a bib, and what was typed of the next one."""
        now = (len(tally.waiting), tally.typed)
        if now == self._waiting:
            return
        self._waiting = now
        words = f"waiting for a bib: {now[0]}" + (f"; typed: {now[1]}" if now[1] else "")
        self.say("waiting", words, waiting=now[0], typed=now[1])


class _Asking:
    """Asks one thing after another; an engine that is away for a while is asked again, by the same key."""

    def __init__(self, at: Where, by: str, told: _Told) -> None:
        self._at, self._by, self._told = at, by, told
        self._queue: queue.Queue[tuple[str, Do] | None] = queue.Queue()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def put(self, key: str, do: Do) -> None:
        """Something more to ask."""
        self._queue.put((key, do))

    def close(self) -> None:
        """Ask what is left to ask.

        Raises:
            DriverError: it was not answered in time.
        """
        self._queue.put(None)
        self._thread.join(_PATIENCE_S)
        self._ends.set()
        if self._thread.is_alive():
            raise DriverError(f"the engine at {self._at} was not told of the last times: look at the race")

    def _run(self) -> None:
        while (one := self._queue.get()) is not None:
            while not self._ends.is_set() and not self._asked(*one):
                self._ends.wait(_AGAIN_S)

    def _asked(self, key: str, do: Do) -> bool:
        """Whether it was answered."""

        def made(seen: Seen) -> Request:
            return Request(key, seen.race.id, self._by, Role.TIMER, do, seen.revision)

        try:
            answer = ask(self._at, made, _PATIENCE_S)
        except DriverError as error:
            self._told.say("away", str(error))
            return False
        what = _words(do, self._at)
        if answer.done:
            self._told.say("done", what, key=key)
        else:
            why = "; ".join(answer.why)
            self._told.say("refused", f"refused: {what}: {why}", key=key, why=answer.why)
        return True


def _words(do: Do, at: Where) -> str:
    """What was asked, for people: a time as it is since the gun."""
    if not isinstance(do, Split) or do.at_unix_ns is None:
        fields = (f"{name} {getattr(do, name)}" for name in ("bib", "distance") if getattr(do, name, ""))
        return " ".join((do.__struct_config__.tag, *fields))  # type: ignore[arg-type] # it is a word
    try:
        gun_ns = look(at).gun_unix_ns
    except DriverError:
        gun_ns = None
    if gun_ns is None or do.at_unix_ns <= gun_ns:
        return "time"
    return f"time {Mark(max(1, Fraction(do.at_unix_ns - gun_ns, 100 * _MS_NS).__ceil__()) * 100, 1)}"


def _ms(ns: int) -> float:
    return round(ns / _MS_NS, 3)

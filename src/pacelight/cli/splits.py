"""Times by hand, over the bus of an engine: keys are read at once, whatever the engine is doing meanwhile.

::

    keys ─► tally ─► what is due ─► a thread that asks it until it is answered
              ▲                                   │
              └──────── done, or refused ◄────────┘
"""

import json as json_texts
import sys
import threading
import time
from fractions import Fraction
from uuid import uuid4

from pacelight.cli.asking import Seen, ask
from pacelight.cli.keys import Keys, keys
from pacelight.cli.on_the_track import OnTheTrack, look
from pacelight.cli.processes import end_calmly
from pacelight.errors import DriverError
from pacelight.mark import Mark
from pacelight.meet.bus import Where
from pacelight.meet.desk.requests import Answer, Do, Request, Split
from pacelight.meet.desk.roles import Role
from pacelight.meet.desk.tally import Ask, Tally

__all__ = ["run"]

_LOOKS = 5
_PATIENCE_S = 5.0
_AGAIN_S = 0.5
_TRIES = 8
"""So often a correction is asked only because the race was another meanwhile."""

_MS_NS = 1_000_000


def run(at: Where, by: str, distances: tuple[str, ...], source: str, *, json: bool) -> None:
    """Take times until q is pressed or there are no keys any more.

    Raises:
        DriverError: nobody is there, or in the end somebody was not told.
    """
    best = min((look(at) for _ in range(_LOOKS)), key=lambda one: one.error_ns)
    told = _Told(json=json)
    asking = _Asking(at, by, Tally(lambda: uuid4().hex, distances, source), told)
    track = OnTheTrack(at, best.race, told.race)
    end_calmly()
    try:
        with keys() as pressed:
            told.ready(best.error_ns)
            _take(pressed, asking, track, best.offset_ns)
    finally:
        track.close()
        asking.close()


def _take(pressed: Keys, asking: "_Asking", track: OnTheTrack, offset_ns: int) -> None:
    while not pressed.ended:
        typed = pressed.pressed(1.0)
        at_ns = time.time_ns() + offset_ns
        before, q, _ = typed.replace("Q", "q").partition("q")
        asking.press(before, at_ns, track.race)
        if q:
            return


class _Told:
    """What people and programs are told."""

    def __init__(self, *, json: bool) -> None:
        self._json = json
        self._lock = threading.Lock()
        self._waiting = (0, "")

    def say(self, happened: str, words: str, **more: object) -> None:
        """One line."""
        shape = {"schema": "pacelight.splits/1", "happened": happened, **more}
        with self._lock:
            sys.stdout.write((json_texts.dumps(shape) if self._json else words) + "\n")
            sys.stdout.flush()

    def ready(self, error_ns: int) -> None:
        """Keys are read from now on."""
        known = _ms(error_ns)
        self.say("ready", f"the clock of the engine is known to {known} ms", error_ms=known)

    def race(self, race: str) -> None:
        """Times that are taken from now on are of another race."""
        self.say("race", f"on the track: {race}", race=race)

    def tally(self, tally: Tally) -> None:
        """What came to nothing; how many times wait for a bib, and what was typed of the next one."""
        said, tally.said = tally.said, []
        for words in said:
            self.say("nothing", words, why=[words])
        now = (len(tally.waiting), tally.typed)
        if now == self._waiting:
            return
        self._waiting = now
        words = f"waiting for a bib: {now[0]}" + (f"; typed: {now[1]}" if now[1] else "")
        self.say("waiting", words, waiting=now[0], typed=now[1])


class _Asking:
    """Asks one thing after another; an engine that is away for a while is asked again, by the same key."""

    def __init__(self, at: Where, by: str, tally: Tally, told: _Told) -> None:
        self._at, self._by, self._tally, self._told = at, by, tally, told
        self._changed = threading.Condition()
        self._ends = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def press(self, typed: str, at_unix_ns: int, race: str) -> None:
        """Keys were pressed at this instant, while this race was on."""
        if not typed:
            return
        with self._changed:
            for key in typed:
                self._tally.press(key, at_unix_ns, race)
            self._told.tally(self._tally)
            self._changed.notify()

    def close(self) -> None:
        """Ask what is left to ask.

        Raises:
            DriverError: it was not answered in time.
        """
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(_PATIENCE_S)
        self._ends.set()
        if self._thread.is_alive():
            raise DriverError(f"the engine at {self._at} was not told of the last times: look at the race")

    def _run(self) -> None:
        while (one := self._due()) is not None:
            answer = self._answer(one)
            if answer is None:
                return
            with self._changed:
                self._tally.answered(done=answer.done)
                self._say(one, answer)
                self._told.tally(self._tally)

    def _due(self) -> Ask | None:
        """What to ask next, once there is something; None in the end."""
        with self._changed:
            while (one := self._tally.due) is None and not self._closing:
                self._told.tally(self._tally)
                self._changed.wait()
            self._told.tally(self._tally)
            return one

    def _answer(self, one: Ask) -> Answer | None:
        """Asked until it is answered; a correction anew if the race was only another meanwhile."""
        key, tries = one.key, 1
        while not self._ends.is_set():
            try:
                answer, seen = self._asked(one, key)
            except DriverError as error:
                self._told.say("away", str(error))
                self._ends.wait(_AGAIN_S)
                continue
            is_late = not answer.done and not isinstance(one.do, Split) and answer.revision != seen
            if not is_late or tries == _TRIES:
                return answer
            key, tries = uuid4().hex, tries + 1
        return None

    def _asked(self, one: Ask, key: str) -> tuple[Answer, int | None]:
        """The answer, and the revision of the race upon which it was asked."""
        seen: list[int | None] = []

        def made(now: Seen) -> Request:
            seen.append(now.revision_of(one.race))
            return Request(key, one.race, self._by, Role.TIMER, one.do, seen[-1])

        return ask(self._at, made, _PATIENCE_S), seen[-1]

    def _say(self, one: Ask, answer: Answer) -> None:
        what = _words(one, self._at)
        if answer.done:
            self._told.say("done", what, key=one.key, race=one.race)
            return
        words = f"refused: {what}: {'; '.join(answer.why)}"
        self._told.say("refused", words, key=one.key, race=one.race, why=answer.why)


def _words(one: Ask, at: Where) -> str:
    """What was asked, for people: a time as it is since the gun."""
    do: Do = one.do
    if not isinstance(do, Split) or do.at_unix_ns is None:
        fields = (f"{name} {getattr(do, name)}" for name in ("bib", "distance") if getattr(do, name, ""))
        return " ".join((do.__struct_config__.tag, *fields))  # type: ignore[arg-type] # it is a word
    try:
        now = look(at)
    except DriverError:
        return "time"
    if now.race != one.race or now.gun_unix_ns is None or do.at_unix_ns <= now.gun_unix_ns:
        return "time"
    return f"time {Mark(max(1, Fraction(do.at_unix_ns - now.gun_unix_ns, 100 * _MS_NS).__ceil__()) * 100, 1)}"


def _ms(ns: int) -> float:
    return round(ns / _MS_NS, 3)

"""The races of the session beside the one on the track, each as it stands: asked for whenever one is another.

The stream tells everything of the race on the track, and of the others by which line of the journal they were
changed last. What such a race looks like now is asked of the engine, one race at a time.
"""

import asyncio
import gzip
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from pacelight.web.live.fold import Document

__all__ = ["Beside", "Raced"]

AGAIN_NS = 3_000_000_000
"""An engine that has not answered for so long is asked again."""

LEVEL = 6
"""Of compressing: what is gained beyond takes longer than it saves."""

PATIENCE_S = 3.0
"""For so long who wants a race as it stands waits for it."""


@dataclass(frozen=True, slots=True)
class Raced:
    """A race as the engine told it.

    Attributes:
        boot: the engine run that told it: its journal may be another than that of the next one.
        line: of the journal, the last that was about it.
        document: the snapshot. It is not to be changed.
        body: the same, as JSON.
        packed: the same, compressed with gzip.
    """

    boot: str
    line: int
    document: Document
    body: bytes
    packed: bytes


class Beside:
    """Keeps every race of the session but the one on the track as it stands.

    Args:
        look: asks the engine for a race, and says whether there was one to ask.
        monotonic_ns: a clock that never jumps, in whole nanoseconds.
        told: hears of each race that is another.
    """

    def __init__(
        self,
        look: Callable[[str], bool],
        monotonic_ns: Callable[[], int],
        told: Callable[[Document], None] = lambda _: None,
    ) -> None:
        self._look, self._monotonic_ns, self._told = look, monotonic_ns, told
        self._wanted: dict[str, int] = {}
        self._known: dict[str, Raced] = {}
        self._asked: tuple[str, int] | None = None
        self._boot = ""
        self._news = asyncio.Event()

    def races(self) -> set[str]:
        """The ids of those that are known."""
        return self._known.keys() & self._wanted.keys()

    def is_of_session(self, race: str) -> bool:
        """Whether it is one of the session, known here or not, and not on the track."""
        return race in self._wanted

    def race(self, race: str) -> Raced | None:
        """A race as it was told last; None of the one on the track, and of one that is not known."""
        return self._known.get(race) if race in self._wanted else None

    async def newest(self, race: str, patience_s: float = PATIENCE_S) -> Raced | None:
        """A race as it stands; as it was told last where an engine does not answer for so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                while race in self._wanted and not self._is_known(race):
                    await self._news.wait()
        return self.race(race)

    def hear(self, document: Document) -> bool:
        """Take what the engine says; whether that was an answer to what was asked here."""
        is_answer = document.get("type") == "about"
        if is_answer:
            self._answered(str(document["race"]), document["snapshot"])
        elif "races" in document:
            self._boot = document.get("boot", self._boot)
            # An engine of before, that tells no line, knows no such question and would hang up.
            others = (one for one in document["races"] if not one["on"] and "line" in one)
            self._wanted = {one["id"]: one["line"] for one in others}
        self._ask_on()
        return is_answer

    def ended(self) -> None:
        """The engine is not heard any more: what was asked is not answered."""
        self._asked = None

    def _answered(self, race: str, snapshot: Document | None) -> None:
        self._asked = None
        if snapshot is None:
            self._wanted.pop(race, None)
            return
        standing = next((one for one in snapshot["races"] if one["id"] == race), None)
        if standing is None or standing["on"]:  # it came on the track meanwhile: the stream tells it
            return
        body = msgspec.json.encode(snapshot)
        packed = gzip.compress(body, LEVEL, mtime=0)
        self._known[race] = Raced(snapshot["boot"], standing["line"], snapshot, body, packed)
        self._told(snapshot)
        self._news.set()
        self._news = asyncio.Event()

    def _ask_on(self) -> None:
        """Ask for the next race that is another by now, if nothing is asked yet."""
        now_ns = self._monotonic_ns()
        if self._asked is not None and now_ns - self._asked[1] < AGAIN_NS:
            return
        race = next((one for one in self._wanted if not self._is_known(one)), None)
        self._asked = None if race is None or not self._look(race) else (race, now_ns)

    def _is_known(self, race: str) -> bool:
        known = self._known.get(race)
        if known is None or known.boot != self._boot:
            return False
        return known.line >= self._wanted.get(race, 0)

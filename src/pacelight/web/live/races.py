"""Every race that can be shown here: the one on the track, the others of the session, those of before.

What is heard of the engine goes to whoever keeps one of these.
"""

import time
from collections.abc import Callable
from pathlib import Path

from pacelight.web.live.beside import Beside, Raced
from pacelight.web.live.fold import Document, Fold
from pacelight.web.live.keeping import Keep
from pacelight.web.live.recorder import Recorder, Recordings
from pacelight.web.live.stream import FanOut
from pacelight.web.rights.told import Log, log

__all__ = ["Races"]


class Races:
    """Where a race is looked for.

    Attributes:
        fan_out: tells browsers of the one on the track.
        kept: the recordings; None where none is kept.

    Args:
        look: asks the engine for a race of the session, and says whether there was one to ask.
        unix_ns: the wall clock, in whole nanoseconds.
        why: the file in which an engine says why it is not up; None where none does.
        recordings: folder of the recordings; None keeps none.
        keep: how many of them, how much and for how long.
        told: the log of what went wrong.
    """

    def __init__(
        self,
        look: Callable[[str], bool],
        unix_ns: Callable[[], int],
        *,
        why: Path | None = None,
        recordings: Path | None = None,
        keep: Keep | None = None,
        told: Log = log,
    ) -> None:
        self.fan_out = FanOut(Fold(), unix_ns, why)
        self.kept = None if recordings is None else Recordings(recordings)
        self._recorder = None if self.kept is None else Recorder(self.kept, unix_ns, told, keep)
        self._beside = Beside(look, time.monotonic_ns, self._is_another)

    def hear(self, document: Document) -> bool:
        """Take what the engine says; False where deltas are missing before it."""
        if self._beside.hear(document):
            return True
        taken = self.fan_out.hear(document)
        if taken and self._recorder is not None:
            self._recorder.hear(document)
        return taken

    def connected(self, connected: bool) -> None:
        """Say whether the engine is heard."""
        self.fan_out.connected(connected)
        if not connected:
            self._beside.ended()

    def close(self) -> None:
        """Nothing more is heard."""
        if self._recorder is not None:
            self._recorder.close()

    @property
    def on(self) -> Document | None:
        """The race on the track; None before the engine was heard. It is not to be changed."""
        return self.fan_out.race.snapshot

    def is_on(self, race: str) -> bool:
        """Whether the race of this id is on the track."""
        return self.on is not None and self.on["race"]["id"] == race

    def standing(self, race: str) -> Document | None:
        """A race of the session by its id, as it stands. It is not to be changed, nor read by a thread."""
        if self.is_on(race):
            return self.on
        raced = self._beside.race(race)
        return None if raced is None else raced.document

    def recorded(self, key: str) -> Document | None:
        """A race as its recording ends, which is read whole for that. It is not to be changed."""
        name = None if self.kept is None else self.kept.found(key)
        return None if self.kept is None or name is None else self.kept.end(name)

    def is_beside(self, race: str) -> bool:
        """Whether a race is one of the session, and not on the track."""
        return self._beside.is_of_session(race)

    async def newest(self, race: str) -> Raced | None:
        """A race of the session that is not on the track, as it stands; None of no such race."""
        return await self._beside.newest(race)

    def ids(self) -> set[str]:
        """Of all but the one on the track."""
        return self._beside.races() | (set() if self.kept is None else self.kept.races())

    def results(self, key: str) -> str:
        """The address of the results of a race; of one that cannot be shown, of the one on the track."""
        is_recorded = self.kept is not None and self.kept.found(key) is not None
        is_known = self.is_on(key) or key in self._beside.races() or is_recorded
        return f"/results/{key}" if is_known else "/results"

    def _is_another(self, race: Document) -> None:
        if self._recorder is not None:
            self._recorder.put_right(race)

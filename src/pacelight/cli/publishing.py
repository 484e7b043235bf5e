"""The journals that are published from: files, and copies of those that engines tell over a bus."""

import socket
import stat
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Self

from pacelight.cli.buses import places
from pacelight.cli.said import warn
from pacelight.errors import DriverError
from pacelight.meet.bus import Follow
from pacelight.meet.engine.follow import Follower
from pacelight.meet.journal.file import Journal
from pacelight.meet.journal.segments import places as folders

__all__ = ["Kept", "changes"]

_TURN_S = 0.25
_PATIENCE_S = 5.0
"""How long an engine is waited for that is asked once."""


class Kept:
    """Journals, by their files.

    Attributes:
        journals: where they are, in the order in which they were named.
        follows: some are copies that grow as their engines tell more.

    Args:
        sources: paths of journals; sockets and ``tcp://HOST:PORT`` of engines.
        secret: the file of the secret that guards the ports.

    Raises:
        DriverError: an engine is not there.
    """

    def __init__(self, sources: Sequence[str], secret: Path | None) -> None:
        self.journals: list[Path] = []
        self._seen: object = None
        self._warned = ""
        self._followers: list[Follower] = []
        self._stack = ExitStack()
        with ExitStack() as stack:
            for nth, source in enumerate(sources, start=1):
                self.journals.append(
                    self._copied(source, secret, nth, stack) if _is_bus(source) else Path(source)
                )
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def follows(self) -> bool:
        """Whether an engine is listened to."""
        return bool(self._followers)

    def turn(self) -> None:
        """Copy what engines have said since, and wait a moment."""
        begun = time.monotonic()
        for follower in self._followers:
            follower.turn(_TURN_S / len(self._followers))
        time.sleep(max(0.0, begun + _TURN_S - time.monotonic()))

    def changed(self) -> bool:
        """Whether the journals have more to say than when this was asked before."""
        before, self._seen = self._seen, self._look()
        return self._seen != before

    def again(self, why: str) -> None:
        """What was to be published could not be: say why, once, and try it again."""
        if why != self._warned:
            warn(f"{why}; trying again")
        self._seen, self._warned = None, why

    def _look(self) -> tuple[tuple[str, int, int], ...]:
        """What the files look like: another whenever one of them grew or another was begun."""
        found = []
        for path in self.journals:
            for folder in folders(path):
                for one in sorted(folder.glob(f"{path.name}*")):
                    if one.is_file():
                        state = one.stat()
                        found.append((str(one), state.st_size, state.st_mtime_ns))
        return tuple(found)

    def _copied(self, source: str, secret: Path | None, nth: int, stack: ExitStack) -> Path:
        """The journal of an engine, copied as far as it goes."""
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pacelight-publish-")))
        journal = stack.enter_context(closing(Journal.open(folder / f"engine-{nth}.journal")))
        me = Follow(0, "", f"{socket.gethostname()} publishes", "publisher")
        follower = stack.enter_context(Follower(journal, places([source], secret), me, warn))
        due = time.monotonic() + _PATIENCE_S
        while not (follower.complete and journal.count):
            if time.monotonic() > due:
                raise DriverError(f"no engine tells its journal at {source} (is one running there?)")
            follower.turn(_TURN_S)
        self._followers.append(follower)
        return journal.path


def changes(kept: Kept) -> Iterator[None]:
    """Comes back whenever the journals have more to say; without end."""
    while True:
        kept.turn()
        if kept.changed():
            yield


def _is_bus(source: str) -> bool:
    """Whether it is an engine's address rather than a file."""
    if "://" in source:
        return True
    path = Path(source)
    return path.exists() and stat.S_ISSOCK(path.stat().st_mode)

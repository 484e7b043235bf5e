"""`Mirrored`: the mirrors of a book; whether they still say what the facts say, and what they are told.

::

    the book's state as it was       nothing happened: the mirror holds
    another, the prints as they were something happened elsewhere: it holds too
    some prints are another          it is told of these performances, and folds what they touch
    many, or one is gone             it is built anew

A mirror says only which performances an answer rests on. The answer is the fold over these.
"""

import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from threading import Lock

from sqlalchemy import Connection

from pacelight.book.history import History
from pacelight.book.mirror.files import Mirrors
from pacelight.book.mirror.mirror import Mirror
from pacelight.book.mirror.prints import NO_PRINTS, Prints
from pacelight.book.mirror.told import Told, tell
from pacelight.book.model import Performance
from pacelight.book.store import reading, rows
from pacelight.book.store.some import count_performances, numbers_of, read_prints
from pacelight.book.store.store import Store
from pacelight.errors import BookError, StoreError
from pacelight.event import Sex

__all__ = ["WORTH", "Look", "Mirrored", "Question", "read_history"]

WORTH = 2000
"""Performances of an event from which on a mirror pays; fewer are folded as quickly as it is asked."""

_TOLD = 50
"""Of so many performances a mirror is told; of more it is built anew, which is quicker."""

_LONG = 50
"""Of so many it has been told before it is built anew: all of them are read whenever it is opened."""

_EVENING = 1000
"""Of so many that a book appended itself: nobody waits in mid-race until it is built anew."""

_AT_ONCE = 500
"""Keys in one question to the database."""

_PROGRAM = zlib.crc32(version("pacelight").encode())
"""A mirror of another version of this program may know other rules, and is built anew."""

_Key = tuple[str, Sex]


@dataclass(frozen=True, slots=True)
class Look:
    """An event in its mirror, and the facts behind it."""

    mirror: Mirror
    connection: Connection
    event: str
    sex: Sex

    def about(self, keys: Collection[str], performance: Performance | None = None) -> History | None:
        """What is known of some performances; None of too many to be asked for at once.

        Args:
            keys: of the performances.
            performance: one that need not be in the book: all of its athlete is known too.
        """
        group = self.event, self.sex
        if len(keys) > _AT_ONCE:
            return None
        athlete = performance.athlete_key if performance else ""
        some = numbers_of(self.connection, *group, keys, athlete)
        if len(some) > _AT_ONCE:
            return None
        more = {performance.competition} if performance else set()
        known = read_history(self.connection, *group, some, competitions=more)
        if not athlete or athlete in known.athletes:
            return known
        born = reading.read_birth(self.connection, athlete)
        return known if born is None else known.knowing(athlete, born)


Question = Callable[[Look], History | None]
"""The performances on which an answer rests; None where a mirror cannot tell."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A mirror in memory, and of which state of the book it is; none of an event too small for one."""

    state: tuple[int, ...]
    mirror: Mirror | None = None
    prints: Prints = NO_PRINTS
    later: int = 0


class Mirrored:
    """The mirrors of one book. What cannot be written stays in memory; what cannot be read is built anew.

    Args:
        store: of the book.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._files = None if store.mirror is None else Mirrors(store.mirror)
        self._held: dict[_Key, _Held] = {}
        self._in_memory: set[_Key] = set()
        self._which: tuple[int, ...] | None = None

    def history(self, connection: Connection, event: str, sex: Sex, question: Question) -> History | None:
        """What a question rests on; None where all of the event is to be folded.

        Args:
            connection: to the book; all is read as it is there.
            event: which.
            sex: whose.
            question: asked of the mirror.
        """
        with self._lock:
            mirror = self._current(connection, (event, sex))
            return None if mirror is None else question(Look(mirror, connection, event, sex))

    def appended(self, connection: Connection, keys: Mapping[_Key, Collection[str]], since: int) -> None:
        """Performances were appended by ourselves, in one transaction that did nothing else.

        What nobody else can have touched need not be looked through: the mirrors that held before it hold,
        told of what is new.

        Args:
            connection: to the book, opened after the transaction.
            keys: of the performances that it was given, by event.
            since: revision of the book before it.
        """
        with self._lock:
            state = (_PROGRAM, *self._store.state(connection))
            if state[1] != since + 1:
                return
            for key, held in tuple(self._held.items()):
                if held.state[1] == since and _which(held.state) == _which(state):
                    now = self._joined(connection, key, held, keys.get(key, ()), state)
                    if now is not None:
                        self._held[key] = now

    def _joined(
        self, connection: Connection, key: _Key, held: _Held, keys: Collection[str], state: tuple[int, ...]
    ) -> _Held | None:
        """A mirror told of some that are new; None where all is to be looked through after all."""
        numbers = numbers_of(connection, *key, keys) if keys else set()
        if held.mirror is None or not numbers:
            return None if numbers else replace(held, state=state)
        known = read_history(connection, *key, numbers)
        about = known.births, known.competitions, known.said
        changed = held.prints.added(read_prints(connection, *key, numbers, known=about))
        return self._retold(connection, key, held, changed, state, most=_EVENING)

    def _current(self, connection: Connection, key: _Key) -> Mirror | None:
        state = self._store.state(connection)
        if not self._is_the_same_book(state):
            return None
        held = self._held.get(key)
        if held is None or held.state != (_PROGRAM, *state):
            held = self._held[key] = self._renewed(connection, key, (_PROGRAM, *state))
        return held.mirror

    def _is_the_same_book(self, state: tuple[int, ...]) -> bool:
        """Whether the path still names the file that was opened: of another nothing is said."""
        which = _which((_PROGRAM, *state))
        self._which = which if self._which is None else self._which
        return which == self._which

    def _renewed(self, connection: Connection, key: _Key, state: tuple[int, ...]) -> _Held:
        """The mirror of an event as the facts are now."""
        known = self._known(key)
        if known is not None and known.state == state:
            return known
        if count_performances(connection, *key) < WORTH:
            return _Held(state)
        now = Prints.of(read_prints(connection, *key))
        return self._told(connection, key, known, now, state) or self._built(connection, key, now, state)

    def _known(self, key: _Key) -> _Held | None:
        """The mirror as it was left: on disk by whoever was last, else in memory by ourselves."""
        if self._files is not None and key not in self._in_memory:
            opened = self._files.opened(*key)
            if opened is None:
                return None
            return _Held(opened.revision, opened.mirror, opened.prints, opened.later)
        held = self._held.get(key)
        return None if held is None or held.mirror is None else held

    def _told(
        self, connection: Connection, key: _Key, known: _Held | None, now: Prints, state: tuple[int, ...]
    ) -> _Held | None:
        """The mirror, told of what changed; None where it has to be built."""
        if known is None or known.mirror is None or _which(known.state) != _which(state):
            return None
        changed = known.prints.changed(now)
        return None if changed is None else self._retold(connection, key, known, changed, state, most=_LONG)

    def _retold(
        self,
        connection: Connection,
        key: _Key,
        known: _Held,
        changed: dict[int, int],
        state: tuple[int, ...],
        *,
        most: int,
    ) -> _Held | None:
        """The mirror, told of these performances; None where that is no quicker, or cannot be."""
        if known.mirror is None or len(changed) > min(_TOLD, most - known.later):
            return None
        held = known.prints.among(changed)
        try:
            old, new = (
                _tell_some(connection, key, [number for number in changed if (number in held) is there])
                for there in (True, False)
            )
        except BookError:  # an order that no mirror can number
            return None
        same = all(map(known.mirror.holds, old)) and not any(map(known.mirror.holds, new))
        told = [*old, *new]
        if not same or not self._written(key, known, told, changed, state):
            return None  # a key names another by now, or somebody else was quicker
        if self._files is None or key in self._in_memory:
            return _Held(state, known.mirror, known.prints.renewed(changed), known.later + len(told))
        return self._left(key, state)

    def _written(
        self, key: _Key, known: _Held, told: list[Told], changed: dict[int, int], state: tuple[int, ...]
    ) -> bool:
        """Tell the mirror, on disk where that can be; not if somebody else has told it meanwhile."""
        mirror, files = known.mirror, self._files
        if mirror is None:
            return False
        if files is not None and key not in self._in_memory:
            try:
                return files.take(*key, *told, revision=state, prints=changed, since=known.state)
            except StoreError:
                self._in_memory.add(key)
                left = files.opened(*key)
                if left is None or left.mirror is not mirror or left.revision != known.state:
                    return False
        for one in told:
            mirror.take(one)
        return True

    def _built(self, connection: Connection, key: _Key, now: Prints, state: tuple[int, ...]) -> _Held:
        """The mirror, made of all the facts; none where they have an order that no mirror can number."""
        try:
            told = list(tell(read_history(connection, *key)))
        except BookError:
            return _Held(state)
        if self._files is not None and key not in self._in_memory:
            try:
                self._files.build(*key, told, revision=state, prints=now)
            except StoreError:
                self._in_memory.add(key)
            return self._left(key, state) or _Held(state, Mirror.of(told), now)
        return _Held(state, Mirror.of(told), now)

    def _left(self, key: _Key, state: tuple[int, ...]) -> _Held | None:
        """What was written, as it is found; None where somebody else has written meanwhile."""
        known = self._known(key)
        return known if known is not None and known.state == state else None


def _which(state: tuple[int, ...]) -> tuple[int, ...]:
    """Which program, and which book: of another nothing that was told holds."""
    return state[0], *state[2:4]


def read_history(
    connection: Connection,
    event: str,
    sex: Sex,
    some: rows.Some = None,
    *,
    competitions: Collection[str] = (),
) -> History:
    """What is known of an event.

    Args:
        connection: to the book.
        event: which.
        sex: whose.
        some: of its performances.
        competitions: of which something is to be known besides theirs.
    """
    found = rows.read_performances(connection, event, sex, some)
    named = None if some is None else {*competitions, *(one.competition for one in found)}
    return History(
        found,
        rows.read_decisions(connection, event, sex, some),
        births=rows.read_births(connection, event, sex, some),
        competitions=rows.read_competitions(connection, named),
    )


def _tell_some(connection: Connection, key: _Key, numbers: list[int]) -> list[Told]:
    if not numbers:
        return []
    return list(tell(read_history(connection, *key, numbers)))

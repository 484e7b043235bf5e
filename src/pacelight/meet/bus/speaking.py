"""The engine's end of a bus.

One thread, no locks: the engine waits in `Bus.turn` until its next event falls due.
Nothing here ever blocks it. Whatever else the engine waits for is waited for here, and what somebody asks
of the race is handed to it, and answered on the connection by which it came.
A page that does not read is not waited for: what was queued for it is dropped, and it is given the latest
snapshot instead. For one who follows the journal nothing is queued at all: it is sent the lines behind the
last one it took. Whoever says what cannot be, or does not prove in time that it may listen, is dropped.
"""

import selectors
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Protocol, Self, TypeAlias

import msgspec

from pacelight.meet.bus.address import Tcp, Where, lively
from pacelight.meet.bus.client import Client, Wrong
from pacelight.meet.bus.doors import Doors
from pacelight.meet.bus.secret import Proof, Secret, challenge, said
from pacelight.meet.bus.wishes import About, Apart, Beat, Follow, Here, Named, Report, asks, wish

Snapshot: TypeAlias = Callable[[], bytes]

__all__ = ["LIMIT", "Asker", "Bus", "BusStatistics", "Following", "Lines", "Watched"]

LIMIT = 1 << 18
"""Bytes that may wait for one page before it is given a snapshot instead: a minute of a large race."""

BEAT_S = 0.2
"""Seconds between two signs of life for those who follow."""

_PATIENCE_S = 2.0
"""For a proof."""

_CLIENTS = 256
"""Listeners at once; a web process is one, however many watch it."""

_STRANGERS = 16
"""Listeners at once who have proved nothing yet."""

_TOLD_NAMES = frozenset({"standby", "publisher"})
"""Who follows and has to know whose times they are."""


class Lines(Protocol):
    """A journal that others may follow."""

    @property
    def count(self) -> int:
        """Lines on the disk."""
        ...

    def link(self, n: int) -> str | None:
        """What line n carries, or will carry, of the line before; None where line n - 1 is not there."""
        ...

    def since(self, n: int) -> tuple[bytes, int]:
        """Some whole lines from line n on, as they stand, and the number of the line after them."""
        ...

    @property
    def known(self) -> Mapping[int, str]:
        """Who stands behind the numbers in its lines, in order."""
        ...


class Watched(Protocol):
    """Whatever an engine waits for beside those who listen: a timing device."""

    def fileno(self) -> int:
        """Readable when there is something to read."""
        ...


@dataclass(frozen=True, slots=True)
class Asker:
    """One who asked something of the race, or about one.

    Attributes:
        line: what, as it came, newline left out.
        about: the id of the race that it wants to be told whole; None where something is to be done.
    """

    line: bytes
    about: str | None
    _bus: "Bus"
    _client: Client

    def answer(self, line: bytes) -> None:
        """Answer it, and nobody else; one who is gone, or does not read, is answered no more."""
        self._bus.answer(self._client, line)

    def tell(self, line: bytes) -> None:
        """Tell it behind what waits for it; one who does not read that is told nothing more."""
        self._bus.tell(self._client, line)

    def refuse(self) -> None:
        """What it said was no request: it is dropped."""
        self._bus.refuse(self._client)


@dataclass(frozen=True, slots=True)
class Following:
    """One who follows the journal.

    Attributes:
        follow: who it is.
        report: what it last said of itself; None before it did.
        age_s: seconds since then.
    """

    follow: Follow
    report: Report | None
    age_s: float


@dataclass(frozen=True, slots=True)
class BusStatistics:
    """What the bus has done so far.

    Attributes:
        clients: connected now, those who have yet to prove that they may listen left out.
        followers: of these, who follow the journal.
        told: deltas.
        skipped: how often a slow page was given a snapshot instead of what it had missed.
        refused: how many were dropped for what they said, or did not say in time.
    """

    clients: int
    followers: int
    told: int
    skipped: int
    refused: int


class Bus:
    """The engine's end.

    A snapshot is asked for whenever a page needs one: JSON, newline left out.

    Args:
        places: where it listens; none tells nobody (headless).
        take: paths are taken over from an engine that lives and leads no more, too.

    Raises:
        OutputError: another engine listens there, or no socket can be there.
    """

    def __init__(self, *places: Where, take: bool = False) -> None:
        self._clients: set[Client] = set()
        self._told = self._skipped = self._refused = 0
        self._lines: Lines | None = None
        self._term: Callable[[], int] = lambda: 0
        self._asked: list[Asker] = []
        self._beat_s = 0.0
        self._selector = selectors.DefaultSelector()
        self._doors = Doors(self._selector)
        try:
            for place in places:
                self.open(place, take=take)
        except BaseException:
            self.close()
            raise

    def open(self, place: Where, *, take: bool = False) -> None:
        """Listen there, too.

        Args:
            place: where.
            take: a path is taken over from an engine that lives and leads no more, too.

        Raises:
            OutputError: another engine listens there, or no socket can be there.
        """
        self._doors.open(place, take=take)

    def watch(self, one: Watched) -> None:
        """Wait for this, too: `turn` says when it can be read."""
        self._selector.register(one.fileno(), selectors.EVENT_READ, one)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def let_follow(self, lines: Lines, term: Callable[[], int] = lambda: 0) -> None:
        """Let others follow this journal from now on.

        Args:
            lines: the journal.
            term: in which this engine leads; 0 of one that is alone.
        """
        self._lines, self._term = lines, term

    def spread(self) -> None:
        """Send those who follow what was written since; returns at once."""
        for client in self._followers():
            self._send(client)

    def publish(self, deltas: Sequence[bytes], snapshot: Snapshot) -> None:
        """Tell every page; returns at once.

        Args:
            deltas: JSON, newline left out; all that followed from one event, so that no snapshot
                falls between them.
            snapshot: includes these deltas.
        """
        self._told += len(deltas)
        for client in self._pages():
            for delta in deltas:
                client.put(delta)
            if client.size > LIMIT:
                client.clear()
                client.put(snapshot())
                self._skipped += 1
            self._send(client)

    def renew(self, snapshot: Snapshot) -> None:
        """Tell every page all anew, as when another race is on; what waited for them is dropped."""
        for client in self._pages():
            client.clear()
            client.put(snapshot())
            self._send(client)

    def turn(self, seconds: float, snapshot: Snapshot) -> "Sequence[Watched]":
        """Serve the listeners for so long at most; returns as soon as something was served.

        Args:
            seconds: how long to wait; zero only looks.
            snapshot: for who comes now.

        Returns:
            of what is watched, all that can be read.
        """
        ready: list[Watched] = []
        now_s = time.monotonic()
        self._beat(now_s)
        due_s = min((client.due_s for client in self._clients if client.asked), default=now_s + seconds)
        if any(self._followers()):
            due_s = min(due_s, self._beat_s)
        for key, _ in self._selector.select(max(min(seconds, due_s - now_s), 0.0)):
            match key.data:
                case Client() as client:
                    self._serve(client, snapshot)
                case Tcp() | Path() as place:
                    self._welcome(key.fileobj, place, snapshot)  # type: ignore[arg-type]  # a door
                case watched:
                    ready.append(watched)
        self._show_out()
        return ready

    def asked(self) -> "Sequence[Asker]":
        """What was asked since this was last looked at, in order; each is to be answered."""
        asked, self._asked = self._asked, []
        return asked

    def answer(self, client: Client, line: bytes) -> None:
        """Answer one who asked, if it is still there."""
        if client not in self._clients:
            return
        try:
            client.answer(line)
        except Wrong:
            self.refuse(client)
            return
        self._send(client)

    def tell(self, client: Client, line: bytes) -> None:
        """Tell one listener, if it is still there and reads."""
        if client in self._clients and client.size <= LIMIT:
            client.put(line)
            self._send(client)

    def refuse(self, client: Client) -> None:
        """Drop one who said what cannot be."""
        self._refused += 1
        self._drop(client)

    def following(self) -> "list[Following]":
        """Who follows, and what each last said of itself."""
        now_s = time.monotonic()
        return [
            Following(client.follow, client.report, now_s - client.report_s)
            for client in self._followers()
            if client.follow
        ]

    def statistics(self) -> BusStatistics:
        """A snapshot; reading it changes nothing."""
        clients = sum(client.asked is None for client in self._clients)
        followers = len(list(self._followers()))
        return BusStatistics(clients, followers, self._told, self._skipped, self._refused)

    def close(self) -> None:
        """Say goodbye and take the sockets away, unless another engine has taken them over."""
        for client in tuple(self._clients):
            self._drop(client)
        self._doors.close()
        self._selector.close()

    def _followers(self) -> Iterator[Client]:
        return (client for client in tuple(self._clients) if client.follow)

    def _pages(self) -> Iterator[Client]:
        return (client for client in tuple(self._clients) if not client.follow and not client.asked)

    def _beat(self, now_s: float) -> None:
        if now_s < self._beat_s:
            return
        self._beat_s = now_s + BEAT_S
        line = msgspec.json.encode(Beat())
        for client in self._followers():
            if not client.lines:
                client.put(line)
                self._send(client)

    def _welcome(self, opened: socket.socket, place: Where, snapshot: Snapshot) -> None:
        with suppress(BlockingIOError, ConnectionError):
            connection, _ = opened.accept()
            connection.setblocking(False)
            if len(self._clients) >= _CLIENTS:
                self._refused += 1
                connection.close()
                return
            client = Client(connection, may_ask=not isinstance(place, Tcp) or place.secret is not None)
            self._clients.add(client)
            self._selector.register(connection, selectors.EVENT_READ, client)
            if isinstance(place, Tcp):
                lively(connection)
            if isinstance(place, Tcp) and place.secret:
                self._ask(client, place.secret)
            else:
                client.put(snapshot())
            self._send(client)

    def _ask(self, client: Client, secret: Secret) -> None:
        """Ask it to prove that it may listen; of too many who have not yet, the first one goes."""
        strangers = [one for one in self._clients if one.asked]
        if len(strangers) >= _STRANGERS:
            self._refused += 1
            self._drop(min(strangers, key=lambda one: one.due_s))
        client.asked = (challenge(), secret)
        client.due_s = time.monotonic() + _PATIENCE_S
        client.put(msgspec.json.encode(client.asked[0]))

    def _serve(self, client: Client, snapshot: Snapshot) -> None:
        """Hear what it says, send what waits."""
        try:
            for line in client.hear():
                self._take(client, line, snapshot)
        except Wrong:
            self.refuse(client)
            return
        except OSError:
            self._drop(client)
            return
        self._send(client)

    def _take(self, client: Client, line: bytes, snapshot: Snapshot) -> None:
        if client.asked:
            self._admit(client, line, snapshot)
            return
        match wish(line):
            case Follow() as follow if self._lines is not None:
                self._let(client, follow, self._lines)
            case Report() as report if client.follow:
                client.report, client.report_s = report, time.monotonic()
            case About(race=race) if not client.follow:
                self._asked.append(Asker(line, race, self, client))
            case None if asks(line) and client.may_ask:
                self._asked.append(Asker(line, None, self, client))
            case _:
                raise Wrong

    def _admit(self, client: Client, line: bytes, snapshot: Snapshot) -> None:
        proof = said(line)
        if client.asked is None or not isinstance(proof, Proof):
            raise Wrong
        asked, secret = client.asked
        if not secret.proves(asked, proof):
            raise Wrong
        client.asked = None
        client.put(msgspec.json.encode(secret.answer(asked, proof)))
        client.put(snapshot())

    def _let(self, client: Client, follow: Follow, lines: Lines) -> None:
        client.clear()
        if lines.link(follow.start) != follow.link:
            client.follow = None
            client.put(msgspec.json.encode(Apart()))
            return
        client.follow, client.at = follow, follow.start
        client.put(msgspec.json.encode(Here(follow.start, lines.count, self._term())))

    def _send(self, client: Client) -> None:
        try:
            client.send()
            while client.follow and self._lines and not client.rest and client.at <= self._lines.count:
                self._name(client, self._lines)
                if not client.rest:
                    client.rest, client.at = self._lines.since(client.at)
                client.send()
        except OSError:
            self._drop(client)
            return
        waiting = selectors.EVENT_READ | (selectors.EVENT_WRITE if client.rest else 0)
        if self._selector.get_key(client.socket).events != waiting:
            self._selector.modify(client.socket, waiting, client)

    @staticmethod
    def _name(client: Client, lines: Lines) -> None:
        """Before its lines a standby is told who has come up in them; a node needs to know nobody."""
        if client.follow and client.follow.kind in _TOLD_NAMES and client.named < len(lines.known):
            new = list(islice(lines.known.items(), client.named, None))
            client.named += len(new)
            client.rest = msgspec.json.encode(Named(new)) + b"\n"

    def _show_out(self) -> None:
        """Drop who has proved nothing in time."""
        now_s = time.monotonic()
        for client in tuple(self._clients):
            if client.asked and client.due_s <= now_s:
                self._refused += 1
                self._drop(client)

    def _drop(self, client: Client) -> None:
        if client in self._clients:
            self._clients.discard(client)
            self._selector.unregister(client.socket)
            client.socket.close()

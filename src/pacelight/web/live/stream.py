"""One stream of events to every browser: encoded once, written to all of them in one go.

A watcher costs no task of its own while it waits: its response is parked on `receive`,
and one fan-out calls every parked `send` (a sixth of the work of a queue per watcher).
A watcher that cannot take more now is caught up later from the log, in order, without a gap;
where the log no longer reaches back, it gets a whole snapshot.
"""

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import msgspec
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from pacelight.web.live.fold import Document, Fold

__all__ = ["FanOut", "Watch"]

LOG = 4096
"""Events kept for those who come back: several races."""

REST_S = (0.005, 0.05)
"""Seconds between two writes to everybody, least and most: as many as the last one took, half of all time.

What happens meanwhile travels together.
"""

BEAT_S = 1.0
"""Seconds between two beats: a page that misses them says that it is stale."""

HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


class Watcher:
    """One browser: where to write, and how far in the log it has been written to."""

    __slots__ = ("position", "send")

    def __init__(self, send: Send, position: int) -> None:
        self.send = send
        self.position = position

    def write(self, body: bytes, *, more: bool = True) -> bool:
        """Write now, without waiting.

        Returns:
            False where the browser's connection is full or gone; nothing was written then.
        """
        message: Message = {"type": "http.response.body", "body": body, "more_body": more}
        sending = self.send(message)
        try:
            sending.send(None)  # type: ignore[attr-defined]
        except StopIteration:
            return True
        except (OSError, RuntimeError):
            return False
        sending.close()  # type: ignore[attr-defined]
        return False


class FanOut:
    """Everything that happened, to everyone who watches.

    Args:
        race: the state that it keeps and tells from.
        unix_ns: the wall clock, in whole nanoseconds.
        why: the file in which an engine says why it is not up; None where none does.
        monotonic_ns: a clock that never jumps, in whole nanoseconds.
    """

    def __init__(
        self,
        race: Fold,
        unix_ns: Callable[[], int],
        why: Path | None = None,
        monotonic_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self.race = race
        self.watchers: set[Watcher] = set()
        self._unix_ns = unix_ns
        self._why = why
        self._monotonic_ns = monotonic_ns
        self._heard_ns: int | None = None
        self._log: deque[tuple[int, bytes]] = deque(maxlen=LOG)  # numbered without gaps
        self._end = 0
        self._news = asyncio.Event()
        self._connected = False
        self._encoder = msgspec.json.Encoder()
        self._encoded: tuple[tuple[str, int], bytes] = ("", -1), b""

    def hear(self, document: Document) -> bool:
        """Take a snapshot or a delta from the engine.

        Returns:
            False where deltas are missing before it.
        """
        if "schema" in document:
            if self.race.replace(document):
                self._log.clear()
                self._append("snapshot", document)
            return True
        before = self.race.seq
        if not self.race.take(document):
            return False
        if self.race.seq != before:
            self._append("delta", document)
        return True

    def connected(self, connected: bool) -> None:
        """Say that the engine was heard just now, or is not any more; a change is told at once."""
        if connected:
            self._heard_ns = self._monotonic_ns()
        if connected != self._connected:
            self._connected = connected
            self._news.set()

    @property
    def live(self) -> bool:
        """Whether the engine is heard now."""
        return self._connected

    def snapshot(self) -> bytes | None:
        """The whole state as JSON, with the time of now; None before the engine was heard."""
        snapshot = self.race.snapshot
        if snapshot is None:
            return None
        clock = {**snapshot["clock"], "server_unix_ns": self._unix_ns()}
        return b'%s,"clock":%s}' % (self._but_clock(snapshot), self._encoder.encode(clock))

    async def run(self) -> None:
        """Write to everybody what is new, and beat when nothing happens. Never returns."""
        loop = asyncio.get_running_loop()
        least, most = REST_S
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(BEAT_S):
                    await self._news.wait()
            self._news.clear()
            begin = loop.time()
            self.push()
            await asyncio.sleep(min(max(loop.time() - begin, least), most))

    def push(self) -> None:
        """Write to each watcher what it has not been written yet, and a beat."""
        beat = self._beat()
        texts: dict[int, bytes] = {}
        for watcher in tuple(self.watchers):
            position = watcher.position
            if position not in texts:
                texts[position] = self._since(position) + beat
            if watcher.write(texts[position]):
                watcher.position = self._end

    def join(self, watcher: Watcher) -> None:
        """Write to this watcher from the next tick on."""
        self.watchers.add(watcher)

    def leave(self, watcher: Watcher) -> None:
        """Write to it no more."""
        self.watchers.discard(watcher)

    def close(self) -> None:
        """End every stream, so that the server can stop; browsers come back by themselves."""
        for watcher in tuple(self.watchers):
            watcher.write(b"", more=False)

    def opening(self, boot: str, seq: int | None) -> tuple[bytes, int]:
        """What a new watcher is sent first, and up to where that brings it.

        Args:
            boot: the engine run that it has seen, empty if none.
            seq: the last event of that run that it has seen.
        """
        first = self._log[0][0] if self._log else self.race.seq + 1
        if seq is not None and boot == self.race.boot and first <= seq <= self.race.seq:
            return self._since(self._end - (self.race.seq - seq)) + self._beat(), self._end
        return self._whole() + self._beat(), self._end

    def _but_clock(self, snapshot: Document) -> bytes:
        """The snapshot up to its clock: encoded once, for however many come at that moment."""
        at = self.race.boot, self.race.seq
        if self._encoded[0] != at:
            rest = {name: value for name, value in snapshot.items() if name != "clock"}
            self._encoded = at, self._encoder.encode(rest)[:-1]
        return self._encoded[1]

    def _since(self, position: int) -> bytes:
        behind = self._end - position
        if behind > len(self._log):
            return self._whole()
        return b"".join(self._log[n][1] for n in range(len(self._log) - behind, len(self._log)))

    def _whole(self) -> bytes:
        body = self.snapshot()
        return b"" if body is None else _event("snapshot", self.race.seq, body)

    def _beat(self) -> bytes:
        beat = {"server_unix_ns": self._unix_ns(), "engine": self._connected, "seq": self.race.seq}
        if self._heard_ns is not None:
            beat["silent_ms"] = (self._monotonic_ns() - self._heard_ns) // 1_000_000
        why = self._refused()
        return _event("beat", None, self._encoder.encode({**beat, "why": why} if why else beat))

    def _refused(self) -> str:
        """Why the engine is not up; empty while it is, or where nobody says."""
        if self._connected or self._why is None:
            return ""
        try:
            return self._why.read_text(encoding="utf-8").strip()
        except OSError:
            return ""

    def _append(self, kind: str, document: Document) -> None:
        self._log.append((document["seq"], _event(kind, document["seq"], self._encoder.encode(document))))
        self._end += 1
        self._news.set()


class Watch:
    """The ASGI application of ``GET /api/events``: server-sent events.

    ``?boot=B&after=N`` or, with ``boot``, ``Last-Event-ID`` resume after event N of engine run B.
    """

    def __init__(self, fan_out: FanOut) -> None:
        self._fan_out = fan_out

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Open the stream and stay until the browser leaves."""
        if scope["method"] != "GET":
            refusal = PlainTextResponse("only GET\n", 405, {"allow": "GET"})
            await refusal(scope, receive, send)
            return
        boot, seq = _seen(scope)
        opening, position = self._fan_out.opening(boot, seq)
        watcher = Watcher(send, position)
        await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
        await send({"type": "http.response.body", "body": b"retry: 300\n\n" + opening, "more_body": True})
        self._fan_out.join(watcher)
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._fan_out.leave(watcher)


def _seen(scope: Scope) -> tuple[str, int | None]:
    """The engine run and the event that this browser has seen last."""
    query = parse_qs(scope["query_string"].decode("latin-1"))
    header = dict(scope["headers"]).get(b"last-event-id", b"").decode("latin-1")
    after = header or query.get("after", [""])[0]
    number = int(after) if after.isascii() and after.isdigit() and len(after) < 18 else None  # noqa: PLR2004
    return query.get("boot", [""])[0], number


def _event(kind: str, seq: int | None, data: bytes) -> bytes:
    number = b"" if seq is None else b"id: %d\n" % seq
    return b"event: %s\n%sdata: %s\n\n" % (kind.encode(), number, data)

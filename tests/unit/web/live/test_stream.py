import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Scope

from pacelight.web.live.fold import Fold
from pacelight.web.live.stream import LOG, FanOut, Watch


class Browser:
    """One end of a stream, by hand; `full` makes it take nothing for a while."""

    def __init__(self, fan_out: FanOut, query: str = "", last_event_id: str = "") -> None:
        self.text = ""
        self.status = 0
        self.full = False
        self.ended = False
        headers = [(b"last-event-id", last_event_id.encode())] if last_event_id else []
        self.scope: Scope = {"type": "http", "method": "GET", "headers": headers}
        self.scope["query_string"] = query.encode()
        self._left = asyncio.Event()
        self.task = asyncio.create_task(Watch(fan_out)(self.scope, self._receive, self._send))

    async def _receive(self) -> Message:
        await self._left.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        if self.full:
            await asyncio.Event().wait()
        if message["type"] == "http.response.start":
            self.status = message["status"]
        else:
            self.text += message["body"].decode()
            self.ended |= not message.get("more_body", False)

    async def leave(self) -> None:
        self._left.set()
        await self.task

    def events(self) -> list[tuple[str, str | None]]:
        """Name and id of each event but beats."""
        found = []
        for block in self.text.split("\n\n"):
            fields = dict(line.split(": ", 1) for line in block.splitlines())
            if fields.get("event", "beat") != "beat":
                found.append((fields["event"], fields.get("id")))
        return found


def running(story: Callable[[FanOut], Awaitable[None]]) -> None:
    async def whole() -> None:
        await asyncio.wait_for(story(FanOut(Fold(), lambda: 7)), 10)

    asyncio.run(whole())


async def come(fan_out: FanOut, **words: str) -> Browser:
    browser = Browser(fan_out, **words)
    before = len(fan_out.watchers)
    for _ in range(100):
        if len(fan_out.watchers) > before:
            break
        await asyncio.sleep(0)
    return browser


def test_a_browser_gets_a_snapshot_then_each_delta_once(snapshot: Any, deltas: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        assert fan_out.hear(snapshot)
        browser = await come(fan_out)
        assert browser.status == 200
        assert browser.text.startswith("retry: 300\n\n")
        for delta in deltas[:3]:
            assert fan_out.hear(delta)
        fan_out.push()
        fan_out.push()
        assert browser.events() == [("snapshot", "4"), ("delta", "5"), ("delta", "6"), ("delta", "7")]
        await browser.leave()
        assert fan_out.watchers == set()

    running(story)


def test_one_who_comes_back_gets_only_what_was_missed(snapshot: Any, deltas: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        fan_out.hear(snapshot)
        for delta in deltas[:4]:
            fan_out.hear(delta)
        resumed = await come(fan_out, query="boot=first&after=6")
        assert resumed.events() == [("delta", "7"), ("delta", "8")]
        by_header = await come(fan_out, query="boot=first&after=5", last_event_id="7")
        assert by_header.events() == [("delta", "8")]
        up_to_date = await come(fan_out, query="boot=first&after=8")
        assert up_to_date.events() == []
        for browser in (resumed, by_header, up_to_date):
            await browser.leave()

    running(story)


def test_one_who_saw_another_run_of_the_engine_gets_a_snapshot(snapshot: Any, deltas: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        fan_out.hear(snapshot)
        fan_out.hear(deltas[0])
        strangers = [
            "boot=older&after=5",
            "boot=first&after=3",
            "boot=first&after=99",
            "boot=first&after=x",
            "",
        ]
        for query in strangers:
            browser = await come(fan_out, query=query)
            assert browser.events() == [("snapshot", "5")]
            await browser.leave()

    running(story)


def test_a_slow_browser_misses_nothing_and_holds_nobody_up(snapshot: Any, deltas: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        fan_out.hear(snapshot)
        slow, quick = await come(fan_out), await come(fan_out)
        slow.full = True
        for delta in deltas[:2]:
            fan_out.hear(delta)
            fan_out.push()
        assert quick.events()[1:] == [("delta", "5"), ("delta", "6")]
        assert slow.events() == [("snapshot", "4")]
        slow.full = False
        fan_out.push()
        assert slow.events() == quick.events()
        await slow.leave()
        await quick.leave()

    running(story)


def test_one_who_fell_behind_the_log_gets_a_snapshot(snapshot: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        fan_out.hear(snapshot)
        slow = await come(fan_out)
        slow.full = True
        for seq in range(5, LOG + 10):
            fan_out.hear({"seq": seq, "type": "state", "state": "running"})
        fan_out.push()
        slow.full = False
        fan_out.push()
        assert slow.events() == [("snapshot", "4"), ("snapshot", str(LOG + 9))]
        await slow.leave()

    running(story)


def test_the_snapshot_tells_the_time_of_each_who_comes(snapshot: Any, deltas: Any) -> None:
    times = iter(range(100))
    fan_out = FanOut(Fold(), lambda: next(times))
    assert fan_out.snapshot() is None
    fan_out.hear(snapshot)
    first, second = (json.loads(fan_out.snapshot() or b"") for _ in range(2))
    assert first == {**snapshot, "clock": {**snapshot["clock"], "server_unix_ns": 0}}
    assert second == {**first, "clock": {**first["clock"], "server_unix_ns": 1}}
    fan_out.hear(deltas[0])
    assert json.loads(fan_out.snapshot() or b"")["clock"]["gun_unix_ns"] == 1000


def test_a_beat_tells_why_the_engine_is_not_up_for_as_long_as_it_is_not(tmp_path: Path) -> None:
    why = tmp_path / "why"
    now_ns = [10**9]
    fan_out = FanOut(Fold(), lambda: 7, why, lambda: now_ns[0])

    def beat() -> dict[str, Any]:
        told: dict[str, Any] = json.loads(fan_out.opening("", None)[0].partition(b"data: ")[2])
        return told

    assert beat() == {"server_unix_ns": 7, "engine": False, "seq": -1}
    why.write_text("no meet file can be read\n", encoding="utf-8")
    assert beat() == {"server_unix_ns": 7, "engine": False, "seq": -1, "why": "no meet file can be read"}
    fan_out.connected(connected=True)
    assert beat() == {"server_unix_ns": 7, "engine": True, "seq": -1, "silent_ms": 0}
    now_ns[0] += 2_400_000_000  # it hangs, and nobody has noticed yet
    assert beat() == {"server_unix_ns": 7, "engine": True, "seq": -1, "silent_ms": 2400}
    fan_out.connected(connected=False)
    told = {"server_unix_ns": 7, "engine": False, "seq": -1, "silent_ms": 2400}
    assert beat() == told | {"why": "no meet file can be read"}


def test_a_new_engine_run_is_told_as_a_snapshot(snapshot: Any, deltas: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        fan_out.hear(snapshot)
        browser = await come(fan_out)
        fan_out.hear({**snapshot, "boot": "second", "seq": 0})
        fan_out.hear({**deltas[0], "seq": 1})
        fan_out.push()
        assert browser.events() == [("snapshot", "4"), ("snapshot", "0"), ("delta", "1")]
        await browser.leave()

    running(story)


def test_a_delta_too_many_asks_for_a_snapshot(snapshot: Any, deltas: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        fan_out.hear(snapshot)
        assert fan_out.hear(deltas[0])
        assert fan_out.hear(deltas[0])
        assert not fan_out.hear(deltas[2])

    running(story)


def test_beats_say_whether_the_engine_is_heard(snapshot: Any) -> None:
    async def story(fan_out: FanOut) -> None:
        browser = await come(fan_out, query="after=3")
        assert browser.events() == []
        fan_out.hear(snapshot)
        fan_out.connected(True)
        fan_out.push()
        beats = [
            json.loads(line[6:]) for line in browser.text.splitlines() if line.startswith('data: {"server')
        ]
        assert beats[-1].pop("silent_ms") >= 0
        assert beats == [
            {"server_unix_ns": 7, "engine": False, "seq": -1},
            {"server_unix_ns": 7, "engine": True, "seq": 4},
        ]
        assert browser.events() == [("snapshot", "4")]
        fan_out.close()
        assert browser.ended
        await browser.leave()

    running(story)


def test_only_reading_opens_a_stream() -> None:
    async def story(fan_out: FanOut) -> None:
        browser = Browser(fan_out)
        browser.scope["method"] = "HEAD"
        await browser.task
        assert browser.status == 405

    running(story)


@pytest.mark.parametrize("steps", range(6))
def test_it_ends_when_it_is_told_to_in_whatever_moment_something_happens(steps: int) -> None:
    async def story(fan_out: FanOut) -> None:
        running = asyncio.create_task(fan_out.run())
        await asyncio.sleep(0.02)  # it waits for news by now
        fan_out.connected(True)
        for _ in range(steps):
            await asyncio.sleep(0)
        running.cancel()
        done, _ = await asyncio.wait({running}, timeout=5)
        assert done == {running}
        assert running.cancelled()

    running(story)

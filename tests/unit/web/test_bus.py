import asyncio
import contextlib
import json
from pathlib import Path
from typing import Any, Self

from pacelight.web.bus import listen_for_ever


class Engine:
    """A bus that says its lines to whoever comes, and hangs up if told to.

    Attributes:
        back: set when it is visited a second time.
    """

    def __init__(self, path: Path, *lines: bytes, hang_up: bool = False) -> None:
        self.path, self.lines, self.hang_up = path, lines, hang_up
        self.back = asyncio.Event()
        self._writers: list[asyncio.StreamWriter] = []

    async def answer(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        if len(self._writers) > 1:
            self.back.set()
        writer.writelines(self.lines)
        with contextlib.suppress(ConnectionError):
            await writer.drain()
        if self.hang_up:
            writer.close()

    async def __aenter__(self) -> Self:
        self.server = await asyncio.start_unix_server(self.answer, self.path)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.server.close()
        for writer in self._writers:
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


def story(
    path: Path, *lines: bytes, hang_up: bool = False, patience: int = 10**6
) -> tuple[list[Any], list[bool]]:
    """Listen to an engine that comes late, until it was visited twice or all was heard."""
    heard: list[Any] = []
    seen: list[bool] = []

    async def whole() -> None:
        missed, complete = asyncio.Event(), asyncio.Event()

        def hear(document: Any) -> bool:
            heard.append(document)
            return len(heard) < patience

        def connected(there: bool) -> None:
            seen.append(there)
            missed.set()
            if len(heard) == len(lines):
                complete.set()

        listening = asyncio.create_task(listen_for_ever(path, hear, connected))
        await missed.wait()
        async with Engine(path, *lines, hang_up=hang_up) as engine:
            await (engine.back if hang_up or patience < 10**6 else complete).wait()
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    asyncio.run(asyncio.wait_for(whole(), 10))
    return heard, seen


def test_an_engine_that_comes_late_is_found(tmp_path: Path) -> None:
    heard, seen = story(tmp_path / "bus", b'{"seq":1}\n', b'{"seq":2}\n')
    assert heard == [{"seq": 1}, {"seq": 2}]
    assert (seen[0], seen[-1]) == (False, True)


def test_an_engine_that_hangs_up_is_asked_again(tmp_path: Path) -> None:
    heard, seen = story(tmp_path / "bus", b'{"seq":1}\n', hang_up=True)
    assert heard[0] == {"seq": 1}
    assert seen[seen.index(True) :][:2] == [True, False]


def test_a_fresh_snapshot_is_fetched_where_one_is_asked_for(tmp_path: Path) -> None:
    heard, _ = story(tmp_path / "bus", b'{"seq":1}\n', b'{"seq":9}\n', patience=2)
    assert heard[:2] == [{"seq": 1}, {"seq": 9}]


def test_a_line_that_is_torn_does_not_stop_the_listening(tmp_path: Path) -> None:
    heard, _ = story(tmp_path / "bus", b'{"seq":1}\n', b'{"seq":', hang_up=True)
    assert heard[0] == {"seq": 1}


def test_a_very_long_snapshot_is_taken_whole(tmp_path: Path) -> None:
    long = {"outline": [[float(n), 1.0, 2.0] for n in range(20_000)]}
    heard, _ = story(tmp_path / "bus", json.dumps(long).encode() + b"\n")
    assert heard == [long]

import asyncio
import contextlib
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pytest

from pacelight.meet.bus import Bus, Secret, Tcp, Where
from pacelight.web.live import bus as module
from pacelight.web.live.bus import listen_for_ever


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


SECRET = Secret(b"0123456789abcdef0123456789abcdef")


@contextmanager
def speaking(*places: Where) -> Iterator[Bus]:
    """A bus that serves whoever comes, in a thread of its own."""
    stop = threading.Event()
    with Bus(*places) as bus:

        def turn() -> None:
            while not stop.is_set():
                bus.turn(0.01, lambda: b'{"seq":1}')

        thread = threading.Thread(target=turn)
        thread.start()
        try:
            yield bus
        finally:
            stop.set()
            thread.join()


def free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_heard(*places: Where) -> Any:
    """What is heard first at any of these places."""

    async def whole() -> Any:
        heard: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def hear(document: Any) -> bool:
            if not heard.done():
                heard.set_result(document)
            return True

        listening = asyncio.create_task(listen_for_ever(places, hear, lambda _: None))
        try:
            return await asyncio.wait_for(heard, 20)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    return asyncio.run(whole())


def test_of_several_engines_the_one_that_answers_is_heard(tmp_path: Path) -> None:
    at = Tcp("127.0.0.1", free(), SECRET)
    with speaking(at):
        assert first_heard(tmp_path / "nobody", Tcp("127.0.0.1", free()), at) == {"seq": 1}


def test_who_does_not_know_the_secret_is_passed_over(tmp_path: Path) -> None:
    at = Tcp("127.0.0.1", free(), SECRET)
    other = Secret(b"fedcba9876543210fedcba9876543210")
    with speaking(at) as bus, speaking(tmp_path / "bus"):
        assert first_heard(Tcp(at.host, at.port, other), tmp_path / "bus") == {"seq": 1}
        assert bus.statistics().refused == 1


def test_an_engine_that_asks_for_no_secret_is_passed_over(tmp_path: Path) -> None:
    at = Tcp("127.0.0.1", free())
    with speaking(at), speaking(tmp_path / "bus"):
        assert first_heard(Tcp(at.host, at.port, SECRET), tmp_path / "bus") == {"seq": 1}


def test_an_engine_that_says_nothing_is_left_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SILENCE_S", 0.05)
    with Bus(tmp_path / "frozen"), speaking(tmp_path / "bus"):
        assert first_heard(tmp_path / "frozen", tmp_path / "bus") == {"seq": 1}

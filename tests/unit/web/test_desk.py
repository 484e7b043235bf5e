import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import pytest

from pacelight.meet.desk.requests import Answer, Blackout, Load, Request
from pacelight.meet.desk.roles import Role
from pacelight.web import desk as module
from pacelight.web.desk import Desk, OverlongError, TakenKeyError


class Line:
    """A connection to an engine, on which lines are kept."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.lines.append(data)


def request(key: str = "one", **more: Any) -> Request:
    fields = {"race": "mile", "by": "lights", "role": Role.OPERATOR, "do": Blackout()} | more
    return Request(key=key, **fields)


def answer(key: str = "one", *, done: bool = True) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(Answer(key, done, 3, "armed"))
    return told


def run(story: Callable[[Desk, Line], Awaitable[None]]) -> None:
    async def whole() -> None:
        await asyncio.wait_for(story(Desk(), Line()), 20)

    asyncio.run(whole())


async def turn() -> None:
    """Let every task do what it can."""
    for _ in range(5):
        await asyncio.sleep(0)


def test_an_answer_comes_to_who_asked() -> None:
    async def story(desk: Desk, line: Line) -> None:
        desk.attach(line)
        asking = asyncio.create_task(desk.ask(request()))
        other = asyncio.create_task(desk.ask(request("other")))
        await turn()
        assert [msgspec.json.decode(sent)["key"] for sent in line.lines] == ["one", "other"]
        assert desk.hear(answer("other", done=False))
        assert desk.hear(answer("one"))
        assert await asking == Answer("one", done=True, revision=3, state="armed")
        found = await other
        assert found is not None
        assert not found.done

    run(story)


def test_what_is_no_answer_is_left_to_others() -> None:
    async def story(desk: Desk, _: Line) -> None:
        assert not desk.hear({"schema": "pacelight.live/1"})
        assert not desk.hear({"type": "state", "seq": 1})
        assert desk.hear(answer("nobody waits for this"))
        with pytest.raises(msgspec.ValidationError):
            desk.hear({"type": "answer", "key": 1})

    run(story)


def test_a_request_waits_for_an_engine_and_goes_out_again_to_the_next() -> None:
    async def story(desk: Desk, first: Line) -> None:
        asking = asyncio.create_task(desk.ask(request()))
        await turn()
        desk.attach(first)
        desk.attach(first)
        desk.detach()
        second = Line()
        desk.attach(second)
        assert first.lines == second.lines
        assert len(first.lines) == 1
        desk.hear(answer())
        assert await asking is not None
        third = Line()
        desk.attach(third)
        assert third.lines == []

    run(story)


def test_when_no_engine_answers_that_is_said_in_time_and_nothing_stays_behind() -> None:
    async def story(desk: Desk, line: Line) -> None:
        desk.attach(line)
        assert await desk.ask(request(), 0.01) is None
        assert desk.hear(answer())  # too late
        later = Line()
        desk.attach(later)
        assert later.lines == []

    run(story)


def test_the_same_request_twice_goes_out_once_and_both_are_answered() -> None:
    async def story(desk: Desk, line: Line) -> None:
        desk.attach(line)
        asking = [asyncio.create_task(desk.ask(request())) for _ in range(2)]
        await turn()
        assert len(line.lines) == 1
        desk.hear(answer())
        one, other = [await task for task in asking]
        assert one is not None
        assert one == other

    run(story)


@pytest.mark.parametrize(
    "change", [{"by": "other"}, {"do": Load()}, {"role": Role.DIRECTOR}, {"client": "x"}]
)
def test_another_request_with_a_key_that_is_on_its_way_is_refused(change: dict[str, Any]) -> None:
    async def story(desk: Desk, line: Line) -> None:
        desk.attach(line)
        asking = asyncio.create_task(desk.ask(request()))
        await turn()
        with pytest.raises(TakenKeyError):
            await desk.ask(request(**change))
        desk.hear(answer())
        assert await asking is not None

    run(story)


def test_who_does_not_wait_any_more_leaves_nothing_behind() -> None:
    async def story(desk: Desk, _: Line) -> None:
        asking = asyncio.create_task(desk.ask(request()))
        await turn()
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        later = Line()
        desk.attach(later)
        assert later.lines == []

    run(story)


def test_what_no_engine_takes_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(desk: Desk, line: Line) -> None:
        desk.attach(line)
        with pytest.raises(OverlongError):
            await desk.ask(request(do=Blackout(reason="x" * 4096)))
        monkeypatch.setattr(module, "_MOST", 1)
        asking = asyncio.create_task(desk.ask(request()))
        await turn()
        assert await desk.ask(request("other")) is None
        assert len(line.lines) == 1
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)

    run(story)

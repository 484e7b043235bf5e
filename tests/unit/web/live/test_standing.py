import gzip
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response

from pacelight.web.live.fold import Fold
from pacelight.web.live.standing import Standing
from pacelight.web.live.stream import FanOut


class Clock:
    """One that is set by hand, for the wall and for how long it is since."""

    def __init__(self) -> None:
        self.now_ns = 10**12

    def __call__(self) -> int:
        return self.now_ns


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fan_out(clock: Clock) -> FanOut:
    return FanOut(Fold(), clock)


@pytest.fixture
def standing(fan_out: FanOut, clock: Clock, snapshot: dict[str, Any]) -> Iterator[Standing]:
    fan_out.hear(snapshot)
    return Standing(fan_out, clock)


def ask(standing: Standing, **headers: str) -> Response:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    answer = standing.answer(Request({"type": "http", "method": "GET", "headers": named}))
    assert answer is not None
    return answer


def told_ns(answer: Response) -> int:
    body = bytes(answer.body)
    text = gzip.decompress(body) if answer.headers.get("content-encoding") == "gzip" else body
    return int(json.loads(text)["clock"]["server_unix_ns"])


def test_it_may_be_kept_for_a_second_and_shown_while_the_next_is_fetched(standing: Standing) -> None:
    answer = ask(standing)
    assert answer.headers["cache-control"] == (
        "public, max-age=1, stale-while-revalidate=30, stale-if-error=30"
    )
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["etag"] == 'W/"first-4"'


def test_packed_and_plain_say_the_same(standing: Standing) -> None:
    plain, packed = ask(standing), ask(standing, accept_encoding="br, gzip")
    assert gzip.decompress(bytes(packed.body)) == plain.body
    assert "content-encoding" not in plain.headers


def test_within_a_second_all_get_the_very_same_bytes(standing: Standing, clock: Clock) -> None:
    first = ask(standing, accept_encoding="gzip")
    clock.now_ns += 999_999_999
    assert ask(standing, accept_encoding="gzip").body is first.body
    clock.now_ns += 1
    assert told_ns(ask(standing, accept_encoding="gzip")) == clock.now_ns


def test_what_happens_is_told_at_once(
    standing: Standing, fan_out: FanOut, deltas: list[dict[str, Any]]
) -> None:
    before = ask(standing)
    fan_out.hear(deltas[0])
    after = ask(standing)
    assert (before.headers["etag"], after.headers["etag"]) == ('W/"first-4"', 'W/"first-5"')
    assert json.loads(bytes(after.body))["seq"] == 5


@pytest.mark.parametrize("tag", ['W/"first-4"', '"first-4"', '"other", W/"first-4"', "*"])
def test_who_has_it_is_told_so(standing: Standing, tag: str) -> None:
    answer = ask(standing, if_none_match=tag)
    assert (answer.status_code, answer.body) == (304, b"")
    assert answer.headers["etag"] == 'W/"first-4"'


@pytest.mark.parametrize("tag", ['W/"first-3"', '"second-4"', "", "first-4"])
def test_who_has_another_gets_it(standing: Standing, tag: str) -> None:
    assert ask(standing, if_none_match=tag).status_code == 200


def test_before_a_race_was_heard_there_is_no_answer(clock: Clock) -> None:
    nothing = Standing(FanOut(Fold(), clock), clock)
    assert nothing.answer(Request({"type": "http", "method": "GET", "headers": []})) is None

import asyncio
import json
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from pacelight.web.app import application
from pacelight.web.live.stream import FanOut


@pytest.fixture
def static(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>" + " " * 600, encoding="utf-8")
    (tmp_path / "assets" / "index-abc.js").write_text("0", encoding="utf-8")
    (tmp_path / "stopwatch.html").write_text("<!doctype html>", encoding="utf-8")
    return tmp_path


@pytest.fixture
def made(static: Path) -> tuple[ASGIApp, FanOut]:
    return application(static / "no-bus", static=static, unix_ns=lambda: 42)


def ask(app: ASGIApp, method: str, path: str, **headers: str) -> httpx.Response:
    async def whole() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.request(method, path, headers=headers)

    return asyncio.run(whole())


def test_before_the_engine_is_heard_the_snapshot_says_so(made: tuple[ASGIApp, FanOut]) -> None:
    answer = ask(made[0], "GET", "/api/snapshot")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.json()["schema"] == "pacelight.error/1"


def test_the_snapshot_carries_the_time_of_now_and_is_not_sent_twice(
    made: tuple[ASGIApp, FanOut], snapshot: dict[str, Any]
) -> None:
    app, fan_out = made
    fan_out.hear(snapshot)
    answer = ask(app, "GET", "/api/snapshot")
    assert answer.json() == {**snapshot, "clock": {**snapshot["clock"], "server_unix_ns": 42}}
    assert ask(app, "GET", "/api/snapshot", **{"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_clock_is_asked_by_post_alone(made: tuple[ASGIApp, FanOut]) -> None:
    answer = ask(made[0], "POST", "/api/clock", **{"X-Pacelight": "1"})
    assert answer.json() == {"schema": "pacelight.clock/1", "server_unix_ns": 42}
    assert ask(made[0], "GET", "/api/clock").status_code == 404


def test_hashed_files_last_and_the_page_is_asked_for_again(made: tuple[ASGIApp, FanOut]) -> None:
    app, _ = made
    script = ask(app, "GET", "/assets/index-abc.js")
    assert script.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert script.headers["content-type"].startswith("text/javascript")
    page = ask(app, "GET", "/")
    assert (page.headers["cache-control"], page.headers["content-encoding"]) == ("no-cache", "gzip")
    assert ask(app, "GET", "/", **{"If-None-Match": page.headers["etag"]}).status_code == 304
    assert "content-encoding" not in ask(app, "GET", "/", **{"Accept-Encoding": "identity"}).headers


ASKED = [
    ("GET", "/", "127.0.0.1", 200),
    ("GET", "/results", "127.0.0.1", 200),
    ("GET", "/api/snapshot", "127.0.0.1", 503),
    ("GET", "/nothing", "127.0.0.1", 404),
    ("GET", "/assets/index-abc.js", "127.0.0.1", 200),
    ("GET", "/stopwatch", "127.0.0.1", 200),
    ("POST", "/api/clock", "127.0.0.1", 403),
    ("GET", "/", "evil.example", 421),
]


@pytest.mark.parametrize(("method", "path", "host", "status"), ASKED)
def test_every_answer_forbids_what_is_not_ours(
    made: tuple[ASGIApp, FanOut], method: str, path: str, host: str, status: int
) -> None:
    answer = ask(made[0], method, path, Host=host)
    headers = answer.headers
    assert answer.status_code == status
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert {"camera=()", "microphone=()", "usb=()"} < set(headers["permissions-policy"].split(", "))
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
    }
    assert not any(name.startswith("access-control-") for name in headers)


@pytest.mark.parametrize("path", ["/nothing", "/../app.py", "/%2e%2e/app.py", "/assets/", "/docs"])
def test_what_is_not_a_page_is_not_found(made: tuple[ASGIApp, FanOut], path: str) -> None:
    assert ask(made[0], "GET", path).status_code == 404


def test_results_are_readable_without_javascript(
    made: tuple[ASGIApp, FanOut], snapshot: dict[str, Any], deltas: list[dict[str, Any]]
) -> None:
    app, fan_out = made
    assert "not been heard" in ask(app, "GET", "/results").text
    fan_out.hear(snapshot)
    out = {
        "type": "result", "bib": "2", "status": "DQ", "rule": "TR17.3.1", "place": None, "mark": None,
    }  # fmt: skip
    for delta in [*deltas, {**out, "seq": deltas[-1]["seq"] + 1}]:
        fan_out.hear(delta)
    text = ask(app, "GET", "/results").text
    assert "<h1>Men&#x27;s &lt;mile&gt;</h1>" in text
    first, out, *_ = rows(text, "finish")
    assert first == ["1", "1", "Jakob Ingebrigtsen", "NOR", "3:45.14"]
    assert out[1:] == ["2", "Stefan Nillessen", "NOR", "DQ TR17.3.1"]
    assert rows(text, "records")[0][:5] == ["WR", "MILEsh", "3:45.14", "Jakob Ingebrigtsen", "1.49 s"]
    assert '<td class="better" data-column="Better by">1.49 s</td>' in text
    assert "<script" not in text


def rows(page: str, kind: str) -> list[list[str]]:
    """Of the first table of a kind: what stands in each cell."""
    table = re.search(rf'<table class="{kind}">.*?</table>', page, re.DOTALL)
    assert table is not None, page
    return [re.findall(r"<td.*?>(.*?)</td>", row) for row in re.findall(r"<tr><td.*?</tr>", table[0])]


def test_who_is_timed_at_the_finish_alone_has_no_table_of_splits(
    made: tuple[ASGIApp, FanOut], snapshot: dict[str, Any]
) -> None:
    app, fan_out = made
    finish = {
        "distance_m": 1609.344,
        "elapsed_s": 225.14,
        "text": "3:45.14",
        "official": True,
        "method": "photo",
    }
    first, second, *_ = snapshot["runners"]
    first["splits"] = [{**finish, "distance_m": 100.0, "elapsed_s": 14.15, "text": "14.15"}, finish]
    second["splits"] = [finish]
    fan_out.hear({**snapshot, "runners": [first, second]})
    text = ask(app, "GET", "/results").text
    assert re.findall(r"<caption>Splits: (.*?)</caption>", text) == ["Jakob Ingebrigtsen"]
    assert rows(text, "splits") == [["100 m", "14.15"], ["finish", "3:45.14"]]


def test_what_was_put_right_after_a_result_was_official_is_said_with_it(
    made: tuple[ASGIApp, FanOut], snapshot: dict[str, Any]
) -> None:
    app, fan_out = made
    done = {"line": 9, "revision": 3, "by": "timing desk", "role": "timer", "reason": "", "undone": False}
    official = {**done, "act": "official", "text": "official"}
    fan_out.hear({**snapshot, "state": "official", "changes": [official]})
    text = ask(app, "GET", "/results").text
    assert "Official</p>" in text
    assert 'class="corrections"' not in text
    opened = {**done, "act": "reopen", "text": "opened again", "reason": "the photograph was read again"}
    struck = {**done, "act": "strike", "text": "struck out: bib 1 at 100 m in 14.20", "reason": "read twice"}
    taken_back = {**done, "act": "strike", "text": "struck out: all", "undone": True}
    changes = [official, opened, struck, taken_back, official]
    fan_out.hear({**snapshot, "seq": 99, "state": "official", "changes": changes})
    text = ask(app, "GET", "/results").text
    assert "Official, and corrected since</p>" in text
    assert rows(text, "corrections") == [
        ["opened again", "the photograph was read again"],
        ["struck out: bib 1 at 100 m in 14.20", "read twice"],
    ]


def test_a_time_by_hand_says_that_it_is_one(made: tuple[ASGIApp, FanOut], snapshot: dict[str, Any]) -> None:
    app, fan_out = made
    mark = {"text": "3:27.4", "value": 207400, "unit": "ms", "precision": 1}
    snapshot["runners"][0]["result"] = {"place": 1, "mark": mark}
    fan_out.hear(snapshot)
    assert rows(ask(app, "GET", "/results").text, "finish")[0][-1] == "3:27.4 by hand"


def test_without_built_pages_the_front_page_is_the_results(tmp_path: Path) -> None:
    app, _ = application(tmp_path / "bus", static=tmp_path / "none")
    assert "<h1>Results</h1>" in ask(app, "GET", "/").text


def test_the_interface_describes_itself(made: tuple[ASGIApp, FanOut]) -> None:
    described = json.loads(ask(made[0], "GET", "/api/openapi").text)
    assert sorted(described["paths"]) == [
        "/api/clock",
        "/api/races/{race}",
        "/api/snapshot",
        "/results",
        "/results/{key}",
    ]

import asyncio
import gzip
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from pacelight.web.app import application
from pacelight.web.live.recorder import Recorder, Recordings


@pytest.fixture
def app(tmp_path: Path, snapshot: Any, deltas: Any) -> ASGIApp:
    recorder = Recorder(Recordings(tmp_path / "shown"), lambda: 1_739_476_800_000_000_000)
    for document in (snapshot, *deltas):
        recorder.hear(document)
    recorder.close()
    static = tmp_path / "static"
    static.mkdir()
    (static / "index.html").write_text("<!doctype html><title>the live page</title>", encoding="utf-8")
    return application(tmp_path / "no-bus", static=static, recordings=tmp_path / "shown")[0]


def get(app: ASGIApp, path: str, **headers: str) -> httpx.Response:
    async def whole() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(whole())


KEY = "mile@20250213T200000Z"


def test_races_that_were_shown_are_listed(app: ASGIApp) -> None:
    answer = get(app, "/api/recordings").json()
    assert answer["schema"] == "pacelight.recordings/1"
    (one,) = answer["recordings"]
    assert (one["key"], one["id"], one["state"], one["gun_unix_ns"]) == (KEY, "mile", "held", 1000)
    assert (one["name"], one["day"], one["venue"]) == ("Men's <mile>", "2025-02-13", "Liévin")


@pytest.mark.parametrize("asked", ["mile", KEY])
def test_a_race_is_told_whole(app: ASGIApp, asked: str, snapshot: Any) -> None:
    answer = get(app, f"/api/recordings/{asked}")
    told = answer.json()
    assert (told["schema"], told["key"]) == ("pacelight.recording/1", KEY)
    assert told["entries"][0]["snapshot"]["race"] == snapshot["race"]
    assert {"split", "record", "result"} < {one["delta"]["type"] for one in told["entries"][1:]}
    again = get(app, f"/api/recordings/{asked}", **{"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_it_is_compressed_for_who_takes_it(app: ASGIApp) -> None:
    plain = get(app, "/api/recordings/mile", **{"Accept-Encoding": "identity"})
    packed = get(app, "/api/recordings/mile", **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) == len(gzip.compress(plain.content, 6, mtime=0))


@pytest.mark.parametrize("path", ["/api/recordings/nothing", "/api/recordings/mile@19990101T000000Z"])
def test_a_race_that_was_not_shown_is_said_so(app: ASGIApp, path: str) -> None:
    answer = get(app, path)
    assert (answer.status_code, answer.json()["schema"]) == (404, "pacelight.error/1")


def test_its_results_are_readable_without_javascript(app: ASGIApp) -> None:
    answer = get(app, "/results/mile")
    assert answer.status_code == 200
    assert "<h1>Men&#x27;s &lt;mile&gt;</h1>" in answer.text
    assert get(app, "/results/nothing").status_code == 404


@pytest.mark.parametrize("path", ["/", "/race/mile", f"/race/{KEY}", "/race/nothing"])
def test_every_race_has_an_address_that_shows_it(app: ASGIApp, path: str) -> None:
    assert "the live page" in get(app, path).text


def test_where_nothing_is_kept_there_is_nothing_to_ask(tmp_path: Path) -> None:
    bare, _ = application(tmp_path / "no-bus", static=tmp_path / "none")
    assert get(bare, "/api/recordings").status_code == 404


def test_without_scripts_one_comes_to_the_results_of_the_other_races(
    tmp_path: Path, snapshot: Any, deltas: Any
) -> None:
    """Of those that are over and were shown; not of the race itself, nor of what is still to come."""
    recorder = Recorder(Recordings(tmp_path / "shown"), lambda: 1_739_476_800_000_000_000)
    for document in (snapshot, *deltas):
        recorder.hear(document)
    recorder.close()
    app, fan_out = application(tmp_path / "no-bus", static=tmp_path / "none", recordings=tmp_path / "shown")
    states = {"mile": "official", "next": "running", "later": "idle", "unseen": "finished"}
    races = [
        {"id": id_, "name": f"The <{id_}>", "state": state, "revision": 1, "on": id_ == "next"}
        for id_, state in states.items()
    ]
    fan_out.hear({**snapshot, "race": {**snapshot["race"], "id": "next"}, "races": races})
    page = get(app, "/results").text
    assert re.findall(r'<a href="(/results/[^"]+)">([^<]+)</a>', page) == [
        ("/results/mile", "The &lt;mile&gt;")
    ]
    assert "Results of other races" in page
    assert '<a href="/results">' in get(app, "/results/mile").text

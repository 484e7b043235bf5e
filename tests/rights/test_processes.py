"""Sessions belong to the file: they outlive a web process, and several share them."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BLACKOUT = {"key": "5f0c2f64-8c0f-4a4e-9d2b-5d1c5d0d7c11", "race": "mile", "do": {"act": "blackout"}}


@pytest.fixture
def bus(answering: Callable[..., Any], tmp_path: Path) -> Path:
    answering(tmp_path / "bus")
    return tmp_path / "bus"


def test_who_is_signed_in_stays_so_when_the_web_process_is_killed(
    web_pages: Callable[..., Any], bus: Path
) -> None:
    first = web_pages("--bus", bus)
    with first.client() as phone:
        token = phone.post("/api/session", json={"code": first.code("operator", "lights")}).cookies[
            "pacelight"
        ]
    first.process.send_signal(signal.SIGKILL)
    first.process.wait(20)
    again = web_pages("--bus", bus, access=first.access)
    with again.client(token) as phone:
        assert phone.get("/api/session").json()["by"] == "lights"
        assert phone.post("/api/requests", json=BLACKOUT).status_code == 200


def test_a_session_that_one_process_ends_is_over_in_all(web_pages: Callable[..., Any], bus: Path) -> None:
    one = web_pages("--bus", bus)
    other = web_pages("--bus", bus, access=one.access)
    token, director = one.token("operator"), one.token("director")
    with one.client(token) as phone, other.client(director) as desk:
        assert phone.post("/api/requests", json=BLACKOUT).status_code == 200
        (session,) = (
            found["id"] for found in desk.get("/api/sessions").json()["sessions"] if not found["mine"]
        )
        assert desk.delete(f"/api/sessions/{session}").status_code == 204
        assert phone.post("/api/requests", json=BLACKOUT).status_code == 403
        assert phone.get("/api/session").json()["role"] == "spectator"

"""The page as it is open to a network, a wire of the test's own: who sees, who signs in, by which names."""

import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from pacelight.web.tls.folder import Folder

pytestmark = pytest.mark.usefixtures("own_network")

US = "10.77.0.1"


@pytest.fixture
def bus(answering: Callable[..., Any], tmp_path: Path) -> Path:
    answering(tmp_path / "bus")
    return tmp_path / "bus"


def sign_in(pages: Any, client: httpx.Client) -> httpx.Response:
    return client.post("/api/session", json={"code": pages.code("director")})


def test_others_see_and_nobody_of_them_signs_in_without_tls(web_pages: Callable[..., Any], bus: Path) -> None:
    pages = web_pages("--bus", bus, "--host", US)
    assert "others see the page, and only this machine may ask anything" in pages.said.read_text()
    with pages.client() as phone:
        assert phone.get("/results").status_code == 200
        refused = sign_in(pages, phone)
        assert (refused.status_code, "https" in refused.json()["error"]) == (403, True)
    with pages.client(pages.token("director")) as stolen:
        assert stolen.get("/api/session").json()["role"] == "spectator"


def test_where_the_operator_answers_for_the_network_they_do(web_pages: Callable[..., Any], bus: Path) -> None:
    pages = web_pages("--bus", bus, "--host", US, "--trust-network")
    with pages.client() as phone:
        let_in = sign_in(pages, phone)
        assert let_in.status_code == 200
        made = phone.post("/api/pairings", json={"role": "timer"}).json()
        assert made["address"] == f"{pages.address}pair#{made['code']}"


def test_over_tls_they_sign_in_and_programs_trust_the_authority(
    web_pages: Callable[..., Any], bus: Path, tmp_path: Path
) -> None:
    Folder(tmp_path / "tls").begin("Pacelight, test", (US, "tower.local"), datetime.now(UTC))
    pages = web_pages("--bus", bus, "--host", US, "--tls", tmp_path / "tls")
    assert pages.address.startswith(f"https://{US}:")
    trusting = ssl.create_default_context(cafile=tmp_path / "tls" / "authority.pem")
    with httpx.Client(base_url=pages.address, headers={"X-Pacelight": "1"}, verify=trusting) as phone:
        let_in = sign_in(pages, phone)
        assert let_in.headers["set-cookie"].startswith("__Host-pacelight=")
        assert "; Secure" in let_in.headers["set-cookie"]
        assert phone.get("/api/session").json()["role"] == "director"


def test_the_page_goes_by_its_number_and_by_the_names_that_it_was_given(
    web_pages: Callable[..., Any], bus: Path
) -> None:
    pages = web_pages("--bus", bus, "--host", US, "--name", "meet.example")
    wanted = {US: 200, "meet.example": 200, "tower.local": 421, "10.77.0.2": 421, "localhost": 421}
    with pages.client() as phone:
        found = {host: phone.get("/results", headers={"Host": host}).status_code for host in wanted}
    assert found == wanted

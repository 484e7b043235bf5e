"""`pacelight access`: who may ask what, from the terminal of the machine itself."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pacelight.web.rights.access import Access


def paired(file: Path, code: str, now_s: int) -> str:
    with Access(file) as access:
        found = access.pair(code, "127.0.0.1", now_s)
        assert found is not None
        return found[1].id


def test_a_code_is_made_and_lets_somebody_in(folder: Path, pacelight: Callable[..., Any]) -> None:
    ran = pacelight("access", "pair", "--role", "timer", "--by", "timing desk", "--access", "a", "--json")
    made = json.loads(ran.out)
    assert (made["schema"], made["role"], made["by"]) == ("pacelight.pairing/1", "timer", "timing desk")
    identity = paired(folder / "a", made["code"], made["until"] - 1)
    (shown,) = pacelight("access", "list", "--access", "a", "--json").out.splitlines()
    assert json.loads(shown)["id"] == identity
    assert "timing desk, from 127.0.0.1" in pacelight("access", "list", "--access", "a").out


def test_a_link_is_printed_where_the_page_is_known(pacelight: Callable[..., Any]) -> None:
    out = pacelight(
        "access", "pair", "--role", "operator", "--access", "a", "--page", "https://10.0.0.5:8370/"
    ).out
    code = out.split()[0]
    assert f"https://10.0.0.5:8370/pair#{code}" in out
    assert "operator, operator: type it at /pair within ten minutes, once" in out


def test_a_session_is_ended_from_the_terminal(folder: Path, pacelight: Callable[..., Any]) -> None:
    made = [
        json.loads(pacelight("access", "pair", "--role", "timer", "--access", "a", "--json").out)
        for _ in "12"
    ]
    one, _ = (paired(folder / "a", each["code"], each["until"] - 1) for each in made)
    assert pacelight("access", "revoke", one, "--access", "a").out == "ended: 1\n"
    ran = pacelight("access", "revoke", "--all", "--access", "a", "--json")
    assert json.loads(ran.out) == {"schema": "pacelight.revoked/1", "sessions": 1}
    assert pacelight("access", "list", "--access", "a").out == "nobody is signed in\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("pair", "--role", "king"), "--role is director, operator, timer, announcer or display, not 'king'"),
        (("pair", "--role", "spectator"), "not 'spectator'"),
        (("pair", "--role", "timer", "--by", "x" * 65), "a name has 1 to 64 characters"),
        (("revoke",), "which session?"),
        (("revoke", "ab", "--all"), "which session?"),
        (("revoke", "ab"), "no session 'ab' (see: pacelight access list)"),
    ],
)
def test_what_cannot_be_is_refused(refused: Callable[..., str], arguments: tuple[str, ...], why: str) -> None:
    assert why in refused("access", *arguments, "--access", "a")


def test_your_own_file_is_in_your_state_folder(folder: Path, pacelight: Callable[..., Any]) -> None:
    pacelight("access", "list")
    assert (folder / "home" / "pacelight" / "access.sqlite").stat().st_mode & 0o777 == 0o600

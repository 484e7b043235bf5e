"""`pacelight tls`: an authority of one's own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_an_authority_is_begun_shown_and_renewed(folder: Path, pacelight: Callable[..., Any]) -> None:
    begun = pacelight("tls", "init", "keys", "--name", "meet.example").out
    shown = json.loads(pacelight("tls", "show", "keys", "--json").out)
    assert shown["schema"] == "pacelight.tls/1"
    assert shown["names"][0] == "meet.example"
    assert {"localhost", "127.0.0.1", "::1"} < set(shown["names"])
    assert shown["fingerprint"] in begun
    assert "http://meet.example:8380/authority" in begun
    assert "pacelight web --bus BUS --host 0.0.0.0 --tls keys --http-redirect 8380" in begun
    renewed = json.loads(pacelight("tls", "renew", "keys", "--name", "10.1.2.3", "--json").out)
    assert renewed["names"] == [*shown["names"], "10.1.2.3"]
    assert renewed["fingerprint"] == shown["fingerprint"]
    assert (folder / "keys" / "server.key").stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_is_refused(pacelight: Callable[..., Any], refused: Callable[..., str]) -> None:
    assert "begin with: pacelight tls init keys" in refused("tls", "show", "keys")
    pacelight("tls", "init", "keys")
    assert "holds an authority that phones may trust" in refused("tls", "init", "keys")
    assert "cannot vouch for 'bank.example'" in refused("tls", "renew", "keys", "--name", "bank.example")
    assert "not the name of a machine" in refused("tls", "renew", "keys", "--name", "a b")

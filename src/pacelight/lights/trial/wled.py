"""Asking a controller of WLED for its own account, and making it ready for frames, over HTTP."""

import urllib.request
from http.client import HTTPException
from typing import TypeVar

from pacelight.errors import Failure, OutputError
from pacelight.lights.trial.found import Found, wled
from pacelight.lights.wire.wled_json import Info, State, ready

__all__ = ["ask", "make_ready", "state"]

_PATIENCE_S = 3.0
_MOST_BYTES = 1 << 20

_Told = TypeVar("_Told", Info, State)


def ask(host: str) -> Found:
    """Who it is, and how many lamps it drives.

    Args:
        host: its name or address, with a port if it has another than 80.

    Raises:
        Failure: it does not answer.
        OutputError: what answers is no WLED.
    """
    return wled(host, _read(host, Info, "/json/info"))


def state(host: str) -> State:
    """What it shows now; see `ask`."""
    return _read(host, State, "/json/state")


def make_ready(host: str) -> State:
    """Make it show frames as they come, and nothing of its own; see `ask`.

    Returns:
        what it says of itself afterwards.

    Raises:
        OutputError: it took the order and does otherwise.
    """
    segments = len(state(host).segments)
    _answer(host, "/json/state", ready(segments).encode("ascii"))
    now = state(host)
    if now != State.read(ready(segments)):
        raise OutputError(f"{host}: WLED does not keep what it was told (set it in its own pages): {now}")
    return now


def _read(host: str, kind: type[_Told], path: str) -> _Told:
    try:
        return kind.read(_answer(host, path))
    except OutputError as error:
        raise OutputError(f"{host}: {error}") from None


def _answer(host: str, path: str, posted: bytes | None = None) -> bytes:
    try:
        asked = urllib.request.Request(f"http://{host}{path}", posted, {"Content-Type": "application/json"})
        with urllib.request.urlopen(asked, timeout=_PATIENCE_S) as answer:  # noqa: S310  # always HTTP
            return bytes(answer.read(_MOST_BYTES))
    except (OSError, ValueError, HTTPException) as error:
        raise Failure(f"no WLED answers at '{host}' ({error})") from error

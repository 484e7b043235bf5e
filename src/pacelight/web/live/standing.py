"""The race as it stands, for whoever asks now and then: made once a second at most, however many ask."""

import gzip
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from pacelight.web.live.stream import FanOut

__all__ = ["Standing"]

FRESH_S = 1
"""For so many seconds an answer is as good as a new one."""

STALE_S = 30
"""For so many seconds more a cache may give the old one while it asks for the new one."""

LEVEL = 6
"""Of compressing: what is gained beyond takes longer than it saves."""

CACHING = f"public, max-age={FRESH_S}, stale-while-revalidate={STALE_S}, stale-if-error={STALE_S}"
"""Source: RFC 9111, 5.2.2; RFC 5861."""


class Standing:
    """What is answered to pollers; a cache before it may answer thousands more.

    Args:
        fan_out: knows the race.
        monotonic_ns: a clock that never jumps, in whole nanoseconds.
    """

    def __init__(self, fan_out: FanOut, monotonic_ns: Callable[[], int]) -> None:
        self._fan_out, self._monotonic_ns = fan_out, monotonic_ns
        self._made_ns = 0
        self._etag = ""
        self._body, self._packed = b"", b""

    def answer(self, request: Request) -> Response | None:
        """The race, compressed where that is taken, or that nothing has changed; None before it was heard."""
        race = self._fan_out.race
        etag = f'W/"{race.boot}-{race.seq}"'
        headers = {"etag": etag, "cache-control": CACHING, "vary": "accept-encoding"}
        if race.snapshot is None:
            return None
        if _known(request.headers.get("if-none-match", ""), etag):
            return Response(status_code=304, headers=headers)
        self._renew(etag)
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(self._body, headers=headers, media_type="application/json")
        self._packed = self._packed or gzip.compress(self._body, LEVEL, mtime=0)
        headers["content-encoding"] = "gzip"
        return Response(self._packed, headers=headers, media_type="application/json")

    def _renew(self, etag: str) -> None:
        """The time of the server in it is at most a second old."""
        now_ns = self._monotonic_ns()
        if etag != self._etag or now_ns - self._made_ns >= FRESH_S * 10**9:
            self._etag, self._made_ns = etag, now_ns
            self._body, self._packed = self._fan_out.snapshot() or b"", b""


def _known(asked: str, etag: str) -> bool:
    """Whether a browser has it already: its tags, compared weakly. Source: RFC 9110, 13.1.2."""
    tags = {tag.strip().removeprefix("W/") for tag in asked.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags

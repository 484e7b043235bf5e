"""What a request must be before anything looks at it: meant for us, sent by a page of ours, short.

Source: OWASP ASVS 5.0.0, 3.5.1 to 3.5.3 (forged requests), 2.4.1 (limits); W3C Fetch Metadata.
"""

import time
from collections.abc import Callable, Collection

import msgspec
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pacelight.web.rights.asker import HEADER, Asker
from pacelight.web.rights.limits import Limit
from pacelight.web.rights.told import Log, line

__all__ = ["BODY", "FORMS", "LONG", "SAFE", "Guard", "refusal"]

BODY = 8192
"""Bytes of the longest body taken; a request to the engine has half of that."""

LONG = {"/api/setup/": 1 << 18}
"""Addresses below which longer bodies are taken: a start list of a large meeting, as text of base 64."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing here. Source: RFC 9110, 9.2.1."""

FORMS = frozenset(
    {
        *("/pair", "/pair/leave", "/pair/invite", "/pair/revoke"),
        *("/records/decide", "/records/withdraw", "/records/attest"),
    }
)
"""Pages that work without scripts: what they send has no header of ours, and must name its origin."""

_BURST = 200
_EACH_S = 0.02
"""Requests that may change something, from one address: 200 at once, then 50 in a second."""


class Guard:
    """Lets through what may be looked at.

    Args:
        app: what it guards.
        names: other names than its numbers by which this server is asked.
        log: is told what was refused.
        clock_s: seconds that do not go back.
        unix_s: whole seconds since 1970.
    """

    def __init__(
        self,
        app: ASGIApp,
        names: Collection[str],
        log: Log,
        *,
        clock_s: Callable[[], float] = time.monotonic,
        unix_s: Callable[[], int],
    ) -> None:
        self._app = app
        self._names = frozenset(name.lower().rstrip(".") for name in names)
        self._log = log
        self._clock_s = clock_s
        self._unix_s = unix_s
        self._limit = Limit(_BURST, _EACH_S)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asker = Asker.of(scope)
        refused = self._refused(scope, asker)
        if refused is None and scope["method"] not in SAFE:
            most = next((long for below, long in LONG.items() if scope["path"].startswith(below)), BODY)
            body = await _body(receive, most)
            receive = _replayed(body, receive)
            refused = None if body is not None else refusal(413, f"at most {most} bytes are taken")
        if refused is None:
            await self._app(scope, receive, send)
        else:
            self._tell(scope, asker, refused)
            await refused(scope, receive, send)

    def _refused(self, scope: Scope, asker: Asker) -> Response | None:
        if not asker.is_for(self._names):
            return refusal(421, "this server does not go by that name (add it with --name)")
        if scope["method"] in SAFE:
            return None
        if not asker.is_ours(form=scope["path"] in FORMS):
            return refusal(403, f"only pages of this server may ask that (a program sends {HEADER}: 1)")
        if not asker.near and not self._limit.take(asker.address, self._clock_s()):
            return refusal(429, "too much at once: wait a second", retry_s=1)
        return None

    def _tell(self, scope: Scope, asker: Asker, refused: Response) -> None:
        told = {
            "status": refused.status_code,
            "method": scope["method"],
            "path": scope["path"][:100],
            "host": asker.only("host")[:100],
            "origin": ", ".join(asker.headers.get(b"origin", []))[:100],
        }
        self._log(line("refused", self._unix_s(), **{"from": asker.address}, **told))


def refusal(status: int, why: str, *, retry_s: int = 0) -> Response:
    """An answer that says why not, for programs and people."""
    headers = {"cache-control": "no-store"} | ({"retry-after": str(retry_s)} if retry_s else {})
    body = msgspec.json.encode({"schema": "pacelight.error/1", "error": why})
    return Response(body, status, headers, media_type="application/json")


async def _body(receive: Receive, most: int) -> bytes | None:
    """The whole body; None where it is too long."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body  # who asked is gone
        part: bytes = message.get("body", b"")
        body += part
        if len(body) > most:
            return None
        if not message.get("more_body", False):
            return body


def _replayed(body: bytes | None, receive: Receive) -> Receive:
    """The body once, then whatever comes."""
    told = False

    async def again() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body or b"", "more_body": False}

    return again

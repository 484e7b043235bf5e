"""`POST /api/requests`: what somebody asks of the race, looked up in the table, then asked of the engine."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, TypeVar

import msgspec
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from pacelight.meet.desk import requests
from pacelight.meet.desk.acts import STOPS, Act
from pacelight.meet.desk.roles import Role, may
from pacelight.web.desk import PATIENCE_S, Desk, OverlongError, TakenKeyError
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.limits import Limit
from pacelight.web.rights.session import Session

__all__ = ["Asked", "Asking", "body_of"]

_BURST = 40
_EACH_S = 0.1
"""Requests of one session: 40 at once, then 10 in a second; a hand on a stop watch is slower."""


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a page sends; who asks, and as what, is known from its session alone.

    Attributes:
        key: made by the page, a UUID: the same one again is the same request.
        race: id of the race that is meant.
        do: what is asked.
        seen: revision of the race that was seen.
    """

    key: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z-]+$", min_length=8, max_length=64)]
    race: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    do: requests.Do
    seen: Annotated[int, msgspec.Meta(ge=0, le=2**53)] | None = None


@dataclass(slots=True)
class Asking:
    """Takes requests.

    Attributes:
        gate: knows who asks.
        desk: asks the engine.
        clock_s: seconds that do not go back.
        patience_s: how long an engine may take.
    """

    gate: Gate
    desk: Desk
    clock_s: Callable[[], float]
    patience_s: float = PATIENCE_S
    _limits: tuple[Limit, Limit] = field(
        default_factory=lambda: (Limit(_BURST, _EACH_S), Limit(_BURST, _EACH_S))
    )

    async def __call__(self, request: HttpRequest) -> Response:
        """Answer one."""
        asked = body_of(await request.body(), request, Asked)
        if isinstance(asked, Response):
            return asked
        session, act = self.gate.who(request), requests.act_of(asked.do)
        if session is None or not may(session.role, act):
            return self._denied(request, session, act)
        # What stops something never waits behind a key that was held down.
        if not self._limits[act in STOPS].take(session.client, self.clock_s()):
            return refusal(429, "too much at once: wait a second", retry_s=1)
        return await self._ask(asked, session)

    def _denied(self, request: HttpRequest, session: Session | None, act: Act) -> Response:
        asker = Asker.of(request.scope)
        role = session.role if session else Role.SPECTATOR
        why = f"'{act}' is not for the role '{role}'" + ("" if session else ": sign in at /pair")
        self.gate.tell("denied", asker, session, act=act, why=why)
        return refusal(403, why)

    async def _ask(self, asked: Asked, session: Session) -> Response:
        sent = requests.Request(
            key=asked.key,
            race=asked.race,
            by=session.by,
            role=session.role,
            do=asked.do,
            seen=asked.seen,
            client=session.client,
        )
        try:
            answer = await self.desk.ask(sent, self.patience_s)
        except OverlongError:
            return refusal(413, "no engine takes so long a request: write a shorter reason")
        except TakenKeyError:
            return refusal(409, "another request is on its way with this key: make a key for each")
        if answer is None:
            return refusal(503, "no engine answers: send the same request again, with its key", retry_s=1)
        body = msgspec.json.encode(answer)
        headers = {"cache-control": "no-store"}
        return Response(body, 200 if answer.done else 409, headers, media_type="application/json")


T = TypeVar("T")


def body_of(body: bytes, request: HttpRequest, kind: type[T]) -> T | Response:
    """What was sent, or why it is not that."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return refusal(415, "send it as application/json")
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return refusal(400, f"not what is taken here: {error}")

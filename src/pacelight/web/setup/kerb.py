"""The walk while the engine of tonight has the lamps: it is asked for each of them, as a console asks.

It shows them between races alone, and whatever the race then does ends it.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import msgspec
from fastapi import Request as HttpRequest
from starlette.responses import Response

from pacelight.errors import PacelightError
from pacelight.meet.desk.requests import Answer, Request
from pacelight.meet.desk.requests import Walk as AskWalk
from pacelight.meet.live.between import WALK_S
from pacelight.track import Survey
from pacelight.web.desk import PATIENCE_S, Desk
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.asking import body_of
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.session import Session
from pacelight.web.setup.counter import Counter
from pacelight.web.setup.kept import Author
from pacelight.web.setup.shapes import WalkAsked
from pacelight.web.setup.tasks import Task
from pacelight.web.setup.walk import WalkShown, hung_shown

__all__ = ["Kerb", "walk_shown"]


@dataclass(frozen=True, slots=True)
class Kerb:
    """Who walks, and the engine that lights the lamps.

    Attributes:
        counter: knows who asks, and the race on the track.
        desk: asks the engine.
    """

    counter: Counter
    desk: Desk

    def shown(self, lamp: int | None = None) -> WalkShown:
        """What is lit now, as the engine has told it; a walk of this process is over.

        Args:
            lamp: that somebody stands before, where more than it are lit.
        """
        surveying = self.counter.setup.surveying
        surveying.walk.dark()
        return walk_shown(self.counter.fan_out.race.snapshot or {}, surveying.survey, lamp)

    async def light(self, request: HttpRequest) -> Response:
        """Have a lamp lit, its segment, or none."""
        session = self.counter.admit(request, Task.WALK)
        if isinstance(session, Response):
            return session
        asked = body_of(await request.body(), request, WalkAsked)
        if isinstance(asked, Response):
            return asked
        answer = await self._asked(asked, session)
        told = {"act": f"setup-{Task.WALK}", "what": "walk", "status": answer.status_code}
        self.counter.gate.tell("setup", Asker.of(request.scope), session, **told)
        return answer

    async def _asked(self, asked: WalkAsked, session: Session) -> Response:
        author, on = Author(session.by, session.role, self.counter.gate.unix_s()), self.counter.on
        try:
            lamps = await asyncio.to_thread(self.counter.setup.surveying.to_walk, asked, author, on)
            answer = await self.desk.ask(self._request(lamps, session, blinks=asked.blink), PATIENCE_S)
            if answer is None:
                return refusal(503, "no engine answers: tap again", retry_s=1)
            return await asyncio.to_thread(_answered, answer, lambda: self.shown(asked.lamp))
        except PacelightError as error:
            return refusal(409, " ".join(str(error).splitlines()))

    def _request(self, lamps: tuple[int, int] | None, session: Session, *, blinks: bool) -> Request:
        first, last = lamps or (None, None)
        snapshot = self.counter.fan_out.race.snapshot or {}
        return Request(
            key=uuid4().hex,
            race=str(snapshot.get("race", {}).get("id", "")),
            by=session.by,
            role=session.role,
            do=AskWalk(first=first, last=last, blinks=blinks),
            client=session.client,
        )


def _answered(answer: Answer, shown: Callable[[], WalkShown]) -> Response:
    if not answer.done:
        return refusal(409, "; ".join(answer.why))
    body = msgspec.json.encode(shown())
    return Response(body, 200, {"cache-control": "no-store"}, media_type="application/json")


def walk_shown(
    snapshot: dict[str, Any], survey: Callable[[], Survey | None], lamp: int | None = None
) -> WalkShown:
    """What an engine shows to whoever walks along its lamps.

    Args:
        snapshot: of the live protocol.
        survey: of the meet, read if it is asked for, where it can be: it names the controllers.
        lamp: that somebody stands before; the first that is lit, if not given.
    """
    look, metres = snapshot.get("look") or {}, snapshot.get("track", {}).get("lamps", [])
    first, last = look.get("first"), look.get("last")
    if look.get("name") != "walk" or first is None or last is None or not 0 <= first < len(metres):
        return WalkShown(on=False, lamps=len(metres), engine=True, lasts_s=WALK_S)
    found, output = survey(), snapshot.get("output", {})
    here = first if lamp is None or lamp >= len(metres) else lamp
    return WalkShown(
        on=True,
        lamps=len(metres),
        lamp=here,
        count=(last - first) % len(metres) + 1,
        metre=metres[here],
        hung=hung_shown(found, here) if found is not None and len(found) == len(metres) else None,
        blink=bool(look.get("blinks")),
        target=str(output.get("target", "")),
        frames=output.get("frames", 0),
        errors=output.get("errors", 0),
        engine=True,
        lasts_s=WALK_S,
    )

"""Where it is asked to prepare a meet: who may, how often, and what is written down of it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec
from fastapi import Request
from starlette.responses import Response

from pacelight.errors import Failure, PacelightError
from pacelight.meet.desk.roles import Role
from pacelight.web.live.stream import FanOut
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.asking import body_of
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.limits import Limit
from pacelight.web.rights.session import Session
from pacelight.web.rights.shapes import JSON
from pacelight.web.setup.kept import Author, ChangedError
from pacelight.web.setup.running import OnTrack, on_track
from pacelight.web.setup.setup import SetUp
from pacelight.web.setup.tasks import TABLE, Task, may

__all__ = ["ADDRESS", "Counter"]

ADDRESS = "/api/setup"
"""Below it stands everything of this room."""

_BURST = 60
_EACH_S = 0.1
"""Requests of one session: 60 at once, then 10 in a second: a form is checked while it is typed."""

Asked = TypeVar("Asked")


@dataclass
class Counter:
    """Where it is asked.

    Attributes:
        gate: knows who asks.
        setup: the meet.
        fan_out: knows the race on the track.
        limit: of one session.
    """

    gate: Gate
    setup: SetUp
    fan_out: FanOut
    limit: Limit = field(default_factory=lambda: Limit(_BURST, _EACH_S))

    @property
    def on(self) -> OnTrack | None:
        """The race that is on; as it was heard last, also while nothing is heard: it may still be on."""
        return on_track(self.fan_out.race.snapshot)

    @property
    def engine(self) -> bool:
        """Whether an engine is heard, and has the lamps."""
        return self.fan_out.live

    def admit(self, request: Request, task: Task) -> Session | Response:
        """Who asks, or why not."""
        session = self.gate.who(request)
        if session is None or not may(session.role, task):
            return self._denied(request, session, task)
        if not self.limit.take(session.client, time.monotonic()):
            return refusal(429, "too much at once: wait a second", retry_s=1)
        return session

    def _denied(self, request: Request, session: Session | None, task: Task) -> Response:
        role = session.role if session else Role.SPECTATOR
        others = ", ".join(sorted(TABLE.get(task, ())))
        why = f"'{task}' of the set-up is not for the role '{role}' (for: {others or 'nobody'})"
        why += "" if session else ": sign in at /pair"
        self.gate.tell("denied", Asker.of(request.scope), session, act=f"setup-{task}", why=why)
        return refusal(403, why)

    async def look(self, request: Request, task: Task, work: Callable[[Session], msgspec.Struct]) -> Response:
        """Answer what changes nothing."""
        session = self.admit(request, task)
        return session if isinstance(session, Response) else await _done(lambda: work(session))

    async def ask(
        self,
        request: Request,
        task: Task,
        kind: type[Asked],
        work: Callable[[Asked, Author], msgspec.Struct],
        *,
        writes: bool = False,
    ) -> Response:
        """Do what is asked.

        Args:
            request: the same.
            task: which it is.
            kind: of what is sent.
            work: does it, in another thread.
            writes: whether it changes a file or lamps: then it is in the log.
        """
        session = self.admit(request, task)
        if isinstance(session, Response):
            return session
        asked = body_of(await request.body(), request, kind)
        if isinstance(asked, Response):
            return asked
        author = Author(session.by, session.role, self.gate.unix_s())
        answer = await _done(lambda: work(asked, author))
        if writes:
            way = request.url.path.removeprefix(f"{ADDRESS}/")
            told = {"act": f"setup-{task}", "what": way, "status": answer.status_code}
            self.gate.tell("setup", Asker.of(request.scope), session, **told)
        return answer


async def _done(work: Callable[[], msgspec.Struct]) -> Response:
    """What comes of it: done in another thread, since disks and books take their time."""
    try:
        answer = await asyncio.to_thread(work)
    except ChangedError as error:
        return refusal(409, str(error))
    except Failure as error:
        return refusal(503, " ".join(str(error).splitlines()))
    except PacelightError as error:
        return refusal(409, " ".join(str(error).splitlines()))
    status = 200 if getattr(answer, "kept", True) else 422
    return Response(msgspec.json.encode(answer), status, {"cache-control": "no-store"}, media_type=JSON)

"""The addresses of the log: `/log` for people, `/api/log` for programs. Reading changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pacelight.meet.desk.roles import Role
from pacelight.web.assets import load
from pacelight.web.frame import Around, answer, environment
from pacelight.web.log.told import Journal, Journals, Said
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.guard import refusal
from pacelight.web.words import says

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["READERS", "SCHEMA", "routes"]

SCHEMA = "pacelight.log/1"

READERS = frozenset({Role.TIMER, Role.OPERATOR, Role.STATISTICIAN, Role.DIRECTOR})
"""Who may read who did what."""

_WHOSE = "for those who time, light, keep records or direct"

_PAGE = 200
"""Lines of a page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to see.

    Attributes:
        journal: name of its file; empty for the one that was written last.
        race, by: only of that race, only what this one did; empty for all.
        everything: times and what the engine did, too, not only what people did.
        page: from the newest on, counted from 0.
    """

    journal: str
    race: str
    by: str
    everything: bool
    page: int

    @classmethod
    def of(cls, request: Request) -> "Wanted":
        """As the address says; what it does not say, or says wrong, is what is seen first."""
        asked = request.query_params
        page = asked.get("page", "0")
        return cls(
            asked.get("journal", ""),
            asked.get("race", ""),
            asked.get("by", ""),
            "all" in asked,
            int(page) if page.isdecimal() and len(page) < 7 else 0,  # noqa: PLR2004 - digits of a page
        )

    def of_journal(self, journal: Journal) -> list[Said]:
        """Its lines that are wanted, the newest first."""
        return [
            one
            for one in reversed(journal.lines)
            if (self.everything or one.by) and self.race in {"", one.race} and self.by in {"", one.by}
        ]


@dataclass(frozen=True, slots=True)
class Log:
    """Shows the log.

    Attributes:
        journals: of which it is.
        gate: knows who looks; None where nobody signs in.
        around: what there is besides.
    """

    journals: Journals
    gate: Gate | None
    around: Around

    async def page(self, request: Request) -> Response:
        """Who did what, a page of it."""
        if not self._reads(request):
            return answer(_templates(), "no_log.html", request, self.around, {}, status=403)
        wanted = Wanted.of(request)
        names, journal = await run_in_threadpool(self._look, wanted.journal)
        found = wanted.of_journal(journal) if journal is not None else []
        begin = wanted.page * _PAGE
        told = {
            "names": names,
            "journal": journal,
            "wanted": wanted,
            "found": found[begin : begin + _PAGE],
            "more": len(found) > begin + _PAGE,
        }
        return answer(_templates(), "log.html", request, self.around, told)

    async def shape(self, request: Request) -> Response:
        """The same for programs, of one journal."""
        if not self._reads(request):
            return refusal(
                403, "the log is for those who time, light, keep records or direct: sign in at /pair"
            )
        wanted = Wanted.of(request)
        names, journal = await run_in_threadpool(self._look, wanted.journal)
        if journal is None:
            return refusal(404, "there is no such journal here")
        body = msgspec.json.encode(
            {
                "schema": SCHEMA,
                "journals": names,
                "journal": journal.name,
                "proof": journal.proof,
                "fault": journal.fault,
                "lines": wanted.of_journal(journal),
            }
        )
        return Response(body, headers={"cache-control": "no-store"}, media_type="application/json")

    def _look(self, name: str) -> tuple[list[str], Journal | None]:
        names = list(self.journals.files())
        wanted = name or next(iter(names), "")
        return names, self.journals.read(wanted)

    def _reads(self, request: Request) -> bool:
        """Whether who asks may; who may not is told so, and it is written down."""
        session = None if self.gate is None else self.gate.who(request)
        if session is not None and session.role in READERS:
            return True
        if self.gate is not None:
            self.gate.tell("denied", Asker.of(request.scope), session, act="log", why=_WHOSE)
        return False


def routes(places: Sequence[Path], gate: Gate | None, around: Around) -> list[Route]:
    """What answers at each address.

    Args:
        places: where journals lie.
        gate: knows who looks; without it nobody reads the log.
        around: what there is besides.
    """
    log = Log(Journals(places), gate, around)
    sheet = load(Path(__file__).parent / "style")["log.css"]

    async def style(request: Request) -> Response:
        return sheet.response(request)

    return [
        Route("/log", log.page, methods=["GET"]),
        Route("/log.css", style, methods=["GET"]),
        Route("/api/log", log.shape, methods=["GET"]),
    ]


@cache
def _templates() -> "Environment":
    made = environment("pacelight.web.log")
    made.globals |= {"known": says, "instant": _instant}
    return made


def _instant(unix_ns: int) -> str:
    """When it was written down, UTC, to the millisecond."""
    return datetime.fromtimestamp(unix_ns // 1_000_000 / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]

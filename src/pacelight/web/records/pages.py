"""The pages of the desk that only show: what waits, one record, its dossier, a file of its evidence."""

from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pacelight.errors import PacelightError, Refused
from pacelight.event import Level
from pacelight.event import event as find_event
from pacelight.web.book.shelf import Shelf
from pacelight.web.frame import Around, answer
from pacelight.web.records.candidates import Candidates, Desk
from pacelight.web.records.dossier import Dossier
from pacelight.web.records.evidence import Folder
from pacelight.web.records.record import Record, look
from pacelight.web.records.render import Refusal, Who, templates
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.gate import Gate
from pacelight.web.words import language_of
from pacelight.web.words.speaker import Speaker

__all__ = ["Pages"]

_DONE = frozenset({"submitted", "ratified", "rejected", "annulled", "withdrawn", "attested", "known"})


@dataclass(frozen=True, slots=True)
class Pages:
    """Shows the desk.

    Attributes:
        shelf: the book that is asked.
        evidence: where that of races lies.
        gate: knows who looks; None where nobody signs in.
        around: what there is besides.
        desk: gathers what waits.
    """

    shelf: Shelf
    evidence: Folder
    gate: Gate | None
    around: Around
    desk: Desk = field(default_factory=Desk)

    def who(self, request: Request) -> Who:
        """Who looks."""
        if self.gate is None:
            return Who()
        return Who(self.gate.who(request), self.gate.is_private(Asker.of(request.scope)))

    async def candidates(self, request: Request) -> Response:
        """What waits, the latest first."""
        query = request.query_params
        wanted, level = query.get("event", "").strip(), query.get("level", "").strip().upper()
        try:
            code = find_event(wanted).code if wanted else ""
            chosen = Level(level) if level in set(Level) else None
            found = await self.shelf.apart(lambda: self._candidates(code, chosen))
        except Refused as error:
            return self.refused(request, 400, str(error))
        except PacelightError as error:
            return self.refused(request, 503, str(error))
        told = {
            "found": found,
            "wanted": code,
            "level": "" if chosen is None else chosen.value,
            "levels": [one.value for one in Level if one not in {Level.PB, Level.SB}],
        }
        return answer(templates(), "records.html", request, self.around, told | {"who": self.who(request)})

    async def record(self, request: Request) -> Response:
        """One performance."""
        done = request.query_params.get("done", "")
        return await self.show(request, request.path_params["key"], done=done if done in _DONE else "")

    async def show(
        self,
        request: Request,
        key: str,
        *,
        refused: Refusal | None = None,
        done: str = "",
        who: Who | None = None,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> Response:
        """The page of one performance.

        Args:
            request: who asks.
            key: of the performance.
            refused: a form that was not taken.
            done: what was written just now.
            who: who asks, where that is known already.
            status: of the answer.
            headers: more of them.
        """
        try:
            found = await self.shelf.apart(lambda: self._look(key))
        except Refused as error:
            return self.refused(request, 404, str(error))
        except PacelightError as error:
            return self.refused(request, 503, str(error))
        told = {
            "one": found,
            "refused": refused or Refusal(),
            "done": done,
            "today": self.shelf.today,
            "who": who or self.who(request),
        }
        return answer(templates(), "record.html", request, self.around, told, status=status, headers=headers)

    async def dossier(self, request: Request) -> Response:
        """All of it on paper, for who may see the evidence: it has birth dates, and what people noted."""
        key = request.path_params["key"]
        if not self._may_see(request):
            return self.refused(request, 403, "", message="records-evidence-denied")
        try:
            pdf, name = await self.shelf.apart(lambda: self._printed(key, language_of(request)))
        except Refused as error:
            return self.refused(request, 404, str(error))
        except PacelightError as error:
            return self.refused(request, 503, str(error))
        headers = {"cache-control": "no-store", "content-disposition": f'inline; filename="{name}.pdf"'}
        return Response(pdf, headers=headers, media_type="application/pdf")

    async def file(self, request: Request) -> Response:
        """A file of the evidence, for who may see it."""
        key, name = (request.query_params.get(field, "") for field in ("key", "file"))
        if not self._may_see(request):
            return self.refused(request, 403, "", message="records-evidence-denied")
        try:
            data = await self.shelf.apart(lambda: self._bytes(key, name))
        except Refused as error:
            return self.refused(request, 404, str(error))
        if data is None:
            return PlainTextResponse("there is no such file\n", 404, {"cache-control": "no-store"})
        quoted = Path(name).name.replace('"', "")
        headers = {"cache-control": "no-store", "content-disposition": f'attachment; filename="{quoted}"'}
        return Response(data, headers=headers, media_type="application/octet-stream")

    def refused(self, request: Request, status: int, why: str, *, message: str = "") -> Response:
        """A page that says why there is none."""
        told = {"code": status, "why": why, "message": message, "who": self.who(request)}
        return answer(templates(), "no_record.html", request, self.around, told, status=status)

    def _may_see(self, request: Request) -> bool:
        """Whether who asks may see the evidence; the log is told of who may not."""
        who = self.who(request)
        allowed = who.may("evidence")
        if not allowed and self.gate is not None:
            asker = Asker.of(request.scope)
            self.gate.tell("denied", asker, who.session, act="evidence", why="for those who decide")
        return allowed

    def _candidates(self, event: str, level: Level | None) -> Candidates:
        with self.shelf.open() as book:
            return self.desk.look(book, self.shelf.today, event=event, level=level)

    def _look(self, key: str) -> Record:
        with self.shelf.open() as book:
            return look(book, key, self.shelf.today, self.evidence)

    def _printed(self, key: str, language: str) -> tuple[bytes, str]:
        """The dossier, and the name of its file."""
        # Loaded with the first sheet: setting it takes fonts and a program of its own.
        from pacelight.sheets.typesetting import printed  # noqa: PLC0415

        today = self.shelf.today
        with self.shelf.open() as book:
            made = Dossier.of(book, key, today, self.evidence)
        return printed("dossier", made.content(Speaker(language)), {}, today), made.name

    def _bytes(self, key: str, name: str) -> bytes | None:
        with self.shelf.open() as book:
            return self.evidence.bytes_of(book.performance(key), name)

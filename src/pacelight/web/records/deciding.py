"""What is sent to the desk: a decision, that one is taken back, what somebody has looked at."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pacelight.book.asking.lists import Book
from pacelight.book.keeping.deciding import DecidedMeanwhileError
from pacelight.book.model import Decision, DecisionKind
from pacelight.errors import PacelightError, Refused
from pacelight.event import EVENTS
from pacelight.records.ratification import asked_of
from pacelight.web.records import forms
from pacelight.web.records.forms import Typed, WrongError
from pacelight.web.records.pages import Pages
from pacelight.web.records.record import look
from pacelight.web.records.render import Refusal, Who
from pacelight.web.records.rights import Task
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.session import Session

__all__ = ["ADDRESSES", "Deciding"]

ADDRESSES = {
    "/records/decide": Task.DECIDE,
    "/records/withdraw": Task.WITHDRAW,
    "/records/attest": Task.ATTEST,
}
"""Where forms are sent; `rights.guard` knows these pages as some that work without scripts."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written.

    Attributes:
        done: in one word.
        place: of it on the page.
        told: what the log is told.
    """

    done: str
    place: str
    told: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Sent:
    """A form, and who sends it.

    Attributes:
        cookie: of a session that began with it; empty where none did.
    """

    request: Request
    task: Task
    form: Typed
    who: Who
    cookie: str = ""

    @property
    def name(self) -> str:
        """Which of the forms of the page it is."""
        return " ".join(filter(None, (self.task, self.form.get("decision") or self.form.get("condition"))))

    @property
    def headers(self) -> dict[str, str]:
        """Of the answer."""
        return {"set-cookie": self.cookie} if self.cookie else {}

    def refused(self, message: str, where: str = "", **more: Any) -> Refusal:  # noqa: ANN401  # as `Refusal` has it
        """Why it was not taken."""
        return Refusal(self.name, where, message, typed=self.form, **more)


@dataclass(frozen=True, slots=True)
class Deciding:
    """Takes what is sent.

    Attributes:
        pages: show what came of it.
    """

    pages: Pages

    async def __call__(self, request: Request) -> Response:
        """Take one form: write it down, or show the page again with all that was typed, and why not."""
        task, form = ADDRESSES[request.url.path], forms.typed(await request.body())
        sent, why = await self._signed_in(_Sent(request, task, form, self.pages.who(request)))
        session = sent.who.session
        if not sent.who.may(task) or session is None:
            return await self._denied(sent, why)
        try:
            done = await self.pages.shelf.apart(lambda: self._write(sent, session))
        except WrongError as wrong:
            return await self._again(sent, 400, sent.refused(wrong.message, wrong.where, told=wrong.told))
        except DecidedMeanwhileError:
            return await self._again(sent, 409, sent.refused("records-meanwhile"))
        except Refused as error:
            return await self._again(sent, 400, sent.refused("", text=str(error)))
        except PacelightError as error:
            return await self._again(sent, 503, sent.refused("", text=str(error)))
        if self.pages.gate is not None:
            self.pages.gate.tell(done.done, Asker.of(request.scope), session, **done.told)
        address = f"/records/{quote(form.get('key', ''), safe='')}?done={done.done}#{done.place}"
        return RedirectResponse(address, 303, {"cache-control": "no-store", **sent.headers})

    async def _signed_in(self, sent: _Sent) -> tuple[_Sent, str]:
        """The same of who signs in with it, where a code came along; else why the code let nobody in."""
        gate, code = self.pages.gate, sent.form.get("code", "")
        if gate is None or sent.who.session is not None or not code:
            return sent, "records-wrong-session"
        let_in = await gate.admit(sent.request, code)
        if isinstance(let_in, Response):
            often = let_in.status_code == HTTPStatus.TOO_MANY_REQUESTS
            return sent, "records-wrong-often" if often else "records-wrong-code"
        cookie, session = let_in
        return replace(sent, who=Who(session, can_sign_in=True), cookie=cookie), ""

    async def _denied(self, sent: _Sent, why: str) -> Response:
        """The page again, for somebody who may sign in beside what was typed, or may not do this."""
        session = sent.who.session
        if self.pages.gate is not None:
            asker = Asker.of(sent.request.scope)
            self.pages.gate.tell("denied", asker, session, act=sent.task, why="for those who decide")
        if session is not None:
            refused = sent.refused("records-wrong-role", told={"role": session.role})
        else:
            where = "code" if sent.form.get("code") else ""
            refused = sent.refused(why, where, asks_code=sent.who.can_sign_in)
        return await self._again(sent, 403, refused)

    async def _again(self, sent: _Sent, status: int, why: Refusal) -> Response:
        key = sent.form.get("key", "")
        return await self.pages.show(
            sent.request, key, refused=why, who=sent.who, status=status, headers=sent.headers
        )

    def _write(self, sent: _Sent, session: Session) -> _Written:
        with self.pages.shelf.open() as book:
            return _WRITE[sent.task](self.pages, book, sent.form, session)


def _decide(pages: Pages, book: Book, form: Typed, session: Session) -> _Written:
    del session  # who decided stands in the form: a federation seldom sits at the desk itself
    one = book.performance(form.get("key", ""))
    decision = forms.decided(form, one, pages.shelf.today)
    (heard,) = book.part(EVENTS[one.event], one.sex).history.heard([one], pages.shelf.today)
    back = (said for said in heard if said.kind is DecisionKind.WITHDRAWN)
    if any(said.withdrawn == decision.identity and said.decided > decision.decided for said in back):
        raise WrongError("on", "records-wrong-taken")
    new = book.decide(decision, seen=_seen(form), anew=True)
    return _Written(decision.kind if new else "known", "history", _told(decision))


def _withdraw(pages: Pages, book: Book, form: Typed, session: Session) -> _Written:
    del session
    today = pages.shelf.today
    record = look(book, form.get("key", ""), today, pages.evidence)
    decision = forms.taken_back(form, record.told.performance, record.standing, today)
    book.decide(decision, seen=_seen(form), anew=True)
    return _Written(decision.kind, "history", _told(decision) | {"withdraws": f"{decision.withdraws}"})


def _attest(pages: Pages, book: Book, form: Typed, session: Session) -> _Written:
    one = book.performance(form.get("key", ""))
    condition = asked_of(one, form.get("condition", ""))
    said = forms.attested(form, one, condition.key, session.by, pages.shelf.now_s)
    book.attest(said)
    told = {"performance": one.key, "condition": condition.key, "says": said.says.value, "why": said.why}
    return _Written("attested", f"condition-{condition.key}", told)


_WRITE: dict[Task, Callable[[Pages, Book, Typed, Session], _Written]] = {
    Task.DECIDE: _decide,
    Task.WITHDRAW: _withdraw,
    Task.ATTEST: _attest,
}


def _told(one: Decision) -> dict[str, str]:
    """A decision as the log is told of it."""
    return {
        "performance": one.performance_key,
        "as": " ".join(filter(None, (one.level, one.scope))) or "every record",
        "decided_by": one.by,
        "on": one.decided.isoformat(),
        "why": one.why,
    }


def _seen(form: Typed) -> int:
    """How many decisions who decides has seen; one that cannot be read has seen none, and is refused."""
    found = re.fullmatch(r"\d{1,9}", form.get("seen", ""), re.ASCII)
    return int(found.group()) if found else -1

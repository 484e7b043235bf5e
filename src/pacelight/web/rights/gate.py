"""Who comes in, and as whom."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from pacelight.meet.desk.roles import Role
from pacelight.web.rights.access import WINDOW_S, Access
from pacelight.web.rights.asker import Asker
from pacelight.web.rights.guard import refusal
from pacelight.web.rights.session import LONGEST_S, Invitation, Session
from pacelight.web.rights.told import Log, line

__all__ = ["COOKIE", "Gate", "cookie", "no_cookie"]

COOKIE = "pacelight"
"""Over TLS it is called `__Host-pacelight`, which no other host can set. Source: RFC 6265bis, 4.1.3.2."""

_CONSOLES = 4096
"""More are asked after by nobody in earnest."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What pages ask before they let anybody do anything.

    Attributes:
        access: who is signed in.
        log: is told who came in, and who was refused.
        unix_s: whole seconds since 1970.
        trusts_network: sign-in and commands are taken without TLS from other machines too.
        address: of the page, for the phones of others.
    """

    access: Access
    log: Log
    unix_s: Callable[[], int]
    trusts_network: bool = False
    address: str = ""
    _heard: dict[str, int] = field(default_factory=dict)

    def who(self, request: Request) -> Session | None:
        """Who sends this; None for a spectator."""
        asker = Asker.of(request.scope)
        if not self.is_private(asker):
            return None
        found = self.access.session(asker.cookie(name(tls=asker.tls)), self.unix_s())
        if found is not None:
            self._heard[found.client] = self.unix_s()
        return found

    def silent_s(self, client: str) -> int:
        """For how long a console was not heard, whole seconds; at most since somebody asked first."""
        if len(self._heard) > _CONSOLES:
            self._heard.clear()
        now_s = self.unix_s()
        return max(0, now_s - self._heard.setdefault(client, now_s))

    def is_private(self, asker: Asker) -> bool:
        """Whether nobody on the way can read or change what is sent; or the operator answers for that."""
        return asker.tls or asker.near or self.trusts_network

    async def admit(self, request: Request, typed: str) -> tuple[str, Session] | Response:
        """Let in who knows a code: a cookie and the session; or why not."""
        asker, now_s = Asker.of(request.scope), self.unix_s()
        if not self.is_private(asker):
            return self.refused(asker, 403, "sign in over https: what is sent here can be read by others")
        if not self.access.attempt(asker.address, now_s):
            return self.refused(asker, 429, "too many attempts: wait a minute", retry_s=WINDOW_S)
        before = asker.cookie(name(tls=asker.tls))
        found = await asyncio.to_thread(self.access.pair, typed, asker.address, now_s, before=before)
        if found is None:
            return self.refused(asker, 403, "this code lets nobody in: it was used, is too old, or mistyped")
        token, made = found
        self.tell("paired", asker, made)
        return cookie(token, tls=asker.tls), made

    def refused(self, asker: Asker, status: int, why: str, *, retry_s: int = 0) -> Response:
        """An answer that lets nobody in, told in the log."""
        self.log(line("pairing-refused", self.unix_s(), **{"from": asker.address}, why=why))
        return refusal(status, why, retry_s=retry_s)

    def invite(self, request: Request, asked_by: Session, role: Role, by: str) -> Invitation:
        """A code for somebody else.

        Raises:
            OutputError: the name is none, or too many codes wait.
        """
        made = self.access.invite(role, by, self.unix_s())
        self.tell("invited", Asker.of(request.scope), asked_by, invited=made.by, invited_as=made.role)
        return made

    def revoke(self, request: Request, asked_by: Session, identity: str) -> bool:
        """End a session; whether there was one."""
        gone = self.access.revoke(identity)
        self.tell("revoked", Asker.of(request.scope), asked_by, session=identity, found=gone)
        return gone

    def tell(self, event: str, asker: Asker, who: Session | None, **more: object) -> None:
        """A line in the log: who, from where, what."""
        role, by = (who.role, who.by) if who else (Role.SPECTATOR, "")
        known = {"session": who.id} if who and "session" not in more else {}
        self.log(line(event, self.unix_s(), **{"from": asker.address}, role=role, by=by, **known, **more))


def name(*, tls: bool) -> str:
    """Of the cookie."""
    return f"__Host-{COOKIE}" if tls else COOKIE


def cookie(token: str, *, tls: bool, longest_s: int = LONGEST_S) -> str:
    """The header that gives a browser its token, which no script reads and no other page sends along."""
    secure = "; Secure" if tls else ""
    return f"{name(tls=tls)}={token}; Path=/; Max-Age={longest_s}; HttpOnly; SameSite=Strict{secure}"


def no_cookie(*, tls: bool) -> str:
    """The header that takes it away."""
    return cookie("", tls=tls, longest_s=0)

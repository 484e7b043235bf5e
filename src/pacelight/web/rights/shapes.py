"""The shapes of what is sent and answered about sessions, codes and requests."""

from collections.abc import Sequence
from typing import Any

import msgspec

from pacelight.meet.desk.acts import Act
from pacelight.meet.desk.requests import Answer
from pacelight.meet.desk.roles import Role, may
from pacelight.web.rights.asker import HEADER
from pacelight.web.rights.asking import Asked
from pacelight.web.rights.session import Session

__all__ = [
    "JSON",
    "Code",
    "ConsoleShown",
    "ErrorShown",
    "PairingAsked",
    "PairingShown",
    "SessionShown",
    "SessionsShown",
    "answers",
    "describe",
    "shown",
    "taking",
]

JSON = "application/json"


class Code(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What lets somebody in, as it was typed."""

    code: str


class PairingAsked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is to be let in.

    Attributes:
        role: as what.
        by: the name in the journal; empty for the name of the role.
    """

    role: Role
    by: str = ""


class PairingShown(msgspec.Struct, frozen=True):
    """A code, which is told this once.

    Attributes:
        code: in groups of four.
        address: the page with the code filled in, for a QR code; what follows its `#` is never sent.
        until: UTC, whole seconds since 1970.
        qr: the address as a picture: rows of 0 and 1.
    """

    code: str
    address: str
    role: Role
    by: str
    until: int
    qr: list[str] = []
    schema: str = "pacelight.pairing/1"


class SessionShown(msgspec.Struct, frozen=True):
    """Somebody who is signed in; of a spectator the role alone.

    Attributes:
        id: by which it is revoked.
        may: what may be asked.
        until: when it is over if nothing is asked any more, UTC, whole seconds since 1970.
        mine: it is that of who asks.
    """

    role: Role
    may: list[Act]
    id: str = ""
    by: str = ""
    client: str = ""
    address: str = ""
    made: int = 0
    seen: int = 0
    until: int = 0
    mine: bool = False
    schema: str = "pacelight.session/1"


class SessionsShown(msgspec.Struct, frozen=True):
    """Everybody who is signed in; to others than the director, themselves alone."""

    sessions: list[SessionShown]
    schema: str = "pacelight.sessions/1"


class ConsoleShown(msgspec.Struct, frozen=True):
    """Whether a console is still there.

    Attributes:
        silent: whole seconds since it was heard last; each is heard every 15 s while it is open.
    """

    client: str
    silent: int
    schema: str = "pacelight.console/1"


class ErrorShown(msgspec.Struct, frozen=True):
    """Why not, in a line."""

    error: str
    schema: str = "pacelight.error/1"


def shown(session: Session | None, mine: Session | None = None) -> SessionShown:
    """A session, as its owner and the director see it."""
    role = session.role if session else Role.SPECTATOR
    acts = [act for act in Act if may(role, act)]
    if session is None:
        return SessionShown(role, acts)
    return SessionShown(
        role=role,
        may=acts,
        id=session.id,
        by=session.by,
        client=session.client,
        address=session.address,
        made=session.made_s,
        seen=session.seen_s,
        until=session.until_s,
        mine=mine is not None and session.id == mine.id,
    )


_OURS = {"name": HEADER, "in": "header", "required": True, "schema": {"const": "1", "type": "string"}}

_SHOWN: Sequence[type] = (
    Asked, Answer, Code, PairingAsked, PairingShown, SessionShown, SessionsShown, ConsoleShown, ErrorShown,
)  # fmt: skip


def describe(described: dict[str, Any], more: Sequence[type] = ()) -> dict[str, Any]:
    """The description of the interface, with the shapes of what is sent and answered.

    Args:
        described: addresses.
        more: shapes of other rooms.
    """
    _, shapes = msgspec.json.schema_components((*_SHOWN, *more), ref_template="#/components/schemas/{name}")
    described.setdefault("components", {}).setdefault("schemas", {}).update(shapes)
    for path in described["paths"].values():
        for method, operation in path.items():
            if method != "get":
                header = {
                    "name": HEADER,
                    "in": "header",
                    "required": True,
                    "schema": {"const": "1", "type": "string"},
                }
                operation.setdefault("parameters", []).append(header)
    return described


def _shape(of: str) -> dict[str, Any]:
    return {JSON: {"schema": {"$ref": f"#/components/schemas/{of}"}}}


def taking(what: str) -> dict[str, Any]:
    """What an address takes."""
    return {"requestBody": {"required": True, "content": _shape(what)}}


def answers(good: dict[int, str], *bad: int) -> dict[int | str, dict[str, Any]]:
    """What it answers: a shape by status, and by which statuses it refuses."""
    told: dict[int | str, dict[str, Any]] = {
        status: {"description": "why not", "content": _shape("ErrorShown")}
        for status in {403, 421, 503, *bad}
    }
    return told | {
        status: {"description": "what came of it", "content": _shape(of)} for status, of in good.items()
    }

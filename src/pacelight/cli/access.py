"""`pacelight access`: let somebody in, see who is, end it; for who may read the file of the web process."""

import sys
import time
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.access_file import AccessOption

if TYPE_CHECKING:
    from pacelight.meet.desk.roles import Role
    from pacelight.web.rights.session import Invitation, Session

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Who may ask what of a race.")

JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]


@app.command()
def pair(
    *,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="director, operator, timer, announcer or display.")
    ],
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="A post, for the journal [default: the role].")
    ] = "",
    page: Annotated[
        str, typer.Option("--page", metavar="URL", help="Where the page is, for a link and a QR code.")
    ] = "",
    access: AccessOption = None,
    json: JsonOption = False,
) -> None:
    """Make a code that lets somebody in: good for ten minutes, once."""
    from pacelight.cli.access_file import own_access
    from pacelight.web.rights.access import Access

    wanted = _role(role)
    with Access(own_access(access)) as file:
        made = file.invite(wanted, by or wanted, int(time.time()))
    _tell_code(made, page, json=json)


@app.command("list")
def list_(*, access: AccessOption = None, json: JsonOption = False) -> None:
    """Show everybody who is signed in."""
    from pacelight.cli.access_file import own_access
    from pacelight.web.rights.access import Access

    with Access(own_access(access)) as file:
        found = file.sessions(int(time.time()))
    for one in found:
        _tell_session(one, json=json)
    if not (found or json):
        sys.stdout.write("nobody is signed in\n")


@app.command()
def revoke(
    session: Annotated[
        str, typer.Argument(metavar="SESSION", help="As `list` shows it.", show_default=False)
    ] = "",
    *,
    everybody: Annotated[
        bool, typer.Option("--all", help="Every session, and every code that waits to be used.")
    ] = False,
    access: AccessOption = None,
    json: JsonOption = False,
) -> None:
    """End a session at once."""
    from pacelight.cli.access_file import own_access
    from pacelight.errors import OutputError
    from pacelight.web.rights.access import Access

    if everybody == bool(session):
        raise OutputError("which session? (name one of `pacelight access list`, or --all)")
    with Access(own_access(access)) as file:
        gone = file.revoke_all() if everybody else int(file.revoke(session))
    if not (gone or everybody):
        raise OutputError(f"no session '{session}' (see: pacelight access list)")
    _say({"schema": "pacelight.revoked/1", "sessions": gone}, f"ended: {gone}", json=json)


def _role(text: str) -> "Role":
    from pacelight.errors import OutputError
    from pacelight.meet.desk.roles import Role

    if text not in set(Role) - {Role.SPECTATOR}:
        raise OutputError(f"--role is director, operator, timer, announcer or display, not '{text}'")
    return Role(text)


def _tell_code(made: "Invitation", page: str, *, json: bool) -> None:
    from pacelight.cli.qr import terminal_qr
    from pacelight.web.rights.code import shown

    typed = shown(made.code)
    address = f"{page.rstrip('/')}/pair#{typed}" if page else ""
    answer = {
        "schema": "pacelight.pairing/1",
        "code": typed,
        "address": address,
        "role": made.role,
        "by": made.by,
        "until": made.until_s,
    }
    lines = [f"{typed}  {made.by}, {made.role}: type it at /pair within ten minutes, once"]
    if address:
        lines += [address] + ([terminal_qr(address)] if sys.stdout.isatty() else [])
    _say(answer, "\n".join(lines), json=json)


def _tell_session(one: "Session", *, json: bool) -> None:
    answer = {
        "schema": "pacelight.session/1",
        "id": one.id,
        "role": one.role,
        "by": one.by,
        "client": one.client,
        "address": one.address,
        "made": one.made_s,
        "seen": one.seen_s,
        "until": one.until_s,
    }
    until = time.strftime("%H:%M", time.gmtime(one.until_s))
    _say(answer, f"{one.id}  {one.role:9}  {one.by}, from {one.address}, until {until} UTC", json=json)


def _say(answer: dict[str, object], text: str, *, json: bool) -> None:
    import msgspec

    sys.stdout.write((msgspec.json.encode(answer).decode() if json else text) + "\n")

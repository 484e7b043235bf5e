"""`pacelight tls`: an authority of one's own, and the certificate of the page; nothing is fetched."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pacelight.web.tls.folder import Shown

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="https without a network: an authority of your own.")

FolderArgument = Annotated[Path, typer.Argument(metavar="DIR", help="Where the keys are kept.")]
NameOption = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="NAME", help="By which the page is asked: laptop.local, 10.0.0.5; again for more."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]


@app.command()
def init(
    folder: FolderArgument,
    *,
    name: NameOption = None,
    plain: Annotated[
        int,
        typer.Option(
            "--http-redirect", metavar="PORT", min=1, max=65535, help="Where phones take the authority."
        ),
    ] = 8380,
    json: JsonOption = False,
) -> None:
    """Begin an authority, and sign a certificate for this machine's names and numbers."""
    from datetime import UTC, datetime

    from pacelight.web.tls.folder import Folder

    now, names = datetime.now(UTC), (*(name or ()), *_own())
    shown = Folder(folder).begin(f"Pacelight, {names[0]}, {now:%Y-%m-%d}", names, now)
    _tell(folder, shown, json=json)
    if not json:
        _tell_next(folder, names, plain)


@app.command()
def renew(folder: FolderArgument, *, name: NameOption = None, json: JsonOption = False) -> None:
    """Sign a new certificate, good for thirty days; start `pacelight web` again to show it."""
    from datetime import UTC, datetime

    from pacelight.web.tls.folder import Folder

    _tell(folder, Folder(folder).renew(datetime.now(UTC), name or ()), json=json)


@app.command()
def show(folder: FolderArgument, *, json: JsonOption = False) -> None:
    """Show whom the authority vouches for, until when, and its fingerprint."""
    from pacelight.web.tls.folder import Folder

    _tell(folder, Folder(folder).show(), json=json)


def _own() -> tuple[str, ...]:
    """Names and numbers of this machine."""
    from urllib.parse import urlsplit

    from pacelight.web.addresses import reachable
    from pacelight.web.opening import own_names

    hosts = [urlsplit(address).hostname or "" for address in reachable("0.0.0.0", 1)]  # noqa: S104  # all of them
    return tuple(dict.fromkeys([*hosts, *own_names(), "localhost", "127.0.0.1", "::1"]))


def _tell(folder: Path, shown: "Shown", *, json: bool) -> None:
    import msgspec

    if json:
        answer = {
            "schema": "pacelight.tls/1",
            "folder": str(folder),
            "authority": shown.authority,
            "fingerprint": shown.fingerprint,
            "authority_until": f"{shown.authority_until:%Y-%m-%d}",
            "names": shown.names,
            "until": f"{shown.until:%Y-%m-%d}",
            "signs": shown.signs,
        }
        sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
        return
    signs = "" if shown.signs else "; its key is not here"
    sys.stdout.write(
        f"authority    {shown.authority}, until {shown.authority_until:%Y-%m-%d}{signs}\n"
        f"fingerprint  {shown.fingerprint}\n"
        f"certificate  until {shown.until:%Y-%m-%d}, for {', '.join(shown.names)}\n"
    )


def _tell_next(folder: Path, names: tuple[str, ...], plain: int) -> None:
    from pacelight.cli.qr import terminal_qr

    host = f"[{names[0]}]" if ":" in names[0] else names[0]
    address = f"http://{host}:{plain}/authority"
    sys.stdout.write(
        f"\nThe page:    pacelight web --bus BUS --host 0.0.0.0 --tls {folder} --http-redirect {plain}\n"
        f"Phones:      {address} installs the authority; compare the fingerprint\n"
        f"Keep apart:  {folder}/authority.key, which only `pacelight tls renew` needs\n"
    )
    if sys.stdout.isatty():
        sys.stdout.write(terminal_qr(address) + "\n")

"""`pacelight web`: the pages of a race and of the record book, for as long as someone watches."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from pacelight.cli.access_file import AccessOption
from pacelight.cli.recordings_folder import DaysOption, MegabytesOption, RacesOption, RecordingsOption

if TYPE_CHECKING:
    from pacelight.web.opening import Opening
    from pacelight.web.rights.session import Invitation

__all__ = [
    "HostOption",
    "NameOption",
    "PlainOption",
    "PortOption",
    "SecretOption",
    "SetupOption",
    "TlsOption",
    "TrustOption",
    "WatchOption",
    "opening",
    "web",
]

SecretOption = Annotated[
    Path | None,
    typer.Option(
        "--secret", metavar="FILE", help="What all engines of a race know; ports of a network ask for it."
    ),
]

PortOption = Annotated[
    int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Of the page; 0 takes a free one.")
]
HostOption = Annotated[
    str, typer.Option("--host", metavar="ADDRESS", help="Of this machine; loopback shows it to nobody else.")
]
TlsOption = Annotated[
    Path | None, typer.Option("--tls", metavar="DIR", help="Speak https, as `pacelight tls init DIR` began.")
]
PlainOption = Annotated[
    int | None,
    typer.Option(
        "--http-redirect",
        metavar="PORT",
        min=0,
        max=65535,
        help="With --tls: lead from http to https there, and hand out the authority.",
    ),
]
NameOption = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="Another name by which the page is asked; again for more."),
]
TrustOption = Annotated[
    bool,
    typer.Option(
        "--trust-network",
        help="Let people of the network sign in without TLS: only where no stranger is on it.",
    ),
]

WatchOption = Annotated[
    bool, typer.Option("--watch-only", help="Nobody signs in here, and nothing can be asked.")
]
SetupOption = Annotated[
    Path | None,
    typer.Option(
        "--setup", metavar="DIR", help="Let a meet be prepared in this folder, which may be empty: /setup."
    ),
]


def web(
    *,
    bus: Annotated[
        list[str] | None,
        typer.Option(
            "--bus",
            metavar="BUS",
            help="Where the engine of a race is: a path, tcp://HOST:PORT; again for more.",
        ),
    ] = None,
    secret: SecretOption = None,
    book: Annotated[
        str | None,
        typer.Option(
            "--book", metavar="BOOK", help="The record book to show [default: where no race is, your own]."
        ),
    ] = None,
    port: PortOption = 8370,
    host: HostOption = "127.0.0.1",
    access: AccessOption = None,
    tls: TlsOption = None,
    http_redirect: PlainOption = None,
    name: NameOption = None,
    trust_network: TrustOption = False,
    watch_only: WatchOption = False,
    evidence: Annotated[
        list[Path] | None,
        typer.Option(
            "--evidence",
            metavar="PATH",
            help="Journals and results of races, for the record desk: a file, or a folder; again for more.",
        ),
    ] = None,
    setup: SetupOption = None,
    recordings: RecordingsOption = None,
    keep_races: RacesOption = None,
    keep_megabytes: MegabytesOption = None,
    keep_days: DaysOption = None,
    starts: Annotated[
        bool, typer.Option("--starts", hidden=True, help="Who started this starts the engine, too.")
    ] = False,
    why: Annotated[
        Path | None,
        typer.Option("--why", metavar="FILE", hidden=True, help="Where the engine says what refuses it."),
    ] = None,
    parent: Annotated[
        int, typer.Option("--parent", metavar="PID", hidden=True, help="End when this process does.")
    ] = 0,
) -> None:
    """Show a race, the record book or both to browsers; the engine may start later, and may restart."""
    from dataclasses import replace

    from pacelight.cli.book_opened import open_book, own_book
    from pacelight.cli.buses import places
    from pacelight.cli.processes import end_with
    from pacelight.cli.recordings_folder import keep_of, own_recordings
    from pacelight.cli.setting_up import bus_of
    from pacelight.web import serve

    end_with(parent)
    buses = places(bus or bus_of(setup, watch_only=watch_only), secret)
    how = opening(
        access,
        tls,
        http_redirect,
        name or (),
        host,
        trusts_network=trust_network,
        asks=not watch_only,
    )
    if not buses and book is None:
        open_book(None).close()  # made at first use
        book = str(own_book())
    how = replace(how, setup=setup, starts=starts, evidence=tuple(evidence or ()), why=why)
    kept = own_recordings(recordings) if buses else None
    keep = keep_of(keep_races, keep_megabytes, keep_days)
    serve(buses or None, host, port, announce=_say, book=book, opening=how, recordings=kept, keep=keep)


def opening(
    access: Path | None,
    tls: Path | None,
    plain: int | None,
    names: Sequence[str],
    host: str,
    *,
    trusts_network: bool,
    asks: bool,
) -> "Opening":
    """How the page is open, as the command line says it.

    Args:
        access: the file of who is signed in; None for the user's own.
        tls: the folder of the certificate.
        plain: port that leads to https.
        names: other names of the page.
        host: on which it listens.
        trusts_network: people of the network sign in without TLS.
        asks: people sign in, ask something of the engine and decide about records.

    Raises:
        OutputError: what does not fit together.
    """
    from pacelight.cli.access_file import own_access
    from pacelight.cli.said import warn
    from pacelight.errors import OutputError
    from pacelight.web.addresses import is_loopback
    from pacelight.web.opening import Opening

    if plain is not None and tls is None:
        raise OutputError("--http-redirect leads to https: name the certificate with --tls DIR")
    file = own_access(access) if asks else None
    if asks and not is_loopback(host) and tls is None and not trusts_network:
        warn("others see the page, and only this machine may ask anything: for others --tls DIR")

    if tls is not None:
        _remind(tls)

    def welcome(first: "Invitation", address: str) -> None:
        _welcome(first, address, file, plain or 0)

    return Opening(file, tls, plain, tuple(names), trusts_network, welcome)


def _remind(tls: Path) -> None:
    """Say that a certificate is good for a few days only; one that is good no more is refused later."""
    from datetime import UTC, datetime, timedelta

    from pacelight.cli.said import warn
    from pacelight.web.tls.folder import Folder

    left = Folder(tls).show().until - datetime.now(UTC)
    if timedelta(0) < left < timedelta(days=7):
        warn(f"the certificate in {tls} is good for {left.days} days more (write: pacelight tls renew {tls})")


def _welcome(first: "Invitation", address: str, file: Path | None, plain: int) -> None:
    """Tell whoever sits at the terminal how to become director; a log is told no secret."""
    from pacelight.cli.qr import terminal_qr
    from pacelight.cli.said import warn
    from pacelight.web.addresses import is_loopback
    from pacelight.web.rights.code import shown

    if not sys.stderr.isatty():
        warn(f"nobody is director yet (write: pacelight access pair --role director --access {file})")
        return
    link = f"{address}pair#{shown(first.code)}"
    host = urlsplit(address).hostname or ""
    picture = "" if is_loopback(host) else f"\n{terminal_qr(link)}"
    sys.stderr.write(
        f"Nobody is director yet. Whoever opens this first is, within ten minutes:{picture}\n{link}\n"
    )
    if plain:
        bracketed = f"[{host}]" if ":" in host else host
        sys.stderr.write(f"A phone that does not trust it yet: http://{bracketed}:{plain}/authority\n")
    sys.stderr.flush()


def _say(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()

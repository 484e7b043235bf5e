"""`pacelight serve`: engine and pages of one machine, started together and kept up."""

from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.access_file import AccessOption
from pacelight.cli.engine import AllowOption, SpareOption, TimingOption
from pacelight.cli.race import JsonOption, OutputOption, SpeedOption
from pacelight.cli.recordings_folder import DaysOption, MegabytesOption, RacesOption, RecordingsOption
from pacelight.cli.web import (
    HostOption,
    NameOption,
    PlainOption,
    PortOption,
    SecretOption,
    SetupOption,
    TlsOption,
    TrustOption,
)

__all__ = ["serve"]


def serve(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A race file or a meet file; none for the record book alone."),
    ] = None,
    *,
    bus: Annotated[
        list[str] | None,
        typer.Option(
            "--bus",
            metavar="BUS",
            help="Where the engine is listened to; again for more [default: beside the journal].",
        ),
    ] = None,
    journal: Annotated[
        Path | None,
        typer.Option(
            "--journal",
            metavar="FILE",
            help="Begun, or taken up [default: the meet's; ID.journal of a race].",
        ),
    ] = None,
    spare: SpareOption = None,
    timing: TimingOption = None,
    allow: AllowOption = None,
    book: Annotated[
        str | None,
        typer.Option("--book", metavar="BOOK", help="The record book [default: the meet's; else your own]."),
    ] = None,
    secret: SecretOption = None,
    speed: SpeedOption = "1",
    output: OutputOption = "",
    countdown: Annotated[
        float,
        typer.Option(
            "--countdown", metavar="SECONDS", min=0, max=3600, help="Of a recording: from arming to the gun."
        ),
    ] = 0.0,
    port: PortOption = 8370,
    host: HostOption = "127.0.0.1",
    access: AccessOption = None,
    tls: TlsOption = None,
    http_redirect: PlainOption = None,
    name: NameOption = None,
    trust_network: TrustOption = False,
    setup: SetupOption = None,
    recordings: RecordingsOption = None,
    keep_races: RacesOption = None,
    keep_megabytes: MegabytesOption = None,
    keep_days: DaysOption = None,
    json: JsonOption = False,
) -> None:
    """Run a race or a session with its pages, at one address; what dies is started again. Ends with Ctrl-C.

    An engine that is stopped with this goes on where it was when this is started again.
    With --setup and no FILE the engine starts once somebody opens the meet on the page.
    """
    from pacelight.cli.serving import Asked, run

    run(
        Asked(
            file=file,
            bus=tuple(bus or ()),
            journal=journal,
            spare=spare,
            timing=tuple(timing or ()),
            allow=tuple(allow or ()),
            book=book,
            secret=secret,
            speed=speed,
            output=output,
            countdown=countdown,
            port=port,
            host=host,
            access=access,
            tls=tls,
            http_redirect=http_redirect,
            names=tuple(name or ()),
            trust_network=trust_network,
            setup=setup,
            recordings=recordings,
            keep=(keep_races, keep_megabytes, keep_days),
            json=json,
        )
    )

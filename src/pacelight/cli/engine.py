"""`pacelight engine`: one race, its lights and its journal; pages, standbys and nodes listen to it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.race import OutputOption, SpeedOption
from pacelight.cli.unit import PrintUnitOption
from pacelight.cli.web import SecretOption

if TYPE_CHECKING:
    from pacelight.meet.live.live import Live
    from pacelight.meet.live.told import Told

__all__ = ["AbsenceOption", "AllowOption", "SpareOption", "TimingOption", "engine"]

SpareOption = Annotated[
    Path | None,
    typer.Option(
        "--spare", metavar="DIR", help="On another disk: the journal goes on there if its own refuses."
    ),
]
TimingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--timing",
        metavar="NAME=URL",
        help="A timing system to listen to, as in finish=lynx+udp://127.0.0.1:8080; again for more.",
    ),
]
AllowOption = Annotated[
    list[str] | None,
    typer.Option(
        "--allow",
        metavar="NETWORK",
        help="From where timing systems may speak to --timing; again for more [default: this machine].",
    ),
]

AbsenceOption = Annotated[
    str,
    typer.Option(
        "--absence",
        metavar="WHAT",
        help="What becomes of the lights when no engine is left: hold, fade, dark.",
    ),
]


def engine(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A race file or a meet file; none with --standby."),
    ] = None,
    *,
    bus: Annotated[
        list[str] | None,
        typer.Option(
            "--bus",
            metavar="BUS",
            help="Where it is listened to: a path, tcp://HOST:PORT; again for more [default: the meet's].",
        ),
    ] = None,
    journal: Annotated[
        Path | None,
        typer.Option(
            "--journal",
            metavar="FILE",
            help="Begun here, or taken up where it ends [default: the meet's].",
        ),
    ] = None,
    spare: SpareOption = None,
    timing: TimingOption = None,
    allow: AllowOption = None,
    book: Annotated[
        str | None,
        typer.Option(
            "--book",
            metavar="BOOK",
            help="Asked for the lights, given the candidates [default: the meet's; --standby: the race's].",
        ),
    ] = None,
    standby: Annotated[
        bool, typer.Option("--standby", help="Copy the journal of --follow, and take over when that is gone.")
    ] = False,
    follow: Annotated[
        list[str] | None,
        typer.Option("--follow", metavar="BUS", help="Where the other engine is; again for more."),
    ] = None,
    node: Annotated[
        list[str] | None,
        typer.Option("--node", metavar="HOST:PORT", help="Where a light node is; again for more."),
    ] = None,
    secret: SecretOption = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="Of this engine, for people [default: the machine's]."),
    ] = None,
    speed: SpeedOption = "1",
    output: OutputOption = "",
    absence: AbsenceOption = "fade",
    countdown: Annotated[
        float, typer.Option("--countdown", metavar="SECONDS", min=0, max=3600, help="From arming to the gun.")
    ] = 0.0,
    print_unit: PrintUnitOption = False,
    parent: Annotated[
        int, typer.Option("--parent", metavar="PID", hidden=True, help="End when this process does.")
    ] = 0,
    when_told: Annotated[
        bool, typer.Option("--when-told", hidden=True, help="Load everything, and begin at a line of input.")
    ] = False,
    why: Annotated[
        Path | None,
        typer.Option("--why", metavar="FILE", hidden=True, help="Where to say what refuses it, for pages."),
    ] = None,
) -> None:
    """Run a race or a session; killed and started again, it goes on where it was. Ends with SIGTERM.

    A race file with a recording is run from it. All else waits for people and timing systems.
    """
    from pacelight.cli.engines import Asked, check, completed, run
    from pacelight.cli.processes import end_calmly, end_with, reason_in, wait_to_be_told
    from pacelight.cli.unit import print_unit as show_unit

    asked = Asked(
        file=file,
        bus=tuple(bus or ()),
        journal=journal,
        spare=spare,
        timing=tuple(timing or ()),
        allow=tuple(allow or ()),
        book=book,
        standby=standby,
        follow=tuple(follow or ()),
        nodes=tuple(node or ()),
        secret=secret,
        name=name,
        speed=speed,
        output=output,
        absence=absence,
    )
    if print_unit:
        check(completed(asked)[0])
        show_unit("engine")
        return
    end_calmly()
    end_with(parent)
    if when_told:
        import pacelight.book.asking.lists  # what is loaded late otherwise: lamps come first
        import pacelight.meet.engine.timing  # noqa: F401

        wait_to_be_told()
    with reason_in(why):
        if parent:  # who started it tells the race
            run(asked, countdown)
        else:
            run(asked, countdown, _last_words)


def _last_words(told: "Told", live: "Live") -> None:
    """Of a race that nobody is told otherwise here: in the end, what its lights and their controllers did."""
    if told.kind == "done":
        from pacelight.cli.race_pages import say_lights  # to print a table takes long to load

        say_lights(live)
        sys.stdout.flush()

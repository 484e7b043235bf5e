"""`pacelight meet`: a whole session in one file: begun, shown, checked, packed for another machine."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["BookOption", "FileArgument", "JsonOption", "app"]

app = typer.Typer(no_args_is_help=True, help="Prepare a meet: timetable, entries, lights, what is at stake.")

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="A meet file.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")]
BookOption = Annotated[
    str | None, typer.Option("--book", metavar="BOOK", help="Another than the meet file names.")
]


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it; never over another file.")],
    *,
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT", help="Of the meeting, as announced.")
    ] = None,
    venue: Annotated[str | None, typer.Option("--venue", metavar="TEXT", help="Where it is.")] = None,
    on: Annotated[str | None, typer.Option("--day", metavar="DAY", help="When: 2026-06-13.")] = None,
    track: Annotated[
        str | None, typer.Option("--track", metavar="TRACK", help="As `pacelight track list` has it.")
    ] = None,
    survey: Annotated[
        str | None, typer.Option("--survey", metavar="FILE", help="Which lamp stands where; beside FILE.")
    ] = None,
    race: Annotated[
        list[str] | None,
        typer.Option("--race", metavar="RACE", help="'19:45 MILE men': time, event, sex; again for more."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Write a meet file to go on from, each field explained. What no option says is asked at the terminal."""
    from pacelight.cli.meet_new import Asked, write

    asked = Asked(name=name, venue=venue, day=on, track=track, survey=survey, races=tuple(race or ()))
    write(file, asked, json=json)


@app.command()
def show(file: FileArgument, *, book: BookOption = None, json: JsonOption = False) -> None:
    """The timetable: every race with its runners, its lights as the book has them, and what is at stake."""
    from contextlib import closing

    from pacelight.book.asking.lists import Book
    from pacelight.cli.meet_pages import show as shown
    from pacelight.meet.programme.meetfile import MeetFile
    from pacelight.meet.show.timetable import timetable

    meet = MeetFile.read(file)
    with closing(Book.open(book or meet.book)) as opened:
        items = timetable(meet, opened)
    shown(meet, items, json=json)


@app.command()
def check(file: FileArgument, *, book: BookOption = None, json: JsonOption = False) -> None:
    """What of a meet file is not right yet: files, survey, whether the book knows lights and takes marks."""
    from pacelight.cli.meet_pages import checked
    from pacelight.meet.programme.meetfile import MeetFile
    from pacelight.meet.show.meet_faults import faults, unwilling

    meet = MeetFile.read(file)
    where = book or meet.book
    checked(meet, (*faults(meet, where), *unwilling(meet, where)), json=json)


@app.command()
def pack(
    file: FileArgument,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Where to [default: the meet's id, .zip].")
    ] = None,
    with_secret: Annotated[
        bool, typer.Option("--with-secret", help="The secret that guards the ports goes with it.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """The whole meet into one file, for the spare machine: files, book and journal, also while it runs."""
    from pacelight.cli.meet_packing import pack as packed
    from pacelight.meet.programme.meetfile import MeetFile

    meet = MeetFile.read(file)
    packed(meet, output or Path(f"{meet.id}.zip"), with_secret=with_secret, json=json)


@app.command()
def unpack(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A packed meet.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder for it.")],
    *,
    json: JsonOption = False,
) -> None:
    """A packed meet into a new folder: all of it, every sum checked, or nothing."""
    from pacelight.cli.meet_packing import unpack as unpacked

    unpacked(file, folder, json=json)

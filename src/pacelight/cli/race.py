"""`pacelight race`: run a race from its file, tell it again, prove its journal, read a result."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["BookOption", "JsonOption", "OutputOption", "SpeedOption", "app"]

app = typer.Typer(no_args_is_help=True, help="Run a race, and tell it again.")

SpeedOption = Annotated[
    str, typer.Option("--speed", metavar="N", help="How many times as fast as it was run: 1, 10, 0.5.")
]
OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        metavar="URL",
        help="Where the lamps are: sacn://HOST, ddp://HOST ..., or sim:// for none "
        "[default: where the survey says, else none].",
        show_default=False,
    ),
]
BookOption = Annotated[
    str | None,
    typer.Option("--book", metavar="BOOK", help="Is asked for the lights and given the candidates."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object a line, for programs.")]
JournalArgument = Annotated[Path, typer.Argument(metavar="JOURNAL", help="The journal of a race.")]


@app.command()
def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A race file with a recording.")],
    *,
    speed: SpeedOption = "1",
    output: OutputOption = "",
    book: BookOption = None,
    journal: Annotated[
        Path | None, typer.Option("--journal", metavar="FILE", help="Begun here, or taken up where it ends.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Run a race from its file, without pages.

    Without --book the book is a copy of the shipped one as it stood on the eve of the race:
    your own is neither asked nor written to.
    """
    from pacelight.cli.race_pages import page
    from pacelight.cli.running import run_here
    from pacelight.cli.scratch import eve_book, scratch
    from pacelight.meet.clock import rate
    from pacelight.meet.engine.start import Orders
    from pacelight.meet.programme.racefile import RaceFile

    at, race = rate(speed), RaceFile.read(file)
    with scratch(race.id) as folder:
        orders = Orders(
            race=file,
            book=book or eve_book(folder / "book.sqlite", race.eve),
            journal=journal or folder / "race.journal",
            output=output,
            speed=at,
        )
        run_here(orders, page(json=json))


@app.command()
def legend(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A race file.")],
    *,
    book: BookOption = None,
    json: JsonOption = False,
) -> None:
    """What each light of a race is, its colour and pattern, and which two somebody may confuse.

    Without --book the shipped book is asked, as it stood on the eve of the race.
    """
    from pacelight.cli.legend_pages import lights_of, show
    from pacelight.cli.scratch import eve_book, scratch
    from pacelight.meet.programme.racefile import RaceFile

    race = RaceFile.read(file)
    with scratch(race.id) as folder:
        lights = lights_of(race, book or eve_book(folder / "book.sqlite", race.eve))
    show(race, lights, json=json)


@app.command()
def replay(journal: JournalArgument, *, json: JsonOption = False) -> None:
    """Tell a race again from its journal: the same lines as when it was run, byte for byte."""
    from pacelight.cli.race_pages import page
    from pacelight.meet.live.replay import retell

    tell = page(json=json)
    for told, live in retell(journal):
        tell(told, live)


@app.command()
def verify(
    journal: JournalArgument,
    *,
    link: Annotated[
        str,
        typer.Option(
            "--link",
            metavar="LINK",
            help="Noted down when this was asked before: the journal must hold it still.",
        ),
    ] = "",
    json: JsonOption = False,
) -> None:
    """Prove that a journal was not changed: every line whole, each following from the one before.

    All files of it are proved together, those in which it went on after an error of a disk, too.
    """
    import sys

    import msgspec

    from pacelight.errors import JournalError
    from pacelight.meet.journal.file import proof

    proved = proof(journal, link.strip().lower())
    if not proved.lines:
        raise JournalError(f"{journal} holds no line: there is nothing to prove")
    if json:
        shape = {
            "schema": "pacelight.verified/1",
            "lines": proved.lines,
            "link": proved.link,
            "files": [{"path": path, "lines": lines} for path, lines in proved.files],
            "unused": proved.unused,
            "noted": proved.noted,
        }
        sys.stdout.write(msgspec.json.encode(shape).decode() + "\n")
        return
    for path, lines in proved.files if len(proved.files) > 1 else ():
        sys.stdout.write(f"{path}: {lines} lines\n")
    sys.stdout.write(
        f"{proved.lines} lines, nothing changed and none lost between them; the next follows {proved.link}\n"
        "note that down: with --link, lines cut off the end are found out, too\n"
    )
    if proved.noted is not None:
        sys.stdout.write(
            f"the link that was noted down follows line {proved.noted}: nothing up to it was cut off\n"
        )


@app.command()
def report(
    journal: JournalArgument,
    *,
    words: Annotated[
        bool, typer.Option("--words", help="What was shown in a few lines, for a referee to read.")
    ] = False,
) -> None:
    """What was asked of the lights, what they showed, what was run: one JSON object."""
    import sys

    import msgspec

    from pacelight.meet.live.replay import retell
    from pacelight.meet.show import evidence

    *_, (_, live) = retell(journal)
    if words:
        sys.stdout.write("".join(f"{line}\n" for line in evidence.words(live)))
    else:
        sys.stdout.write(msgspec.json.encode(evidence.evidence(live)).decode() + "\n")

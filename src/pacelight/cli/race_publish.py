"""`pacelight race publish`: results as files, again and again while a race is run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.languages import LanguageOption
from pacelight.cli.race import JsonOption
from pacelight.cli.web import SecretOption

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pacelight.meet.publish.publisher import FileState

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add this command to those of a race."""
    app.command()(publish)


def publish(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="JOURNAL|BUS", help="A journal, or where its engine is: a socket, tcp://HOST:PORT."
        ),
    ],
    *,
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where the files are put.")],
    form: Annotated[
        str, typer.Option("--format", metavar="F,...", help="html, csv, json, lif, wa, commas between.")
    ] = "html,csv,json,lif,wa",
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on until stopped, whenever something changes.")
    ] = False,
    status: Annotated[
        bool,
        typer.Option("--status", help="Write nothing: say which files stand there, and if they are right."),
    ] = False,
    language: LanguageOption = "en",
    secret: SecretOption = None,
    json: JsonOption = False,
) -> None:
    """Publish results as pages, CSV, JSON, FinishLynx and World Athletics JSON, each file whole.

    Each says that it is unofficial until the race is official; then it carries by what it can be proved.
    Pages are in the language that is asked for; what programs read is the same in every language.
    """
    from pacelight.cli.languages import speech_of
    from pacelight.cli.processes import end_calmly
    from pacelight.cli.publishing import Kept, changes
    from pacelight.errors import Failure
    from pacelight.meet.publish.published import formats_of
    from pacelight.meet.publish.publisher import Publisher

    formats, speech = formats_of(form), speech_of(language)
    if watch:
        end_calmly()
    with Kept(sources, secret) as kept:
        publisher = Publisher(kept.journals, to, formats, speech, growing=watch or kept.follows)
        if status:
            found = publisher.status()
            _say(found, json=json)
            raise typer.Exit(0 if all(one.state == "up to date" for one in found) else 1)
        kept.changed()
        _say(publisher.publish(), json=json)
        for _ in changes(kept) if watch else ():
            try:
                _say([one for one in publisher.publish() if one.state == "written"], json=json)
            except Failure as error:  # a disk that is full now may have room in a second
                kept.again(str(error))


def _say(states: "Iterable[FileState]", *, json: bool) -> None:
    """One line a file."""
    import sys

    import msgspec

    for one in states:
        if json:
            shape = {
                "schema": "pacelight.published/1",
                "file": one.name,
                "state": one.state,
                "bytes": one.size,
            }
            sys.stdout.write(msgspec.json.encode(shape).decode() + "\n")
        else:
            sys.stdout.write(f"{one.state:<10}  {one.name}  {one.size} bytes\n")
    sys.stdout.flush()

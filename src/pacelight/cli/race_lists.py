"""`pacelight race startlist`: who starts, from whatever file says so: shown, written, put in a race file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.race import BookOption, JsonOption

if TYPE_CHECKING:
    from pacelight.meet.intake.people import People
    from pacelight.meet.intake.starters import Told
    from pacelight.timing.formats.lists.entrant import StartList

__all__ = ["register"]


def register(app: typer.Typer) -> None:
    """Add these commands to those of a race."""
    app.command()(startlist)


def startlist(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A start list, or entries.")],
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="F", help="Of the file [default: found in it].")
    ] = "",
    event: Annotated[
        str, typer.Option("--event", metavar="N", help="Only of this event, by its number.")
    ] = "",
    stage: Annotated[str, typer.Option("--round", metavar="N", help="Only of this round.")] = "",
    heat: Annotated[str, typer.Option("--heat", metavar="N", help="Only of this heat.")] = "",
    keys: Annotated[bool, typer.Option("--keys", help="Ask the book who they are.")] = False,
    athlete: Annotated[
        list[str] | None,
        typer.Option(
            "--athlete", metavar="BIB=KEY", help="Who wears a number, by the key of the book, or new."
        ),
    ] = None,
    by_name: Annotated[
        bool, typer.Option("--by-name", help="Take the only athlete of a name, if the file says no more.")
    ] = False,
    nation: Annotated[
        str, typer.Option("--nation", metavar="CODE", help="Of whom neither file nor book names one.")
    ] = "",
    into: Annotated[
        Path | None, typer.Option("--into", metavar="RACEFILE", help="Put them into this race file.")
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="FILE", help="Write them to a new file: .csv, .evt, .json."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing, and say what would be.")] = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Show who starts, from CSV, FinishLynx, World Athletics, Hy-Tek, Omega, DLV or TAF; or use it.

    With --into the runners of a race file become those of the list, each with the key by which the book
    knows them; whoever it cannot tell is named, and nothing is written until you have said who it is.
    """
    from pacelight.cli import race_lists_pages as pages
    from pacelight.meet.intake.starters import Told
    from pacelight.nation import nation as find_nation
    from pacelight.timing.formats.lists.startlists import chosen, guessed, read_start_list

    data = pages.file_bytes(file)
    lists = chosen(read_start_list(data, file.name, form), event, stage, heat)
    pages.refuse_none(lists, file.name)
    said = Told(_said(athlete or []), find_nation(nation).code if nation else "", by_name)
    if into is not None:
        _put(pages.only(lists), into, said, book, dry_run=dry_run, json=json)
    if keys:
        lists = _keyed(lists, said, book)
    if write is not None:
        pages.write(lists, write, dry_run=dry_run)
    elif into is None:
        found = guessed(data, file.name)
        pages.show(lists, form or (found.name if found else ""), json=json)


def _said(given: list[str]) -> dict[str, str]:
    """What a person has said, by bib."""
    from pacelight.errors import RaceError

    pairs = [one.partition("=") for one in given]
    for bib, sign, key in pairs:
        if not (bib and sign and key):
            raise RaceError(f"'{bib}{sign}{key}' says not who wears which number (write 12=nuguse-yared)")
    return {bib.strip(): key.strip() for bib, _, key in pairs}


def _people(where: str | None) -> "People":
    """Everybody whom the book knows."""
    from contextlib import closing

    from pacelight.book.store.held import read_people
    from pacelight.book.store.store import Store
    from pacelight.cli.book_opened import open_book, own_book
    from pacelight.meet.intake.people import People

    open_book(where).close()
    with closing(Store.open(own_book() if where is None else where)) as store, store.reading() as connection:
        return People(read_people(connection))


def _put(heat: "StartList", into: Path, said: "Told", book: str | None, *, dry_run: bool, json: bool) -> None:
    """Put the runners of a list into a race file, or say who they are not known to be."""
    from pacelight.cli import race_lists_pages as pages
    from pacelight.meet.intake.starters import seats
    from pacelight.meet.programme.racefile import RaceFile
    from pacelight.meet.programme.racefile_entries import rewritten, runner_of
    from pacelight.meet.publish.put import put

    race = RaceFile.read(into)
    found = seats(heat, _people(book), said, race.runners, race.heat.sex)
    doubts = [one for one in found if not one.key]
    if doubts:
        pages.ask(found, json=json)
        raise typer.Exit(2)
    runners = [runner_of(one.entrant, one.key, one.nation, one.say, one.club) for one in found]
    text = rewritten(race.text, runners)
    RaceFile.parse(text, into.parent)
    if not dry_run:
        put(into, text.encode())
    pages.show_change(found, race.runners, into, dry_run=dry_run, json=json)


def _keyed(lists: tuple["StartList", ...], said: "Told", book: str | None) -> tuple["StartList", ...]:
    """The same lists, with the keys by which the book knows those who can be told."""
    from dataclasses import replace

    from pacelight.cli import race_lists_pages as pages
    from pacelight.meet.intake.starters import seats

    people, made = _people(book), []
    for heat in lists:
        found = {id(one.entrant): one for one in seats(heat, people, said)}
        pages.doubts(found.values())
        entrants = [
            replace(one, athlete=found[id(one)].key, nation=found[id(one)].nation)
            if id(one) in found
            else one
            for one in heat.entrants
        ]
        made.append(replace(heat, entrants=tuple(entrants)))
    return tuple(made)

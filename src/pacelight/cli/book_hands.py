"""`pacelight book add` and `merge`: what a statistician writes by hand."""

import json as json_texts
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import JsonOption, Sexes
from pacelight.cli.days import day
from pacelight.errors import BookError, FormatError

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.book.model import Athlete, Performance

__all__ = ["DryRunOption", "add", "merge", "say"]

DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Write nothing, and say what would be.")]


def add(
    event: Annotated[str | None, typer.Argument(metavar="EVENT", help="Code or common name.")] = None,
    mark: Annotated[str | None, typer.Argument(metavar="MARK", help="As people print it.")] = None,
    athlete: Annotated[
        str | None, typer.Argument(metavar="ATHLETE", help="Name, or key of an athlete of the book.")
    ] = None,
    *,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="Instead: performances as exported, CSV.")
    ] = None,
    sex: Annotated[Sexes | None, typer.Option("--sex", help="Whose event.")] = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="Local date at the venue.")] = None,
    nation: Annotated[
        str, typer.Option("--nation", metavar="CODE", help="Competed for [default: their last].")
    ] = "",
    new: Annotated[
        str | None,
        typer.Option("--new", metavar="KEY", help="Of an athlete the book does not know, family name first."),
    ] = None,
    venue: Annotated[str, typer.Option("--venue", metavar="NAME", help="Where.")] = "",
    competition: Annotated[str, typer.Option("--competition", metavar="NAME", help="At what.")] = "",
    round_: Annotated[str, typer.Option("--round", metavar="TEXT", help="final, heat 2, ...")] = "",
    place: Annotated[int | None, typer.Option("--place", min=1, help="In the race.")] = None,
    wind: Annotated[str | None, typer.Option("--wind", metavar="M/S", help="As printed: +1.3, -0.4.")] = None,
    en_route_of: Annotated[
        str | None, typer.Option("--en-route-of", metavar="EVENT", help="On the way to a longer one.")
    ] = None,
    unofficial: Annotated[bool, typer.Option("--unofficial", help="Not judged as a finish.")] = False,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="A sentence.")] = "",
    source: Annotated[
        str, typer.Option("--source", metavar="KEY", help="Who says so: a source of the book.")
    ] = "",
    who: Annotated[
        str | None, typer.Option("--who", metavar="TEXT", help="Publisher and title, if it is a new source.")
    ] = None,
    read: Annotated[
        str | None, typer.Option("--read", metavar="DAY", help="When that was read [default: today].")
    ] = None,
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Append one performance, or a file of them: all or none; the same twice adds nothing."""
    from dataclasses import replace

    from pacelight.book.keeping import hands
    from pacelight.book.model import Source

    with open_book(book) as opened:
        if file is not None:
            made = _of_file(file, typed=(event, sex, on))
        elif event is None or mark is None or athlete is None or sex is None or on is None:
            raise BookError("write EVENT, MARK, ATHLETE, --sex and --on (or --file FILE)")
        else:
            person = _person(opened, athlete, nation, new)
            one = _performance(event, mark, person, nation, (sex, day(on), venue, round_))
            details = replace(
                one,
                competition=competition,
                place=place,
                wind=None if wind is None else hands.tenths(wind),
                en_route_of=None if en_route_of is None else _code(en_route_of),
                official=not unofficial,
                note=note,
            )
            made = [details]
        made = [one if one.source_key else replace(one, source_key=source) for one in made]
        count = opened.add(made, Source(source, who, "", day(read)) if who else None, dry_run=dry_run)
    what = hands.told_performance(made[0]) if len(made) == 1 else f"{len(made)} performances"
    say(f"added {count} of {len(made)}: {what}", count=count, dry_run=dry_run, json=json)


def merge(
    kept: Annotated[str, typer.Argument(metavar="KEPT", help="Athlete whose key stays: name or key.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Athlete who is the same: name or key.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who says so.")] = "",
    decided: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="The day [default: today].")
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="For which reason.")] = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Two athletes are one: the other's names and key become the first one's; `unmerge` takes it back."""
    with open_book(book) as opened:
        one, two = opened.athlete(kept), opened.athlete(other)
        count = opened.merge(one.key, two.key, by=by, on=day(decided), why=why, dry_run=dry_run)
    run = f"{count} performance{'s' * (count != 1)}"
    what = f"merged: {two.name} ({two.key}) is {one.name} ({one.key}), {run}"
    say(what, count=count, dry_run=dry_run, json=json)


def say(what: str, *, count: int, dry_run: bool, json: bool, still: int | None = None) -> None:
    """One line of what was done, or would be; as JSON one object.

    Args:
        what: was done.
        count: of how many facts.
        dry_run: it was not.
        json: for programs.
        still: how many conditions of ratification are open, where they were counted.
    """
    if json:
        shape = {"schema": "pacelight.done/1", "what": what, "count": count, "dry_run": dry_run}
        if still is not None:
            shape["open_conditions"] = still
        sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(f"{'dry run, nothing is written: ' * dry_run}{what}\n")
        if still is not None:
            conditions = f"{still} condition{'s' * (still != 1)}"
            sys.stdout.write(
                f"{conditions} of ratification open, as the book knows (pacelight book checklist)\n"
            )


def _of_file(file: Path, *, typed: tuple[str | None, ...]) -> "list[Performance]":
    from pacelight.book.formats import exported

    if any(one is not None for one in typed):
        raise BookError("a performance is typed, or read from a file: not both")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FormatError(f"{file} cannot be read: {error.strerror}") from error
    return list(exported.performances(data, str(file)))


def _person(opened: "Book", name: str, nation: str, new: str | None) -> "Athlete":
    from pacelight.book.model import Athlete

    if new is None:
        try:
            return opened.athlete(name)
        except BookError as error:
            raise BookError(f"{error}; of somebody new write the key: --new FAMILY-GIVEN") from error
    if not nation:
        raise BookError(f"for whom does {name} compete? (write --nation)")
    return Athlete(new, name, nation)


def _performance(
    event: str, mark: str, person: "Athlete", nation: str, told: tuple[str, date, str, str]
) -> "Performance":
    from pacelight.book.keeping import hands
    from pacelight.book.model import Performance
    from pacelight.event import Sex
    from pacelight.event import event as find_event
    from pacelight.nation import nation as find_nation

    sex, on, venue, round_ = told
    one = find_event(event)
    return Performance(
        key=hands.performance_key(on, venue, one.code, Sex(sex), person.key, round_=round_),
        event=one.code,
        sex=Sex(sex),
        mark=one.read(mark),
        athlete_key=person.key,
        athlete=person.name,
        nation=find_nation(nation or person.nation).code,
        day=on,
        venue=venue,
        competition="",
        round=round_,
    )


def _code(text: str) -> str:
    from pacelight.event import event as find_event

    return find_event(text).code

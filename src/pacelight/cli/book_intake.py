"""`pacelight book import`, `queue` and `export`: how files come into the book, and go out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pacelight.cli.book_opened import BookOption, open_book, own_book
from pacelight.cli.book_options import AsOfOption, JsonOption, KnownAtOption, Sexes
from pacelight.cli.days import day
from pacelight.errors import FormatError, StoreError

if TYPE_CHECKING:
    from pacelight.book.keeping.bulk import Wholesale
    from pacelight.meet.intake.queue import FileQueue

__all__ = ["register"]

Formats = Literal["csv", "json", "parquet", "lenex"]

_INTERRUPTED = 130

queue_app = typer.Typer(no_args_is_help=True, help="Work through what an import left to a person.")

Question = Annotated[str, typer.Argument(metavar="ID", help="Of the question, or its first figures.")]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who says so.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For which reason.")]
SexOption = Annotated[Sexes | None, typer.Option("--sex", help="Whose event.")]


def register(app: typer.Typer, panel: str) -> None:
    """Add these commands to those of the book, under a heading of its help."""
    app.command("import", rich_help_panel=panel)(import_files)
    app.add_typer(queue_app, name="queue", rich_help_panel=panel)
    app.command("export", rich_help_panel=panel)(export)


def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Results, lists or records.")],
    *,
    form: Annotated[
        str | None, typer.Option("--format", metavar="F", help="Of the files [default: found in them].")
    ] = None,
    mapping: Annotated[
        list[Path] | None,
        typer.Option("--mapping", metavar="FILE", help="Explains the others: a mapping, a programme."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="The day the files are from.")
    ] = None,
    event: Annotated[
        str, typer.Option("--event", metavar="EVENT", help="Where a result file does not say it.")
    ] = "",
    sex: Annotated[Sexes | None, typer.Option("--sex", help="The same: whose race.")] = None,
    on: Annotated[str | None, typer.Option("--day", metavar="DAY", help="The same: when.")] = None,
    nation: Annotated[
        str, typer.Option("--nation", metavar="CODE", help="The same: of whom none is told.")
    ] = "",
    venue: Annotated[str, typer.Option("--venue", metavar="NAME", help="The same: where.")] = "",
    competition: Annotated[
        str, typer.Option("--competition", metavar="NAME", help="The same: at what.")
    ] = "",
    who: Annotated[
        str, typer.Option("--source-who", metavar="TEXT", help="Publisher and title [default: the file].")
    ] = "",
    url: Annotated[str, typer.Option("--source-url", metavar="URL", help="Where it was read.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing, and say what would be.")] = False,
    shrink: Annotated[
        bool, typer.Option("--shrink", help="Take a list that has lost most of what it had.")
    ] = False,
    partly: Annotated[
        bool, typer.Option("--partly", help="Take what is left of a file most of which is refused.")
    ] = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Take files into the book: all or nothing, and a report of what was refused and why."""
    from pacelight.cli.book_intake_pages import Watching, report
    from pacelight.event import Sex
    from pacelight.meet.intake.filed import check_trusted, filed
    from pacelight.meet.intake.lif import Said
    from pacelight.meet.intake.taken import take
    from pacelight.nation import nation as find_nation

    code = find_nation(nation).code if nation else ""
    said = Said(
        event=event,
        sex=Sex(sex) if sex else None,
        day=day(on) if on else None,
        venue=venue,
        competition=competition,
        nation=code,
    )
    until, beside = day(as_of), {path.name: _bytes(path) for path in mapping or ()}
    with Watching() as watching, _wholesale(book) as opened, _whole_or_nothing():
        given = []
        for path in files:
            watching.reading(path.name)
            one = filed(_bytes(path), path.name, beside=beside, wanted=form, said=said, until=until)
            check_trusted(one, partly=partly)
            given.append(one)
        done = take(
            opened,
            given,
            _queue(book),
            day=day(None),
            as_of=until if as_of else None,
            who=who,
            url=url,
            partly=partly,
            shrink=shrink,
            dry_run=dry_run,
            watch=watching.taking,
        )
    report(done, json=json)


@queue_app.command("list")
def queue_list(*, json: JsonOption = False, book: BookOption = None) -> None:
    """Every question that is open, those with most lines first."""
    from pacelight.cli.book_intake_pages import waiting
    from pacelight.meet.intake.answered import open_questions

    with _wholesale(book) as opened:
        waiting(open_questions(opened, _queue(book)), json=json)


@queue_app.command("show")
def queue_show(question: Question, *, json: JsonOption = False, book: BookOption = None) -> None:
    """One question with the lines that wait for its answer."""
    from pacelight.cli.book_intake_pages import asked
    from pacelight.meet.intake import answered

    with _wholesale(book) as opened:
        asked(answered.question(opened, _queue(book), question), json=json)


@queue_app.command("accept")
def queue_accept(
    question: Question,
    by: By,
    *,
    as_key: Annotated[
        str,
        typer.Option("--as", metavar="KEY", help="The athlete or performance it is [default: another one]."),
    ] = "",
    why: Why = "",
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """The lines are right: take them, as somebody's of the book or as something of their own."""
    _answer(question, accepted=True, as_key=as_key, by=by, why=why, json=json, book=book)


@queue_app.command("refuse")
def queue_refuse(
    question: Question, by: By, *, why: Why = "", json: JsonOption = False, book: BookOption = None
) -> None:
    """The lines are wrong: drop them, now and whenever they come again."""
    _answer(question, accepted=False, as_key="", by=by, why=why, json=json, book=book)


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Is written, and replaced if it is there.")],
    *,
    event: Annotated[
        str | None, typer.Option("--event", metavar="EVENT", help="Code or common name [default: all].")
    ] = None,
    sex: SexOption = None,
    form: Annotated[
        Formats | None, typer.Option("--format", help="[default: by the ending of the name]")
    ] = None,
    as_of: AsOfOption = None,
    known_at: KnownAtOption = None,
    book: BookOption = None,
) -> None:
    """Write performances as CSV, JSON lines or Parquet, or the records that stand as LENEX."""
    from pacelight import __version__
    from pacelight.cli.book_intake_pages import written
    from pacelight.event import Sex
    from pacelight.event import event as find_event
    from pacelight.meet.intake.outgoing import form_for, outgoing

    chosen, last = form_for(file.name, form), day(as_of)
    with open_book(book) as opened:
        data, count = outgoing(
            opened,
            chosen,
            event=find_event(event) if event else None,
            sex=Sex(sex) if sex else None,
            as_of=last,
            known_at=day(known_at) if known_at else last,
            version=__version__,
        )
    _write(file, data)
    written(file.name, count, records=chosen == "lenex")


def _answer(
    question: str, *, accepted: bool, as_key: str, by: str, why: str, json: bool, book: str | None
) -> None:
    from pacelight.cli.book_intake_pages import answered as shown
    from pacelight.meet.intake import answered
    from pacelight.meet.intake.questions import Answer

    queue = _queue(book)
    with _wholesale(book) as opened:
        found = answered.question(opened, queue, question)
        given = Answer(found.first.id, accepted, as_key, by, day(None), why)
        shown(found, given, answered.answer(opened, queue, found, given), json=json)


def _wholesale(where: str | None) -> "Wholesale":
    """The book, as one that takes much at once."""
    from pacelight.book.keeping.bulk import Wholesale
    from pacelight.book.store.store import Store

    return Wholesale.own(own_book()) if where is None else Wholesale(Store.open(where))


def _queue(where: str | None) -> "FileQueue":
    """The queue beside the book; of a book on a server beside the user's own."""
    from pacelight.book.store.on_file import OnFile
    from pacelight.book.store.places import place_of
    from pacelight.meet.intake.names import slug
    from pacelight.meet.intake.queue import FileQueue, beside

    if where is None:
        return FileQueue(beside(own_book()))
    place = place_of(where)
    if isinstance(place, OnFile) and place.path is not None:
        return FileQueue(beside(place.path))
    return FileQueue(beside(own_book().with_name(slug(place.name))))


@contextmanager
def _whole_or_nothing() -> Iterator[None]:
    """Say to who stops an import what is in the book then; the exit code is that of a program interrupted."""
    try:
        yield
    except KeyboardInterrupt as stopped:
        sys.stderr.write("pacelight: stopped; all of the files are in the book, or nothing of them\n")
        raise typer.Exit(_INTERRUPTED) from stopped


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FormatError(f"{path} cannot be read ({error.strerror})") from error


def _write(path: Path, data: bytes) -> None:
    """Put a file in its place whole: who reads it meanwhile has the one before."""
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_bytes(data)
        new.replace(path)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise StoreError(f"{path} cannot be written ({error.strerror})") from error

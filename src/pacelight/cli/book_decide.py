"""`pacelight book submit`, `ratify`, `reject`, `annul`, `correct`: what people decided, when, and why."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pacelight.cli.book_hands import DryRunOption, say
from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import JsonOption
from pacelight.cli.days import day
from pacelight.errors import BookError

if TYPE_CHECKING:
    from pacelight.book.asking.lists import Book
    from pacelight.book.model import Decision
    from pacelight.event import Level
    from pacelight.measure import AnyMark

__all__ = [
    "By",
    "DecisionLevel",
    "DecisionScope",
    "Key",
    "Learned",
    "On",
    "SourceOption",
    "Why",
    "annul",
    "correct",
    "level_and_scope",
    "ratify",
    "reject",
    "submit",
]

Key = Annotated[
    str, typer.Argument(metavar="KEY", help="Of the performance: in every --json answer of the book.")
]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who decided.")]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="The day it was decided.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="For which reason.")]
Learned = Annotated[
    str | None,
    typer.Option("--learned", metavar="DAY", help="The day it became known [default: that of --on]."),
]
SourceOption = Annotated[
    str, typer.Option("--source", metavar="KEY", help="Who reports it: a source of the book.")
]

RecordLevels = Literal["WR", "AR", "NR", "CR", "LR", "MR", "FR"]
DecisionLevel = Annotated[
    RecordLevels | None,
    typer.Option("--level", case_sensitive=False, help="Of this record alone [default: of every level]."),
]
DecisionScope = Annotated[
    str | None,
    typer.Option("--scope", metavar="CODE", help="Whose record of that level [default: whichever]."),
]


def submit(
    key: Key,
    by: By,
    on: On,
    *,
    why: Why = "",
    level: DecisionLevel = None,
    scope: DecisionScope = None,
    learned: Learned = None,
    source: SourceOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Say that people have submitted the official result: a candidate is pending."""
    named = level_and_scope(level, scope)
    made = _decision("submitted", key, by=by, on=on, why=why, learned=learned, source=source, named=named)
    _write(made, book, dry_run=dry_run, json=json)


def ratify(
    key: Key,
    by: By,
    on: On,
    why: Why,
    *,
    level: DecisionLevel = None,
    scope: DecisionScope = None,
    learned: Learned = None,
    source: SourceOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Say that people have confirmed a record, of every level or of one; open conditions are counted."""
    named = level_and_scope(level, scope)
    made = _decision("ratified", key, by=by, on=on, why=why, learned=learned, source=source, named=named)
    _write(made, book, dry_run=dry_run, json=json, counts_conditions=True)


def reject(
    key: Key,
    by: By,
    on: On,
    why: Why,
    *,
    level: DecisionLevel = None,
    scope: DecisionScope = None,
    learned: Learned = None,
    source: SourceOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Say that people have refused a record, of every level or of one: it stays the athlete's own mark."""
    named = level_and_scope(level, scope)
    made = _decision("rejected", key, by=by, on=on, why=why, learned=learned, source=source, named=named)
    _write(made, book, dry_run=dry_run, json=json)


def annul(
    by: By,
    on: On,
    why: Why,
    key: Annotated[
        str | None, typer.Argument(metavar="[KEY]", help="Of the performance; or name an athlete's time.")
    ] = None,
    *,
    athlete: Annotated[
        str | None, typer.Option("--athlete", metavar="NAME", help="Everything of this athlete ...")
    ] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="... from this day ...")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="... to this one.")] = None,
    learned: Learned = None,
    source: SourceOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Say that a result is void, or all of an athlete's in a time, what arrives later included."""
    if (key is None) == (athlete is None):
        raise BookError("name a performance by its KEY, or an athlete by --athlete")
    if (athlete is None) != (since is None) or (since is None) != (until is None):
        raise BookError("of an athlete a time is annulled: write --athlete, --from and --to together")
    made = _decision(
        "annulled",
        key or "",
        by=by,
        on=on,
        why=why,
        learned=learned,
        source=source,
        athlete=_athlete_key(athlete, book),
        since=None if since is None else day(since),
        until=None if until is None else day(until),
    )
    _write(made, book, dry_run=dry_run, json=json)


def correct(
    key: Key,
    by: By,
    on: On,
    why: Why,
    *,
    mark: Annotated[str | None, typer.Option("--mark", metavar="MARK", help="What the mark was.")] = None,
    nation: Annotated[
        str | None, typer.Option("--nation", metavar="CODE", help="Which nation was competed for.")
    ] = None,
    learned: Learned = None,
    source: SourceOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Say what the mark or the nation of a performance was; what was said before stays, as known then."""
    from pacelight.event import EVENTS
    from pacelight.nation import nation as find_nation

    if mark is None and nation is None:
        raise BookError("what is to be corrected? (write --mark or --nation)")
    with open_book(book) as opened:
        known = opened.performance(key)
    made = _decision(
        "corrected",
        key,
        by=by,
        on=on,
        why=why,
        learned=learned,
        source=source,
        mark=None if mark is None else EVENTS[known.event].read(mark),
        nation=None if nation is None else find_nation(nation).code,
    )
    _write(made, book, dry_run=dry_run, json=json)


def _decision(
    kind: str,
    key: str,
    *,
    by: str,
    on: str,
    why: str,
    learned: str | None,
    source: str,
    mark: "AnyMark | None" = None,
    nation: str | None = None,
    athlete: str = "",
    since: date | None = None,
    until: date | None = None,
    named: "tuple[Level | None, str]" = (None, ""),
) -> "Decision":
    from pacelight.book.model import Decision, DecisionKind

    decided = day(on)
    return Decision(
        performance_key=key,
        kind=DecisionKind(kind),
        decided=decided,
        learned=decided if learned is None else day(learned),
        by=by,
        why=why,
        source=source,
        mark=mark,
        nation=nation,
        athlete_key=athlete,
        since=since,
        until=until,
        level=named[0],
        scope=named[1],
    )


def level_and_scope(level: str | None, scope: str | None) -> "tuple[Level | None, str]":
    """Of which records is spoken, as the book writes it.

    Raises:
        BookError: a scope without its level, or no such scope.
    """
    from pacelight.book import scopes
    from pacelight.event import Level

    if level is None:
        if scope:
            raise BookError(f"whose record is '{scope}'? (write --level too)")
        return None, ""
    return Level(level), scopes.normal(Level(level), scope) if scope else ""


def _write(
    made: "Decision", book: str | None, *, dry_run: bool, json: bool, counts_conditions: bool = False
) -> None:
    """Append it, and say so in one line; in another, how many conditions of ratification are open."""
    from pacelight.book.keeping.hands import told_decision, told_performance

    with open_book(book) as opened:
        if made.athlete_key:
            name = opened.athlete(made.athlete_key).name
            about = f"everything of {name} from {made.since} to {made.until}"
        else:
            about = told_performance(opened.performance(made.performance_key))
        still = _open_conditions(opened, made) if counts_conditions else None
        new = opened.decide(made, anew=True, dry_run=dry_run)
    what = told_decision(made, about)
    say(what if new else f"known already: {what}", count=int(new), dry_run=dry_run, json=json, still=still)


def _open_conditions(opened: "Book", made: "Decision") -> int:
    """How many conditions are not met, or not known to be, as the book knew on the day of the decision."""
    from pacelight.records.checklist import checklist, open_ones
    from pacelight.records.known import known_of, levels_of

    known = known_of(opened, made.performance_key, known_at=made.learned)
    levels = levels_of(opened, known.performance) if made.level is None else (made.level,)
    return open_ones(checklist(known, levels))


def _athlete_key(name: str | None, book: str | None) -> str:
    if name is None:
        return ""
    with open_book(book) as opened:
        return opened.athlete(name).key

"""`pacelight book checklist`, `attest`, `history`, `withdraw`, `unmerge`: the life of a record."""

import json as json_texts
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from pacelight.cli.book_decide import (
    By,
    DecisionLevel,
    DecisionScope,
    Key,
    Learned,
    On,
    SourceOption,
    Why,
    level_and_scope,
)
from pacelight.cli.book_hands import DryRunOption, say
from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import CsvOption, JsonOption, KnownAtOption
from pacelight.cli.days import day
from pacelight.errors import BookError, FormatError

if TYPE_CHECKING:
    from datetime import date

    from pacelight.book.model import Decision

__all__ = ["attest", "checklist", "history", "unmerge", "withdraw"]


def checklist(
    key: Key,
    *,
    level: DecisionLevel = None,
    evidence: Annotated[
        Path | None,
        typer.Option(
            "--evidence", metavar="FILE", help="Of the race: its journal, or what `race report` prints."
        ),
    ] = None,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """What ratification asks for: what the book and the race's evidence show, and what needs a person."""
    from pacelight.cli import book_life_pages
    from pacelight.cli.book_sheet import Page
    from pacelight.event import Level
    from pacelight.records.checklist import checklist as fill
    from pacelight.records.known import known_of, levels_of

    told = None if evidence is None else _evidence(evidence)
    page = Page(day(known_at), day(known_at), json=json, csv=csv)
    with open_book(book) as opened:
        known = known_of(opened, key, known_at=page.known_at, evidence=told)
        levels = levels_of(opened, known.performance) if level is None else (Level(level),)
    book_life_pages.checklist(page, known, levels, fill(known, levels))


def attest(
    key: Key,
    condition: Annotated[
        str, typer.Argument(metavar="CONDITION", help="Of its checklist, by the key that --json has.")
    ],
    says: Annotated[
        Literal["met", "not-met", "open"], typer.Argument(help="What was seen; open takes it back.")
    ],
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who looked.")],
    *,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="How they know.")] = "",
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Say of a condition of ratification that somebody has looked: it is met, or is not."""
    from pacelight.book.attestation import Attestation, Attested
    from pacelight.book.keeping.hands import told_performance
    from pacelight.cli.days import now_s
    from pacelight.records.ratification import asked_of

    with open_book(book) as opened:
        one = opened.performance(key)
        asked = asked_of(one, condition)
        said = Attestation(key, asked.key, Attested(says.replace("-", " ")), by, why, now_s())
        opened.attest(said)
    say(f"{said.says}: {asked.says}, of {told_performance(one)} (by {by})", count=1, dry_run=False, json=json)


def history(
    key: Key,
    *,
    known_at: KnownAtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
    book: BookOption = None,
) -> None:
    """What has happened to a performance: every decision, correction and merge, by whom, when and why."""
    from pacelight.book.asking.changes import changes
    from pacelight.cli import book_life_pages
    from pacelight.cli.book_sheet import Page

    page = Page(day(known_at), day(known_at), json=json, csv=csv)
    with open_book(book) as opened:
        book_life_pages.history(page, changes(opened, key, known_at=page.known_at))


def withdraw(
    key: Key,
    by: By,
    on: On,
    why: Why,
    *,
    decision: Annotated[
        str | None,
        typer.Option(
            "--decision", metavar="WORD", help="Which: ratified, rejected, ... [default: the only one]."
        ),
    ] = None,
    taken: Annotated[
        str | None,
        typer.Option("--taken", metavar="DAY", help="Decided on this day [default: the only one]."),
    ] = None,
    level: DecisionLevel = None,
    scope: DecisionScope = None,
    learned: Learned = None,
    source: SourceOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Take a decision back: it stays in the book, and counts no more from the day on which this is known."""
    from pacelight.book.keeping.hands import told_decision, told_performance, withdrawal
    from pacelight.event import EVENTS

    with open_book(book) as opened:
        one = opened.performance(key)
        decided = day(on)
        known = decided if learned is None else day(learned)
        (stand,) = opened.part(EVENTS[one.event], one.sex).history.decided([one], known)
        wanted = (decision, None if taken is None else day(taken), level_and_scope(level, scope))
        back = _one_of(stand, *wanted)
        made = withdrawal(back, decided, known, by=by, why=why, source=source)
        new = opened.decide(made, anew=True, dry_run=dry_run)
    what = told_decision(made, told_performance(one))
    say(what, count=int(new), dry_run=dry_run, json=json)


def unmerge(
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Who was merged: name or key.")],
    *,
    by: Annotated[str, typer.Option("--by", metavar="WHO", help="Who says so.")] = "",
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="The day [default: today].")] = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="For which reason.")] = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Two athletes who were merged are two after all: each has again what was entered as theirs."""
    with open_book(book) as opened:
        count = opened.unmerge(other, by=by, on=day(on), why=why, dry_run=dry_run)
    run = f"{count} performance{'s' * (count != 1)}"
    say(f"unmerged: {other} is somebody else, {run}", count=count, dry_run=dry_run, json=json)


def _one_of(
    stand: "list[Decision]", kind: str | None, taken: "date | None", named: tuple[Any, str]
) -> "Decision":
    """The one decision that is meant.

    Raises:
        BookError: none, or several: they are named.
    """
    level, scope = named
    found = [
        one
        for one in stand
        if kind in {None, one.kind.value}
        and taken in {None, one.decided}
        and (level is None or (one.level, one.scope) == (level, scope))
    ]
    if len(found) == 1:
        return found[0]
    told = ", ".join(
        " ".join(filter(None, (one.kind, str(one.decided), one.level, one.scope))) for one in (found or stand)
    )
    if found:
        raise BookError(f"which decision? {told} (name it by --decision, --taken, --level)")
    raise BookError(f"no such decision stands about it ({f'there is {told}' if told else 'there is none'})")


def _evidence(file: Path) -> Mapping[str, Any]:
    """What a report says, or what a journal tells."""
    from pacelight.meet.live.replay import retell
    from pacelight.meet.show.evidence import evidence

    try:
        data = file.read_bytes()
    except OSError as error:
        raise FormatError(f"{file} cannot be read: {error.strerror}") from error
    if data.lstrip()[:1] == b"{":
        try:
            told = json_texts.loads(data)
        except (ValueError, RecursionError) as error:
            raise FormatError(
                f"{file} is no evidence of a race (pacelight race report JOURNAL prints it)"
            ) from error
        return told if isinstance(told, dict) else {}
    *_, (_, live) = retell(file)
    return evidence(live)

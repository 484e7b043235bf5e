"""`pacelight book dossier`: a record on paper, for those who submit it."""

import json as json_texts
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pacelight.cli.book_decide import Key
from pacelight.cli.book_opened import BookOption, open_book
from pacelight.cli.book_options import JsonOption, KnownAtOption
from pacelight.cli.days import day
from pacelight.cli.languages import LanguageOption, speech_of
from pacelight.errors import BookError, Failure, FormatError

if TYPE_CHECKING:
    from pacelight.web.records.dossier import Dossier

__all__ = ["dossier"]


def dossier(
    key: Key,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE", help="Where it is printed; its name ends in pdf.")
    ],
    *,
    evidence: Annotated[
        list[Path] | None,
        typer.Option(
            "--evidence", metavar="PATH", help="Journals and results of the race, or their folder; repeat it."
        ),
    ] = None,
    known_at: KnownAtOption = None,
    language: LanguageOption = "en",
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """Print all that is submitted with a record: what is known of it, and lines to fill in by pen."""
    from pacelight.sheets.typesetting import printed
    from pacelight.web.records.dossier import Dossier
    from pacelight.web.records.evidence import Folder

    speech, places, today = speech_of(language), evidence or [], day(known_at)
    if to.suffix.lower() != ".pdf":
        raise BookError(f"cannot print '{to.name}' (let the name end in pdf)")
    for place in places:
        if not place.exists():
            raise FormatError(f"no evidence at {place}: there is no such file or folder")
    with open_book(book) as opened:
        made = Dossier.of(opened, key, today, Folder(places))
    pdf = printed("dossier", made.content(speech), {}, today)
    try:
        to.write_bytes(pdf)
    except OSError as error:
        raise Failure(f"cannot write {to} ({error.strerror})") from error
    _say(made, to, json=json)


def _say(made: "Dossier", to: Path, *, json: bool) -> None:
    record = made.record
    if json:
        shape = {
            "schema": "pacelight.dossier/1",
            "performance": record.now.key,
            "file": str(to),
            "day": made.day.isoformat(),
            "open": record.open,
            "evidence": [{"file": one.name, "sha256": one.sha256} for one in record.shown.exhibits],
        }
        sys.stdout.write(json_texts.dumps(shape, ensure_ascii=False) + "\n")
        return
    told = f"{record.open} conditions open, {len(record.shown.exhibits)} files of evidence"
    sys.stdout.write(f"{to}: {record.now.mark} {record.now.athlete}, {told}\n")

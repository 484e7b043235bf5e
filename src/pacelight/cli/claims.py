"""`pacelight claims`: what a text says of marks and records, and what the book says of that."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from pacelight.cli.book import BookOption, JsonOption, open_book
from pacelight.cli.days import day
from pacelight.errors import FormatError

__all__ = ["app"]

app = typer.Typer(no_args_is_help=True, help="Check what is written about marks and records.")


@app.callback()
def claims() -> None:
    """Check what is written about marks and records."""


@app.command()
def check(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="A text file in UTF-8, or - for standard input.")
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="The day of the text [default: found in it]."),
    ] = None,
    json: JsonOption = False,
    book: BookOption = None,
) -> None:
    """What the book says of each statement: holds, contradicted, malformed, beyond the book.

    Ends with 0 where nothing is wrong, with 1 where something is contradicted or malformed,
    with 2 where the text cannot be read or does not say of which day it is.
    """
    from pacelight import claims
    from pacelight.cli.claims_pages import Page

    text = _text(article)
    asked = _day(text, as_of)
    with open_book(book) as opened:
        answers = claims.check(claims.read(text, claims.known(opened, text), asked), opened, asked)
    page = Page(article, asked, found=as_of is None)
    page.show(answers, json=json)
    if any(answer.verdict in {claims.Verdict.CONTRADICTED, claims.Verdict.MALFORMED} for answer in answers):
        raise typer.Exit(1)


def _text(article: str) -> str:
    try:
        data = sys.stdin.buffer.read() if article == "-" else Path(article).read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"{article} is no text in UTF-8: byte {error.start} (save it as UTF-8)") from error
    except OSError as error:
        raise FormatError(f"{article} cannot be read: {error.strerror}") from error


def _day(text: str, as_of: str | None) -> date:
    from pacelight.claims import dated

    found = dated(text) if as_of is None else day(as_of)
    if found is None:
        raise FormatError(
            "the text does not say of which day it is (write --as-of, as in --as-of 2025-02-13)"
        )
    return found

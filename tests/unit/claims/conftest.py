"""The shipped book, and a text read and checked against it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from pacelight import claims
from pacelight.book.asking.lists import Book

DAY = date(2025, 2, 14)
"""The day after the mile of Liévin, a Friday."""


@pytest.fixture(scope="session")
def book() -> Iterator[Book]:
    with Book.starter() as starter:
        yield starter


@pytest.fixture
def read(book: Book) -> Callable[..., tuple[claims.Claim, ...]]:
    """What a text of 14 February 2025 states."""

    def of(text: str, day: date = DAY) -> tuple[claims.Claim, ...]:
        return claims.read(text, claims.known(book, text), day)

    return of


@pytest.fixture
def said(
    book: Book, read: Callable[..., tuple[claims.Claim, ...]]
) -> Callable[..., list[tuple[str, str, str]]]:
    """Kind, quotation and verdict of every claim of a text."""

    def of(text: str, day: date = DAY) -> list[tuple[str, str, str]]:
        answers = claims.check(read(text, day), book, day)
        return [(one.claim.kind, one.claim.quote, one.verdict.value) for one in answers]

    return of

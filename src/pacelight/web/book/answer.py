"""What a page is asked, and what it answers: for a person, as JSON, as CSV."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from pacelight.book.asking.answers import Json
from pacelight.book.asking.lists import Book
from pacelight.errors import Refused
from pacelight.web.book.parameters import Parameters

__all__ = ["Answer", "MovedError", "NotThereError", "Question", "there"]

Result = TypeVar("Result")


class NotThereError(Exception):
    """The address names nothing that there is; its text is one line that says what is near."""


class MovedError(Exception):
    """What is meant has another address.

    Args:
        names: the places of the address, as they are written there.
        path: of the other page, with those places in braces; of the same one, if not given.
    """

    def __init__(self, names: Mapping[str, str], path: str = "") -> None:
        super().__init__(", ".join(names.values()))
        self.names = names
        self.path = path


@dataclass(frozen=True, slots=True)
class Question:
    """What an address asks.

    Attributes:
        book: is asked.
        names: what stands in the path: an event, an athlete, ...
        given: what stands behind it.
        today: the day of who asks.
        language: in which it is answered.
    """

    book: Book
    names: Mapping[str, str]
    given: Parameters
    today: date
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered, in every form.

    Attributes:
        template: by which it is shown to people.
        told: what that shows.
        shape: as JSON; None where there is none.
        csv: as comma-separated lines; None where there are none.
        unknown: why the book cannot tell; empty where it can.
    """

    template: str
    told: Mapping[str, Any] = field(default_factory=dict)
    shape: Json | None = None
    csv: str | None = None
    unknown: str = ""


def there(look: Callable[..., Result], *named: str) -> Result:
    """What an address names.

    Args:
        look: finds it.
        named: as the address has it.

    Raises:
        NotThereError: there is no such thing.
    """
    try:
        return look(*named)
    except Refused as error:
        raise NotThereError(str(error)) from error

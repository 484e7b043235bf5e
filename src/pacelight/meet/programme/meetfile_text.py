"""The text of a meet file: its tables one by one, so that what is wrong is told with its line."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from pacelight.errors import RaceError

__all__ = ["first_name", "line_of", "made_of", "tables"]

Made = TypeVar("Made")

_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_BREAK = re.compile(r"[\[.]")


def tables(text: str) -> dict[str, Any]:
    """All tables of the file, as TOML has them.

    Raises:
        RaceError: it is no TOML; the line is named.
    """
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise RaceError(f"not a meet file: {error}") from error


def line_of(text: str, table: str, number: int = 1) -> int:
    r"""In which line the n-th table of a name begins; of a field outside all tables, that of the field.

    0 where it cannot be found, as of a table that is written within a line.

    >>> line_of('id = "x"\n\n[[race]]\n\n[[race]]\n', "race", 2)
    5
    """
    name = re.escape(table)
    headers = rf"^[ \t]*\[\[?[ \t]*{name}[ \t]*\]"
    fields = rf"^[ \t]*{name}[ \t]*="
    outside = _HEADER.split(text, maxsplit=1)[0]
    found = [*re.finditer(headers, text, re.MULTILINE)] or [*re.finditer(fields, outside, re.MULTILINE)]
    return text.count("\n", 0, found[number - 1].start()) + 1 if number <= len(found) else 0


def made_of(kind: type[Made], table: Mapping[str, Any]) -> Made:
    """What a table says, every field checked.

    Raises:
        RaceError: the field is named first: ``light.colour: Expected ...``.
    """
    try:
        return msgspec.convert(_with_times(table), kind)
    except msgspec.ValidationError as error:
        raise RaceError(_plain(str(error))) from error


def first_name(complaint: str) -> str:
    """The table or field that a complaint of `made_of` begins with.

    >>> first_name("track.lamps: Expected `int`, got `str`")
    'track'
    """
    return _BREAK.split(complaint.partition(":")[0], maxsplit=1)[0]


def _with_times(table: Mapping[str, Any]) -> dict[str, Any]:
    """With a time of day that was written as ``"19:45"`` as TOML would have it."""
    found = dict(table)
    at = found.get("at")
    if isinstance(at, str) and re.fullmatch(r"\d\d:\d\d", at):
        found["at"] = f"{at}:00"
    return found


def _plain(complaint: str) -> str:
    match = re.fullmatch(r"(.*?) - at `\$\.?(.*?)`", complaint, re.DOTALL)
    said, place = (match[1], match[2]) if match else (complaint, "")
    if missing := re.fullmatch(r"Object missing required field `(\w+)`", said):
        return f"{place + '.' if place else ''}{missing[1]}: is missing"
    if unknown := re.fullmatch(r"Object contains unknown field `(\w+)`", said):
        return f"{place + '.' if place else ''}{unknown[1]}: there is no such field (delete it)"
    return f"{place}: {said}" if place else said

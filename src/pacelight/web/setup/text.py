"""Tables put into the text of a meet file: what is another is written, all else stays, comments too.

tomlkit holds a file as it was written. Tables of a list are known again by what names them.
"""

import tomllib
from collections.abc import Mapping
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from pacelight.errors import RaceError

__all__ = ["NEW", "written"]

NEW = """\
# A meet. Every field is explained in the reference, "The meet file"; comments written here are kept.
"""

_NAMES = ("id", "name", "bib")
"""By which a table of a list is known again."""

_PLAN, _KIND = "plan", "kind"
_INLINE = {"number", _PLAN}
_LISTS = {"race", "timing", "light", "runner"}


def written(before: str | None, tables: Mapping[str, Any], was: Mapping[str, str] | None = None) -> str:
    """The text of a meet file with these tables.

    Args:
        before: its text; None of a new one.
        tables: as `tables.read` has them: None leaves a field out, what is not named stays.
        was: of races that are called otherwise now, by their name now the one before.

    Raises:
        RaceError: the text is no TOML, or writes tables in a way in which they cannot be replaced.
    """
    try:
        document = tomlkit.parse(NEW if before is None else before)
        _merge(document, tables, was or {})
        text = tomlkit.dumps(document)
        after = tomllib.loads(text)
    except (TOMLKitError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise RaceError(f"the meet file cannot be changed so: {error} (write tables as [[race]])") from error
    if not _says(after, tables):
        raise RaceError("the meet file cannot be changed here (write its tables as [track], [[race]])")
    return text


def _merge(there: Any, tables: Mapping[str, Any], was: Mapping[str, str]) -> None:  # noqa: ANN401  # tomlkit's
    for name, value in tables.items():
        if value is None or value == []:
            there.pop(name, None)
        elif name in _LISTS:
            there[name] = _listed(there.get(name), value, was)
        elif isinstance(value, Mapping):
            _merge_table(there, name, value, was)
        elif name not in there or there[name] != value:
            there[name] = value


def _merge_table(there: Any, name: str, value: Mapping[str, Any], was: Mapping[str, str]) -> None:  # noqa: ANN401
    if name not in there:
        if not any(one is not None for one in value.values()):
            return
        there[name] = tomlkit.inline_table() if name in _INLINE else tomlkit.table()
    elif name == _PLAN and there[name].get(_KIND) != value.get(_KIND):
        there[name] = tomlkit.inline_table()  # what belongs to another kind of plan goes with it
    _merge(there[name], value, was)


def _listed(there: Any, wanted: list[Mapping[str, Any]], was: Mapping[str, str]) -> AoT:  # noqa: ANN401
    """The tables of a list in the order that is wanted, those that were there as they are."""
    known = {_name(one): one for one in there} if there is not None else {}
    found = tomlkit.aot()
    for table in wanted:
        name = _name(table)
        held = known.pop(was.get(name, name), None)
        made = held if isinstance(held, Table) else tomlkit.table()
        _merge(made, table, was)
        found.append(made)
    return found


def _name(table: Mapping[str, Any]) -> str:
    return next((str(table[name]) for name in _NAMES if table.get(name) is not None), "")


def _says(there: Any, wanted: Any) -> bool:  # noqa: ANN401  # whatever TOML has
    """Whether a file says what is wanted, whatever else it says."""
    if isinstance(wanted, Mapping):
        return isinstance(there, dict) and all(
            _says(there.get(name), value) if value not in (None, []) and not _empty(value) else True
            for name, value in wanted.items()
        )
    if isinstance(wanted, list):
        return isinstance(there, list) and len(there) == len(wanted) and all(map(_says, there, wanted))
    return bool(there == wanted)


def _empty(value: object) -> bool:
    """A table of which nothing is given."""
    return isinstance(value, Mapping) and all(one is None for one in value.values())

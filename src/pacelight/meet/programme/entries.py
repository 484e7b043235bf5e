"""Who runs: the start list of a race, from a file beside the meet file."""

from pathlib import Path

import msgspec

from pacelight.errors import PacelightError, RaceError
from pacelight.meet.programme.meetfile_schema import NumberFields
from pacelight.meet.programme.racefile_entries import runners_of
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.timing.formats.lists.entrant import StartList
from pacelight.timing.formats.lists.startlists import chosen, read_start_list

__all__ = ["entries_of"]

_OURS = ".toml"


class _Runners(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    runner: list[RunnerFields]


def entries_of(path: Path, number: NumberFields | None = None) -> list[RunnerFields]:
    """The runners that a start list names.

    Args:
        path: of a file of ``[[runner]]`` tables, or of any format that is read as a start list.
        number: of the race, by which one of several start lists of a file is found.

    Raises:
        RaceError: it cannot be read, or does not say who runs in this race.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:  # no file, or no name of one
        raise RaceError(f"entries: no start list can be read at {path}: {error}") from error
    try:
        if path.suffix == _OURS:
            return msgspec.toml.decode(data, type=_Runners).runner
        return runners_of(_the_one(read_start_list(data, path.name), number))
    except (msgspec.DecodeError, UnicodeDecodeError, PacelightError) as error:
        raise RaceError(f"entries: {path.name}: {error}") from error


def _the_one(lists: tuple[StartList, ...], number: NumberFields | None) -> StartList:
    """The start list of the race, of those in a file."""
    if len(lists) == 1:
        return lists[0]
    if number is None:
        raise RaceError(
            f"it holds {len(lists)} start lists (say which with number = {{ event = 12, heat = 1 }})"
        )
    found = chosen(lists, str(number.event), str(number.round), str(number.heat))
    if len(found) != 1:
        asked = f"event {number.event}, round {number.round}, heat {number.heat}"
        raise RaceError(f"{len(found) or 'none'} of its {len(lists)} start lists is of {asked}")
    return found[0]

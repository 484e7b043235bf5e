"""A start list in a race file: runners of entrants, and the file with these, all else in it as it was."""

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from pacelight.errors import PacelightError, RaceError
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.timing.formats.lists.entrant import Entrant, StartList

__all__ = ["rewritten", "runner_of", "runners_of"]

_TABLE = re.compile(r"\s*\[")
_RUNNER = re.compile(r"\s*\[\[\s*runner\s*\]\]")
_RECORDING = re.compile(r"\s*\[\[?\s*recording\b")


def runners_of(heat: StartList) -> list[RunnerFields]:
    """The runners of a start list that says of each which athlete of the book it is.

    Who is known not to start is left out.

    Raises:
        RaceError: somebody without a number, a name, a nation or a key; the runner is named.
    """
    return [runner_of(one, one.athlete, one.nation) for one in heat.entrants if one.status is None]


def runner_of(one: Entrant, athlete: str, nation: str, say: str = "", club: str = "") -> RunnerFields:
    """A runner of a race file.

    Args:
        one: as the start list has them.
        athlete: key in the book.
        nation: code of the nation competed for.
        say: how the name is said, where the start list does not say it.
        club: whoever else is started for, where the start list does not say it.

    Raises:
        RaceError: something is missing that a race needs.
    """
    who = one.name or f"lane {one.lane}"
    missing = {
        "number to wear": (one.bib, "give it in the column bib"),
        "name": (one.name, "give it in the column name"),
        "nation": (nation, "give its code in the column nation, or --nation"),
        "key of the book": (athlete, "pacelight race startlist FILE --keys --write NEW.csv finds it"),
    }
    for what, (held, remedy) in missing.items():
        if not held:
            raise RaceError(f"{one.bib or who}: no {what} ({remedy})")
    fields = {
        "bib": one.bib,
        "athlete": athlete,
        "name": one.name,
        "nation": nation,
        "lane": one.lane or None,
        "chips": list(one.chips),
        "say": one.say or say or None,
        "club": one.club or club or None,
    }
    try:
        return msgspec.convert(fields, RunnerFields)
    except msgspec.ValidationError as error:
        raise RaceError(f"{one.bib} {who}: {error}") from error


def rewritten(text: str, runners: Sequence[RunnerFields]) -> str:
    """The text of a race file with these runners; all else in it stays, comments too.

    Args:
        text: of the race file.
        runners: in the order in which they stand afterwards.

    Raises:
        RaceError: the file is no TOML, or writes its runners in a way in which they cannot be replaced.
    """
    before = _decoded(text)
    lines = text.splitlines()
    blocks = _blocks(lines)
    new = "\n\n".join(_block(one) for one in runners)
    places = [nth for nth, block in enumerate(blocks) if _RUNNER.match(block[0])]
    at = places[0] if places else _place(blocks)
    kept = ["\n".join(block).strip("\n") for nth, block in enumerate(blocks) if nth not in places]
    at -= sum(place < at for place in places)
    made = "\n\n".join(part for part in (*kept[:at], new, *kept[at:]) if part) + "\n"
    _refuse_other(before, _decoded(made), runners)
    return made


def _decoded(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RaceError(f"not a race file: {error}") from error


def _blocks(lines: Iterable[str]) -> list[list[str]]:
    """The lines of each table, those before the first one first; a comment above a table is part of it."""
    blocks: list[list[str]] = [[""]]
    for line in lines:
        if _TABLE.match(line):
            above: list[str] = []
            while len(blocks[-1]) > 1 and blocks[-1][-1].lstrip().startswith("#"):
                above.insert(0, blocks[-1].pop())
            if _RUNNER.match(line):
                blocks[-1].extend(above)
                above = []
            blocks.append([*above, line] if not _RUNNER.match(line) else [line])
        else:
            blocks[-1].append(line)
    return blocks


def _place(blocks: Sequence[Sequence[str]]) -> int:
    """Where runners go that the file has none of: before what happened."""
    return next(
        (nth for nth, block in enumerate(blocks) if any(_RECORDING.match(line) for line in block)),
        len(blocks),
    )


def _block(one: RunnerFields) -> str:
    lines = [f"{name} = {_text(getattr(one, name))}" for name in ("bib", "athlete", "name", "nation")]
    if one.lane is not None:
        lines.append(f"lane = {_text(one.lane)}")
    if one.chips:
        lines.append(f"chips = [{', '.join(map(_text, one.chips))}]")
    if one.say is not None:
        lines.append(f"say = {_text(one.say)}")
    if one.club is not None:
        lines.append(f"club = {_text(one.club)}")
    return "\n".join(["[[runner]]", *lines])


def _text(value: str) -> str:
    """A text as TOML writes it: as JSON does, which escapes all that TOML does not allow within quotes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _refuse_other(before: dict[str, Any], after: dict[str, Any], runners: Sequence[RunnerFields]) -> None:
    """Nothing but the runners is another, and they are those that were given.

    Raises:
        RaceError: otherwise.
    """
    try:
        written = msgspec.convert(after.get("runner", []), list[RunnerFields])
    except (msgspec.ValidationError, PacelightError) as error:
        raise RaceError(f"the runners cannot be written so: {error}") from error
    rest = [{name: held for name, held in of.items() if name != "runner"} for of in (before, after)]
    if rest[0] != rest[1] or written != list(runners):
        raise RaceError("the runners of this file cannot be replaced (write them as tables [[runner]])")

"""A meet on the terminal: its timetable, and what is not right yet."""

import json as json_texts
import sys
from collections.abc import Sequence
from typing import Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pacelight.meet.bus.protocol import mark_shown
from pacelight.meet.journal.entries import Asked
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.show.timetable import Item, Threatened
from pacelight.records.levels import level_text

__all__ = ["checked", "show"]


def show(meet: MeetFile, items: Sequence[Item], *, json: bool) -> None:
    """The timetable, a race a row."""
    if json:
        races = [_race_shape(item) for item in items]
        shape = {"schema": "pacelight.meet-shown/1", "id": meet.id, "name": meet.name, "venue": meet.venue,
                 "day": meet.day.isoformat(), "book": meet.book, "timing": [one.name for one in meet.timing],
                 "races": races}  # fmt: skip
        sys.stdout.write(f"{json_texts.dumps(shape)}\n")
        return
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(f"{meet.name}, {meet.venue}, {meet.day.isoformat()}", style="bold", soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    for name in ("time", "race", "number", "runs", "lights", "at stake"):
        table.add_column(name, overflow="fold")
    for item in items:
        table.add_row(*_row(item))
    console.print(table)
    for item in items:
        for line in (item.fault, *item.confused):
            if line:
                console.print(f"{item.race.race.id}: {line}", style="red", soft_wrap=True)


def checked(meet: MeetFile, faults: Sequence[str], *, json: bool) -> None:
    """What is wrong, a line each; ends with 1 if anything is."""
    if json:
        shape = {"schema": "pacelight.meet-checked/1", "races": [one.race.id for one in meet.races],
                 "whole": not faults, "faults": list(faults)}  # fmt: skip
        sys.stdout.write(f"{json_texts.dumps(shape)}\n")
    elif faults:
        sys.stdout.write("".join(f"{line}\n" for line in faults))
    else:
        count = len(meet.races)
        sys.stdout.write(f"{count} race{'' if count == 1 else 's'}, nothing is missing\n")
    if faults:
        raise typer.Exit(1)


def _row(item: Item) -> tuple[str | Text, ...]:
    race, number = item.race.race, item.race.number
    at = "" if item.race.at is None else item.race.at.isoformat("minutes")
    lights = Text("\n").join(Text(light.label, style=light.colour) for light in item.lights)
    title = "\n".join(
        [race.name, " ".join(filter(None, [race.heat.event.name, race.heat.sex, race.heat.name]))]
    )
    numbered = "" if number is None else f"{number.event}-{number.round}-{number.heat}"
    stakes = "\n".join(_threatened(one) for one in item.stakes)
    return at, title, numbered, str(len(race.heat.starters)), lights, stakes


def _threatened(one: Threatened) -> str:
    if one.stands is None:
        return f"{one.stake}: {one.why}"
    stands = one.stands
    holders = ", ".join(holder.athlete for holder in stands.holders)
    return f"{level_text(stands.label, stands.scope)} {stands.mark}, {holders} ({stands.status})"


def _race_shape(item: Item) -> dict[str, Any]:
    race, number = item.race.race, item.race.number
    return {
        "id": race.id,
        "name": race.name,
        "at": None if item.race.at is None else item.race.at.isoformat(),
        "number": None if number is None else msgspec.to_builtins(number),
        "event": race.heat.event.code,
        "sex": str(race.heat.sex),
        "heat": race.heat.name,
        "runners": [msgspec.to_builtins(one) for one in race.runners],
        "lights": [_light_shape(one) for one in item.lights],
        "stakes": [_stake_shape(one) for one in item.stakes],
        "faults": [line for line in (item.fault, *item.confused) if line],
    }


def _light_shape(light: Asked) -> dict[str, Any]:
    return {"name": light.name, "label": light.label, "mark": msgspec.to_builtins(light.mark),
            "origin": light.origin}  # fmt: skip


def _stake_shape(one: Threatened) -> dict[str, Any]:
    stands = one.stands
    return {
        "level": str(one.stake.level),
        "scope": one.stake.scope if stands is None else stands.scope,
        "mark": None if stands is None else msgspec.to_builtins(mark_shown(stands.mark)),
        "holders": [] if stands is None else [holder.athlete for holder in stands.holders],
        "status": None if stands is None else str(stands.status),
        "why": one.why,
    }

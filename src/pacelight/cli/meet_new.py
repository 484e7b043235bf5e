"""A meet file to go on from: what is known filled in, what may be added explained in comments."""

import json as json_texts
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from pacelight.cli.days import day as read_day
from pacelight.errors import Failure, RaceError
from pacelight.event import Sex
from pacelight.event import event as find_event
from pacelight.meet.intake.names import slug
from pacelight.meet.programme.meetfile_schema import SCHEMA
from pacelight.track import track as find_track
from pacelight.track.survey.wiring_file import quoted

__all__ = ["Asked", "write"]

_RACE = re.compile(r"(?:(?P<at>\d\d:\d\d)\s+)?(?P<event>.+?)\s+(?P<sex>men|women|mixed)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says; None for what is to be asked."""

    name: str | None
    venue: str | None
    day: str | None
    track: str | None
    survey: str | None
    races: tuple[str, ...]


def write(file: Path, asked: Asked, *, json: bool) -> None:
    """Write the file.

    Raises:
        RaceError: it is there already, something was not said and nobody can be asked, or cannot be.
        Failure: it cannot be written.
    """
    if file.exists():
        raise RaceError(f"{file} is there already (name another, or change that one)")
    text = "".join(_text(file, asked))
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except OSError as error:
        raise Failure(f"{file} cannot be written: {error.strerror}") from error
    if json:
        sys.stdout.write(f"{json_texts.dumps({'schema': 'pacelight.meet-new/1', 'file': str(file)})}\n")
    else:
        sys.stdout.write(f"{file}: put the start lists beside it, then: pacelight meet check {file}\n")


def _text(file: Path, asked: Asked) -> Iterator[str]:
    name = _said(asked.name, "--name", "Name of the meeting")
    venue = _said(asked.venue, "--venue", "Venue")
    day = read_day(_said(asked.day, "--day", "Day (as 2026-06-13)"))
    track = find_track(_said(asked.track, "--track", "Track", "standard-400"), file.parent)
    races = asked.races or (_said(None, "--race", "First race", "20:00 MILE men"),)
    yield _HEAD.format(
        schema=SCHEMA, id=slug(f"{name} {day.year}"), name=quoted(name), venue=quoted(venue), day=day
    )
    lamps = f"survey = {quoted(asked.survey)}" if asked.survey else "lamps = 400\n" + _SURVEY.rstrip("\n")
    yield f"\n[track]\nname = {quoted(track.name)}\n{lamps}\n"
    yield _REST
    alike: Counter[str] = Counter()
    for number, race in enumerate(races, start=1):
        yield _race(number, race, alike)


def _race(number: int, text: str, alike: "Counter[str]") -> str:
    """The table of a race.

    Args:
        number: of it, from 1 on.
        text: as typed.
        alike: how often there was one of this event and sex before; it is counted.

    Raises:
        RaceError: it is none.
        EventError: no such event.
    """
    match = _RACE.fullmatch(text.strip())
    if match is None:
        raise RaceError(f"not a race: '{text}' (write '19:45 MILE men': time, event, {', '.join(Sex)})")
    event = find_event(match["event"])
    name = slug(f"{match['sex']} {event.name}")
    at = f"at = {match['at']}:00\n" if match["at"] else "# at = 20:00:00\n"
    title = f"{event.name}, {match['sex']}"
    alike[name] += 1
    if alike[name] > 1:
        at += f'heat = "{alike[name]}"\n'
        name = f"{name}-{alike[name]}"
    return _RACE_TEXT.format(
        id=name, at=at, name=quoted(title), event=quoted(event.code), sex=match["sex"], number=number
    )


def _said(said: str | None, option: str, question: str, usual: str | None = None) -> str:
    """What an option said, or what somebody at the terminal says.

    Raises:
        RaceError: nobody sits there.
    """
    if said is not None:
        return said
    if not _asks():
        raise RaceError(f"{option} is missing (there is no terminal to ask at)")
    return str(typer.prompt(question, default=usual))


def _asks() -> bool:
    """Whether somebody sits at the terminal."""
    return sys.stdin.isatty()


_HEAD = """\
# A meet: every field is explained in the reference, "The meet file". What stands behind a # may be added.
schema = "{schema}"
id = "{id}"
name = {name}
venue = {venue}
day = {day}
book = "book.sqlite"             # made by: pacelight book create --book book.sqlite
journal = "meet.journal"         # what happens is written here
# zone = "Europe/Paris"          # time zone of the venue, if it is not that of this machine
# spare = "/media/stick"         # a folder where it goes on if that disk refuses
# competition = "..."            # meeting records are kept under this name, if it is another
"""

_SURVEY = '# survey = "lamps.toml"       # instead of lamps: pacelight track survey lamps.toml\n'

_REST = """
# [lamps]                        # how the lamps shine: as in a race file
# brightness = 0.6

[engine]
bus = ["bus"]                    # where pages, standbys and nodes listen
# standby = ["tcp://10.0.0.6:8371"]
# nodes = ["10.0.0.21:8372"]
# secret = "secret"              # guards the ports

# [web]
# host = "10.0.0.5"              # address of this machine where phones are

# [[timing]]
# name = "finishlynx"
# url = "lynx+udp://10.0.0.5:9000"
# allow = ["10.0.0.9"]
"""

_RACE_TEXT = """
[[race]]
id = "{id}"
{at}name = {name}
event = {event}
sex = "{sex}"
entries = "{id}.csv"
# number = {{ event = {number}, round = 1, heat = 1 }}   # as the timing system numbers it
# stakes = ["WR", "NR NED", "MR"]

[[race.light]]
name = "WR"
plan = {{ kind = "record", level = "WR" }}
"""

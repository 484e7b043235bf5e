"""Running an engine as it was asked for on the command line: alone, or one of several."""

import gc
import socket
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pacelight.cli.buses import absence, places
from pacelight.cli.said import warn
from pacelight.cli.watched import Watched
from pacelight.errors import RaceError
from pacelight.meet.bus import Where
from pacelight.meet.clock import rate
from pacelight.meet.engine.engine import Tell
from pacelight.meet.engine.last_read import begun, journal_of, meet_of
from pacelight.meet.engine.peers import peers_of
from pacelight.meet.engine.planned import Device
from pacelight.meet.engine.start import Orders, Part, pair
from pacelight.meet.engine.start import engine as alone
from pacelight.meet.programme.meetfile_schema import SCHEMA as MEET
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.programme.racefile_schema import SCHEMA as RACE
from pacelight.meet.show.lamps import light_loop

if TYPE_CHECKING:
    from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["Asked", "check", "completed", "devices", "run", "schema_of"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says, word for word."""

    file: Path | None
    bus: tuple[str, ...]
    journal: Path | None
    spare: Path | None
    timing: tuple[str, ...]
    allow: tuple[str, ...]
    book: str | None
    standby: bool
    follow: tuple[str, ...]
    nodes: tuple[str, ...]
    secret: Path | None
    name: str | None
    speed: str
    output: str
    absence: str


def run(asked: Asked, countdown_s: float, tell: Tell = lambda _told, _live: None) -> None:
    """Run an engine until it is told to end, or the race was ended as planned by another.

    What is loaded by then is never again looked through for garbage: that would stop the race for 70 ms.

    Args:
        asked: what it is to do.
        countdown_s: from arming to the gun, of a race that is run from its recording.
        tell: told everything by an engine that is alone; nobody, if not given.

    Raises:
        PacelightError: what was wrong, in one line.
    """
    asked, meet, fault = completed(asked)
    check(asked)
    assert asked.journal is not None  # noqa: S101 - checked just now
    ending = absence(asked.absence)
    bus = places(asked.bus, asked.secret)
    orders = _orders(asked, asked.journal, bus, meet, fault)
    nodes = places([f"tcp://{text}" for text in asked.nodes], asked.secret)
    if not asked.follow and orders is not None:
        lighting = partial(light_loop, peers=peers_of(bus, nodes) if nodes else None, absence=ending)
        with alone(orders, tell, warn, lighting=lighting, alive=Watched()) as running:
            gc.freeze()
            if meet is None and running.session.on.race.recording:
                running.run(countdown_s)
            running.serve()
        return
    part = Part(
        name=asked.name or socket.gethostname(),
        bus=bus,
        others=places(asked.follow, asked.secret),
        nodes=nodes,
        standby=asked.standby,
        speed=rate(asked.speed),
    )
    with pair(
        part,
        orders,
        asked.journal,
        warn,
        book=asked.book,
        output=asked.output,
        absence=ending,
        alive=Watched(),
    ) as one:
        gc.freeze()
        one.run(countdown_s)


def completed(asked: Asked) -> "tuple[Asked, MeetFile | None, str]":
    """What the command line leaves to a meet file, out of it; None where there is no meet file.

    A meet whose journal has begun goes on as it was last read, where its file is not right any more.

    Returns:
        that, and what is wrong with the file; empty where it is right.

    Raises:
        RaceError: the file is neither a race file nor a meet file.
    """
    if asked.file is None or not _is_of_meet(asked, asked.file):
        return asked, None, ""
    meet, fault = meet_of(asked.file, asked.journal, lambda read: check(_filled(asked, read)))
    return _filled(asked, meet), meet, fault


def _filled(asked: Asked, meet: "MeetFile") -> Asked:
    given = meet.engine
    return replace(
        asked,
        bus=asked.bus or tuple(text if "://" in text else str(meet.folder / text) for text in given.bus),
        journal=asked.journal or meet.journal,
        spare=asked.spare or meet.spare,
        book=asked.book or meet.book,
        follow=asked.follow or tuple(given.standby),
        nodes=asked.nodes or tuple(given.nodes),
        secret=asked.secret or meet.secret,
        output=asked.output or given.output,
    )


def _is_of_meet(asked: Asked, file: Path) -> bool:
    """Whether a file is that of a meet, or was before it was spoilt.

    Raises:
        RaceError: it cannot be read, and nothing has begun with it.
    """
    known = schema_of(file)
    if known in {MEET, RACE}:
        return known == MEET
    from pacelight.meet.programme.meetfile_kept import id_beside  # seldom needed

    if id_beside(asked.journal or journal_of(file)):
        return True
    tells = file.exists() or not asked.bus or asked.journal is None  # else what is missing is said first
    if tells and not (asked.journal is not None and begun(asked.journal)):
        _refuse(file)
    return False


def _refuse(file: Path) -> None:
    """Say why a file cannot be read that does not say what it is.

    Raises:
        RaceError: always.
    """
    text = ""
    with suppress(OSError, ValueError):
        text = file.read_text(encoding="utf-8")
    if MEET in text:
        from pacelight.meet.programme.meetfile import MeetFile  # seldom needed

        MeetFile.read(file)
    RaceFile.read(file)


def schema_of(file: Path) -> str:
    """What a file says that it is; empty where it does not say."""
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8")).get("schema", "")
    except (OSError, ValueError, RecursionError):  # whoever reads it says why it cannot be read
        return ""
    return str(said)


def check(asked: Asked) -> None:
    """Refuse what does not fit together.

    Raises:
        RaceError: something is missing, or one thing too much is there.
        OutputError: an address is none.
    """
    places([*asked.bus, *asked.follow, *(f"tcp://{text}" for text in asked.nodes)], asked.secret)
    absence(asked.absence)
    rate(asked.speed)
    devices(asked.timing, asked.allow)
    if asked.standby and not asked.follow:
        raise RaceError("a standby follows another engine: name its bus with --follow")
    if asked.standby and asked.file is not None:
        raise RaceError("a standby is told the race by the engine it follows: leave the race file out")
    if not asked.standby and asked.file is None:
        raise RaceError("which race? (name a race file or a meet file, or --standby --follow BUS)")
    if not asked.bus:
        raise RaceError("where is it listened to? (name a path or tcp://HOST:PORT with --bus)")
    if asked.journal is None:
        raise RaceError("where is it written down? (name a file with --journal)")
    if not asked.standby and asked.book is None:
        raise RaceError("which book? (name it with --book)")


def devices(timing: Sequence[str], allow: Sequence[str]) -> tuple[Device, ...]:
    """Timing systems as the command line names them.

    Args:
        timing: ``NAME=URL`` of each.
        allow: from where they may speak.

    Raises:
        RaceError: one has no name, or two have the same.
    """
    found: dict[str, Device] = {}
    for text in timing:
        name, equals, url = text.partition("=")
        if not equals or not name or "://" not in url:
            raise RaceError(
                f"not a timing system: '{text}' (write NAME=URL, as in finish=lynx+udp://HOST:PORT)"
            )
        if name in found:
            raise RaceError(f"two timing systems are called '{name}'")
        found[name] = Device(name, url, tuple(allow))
    return tuple(found.values())


def _orders(
    asked: Asked, journal: Path, bus: tuple[Where, ...], meet: "MeetFile | None", fault: str
) -> Orders | None:
    if asked.file is None or asked.book is None:
        return None
    return Orders(
        race=asked.file,
        book=asked.book,
        journal=journal,
        output=asked.output,
        speed=rate(asked.speed),
        bus=bus,
        spare=asked.spare,
        meet=meet,
        devices=devices(asked.timing, asked.allow),
        fault=fault,
    )

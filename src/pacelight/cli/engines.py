"""Running an engine as it was asked for on the command line: alone, or one of several."""

import socket
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pacelight.cli.buses import absence, places
from pacelight.cli.race_pages import Tell
from pacelight.cli.said import warn
from pacelight.cli.watched import Watched
from pacelight.errors import RaceError
from pacelight.meet.bus import Where
from pacelight.meet.clock import rate
from pacelight.meet.engine.peers import peers_of
from pacelight.meet.engine.start import Orders, Part, pair
from pacelight.meet.engine.start import engine as alone
from pacelight.meet.show.lamps import light_loop

__all__ = ["Asked", "check", "run"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says, word for word."""

    file: Path | None
    bus: tuple[str, ...]
    journal: Path
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

    Args:
        asked: what it is to do.
        countdown_s: seconds from arming to the gun.
        tell: told everything by an engine that is alone; nobody, if not given.

    Raises:
        PacelightError: what was wrong, in one line.
    """
    check(asked)
    ending = absence(asked.absence)
    bus = places(asked.bus, asked.secret)
    orders = _orders(asked, bus)
    nodes = places([f"tcp://{text}" for text in asked.nodes], asked.secret)
    if not asked.follow and orders is not None:
        lighting = partial(light_loop, peers=peers_of(bus, nodes) if nodes else None, absence=ending)
        with alone(orders, tell, warn, lighting=lighting, alive=Watched()) as running:
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
        one.run(countdown_s)


def check(asked: Asked) -> None:
    """Refuse what does not fit together.

    Raises:
        RaceError: something is missing, or one thing too much is there.
        OutputError: an address is none.
    """
    places([*asked.bus, *asked.follow, *(f"tcp://{text}" for text in asked.nodes)], asked.secret)
    absence(asked.absence)
    if asked.standby and not asked.follow:
        raise RaceError("a standby follows another engine: name its bus with --follow")
    if asked.standby and asked.file is not None:
        raise RaceError("a standby is told the race by the engine it follows: leave the race file out")
    if not asked.standby and asked.file is None:
        raise RaceError("which race? (name a race file, or --standby --follow BUS)")
    if not asked.standby and asked.book is None:
        raise RaceError("which book? (name it with --book)")


def _orders(asked: Asked, bus: tuple[Where, ...]) -> Orders | None:
    if asked.file is None or asked.book is None:
        return None
    return Orders(
        race=asked.file,
        book=asked.book,
        journal=asked.journal,
        output=asked.output,
        speed=rate(asked.speed),
        bus=bus,
    )

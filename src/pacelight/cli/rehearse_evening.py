"""A rehearsal, with pages or without: set up in a folder of its own, then run as a race is run."""

import json as json_texts
import sys
from contextlib import ExitStack
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from pacelight.cli.buses import places
from pacelight.cli.evening import bus_of, open_browser, web_beside, with_pages
from pacelight.cli.processes import end_calmly
from pacelight.cli.race_pages import page, say_address
from pacelight.cli.rehearse_through import check, run_through
from pacelight.cli.running import run_here
from pacelight.cli.scratch import scratch
from pacelight.errors import RaceError
from pacelight.meet.bus import Secret, where
from pacelight.meet.doctor.measured.engine import engine
from pacelight.meet.engine.start import Orders
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.outputs import NOWHERE
from pacelight.meet.rehearsal.rehearsed import WORD
from pacelight.meet.rehearsal.staged import Stage, staged

__all__ = ["Asked", "run"]

_PATIENCE_S = 1.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says.

    Attributes:
        speed: race seconds a second.
        output: where frames are sent; empty for where the meet file says.
        book: of which a copy is used; None for that of the meet file.
        through: a simulated timing system; empty for none.
    """

    file: Path
    race: str | None
    speed: Fraction
    output: str
    seed: int
    book: str | None
    through: str
    json: bool


def run(asked: Asked, *, port: int | None = None, browse: bool = False) -> None:
    """Rehearse.

    Args:
        asked: what.
        port: of the page; None for none.
        browse: open a browser.

    Raises:
        PacelightError: what was wrong, in one line.
    """
    if asked.through:
        check(asked.through, asked.speed)
    meet = MeetFile.read(asked.file)
    output = asked.output or meet.engine.output
    _refuse_two_at_the_lamps(meet, output)
    with scratch("rehearsal") as folder:
        stage = staged(meet.race(asked.race), asked.book or meet.book, asked.seed, folder)
        orders = Orders(
            race=stage.bare if asked.through else stage.race,
            book=stage.book,
            journal=folder / "race.journal",
            output=output,
            speed=asked.speed,
        )
        _say(asked, stage, folder)
        if asked.through:
            _through(asked, orders, stage, port, browse=browse)
        elif port is None:
            run_here(orders, page(json=asked.json))
        else:
            with_pages(orders, port, browse=browse, json=asked.json)


def _through(asked: Asked, orders: Orders, stage: Stage, port: int | None, *, browse: bool) -> None:
    """The engine in this process, the timing system and the pages in others."""
    end_calmly()
    with ExitStack() as stack:
        tell = page(json=asked.json)
        if port is None:
            run_through(orders, stage.race, asked.through, tell, tuple)
            return
        heard = replace(orders, bus=places([str(bus_of(orders))], None))
        address, web = web_beside(heard, port, stack)
        say_address(address, json=asked.json)
        if browse:
            open_browser(address)
        run_through(heard, stage.race, asked.through, tell, lambda: web.look(0))


def _refuse_two_at_the_lamps(meet: MeetFile, output: str) -> None:
    """Lamps that the engine of tonight holds are not sent a second light.

    Raises:
        RaceError: it runs.
    """
    if output.startswith(NOWHERE):
        return
    secret = None if meet.secret is None else Secret.read(meet.secret)
    for text in meet.engine.bus:
        place = text if "://" in text else str(meet.folder / text)
        if engine(where(place, secret), _PATIENCE_S).snapshot is not None:
            raise RaceError(
                f"the engine at {place} holds the lamps: end it, or rehearse with --output {NOWHERE}"
            )


def _say(asked: Asked, stage: Stage, folder: Path) -> None:
    if asked.json:
        shape = {
            "schema": "pacelight.rehearsal/1",
            "type": "rehearsal",
            "folder": str(folder),
            "seed": asked.seed,
            "runners": stage.runners,
            "known": stage.known,
        }
        sys.stdout.write(f"{json_texts.dumps(shape)}\n")
    else:
        sys.stdout.write(
            f"{WORD} in {folder}: nothing of tonight's journal or book is touched\n"
            f"seed {asked.seed}; the book knows a best of {stage.known} of {stage.runners} runners\n"
        )
    sys.stdout.flush()

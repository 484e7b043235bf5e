"""The legend of a race on the terminal: what each light will be, before anything is lit."""

import json as json_texts
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from pacelight.book.asking.lists import Book
from pacelight.lights.canvas.legend import legend
from pacelight.meet.journal.entries import Asked
from pacelight.meet.live.waves import plan_of, wave_of
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.show.lineup import asked, warnings

__all__ = ["lights_of", "show"]


def lights_of(race: RaceFile, book: Path | str) -> list[Asked]:
    """Every light of a race, as it would be asked of this book now.

    Raises:
        PacelightError: a light that cannot be; it is named.
    """
    with closing(Book.open(book)) as opened:
        return asked(race, opened)


def show(race: RaceFile, lights: Sequence[Asked], *, json: bool) -> None:
    """A line each, and what somebody with fewer colours cannot tell apart."""
    waves = [wave_of(light, plan_of(light), daylight=race.shine.daylight) for light in lights]
    told = warnings(lights)
    if json:
        shape = {
            "schema": "pacelight.legend/1",
            "race": race.id,
            "lights": [
                {
                    "name": wave.name,
                    "label": wave.legend,
                    "colour": wave.colour,
                    "pattern": wave.pattern,
                    "finish": light.mark.text,
                    "origin": light.origin,
                }
                for wave, light in zip(waves, lights, strict=True)
            ],
            "confused": list(told),
        }
        sys.stdout.write(f"{json_texts.dumps(shape)}\n")
        return
    width = max((len(wave.name) for wave in waves), default=0)
    for wave, entry in zip(waves, legend(waves), strict=True):
        sys.stdout.write(f"{wave.name:<{width}}  {entry}\n")
    for line in told:
        sys.stdout.write(f"{line}\n")

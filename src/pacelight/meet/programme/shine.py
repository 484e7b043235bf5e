"""How the lamps of a race shine: brightness, the sun, the supply, and what they show beside the lights."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from pacelight.errors import OutputError, RaceError
from pacelight.event import Level
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.levels import FULL, Levels, Supply
from pacelight.lights.look.model import Name
from pacelight.meet.programme.racefile_schema import LampsFields

__all__ = ["PLAIN", "Shine", "word"]

Word = TypeVar("Word", bound=StrEnum)
Made = TypeVar("Made")

_IDLE = (Name.IDLE, Name.DARK)
_RECALL = (Name.RECALL, Name.FALSE_START)
_GOLD = (Level.WR, Level.AR, Level.CR, Level.LR, Level.MR, Level.NR, Level.FR)
"""Records that a stadium sees as gold. A personal best is the athlete's own."""


@dataclass(frozen=True, slots=True)
class Shine:
    """How the lamps of a race shine.

    Attributes:
        blend: which of two lights is seen where they overlap.
        levels: brightness, gamma and current.
        daylight: lights are as long and as bright as the sun needs them.
        idle: shown before the race is armed: idle or dark.
        recall: shown after a false start: recall or false-start.
        gaps: at each 100 m the gap of the runner in front to the first light is shown for a moment.
        records: levels whose records turn the track gold.
    """

    blend: Blend = Blend.COVER
    levels: Levels = FULL
    daylight: bool = False
    idle: Name = Name.IDLE
    recall: Name = Name.RECALL
    gaps: bool = True
    records: tuple[Level, ...] = _GOLD

    @classmethod
    def of(cls, fields: LampsFields) -> "Shine":
        """What a race file asks of its lamps.

        Raises:
            RaceError: it cannot be; the field is named, and what to write.
        """
        if fields.daylight and fields.brightness < 1:
            raise RaceError(
                "lamps.daylight: the sun needs all the light there is "
                "(write brightness = 1, or daylight = false)"
            )
        return cls(
            blend=word(Blend, fields.blend, "lamps.blend"),
            levels=_levels(fields),
            daylight=fields.daylight,
            idle=_one_of(_IDLE, fields.idle, "lamps.idle"),
            recall=_one_of(_RECALL, fields.recall, "lamps.recall"),
            gaps=fields.gaps,
            records=_GOLD
            if fields.records is None
            else tuple(_one_of(_GOLD, level, "lamps.records") for level in fields.records),
        )


PLAIN = Shine()
"""As where a race file says nothing."""


def word(kind: type[Word], text: str, field: str) -> Word:
    """One of the words of a kind.

    Raises:
        RaceError: it is none; the field is named, and what to write.
    """
    return _one_of(tuple(kind), text, field)


def _one_of(words: tuple[Word, ...], text: str, field: str) -> Word:
    for one in words:
        if one.value == text:
            return one
    raise RaceError(f"{field}: '{text}' is none of {', '.join(words)}")


def _levels(fields: LampsFields) -> Levels:
    if fields.amperes is None and fields.channel_ma is not None:
        raise RaceError("lamps.channel_ma: of which supply? (write amperes = 40 beside it)")
    brightness = _named("brightness = 0.6", lambda: Levels(brightness=fields.brightness)).brightness
    gamma = _named("gamma = 2.2", lambda: Levels(gamma=fields.gamma)).gamma
    amperes, channel_ma = fields.amperes, 20.0 if fields.channel_ma is None else fields.channel_ma
    supply = None if amperes is None else _named("amperes = 40", lambda: Supply(amperes, channel_ma))
    return Levels(brightness, gamma, supply)


def _named(line: str, make: Callable[[], Made]) -> Made:
    try:
        return make()
    except OutputError as error:
        raise RaceError(f"lamps.{line.split(' ', maxsplit=1)[0]}: {error}, as in {line}") from error

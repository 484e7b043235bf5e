"""Why a meet file is refused, for whoever changes it in forms: of which race, in words of a form.

>>> refusal("line 43, [[race]] 2 'mile': nobody runs (write a [[race.runner]] for each)")
Refusal(table='race', nth=1, name='mile', words='nobody runs')
"""

import re
from dataclasses import dataclass

__all__ = ["Refusal", "refusal"]

_TABLE = re.compile(r"(?:line \d+, )?\[\[(race|timing)\]\] (\d+)(?: '(.*?)')?: (.*)", re.DOTALL)
_BY_HAND = re.compile(r" \([^()]*(?:\[\[| = )[^()]*\)$")
"""What to write into the file by hand, which a form does itself."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a meet file is refused.

    Attributes:
        table: ``race`` or ``timing``; empty for the whole file.
        nth: which of them, from 0.
        name: of it.
        words: in one line.
    """

    table: str
    nth: int
    name: str
    words: str

    def __str__(self) -> str:
        return f"{self.name}: {self.words}" if self.name else self.words


def refusal(words: str) -> Refusal:
    """What a refusal of `MeetFile` says, part by part."""
    match = _TABLE.fullmatch(words)
    if match is None:
        return Refusal("", 0, "", _BY_HAND.sub("", words))
    return Refusal(match[1], int(match[2]) - 1, match[3] or "", _BY_HAND.sub("", match[4]))

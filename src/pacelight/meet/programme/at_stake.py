"""What is at stake in a race: levels of records, as a meet file names them."""

from dataclasses import dataclass

from pacelight.errors import RaceError
from pacelight.event import Level

__all__ = ["AtStake"]


@dataclass(frozen=True, slots=True)
class AtStake:
    """A record that may fall.

    Attributes:
        level: which.
        scope: whose; None where the level needs none.
    """

    level: Level
    scope: str | None = None

    @classmethod
    def read(cls, text: str, competition: str, venue: str) -> "AtStake":
        """As a meet file has it: ``WR``, ``NR NED``; of a meeting and a venue tonight's, if none is named.

        >>> AtStake.read("NR NED", "Abendsportfest", "Karlsruhe")
        AtStake(level=<Level.NR: 'NR'>, scope='NED')
        >>> AtStake.read("MR", "Abendsportfest", "Karlsruhe").scope
        'Abendsportfest'

        Raises:
            RaceError: no such level, or whose record is meant is missing.
        """
        word, _, scope = " ".join(text.split()).partition(" ")
        if word not in set(Level):
            raise RaceError(f'no level \'{word}\' (there are {", ".join(Level)}; as in "WR" or "NR NED")')
        level = Level(word)
        scope = scope.strip() or {Level.MR: competition, Level.FR: venue}.get(level, "")
        if not scope and level not in {Level.WR, Level.PB, Level.SB}:
            raise RaceError(f'{level} of whom? (write its scope behind it, as in "{level} NED")')
        return cls(level, scope or None)

    def means(self, level: Level, scope: str) -> bool:
        """Whether it is that record; of a level without a scope it is everybody's.

        >>> AtStake(Level.PB).means(Level.PB, "ingebrigtsen-jakob")
        True
        """
        return self.level is level and self.scope in {None, scope}

    def __str__(self) -> str:
        return f"{self.level} {self.scope}" if self.scope else str(self.level)

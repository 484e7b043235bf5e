"""Circumstances put on a performance: for honesty, never for eligibility."""

from dataclasses import dataclass, replace

from pacelight.book.model import Performance

__all__ = ["Conditions", "remarked"]

_MIXED_FLAG = "Mx"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a reader of the list should know about the race.

    Attributes:
        pacing_lights: lights ran along the kerb; no bar to a record.
        pacemakers: names of those who were asked to set the pace.
        mixed: women and men ran together.

    Source: World Athletics Technical Rules, TR6: lights that show progressive times during a race,
        those of a record included, are no assistance.
    """

    pacing_lights: bool = False
    pacemakers: tuple[str, ...] = ()
    mixed: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        """One short sentence for each circumstance."""
        said = []
        if self.pacing_lights:
            said.append("pacing lights used")
        if self.pacemakers:
            said.append(f"paced by {', '.join(self.pacemakers)}")
        if self.mixed:
            said.append("mixed race")
        return tuple(said)


def remarked(performance: Performance, conditions: Conditions) -> Performance:
    """The performance with its circumstances in the note, and ``Mx`` among the flags of a mixed race.

    Mark, officialness and all that rules look at stay as they are; remarking twice adds nothing.
    """
    said = [part for part in performance.note.split("; ") if part]
    said += [remark for remark in conditions.remarks if remark not in said]
    flags = performance.flags.split()
    if conditions.mixed and _MIXED_FLAG not in flags:
        flags.append(_MIXED_FLAG)
    return replace(performance, note="; ".join(said), flags=" ".join(flags))

"""What was run, as performances: of each runner made anew only where the result or a split is another."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.meet.bus.protocol import MarkShown, mark_shown
from pacelight.records import performances

if TYPE_CHECKING:
    from pacelight.book.model import Performance
    from pacelight.records import Heat
    from pacelight.timing import Result, Split, SplitTable

__all__ = ["Ran", "Run"]


@dataclass(frozen=True, slots=True)
class Run:
    """A performance, and its mark as it is shown."""

    performance: "Performance"
    mark: MarkShown


class Ran:
    """The performances of a race.

    Args:
        heat: the race, its start list included.
    """

    def __init__(self, heat: "Heat") -> None:
        self._heat = heat
        self._made: dict[str, tuple[Result, tuple[Split, ...], tuple[Run, ...]]] = {}

    def by(self, result: "Result", table: "SplitTable") -> tuple[Run, ...]:
        """What a runner has run, in order of time: the official points on the way, and the finish.

        Args:
            result: of the runner.
            table: all splits.
        """
        splits = table.of(result.bib)
        made = self._made.get(result.bib)
        if made is None or made[0] is not result or made[1] is not splits:
            run = (Run(one, mark_shown(one.mark)) for one in performances(self._heat, [result], table))
            made = self._made[result.bib] = result, splits, tuple(run)
        return made[2]

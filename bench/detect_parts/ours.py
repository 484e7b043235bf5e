"""Pacelight's side: what the mirrors answer, timed as a caller sees it."""

from collections.abc import Sequence
from datetime import date, timedelta

from detect_parts import Annulled, AsOf, NewMark, whole
from detect_parts.book import ANNULLED_ON, event_of, number_of, told_new, told_of
from pacelight.book.mirror.files import Mirrors
from pacelight.book.mirror.mirror import Broken, Mirror
from pacelight.book.mirror.staircase import Steps
from pacelight.book.mirror.told import Told
from pacelight.event import Level

EPOCH = date(1970, 1, 1)


class Ours:
    """The book as mirrors on disk, mapped into memory."""

    def __init__(self, mirrors: Mirrors) -> None:
        self._mirrors = mirrors

    def new(self, mark: NewMark) -> tuple[NewMark, Told]:
        """A new mark with its names, as a meeting hands it in."""
        return mark, told_new(self._mirror(mark.group), mark)

    def annulled(self, one: Annulled) -> tuple[Annulled, Told]:
        """An annulment with its names, as people decide it."""
        return one, told_of(self._mirror(one.group), one)

    def breaks(self, given: tuple[NewMark, Told]) -> list[Broken]:
        """Which records a new mark breaks."""
        mark, told = given
        return self._mirror(mark.group).breaks(told, known_at=EPOCH + timedelta(days=mark.day))

    def as_of(self, asked: AsOf) -> Steps:
        """All steps of a list up to a day: the last is the record."""
        day = EPOCH + timedelta(days=asked.day)
        return self._mirror(asked.group).steps(Level(asked.level), asked.scope, age=asked.age, as_of=day)

    def annul(self, given: tuple[Annulled, Told]) -> None:
        """Write it to the log, and have every list right again."""
        one, told = given
        self._mirrors.take(*event_of(one.group), told, revision=(ANNULLED_ON,))

    def numbered(self, given: tuple[NewMark, Told]) -> list[tuple[int, int]]:
        """List and score of each record that is broken, as the databases say it."""
        mark, _ = given
        mirror = self._mirror(mark.group)
        return sorted(
            (number_of(mirror, mark.group, one.level, one.scope, one.age), mark.score + one.by)
            for one in self.breaks(given)
        )

    def last(self, asked: AsOf) -> tuple[int, int] | None:
        """Number and score of the record, as the databases say it."""
        steps = self.as_of(asked)
        return (int(steps.number[-1]), int(steps.score[-1])) if steps.number.size else None

    def steps(self, annulled: Sequence[Annulled]) -> dict[int, list[tuple[int, int]]]:
        """Number and score of each step of every list in which these marks stood, as known by now."""
        found = {}
        for one in annulled:
            stairs = self._mirror(one.group).staircase
            for wanted in one.lists:
                steps = stairs.steps(wanted.number - whole(one.group, 0), ANNULLED_ON)
                found[wanted.number] = list(zip(steps.number.tolist(), steps.score.tolist(), strict=True))
        return found

    def _mirror(self, group: int) -> Mirror:
        return self._mirrors.mirror(*event_of(group))

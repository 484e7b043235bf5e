"""What is known of a race: a fold over its journal, one entry after another.

The same entries tell the same, line for line, in the race and in every replay of it.
Nothing here asks a clock, a book or a disk.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.meet.bus.protocol import GapShown, OutputShown, RecordShown, SplitShown, mark_shown
from pacelight.meet.journal import entries
from pacelight.meet.live.told import ResultTold, Told
from pacelight.meet.live.waves import plan_of
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.race import Command, State, after
from pacelight.plan.gap import gap
from pacelight.plan.model import Plan
from pacelight.timing import Owner, Result, Split, SplitTable, Status, rank
from pacelight.track.gpx import Line

if TYPE_CHECKING:
    from pacelight.distance import Distance
    from pacelight.meet.journal.stretches import Absent, Stretch

__all__ = ["Light", "Live"]

_EVERY_MM = 100_000
"""Gaps are told at each 100 m and at the finish."""


@dataclass(frozen=True, slots=True)
class Light:
    """A light of the race: what was asked, and the plan that came of it."""

    asked: entries.Asked
    plan: Plan


class Live:
    """A race as it stands.

    Attributes:
        opened: the first entry of the journal.
        race: the race file that the journal keeps.
        lights: in the order of the race file.
        state: where the race stands.
        gun: None before it, and after a recall.
        guns: by boot of a machine, the gun on its monotonic clock, wherever that is known.
        term: of the engine that wrote the last line.
        table: all splits.
        results: by bib, of those who are in or will not be.
        gaps: by bib, in the order of distance.
        records: in the order in which they fell.
        credited: bibs whose finish is in the book.
        keys: of all passings and verdicts taken: these are acknowledged.
        output: what the lamps were sent, once that is known.
        sent: the same in full.
        stretches: what they were sent, second by second, so far.
        absent: controllers that were not reached, by name and since when.
        done: the run is complete.

    Raises:
        RaceError: the race file in it is none.
    """

    def __init__(self, opened: entries.Opened) -> None:
        self.race = RaceFile.parse(opened.race, Line(tuple(opened.road)) if opened.road else None)
        self.lights = tuple(Light(asked, plan_of(asked)) for asked in opened.lights)
        self.state = State.IDLE
        self.output: OutputShown | None = None
        self.sent: entries.Sent | None = None
        self.done = False
        self.term = 1
        self.opened = opened
        self._clear()

    def _clear(self) -> None:
        self.gun: entries.Fired | None = None
        self.guns: dict[str, int] = {}
        self.table = SplitTable(self.race.distance, self.race.course.lap)
        self.results: dict[str, Result] = {}
        self.gaps: dict[str, dict[tuple[str, Distance], GapShown]] = {}
        self.records: list[RecordShown] = []
        self.stretches: list[Stretch] = []
        self.absent: dict[tuple[str, int], Absent] = {}
        self.credited: set[str] = set()
        self.keys: set[str] = set()
        self._verdicts: dict[str, Status] = {}

    @property
    def everyone_in(self) -> bool:
        """Whether every starter has a result."""
        return all(starter.bib in self.results for starter in self.race.heat.starters)

    @property
    def to_credit(self) -> tuple[str, ...]:
        """Bibs of those who finished officially and are not in the book yet, in order of time."""
        return tuple(
            passing.bib
            for passing in self.table.finishes
            if passing.official and passing.bib not in self.credited and self.results[passing.bib].finished
        )

    def splits(self, bib: str) -> list[SplitShown]:
        """A runner's splits, the finish last."""
        return [_shown(split, self.race.heat.event.precision) for split in self.table.of(bib)]

    def result(self, bib: str) -> ResultTold | None:
        """A runner's result; None while there is none."""
        found = self.results.get(bib)
        if found is None:
            return None
        return ResultTold(found.place, mark_shown(found.mark) if found.mark else None, found.status)

    def begin(self) -> tuple[Told, ...]:
        """What the opening of the journal tells: the race and its lights."""
        return (Told("race"), *(Told("light", shown=light.asked) for light in self.lights))

    def take(self, entry: entries.Entry) -> tuple[Told, ...]:
        """One more entry, and what it tells.

        Raises:
            RaceError: a command that the table does not have, or an engine whose term was over:
                the journal is of no race.
        """
        told: Iterable[Told] = ()
        match entry:
            case entries.Commanded():
                told = self._command(entry.command)
            case entries.Fired():
                self.gun = entry
                self.guns = {entry.boot: entry.monotonic_ns}
                told = (*self._command(Command.GUN), Told("clock"))
            case entries.Passed():
                told = self._pass(entry)
            case entries.Judged():
                told = self._judge(entry)
            case entries.Credited():
                told = self._credit(entry)
            case entries.Shown() | entries.Sent():
                told = self._sent(entry)
            case entries.Done():
                self.done = True
                told = (Told("done", shown=entry),)
            case entries.Resumed():
                self._resume(entry)
            case entries.Opened():
                pass
        return tuple(told)

    def _sent(self, entry: entries.Shown | entries.Sent) -> tuple[Told, ...]:
        if isinstance(entry, entries.Sent):
            self.sent, self.output = entry, entry.output
            return (Told("output", shown=entry.output),)
        self.stretches += entry.stretches
        self.absent |= {(one.controller, one.from_ns): one for one in entry.absent}
        return ()

    def _resume(self, entry: entries.Resumed) -> None:
        """Another engine goes on.

        Raises:
            RaceError: one of a higher term led before it: it was no longer to say anything.
        """
        if entry.term:
            if entry.term <= self.term:
                raise RaceError(
                    f"an engine of term {entry.term} goes on where one of term {self.term} leads: "
                    "the journal is put together from two"
                )
            self.term = entry.term
        if entry.gun_ns is not None:
            self.guns[entry.boot] = entry.gun_ns

    def _command(self, command: Command) -> tuple[Told, ...]:
        self.state = after(self.state, command)
        if command not in {Command.RECALL, Command.RESET}:
            return (Told("state"),)
        self._clear()
        return (Told("state"), Told("clock"))

    def _pass(self, entry: entries.Passed) -> tuple[Told, ...]:
        self.keys.add(entry.key)
        try:
            self.race.heat.starter(entry.bib)
            split = self.table.add(entry.passing)
        except RaceError as error:
            return (Told("refused", entry.bib, why=str(error)),)
        if split is None or split.owner is not Owner.ATHLETE:
            return ()
        told = [Told("split", split.bib, shown=_shown(split, self.race.heat.event.precision))]
        told += [Told("gap", split.bib, shown=one) for one in self._gaps(split)]
        return (*told, *self._rank())

    def _judge(self, entry: entries.Judged) -> Iterable[Told]:
        self.keys.add(entry.key)
        self._verdicts[entry.bib] = Status(entry.status)
        return self._rank()

    def _gaps(self, split: Split) -> Iterable[GapShown]:
        finish = split.distance == self.race.distance
        if split.distance.mm % _EVERY_MM and not finish:
            return
        for light in self.lights:
            found = gap(light.plan, split.distance, split.elapsed)
            shown = GapShown(
                light.asked.name, split.distance.metres, round(found.seconds, 3), round(found.metres, 3)
            )
            self.gaps.setdefault(split.bib, {})[light.asked.name, split.distance] = shown
            yield shown

    def _rank(self) -> Iterable[Told]:
        """Results that are new, or that another result has changed."""
        for result in rank(self.table.finishes, self._verdicts, precision=self.race.heat.event.precision):
            if self.results.get(result.bib) != result:
                self.results[result.bib] = result
                yield Told("result", result.bib, shown=self.result(result.bib))

    def _credit(self, entry: entries.Credited) -> tuple[Told, ...]:
        self.credited.add(entry.bib)
        self.records += entry.records
        return (
            *(Told("record", entry.bib, shown=record) for record in entry.records),
            *(Told("refused", entry.bib, why=why) for why in entry.refused),
        )


def _shown(split: Split, precision: int) -> SplitShown:
    text = str(Mark.from_elapsed(split.elapsed, precision))
    return SplitShown(split.distance.metres, split.elapsed.ns / 1e9, text, split.official, split.method)

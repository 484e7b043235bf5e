"""What happened in this race, from all that timing systems say: passings and verdicts, each once.

::

    Heard ──► Witness (one a system) ──► counted, runner by runner ──► what differs from what was handed out

Nothing is accumulated: whenever something is heard, what follows for the runner is worked out anew and
compared with what was handed out. So it is the same in whatever order, however often, after any restart.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.timing.gun.device_clock import DeviceClock
from pacelight.timing.passing import Method, Passing
from pacelight.timing.placing.counting import Counted, Known, Sight, counted
from pacelight.timing.placing.handed import (
    OURS,
    STATUS,
    Handed,
    early_of,
    is_same,
    passing_of,
    point_of,
    still_running,
    verdict_of,
)
from pacelight.timing.placing.said import (
    Contested,
    Elsewhere,
    Missing,
    Placed,
    Placement,
    PutBack,
    Restated,
    TakenBack,
    Unplaced,
)
from pacelight.timing.placing.sighting import GunAt, NoPlace, Sighting
from pacelight.timing.placing.startlist import StartList
from pacelight.timing.placing.way import FINISH_LINE, Point, Way
from pacelight.timing.placing.witness import BEFORE_NS, Witness, Word
from pacelight.timing.reading import Confirmed, Heard, HeatNamed, WindRead
from pacelight.timing.results import Status, Verdict

__all__ = ["Placing"]

_UNFINISHED = frozenset({Status.DNS, Status.DNF})
"""Who is said to be one of these has no finish; who is disqualified has."""


class Placing:
    """Turns what timing systems say about one start into what is written down.

    A recall is another start: another one of these.

    Args:
        start_list: who runs.
        way: what is run.
        points: by source, where it sees runners beside the finish line; one without a name stands instead
            of that, as a camera does that judges an intermediate time.
        known: passings and verdicts that stand in the journal already; they are not handed out again.
        gone: those that stood there and were taken back by their system.
        ours: keys of those whose time was counted from our gun; it moves with that.
        methods: by source, what sees the times on its pages; a photo finish where nothing is said.
        clocks: by source, what is known of its clock: `Guns.clock` has them, and learns them.
        heat: as the timing system numbers it: what is said of others is left alone; None: that is not asked.
    """

    def __init__(
        self,
        start_list: StartList,
        way: Way,
        *,
        points: Mapping[str, Sequence[Point]] | None = None,
        known: Iterable[Passing | Verdict] = (),
        gone: Iterable[Passing | Verdict] = (),
        ours: Collection[str] = (),
        methods: Mapping[str, Method] | None = None,
        clocks: Mapping[str, DeviceClock] | None = None,
        heat: HeatNamed | None = None,
    ) -> None:
        self._start_list, self._way, self._heat = start_list, way, heat
        self._points, self._methods, self._clocks = points or {}, methods or {}, clocks or {}
        self._witnesses: dict[str, Witness] = {}
        self._elsewhere: dict[str, HeatNamed] = {}
        self._handed: dict[tuple[str, str], dict[int, Handed]] = {}
        for event in known:
            self._handed.setdefault((event.source, event.bib), {})[point_of(event)] = Handed(
                event, Known.ARRIVAL if event.key in ours else Known.PRINTED
            )
        self._gone = {event.key: event for event in gone}
        self._remembered = {whose: dict(said) for whose, said in self._handed.items()}
        self._entered: dict[tuple[str, int], str] = {}
        self._out: dict[str, Status] = {}
        self._told: set[object] = set()
        self._asked: dict[str, Elapsed | Status | None] = {}
        self._wind = ""
        self._gun: GunAt | None = None

    def take(self, heard: Heard, gun: GunAt | None) -> tuple[Placement, ...]:
        """One more reading, and what follows from it.

        Args:
            heard: by the source it names.
            gun: ours; None while the race has not begun: what is heard waits for it.
        """
        told = list(self.fire(gun))
        if self._is_elsewhere(heard):
            return (*told, *self._say_elsewhere(heard))
        witness = self._witness(heard.source)
        touched = witness.tell(heard)
        if self._gun is not None:
            for bib in sorted(touched):
                told += self._compare(heard.source, witness, bib, self._gun)
            told += self._unplaced(heard.source, witness)
        match heard.reading:
            case WindRead(text) if text != self._wind:
                self._wind = text
                told.append(heard.reading)
            case Confirmed() if self._news((heard.source, heard.reading)):
                told.append(heard.reading)
        return tuple(told)

    def fire(self, gun: GunAt | None) -> tuple[Placement, ...]:
        """Our gun became known, or was moved: what follows from what was heard before.

        What is known by our gun moves with it, and is not told again.
        """
        if gun == self._gun:
            return ()
        before, self._gun = self._gun, gun
        if gun is None:
            return ()
        if before is not None:
            self._move(before.since_ns(gun.at_ns))
        told: list[Placement] = []
        for name, witness in sorted(self._witnesses.items()):
            witness.forget_before(gun.at_ns - BEFORE_NS)
            for bib in sorted(witness.bibs):
                told += self._compare(name, witness, bib, gun)
            told += self._unplaced(name, witness)
        return tuple(told)

    def entered(self, bib: str, distance: Distance | None, key: str, status: Status | None = None) -> None:
        """A person has entered or put right what stands at this point of a runner, or their status.

        What a system says otherwise there is contested from now on.

        Args:
            bib: of the runner.
            distance: of the point; None of a status.
            key: of what stands.
            status: why the runner has no place; None of a time, and where they have one after all.
        """
        self._entered[bib, STATUS if distance is None else distance.mm] = key
        if distance is None:
            self._out.pop(bib, None)
            self._out |= {bib: status} if status in _UNFINISHED else {}

    def adopt(self, before: "Placing") -> None:
        """What the systems have said is taken over; what follows from it is told by the next `fire`.

        Args:
            before: whoever placed it until somebody took something back.
        """
        self._witnesses, self._elsewhere = before.heard()

    def heard(self) -> tuple[dict[str, Witness], dict[str, HeatNamed]]:
        """By source, all that it has said; and of which other heat it speaks, where it does."""
        return self._witnesses, self._elsewhere

    def _move(self, by_ns: int) -> None:
        for said in self._handed.values():
            for at, one in said.items():
                if one.known in OURS:
                    moved = Elapsed(one.event.elapsed.ns - by_ns)
                    said[at] = replace(one, event=replace(one.event, elapsed=moved))

    def _witness(self, source: str) -> Witness:
        if source not in self._witnesses:
            points = self._points.get(source, ())
            method = self._methods.get(source, Method.PHOTO)
            clock = self._clocks.get(source)
            sighting = Sighting(source, self._way, points, method, clock or DeviceClock())
            self._witnesses[source] = Witness(sighting, self._start_list, stamps=clock is None)
        return self._witnesses[source]

    def _is_elsewhere(self, heard: Heard) -> bool:
        """Whether the system speaks of another heat than ours."""
        if self._heat is not None and isinstance(heard.reading, HeatNamed):
            self._elsewhere.pop(heard.source, None)
            if _numbers(heard.reading) != _numbers(self._heat):
                self._elsewhere[heard.source] = heard.reading
        return heard.source in self._elsewhere

    def _say_elsewhere(self, heard: Heard) -> Iterator[Elsewhere]:
        named = self._elsewhere[heard.source]
        if self._news((heard.source, _numbers(named))):
            yield Elsewhere(heard.source, named)

    def _compare(self, name: str, witness: Witness, bib: str, gun: GunAt) -> Iterator[Placement]:
        """What a source says of a runner now, beside what was handed out."""
        sights: list[Sight] = []
        words: list[Word] = []
        lost: list[NoPlace] = []
        for one in witness.of(bib, gun):
            match one:
                case Sight():
                    sights.append(one)
                case Word():
                    words.append(one)
                case NoPlace():
                    lost.append(one)
        sights = still_running(sights, words)
        done = counted([*sights, *self._memory(name, bib, sights)], self._way)
        lost += [early_of(one, bib) for one in done.early]
        now = {mm: passing_of(bib, mm, one, name) for mm, one in done.at.items() if one.key}
        now |= verdict_of(name, bib, words, lost)
        yield from self._differences(name, bib, now)
        yield from self._missed(name, bib, done)
        yield from self._lost(name, lost)

    def _memory(self, name: str, bib: str, sights: Iterable[Sight]) -> Iterator[Sight]:
        """What stood in the journal before a restart, as sights without a key; not where it is said again."""
        said = {sight.at_mm for sight in sights}
        for mm, one in self._remembered.get((name, bib), {}).items():
            if isinstance(one.event, Passing) and mm not in said:
                elapsed_ns = one.event.elapsed.ns
                yield Sight(
                    "", FINISH_LINE, elapsed_ns, 0, one.known, mm, 0, one.event.method, one.event.official
                )

    def _differences(self, name: str, bib: str, now: dict[int, Handed]) -> Iterator[Placement]:
        handed = self._handed.setdefault((name, bib), {})
        remembered = self._remembered.get((name, bib), {})
        for at, said in sorted(now.items()):
            remembered.pop(at, None)  # it is said again: from now on it is known who says so
            before = handed.get(at)
            if before is not None and is_same(before, said):
                continue
            against = self._against(name, bib, at, said)
            if against:
                yield from self._contest(said.event.key, said.event, *against, self._outs(bib, at))
                continue
            handed[at] = said
            gone = self._gone.pop(said.event.key, None)
            if gone is not None:
                yield PutBack(gone, said.event)
            elif before is None:
                yield Placed(said.event, said.known, said.error_ns)
            else:
                yield Restated(before.event, said.event)
        for at in [at for at in handed if at not in now and at not in remembered]:
            if (bib, at) in self._entered:
                why = "the timing system takes it back, and a person has put it right"
                yield from self._contest(handed[at].event.key, None, self._entered[bib, at], why)
            else:
                gone = handed.pop(at).event
                self._gone[gone.key] = gone
                yield TakenBack(gone.key, gone)

    def _against(self, name: str, bib: str, at: int, said: Handed) -> tuple[str, str] | None:
        """The key of what stands against it, and why; None where nothing does."""
        if (bib, at) in self._entered:
            return self._entered[bib, at], "a person has entered it otherwise"
        if out := self._outs(bib, at):
            return self._entered[bib, STATUS], f"a person has said {out}, and here is a finish"
        event = said.event
        if not isinstance(event, Passing) or not event.official:
            return None
        for (source, other), handed in self._handed.items():
            stands = handed[at].event if other == bib and source != name and at in handed else None
            if isinstance(stands, Passing) and stands.official and stands.elapsed != event.elapsed:
                return stands.key, f"{source} has another official time there"
        return None

    def _outs(self, bib: str, at: int) -> Status | None:
        """Of a point that is the finish, the status by a person's word that goes with no finish."""
        return self._out.get(bib) if at == self._way.distance.mm else None

    def _contest(
        self,
        key: str,
        comes: Passing | Verdict | None,
        stands: str,
        why: str,
        status: Status | None = None,
    ) -> Iterator[Contested]:
        word: Elapsed | Status | None = None
        if comes is not None:
            word = comes.elapsed if isinstance(comes, Passing) else comes.status
        if key not in self._asked or self._asked[key] != word:
            self._asked[key] = word
            yield Contested(key, comes, stands, why, status)

    def _missed(self, name: str, bib: str, done: Counted) -> Iterator[Missing]:
        for mm in done.missing:
            if mm not in done.at and self._news((name, bib, mm)):
                yield Missing(bib, Distance(mm), name)

    def _unplaced(self, name: str, witness: Witness) -> Iterator[Unplaced]:
        yield from self._lost(name, witness.lost())

    def _lost(self, name: str, lost: Iterable[NoPlace]) -> Iterator[Unplaced]:
        for one in lost:
            if self._news((name, one.key, one.why)):
                at = None if one.at_mm is None else Distance(one.at_mm)
                key = f"{name}/{one.key}"
                yield Unplaced(key, name, one.bib, one.said, one.why, one.elapsed_ns, at)

    def _news(self, what: object) -> bool:
        if what in self._told:
            return False
        self._told.add(what)
        return True


def _numbers(heat: HeatNamed) -> tuple[str, str, str]:
    """As they are compared: one system writes 01, another 1, a third nothing where there is but one."""
    event, round_, number = (text.strip().lstrip("0") for text in (heat.event, heat.round, heat.heat))
    return event, round_ or "1", number or "1"

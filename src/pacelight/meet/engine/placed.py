"""Between the journal of a race and the placing of what timing systems say: what it knows, what it writes.

Pure: whoever holds the journal makes the same of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pacelight.distance import Distance
from pacelight.mark import Elapsed
from pacelight.meet.journal import entries
from pacelight.meet.live.live import Live
from pacelight.timing import Method, Owner, Passing, Status, Verdict
from pacelight.timing.gun import DeviceClock
from pacelight.timing.placing import (
    Contested,
    Entrant,
    Placed,
    Placement,
    Placing,
    Point,
    PutBack,
    Restated,
    StartList,
    TakenBack,
    Unplaced,
    Way,
)
from pacelight.timing.reading import HeatNamed, WindRead

__all__ = ["entered", "entries_of", "placing_of"]

_SAYS = "the timing system says so now"
_TAKES_BACK = "the timing system takes it back"
_AGAIN = "the timing system says it again"


def placing_of(
    live: Live,
    *,
    points: Mapping[str, Sequence[Point]] | None = None,
    chips: Mapping[str, str] | None = None,
    clocks: Mapping[str, DeviceClock] | None = None,
    record: Elapsed | None = None,
    heat: HeatNamed | None = None,
) -> Placing:
    """Whoever places what is said of a race, from wherever its journal stands.

    Args:
        live: the race.
        points: by source, where it sees runners beside the finish line.
        chips: by chip, the bib; those of the race file beside.
        clocks: by source, what is known of its clock.
        record: the fastest that was ever run over the distance: nobody is much faster.
        heat: as the timing system numbers it; None where that is not asked.

    Raises:
        RaceError: two runners wear one chip.
    """
    said = _Said(live)
    placing = Placing(
        _start_list(live, chips or {}),
        Way(live.race.distance, live.race.course.lap, live.race.course.first, record),
        points=points,
        known=said.known.values(),
        gone=said.gone.values(),
        ours=said.ours,
        clocks=clocks,
        heat=heat,
    )
    for entry in said.by_people:
        entered(placing, entry, live)
    return placing


def entries_of(placement: Placement, live: Live) -> Iterator[entries.Entry]:
    """What is written down of it; nothing of what is only told, as that a mat missed somebody."""
    match placement:
        case (
            Placed(event=Verdict() as verdict)
            | Restated(event=Verdict() as verdict)
            | PutBack(event=Verdict() as verdict)
        ):
            yield entries.Judged.of(verdict)
        case Placed(event=Passing() as passing):
            yield entries.Passed.of(passing, from_our_gun=placement.from_our_gun)
        case Restated(before, event):
            yield from _restated(before, event, _SAYS)
        case PutBack(before, event):
            yield entries.Restored(event.key, reason=_AGAIN)
            yield from _restated(before, event, _AGAIN)
        case TakenBack():
            yield _taken_back(placement)
        case Contested():
            yield from _contested(placement, live)
        case Unplaced(key) if key not in _asked(live):
            yield _unplaced(placement)
        case WindRead(text):
            yield entries.WindRead(text)


def entered(placing: Placing, entry: entries.Entry, live: Live) -> None:
    """Let placing know what a person has entered or put right; anything else says nothing to it."""
    if not isinstance(entry, entries.Signed) or not entry.by:
        return
    match entry:
        case entries.Passed(official=True) if entry.bib:
            placing.entered(entry.bib, Distance(entry.distance_mm), entry.key)
        case entries.Judged():
            placing.entered(entry.bib, None, entry.key, live.verdicts.statuses.get(entry.bib))
        case entries.Settled(take=True):
            for conflict in _settled(entry.what, live):
                if conflict.stands:
                    placing.entered(conflict.bib, None, entry.key)
                if (says := conflict.says) is not None and says.bib:
                    placing.entered(says.bib, Distance(says.distance_mm), says.key)
        case entries.Struck() | entries.Restored() | entries.Reassigned() | entries.Corrected() if (
            entry.what in live.times.all
        ):
            for bib, distance in _where(entry.what, live):
                placing.entered(bib, distance, entry.what)


def _settled(key: str, live: Live) -> Iterator[entries.Conflicted]:
    """The conflict with this key."""
    for line in live.lines:
        if isinstance(line.entry, entries.Conflicted) and line.entry.key == key:
            yield line.entry


def _where(key: str, live: Live) -> Iterator[tuple[str, Distance]]:
    """Where a time stood when it was written down, and where it stands now."""
    now = live.times.all[key]
    if now.bib:
        yield now.bib, now.distance
    for line in live.lines:
        if isinstance(line.entry, entries.Passed) and line.entry.key == key and line.entry.bib:
            yield line.entry.bib, Distance(line.entry.distance_mm)


def _start_list(live: Live, chips: Mapping[str, str]) -> StartList:
    worn = {runner.bib: list(runner.chips) for runner in live.race.runners}
    for chip, bib in chips.items():
        if bib in worn and chip not in worn[bib]:
            worn[bib].append(chip)
    return StartList(
        tuple(Entrant(one.bib, one.lane or "", tuple(worn[one.bib])) for one in live.race.runners)
    )


class _Said:
    """What the journal holds of this start, as the systems said it last, and what people made of it.

    Attributes:
        known: by key, what stands.
        gone: by key, what its system took back.
        ours: keys of times that were counted from our gun; as it is known now.
        by_people: what people entered and put right.
    """

    def __init__(self, live: Live) -> None:
        self.known: dict[str, Passing | Verdict] = {}
        self.gone: dict[str, Passing | Verdict] = {}
        self.ours: set[str] = set()
        self.by_people: list[entries.Entry] = []
        dead = live.taken_back()
        for line in live.lines:
            if isinstance(line.entry, entries.Fired):
                self.known, self.gone, self.ours, self.by_people = {}, {}, set(), []
            elif line.n not in dead and isinstance(line.entry, entries.Signed):
                if line.entry.by:
                    self.by_people.append(line.entry)
                else:
                    self._take(line.entry)
        put_right = {one.what for one in self.by_people if isinstance(one, entries.Corrected)}
        for key in (self.ours & set(self.known) & set(live.times.all)) - put_right:
            self.known[key] = replace(
                self.known[key], elapsed=Elapsed(live.times.all[key].since_gun_ns(live.moved_ns, live.rate))
            )

    def _take(self, entry: entries.Signed) -> None:
        match entry:
            case entries.Passed(bib=bib) if bib:
                self.known.setdefault(entry.key, entry.passing)
                self.ours |= {entry.key} if entry.from_our_gun else set()
            case entries.Judged(status=""):
                self._leave(entry.key)
            case entries.Judged():
                status, elapsed = Status(entry.status), Elapsed(entry.elapsed_ns)
                self.known[entry.key] = Verdict(entry.bib, status, elapsed, entry.source, entry.key)
                self.gone.pop(entry.key, None)
            case entries.Struck():
                self._leave(entry.what)
            case entries.Restored() if entry.what in self.gone:
                self.known[entry.what] = self.gone.pop(entry.what)
            case entries.Corrected() if isinstance(before := self.known.get(entry.what), Passing):
                self.known[entry.what] = _corrected(before, entry)

    def _leave(self, key: str) -> None:
        if key in self.known:
            self.gone[key] = self.known.pop(key)


def _corrected(before: Passing, entry: entries.Corrected) -> Passing:
    return Passing(
        before.bib,
        before.distance if entry.distance_mm is None else Distance(entry.distance_mm),
        before.elapsed if entry.elapsed_ns is None else Elapsed(entry.elapsed_ns),
        before.method,
        before.official if entry.official is None else entry.official,
        before.source,
        before.key,
        before.owner,
    )


def _taken_back(one: TakenBack) -> entries.Entry:
    gone = one.before
    if isinstance(gone, Passing):
        return entries.Struck(one.key, reason=_TAKES_BACK)
    return entries.Judged(gone.bib, "", gone.elapsed.ns, gone.source, one.key, reason=_TAKES_BACK)


def _restated(before: Passing | Verdict, event: Passing | Verdict, reason: str) -> Iterator[entries.Entry]:
    if not isinstance(event, Passing) or not isinstance(before, Passing):
        return
    if (before.elapsed, before.official) != (event.elapsed, event.official):
        yield entries.Corrected(
            event.key,
            elapsed_ns=event.elapsed.ns if event.elapsed != before.elapsed else None,
            official=event.official if event.official != before.official else None,
            reason=reason,
        )


def _contested(one: Contested, live: Live) -> Iterator[entries.Entry]:
    """A conflict, with what comes under a key of its own: that of the source may stand already."""
    comes = one.comes
    key = _question(one, live)
    if not key:
        return
    if comes is None:
        stands = live.times.all.get(one.stands)
        bib = stands.bib if stands is not None else ""
        yield entries.Conflicted(key, bib, one.key.partition("/")[0], one.why, against=one.stands)
    elif isinstance(comes, Passing):
        says = entries.Passed.of(
            Passing(comes.bib, comes.distance, comes.elapsed, comes.method, comes.official, comes.source, key)
        )
        yield entries.Conflicted(
            key,
            comes.bib,
            comes.source,
            one.why,
            says=says,
            against="" if one.status else one.stands,
            stands=one.status or "",
        )
    else:
        yield entries.Conflicted(
            key, comes.bib, comes.source, one.why, against=one.stands, status=comes.status
        )


def _question(one: Contested, live: Live) -> str:
    """By which a person is asked; empty where they were asked, and the system has said nothing else since.

    Nor is anybody asked whether what stands is what stands.
    """
    comes, word = one.comes, "taken back"
    if comes is not None:
        word = str(comes.elapsed.ns) if isinstance(comes, Passing) else comes.status
    if isinstance(comes, Passing) and not one.status and _stands(one.stands, live) == comes.elapsed.ns:
        return ""
    base = f"{one.key}/"
    asked = [key for key in _asked(live) if key.startswith(base)]
    words = [key.removeprefix(base).partition("/")[0] for key in asked]
    waits = any(key in live.conflicts for key, said in zip(asked, words, strict=True) if said == word)
    if waits or (words and words[-1] == word):
        return ""
    times = words.count(word)
    return f"{base}{word}/{times + 1}" if times else f"{base}{word}"


def _stands(key: str, live: Live) -> int | None:
    """The time that stands, race nanoseconds; None where none does."""
    time = live.times.all.get(key)
    return None if time is None or time.struck else time.since_gun_ns(live.moved_ns, live.rate)


def _asked(live: Live) -> list[str]:
    """Keys of the conflicts of this start, in order; those that were settled too."""
    keys: list[str] = []
    for line in live.lines:
        if isinstance(line.entry, entries.Fired):
            keys.clear()
        elif isinstance(line.entry, entries.Conflicted):
            keys.append(line.entry.key)
    return keys


def _unplaced(one: Unplaced) -> entries.Conflicted:
    """What a person has to place: a time that is somebody's, where it is known of which point."""
    says = None
    if one.elapsed_ns is not None and one.distance is not None and one.elapsed_ns > 0:
        says = entries.Passed(
            one.bib,
            one.distance.mm,
            one.elapsed_ns,
            Method.PHOTO,
            official=False,
            source=one.source,
            key=one.key,
            owner=Owner.ATHLETE,
        )
    return entries.Conflicted(one.key, one.bib, one.source, f"{one.said}: {one.why}", says=says)

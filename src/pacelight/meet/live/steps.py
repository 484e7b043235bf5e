"""What each entry of a journal does to what is known of a race, and what it tells: one table."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec.structs import replace

from pacelight.errors import RaceError
from pacelight.mark import Mark
from pacelight.meet.journal import entries
from pacelight.meet.live.known import Known, Line
from pacelight.meet.live.timed import Light, shown
from pacelight.meet.live.times import Time
from pacelight.meet.live.told import Told
from pacelight.meet.live.waves import plan_of
from pacelight.meet.race import LAMPS, Command, State, after, darkness
from pacelight.timing import Split

__all__ = ["CORRECTIONS", "step"]

CORRECTIONS = (
    entries.GunMoved,
    entries.Struck,
    entries.Restored,
    entries.Reassigned,
    entries.Swapped,
    entries.Corrected,
    entries.Settled,
)
"""What puts right what was timed or judged."""

_LOCKED = (entries.Passed, entries.Judged, *CORRECTIONS)
"""What waits while a result is official."""

_LATE = "the result is official: what comes now waits until it is opened again"


def step(known: Known, line: Line) -> Iterator[Told]:
    """One more line; it is taken once what it tells is read to the end.

    Raises:
        RaceError: it is not possible.
    """
    if known.state is State.OFFICIAL and isinstance(line.entry, _LOCKED):
        known.late.append(line)
        bib = line.entry.bib if isinstance(line.entry, (entries.Passed, entries.Judged)) else ""
        yield Told("refused", bib, why=_LATE)
    elif isinstance(line.entry, CORRECTIONS) and not line.entry.by:
        yield from _if_possible(known, line)
    elif type(line.entry) in _STEPS:
        yield from _STEPS[type(line.entry)](known, line, line.entry)


def _if_possible(known: Known, line: Line) -> tuple[Told, ...]:
    """What no person has put right: a timing system may speak of what nobody knows."""
    try:
        return tuple(_STEPS[type(line.entry)](known, line, line.entry))
    except RaceError as error:
        return (Told("refused", why=str(error)),)


def _command(known: Known, line: Line, entry: entries.Commanded) -> Iterator[Told]:
    before = known.seen()
    _obey(known, entry, line.moved_ns)
    late, known.late = (known.late, []) if known.state is not State.OFFICIAL else ([], known.late)
    for one in late:
        for _ in step(known, one):
            pass
    yield from known.told_since(before)


def _obey(known: Known, entry: entries.Commanded, moved_ns: int) -> None:
    match entry.command:
        case command if command in LAMPS:
            known.dark = darkness(known.dark, entry.command)
            return
        case Command.ARM if known.state is State.LOADED and known.opened.schema == entries.BEFORE:
            known.state = State.CHECKED
    known.state = after(known.state, entry.command)
    match entry.command:
        case Command.HOLD | Command.GO_ON:
            known.held.append((entry.at_ns or 0, moved_ns))
            known.derive()
        case Command.OFFICIAL:
            known.confirmed = known.finished
        case Command.RECALL | Command.RESET | Command.LOAD:
            known.verdicts = known.verdicts.before_the_gun()
            known.lights = known.asked
            known.clear()


def _fire(known: Known, _line: Line, entry: entries.Fired) -> Iterator[Told]:
    known.state = after(known.state, Command.GUN)
    known.gun = entry
    known.guns = {entry.boot: entry.monotonic_ns}
    known.moved_ns = 0
    yield Told("state")
    yield Told("clock")


def _move(known: Known, _line: Line, entry: entries.GunMoved) -> Iterator[Told]:
    if known.gun is None:
        raise RaceError("there was no gun that could be moved")
    before = known.seen()
    known.gun = replace(
        known.gun,
        monotonic_ns=known.gun.monotonic_ns + entry.by_ns,
        unix_ns=known.gun.unix_ns + entry.by_ns,
        source=entry.source or known.gun.source,
        error_ns=entry.error_ns,
    )
    known.guns = {boot: ns + entry.by_ns for boot, ns in known.guns.items()}
    known.moved_ns += entry.by_ns
    known.derive()
    yield from known.told_since(before)


def _correct(known: Known, line: Line, entry: entries.Entry) -> Iterator[Told]:
    before, times = known.seen(), dict(known.times.all)
    known.times.put_right(entry, line.moved_ns)
    if isinstance(entry, entries.Corrected) and entry.official is False:
        known.confirmed -= {known.times.of(entry.what).bib}
    if isinstance(entry, entries.Swapped):
        known.verdicts = known.verdicts.swapped(entry.bib, entry.other)
    known.derive_since(times)
    yield from known.told_since(before)


def _replan(known: Known, _line: Line, entry: entries.Replanned) -> Iterator[Told]:
    before = known.seen()
    light = Light(entry.asked, plan_of(entry.asked))
    known.lights = tuple(light if one.asked.name == entry.light else one for one in known.lights)
    known.derive()
    yield from known.told_since(before)


def _settle(known: Known, line: Line, entry: entries.Settled) -> Iterator[Told]:
    if entry.what not in known.conflicts:
        raise RaceError(f"no conflict of this race has the key '{entry.what}'")
    before, times = known.seen(), dict(known.times.all)
    found = known.conflicts.pop(entry.what)
    if entry.take:
        if found.against in known.times.all:
            known.times.put_right(entries.Struck(found.against), line.moved_ns)
        if found.says is not None:
            known.times.replace_by(found.says, line.moved_ns)
        if found.status or found.stands:
            known.verdicts = known.verdicts.said(found.bib, found.status, by=entry.by)
    known.derive_since(times)
    yield from known.told_since(before)


def _pass(known: Known, line: Line, entry: entries.Passed) -> Iterator[Told]:
    try:
        time = _taken(known, line, entry)
    except RaceError as error:
        yield Told("refused", entry.bib, why=str(error))
        return
    if time is None or known.is_folding:
        return
    if not time.bib:
        yield Told("aside")
        return
    try:
        split = known.timed.add(time.passing(known.moved_ns, known.rate))
    except RaceError as error:
        known.timed.refused[entry.key] = str(error)
        yield Told("aside")
        yield Told("refused", entry.bib, why=str(error))
        return
    if split is not None:
        yield from _split(known, split)


def _split(known: Known, split: Split) -> Iterator[Told]:
    """What a new split of a runner tells."""
    if split.official and split.distance != known.race.distance:
        known.credits = known.credits.again({split.bib})
    told = shown(split, known.race.heat.event.precision, known.times.error_ns(split.key))
    yield Told("split", split.bib, shown=told)
    for one in known.timed.gaps_at(split):
        yield Told("gap", split.bib, shown=one)
    if (coming := known.outlook(split.bib)) is not None:
        yield Told("outlook", split.bib, shown=coming)
    if split.distance == known.race.distance:
        yield from _rank(known)


def _taken(known: Known, line: Line, entry: entries.Passed) -> Time | None:
    if known.gun is None:
        raise RaceError(f"bib {entry.bib}: nobody passes {entry.distance_mm / 1000:g} m before the gun")
    return known.times.take(entry, line.moved_ns)


def _judge(known: Known, _line: Line, entry: entries.Judged) -> Iterator[Told]:
    try:
        known.race.heat.starter(entry.bib)
    except RaceError as error:
        yield Told("refused", entry.bib, why=str(error))
        return
    before = known.result(entry.bib), known.outlook(entry.bib)
    known.verdicts = known.verdicts.said(entry.bib, entry.status, rule=entry.rule, by=entry.by)
    ranked = list(_rank(known))
    yield from ranked
    result, coming = known.result(entry.bib), known.outlook(entry.bib)
    is_told = any(one.bib == entry.bib for one in ranked) and coming == before[1]
    if not is_told and (result, coming) != before:
        yield Told("runner", entry.bib)


def _rank(known: Known) -> Iterator[Told]:
    """Results that are new, or that another result has changed."""
    for bib in known.timed.rank(known.verdicts.statuses):
        result = known.result(bib)
        yield Told("result", bib, shown=result) if result else Told("runner", bib)


def _conflict(known: Known, _line: Line, entry: entries.Conflicted) -> Iterator[Told]:
    if entry.key not in known.conflicts:
        known.conflicts[entry.key] = entry
        yield Told("conflicts")


def _credit(known: Known, _line: Line, entry: entries.Credited) -> Iterator[Told]:
    """What went into the book; of whoever is credited again it replaces what was found."""
    before = [record for record in known.records if record.bib == entry.bib]
    known.credits = known.credits.entered(entry)
    if before:
        others = [record for record in known.records if record.bib != entry.bib]
        known.records = [*others, *entry.records]
    else:
        known.records = [*known.records, *entry.records]
    if before and before != entry.records:
        yield Told("records")
    for record in entry.records if not before else ():
        yield Told("record", entry.bib, shown=record)
    for why in entry.refused:
        yield Told("refused", entry.bib, why=why)


def _withdraw(known: Known, _line: Line, entry: entries.Withdrawn) -> Iterator[Told]:
    before = _to_beat(known)
    known.records = known.credits.standing(known.records, entry)
    known.credits = known.credits.withdrawn(entry)
    yield Told("records")
    for bib, marks in _to_beat(known).items():  # who must run faster from now on, or need not any more
        if marks != before.get(bib) and (coming := known.outlook(bib)) is not None:
            yield Told("outlook", bib, shown=coming)
    for why in entry.refused:
        yield Told("refused", entry.bib, why=why)


def _to_beat(known: Known) -> dict[str, list[Mark]]:
    """The marks that stand before those who have been timed and could break something."""
    return {bib: [stake.mark for stake in known.at_stake(bib)] for bib in known.table.bibs}


def _read_wind(known: Known, _line: Line, entry: entries.WindRead) -> Iterator[Told]:
    known.wind = entry.text
    yield Told("wind")


def _sent(known: Known, _line: Line, entry: entries.Sent) -> Iterator[Told]:
    known.sent, known.output = entry, entry.output
    yield Told("output", shown=entry.output)


def _shown(known: Known, _line: Line, entry: entries.Shown) -> Iterator[Told]:
    known.stretches = [*known.stretches, *entry.stretches]
    known.absent = known.absent | {(one.controller, one.from_ns): one for one in entry.absent}
    yield from ()


def _end(known: Known, _line: Line, entry: entries.Done) -> Iterator[Told]:
    known.done = True
    yield Told("done", shown=entry)


def _resume(known: Known, line: Line, entry: entries.Resumed) -> Iterator[Told]:
    """Another engine goes on.

    Raises:
        RaceError: one of a higher term led before it: it was no longer to say anything.
    """
    if entry.term:
        if entry.term <= known.term:
            raise RaceError(
                f"an engine of term {entry.term} goes on where one of term {known.term} leads: "
                "the journal is put together from two"
            )
        known.term = entry.term
    if entry.gun_ns is not None:
        known.guns = known.guns | {entry.boot: entry.gun_ns - line.moved_ns + known.moved_ns}
    yield from ()


_STEPS: Mapping[type, Callable[[Known, Line, Any], Iterator[Told]]] = MappingProxyType(
    {
        entries.Commanded: _command,
        entries.Fired: _fire,
        entries.GunMoved: _move,
        entries.Passed: _pass,
        entries.Judged: _judge,
        **dict.fromkeys(
            (entries.Struck, entries.Restored, entries.Reassigned, entries.Swapped, entries.Corrected),
            _correct,
        ),
        entries.Replanned: _replan,
        entries.Settled: _settle,
        entries.Conflicted: _conflict,
        entries.Credited: _credit,
        entries.Withdrawn: _withdraw,
        entries.WindRead: _read_wind,
        entries.Sent: _sent,
        entries.Shown: _shown,
        entries.Done: _end,
        entries.Resumed: _resume,
    }
)
"""What each entry does; what is not here is of the session, not of a race."""

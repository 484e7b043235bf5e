"""All races of a journal: a fold over its lines, the race on the track and those before it.

A journal may open one race after another; entries belong to the one opened or loaded last, unless they say
to which.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pacelight.errors import JournalError, RaceError
from pacelight.meet.journal import entries
from pacelight.meet.live.lit import lit
from pacelight.meet.live.live import Live
from pacelight.meet.live.told import Told
from pacelight.meet.race import Command, State

__all__ = ["Answered", "Session"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a request.

    Attributes:
        digest: of what was asked.
        done: whether it happened.
        revision, state: of the race right after it.
        why: of what was declined; of what was done, what to know of it.
    """

    digest: str
    done: bool
    revision: int
    state: str
    why: tuple[str, ...] = ()


_COMES = frozenset({Command.LOAD, Command.RETURN})
"""After these a race is the one on the desk."""


class Session:
    """The races of a journal.

    Attributes:
        races: by id, in the order in which they were opened.
        on: the race on the track: the lights are its.
        line: number of the last line.
        holder: the console that operates the lights; empty for none.
        holds: who took them: a post or a name.
        answers: by key of a request, what came of it: the same again is answered the same.
        sources: by name, how each timing system was last seen.
        sealed: why the journal goes on in another file; empty where it does not.
        stale: ids of races that the meet file has otherwise since, and that may be opened again.

    Args:
        opened: the first line.

    Raises:
        RaceError: the race file in it is none.
    """

    def __init__(self, opened: entries.Opened) -> None:
        self.on = Live(opened)
        self.races = {self.on.race.id: self.on}
        self.line = 1
        self.holder = self.holds = ""
        self.answers: dict[str, Answered] = {}
        self.sources: dict[str, entries.TimingSeen] = {}
        self.sealed = ""
        self.stale: set[str] = set()
        self._answer(opened, self.on, ())

    @classmethod
    def holding(cls, live: Live) -> "Session":
        """A session of one race that is known already."""
        session = cls(live.opened)
        session.on, session.races, session.line = live, {live.race.id: live}, live.line
        return session

    @classmethod
    def of(cls, lines: Sequence[entries.Entry]) -> "Session":
        """The races as a journal has them.

        Raises:
            JournalError: it opens none, or speaks of one that it did not open.
            RaceError: a line that is not possible.
        """
        if not lines or not isinstance(lines[0], entries.Opened):
            raise JournalError("the journal opens no race: its first line is another")
        session = cls(lines[0])
        for entry in lines[1:]:
            session.take(entry)
        return session

    def begin(self) -> tuple[Told, ...]:
        """What the opening of the journal tells."""
        return self.on.begin()

    def take(self, entry: entries.Entry) -> tuple[Told, ...]:
        """One more line, and what it tells; of another race than the one on the track, which.

        Raises:
            JournalError: it speaks of a race that was not opened.
            RaceError: it is not possible.
        """
        self.line += 1
        match entry:
            case entries.Opened():
                return self._open(entry)
            case entries.Of():
                return self._take(self.race(entry.race), entry.entry)
            case entries.Holder() | entries.Reloaded() | entries.Staged():
                return self._of_all(entry)
            case entries.TimingSeen():
                self.sources = self.sources | {entry.source: entry}
                return (Told("sources"),)
            case entries.Sealed():
                self.sealed = entry.why
                return (Told("sealed", why=entry.why),)
        return self._take(self.on, entry)

    def race(self, name: str) -> Live:
        """A race by its id.

        Raises:
            JournalError: none of this session.
        """
        if name not in self.races:
            raise JournalError(f"the journal speaks of a race '{name}' that it did not open")
        return self.races[name]

    def _of_all(self, entry: entries.Holder | entries.Reloaded | entries.Staged) -> tuple[Told, ...]:
        """What is of no race: who operates the lights, the meet file, what is shown between races."""
        self._answer(entry, self.on, ())
        if isinstance(entry, entries.Staged):
            return ()
        if isinstance(entry, entries.Reloaded):
            self.stale = set(entry.changed)
            return (Told("races"),)
        self.holder, self.holds = entry.client, entry.by if entry.client else ""
        return (Told("holder"),)

    def is_to_come(self, live: Live) -> bool:
        """Whether nothing of a race has happened yet, so that it may be opened again as another."""
        return live.gun is None and live.state in {State.IDLE, State.LOADED, State.CHECKED}

    def _open(self, opened: entries.Opened) -> tuple[Told, ...]:
        live = Live(opened, dark=self.on.dark, line=self.line)
        before = self.races.get(live.race.id)
        if before is not None:
            if live.race.id not in self.stale or not self.is_to_come(before):
                raise RaceError(f"the race '{live.race.id}' was opened before (load it)")
            live.revision = before.revision + 1
            self.stale -= {live.race.id}
        self.races[live.race.id] = self.on = live
        self._answer(opened, live, ())
        return (*live.begin(), Told("races"))

    def _take(self, live: Live, entry: entries.Entry) -> tuple[Told, ...]:
        stood = live.state, live.revision
        told = live.take(entry, self.line)
        if isinstance(entry, entries.Commanded) and entry.command in _COMES and live is not self.on:
            live.dark, self.on = self.on.dark, live
            told = (*live.begin(), *told)
        self._answer(entry, live, told)
        if live is not self.on:
            return (*(replace(one, race=live.race.id) for one in told), Told("races"))
        return told if (live.state, live.revision) == stood else (*told, Told("races"))

    def _answer(self, entry: entries.Entry, live: Live, told: Sequence[Told]) -> None:
        key = getattr(entry, "key", "")
        by = getattr(entry, "by", "")
        if not key or not by:
            return
        declined = isinstance(entry, entries.Declined)
        self.answers[key] = Answered(
            digest=getattr(entry, "digest", ""),
            done=not declined,
            revision=live.revision,
            state=live.state,
            why=tuple(entry.why) if isinstance(entry, entries.Declined) else _to_know(entry, live, told),
        )


def _to_know(entry: entries.Entry, live: Live, told: Sequence[Told]) -> tuple[str, ...]:
    """Of what was done, what whoever asked should know.

    What the lamps do now, what it overrode, what cannot be any more.
    """
    if isinstance(entry, entries.Reloaded):
        return (
            *(f"'{name}' is another now: load it again" for name in entry.changed),
            *(f"'{name}' has begun, and stays as it was opened" for name in entry.begun),
        )
    despite = entry.despite if isinstance(entry, entries.Commanded) else []
    is_official = isinstance(entry, entries.Commanded) and entry.command is Command.OFFICIAL
    lamps = lit(entry, live.state)
    return (
        *([lamps] if lamps else ()),
        *(f"despite: {why}" for why in despite),
        *(_untimed(live) if is_official else ()),
        *(one.why for one in told if one.kind == "refused"),
    )


def _untimed(live: Live) -> tuple[str, ...]:
    """Who a result leaves out, so that nobody is forgotten; it is official all the same."""
    bibs = [one.bib for one in live.race.heat.starters if one.bib not in live.results]
    if not bibs:
        return ()
    who = "1 runner has" if len(bibs) == 1 else f"{len(bibs)} runners have"
    return (f"{who} neither a time nor a DNS, DNF or DQ: bib {', '.join(bibs)}",)

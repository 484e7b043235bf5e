"""Where people ask: each request is decided, written down, taken and answered, in that order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from pacelight.errors import PacelightError, RaceError
from pacelight.meet.desk.decide import Decision, answered, decide
from pacelight.meet.desk.requests import (
    Answer,
    Arm,
    Blackout,
    Check,
    Do,
    Light,
    Official,
    Reload,
    Request,
    Walk,
    request,
)
from pacelight.meet.desk.roles import Role
from pacelight.meet.desk.scene import Programme
from pacelight.meet.engine.fresh import Fresh
from pacelight.meet.journal.entries import Commanded, Entry, Of, Opened
from pacelight.meet.live.coming import Timetable
from pacelight.meet.race import Command

if TYPE_CHECKING:
    from pacelight.meet.bus import Asker
    from pacelight.meet.engine.engine import Engine
    from pacelight.meet.programme.meetfile import MeetFile

__all__ = ["BY", "Front"]

BY = "engine"
"""Who asks where a recording is run."""


@dataclass(slots=True)
class Front:
    """Answers for an engine.

    Attributes:
        openings: by id, what makes the line that opens a race of the session which is yet to come.
        reasons: what is not right for arming, in one line each, at this instant.
        timetable: the races of the session, in order.
        reread: reads the meet file again; None where there is none.
        keep: keeps a meet that was read, for the engine that goes on with it.
        fault: what is wrong with the race or meet file, until it is read again; empty where it is right.
        lasting: what of it was not taken up, until the engine is started again.
    """

    openings: Mapping[str, Callable[[], Opened]] = field(default_factory=dict)
    reasons: "Callable[[Engine], Sequence[str]]" = lambda _engine: ()
    timetable: Timetable = ()
    reread: Callable[[], Fresh] | None = None
    keep: "Callable[[MeetFile], object]" = lambda _meet: None
    fault: str = ""
    lasting: tuple[str, ...] = ()
    _unwritten: dict[str, Answer] = field(default_factory=dict)

    def answer(self, engine: "Engine", asker: "Asker") -> None:
        """Decide what somebody asks, and answer once it is on the disk; what is no request ends the talk."""
        try:
            asked = request(asker.line)
        except RaceError:
            asker.refuse()
            return
        asker.answer(msgspec.json.encode(self.decide(engine, asked)))

    def ask(self, engine: "Engine", do: Do) -> bool:
        """Ask for something as a director does, whatever arming would need; whether it was done."""
        session = engine.session
        asked = Request(
            key=uuid4().hex,
            race=session.on.race.id,
            by=BY,
            role=Role.DIRECTOR,
            do=do,
            seen=session.on.revision,
            client=session.holder,
        )
        return self._carry_out(engine, asked, self._decided(engine, asked, ())).done

    def decide(self, engine: "Engine", asked: Request) -> Answer:
        """What comes of a request; when this returns, it is on the disk, or was refused.

        One that no disk took was refused, and is refused again: who asked was told so.
        """
        if asked.key in self._unwritten:
            return self._unwritten[asked.key]
        if isinstance(asked.do, Reload):
            return self._reload(engine, asked)
        try:
            reasons = tuple(self.reasons(engine)) if isinstance(asked.do, (Arm, Check)) else ()
            return self._carry_out(engine, asked, self._decided(engine, asked, reasons))
        except PacelightError as error:
            return _refused(engine, asked, str(error))

    def _reload(self, engine: "Engine", asked: Request) -> Answer:
        """The meet file is read, what has changed is written down, and races are opened from it."""
        found, programme = None, None
        if self.reread is not None:
            try:
                found = self.reread()
                programme = found.programme
            except PacelightError as error:
                programme = Programme({}, " ".join(str(error).splitlines()))
        try:
            answer = self._carry_out(engine, asked, self._decided(engine, asked, (), programme))
        except PacelightError as error:
            return _refused(engine, asked, str(error))
        if answer.done and found is not None:
            self.openings, self.timetable, self.fault = found.openings, found.timetable, ""
            self.keep(found.meet)
            engine.take_up(found.timetable, found.heats)
            engine.credit(again=True)
        return answer

    def _decided(
        self,
        engine: "Engine",
        asked: Request,
        reasons: Sequence[str],
        programme: Programme | None = None,
    ) -> Decision:
        return decide(
            engine.session,
            asked,
            engine.clock.now(),
            engine.boot,
            reasons=reasons,
            openings=self.openings,
            rate=engine.rate,
            programme=programme,
            lamps=len(engine.lit.survey) if isinstance(asked.do, Walk) else None,
        )

    def _carry_out(self, engine: "Engine", asked: Request, decision: Decision) -> Answer:
        if decision.answer is not None:
            return decision.answer
        if any(_commands(entry, Command.BLACKOUT) for entry in decision.entries):
            engine.darken(dark=True)  # before the disk: a disk may be slow
        if any(isinstance(entry, Opened) or _brings_another(entry) for entry in decision.entries):
            engine.close_race()
        for entry in decision.entries:
            if not engine.note(entry, asked=True):
                engine.scribe.forget(entry)
                self._unwritten[asked.key] = self._not_written(engine, asked)
                return self._unwritten[asked.key]
        engine.darken(dark=False)  # from now on the journal says so
        engine.credit(again=isinstance(asked.do, Official))
        return _with_refusals(engine, asked, answered(engine.session, asked.key))

    def _not_written(self, engine: "Engine", asked: Request) -> Answer:
        """No disk takes it: it is not acknowledged. Lamps are dark all the same, and lit again."""
        match asked.do:
            case Blackout():
                return _refused(engine, asked, engine.scribe.alarm, "the lamps are dark all the same")
            case Light():
                engine.darken(dark=False)
        return _refused(engine, asked, engine.scribe.alarm)


def _brings_another(entry: Entry) -> bool:
    return _commands(entry, Command.LOAD) or _commands(entry, Command.RETURN)


def _commands(entry: Entry, command: Command) -> bool:
    if isinstance(entry, Of):
        return _commands(entry.entry, command)
    return isinstance(entry, Commanded) and entry.command is command


def _with_refusals(engine: "Engine", asked: Request, answer: Answer) -> Answer:
    """What was made official is so whatever the book says; who made it so is told what that refuses."""
    if not (answer.done and isinstance(asked.do, Official)) or asked.race not in engine.session.races:
        return answer
    missing = engine.session.races[asked.race].credits.missing
    told = [f"the book refuses bib {bib}: {why[0]}" for bib, why in missing.items()]
    return replace(answer, why=[*answer.why, *told])


def _refused(engine: "Engine", asked: Request, *why: str) -> Answer:
    live = engine.session.races.get(asked.race, engine.session.on)
    return Answer(asked.key, done=False, revision=live.revision, state=live.state, why=list(why))

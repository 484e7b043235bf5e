"""`/api/setup/...`: a meet prepared by whoever may; each is looked up in the table of tasks first."""

from typing import Any

import msgspec
from fastapi import FastAPI, Request
from starlette.responses import Response

from pacelight.web.desk import Desk
from pacelight.web.live.stream import FanOut
from pacelight.web.rights.gate import Gate
from pacelight.web.rights.session import Session
from pacelight.web.rights.shapes import answers, taking
from pacelight.web.setup import found as controllers
from pacelight.web.setup.counter import ADDRESS, Counter
from pacelight.web.setup.kept import Author
from pacelight.web.setup.kerb import Kerb
from pacelight.web.setup.setup import SetUp
from pacelight.web.setup.shapes import (
    EntriesAsked,
    FindAsked,
    MeetAsked,
    Nothing,
    PlanAsked,
    SeatsAsked,
    SurveyAsked,
    UndoAsked,
    WalkAsked,
)
from pacelight.web.setup.tasks import Task, may

__all__ = ["open_setup"]


def open_setup(app: FastAPI, gate: Gate, setup: SetUp, fan_out: FanOut, desk: Desk) -> None:
    """Add the addresses to an application.

    Args:
        app: the application.
        gate: knows who asks.
        setup: the meet that is prepared.
        fan_out: knows the race on the track.
        desk: asks the engine.
    """
    counter = Counter(gate, setup, fan_out)
    _whole(app, counter)
    _survey(app, counter)
    _lamps(app, counter, Kerb(counter, desk))
    _meet(app, counter)
    _entries(app, counter)
    _doctor(app, counter)


def _whole(app: FastAPI, counter: Counter) -> None:
    setup = counter.setup

    @app.get(ADDRESS, summary="What can be prepared here", responses=answers({200: "SetupShown"}, 429))
    async def whole(request: Request) -> Response:
        def work(session: Session) -> msgspec.Struct:
            tasks = [str(task) for task in Task if may(session.role, task)]
            return setup.shown(tasks, counter.on, engine=counter.engine)

        return await counter.look(request, Task.LOOK, work)

    @app.post(
        f"{ADDRESS}/open",
        summary="Have the engine of tonight started",
        openapi_extra=taking("Nothing"),
        responses=_answers("SetupShown"),
    )
    async def opened(request: Request) -> Response:
        def work(_: Nothing, author: Author) -> msgspec.Struct:
            setup.open(author)
            return setup.shown([str(task) for task in Task], counter.on, engine=counter.engine)

        return await counter.ask(request, Task.OPEN, Nothing, work, writes=True)


def _survey(app: FastAPI, counter: Counter) -> None:
    surveying = counter.setup.surveying

    @app.get(f"{ADDRESS}/survey", summary="The survey", responses=answers({200: "SurveyShown"}, 409, 429))
    async def survey(request: Request) -> Response:
        return await counter.look(request, Task.LOOK, lambda _: surveying.shown())

    @app.put(
        f"{ADDRESS}/survey",
        summary="Save the survey",
        openapi_extra=taking("SurveyAsked"),
        responses=_answers("SurveyShown", 422),
    )
    async def save(request: Request) -> Response:
        on = counter.on
        return await counter.ask(
            request,
            Task.SURVEY,
            SurveyAsked,
            lambda asked, author: surveying.saved(asked, author, on),
            writes=True,
        )

    @app.post(
        f"{ADDRESS}/survey/check",
        summary="What is wrong with a survey; nothing is written",
        openapi_extra=taking("SurveyAsked"),
        responses=_answers("SurveyShown"),
    )
    async def check(request: Request) -> Response:
        return await counter.ask(
            request, Task.SURVEY, SurveyAsked, lambda asked, _: surveying.checked(asked.survey, asked.seen)
        )

    @app.post(
        f"{ADDRESS}/survey/plan",
        summary="A survey to begin with; nothing is written",
        openapi_extra=taking("PlanAsked"),
        responses=_answers("SurveyShown"),
    )
    async def plan(request: Request) -> Response:
        return await counter.ask(request, Task.SURVEY, PlanAsked, lambda asked, _: surveying.planned(asked))

    @app.post(
        f"{ADDRESS}/survey/undo",
        summary="Put the survey before back",
        openapi_extra=taking("UndoAsked"),
        responses=_answers("SurveyShown"),
    )
    async def undo(request: Request) -> Response:
        on = counter.on
        return await counter.ask(
            request,
            Task.SURVEY,
            UndoAsked,
            lambda asked, author: surveying.undone(asked.seen, author, on),
            writes=True,
        )


def _lamps(app: FastAPI, counter: Counter, kerb: Kerb) -> None:
    surveying = counter.setup.surveying

    @app.post(
        f"{ADDRESS}/controllers",
        summary="Ask the network which controllers there are",
        openapi_extra=taking("FindAsked"),
        responses=_answers("FoundShown"),
    )
    async def find(request: Request) -> Response:
        return await counter.ask(
            request,
            Task.FIND,
            FindAsked,
            lambda asked, _: controllers.look(asked.seconds, asked.targets, asked.wled),
        )

    @app.get(f"{ADDRESS}/walk", summary="What the walk shows", responses=answers({200: "WalkShown"}, 429))
    async def walk(request: Request) -> Response:
        return await counter.look(
            request, Task.WALK, lambda _: kerb.shown() if counter.engine else surveying.walk.shown()
        )

    @app.post(
        f"{ADDRESS}/walk",
        summary="Light a lamp, its segment, or none",
        openapi_extra=taking("WalkAsked"),
        responses=_answers("WalkShown"),
    )
    async def light(request: Request) -> Response:
        if counter.engine:
            return await kerb.light(request)
        on = counter.on
        return await counter.ask(
            request,
            Task.WALK,
            WalkAsked,
            lambda asked, author: surveying.walked(asked, author, on),
            writes=True,
        )


def _meet(app: FastAPI, counter: Counter) -> None:
    meeting = counter.setup.meeting

    @app.get(f"{ADDRESS}/meet", summary="The meet", responses=answers({200: "MeetShown"}, 409, 429))
    async def meet(request: Request) -> Response:
        return await counter.look(request, Task.LOOK, lambda _: meeting.shown())

    @app.put(
        f"{ADDRESS}/meet",
        summary="Save the meet",
        openapi_extra=taking("MeetAsked"),
        responses=_answers("MeetShown", 422),
    )
    async def save(request: Request) -> Response:
        on = counter.on
        return await counter.ask(
            request, Task.MEET, MeetAsked, lambda asked, author: meeting.saved(asked, author, on), writes=True
        )

    @app.post(
        f"{ADDRESS}/meet/check",
        summary="What is wrong with a meet; nothing is written",
        openapi_extra=taking("MeetAsked"),
        responses=_answers("MeetShown"),
    )
    async def check(request: Request) -> Response:
        return await counter.ask(request, Task.MEET, MeetAsked, lambda asked, _: meeting.checked(asked))

    @app.post(
        f"{ADDRESS}/meet/undo",
        summary="Put the meet before back",
        openapi_extra=taking("UndoAsked"),
        responses=_answers("MeetShown"),
    )
    async def undo(request: Request) -> Response:
        on = counter.on
        return await counter.ask(
            request,
            Task.MEET,
            UndoAsked,
            lambda asked, author: meeting.undone(asked.seen, author, on),
            writes=True,
        )


def _entries(app: FastAPI, counter: Counter) -> None:
    meeting = counter.setup.meeting

    @app.post(
        f"{ADDRESS}/entries",
        summary="The start lists of a file; nothing is written",
        openapi_extra=taking("EntriesAsked"),
        responses=_answers("EntriesShown"),
    )
    async def entries(request: Request) -> Response:
        return await counter.ask(request, Task.MEET, EntriesAsked, lambda asked, _: meeting.entries(asked))

    @app.post(
        f"{ADDRESS}/seats",
        summary="Who of the book some runners are; nothing is written",
        openapi_extra=taking("SeatsAsked"),
        responses=_answers("SeatsShown"),
    )
    async def seats(request: Request) -> Response:
        return await counter.ask(request, Task.MEET, SeatsAsked, lambda asked, _: meeting.seats(asked))


def _doctor(app: FastAPI, counter: Counter) -> None:
    rounds = counter.setup.rounds

    @app.get(
        f"{ADDRESS}/doctor",
        summary="How far the doctor is, and what was found",
        responses=answers({200: "DoctorShown"}, 429),
    )
    async def doctor(request: Request) -> Response:
        return await counter.look(request, Task.DOCTOR, lambda _: rounds.shown())

    @app.post(
        f"{ADDRESS}/doctor",
        summary="Have everything gone through",
        openapi_extra=taking("Nothing"),
        responses=_answers("DoctorShown"),
    )
    async def begin(request: Request) -> Response:
        def work(_: Nothing, __: Author) -> msgspec.Struct:
            rounds.begin()
            return rounds.shown()

        return await counter.ask(request, Task.DOCTOR, Nothing, work)


def _answers(of: str, *more: int) -> dict[int | str, dict[str, Any]]:
    """What an address answers that is asked with a body; 422 carries the same shape, with its faults."""
    told = answers({200: of}, 400, 409, 413, 415, 429)
    return told | {status: told[200] | {"description": "fields that cannot be read"} for status in more}

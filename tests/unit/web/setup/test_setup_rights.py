"""Who may prepare what, when, and what of it is written down."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pacelight.errors import SurveyError
from pacelight.meet.desk.requests import Answer, Request
from pacelight.meet.desk.requests import Walk as AskWalk
from pacelight.meet.desk.roles import Role
from pacelight.web.desk import Desk
from pacelight.web.setup.surveying import _stretch
from pacelight.web.setup.tasks import TABLE, Task
from pacelight.web.setup.walk import Place, Walk

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "rights-setup.txt"
ASKED: dict[Task, tuple[tuple[str, str, Any], ...]] = {
    Task.LOOK: (("GET", "", None), ("GET", "/survey", None), ("GET", "/meet", None)),
    Task.SURVEY: (
        ("PUT", "/survey", {"survey": {"track": "short-200"}}),
        ("POST", "/survey/check", {"survey": {"track": "short-200"}}),
        ("POST", "/survey/plan", {"track": "short-200", "lamps": 200}),
        ("POST", "/survey/undo", {}),
    ),
    Task.FIND: (("POST", "/controllers", {"seconds": 0.1, "targets": ["127.0.0.1"], "wled": []}),),
    Task.WALK: (("GET", "/walk", None), ("POST", "/walk", {})),
    Task.DOCTOR: (("GET", "/doctor", None),),
    Task.MEET: (
        ("PUT", "/meet", {"meet": {}}),
        ("POST", "/meet/check", {"meet": {}}),
        ("POST", "/meet/undo", {}),
        ("POST", "/entries", {"text": "bib,name\n1,A\n"}),
        ("POST", "/seats", {"runners": []}),
    ),
    Task.OPEN: (("POST", "/open", {}),),
}


def cells() -> dict[tuple[Role, Task], bool]:
    """Who may do what, as people wrote it down."""
    head, *rows = [line.split() for line in GOLDEN.read_text(encoding="ascii").splitlines()]
    return {
        (Role(role), Task(row[0])): mark == "x"
        for row in rows
        for role, mark in zip(head, row[1:], strict=True)
    }


def test_the_table_is_as_it_was_written_down() -> None:
    assert {(role, task): role in TABLE[task] for role in Role for task in Task} == cells()
    assert set(TABLE) == set(Task) == set(ASKED)


@pytest.mark.parametrize("task", [task for task in Task if task is not Task.FIND])
def test_each_role_does_what_the_table_says_and_nobody_else_anything(office: Any, task: Task) -> None:
    for role in Role:
        who = None if role is Role.SPECTATOR else role
        for method, path, body in ASKED[task]:
            answer = office.ask(method, f"/api/setup{path}", body, role=who)
            assert (answer.status_code != 403) is cells()[role, task], (role, method, path)
            if answer.status_code == 403:
                assert f"'{task}' of the set-up is not for the role '{role}'" in answer.json()["error"]


def test_every_address_is_among_those_that_are_tried(office: Any) -> None:
    described = office.ask("GET", "/api/openapi").json()["paths"]
    every = {
        (method.upper(), path.removeprefix("/api/setup"))
        for path, methods in described.items()
        if path.startswith("/api/setup")
        for method in methods
    }
    tried = {(method, path) for rows in ASKED.values() for method, path, _ in rows}
    assert every - {("POST", "/doctor")} == tried


def test_what_is_done_and_what_is_denied_is_in_the_log(office: Any) -> None:
    office.surveyed()
    office.ask("PUT", "/api/setup/meet", {"meet": {}}, role=Role.OPERATOR)
    (done,) = [line for line in office.log if "event=setup" in line]
    assert 'by="director post"' in done
    assert 'act="setup-survey" what="survey" status="200"' in done
    (denied,) = [line for line in office.log if "event=denied" in line]
    assert 'role="operator"' in denied
    assert 'act="setup-meet"' in denied


@pytest.mark.parametrize("state", ["armed", "running", "held"])
def test_while_a_race_is_on_nothing_of_it_is_changed(office: Any, race: Any, state: str) -> None:
    survey = office.surveyed()
    meet = office.met(races=[race])
    office.is_on(state)
    body = {"survey": survey["draft"], "seen": survey["seen"]}
    refused = office.told("PUT", "/survey", body, 409)["error"]
    assert refused.startswith(f"the survey is not changed now: 'Men's mile' is {state} (")
    assert "is armed" not in refused or refused.endswith("(disarm it first)")
    office.told("POST", "/survey/undo", {"seen": survey["seen"]}, 409)
    office.told("POST", "/meet/undo", {"seen": meet["seen"]}, 409)
    office.told("POST", "/walk", {"lamp": 0}, 409)
    faster = meet["draft"] | {"races": [meet["draft"]["races"][0] | {"name": "Men's mile"}]}
    assert (
        "this race is not changed now"
        in office.told("PUT", "/meet", {"meet": faster, "seen": meet["seen"]}, 409)["error"]
    )
    other = meet["draft"]["races"][0] | {"id": "two", "was": "", "heat": "2"}
    more = meet["draft"] | {"races": [meet["draft"]["races"][0], other]}
    assert office.told("PUT", "/meet", {"meet": more, "seen": meet["seen"]})["whole"]
    assert office.told("GET", "")["on"].startswith("nothing of it is changed now")


class Asked:
    """Stands where the engine is asked: it keeps what it was asked, and lights what it is told to."""

    def __init__(self, office: Any, answer: Answer | None) -> None:
        self.office, self.answer, self.heard = office, answer, []

    async def __call__(self, request: Request, _patience_s: float) -> Answer | None:
        self.heard.append(request)
        snapshot, do = self.office.fan_out.race.snapshot, request.do
        if self.answer is not None and self.answer.done and isinstance(do, AskWalk):
            lit = {"name": "walk", "first": do.first, "last": do.last, "blinks": do.blinks}
            snapshot["look"] = {"name": "idle"} if do.first is None else lit
        return self.answer


@pytest.fixture
def engine(office: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Asked]:
    def heard(answer: Answer | None) -> Asked:
        asked = Asked(office, answer)
        monkeypatch.setattr(Desk, "ask", lambda _, *told: asked(*told))
        office.is_on("checked")
        office.fan_out.race.snapshot["track"] = {"lamps": [float(lamp) for lamp in range(200)]}
        office.fan_out.race.snapshot["output"] = {"target": "ddp://10.0.0.11", "frames": 7, "errors": 0}
        return asked

    return heard


DONE = Answer("k", done=True, revision=0, state="checked")


def test_the_engine_of_tonight_lights_the_lamps_of_whoever_walks(office: Any, engine: Any) -> None:
    office.surveyed()
    assert office.told("POST", "/walk", {"lamp": 3})["on"]
    asked = engine(DONE)
    assert not office.told("GET", "/walk")["on"]
    told = office.told("POST", "/walk", {"lamp": 103, "blink": True}, role=Role.OPERATOR)
    assert (told["on"], told["engine"], told["lamp"], told["blink"]) == (True, True, 103, True)
    assert (told["target"], told["lasts_s"], told["metre"]) == ("ddp://10.0.0.11", 60, 103.0)
    assert told["hung"] == {"controller": "2", "segment": 1, "lamp": 3, "dead": False}
    (request,) = asked.heard
    assert request.do == AskWalk(first=103, last=103, blinks=True)
    assert (request.race, request.by, request.role) == ("men-mile-short-track", "operator post", "operator")
    told = office.told("POST", "/walk", {"lamp": 103, "segment": True, "dead": True})
    assert (told["lamp"], told["count"], told["hung"]["dead"]) == (103, 100, True)
    assert asked.heard[-1].do == AskWalk(first=100, last=199)
    assert office.told("GET", "/walk")["lamp"] == 100
    assert not office.told("POST", "/walk", {})["on"]
    assert asked.heard[-1].do == AskWalk()


def test_what_the_engine_does_not_light_is_said_and_nothing_is_written(office: Any, engine: Any) -> None:
    office.surveyed()
    why = "the race is armed: no show and no walk while a race may be on"
    engine(Answer("k", done=False, revision=0, state="armed", why=[why]))
    assert office.told("POST", "/walk", {"lamp": 3}, 409)["error"] == why
    asked = engine(None)
    assert office.told("POST", "/walk", {"lamp": 3}, 503)["error"] == "no engine answers: tap again"
    assert len(asked.heard) == 1
    office.is_on("running")
    versions = office.told("GET", "/survey")["versions"]
    office.told("POST", "/walk", {"lamp": 3, "dead": True}, 409)
    assert (office.told("GET", "/survey")["versions"], len(asked.heard)) == (versions, 1)


def test_while_no_engine_is_heard_and_a_race_may_be_on_nobody_walks(office: Any) -> None:
    office.surveyed()
    office.is_on("running")
    office.fan_out.connected(False)
    refused = office.told("POST", "/walk", {"lamp": 3}, 409)["error"]
    assert refused.startswith("no lamps are walked now: 'Men's mile' is running")


@pytest.mark.parametrize(
    ("lamps", "stretch"), [((5,), (5, 5)), ((3, 2, 4), (2, 4)), ((0, 9, 8, 1), (8, 1)), (range(10), (0, 9))]
)
def test_a_segment_is_from_one_lamp_to_another(lamps: Any, stretch: tuple[int, int]) -> None:
    assert _stretch(tuple(lamps), 10) == stretch


def test_a_segment_with_lamps_of_others_in_it_is_walked_one_by_one() -> None:
    with pytest.raises(SurveyError, match="walk them one by one"):
        _stretch((1, 3), 10)


def test_a_lamp_is_lit_and_said_where_it_hangs_and_marked_as_dead(office: Any) -> None:
    office.surveyed()
    told = office.told("POST", "/walk", {"lamp": 103, "blink": True})
    assert (told["lamp"], told["count"], told["blink"], told["target"]) == (103, 1, True, "sim://")
    assert told["hung"] == {"controller": "2", "segment": 1, "lamp": 3, "dead": False}
    told = office.told("POST", "/walk", {"lamp": 103, "segment": True, "dead": True}, role=Role.OPERATOR)
    assert (told["count"], told["hung"]["dead"]) == (100, True)
    survey = office.told("GET", "/survey")
    assert survey["draft"]["controllers"][1]["segments"][0]["dead"] == "3"
    assert survey["versions"][-1]["by"] == "operator post"
    assert not office.told("POST", "/walk", {"lamp": 103, "dead": False})["hung"]["dead"]
    assert not office.told("POST", "/walk", {})["on"]


@pytest.mark.parametrize("lamp", [200, 999_999])
def test_there_is_no_lamp_beyond_the_last(office: Any, lamp: int) -> None:
    office.surveyed()
    told = office.told("POST", "/walk", {"lamp": lamp}, 409)
    assert told["error"] == "the survey has lamps 0 to 199: write one of them"


def test_a_track_is_walked_while_it_is_wired(office: Any) -> None:
    office.surveyed(output="ddp://127.0.0.1:4099")
    assert office.told("POST", "/walk", {"lamp": 0})["on"]
    refused = office.told("POST", "/walk", {"lamp": 150}, 409)
    assert refused["error"] == "controller '2' has no address yet (assign one)"


def test_lamps_that_nobody_asks_for_any_more_go_dark(office: Any) -> None:
    office.surveyed()
    from pacelight.meet.programme.outputs import output_of
    from pacelight.track import Survey

    survey = Survey.read(office.folder / "lamps.toml")
    walk = Walk(idle_s=0.05)
    walk.show(survey, output_of(survey, "", "test"), Place((0,)))
    for thread in [one for one in threading.enumerate() if one.name == "walk"]:
        thread.join(20)
    shown = walk.shown()
    assert (shown.on, shown.why) == (False, "nobody asked for a while: the lamps are dark")


def test_the_doctor_goes_round_once_and_says_all_of_it(office: Any, race: Any) -> None:
    office.surveyed()
    office.met(races=[race])
    office.told("POST", "/doctor", {}, role=Role.OPERATOR)
    office.setup.rounds.wait()
    told = office.told("GET", "/doctor")
    assert told["going"] == ""
    states = {one["what"]: one["state"] for one in told["findings"]}
    assert states["meet"] == states["survey"] == states["book"] == "green"
    assert told["state"] == "amber"
    assert all(one["remedy"] for one in told["findings"] if one["state"] != "green")


def test_without_a_meet_the_doctor_says_what_is_missing(office: Any) -> None:
    office.told("POST", "/doctor", {})
    office.setup.rounds.wait()
    told = office.told("GET", "/doctor")
    first = told["findings"][0]
    assert (told["state"], first["what"], first["state"]) == ("red", "meet", "red")


def test_the_meet_is_opened_once_it_is_whole(office: Any, race: Any) -> None:
    refused = office.told("POST", "/open", {}, 409)
    assert refused["error"] == "the meet is not ready: there is no meet file yet"
    office.surveyed()
    office.met()
    assert "no race is on the timetable" in office.told("POST", "/open", {}, 409)["error"]
    office.met(races=[race])
    assert office.told("POST", "/open", {})["opened"]
    assert (office.folder / "meet.open").read_text("utf-8").startswith("evening-2026 ")


def test_a_body_is_long_enough_for_a_start_list_and_no_longer(office: Any) -> None:
    long = office.ask("POST", "/api/setup/entries", {"text": "x" * 300_000})
    assert (long.status_code, long.json()["error"]) == (413, "at most 262144 bytes are taken")
    assert office.ask("POST", "/api/setup/entries", {"text": "x" * 100_000}).status_code == 409


def test_a_start_list_leaves_no_file(office: Any) -> None:
    office.met()
    before = {path: path.stat().st_mtime_ns for path in office.folder.rglob("*")}
    named = {"name": "../../meet.toml", "text": "bib;name\n1;Jakob Ingebrigtsen\n"}
    assert office.told("POST", "/entries", named)["lists"]
    assert {path: path.stat().st_mtime_ns for path in office.folder.rglob("*")} == before
    assert list(office.folder.parent.glob("*.toml")) == []

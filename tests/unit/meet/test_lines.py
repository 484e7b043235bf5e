"""What is told of a race that is put right: as lines for programs, and as lines for people."""

from typing import Any

import msgspec
import pytest

from pacelight.cli.race_pages import page
from pacelight.meet.desk import requests as asked
from pacelight.meet.journal.entries import Sealed
from pacelight.meet.live.session import Session
from pacelight.meet.show.lines import line

S = 10**9


def lines(racing: Any, desk: Any) -> list[dict[str, Any]]:
    """The story that the journal tells, the race on the track and others."""
    first, *rest = [racing.entries.decoded(one) for one in desk.journal]
    session = Session(first)
    told: list[dict[str, Any]] = []
    for entry in rest:
        for one in session.take(entry):
            live = session.races[one.race] if one.race else session.on
            encoded = line(one, live)
            if encoded is not None:
                told.append(msgspec.json.decode(encoded))
    return told


@pytest.fixture
def desk(racing: Any) -> Any:
    desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")}).run()
    desk.wait(110)
    desk.note(racing.passed("1", 800, 105))
    desk.must(asked.Swap(bib="1", other="2", reason="seen so"), asked.Undo())
    desk.must(asked.Blackout(), asked.Finish())
    return desk


def test_a_correction_is_told_with_who_and_why_and_what_has_changed(racing: Any, desk: Any) -> None:
    story = [one for one in lines(racing, desk) if one["type"] in {"change", "runner"}]
    assert [(one["type"], one.get("act"), one.get("bib"), one.get("undone")) for one in story] == [
        ("runner", None, "1", None),
        ("runner", None, "2", None),
        ("change", "swap", None, False),
        ("runner", None, "1", None),
        ("runner", None, "2", None),
        ("change", "undo", None, False),
        ("change", "swap", None, True),
    ]
    assert (story[2]["text"], story[2]["by"], story[2]["reason"]) == (
        "bibs 1 and 2 swapped",
        "desk",
        "seen so",
    )
    assert (story[1]["athlete"], story[1]["result"]["mark"]["text"]) == ("B Two", "1:45.00")
    assert story[0]["result"] is None


def test_a_blackout_is_told_beside_the_state(racing: Any, desk: Any) -> None:
    states = [(one["state"], one.get("dark")) for one in lines(racing, desk) if one["type"] == "state"]
    assert states[-2:] == [("running", True), ("finished", True)]
    assert ("running", None) in states


def test_a_disqualification_is_told_with_its_rule_and_a_split_without_its_key(racing: Any, desk: Any) -> None:
    desk.must(asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="inside"))
    story = lines(racing, desk)
    assert [one.get("rule") for one in story if one["type"] == "result"] == [None, "TR17.3.1"]
    assert all("key" not in one for one in story if one["type"] == "split")


def test_of_another_race_it_is_told_of_which(racing: Any, desk: Any) -> None:
    assert desk.ask(asked.Load(), race="heat-2").done
    assert desk.ask(asked.Status(bib="2", status="DNF"), race="heat-1").done
    about = [(one["type"], one.get("race")) for one in lines(racing, desk)][-3:]
    assert about == [("light", None), ("result", "heat-1"), ("change", "heat-1")]


def test_people_are_told_in_a_line_each(desk: Any, capsys: pytest.CaptureFixture[str]) -> None:
    tell = page(json=False)
    desk.wait(1)
    desk.told.clear()
    desk.must(asked.Light(), asked.Status(bib="3", status="DNF"))
    for one in [*desk.told, *desk.note(Sealed("old.journal", "no space left on device"))]:
        tell(one, desk.live)
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "everyone is in",
        "        DNF            C Three IRL",
        "line 11: bib 3 DNF, by desk",
        "the journal goes on elsewhere: no space left on device",
    ]


def test_people_are_told_of_a_light_that_is_changed_and_of_a_runner_put_right(
    racing: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = racing.Desk().run()
    desk.wait(60)
    desk.note(racing.passed("1", 400, 52))
    desk.told.clear()
    desk.must(
        asked.Replan(light="pace", mark="1:46.00", reason="asked for"),
        asked.Strike(what="1-400-52", reason="a lap too early"),
    )
    for one in desk.told:
        page(json=False)(one, desk.live)
    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        "light: 1:46.00, changed",
        "line 6: the light pace to 1:46.00, by desk: asked for",
    ]
    assert said[2].split() == ["A", "One:", "0", "splits"]
    assert said[3] == "line 7: struck out: bib 1 at 400 m in 52.000, by desk: a lap too early"

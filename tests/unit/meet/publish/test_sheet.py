"""The result of a race as it stands, from its journal's lines."""

from collections.abc import Callable
from typing import Any

import pytest

from pacelight.meet.journal import entries
from pacelight.meet.live.session import Session
from pacelight.meet.publish.sheet import PENDING, confirmed_at, result_of
from pacelight.meet.publish.states import STATES
from pacelight.meet.race import State
from pacelight.timing import Status
from pacelight.timing.formats.lists.race_result import Proof

LAPPED = """
[[recording.passing]]
bib = "9"
source = "letsrun-2025-02"
distance = "1000"
time = "2:50.00"
"""


def told(evening: Any, **upto: bool) -> Any:
    return result_of(Session.of(evening.lines(**upto)).on, 3, Proof("l.journal", 12, "f" * 16))


def test_an_official_race_has_places_marks_records_and_its_proof(evening: Callable[..., Any]) -> None:
    found = told(evening())
    assert (found.official, found.state, found.event, found.code) == (True, "official", "3", "MILEsh")
    assert [(row.place, str(row.mark), row.name, row.nation) for row in found.rows][:2] == [
        (1, "3:45.14", "Jakob Ingebrigtsen", "NOR"),
        (2, "3:52.70", "Stefan Nillessen", "NED"),
    ]
    assert [(one.level, one.code, one.mark, one.en_route, one.status) for one in found.records] == [
        ("WR", "1500sh", "3:29.63", True, PENDING),
        ("WR", "MILEsh", "3:45.14", False, PENDING),
    ]
    assert found.proof == Proof("l.journal", 12, "f" * 16)


def test_splits_say_how_they_were_timed_and_which_are_official(evening: Callable[..., Any]) -> None:
    splits = told(evening()).rows[0].splits
    assert [(str(one.distance), str(one.mark), one.method, one.official) for one in splits][-2:] == [
        ("1400 m", "3:16.07", "video", False),
        ("1500 m", "3:29.63", "photo", True),
    ]


@pytest.mark.parametrize(
    ("upto", "state"),
    [({"finished": False}, "running"), ({"official": False}, "finished")],
)
def test_what_is_not_official_says_so_and_has_no_proof(
    evening: Callable[..., Any], upto: dict[str, bool], state: str
) -> None:
    found = told(evening(), **upto)
    assert (found.official, found.state, found.proof) == (False, state, None)
    assert len(found.rows) == 9, "everybody on the start list has a line"


def test_a_disqualified_runner_stands_last_with_the_rule_and_places_close_up(
    evening: Callable[..., Any],
) -> None:
    judged = entries.Judged("2", "DQ", 0, "referee", "dq-2", by="referee", rule="TR17.3.1")
    found = told(evening(more=[judged]), official=False)
    assert [(row.bib, row.place, row.status, row.rule) for row in found.rows][-1] == (
        "2", None, Status.DQ, "TR17.3.1",
    )  # fmt: skip
    assert [row.place for row in found.rows[:3]] == [1, 2, 3]


def test_who_was_lapped_is_said_by_how_much(evening: Callable[..., Any]) -> None:
    text = evening().text + LAPPED.replace("2:50.00", "2:59.00")
    found = told(evening(text=text))
    assert {row.bib: row.laps_behind for row in found.rows}["9"] >= 1


def test_the_wind_is_as_it_was_read(evening: Callable[..., Any]) -> None:
    assert told(evening(more=[entries.WindRead("+0.6")])).wind == "+0.6"


def test_a_result_opened_again_is_unofficial_again(evening: Callable[..., Any]) -> None:
    from pacelight.meet.race import Command

    session = Session.of(evening().lines())
    assert confirmed_at(session.on) == len(evening().lines())
    session.take(entries.Commanded(Command.REOPEN, by="referee", reason="protest"))
    assert confirmed_at(session.on) is None
    assert result_of(session.on).official is False


def test_every_state_has_words() -> None:
    assert set(STATES) == set(State)

"""The result of a race as it stands, from its journal's lines."""

from collections.abc import Callable
from typing import Any

import pytest

from pacelight.meet.journal import entries
from pacelight.meet.live.session import Session
from pacelight.meet.publish.published import published
from pacelight.meet.publish.sheet import PENDING, confirmed_at, result_of
from pacelight.meet.publish.states import STATES
from pacelight.meet.race import State
from pacelight.timing import Status
from pacelight.timing.formats.lists import results_lif
from pacelight.timing.formats.lists.race_result import Proof
from pacelight.web.words.speaker import Speaker

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


EVENING_NS = 1_739_473_914_404_900_000
"""2025-02-13 20:11:54.4049 at Liévin."""


def test_the_start_is_what_the_clocks_at_the_venue_said(evening: Callable[..., Any]) -> None:
    found = told(evening(zone="+01:00", gun_ns=EVENING_NS))
    assert (found.start, found.zone, found.started) == ("20:11:54.4049", "+01:00", "20:11:54.4049+01:00")
    assert told(evening(zone="-05:00", gun_ns=EVENING_NS)).started == "14:11:54.4049-05:00"


@pytest.mark.parametrize(("zone", "later_ns"), [("", 0), ("+01:00", 14_400 * 10**9), ("+12:00", 0)])
def test_no_start_is_said_where_the_zone_is_not_known_or_it_was_run_again_on_another_day(
    evening: Callable[..., Any], zone: str, later_ns: int
) -> None:
    assert told(evening(zone=zone, gun_ns=EVENING_NS + later_ns)).started == ""


def test_a_gun_that_was_moved_is_the_start(evening: Callable[..., Any]) -> None:
    moved = evening(zone="+01:00", gun_ns=EVENING_NS, more=[entries.GunMoved(-404_900_000)])
    assert told(moved, official=False).start == "20:11:54.0000"


def test_the_race_is_numbered_as_the_timing_system_does(evening: Callable[..., Any]) -> None:
    found = told(evening(number=("32400031", "1", "11")))
    assert (found.event, found.round, found.heat) == ("32400031", "1", "11")


@pytest.mark.parametrize("form", ["lif", "csv", "json", "wa"])
def test_every_file_that_programs_read_says_the_start(evening: Callable[..., Any], form: str) -> None:
    one = told(evening(zone="+01:00", number=("17", "2", "3"), gun_ns=EVENING_NS))
    (text,) = published([one], [form], Speaker("en")).values()
    said = {"lif": "17,2,3,", "csv": ",17,2,3,", "json": '"event": "17"', "wa": ""}
    assert said[form] in text.decode()
    assert {"lif": "20:11:54.4049", "wa": "20:11:54.404"}.get(form, "20:11:54.4049+01:00") in text.decode()


def test_every_state_has_words() -> None:
    assert set(STATES) == set(State)


@pytest.mark.parametrize("status", ["DNS", "DNF", "DQ"])
@pytest.mark.parametrize("form", ["html", "csv", "json", "lif", "wa"])
def test_no_time_stands_beside_the_word_of_who_has_no_place(
    evening: Callable[..., Any], status: str, form: str
) -> None:
    judged = entries.Judged("2", status, 0, "hand", "k", by="referee", rule="TR17.3.1" * (status == "DQ"))
    one = told(evening(more=[judged]), official=False)
    text = next(iter(published([one], [form], Speaker("en")).values())).decode()
    assert (status in text, "3:52.70" in text, "3:45.14" in text) == (True, False, True)
    assert one.rows[-1].splits == ()


CLUB = 'name = "Stefan Nillessen"\nclub = "AV Cifla, Groesbeek"'


def test_the_club_of_the_start_list_stands_in_what_is_published(evening: Callable[..., Any]) -> None:
    text = evening().text.replace('name = "Stefan Nillessen"', CLUB)
    one = told(evening(text=text))
    assert [row.club for row in one.rows if row.club] == ["AV Cifla, Groesbeek"]
    for form in ("csv", "json", "html"):
        (first, *_) = published([one], [form], Speaker("en")).values()
        assert "AV Cifla, Groesbeek" in first.decode()
        assert "NED" in first.decode()
    (lif,) = published([one], ["lif"], Speaker("en")).values()
    (line,) = [line for line in lif.decode().splitlines() if "Nillessen" in line]
    assert '"AV Cifla, Groesbeek"' in line
    (again,) = results_lif.read(lif, "l.lif")
    assert [(row.nation, row.club) for row in again.rows if "Nillessen" in row.name] == [
        ("", "AV Cifla, Groesbeek")
    ]

"""Plans and what they stand for; the same for programs and for race files."""

import tomllib
from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Standing
from pacelight.distance import Distance
from pacelight.errors import MarkError, PlanError
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.plan.pasted import points
from pacelight.plan.shape import lines, plan_shape, race_lines
from pacelight.plan.table import table
from pacelight.plan.wanted import at_standing, even_to, negative_to, through

EVE = date(2025, 2, 12)


def test_a_negative_plan_is_through_half_way_later_than_half_of_its_time() -> None:
    plan = negative_to("800", "1:44.00", "2.0").plan
    assert [(str(at), when.ns / 1e9) for at, when in plan.knots] == [("400 m", 53.0), ("800 m", 104.0)]
    assert plan.kind == "negative"
    assert float(plan.speed_at(1.0)) < float(plan.speed_at(103.0))


@pytest.mark.parametrize("faster", ["0", "0.00", "1:44.00", "3:00"])
def test_a_second_half_that_is_not_faster_is_refused(faster: str) -> None:
    with pytest.raises((PlanError, MarkError)):
        negative_to("800", "1:44.00", faster)


def test_the_plan_of_a_record_says_whose_it_is_and_as_of_when() -> None:
    with Book.starter() as book:
        found = book.record("MILEsh", Sex.MEN, as_of=EVE)
    assert isinstance(found, Standing)
    wanted = at_standing(found, EVE)
    assert wanted.title == "Mile short track: WR 3:46.63 Yared Nuguse, as of 2025-02-12"
    assert f"{wanted.per_100_s:.3f}" == "14.082"


def test_lines_of_a_race_file_are_read_as_the_same_plan() -> None:
    """Even, negative, by splits: what TOML reads back makes the plan anew."""
    for wanted in (
        even_to("1500", "3:30.00"),
        negative_to("1500", "3:30.00", "2.0"),
        through("1500", points("400 55.8\n800 1:52.0\n1500 3:30.00")),
    ):
        (light,) = tomllib.loads(race_lines(wanted, "pacer"))["light"]
        told = light["plan"]
        if told["kind"] == "even":
            again = even_to("1500", told["mark"]).plan
        else:
            knots = [(Distance.parse(at), Mark.parse(time).elapsed) for at, time in told["splits"]]
            again = through("1500", knots).plan
        assert light["name"] == "pacer"
        assert again.knots == wanted.plan.knots


def test_lines_of_a_race_file_ask_for_a_record_by_name() -> None:
    asked = {"level": "NR", "scope": "NOR", "as_of": EVE, "ratified": True}
    (light,) = tomllib.loads(race_lines(even_to("1500", "3:30.00"), "NR", asked))["light"]
    assert light == {"name": "NR", "plan": {"kind": "record", **asked}}


def test_for_programs_and_spreadsheets_the_table_is_the_same() -> None:
    wanted = even_to("800", "1:44.00")
    rows = table(wanted.plan, Distance.parse("400"))
    assert list(lines(rows)) == [("400", "52.00", "52.00", "7.692"), ("800", "1:44.00", "52.00", "7.692")]
    shape = plan_shape(wanted, rows)
    assert [(one["distance_m"], one["text"]) for one in shape["table"]] == [
        (400.0, "52.00"),
        (800.0, "1:44.00"),
    ]

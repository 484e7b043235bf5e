"""Whether a line is a performance that is known."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.formats.line import Line
from pacelight.book.store.held import HeldMark, HeldPerson
from pacelight.errors import Refused
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.meet.intake.marks import Another, Found, Marks, Same
from pacelight.meet.intake.people import Doubt, People
from pacelight.meet.intake.performed import check_possible, key_of, performance

DAY = date(1985, 7, 27)
LINE = Line(
    at="row 1",
    event="MILE",
    sex=Sex.WOMEN,
    mark=Mark.parse("4:19.18"),
    mark_text="4:19.18",
    athlete="Mary SLANEY",
    nation="USA",
    day=DAY,
    year=1985,
    venue="Bislett, Oslo (NOR)",
    place=1,
)
PEOPLE = People(
    [
        HeldPerson("slaney-mary", ("Mary Slaney",), None, frozenset({"USA"}), frozenset({Sex.WOMEN})),
        HeldPerson("decker-mary", ("Mary Decker",), None, frozenset({"USA"}), frozenset({Sex.WOMEN})),
    ]
)


def held(**other: Any) -> HeldMark:
    told: dict[str, Any] = {
        "key": "k",
        "athlete": "slaney-mary",
        "nation": "USA",
        "day": DAY,
        "mark": LINE.mark,
        "venue": "Oslo",
        "place": 1,
        "round": "",
        "wind": None,
        "source": "theirs",
        "stands": True,
    }
    return HeldMark(**told | other)


@pytest.mark.parametrize(
    ("other", "line", "found"),
    [
        # Known.
        ({}, {}, Same("k")),
        ({"venue": "", "place": None}, {}, Same("k")),
        ({"venue": "Oslo2"}, {}, Same("k")),
        ({"mark": Mark.parse("4:19.2")}, {}, Same("k")),  # rounded up when it was ratified
        # Another race of that day.
        ({"round": "heat 1"}, {"note": "position 1f"}, Another()),
        ({"wind": 3}, {"wind": -2}, Another()),
        ({"mark": Mark.parse("4:25.00"), "source": "ours"}, {}, Another()),
        ({"day": date(1985, 8, 2)}, {}, Another()),
        ({"mark": Mark.parse("4:25.00"), "venue": "London"}, {}, Another()),
        # For a person to say.
        ({"venue": "London"}, {}, Doubt("the same mark on the same day, spelled otherwise", ("k",))),
        ({"place": 2}, {}, Doubt("the same mark on the same day, spelled otherwise", ("k",))),
        ({"mark": Mark.parse("4:19.81")}, {}, Doubt("another mark on that day than 4:19.81", ("k",))),
        (
            {"day": date(1983, 7, 27), "venue": "Bislett, Oslo (NOR)"},
            {},
            Doubt("the same mark, venue and place on the same day of 1983", ("k",)),
        ),
        (
            {"athlete": "decker-mary", "venue": "Bislett, Oslo (NOR)"},
            {},
            Doubt("the same mark, place and race under another name", ("k",)),
        ),
    ],
)
def test_whether_it_is_known(other: dict[str, Any], line: dict[str, Any], found: Found) -> None:
    assert Marks([held(**other)], PEOPLE).find(replace(LINE, **line), "slaney-mary", "ours") == found


def test_what_is_taken_is_known_from_then_on() -> None:
    marks = Marks([], PEOPLE)
    assert marks.find(LINE, "slaney-mary", "ours") == Another()
    marks.take(LINE, "key", "slaney-mary", "ours")
    assert marks.find(LINE, "slaney-mary", "ours") == Same("key")
    assert "key" in marks
    assert (marks.told("key"), marks.told("no key"), marks.told("")) == (Same("key"), Another(), Another())


def test_a_key_is_day_place_event_class_and_athlete_and_a_mark_where_that_is_taken() -> None:
    taken: set[str] = set()
    keys = []
    for _ in range(3):
        keys.append(key_of(LINE, "slaney-mary", taken.__contains__))
        taken.add(keys[-1])
    base = "1985-07-27-bislett-oslo-MILE-women-slaney-mary"
    assert keys == [base, f"{base}-4-19-18", f"{base}-4-19-18-2"]


def test_doubts_and_the_round_stand_in_the_performance() -> None:
    told = replace(LINE, note="position 2h3", doubts=("a zero may be lost: 4:19.1",), en_route=True)
    made = performance(told, "key", "slaney-mary", "Mary Slaney", "ours")
    assert (made.round, made.place) == ("heat 3", 1)
    assert made.note == "made on the way to a longer distance; a zero may be lost: 4:19.1"
    assert (made.athlete, made.athlete_key, made.source_key) == ("Mary Slaney", "slaney-mary", "ours")


@pytest.mark.parametrize(
    ("without", "why"),
    [
        ({"day": None}, "no day in 1985 (give it by --day, or in the file)"),
        ({"day": None, "year": None}, "no day (give it by --day, or in the file)"),
        ({"nation": ""}, "no nation (give it by --nation, or in the file)"),
        ({"nation": "SVK"}, "no athlete ran for SVK on 1985-07-27 (write TCH)"),
    ],
)
def test_what_could_not_have_been_is_refused(without: dict[str, Any], why: str) -> None:
    told = replace(LINE, **without)

    def made() -> None:
        check_possible(told)
        performance(told, "key", "slaney-mary", "Mary Slaney", "ours")

    with pytest.raises(Refused) as refused:
        made()
    assert str(refused.value) == why

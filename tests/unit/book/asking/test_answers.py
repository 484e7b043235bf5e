"""The shapes of answers in JSON: a contract."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking import answers
from pacelight.book.asking.leads import Lead, lead
from pacelight.book.asking.lists import Book
from pacelight.book.model import AllTime, Coverage, NotKnown, Performance, Source, Standing
from pacelight.event import Sex
from pacelight.mark import Mark

Ran = Callable[..., Performance]

EVE, END = date(2025, 2, 12), date(2025, 12, 31)

NUGUSE = {
    "key": "2025-02-08-nuguse",
    "event": "MILEsh",
    "mark": {"text": "3:46.63", "value": 226630, "unit": "ms", "precision": 2},
    "athlete": "Nuguse",
    "athlete_key": "nuguse",
    "nation": "USA",
    "day": "2025-02-08",
    "venue": "Liévin",
    "competition": "Meeting",
    "place": None,
    "en_route_of": None,
    "official": True,
    "wind_mps": None,
    "round": "",
    "race": None,
    "conditions": [],
    "flags": "",
    "source": "test",
}
EVENT = {"code": "MILEsh", "name": "Mile short track"}
WORLD = {
    "level": "WR",
    "scope": "WORLD",
    "age": "all",
    "race": None,
    "since": "1980-01-01",
    "down_to": None,
    "source": "test",
}


def plain(shape: dict[str, Any]) -> Any:
    return json.loads(json.dumps(shape))


@pytest.mark.parametrize(
    ("text", "value", "precision"),
    [("3:45.14", 225140, 2), ("3:46.6", 226600, 1), ("2:01:09", 7269000, 0), ("9.580", 9580, 3)],
)
def test_a_mark_is_its_text_its_thousandths_and_its_precision(text: str, value: int, precision: int) -> None:
    shape = {"text": text, "value": value, "unit": "ms", "precision": precision}
    assert answers.mark(Mark.parse(text)) == shape


def test_a_record(book: Book) -> None:
    found = book.record("MILEsh", Sex.MEN, as_of=EVE)
    assert isinstance(found, Standing)
    assert plain(answers.record(found, as_of=EVE, known_at=END, ratified=False)) == {
        "schema": "pacelight.record/1",
        "known": True,
        "as_of": "2025-02-12",
        "known_at": "2025-12-31",
        "ratified_only": False,
        "event": EVENT,
        "sex": "men",
        "level": "WR",
        "scope": "WORLD",
        "age": "all",
        "race": None,
        "label": "WR",
        "recognition": "record",
        "mark": NUGUSE["mark"],
        "since": "2025-02-08",
        "status": "pending",
        "holders": [NUGUSE | {"status": "pending"}],
        "coverage": WORLD,
        "confirmed": None,
    }


def test_a_record_that_waits_has_the_confirmed_one_beside_it(book: Book) -> None:
    waits = book.record("MILEsh", Sex.MEN, as_of=EVE)
    stands = book.record("MILEsh", Sex.MEN, as_of=EVE, ratified=True)
    assert isinstance(waits, Standing)
    assert isinstance(stands, Standing)
    shape = plain(answers.record(waits, stands, as_of=EVE, known_at=EVE, ratified=False))
    assert shape["mark"]["text"] == "3:46.63"
    assert shape["confirmed"] == plain(answers.record_shape(stands))
    assert (shape["confirmed"]["mark"]["text"], shape["confirmed"]["status"]) == ("3:47.01", "ratified")


def test_a_lead(book: Book, covers: Callable[..., Coverage], source: Source) -> None:
    book.add([], source, coverage=[covers("PERFORMANCES", down_to="3:46.90")])
    found = lead(book, "MILEsh", Sex.MEN, year=2025, as_of=EVE)
    assert isinstance(found, Lead)
    shape = plain(answers.lead(found, as_of=EVE, known_at=EVE))
    assert shape == {
        "schema": "pacelight.lead/1",
        "known": True,
        "as_of": "2025-02-12",
        "known_at": "2025-02-12",
        "event": EVENT,
        "sex": "men",
        "label": "WL",
        "scope": "WORLD",
        "age": "all",
        "race": None,
        "year": 2025,
        "mark": NUGUSE["mark"],
        "holders": [NUGUSE | {"status": "pending"}],
        "coverage": WORLD
        | {
            "level": "PERFORMANCES",
            "down_to": {"text": "3:46.90", "value": 226900, "unit": "ms", "precision": 2},
        },
    }


def test_a_progression(book: Book, ran: Ran) -> None:
    book.add(ran("teare", "3:46.63", "2025-02-12", nation="USA"))
    found = book.progression("MILEsh", Sex.MEN, as_of=END)
    assert isinstance(found, list)
    shape = plain(answers.progression(found, as_of=END, known_at=END, ratified=True))
    steps = shape.pop("steps")
    assert shape == {
        "schema": "pacelight.progression/1",
        "known": True,
        "as_of": "2025-12-31",
        "known_at": "2025-12-31",
        "ratified_only": True,
        "event": EVENT,
        "sex": "men",
        "level": "WR",
        "scope": "WORLD",
        "age": "all",
        "race": None,
        "coverage": WORLD,
    }
    step = {"label": "WR", "status": "ratified", "equalled": False, "until": "2025-02-13", "days_stood": 5}
    assert steps[1] == NUGUSE | step
    told = [(s["athlete"], s["equalled"], s["until"], s["days_stood"], s["status"]) for s in steps]
    assert told == [
        ("Kejelcha", False, "2025-02-08", 2169, "ratified"),
        ("Nuguse", False, "2025-02-13", 5, "ratified"),
        ("Teare", True, "2025-02-13", 1, "candidate"),
        ("Ingebrigtsen", False, None, 321, "pending"),
    ]


def test_an_all_time_list(book: Book) -> None:
    found = book.top("MILEsh", Sex.MEN, as_of=EVE)
    assert isinstance(found, AllTime)
    shape = plain(answers.all_time(found, as_of=EVE, known_at=EVE))
    entries = shape.pop("entries")
    assert shape == {
        "schema": "pacelight.list/1",
        "known": True,
        "as_of": "2025-02-12",
        "known_at": "2025-02-12",
        "event": EVENT,
        "sex": "men",
        "scope": "WORLD",
        "age": "all",
        "race": None,
        "year": None,
        "all_performances": False,
        "coverage": {
            "level": "LIST",
            "scope": "WORLD",
            "age": "all",
            "race": None,
            "since": "1980-01-01",
            "down_to": {"text": "3:46.90", "value": 226900, "unit": "ms", "precision": 2},
            "source": "test",
        },
    }
    assert entries[0] == {"rank": 1, **NUGUSE, "status": "pending"}
    assert [(one["rank"], one["status"]) for one in entries] == [
        (1, "pending"),
        (2, None),
        (None, "ratified"),
    ]


def test_what_is_not_known_has_the_schema_of_what_was_asked() -> None:
    shape = answers.not_known(
        NotKnown("the book does not say"), "pacelight.record/1", as_of=EVE, known_at=END
    )
    assert plain(shape) == {
        "schema": "pacelight.record/1",
        "known": False,
        "as_of": "2025-02-12",
        "known_at": "2025-12-31",
        "why": "the book does not say",
    }

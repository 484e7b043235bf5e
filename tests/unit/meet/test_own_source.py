"""The meeting of the examples in the shipped book, which calls another source by the name of the meeting."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.mark import Mark
from pacelight.meet.desk.requests import Arm, Check, Do, Finish, Gun, Load, Official, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.journal.entries import Passed
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.show.meet_faults import unwilling
from pacelight.timing import Method, Owner

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "lievin-2025"
SECOND = """
[[race]]
id = "mens-mile-2"
name = "Men's mile, second heat"
event = "MILEsh"
sex = "men"
heat = "heat 2"
entries = "mile.csv"
"""


@pytest.fixture
def meeting(hall: Any) -> Any:
    """The files of the example with a second heat, and the whole book that is shipped."""
    for file in EXAMPLE.iterdir():
        shutil.copy(file, hall.folder / file.name)
    text = (hall.folder / "meet.toml").read_text(encoding="utf-8")
    (hall.folder / "meet.toml").write_text(text + SECOND, encoding="utf-8")
    hall.book.unlink()
    with closing(Book.starter(hall.book)) as book:
        assert book.source("lievin-2025").who, "the case that this is about"
    return hall


def run(engine: Engine, race: str, mark: str) -> None:
    """The race to its official result, which is that of bib 1."""
    for do in (Load(), Check(), Arm(), Gun()):
        assert asked(engine, race, do)
    live = engine.session.races[race]
    bib, at = live.race.heat.starters[0].bib, live.race.distance.mm
    ns = Mark.parse(mark).thousandths * 10**6
    engine.note(Passed(bib, at, ns, Method.PHOTO, True, "camera", f"{race}-1", Owner.ATHLETE))
    for do in (Finish(), Official(reason="signed")):
        assert asked(engine, race, do)


def asked(engine: Engine, race: str, do: Do) -> bool:
    seen = engine.session.races[race].revision if race in engine.session.races else 0
    key = f"{race}-{engine.session.line}-{type(do).__name__}"
    return engine.front.decide(engine, Request(key, race, "meet office", Role.DIRECTOR, do, seen=seen)).done


def test_every_mark_of_the_example_is_in_the_shipped_book_afterwards(meeting: Any) -> None:
    assert unwilling(MeetFile.read(meeting.folder / "meet.toml"), str(meeting.book)) == ()
    with meeting.working() as engine:
        run(engine, "mens-mile", "3:45.14")
        run(engine, "mens-mile-2", "3:47.20")
        assert [live.credits.missing for live in engine.session.races.values()] == [{}, {}]
        keys = [key for live in engine.session.races.values() for key in live.credits.all]
        assert engine.feed.alarms == []
    assert len(keys) == 2
    with closing(Book.open(meeting.book)) as book:
        assert [str(book.performance(key).mark) for key in keys] == ["3:45.14", "3:47.20"]
        assert book.performance(keys[1]).source_key == "lievin-2025-2025-02-13"


def test_the_same_meet_a_year_later_is_another_source(meeting: Any) -> None:
    with meeting.working() as engine:
        run(engine, "mens-mile-2", "3:47.20")
    path = meeting.folder / "meet.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2025-02-13", "2026-02-12"), encoding="utf-8")
    meeting.journal.rename(meeting.folder / "last-year.journal")
    with meeting.working() as engine:
        run(engine, "mens-mile-2", "3:44.90")
        live = engine.session.races["mens-mile-2"]
        assert live.credits.missing == {}
        (key,) = live.credits.all
    with closing(Book.open(meeting.book)) as book:
        found = book.performance(key)
        assert (str(found.mark), found.source_key) == ("3:44.90", "lievin-2025-2026-02-12")

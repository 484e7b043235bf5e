"""The meet file read again while its engine runs: what has not begun is another, what has begun stays."""

from typing import Any

import pytest

from pacelight.errors import RaceError
from pacelight.meet.desk.requests import Answer, Arm, Check, Do, Gun, Load, Reload, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.journal.entries import decoded
from pacelight.meet.journal.file import read
from pacelight.meet.live.session import Session

MEET = """\
schema = "pacelight.meet/1"
id = "evening"
name = "Evening"
venue = "Liévin"
day = 2025-02-13

[track]
name = "short-200"
lamps = 200
"""
RACE = """
[[race]]
id = "{name}"
event = "MILEsh"
sex = "men"
heat = "{name}"

[[race.light]]
name = "pace"
plan = {{ kind = "even", mark = "{mark}" }}

[[race.runner]]
bib = "1"
athlete = "ingebrigtsen-jakob"
name = "Jakob Ingebrigtsen"
nation = "NOR"
"""


def write(hall: Any, **marks: str) -> None:
    """The meet file, with a race to each of these marks."""
    text = MEET + "".join(RACE.format(name=name, mark=mark) for name, mark in marks.items())
    (hall.folder / "meet.toml").write_text(text, encoding="utf-8")


def ask(engine: Engine, do: Do, race: str = "", role: Role = Role.DIRECTOR) -> Answer:
    on = engine.session.on if not race else engine.session.races.get(race, engine.session.on)
    key = f"key-{engine.session.line}"
    return engine.front.decide(
        engine, Request(key, race or on.race.id, "meet office", role, do, seen=on.revision)
    )


def mark_of(engine: Engine, race: str) -> str:
    return str(engine.session.races[race].lights[0].asked.mark.text)


def test_a_race_that_has_not_begun_is_another_once_it_is_loaded_again(hall: Any) -> None:
    write(hall, one="3:50.00")
    with hall.working() as engine:
        assert ask(engine, Check()).done
        before = engine.session.on.revision
        write(hall, one="3:48.00", two="3:55.00")
        answer = ask(engine, Reload())
        assert (answer.done, answer.why) == (True, ["'one' is another now: load it again"])
        assert mark_of(engine, "one") == "3:50.00"
        assert [race.id for race, _ in engine.feed.timetable] == ["one", "two"]
        assert ask(engine, Load()).done
        assert mark_of(engine, "one") == "3:48.00"
        assert engine.session.on.revision > before
        assert ask(engine, Load(), "two").done
        assert engine.session.on.race.id == "two"
    entries = [decoded(line.event) for line in read(hall.journal)[0]]
    assert [type(one).__name__ for one in entries] == ["Opened", "Commanded", "Reloaded", "Opened", "Opened"]
    again = Session.of(entries)
    assert [live.race.text for live in again.races.values()] == [
        live.race.text for live in engine.session.races.values()
    ]


def test_a_race_that_has_begun_stays_as_it_was_opened(hall: Any) -> None:
    write(hall, one="3:50.00")
    with hall.working() as engine:
        assert all(ask(engine, do).done for do in (Check(), Arm(), Gun()))
        write(hall, one="3:48.00")
        answer = ask(engine, Reload())
        assert (answer.done, answer.why) == (True, ["'one' has begun, and stays as it was opened"])
        assert mark_of(engine, "one") == "3:50.00"
        assert engine.session.stale == set()


def test_an_engine_that_is_started_again_goes_on_with_a_meet_that_was_changed(hall: Any) -> None:
    write(hall, one="3:50.00")
    with hall.working() as engine:
        assert ask(engine, Check()).done
    write(hall, one="3:48.00")
    with hall.working() as engine:
        assert mark_of(engine, "one") == "3:50.00"
    text = (hall.folder / "meet.toml").read_text(encoding="utf-8")
    (hall.folder / "meet.toml").write_text(text.replace("Liévin", "Oslo"), encoding="utf-8")
    with hall.working() as engine:
        assert engine.session.on.race.heat.venue == "Liévin"
    (hall.folder / "meet.toml").write_text(text.replace('"evening"', '"morning"'), encoding="utf-8")
    with pytest.raises(RaceError, match="is of the meet 'evening', and "), hall.working():
        pass


def test_a_meet_file_that_cannot_be_read_is_declined_in_words_and_changes_nothing(hall: Any) -> None:
    write(hall, one="3:50.00")
    with hall.working() as engine:
        (hall.folder / "meet.toml").write_text("no", encoding="utf-8")
        answer = ask(engine, Reload())
        assert not answer.done
        assert "not a meet file" in answer.why[0]
        assert "meet office" in [getattr(decoded(line.event), "by", "") for line in read(hall.journal)[0]]
        assert ask(engine, Load()).done
        assert mark_of(engine, "one") == "3:50.00"


def test_only_the_director_has_it_read(hall: Any) -> None:
    write(hall, one="3:50.00")
    with hall.working() as engine:
        answer = ask(engine, Reload(), role=Role.OPERATOR)
        assert answer.why == ["'reload' is not for the role operator (for: director)"]


def test_an_engine_of_a_race_file_has_no_meet_to_read(racing: Any) -> None:
    answer = racing.Desk().ask(Reload())
    assert answer.why == ["this engine runs a race file: there is no meet file to read again"]

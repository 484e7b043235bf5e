"""The engine dies in mid-race, and its meet file is another one since, spoilt or gone: the race goes on."""

import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.cli.engines import Asked, completed
from pacelight.errors import PacelightError, RaceError
from pacelight.meet.bus import Bus
from pacelight.meet.desk.requests import Answer, Arm, Check, Do, Gun, Load, Reload, Request
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.planned import devices_of, of_meet
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.journal.entries import decoded
from pacelight.meet.journal.file import read
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.meetfile_kept import file_beside, id_beside, keep, kept_beside
from pacelight.meet.race import State

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "lievin-2025"
MORE = """
[[timing]]
name = "finish"
url = "omega://127.0.0.1:9"
allow = ["10.0.0.0/8"]
points = [{ name = "A", metre = 100.0, at = ["1500 m"] }]

[[race]]
id = "second"
event = "MILEsh"
sex = "men"
heat = "B"
entries = "mile.csv"
"""


class Evening:
    """A meet in a folder, and engines that run it one after another, each killed by nobody telling it."""

    def __init__(self, hall: Any) -> None:
        self._hall = hall
        self.folder: Path = hall.folder
        names = ("meet.toml", "mile.csv", "lamps.toml")
        self.meet, self.entries, self.lamps = (shutil.copy(EXAMPLE / one, self.folder / one) for one in names)

    @contextmanager
    def running(self, *, output: str = "", file: str = "meet.toml") -> Iterator[Engine]:
        """As the command line would have it."""
        asked, meet, fault = completed(_asked(self.folder / file, output))
        assert asked.journal is not None
        assert meet is not None
        orders = Orders(
            self.folder / file,
            asked.book or "",
            asked.journal,
            asked.output,
            Fraction(1),
            meet=meet,
            fault=fault,
        )
        hall = self._hall
        with engine(
            orders, lambda *_: None, hall.warnings.append, clock=hall.clock, lighting=hall.lighting
        ) as made:
            made.turn(0)
            yield made

    def say(self, old: str, new: str) -> None:
        """The meet file says something else from now on."""
        text = self.meet.read_text(encoding="utf-8")
        assert old in text
        self.meet.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def lines(self) -> int:
        return len(read(self.folder / "meet.journal")[0])


def _asked(file: Path, output: str) -> Asked:
    nothing: Any = ()
    return Asked(
        file=file,
        bus=nothing,
        journal=None,
        spare=None,
        timing=nothing,
        allow=nothing,
        book=None,
        standby=False,
        follow=nothing,
        nodes=nothing,
        secret=None,
        name=None,
        speed="1",
        output=output,
        absence="fade",
    )


@pytest.fixture
def evening(hall: Any, monkeypatch: pytest.MonkeyPatch) -> Evening:
    monkeypatch.setattr(Bus, "turn", hall._turn)
    return Evening(hall)


def ask(engine: Engine, do: Do, race: str = "") -> Answer:
    key, on = f"key-{engine.session.line}", engine.session.on
    seen = engine.session.races.get(race, on).revision
    return engine.front.decide(
        engine, Request(key, race or on.race.id, "meet office", Role.DIRECTOR, do, seen=seen)
    )


def known(engine: Engine) -> tuple[object, ...]:
    """Of the race on the track: what must not change by a death."""
    live = engine.session.on
    return live.race.text, live.state, live.gun, live.lights, live.opened


def run_and_die(evening: Evening) -> tuple[object, ...]:
    with evening.running() as engine:
        assert all(ask(engine, do).done for do in (Check(), Arm(override=True, reason="test"), Gun()))
        return known(engine)


def change_name(evening: Evening) -> None:
    evening.say('name = "Meeting Hauts-de-France Pas-de-Calais"', 'name = "Meeting"')


def change_day(evening: Evening) -> None:
    evening.say("day = 2025-02-13", "day = 2025-02-14")


def change_runners(evening: Evening) -> None:
    lines = evening.entries.read_text(encoding="utf-8").splitlines()
    evening.entries.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")


@pytest.mark.parametrize("change", [change_name, change_day, change_runners])
def test_in_mid_race_a_meet_that_says_something_else_is_known_by_its_id(
    evening: Evening, change: Callable[[Evening], None]
) -> None:
    before = run_and_die(evening)
    change(evening)
    with evening.running() as engine:
        assert known(engine) == before
        assert engine.session.on.state is State.RUNNING
        assert engine.feed.alarms == []
        assert isinstance(decoded(read(engine.scribe.journal.path)[0][-1].event).boot, str)  # type: ignore[union-attr]


def break_text(evening: Evening) -> None:
    evening.say("[track]", "x = [\n[track]")


def break_schema(evening: Evening) -> None:
    evening.say("pacelight.meet/1", "pacelight.meet/9")


def lose_meet(evening: Evening) -> None:
    evening.meet.unlink()


def lose_entries(evening: Evening) -> None:
    evening.entries.unlink()


def lose_lamps(evening: Evening) -> None:
    evening.lamps.unlink()


def break_bus(evening: Evening) -> None:
    evening.say('bus = ["bus"]', 'bus = ["tcp://nowhere"]')


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (break_text, "meet.toml: "),
        (break_schema, "schema 'pacelight.meet/9' is not known here"),
        (lose_meet, "no meet file can be read at"),
        (lose_entries, "mile.csv"),
        (lose_lamps, "no survey can be read at"),
        (break_bus, "tcp://nowhere"),
    ],
)
def test_in_mid_race_a_spoilt_meet_is_an_alarm_until_it_is_mended_and_read_again(
    evening: Evening, change: Callable[[Evening], None], why: str
) -> None:
    before = run_and_die(evening)
    there = {path: path.read_bytes() for path in (evening.meet, evening.entries, evening.lamps)}
    change(evening)
    with evening.running() as engine:
        assert known(engine) == before
        (alarm,) = engine.feed.alarms
        assert alarm.startswith("the meet file is not right, and the meet goes on as it was last read: ")
        assert why in alarm
        assert alarm.endswith(" (mend it and reload)")
        assert [race.id for race, _ in engine.feed.timetable] == ["mens-mile"]
        if change is not break_bus:  # that is found when the engine is started alone
            assert not ask(engine, Reload()).done
        for path, data in there.items():
            path.write_bytes(data)
        evening.say("[[race]]", f"{MORE}\n[[race]]")
        assert ask(engine, Reload()).done
        engine.turn(0)
        assert engine.feed.alarms == []
        assert [race.id for race, _ in engine.feed.timetable] == ["second", "mens-mile"]
        assert known(engine)[1:] == before[1:]
    evening.lamps.unlink()
    with evening.running() as engine:  # what was read again is what is kept
        assert [race.id for race, _ in engine.feed.timetable] == ["second", "mens-mile"]


def test_between_two_races_a_spoilt_meet_opens_the_next_one_as_it_was_last_read(evening: Evening) -> None:
    text = evening.meet.read_text(encoding="utf-8")
    evening.meet.write_text(text + "\n[[race]]" + MORE.split("[[race]]")[1], encoding="utf-8")
    with evening.running():
        pass
    break_text(evening)
    evening.entries.unlink()
    evening.lamps.unlink()
    with evening.running() as engine:
        assert ask(engine, Load(), "second").done
        assert engine.session.on.race.id == "second"
        assert len(engine.session.on.race.heat.starters) == 9
        assert len(engine.lit.survey) == 200


def test_in_mid_race_the_lamps_stay_where_they_are_whatever_output_the_file_names(
    evening: Evening,
) -> None:
    before = run_and_die(evening)
    evening.say('output = "sim://"', 'output = "sacn://10.0.0.20"')
    with evening.running() as engine:
        assert known(engine) == before
        assert engine.lamps.target in {"", "sim://"}  # type: ignore[attr-defined]  # of the hall
        (alarm,) = engine.feed.alarms
        assert alarm.startswith(
            "the meet file has another output, 'sacn://10.0.0.20': in mid-race the lamps stay"
        )
    with evening.running(output="sim://other") as engine:  # of the command line somebody has thought
        assert engine.lit.output == "sim://other"


def test_a_timing_system_that_is_none_is_an_alarm_and_that_of_before_is_heard(evening: Evening) -> None:
    text = evening.meet.read_text(encoding="utf-8")
    evening.meet.write_text(text + MORE.split("[[race]]", maxsplit=1)[0], encoding="utf-8")
    before = run_and_die(evening)
    evening.say("omega://127.0.0.1:9", "sundial://127.0.0.1:9")
    with evening.running() as engine:
        assert known(engine) == before
        assert list(engine.listeners()) == ["finish"]
        assert engine.feed.alarms[0].startswith(
            "a timing system of the meet file is not right, and stays as it was: no timing system is at "
        )


def test_a_book_that_is_gone_from_the_file_is_that_of_the_race(evening: Evening) -> None:
    before = run_and_die(evening)
    evening.say('book = "book.sqlite"', 'book = "nowhere/book.sqlite"')
    with evening.running() as engine:
        assert known(engine) == before
        (alarm,) = engine.feed.alarms
        assert alarm.startswith("the book of the meet file is not right, and stays as it was: ")


def test_another_meet_is_refused_also_in_mid_race(evening: Evening) -> None:
    run_and_die(evening)
    lines = evening.lines
    evening.say('id = "lievin-2025"', 'id = "oslo-2025"')
    with pytest.raises(RaceError, match=r"is of the meet 'lievin-2025', and .* of 'oslo-2025' \(write id"):
        evening.running().__enter__()
    break_text(evening)
    with pytest.raises(PacelightError, match=r"meet\.toml"):
        evening.running().__enter__()
    assert evening.lines == lines


def test_what_is_not_the_meet_that_runs_is_not_read_again_as_that(evening: Evening) -> None:
    with evening.running() as engine:
        evening.say('id = "lievin-2025"', 'id = "oslo-2025"')
        answer = ask(engine, Reload())
        assert not answer.done
        assert "is of the meet 'oslo-2025' now, and 'lievin-2025' runs" in answer.why[0]


@pytest.mark.parametrize("change", [break_text, lose_meet, lose_entries, lose_lamps])
def test_a_spoilt_meet_does_not_begin(evening: Evening, change: Callable[[Evening], None]) -> None:
    change(evening)
    with pytest.raises(PacelightError) as refused:
        evening.running().__enter__()
    assert any(name in str(refused.value) for name in ("meet.toml", "mile.csv", "lamps.toml"))
    assert not (evening.folder / "meet.journal").exists()


def test_without_what_was_kept_a_changed_meet_is_known_by_its_races_and_its_day(evening: Evening) -> None:
    before = run_and_die(evening)
    file_beside(evening.folder / "meet.journal").unlink()
    change_name(evening)
    with evening.running() as engine:
        assert known(engine) == before
    file_beside(evening.folder / "meet.journal").unlink()
    change_day(evening)
    with pytest.raises(RaceError, match="journal of another race"):
        evening.running().__enter__()


def test_what_is_kept_is_the_meet_and_for_its_owner_alone(evening: Evening) -> None:
    text = evening.meet.read_text(encoding="utf-8")
    evening.meet.write_text(text + MORE, encoding="utf-8")
    meet, journal = MeetFile.read(evening.meet), evening.folder / "there.journal"
    assert (kept_beside(journal), id_beside(journal)) == (None, "")
    keep(meet, journal)
    path = file_beside(journal)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert id_beside(journal) == "lievin-2025"
    surveys = [one.survey_text() for one in of_meet(meet)]
    for name in ("meet.toml", "mile.csv", "lamps.toml"):
        (evening.folder / name).unlink()
    again = kept_beside(journal)
    assert again is not None
    assert (again.written, again.timing, again.journal) == (meet.written, meet.timing, meet.journal)
    assert devices_of(again) == devices_of(meet)
    assert [one.race for one in again.races] == [one.race for one in meet.races]
    assert [one.at for one in again.races] == [time(20, 45), None]
    assert [one.stakes for one in again.races] == [one.stakes for one in meet.races]
    assert [one.survey_text() for one in of_meet(again)] == surveys
    assert [one.number for one in of_meet(again)] == [one.number for one in of_meet(meet)]
    before = path.stat().st_ino
    keep(again, journal)
    assert path.stat().st_ino == before  # nothing is written where nothing is new
    path.write_bytes(path.read_bytes()[:-40])
    assert (kept_beside(journal), id_beside(journal)) == (None, "")
    path.write_bytes(msgspec.json.encode({"schema": "pacelight.meet-kept/9"}))
    assert kept_beside(journal) is None


def test_a_disk_that_does_not_keep_the_meet_is_told_and_the_race_begins(evening: Evening, hall: Any) -> None:
    file_beside(evening.folder / "meet.journal").mkdir()
    with evening.running() as engine:
        assert engine.session.on.race.id == "mens-mile"
    assert any(line.startswith("the meet file cannot be kept beside ") for line in hall.warnings)


def test_a_race_file_that_is_gone_spoilt_or_another_one_does_not_end_the_race(hall: Any) -> None:
    whole = hall.race.read_bytes()
    hall.die_at(20)
    before = hall.guns[-1]
    changes = {22: b"x = [", 24: whole.replace(b'name = "WR"', b'name = "other"'), 26: None}
    for line, change in changes.items():
        hall.guns.clear()
        hall.race.unlink(missing_ok=True)
        if change is not None:
            hall.race.write_bytes(change)
        hall.warnings.clear()
        hall.die_at(line)
        assert hall.guns[0] == before
        assert any(
            one.startswith("the race file is not right, and the race goes on as it was opened: ")
            for one in hall.warnings
        )
    hall.race.unlink(missing_ok=True)
    told = hall.play()
    assert told[-1]["type"] == "done"
    hall.race.write_bytes(whole.replace(b'name = "WR"', b'name = "other"'))
    with pytest.raises(RaceError, match="journal of another race"):
        hall.play()

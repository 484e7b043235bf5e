"""The lights of a race: refused before anything is begun, and told to stand and to run."""

import time
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from pacelight.errors import OutputError, PlanError
from pacelight.meet.engine.start import Orders, engine
from pacelight.meet.journal.entries import Commanded
from pacelight.meet.journal.file import Journal, read
from pacelight.meet.live.live import Live
from pacelight.meet.live.replay import retell
from pacelight.meet.race import Command
from pacelight.meet.show.lamps import light_loop


@pytest.fixture
def live(hall: Any) -> Live:
    hall.play()
    *_, (_, live) = retell(hall.journal)
    return live


def test_the_lights_stand_when_the_race_is_armed_and_when_it_is_taken_up_armed(hall: Any) -> None:
    armed = [line.n for line in told(hall) if b'"command":"arm"' in line.event]
    assert len(hall.stands) == 1
    again = replace(hall, stands=[], folder=hall.folder / "again")
    again.folder.mkdir()
    (again.folder / "book.sqlite").write_bytes(hall.book.read_bytes())
    again.die_at(armed[0])
    assert again.stands == []
    again.play()
    assert again.stands == ["sim://"] * 2  # before the book is opened, and by the engine


def told(hall: Any) -> Any:
    hall.play()
    return read(hall.journal)[0]


def test_a_race_that_was_called_off_lights_nothing(hall: Any) -> None:
    hall.die_at(8)
    with_journal = Journal.open(hall.journal)
    with_journal.append(Commanded(Command.ABORT, by="starter"), unix_ns=0)
    with_journal.close()
    hall.guns.clear()
    hall.play()
    assert hall.guns == []


@pytest.mark.parametrize("url", ["sacn://", "lamps://127.0.0.1", "sacn://127.0.0.1:0"])
def test_an_address_that_is_none_is_refused_before_the_journal_is_begun(hall: Any, url: str) -> None:
    orders = Orders(hall.race, hall.book, hall.journal, url, Fraction(1))
    with pytest.raises(OutputError), engine(orders, lambda *_: None, hall.warnings.append):
        pass
    assert not hall.journal.exists()


def test_a_light_longer_than_the_lap_is_refused_before_the_journal_is_begun(hall: Any) -> None:
    text = hall.race.read_text().replace("tail_m = 5.0", "head_m = 10.0\ntail_m = 195.0")
    hall.race.write_text(text)
    orders = Orders(hall.race, hall.book, hall.journal, "sim://", Fraction(1))
    with (
        pytest.raises(PlanError, match=r"light 'WR' is 205 m long .* longer than the lap of 200 m"),
        engine(orders, lambda *_: None, hall.warnings.append),
    ):
        pass
    assert not hall.journal.exists()


def test_the_light_loop_is_told_and_asked_as_lamps_are(live: Live, hall: Any) -> None:
    survey = live.race.survey(hall.folder)
    with light_loop(live, survey, "sim://?fps=100") as lamps:
        assert lamps.statistics().frames == 0
        lamps.stand()
        lamps.gun(time.monotonic_ns(), Fraction(10))
        until = time.monotonic() + 20
        while not lamps.statistics().frames:
            assert time.monotonic() < until
            time.sleep(0.005)
        assert lamps.statistics().p99_ns > 0

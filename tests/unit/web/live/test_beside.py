"""What is asked of the engine of races that are not on the track, and when."""

import asyncio
from typing import Any

import pytest

from pacelight.web.live.beside import Beside


class Engine:
    """Is asked, and says what it is told to say."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.now_ns = 0
        self.hears = True
        self.told: list[str] = []
        self.beside = Beside(self._look, lambda: self.now_ns, lambda race: self.told.append(race["state"]))

    def _look(self, race: str) -> bool:
        if self.hears:
            self.asked.append(race)
        return self.hears

    def races(self, *, boot: str = "", **lines: int) -> bool:
        """How the session stands, as a snapshot or a delta says it."""
        return self.beside.hear(({"boot": boot} if boot else {}) | {"races": standings(lines)})

    def says(self, race: str, line: int, state: str = "finished", boot: str = "b", **others: int) -> bool:
        lines = {**others, race: line}
        snapshot = {"boot": boot, "race": {"id": race}, "state": state, "races": standings(lines)}
        return self.beside.hear({"type": "about", "race": race, "snapshot": snapshot})


def standings(lines: dict[str, int]) -> list[dict[str, Any]]:
    return [{"id": name, "on": line == 0, "line": line} for name, line in lines.items()]


@pytest.fixture
def engine() -> Engine:
    return Engine()


def test_each_race_is_asked_for_once_one_after_another_and_again_when_it_is_another(engine: Engine) -> None:
    assert not engine.races(boot="b", a=4, c=7, on=0)
    assert engine.asked == ["a"]
    assert engine.says("a", 4)
    assert engine.asked == ["a", "c"]
    engine.says("c", 7)
    engine.races(a=4, c=7, on=0)
    assert engine.asked == ["a", "c"]
    engine.races(a=9, c=7, on=0)
    engine.says("a", 9, "official")
    assert engine.asked == ["a", "c", "a"]
    assert engine.told == ["finished", "finished", "official"]
    found = engine.beside.race("a")
    assert found is not None
    assert (found.line, found.document["state"]) == (9, "official")
    assert engine.beside.races() == {"a", "c"}


def test_what_is_another_while_it_is_on_its_way_is_asked_for_again(engine: Engine) -> None:
    engine.races(boot="b", a=4)
    engine.races(a=5)
    engine.says("a", 4)
    assert engine.asked == ["a", "a"]


def test_without_an_engine_nothing_is_asked_and_all_is_as_soon_as_there_is_one(engine: Engine) -> None:
    engine.hears = False
    engine.races(boot="b", a=4)
    engine.hears = True
    engine.beside.hear({"type": "output", "seq": 8})
    assert engine.asked == ["a"]


def test_what_is_not_answered_is_asked_again_after_a_while_or_on_another_connection(engine: Engine) -> None:
    engine.races(boot="b", a=4)
    engine.beside.hear({"type": "output"})
    assert engine.asked == ["a"]
    engine.now_ns = 4 * 10**9
    engine.beside.hear({"type": "output"})
    assert engine.asked == ["a", "a"]
    engine.beside.ended()
    engine.beside.hear({"type": "output"})
    assert engine.asked == ["a", "a", "a"]


def test_another_run_of_the_engine_is_asked_anew_and_until_then_what_was_known_is_shown(
    engine: Engine,
) -> None:
    engine.races(boot="b", a=40)
    engine.says("a", 40)
    engine.races(boot="c", a=4)  # of another journal, may be
    assert engine.asked == ["a", "a"]
    assert engine.beside.race("a") is not None
    engine.says("a", 4, "official", boot="c")
    found = engine.beside.race("a")
    assert found is not None
    assert found.document["state"] == "official"


def test_what_came_on_the_track_or_is_in_no_session_is_not_shown_beside_it(engine: Engine) -> None:
    engine.races(boot="b", a=4, c=5)
    engine.says("a", 0)  # it came on the track meanwhile
    engine.races(a=0, c=5)
    assert engine.beside.race("a") is None
    engine.beside.hear({"type": "about", "race": "c", "snapshot": None})
    assert engine.beside.races() == set()
    assert engine.told == []


def test_an_engine_of_before_is_asked_nothing(engine: Engine) -> None:
    engine.beside.hear({"boot": "b", "races": [{"id": "a", "on": False}, {"id": "c", "on": True}]})
    assert engine.asked == []
    assert engine.beside.races() == set()


def test_who_wants_a_race_as_it_stands_waits_for_it_and_not_for_ever(engine: Engine) -> None:
    async def wanted() -> tuple[str, str, object]:
        engine.races(boot="b", a=4)
        waits = asyncio.create_task(engine.beside.newest("a"))
        await asyncio.sleep(0)
        engine.says("a", 4)
        first = await waits
        engine.races(a=5)
        late = await engine.beside.newest("a", 0.01)
        assert first is not None
        assert late is not None
        return first.document["state"], late.document["state"], await engine.beside.newest("nobody")

    assert asyncio.run(wanted()) == ("finished", "finished", None)

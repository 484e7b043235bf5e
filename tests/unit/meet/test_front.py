"""What people ask is decided, on the disk, taken and answered, in that order; lamps are dark before that."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import msgspec
import pytest

from pacelight.book.asking.lists import Book
from pacelight.errors import StoreError
from pacelight.meet.bus import Bus
from pacelight.meet.desk.requests import (
    Abort,
    Answer,
    Arm,
    Blackout,
    Check,
    Correct,
    Disarm,
    Do,
    Finish,
    Gun,
    Hold,
    Light,
    Load,
    Official,
    Recall,
    Reopen,
    Request,
    Show,
    Split,
    Walk,
)
from pacelight.meet.desk.roles import Role
from pacelight.meet.engine.engine import Engine
from pacelight.meet.engine.planned import Planned
from pacelight.meet.engine.start import Orders, engine, front_of
from pacelight.meet.journal.entries import Credited, Fired, Passed, decoded
from pacelight.meet.journal.file import proof, read
from pacelight.meet.live.session import Session
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.race import State

NS = 10**9


@dataclass
class Desk:
    """An engine of a race without a recording, and somebody who asks."""

    hall: Any
    engine: Engine
    keys: Iterator[int] = field(default_factory=lambda: iter(range(1000)))

    def ask(self, do: Do, **changes: Any) -> Answer:
        on = self.engine.session.on
        known = {"race": on.race.id, "by": "timing desk", "role": Role.DIRECTOR, "seen": on.revision}
        asked = Request(**{"key": f"key-{next(self.keys)}", "do": do} | known | changes)
        return self.engine.front.decide(self.engine, asked)

    def start(self) -> None:
        assert all(self.ask(do).done for do in (Check(), Arm(), Gun()))

    @property
    def entries(self) -> list[Any]:
        return [decoded(line.event) for line in read(self.hall.journal)[0]]

    @property
    def kinds(self) -> list[str]:
        return [str(msgspec.to_builtins(one)["type"]) for one in self.entries]


@pytest.fixture
def live_hall(hall: Any) -> Any:
    text = hall.race.read_text()
    hall.race.write_text(text[: text.index("[[recording.segments]]")])
    return hall


@contextmanager
def working(hall: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(Bus, "turn", hall._turn)
    orders = Orders(hall.race, hall.book, hall.journal, "sim://", Fraction(1), ())
    ready = engine(orders, lambda *_: None, hall.warnings.append, clock=hall.clock, lighting=hall.lighting)
    with ready as running:
        running.turn(0)
        yield Desk(hall, running)


@pytest.fixture
def desk(live_hall: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with working(live_hall, monkeypatch) as made:
        yield made


Refuse = Callable[[], None]


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[Refuse]:
    """Makes every disk full until the patch is undone."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        yield lambda: patch.setattr(os, "fdatasync", refuse)


def test_what_is_done_stands_in_the_journal_with_who_asked(desk: Desk) -> None:
    desk.start()
    assert desk.kinds == ["open", "command", "command", "gun"]
    assert [(one.by, one.key) for one in desk.entries[1:]] == [("timing desk", f"key-{n}") for n in range(3)]
    assert desk.engine.session.on.state is State.RUNNING
    assert desk.hall.guns


def names(desk: Desk) -> list[str]:
    """Looks that the lamps were told, in order."""
    return [one.look.name for one in desk.hall.looks]


def test_a_lamp_that_somebody_walks_past_is_dark_after_a_minute_without_a_word(desk: Desk) -> None:
    assert desk.ask(Walk(first=17, last=20), role=Role.OPERATOR).why == ["lamps 17 to 20 are lit"]
    (shown,) = desk.hall.looks[-1:]
    assert (shown.look.first, shown.look.last, shown.look.seconds) == (17, 20, 60)
    assert desk.engine.feed.look is not None
    assert (desk.engine.feed.look.name, desk.engine.feed.look.first) == ("walk", 17)
    desk.hall.clock.monotonic_ns += 59 * NS
    desk.engine.turn(0)
    assert names(desk)[-1] == "walk"
    assert desk.ask(Walk(first=21)).done
    desk.hall.clock.monotonic_ns += 59 * NS
    desk.engine.turn(0)
    assert names(desk)[-1] == "walk"
    desk.hall.clock.monotonic_ns += 2 * NS
    desk.engine.turn(0)
    assert names(desk) == ["idle", "idle", "walk", "walk", "idle"]


def test_of_lamps_that_are_not_there_none_is_walked(desk: Desk) -> None:
    refused = desk.ask(Walk(first=100_000))
    assert refused.why[0].startswith("the lamps have numbers 0 to ")
    assert names(desk) == ["idle"]


def test_arming_ends_a_show_and_it_does_not_come_back(desk: Desk) -> None:
    assert desk.ask(Show(look="clap")).done
    assert desk.ask(Check()).done
    assert names(desk)[-1] == "clap"
    assert desk.ask(Arm()).done
    assert desk.hall.stands
    assert desk.ask(Disarm()).done
    assert names(desk)[-1] == "idle"


def test_a_blackout_ends_a_show_and_light_does_not_bring_it_back(desk: Desk) -> None:
    assert desk.ask(Show(look="chase")).done
    assert desk.ask(Blackout()).done
    assert desk.ask(Light()).done
    assert names(desk) == ["idle", "idle", "chase", "idle"]


def test_an_engine_that_is_started_again_shows_what_the_race_has(
    live_hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working(live_hall, monkeypatch) as first:
        assert first.ask(Walk(first=5)).done
        assert names(first)[-1] == "walk"
    with working(live_hall, monkeypatch) as second:
        second.engine.turn(0)
        assert names(second)[-1] == "idle"


def test_the_same_key_twice_is_one_and_answered_the_same(desk: Desk) -> None:
    first = desk.ask(Check(), key="same")
    assert desk.ask(Check(), key="same", seen=0) == first
    assert desk.kinds == ["open", "command"]


def test_taken_up_by_another_engine_the_same_key_is_answered_the_same(
    live_hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working(live_hall, monkeypatch) as first:
        answer = first.ask(Check(), key="same", seen=0)
    with working(live_hall, monkeypatch) as second:
        assert second.ask(Check(), key="same", seen=0) == answer
        assert second.kinds == ["open", "command", "resume"]


def test_a_race_in_which_nobody_armed_is_not_started(desk: Desk) -> None:
    refused = desk.ask(Gun())
    assert not refused.done
    assert "'gun' is not possible now" in refused.why[0]
    assert desk.engine.session.on.gun is None


BEFORE: dict[State, tuple[Do, ...]] = {
    State.LOADED: (),
    State.CHECKED: (Check(),),
    State.ARMED: (Check(), Arm()),
    State.RUNNING: (Check(), Arm(), Gun()),
    State.HELD: (Check(), Arm(), Gun(), Hold()),
    State.FINISHED: (Check(), Arm(), Gun(), Finish()),
    State.OFFICIAL: (Check(), Arm(), Gun(), Finish(), Official(reason="checked")),
    State.RECALLED: (Check(), Arm(), Gun(), Recall(reason="false start")),
    State.ABORTED: (Check(), Abort(reason="rain")),
}


@pytest.mark.parametrize("state", BEFORE)
def test_from_every_state_the_lamps_are_dark_before_the_disk_has_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, state: State
) -> None:
    for do in BEFORE[state]:
        assert desk.ask(do).done
    assert desk.engine.session.on.state is state
    order: list[str] = []
    sync, lamps = os.fdatasync, desk.engine.lamps
    monkeypatch.setattr(os, "fdatasync", lambda fd: (order.append("disk"), sync(fd))[1])
    monkeypatch.setattr(type(lamps), "dark", lambda _: order.append("dark"))
    assert desk.ask(Blackout()).done
    assert order[:2] == ["dark", "disk"]
    assert desk.engine.session.on.dark
    assert desk.engine.session.on.state is state
    assert desk.ask(Light()).done
    assert not desk.engine.session.on.dark


def test_while_no_disk_takes_anything_nothing_is_acknowledged_and_blackout_darkens(
    desk: Desk, full: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start()
    darkened: list[bool] = []
    monkeypatch.setattr(type(desk.engine.lamps), "dark", lambda _: darkened.append(True))
    full()
    refused = desk.ask(Hold(), key="hold")
    assert not refused.done
    assert "no disk takes the journal" in refused.why[0]
    dark = desk.ask(Blackout(), key="dark")
    assert not dark.done
    assert "dark all the same" in dark.why[-1]
    assert darkened
    assert desk.engine.session.on.state is State.RUNNING
    assert len([one for one in desk.hall.warnings if "no disk takes the journal" in one]) == 1


def test_what_was_refused_is_not_done_later_by_a_late_duplicate_and_may_be_asked_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _refused)
        refused = desk.ask(Hold(), key="hold")
        assert not refused.done
    desk.hall.clock.monotonic_ns += 2 * NS
    desk.engine.turn(0)
    assert desk.ask(Hold(), key="hold") == refused
    assert desk.engine.session.on.state is State.RUNNING
    assert desk.ask(Hold(), key="another").done
    assert len(proof(desk.hall.journal).files) == 2


def test_what_happens_while_no_disk_takes_it_is_known_at_once_and_written_once_afterwards(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.start()
    passed = [
        Passed(bib, 409_344, 57_000_000_000, "photo", official=False, source="x", key=bib, owner="athlete")
        for bib in ("1", "2")
    ]
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _refused)
        assert [desk.engine.note(one) for one in passed] == [False, False]
        assert len(desk.engine.session.on.splits("1")) == 1
        assert desk.engine.feed.alarms
        assert not desk.ask(Hold()).done
    desk.hall.clock.monotonic_ns += 2 * NS
    desk.engine.turn(0)
    assert desk.kinds[-3:] == ["passing", "passing", "sealed"]
    session = desk.engine.session
    assert [len(session.on.splits(bib)) for bib in ("1", "2")] == [1, 1]
    assert session.line == len(desk.entries)
    again = Session.of(desk.entries)
    assert (again.line, again.on.revision, again.on.state) == (
        session.line,
        session.on.revision,
        session.on.state,
    )


def test_a_gun_that_no_disk_takes_starts_the_lights_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(desk.ask(do).done for do in (Check(), Arm()))
    now = desk.hall.clock.now()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _refused)
        for _ in range(2):
            desk.engine.note(Fired(now.monotonic_ns, now.unix_ns, desk.engine.boot, "1", source="contact"))
        assert desk.engine.session.on.state is State.RUNNING
        assert desk.hall.guns[-1][0] == now.monotonic_ns
    desk.hall.clock.monotonic_ns += 2 * NS
    desk.engine.turn(0)
    assert desk.kinds.count("gun") == 1
    assert Session.of(desk.entries).on.state is State.RUNNING
    assert any("left out: the race is running" in one for one in desk.hall.warnings)


def test_an_engine_that_goes_on_over_a_full_disk_lights_the_race_and_says_so_later(
    live_hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working(live_hall, monkeypatch) as first:
        first.start()
    live_hall.guns.clear()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", _refused)
        with working(live_hall, patch) as second:
            assert live_hall.guns
            patch.undo()
            monkeypatch.setattr(Bus, "turn", live_hall._turn)
            live_hall.clock.monotonic_ns += 2 * NS
            second.engine.turn(0)
            assert second.kinds[-2:] == ["resume", "sealed"]
            assert second.engine.session.line == len(second.entries)


def test_a_race_loaded_while_the_last_is_confirmed_has_the_lamps_and_the_last_is_still_put_right(
    desk: Desk,
) -> None:
    second = desk.hall.folder / "second.toml"
    second.write_text(desk.hall.race.read_text().replace('id = "lievin-2025-mile"', 'id = "second"'))
    races = [Planned(RaceFile.read(path), desk.hall.folder) for path in (desk.hall.race, second)]
    desk.engine.front = front_of(races, desk.engine.book, desk.hall.book, "sim://")
    desk.start()
    desk.hall.clock.monotonic_ns += 300 * NS
    assert desk.ask(Split(bib="1", elapsed_ns=225_140_000_000)).done
    assert desk.ask(Finish()).done
    first = desk.engine.session.on
    assert desk.ask(Load(), race="second").done
    assert desk.engine.session.on.race.id == "second"
    assert desk.engine.lamps.painted == ["second"]  # type: ignore[attr-defined]
    assert first.done
    [key] = first.times.all
    corrected = desk.ask(
        Correct(what=key, elapsed_ns=225_150_000_000), race=first.race.id, seen=first.revision
    )
    assert corrected.done
    assert desk.kinds[-1] == "of"
    assert first.times.all[key].elapsed_ns == 225_150_000_000
    assert desk.ask(Load(), race=first.race.id, seen=first.revision).done
    assert desk.engine.session.on is first
    assert desk.engine.feed.clock is not None
    assert (
        msgspec.json.decode(desk.engine.feed.snapshot(0))["runners"][0]["result"]["mark"]["text"] == "3:45.2"
    )
    assert desk.engine.lamps.painted[-1] == first.race.id  # type: ignore[attr-defined]
    second_seen = desk.engine.session.races["second"].revision
    assert desk.ask(Load(), race="second", seen=second_seen).done
    assert desk.engine.feed.clock is None
    desk.start()
    assert desk.engine.session.on.state is State.RUNNING
    assert desk.ask(Official(reason="checked"), race=first.race.id, seen=first.revision).done
    assert first.state is State.OFFICIAL


def _refused(*_: object) -> None:
    raise OSError(28, "No space left on device")


def finish(desk: Desk, *, official: bool) -> None:
    """A finish of bib 1, judged by the camera or not yet, and nobody else's; then the end of the race."""
    ns = 225_140 * 10**6
    passed = Passed(
        "1", desk.engine.session.on.race.distance.mm, ns, "photo", official, "camera", "b1", "athlete"
    )
    desk.engine.note(passed)
    assert desk.ask(Finish()).done


def test_a_mark_that_the_book_refuses_is_cried_out_and_tried_again_when_the_result_is_official_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> int:
        raise StoreError("another program writes it")

    desk.start()
    finish(desk, official=False)
    with monkeypatch.context() as patch:
        patch.setattr(Book, "add", locked)
        answer = desk.ask(Official(reason="signed"))
        assert answer.done
        assert answer.why == [
            "8 runners have neither a time nor a DNS, DNF or DQ: bib 2, 3, 4, 5, 6, 7, 8, 9",
            "the book refuses bib 1: MILEsh 3:45.14: another program writes it",
        ]
        desk.hall.clock.monotonic_ns += 2 * NS
        desk.engine.turn(0)
        refused = "bib 1: MILEsh 3:45.14: another program writes it"
        assert desk.engine.feed.alarms == [f"the book refuses marks of race 'lievin-2025-mile', {refused}"]
        count = desk.kinds.count("credit")
        desk.engine.credit(again=True)
        assert desk.kinds.count("credit") == count, "the same word is not written twice"
    assert all(desk.ask(do).done for do in (Reopen(reason="the book is free"), Official(reason="signed")))
    desk.hall.clock.monotonic_ns += 2 * NS
    desk.engine.turn(0)
    assert desk.engine.feed.alarms == []
    credited = desk.entries[-1]
    assert (credited.refused, len(credited.performances)) == ([], 1)
    assert str(desk.engine.book.performance(credited.performances[0]).mark) == "3:45.14"


def test_a_mark_that_the_book_refused_is_tried_again_when_the_engine_starts(
    live_hall: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> int:
        raise StoreError("another program writes it")

    with working(live_hall, monkeypatch) as desk:
        desk.start()
        with monkeypatch.context() as patch:
            patch.setattr(Book, "add", locked)
            finish(desk, official=True)
            assert desk.engine.session.on.credits.missing
    with working(live_hall, monkeypatch) as desk:
        assert desk.engine.session.on.credits.missing == {}
        assert [one.refused for one in desk.entries if isinstance(one, Credited)][-1] == []


def test_an_engine_whose_book_takes_no_marks_does_not_arm(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> int:
        raise StoreError("it may not be written")

    assert desk.ask(Check()).done
    monkeypatch.setattr(Book, "append", locked)
    refused = desk.ask(Arm())
    assert not refused.done
    assert any("it does not take marks: it may not be written" in why for why in refused.why)

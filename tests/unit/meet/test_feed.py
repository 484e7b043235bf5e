"""What pages are told: whoever takes a snapshot and the deltas after it knows what a later snapshot says."""

from pathlib import Path
from typing import Any

import msgspec

from pacelight.lights.drivers import ControllerStatistics, DriverStatistics
from pacelight.lights.drivers.health import Health, State
from pacelight.lights.loop.lateness import Spread
from pacelight.lights.loop.process import LoopStatistics
from pacelight.meet.bus.protocol import SCHEMA, About, OutputShown, Snapshot
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.desk import requests as asked
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.replay import retell
from pacelight.meet.live.told import Told
from pacelight.web.live.fold import Fold


def test_a_snapshot_and_the_deltas_after_it_say_what_a_later_snapshot_says(hall: Any) -> None:
    hall.play()
    feed, page, count = None, Fold(), 0
    for told, live in retell(hall.journal):
        if feed is None:
            survey = live.race.survey(Path())
            feed = Feed(live, survey, boot="boot", rate=1.0, target="sim://")
            page.replace(msgspec.json.decode(feed.snapshot(7)))
        if told.kind == "clock":
            assert live.gun is not None
            feed.clock = RaceClock.of(live.gun, hall.clock.now(), live.gun.boot)
        if isinstance(told.shown, OutputShown):
            feed.output = told.shown
        delta = feed.delta(told, 7)
        if delta is not None:
            assert page.take(msgspec.json.decode(delta))
            count += 1
    assert feed is not None
    assert page.snapshot == msgspec.json.decode(feed.snapshot(7))
    assert count == page.seq > 60


def test_a_snapshot_is_what_the_protocol_says(hall: Any) -> None:
    hall.play()
    *_, (_, live) = retell(hall.journal)
    feed = Feed(live, live.race.survey(Path()), boot="boot", rate=10.0, target="sim://")
    shown = msgspec.json.decode(feed.snapshot(99), type=Snapshot)
    assert (shown.schema, shown.boot, shown.state) == (SCHEMA, "boot", "finished")
    assert shown.clock.rate == 10.0
    assert shown.clock.server_unix_ns == 99
    assert shown.track.start_s == 190.656
    assert len(shown.track.lamps) == 200
    assert shown.lights[0].finish_s == 226.63
    assert [runner.finish_only for runner in shown.runners] == [False, *[True] * 8]
    assert {record.status for record in shown.records} == {"candidate"}


def test_what_the_page_needs_not_is_not_sent(hall: Any) -> None:
    hall.play()
    *_, (told, live) = retell(hall.journal)
    feed = Feed(live, live.race.survey(Path()), boot="boot", rate=10.0, target="sim://")
    assert told.kind == "done"
    assert feed.delta(told, 0) is None
    assert feed.delta(Told("race"), 0) is None
    assert msgspec.json.decode(feed.snapshot(0))["seq"] == 0


def test_the_snapshot_of_another_race_has_a_number_of_its_own(hall: Any) -> None:
    hall.play()
    *_, (_, live) = retell(hall.journal)
    feed = Feed(live, live.race.survey(Path()), boot="boot", rate=1.0, target="sim://")
    before = msgspec.json.decode(feed.snapshot(0))["seq"]
    feed.put_on(live.race.survey(Path()))
    assert msgspec.json.decode(feed.snapshot(0))["seq"] == before + 1


def test_pages_are_told_which_controllers_are_not_reached_and_since_when(hall: Any) -> None:
    hall.play()
    *_, (_, live) = retell(hall.journal)
    feed = Feed(live, live.race.survey(Path()), boot="boot", rate=1.0, target="2 controllers")
    sent = DriverStatistics(9, 9, 900, 0)
    away = Health(State.AWAY, begin_ns=5, last_ns=7, times=1, error=113)
    done = LoopStatistics(
        9, 1, 40, 2_000_000, 18, 900, 3, realtime=True, locked=True, waking=Spread(((63, 9),)),
        controllers=(ControllerStatistics(sent, name="bend 1"), ControllerStatistics(sent, away, "bend 2")),
    )  # fmt: skip
    feed.see(done, Instant(monotonic_ns=12_000_000_005, unix_ns=10**18))
    delta = msgspec.json.decode(feed.delta(Told("output"), 7) or b"")
    assert delta == {
        "type": "output",
        "seq": 1,
        "frames": 9,
        "late": 1,
        "lateness_p99_ms": 2.0,
        "lateness_max_ms": 63e-6,
        "target": "2 controllers",
        "controllers": 2,
        "troubled": [
            {
                "name": "bend 2",
                "state": "away",
                "since_unix_ns": 10**18 - 12_000_000_000,
                "reason": "No route to host",
            }
        ],
        "told_unix_ns": None,
        "shown_unix_ns": None,
    }
    page = msgspec.json.decode(feed.snapshot(7))
    del delta["type"], delta["seq"]
    assert page["output"] == delta


class TestBesideTheTrack:
    """Two heats: the second one is on the track."""

    def desk(self, racing: Any) -> Any:
        desk = racing.Desk(openings={"heat-2": lambda: racing.opened("heat-2")})
        desk.must(asked.Check(), asked.Arm(), asked.Gun(ago_ns=200 * 10**9))
        desk.must(asked.Split(bib="1", elapsed_ns=100 * 10**9), asked.Split(elapsed_ns=101 * 10**9))
        desk.must(asked.Finish())
        assert desk.ask(asked.Load(), race="heat-2").done
        return desk

    def feed(self, desk: Any) -> Feed:
        survey = desk.session.on.race.survey(Path())
        return Feed(desk.session, survey, boot="boot", rate=1.0, target="sim://")

    def about(self, desk: Any, race: str) -> Any:
        return msgspec.json.decode(self.feed(desk).about(race, 7), type=About)

    def test_a_race_is_told_whole_to_who_asks_about_it(self, racing: Any) -> None:
        desk = self.desk(racing)
        told = self.about(desk, "heat-1")
        heat = desk.session.races["heat-1"]
        assert (told.race, told.snapshot.race.id, told.snapshot.state) == ("heat-1", "heat-1", "finished")
        assert told.snapshot.clock.gun_unix_ns == heat.gun.unix_ns
        assert told.snapshot.revision == heat.revision
        assert [one.result is not None for one in told.snapshot.runners][:2] == [True, False]
        assert [one.standing for one in told.snapshot.aside] == ["waiting"]
        assert (told.snapshot.track.lamps, told.snapshot.look) == ([], None)
        assert told.snapshot.track.lap_m == self.about(desk, "heat-2").snapshot.track.lap_m

    def test_the_race_on_the_track_is_told_as_everybody_is_told_it(self, racing: Any) -> None:
        desk = self.desk(racing)
        told = self.about(desk, "heat-2").snapshot
        assert told == msgspec.json.decode(self.feed(desk).snapshot(7), type=Snapshot)
        assert len(told.track.lamps) > 0

    def test_of_no_race_nothing_is_told(self, racing: Any) -> None:
        assert self.about(self.desk(racing), "heat-9").snapshot is None

    def test_by_its_line_a_race_is_known_to_be_another_and_what_waits_of_it_is_counted(
        self, racing: Any
    ) -> None:
        desk = self.desk(racing)
        first, second = self.about(desk, "heat-1").snapshot.races
        assert (first.on, first.waits, second.on, second.line, second.waits) == (False, 1, True, 0, 0)
        assert desk.ask(
            asked.Status(bib="1", status="DQ", rule="TR17.3.1", reason="seen"), race="heat-1"
        ).done
        now, _ = self.about(desk, "heat-1").snapshot.races
        assert now.line > first.line
        assert desk.ask(asked.Official(reason="read"), race="heat-1").done
        now, _ = self.about(desk, "heat-1").snapshot.races
        assert (now.state, now.waits) == ("official", 0)

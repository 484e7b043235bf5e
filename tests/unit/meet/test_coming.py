"""What pages are told of what is to come: records at stake, and the races that were not loaded yet."""

from datetime import time
from pathlib import Path
from typing import Any

import msgspec

from pacelight.mark import Mark
from pacelight.meet.bus.protocol import Snapshot, mark_shown
from pacelight.meet.engine.planned import Planned, of_meet
from pacelight.meet.engine.start import front_of
from pacelight.meet.journal.entries import Stake
from pacelight.meet.live.coming import coming_shown, stakes_shown
from pacelight.meet.live.feed import Feed
from pacelight.meet.live.replay import retell
from pacelight.meet.programme.meetfile import MeetFile

MEET = """
schema = "pacelight.meet/1"
id = "club"
name = "Club evening"
venue = "Home"
day = 2026-07-04

[[race]]
id = "first"
at = 19:30:00
event = "800"
sex = "men"
[[race.runner]]
bib = "1"
athlete = "one-a"
name = "A One"
nation = "NOR"

[[race]]
id = "second"
at = 19:45:00
event = "1500"
sex = "women"
[[race.runner]]
bib = "2"
athlete = "two-b"
name = "B Two"
nation = "NED"
lane = "3"
say = "bee TOO"

[[race]]
id = "third"
event = "800"
sex = "women"
[[race.runner]]
bib = "3"
athlete = "three-c"
name = "C Three"
nation = "IRL"
"""


def stake(bib: str, level: str, scope: str, mark: str = "1:40.91", code: str = "800") -> Stake:
    return Stake(bib, level, level, scope, code, mark_shown(Mark.parse(mark)), "2012-08-09", ["Rudisha"])


def test_a_record_at_stake_is_told_once_with_all_who_could_break_it() -> None:
    kept = [
        stake("1", "WR", "WORLD"),
        stake("1", "NR", "NOR"),
        stake("1", "PB", "one-a"),
        stake("2", "WR", "WORLD"),
        stake("2", "SB", "two-b"),
        stake("2", "WR", "WORLD", code="600"),
    ]
    told = stakes_shown(kept)
    assert [(one.level, one.scope, one.code, one.bibs) for one in told] == [
        ("WR", "WORLD", "800", ["1", "2"]),
        ("NR", "NOR", "800", ["1"]),
        ("WR", "WORLD", "600", ["2"]),
    ]
    assert (told[0].mark.text, told[0].holders, told[0].since) == ("1:40.91", ["Rudisha"], "2012-08-09")


def races(folder: Path) -> tuple[Planned, ...]:
    (folder / "meet.toml").write_text(MEET, encoding="utf-8")
    return of_meet(MeetFile.read(folder / "meet.toml"))


def test_races_that_were_not_loaded_are_told_in_order_and_of_the_next_one_who_runs(tmp_path: Path) -> None:
    timetable = [(one.race, one.at) for one in races(tmp_path)]
    told = coming_shown(timetable, {"first"})
    assert [(one.id, one.event.code, one.sex, one.day, one.at) for one in told] == [
        ("second", "1500", "women", "2026-07-04", "19:45"),
        ("third", "800", "women", "2026-07-04", ""),
    ]
    (entry,) = told[0].entries
    assert (entry.bib, entry.name, entry.nation, entry.lane, entry.athlete_key, entry.say) == (
        "2",
        "B Two",
        "NED",
        "3",
        "two-b",
        "bee TOO",
    )
    assert told[1].entries == []
    assert coming_shown(timetable, {"first", "second", "third"}) == []


def test_an_engine_of_a_meet_knows_its_timetable(tmp_path: Path) -> None:
    planned = races(tmp_path)
    front = front_of(planned, None, "book.sqlite", "sim://")  # type: ignore[arg-type]  # nobody asks it
    assert [(race.id, at) for race, at in front.timetable] == [
        ("first", time(19, 30)),
        ("second", time(19, 45)),
        ("third", None),
    ]


def test_pages_are_told_the_key_of_a_runner_and_how_the_name_is_said(hall: Any) -> None:
    text = hall.race.read_text(encoding="utf-8")
    said = text.replace('bib = "1"\n', 'bib = "1"\nsay = "YAH-kob"\nlane = "4"\n', 1)
    hall.race.write_text(said, encoding="utf-8")
    hall.play()
    *_, (_, live) = retell(hall.journal)
    feed = Feed(live, live.race.survey(Path()), boot="boot", rate=1.0, target="sim://")
    feed.timetable = [(live.race, None)]
    page = msgspec.json.decode(feed.snapshot(7), type=Snapshot)
    first, second = page.runners[:2]
    assert (first.athlete_key, first.say, first.lane) == ("ingebrigtsen-jakob", "YAH-kob", "4")
    assert (second.say, second.lane) == ("", "")
    assert {one.source for one in first.splits} == {"letsrun-2025-02", "recording-lievin-2025"}
    assert ("WR", "MILEsh", "3:46.63") in {(one.level, one.code, one.mark.text) for one in page.stakes}
    assert page.coming == []  # it is on the track

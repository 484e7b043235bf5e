"""What the lamps show: one table over the states of a race, and what of a race decides it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from pacelight.errors import RaceError
from pacelight.lights.look.model import SHOWS, Look, Name
from pacelight.lights.loop.gate import follow
from pacelight.lights.loop.orders import Dark, Fading, Hold, Order, Run, Show, Stand
from pacelight.meet.clock import Instant, RaceClock
from pacelight.meet.journal.entries import Credited, Fired, Passed, decoded
from pacelight.meet.journal.file import read
from pacelight.meet.live.feed import look_shown
from pacelight.meet.live.live import Live
from pacelight.meet.live.replay import reopen
from pacelight.meet.programme.shine import PLAIN, Shine
from pacelight.meet.race import State
from pacelight.meet.show.looks import COUNTDOWN_S, GAP_S, GOLD_S, Facts, Lead, facts_of, order_of

SECOND = 10**9
GUN = 1000 * SECOND
RUN = Run(GUN)
LINE_MM = 190_656
AHEAD = Lead(90_656, 11_376, GUN + 209 * SECOND)


def at(state: State, seconds: float, **facts: Any) -> Facts:
    """Facts of a race so many seconds after its gun."""
    return Facts(state, GUN + round(seconds * SECOND), LINE_MM, **facts)


RACES: list[tuple[Facts, Shine, Order]] = [
    (at(State.IDLE, -60), PLAIN, Show(Look(Name.IDLE), 0)),
    (at(State.IDLE, -60), Shine(idle=Name.DARK), Dark()),
    (at(State.LOADED, -60), PLAIN, Show(Look(Name.IDLE), 0)),
    (at(State.CHECKED, -60), Shine(idle=Name.DARK), Dark()),
    (at(State.ARMED, -60), PLAIN, Stand()),
    (
        at(State.ARMED, -60, due_ns=GUN),
        PLAIN,
        Show(Look(Name.COUNTDOWN, LINE_MM, seconds=COUNTDOWN_S), GUN - COUNTDOWN_S * SECOND, Stand()),
    ),
    (at(State.RUNNING, 0, run=RUN), PLAIN, Show(Look(Name.START, LINE_MM, seconds=1), GUN, RUN)),
    (at(State.RUNNING, 1, run=RUN), PLAIN, RUN),
    (at(State.RUNNING, -5, run=RUN), PLAIN, Show(Look(Name.START, LINE_MM, seconds=1), GUN, RUN)),
    (
        at(State.RUNNING, 209, run=RUN, lead=AHEAD),
        PLAIN,
        Show(Look(Name.AHEAD, 90_656, 11_376, GAP_S), AHEAD.ns, RUN),
    ),
    (
        at(State.RUNNING, 210, run=RUN, lead=replace(AHEAD, gap_mm=-482)),
        PLAIN,
        Show(Look(Name.BEHIND, 90_656, 482, GAP_S), AHEAD.ns, RUN),
    ),
    (at(State.RUNNING, 209 + GAP_S, run=RUN, lead=AHEAD), PLAIN, RUN),
    (at(State.RUNNING, 209, run=RUN, lead=AHEAD), Shine(gaps=False), RUN),
    (at(State.RUNNING, 209, run=RUN, lead=replace(AHEAD, gap_mm=0)), PLAIN, RUN),
    (
        at(State.RUNNING, 226, run=RUN, lead=AHEAD, gold_ns=GUN + 225 * SECOND),
        PLAIN,
        Show(Look(Name.RECORD, seconds=GOLD_S), GUN + 225 * SECOND, RUN),
    ),
    (at(State.RUNNING, 240, run=RUN, gold_ns=GUN + 225 * SECOND), PLAIN, RUN),
    (at(State.FINISHED, 250, run=RUN), PLAIN, Show(Look(Name.FINISH), 0, RUN)),
    (at(State.FINISHED, 250, run=RUN, through=True), PLAIN, Show(Look(Name.FINISH), 0)),
    (
        at(State.FINISHED, 236, run=RUN, gold_ns=GUN + 235 * SECOND),
        PLAIN,
        Show(Look(Name.RECORD, seconds=GOLD_S), GUN + 235 * SECOND, RUN),
    ),
    (at(State.HELD, 100, run=Hold(99 * SECOND)), PLAIN, Hold(99 * SECOND)),
    (at(State.RUNNING, 100, run=RUN, dark=True, gold_ns=GUN + 99 * SECOND), PLAIN, Dark()),
    (at(State.ARMED, -5, due_ns=GUN, dark=True), PLAIN, Dark()),
    (
        at(State.RUNNING, 100, run=RUN, dark=True, fade_ns=GUN + 99_500_000_000),
        PLAIN,
        Fading(RUN, GUN + 99_500_000_000),
    ),
    (at(State.RUNNING, 100, run=RUN, dark=True, fade_ns=GUN + 99 * SECOND), PLAIN, Dark()),
    (at(State.IDLE, 0, dark=True, fade_ns=GUN), Shine(idle=Name.DARK), Dark()),
    (
        at(State.HELD, 209, run=Hold(100 * SECOND), lead=AHEAD),
        PLAIN,
        Show(Look(Name.AHEAD, 90_656, 11_376, GAP_S), AHEAD.ns, Hold(100 * SECOND)),
    ),
    (at(State.OFFICIAL, 900, run=RUN, through=True), PLAIN, Show(Look(Name.FINISH), 0)),
    (at(State.RECALLED, 3), PLAIN, Show(Look(Name.RECALL), 0)),
    (at(State.RECALLED, 3), Shine(recall=Name.FALSE_START), Show(Look(Name.FALSE_START), 0)),
    (at(State.ABORTED, 99), PLAIN, Show(Look(Name.ABORT), 0)),
]


@pytest.mark.parametrize(("facts", "shine", "order"), RACES)
def test_each_state_has_its_look(facts: Facts, shine: Shine, order: Order) -> None:
    assert order_of(facts, shine) == order


def test_every_state_is_among_them() -> None:
    assert {facts.state for facts, _, _ in RACES} == set(State)


@pytest.mark.parametrize(("facts", "shine", "order"), RACES)
@pytest.mark.parametrize("show", sorted(SHOWS))
def test_a_show_is_refused_while_a_race_may_be_on(
    facts: Facts, shine: Shine, order: Order, show: Name
) -> None:
    no_race = facts.state in {State.IDLE, State.LOADED, State.CHECKED, State.ABORTED}
    called_off = no_race and shine.idle is not Name.DARK
    if called_off or facts.through:
        follow(order, Show(Look(show), 0))
    else:
        with pytest.raises(RaceError, match=f"'{show}' is not possible while a race may be on"):
            follow(order, Show(Look(show), 0))


@pytest.mark.parametrize(("facts", "shine", "order"), RACES)
def test_a_light_that_runs_is_shown_by_every_look_of_a_running_race(
    facts: Facts, shine: Shine, order: Order
) -> None:
    """No look stands in for the lights while somebody may follow them."""
    assert shine
    if facts.state is State.RUNNING and not facts.dark:
        assert order == RUN or (isinstance(order, Show) and order.lights == RUN)


def evening(hall: Any) -> tuple[Live, list[Any]]:
    """The race before its first entry, and all entries of its journal."""
    hall.play()
    entries = [decoded(line.event) for line in read(hall.journal)[0]]
    return reopen(Path("journal"), entries[0]), entries[1:]


CLOCK = RaceClock(GUN, 0, Fraction(1))


def test_the_facts_follow_the_race(hall: Any) -> None:
    live, entries = evening(hall)
    assert facts_of(live, None, 5, 9) == Facts(State.LOADED, 5, LINE_MM, 9)
    seen: list[Facts] = []
    for entry in entries:
        live.take(entry)
        seen.append(facts_of(live, CLOCK if live.gun else None, GUN, None))
        if isinstance(entry, Fired):
            assert (seen[-1].run, seen[-1].lead, seen[-1].gold_ns) == (RUN, None, None)
    at_1500 = next(one.lead for one in seen if one.lead and one.lead.at_mm == LINE_MM + 1_500_000)
    assert at_1500.gap_mm == 11_376
    assert abs(at_1500.ns - GUN - 209_630_000_000) < 10**6
    golds = list(dict.fromkeys(one.gold_ns for one in seen if one.gold_ns))
    assert [(gold - GUN) / 10**9 for gold in golds] == [225.14, 232.7, 234.1, 235.57]
    assert seen[-1].through
    assert seen[-1].state is State.FINISHED


def test_the_gap_is_that_of_who_was_first_at_the_furthest_point(hall: Any) -> None:
    live, entries = evening(hall)
    for entry in entries:
        if isinstance(entry, Passed):
            break
        live.take(entry)
    for bib, metres, s in (("1", 100, 14), ("2", 100, 13), ("3", 100, 15), ("3", 200, 40), ("1", 200, 30)):
        key = f"{bib}-{metres}"
        live.take(Passed(bib, metres * 1000, s * SECOND, "photo", False, "cell", key, "athlete"))
    lead = facts_of(live, CLOCK, GUN, None).lead
    assert lead is not None
    assert lead.at_mm == LINE_MM + 200_000
    assert abs(lead.ns - GUN - 30 * SECOND) < 10**6


def test_only_the_records_that_a_race_file_names_are_gold(hall: Any) -> None:
    text = hall.race.read_text()
    for levels, finishes in (('"WR"', [225.14]), ("", []), ('"NR"', [225.14, 232.7, 234.1, 235.57])):
        hall.race.write_text(text.replace("[[light]]", f"[lamps]\nrecords = [{levels}]\n\n[[light]]", 1))
        again = replace(hall, folder=hall.folder / f"with{levels}".replace('"', ""))
        again.folder.mkdir()
        (again.folder / "book.sqlite").write_bytes(hall.book.read_bytes())
        live, entries = evening(again)
        golds = set()
        for entry in entries:
            live.take(entry)
            golds.add(facts_of(live, CLOCK, GUN, None).gold_ns)
        assert sorted((gold - GUN) / 10**9 for gold in golds if gold) == finishes


def test_the_lamps_are_told_the_looks_of_the_evening(hall: Any) -> None:
    hall.play()
    names = [show.look.name for show in hall.looks]
    assert names[:2] == [Name.IDLE, Name.START]
    assert names[2:17] == [Name.BEHIND] * 4 + [Name.AHEAD] * 11
    assert names[17:] == [Name.RECORD] * 4
    assert len(set(hall.guns)) == 1


def test_an_engine_taken_up_shows_what_the_race_says(hall: Any, halls: Any) -> None:
    """Killed while a record is shown: nothing is remembered but the journal."""
    _, entries = evening(halls())
    credited = next(line for line, entry in enumerate(entries, 2) if isinstance(entry, Credited))
    hall.die_at(credited + 1, written=False)
    seen = hall.looks[-1]
    assert seen.look.name is Name.RECORD
    hall.looks.clear()
    hall.die_at(credited + 2)
    assert hall.looks[0] == seen


def test_a_countdown_begins_before_the_gun(hall: Any) -> None:
    armed_ns = hall.clock.monotonic_ns
    hall.play(countdown_s=25.0)
    _idle, count, *_ = hall.looks
    assert (count.look.name, count.look.seconds, count.lights) == (Name.COUNTDOWN, COUNTDOWN_S, Stand())
    assert count.begin_ns == armed_ns + 15 * SECOND
    assert hall.guns[0][0] == armed_ns + 25 * SECOND


def test_an_instant_is_told_on_the_clock_of_the_world() -> None:
    gold = look_shown(Show(Look(Name.RECORD, seconds=9), 70, RUN), Instant(100, 1_000))
    assert (gold.name, gold.begin_unix_ns, gold.seconds, gold.lights) == ("record", 970, 9, "run")
    assert gold.colour == "#ffd700"
    ahead = look_shown(Show(Look(Name.AHEAD, -500, 11_376), 0, RUN), Instant(0, 0))
    assert (ahead.at_m, ahead.length_m) == (-0.5, 11.376)
    plain = [look_shown(order, Instant(0, 0)) for order in (Stand(), RUN, Dark())]
    assert [(shown.name, shown.lights) for shown in plain] == [
        ("armed", "stand"),
        ("running", "run"),
        ("dark", None),
    ]

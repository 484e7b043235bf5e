"""Between races lamps show what means nothing, if somebody asks for it; and never while a race may be on."""

from typing import Any

import msgspec
import pytest

from pacelight.lights.look.model import Look, Name
from pacelight.meet.clock import Instant
from pacelight.meet.desk import requests as asked
from pacelight.meet.desk.decide import decide
from pacelight.meet.desk.roles import Role
from pacelight.meet.journal import entries
from pacelight.meet.live.between import LOOKS, SHOW_S, WALK_S, ends, look_of
from pacelight.meet.race import State

S = 10**9
CLAP, WALK = asked.Show(look="clap", per_minute=90), asked.Walk(first=17)
STAGED = [CLAP, WALK, asked.Show(look="idle"), asked.Walk(first=3, last=9, blinks=True)]
WHY = asked.Official(reason="signed")

BEFORE: dict[State, tuple[asked.Do, ...]] = {
    State.LOADED: (),
    State.CHECKED: (asked.Check(),),
    State.ARMED: (asked.Check(), asked.Arm()),
    State.RUNNING: (asked.Check(), asked.Arm(), asked.Gun()),
    State.HELD: (asked.Check(), asked.Arm(), asked.Gun(), asked.Hold()),
    State.FINISHED: (asked.Check(), asked.Arm(), asked.Gun(), asked.Finish()),
    State.OFFICIAL: (asked.Check(), asked.Arm(), asked.Gun(), asked.Finish(), WHY),
    State.RECALLED: (asked.Check(), asked.Arm(), asked.Gun(), asked.Recall()),
    State.ABORTED: (asked.Check(), asked.Abort()),
    State.IDLE: (asked.Unload(),),
}


def done() -> entries.Done:
    return entries.Done("book", "journal")


def brought(racing: Any, state: State, *, through: bool) -> Any:
    desk = racing.Desk()
    desk.must(*BEFORE[state])
    if through:
        desk.note(done())
    assert desk.live.state is state
    return desk


@pytest.mark.parametrize("do", STAGED, ids=repr)
@pytest.mark.parametrize("state", State)
def test_a_show_and_a_walk_are_of_states_in_which_no_race_can_be_on(
    racing: Any, state: State, do: asked.Do
) -> None:
    desk = brought(racing, state, through=state in {State.FINISHED, State.OFFICIAL})
    answer = desk.ask(do, Role.OPERATOR)
    if state in {State.IDLE, State.LOADED, State.CHECKED, State.FINISHED, State.OFFICIAL}:
        assert answer.done
        assert isinstance(desk.journal_entry(-1), entries.Staged)
    else:
        assert answer.why == [f"the race is {state}: no show and no walk while a race may be on"]
    # To end what is shown is possible in any state, and changes nothing of the race.
    revision = desk.live.revision
    assert desk.ask(asked.Show(), Role.OPERATOR).done
    assert desk.ask(asked.Walk(), Role.OPERATOR).why == ["the lamps show what the race has"]
    assert desk.live.revision == revision


def test_until_the_lights_are_through_nothing_is_shown_beside_them(racing: Any) -> None:
    desk = brought(racing, State.FINISHED, through=False)
    assert desk.ask(CLAP).why == [
        "the lights of the race are on their way yet (wait until they are at the finish)"
    ]
    desk.note(done())
    assert desk.ask(CLAP).why == ["the lamps show 'clap'"]


def test_in_the_dark_nobody_lights_lamps_by_a_show(racing: Any) -> None:
    desk = racing.Desk()
    desk.must(asked.Blackout())
    assert desk.ask(WALK).why == ["the lamps are dark: light them first"]


def test_whoever_walks_needs_neither_the_lights_nor_a_revision_and_a_show_needs_the_lights(
    racing: Any,
) -> None:
    desk = racing.Desk()
    desk.ask(asked.TakeLights(), client="console")
    assert desk.ask(WALK, Role.OPERATOR, client="phone", seen=None).why == ["lamp 17 is lit"]
    assert desk.ask(CLAP, Role.OPERATOR, client="phone").why == [
        "desk operates the lights (take them over first)"
    ]
    assert desk.ask(CLAP, Role.OPERATOR, client="console", seen=None).done


@pytest.mark.parametrize(
    ("do", "why"),
    [
        (asked.Show(look="record"), "no show 'record' (there are idle, clap, chase, presentation)"),
        (asked.Show(look="walk"), "no show 'walk' (there are idle, clap, chase, presentation)"),
        (asked.Show(look="clap", per_minute=400), "look 'clap': 400 beats a minute"),
        (asked.Walk(first=-1), "lamps are numbered from 0: write one of them, not -1 to -1"),
        (asked.Walk(first=3, last=-2), "lamps are numbered from 0: write one of them, not 3 to -2"),
    ],
)
def test_what_no_lamp_can_show_is_refused_in_words(racing: Any, do: asked.Do, why: str) -> None:
    answer = racing.Desk().ask(do)
    assert not answer.done
    assert answer.why[0].startswith(why)


def test_a_lamp_that_is_not_there_is_refused_where_it_is_known_how_many_are(racing: Any) -> None:
    desk = racing.Desk()
    for last, expected in ((199, entries.Staged), (200, entries.Declined)):
        request = desk.request(asked.Walk(first=3, last=last))
        (entry,) = decide(desk.session, request, Instant(1, 1), racing.BOOT, lamps=200).entries
        assert isinstance(entry, expected)
    assert isinstance(entry, entries.Declined)
    assert entry.why == ["the lamps have numbers 0 to 199: write one of them, not 3 to 200"]


@pytest.mark.parametrize(
    ("entry", "look"),
    [
        (entries.Staged(""), None),
        (entries.Staged("clap", per_minute=90), Look(Name.CLAP, seconds=SHOW_S, per_minute=90)),
        (
            entries.Staged("walk", 9, 3, blinks=True),
            Look(Name.WALK, seconds=WALK_S, first=9, last=3, blinks=True),
        ),
    ],
)
def test_each_has_a_look_that_ends_by_itself(entry: entries.Staged, look: Look | None) -> None:
    assert look_of(entry) == look


def test_every_show_can_be_asked_for(racing: Any) -> None:
    assert set(LOOKS) == {Name.IDLE, Name.CLAP, Name.CHASE, Name.PRESENTATION}
    assert all(racing.Desk().ask(asked.Show(look=name)).done for name in LOOKS)


STAYS = [asked.Check(), asked.Fade(), asked.Swap(bib="1", other="2")]
ENDS = [asked.Blackout(), asked.Abort(), asked.Unload(), asked.Load()]


@pytest.mark.parametrize(("do", "over"), [(one, False) for one in STAYS] + [(one, True) for one in ENDS])
def test_what_is_asked_of_the_race_ends_a_show_but_for_what_touches_no_lamp(
    racing: Any, do: asked.Do, over: bool
) -> None:
    desk = racing.Desk()
    desk.must(do)
    assert ends(desk.journal_entry(-1), desk.live) is over


def test_arming_ends_it_for_good(racing: Any) -> None:
    desk = racing.Desk()
    desk.must(asked.Check(), asked.Arm())
    assert ends(desk.journal_entry(-1), desk.live)
    assert ends(desk.journal_entry(0), desk.live)


@pytest.mark.parametrize(
    ("do", "state", "says"),
    [
        (asked.Blackout(), State.RUNNING, "the lamps are dark; the race goes on"),
        (asked.Blackout(), State.ARMED, "the lamps are dark; the race stays armed"),
        (asked.Blackout(), State.LOADED, "the lamps are dark"),
        (asked.Fade(), State.RUNNING, "the lamps are dark within a second; the race goes on"),
        (asked.Hold(), State.RUNNING, "the lights stand where they are; the race clock runs on"),
        (asked.GoOn(), State.HELD, "the lights go on from where they stood"),
        (asked.Replan(light="pace", mark="1:46.00"), State.RUNNING, "the light pace goes for 1:46.00"),
        (asked.Nudge(light="pace", by_ms=100), State.RUNNING, "the light pace goes for 1:45.10"),
        (asked.Walk(first=3, last=9), State.LOADED, "lamps 3 to 9 are lit"),
        (asked.Walk(first=3, last=9, blinks=True), State.LOADED, "lamps 3 to 9 blink"),
        (asked.Walk(first=3, blinks=True), State.LOADED, "lamp 3 blinks"),
    ],
)
def test_whoever_asks_something_of_the_lamps_is_told_what_they_do(
    racing: Any, do: asked.Do, state: State, says: str
) -> None:
    desk = brought(racing, state, through=False)
    desk.wait(5)
    answer = desk.ask(do)
    assert (answer.done, answer.why) == (True, [says])
    if isinstance(do, asked.Blackout):
        assert desk.ask(asked.Light()).why == ["the lamps are lit again"]


def test_a_line_of_it_reads_back() -> None:
    entry = entries.Staged("walk", 3, 9, True, by="kerb", role="operator", key="k")
    assert entries.decoded(msgspec.json.encode(entry)) == entry

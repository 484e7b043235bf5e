"""Laws of what a race shows: the lights that run are never taken away, and no show comes between."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import RaceError
from pacelight.lights.look.model import SHOWS, WITH_LIGHTS, Look, Name
from pacelight.lights.loop.gate import follow, shown
from pacelight.lights.loop.orders import Dark, Hold, Order, Run, Show, read, write
from pacelight.meet.programme.shine import Shine
from pacelight.meet.race import State
from pacelight.meet.show.looks import Facts, Lead, order_of

instants = st.integers(0, 10**15)
runs = st.builds(Run, instants, st.integers(1, 1000), st.integers(1, 10))
leads = st.builds(Lead, st.integers(-(10**9), 10**9), st.integers(-(10**6), 10**6), instants)
shines = st.builds(
    Shine,
    idle=st.sampled_from([Name.IDLE, Name.DARK]),
    recall=st.sampled_from([Name.RECALL, Name.FALSE_START]),
    gaps=st.booleans(),
)


@st.composite
def facts(draw: st.DrawFn, states: st.SearchStrategy[State] = st.sampled_from(State)) -> Facts:  # noqa: B008
    """Facts as they come; the gun, a lead and a record often just before now."""
    now = draw(instants)
    near = st.integers(-20, 5).map(lambda seconds: now + seconds * 10**9)
    lead = draw(st.none() | leads)
    return Facts(
        state=draw(states),
        now_ns=now,
        start_mm=draw(st.integers(0, 400_000)),
        due_ns=draw(st.none() | instants),
        run=draw(st.none() | runs | st.builds(Run, near) | st.builds(Hold, st.integers(0, 10**12))),
        lead=lead and Lead(lead.at_mm, lead.gap_mm, draw(near)),
        gold_ns=draw(st.none() | near),
        through=draw(st.booleans()),
        dark=draw(st.booleans()),
    )


@given(facts(), shines)
def test_the_loop_understands_whatever_a_race_shows(known: Facts, shine: Shine) -> None:
    order = order_of(known, shine)
    assert read(write(order)[:-1]) == order
    follow(None, order)


@given(facts(st.just(State.RUNNING)), shines)
def test_lights_that_run_are_shown_from_their_gun_whatever_else_is(known: Facts, shine: Shine) -> None:
    order = order_of(replace(known, dark=False), shine)
    lights = order.lights if isinstance(order, Show) else order
    assert lights == known.run or known.run is None
    assert not isinstance(order, Show) or order.look.name in WITH_LIGHTS


@given(facts(), shines)
def test_a_blackout_is_obeyed_whatever_the_race_does(known: Facts, shine: Shine) -> None:
    assert order_of(replace(known, dark=True), shine) == Dark()


@given(facts(), facts(), shines, st.sampled_from(sorted(SHOWS)))
def test_no_show_comes_between_two_states_of_a_race_that_may_be_on(
    before: Facts, after: Facts, shine: Shine, show: Name
) -> None:
    """All pairs: what is shown, a show, and what the race shows next, which always may come."""
    order, show_order = order_of(before, shine), Show(Look(show), 0)
    free = (
        isinstance(order, Show)
        and order.lights is None
        and shown(order)
        in {
            Name.IDLE,
            Name.FINISH,
            Name.ABORT,
        }
    )
    assert may_follow(order, show_order) == free
    assert may_follow(show_order, order_of(after, shine))
    if before.state in {State.ARMED, State.RUNNING, State.HELD, State.RECALLED}:
        assert not free


def may_follow(before: Order, after: Order) -> bool:
    try:
        follow(before, after)
    except RaceError:
        return False
    return True


stages = st.builds(
    Show,
    st.builds(Look, st.sampled_from([*sorted(SHOWS), Name.IDLE]), seconds=st.integers(1, 600)),
    instants,
)


@given(facts(), shines, stages, st.integers(-700, 5))
def test_what_somebody_asks_for_between_races_is_never_seen_while_one_may_be_on(
    known: Facts, shine: Shine, stage: Show, ago_s: int
) -> None:
    stage = replace(stage, begin_ns=max(known.now_ns + ago_s * 10**9, 0))
    order, without = order_of(replace(known, stage=stage), shine), order_of(known, shine)
    is_over = known.state in {State.FINISHED, State.OFFICIAL} and known.through
    free = known.state in {State.IDLE, State.LOADED, State.CHECKED} or is_over
    lasts = known.since(stage.begin_ns, stage.look.seconds)
    assert order == (stage if free and lasts and not known.dark else without)
    if known.state in {State.ARMED, State.RUNNING, State.HELD, State.RECALLED, State.ABORTED} or known.dark:
        assert shown(order) not in SHOWS


@given(facts(), shines)
def test_the_same_facts_show_the_same(known: Facts, shine: Shine) -> None:
    assert order_of(known, shine) == order_of(known, shine)

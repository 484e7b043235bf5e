"""What may follow what: over all pairs, no show comes while a race may be on."""

from itertools import product

import pytest

from pacelight.errors import RaceError
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.drivers import output
from pacelight.lights.look.model import LIGHTS, SHOWS, WITH_LIGHTS, Look, Name
from pacelight.lights.loop.gate import FREE, follow, shown
from pacelight.lights.loop.orders import Dark, End, Order, Run, Several, Show, Stand
from pacelight.lights.loop.process import LightLoop

ALONE: dict[Name, Order] = {
    Name.ARMED: Stand(),
    Name.RUNNING: Run(0),
    Name.DARK: Dark(),
} | {name: Show(Look(name, seconds=5), 0) for name in Name if name not in LIGHTS}
"""Each look, without lights beside it."""

LIT: list[Order] = [
    Show(Look(name, seconds=5), 0, lights)
    for name in sorted(WITH_LIGHTS)
    for lights in (Stand(), Run(0), Several((Dark(), Run(0))))
]
GROUPS: list[Order] = [Several(groups) for groups in product((Stand(), Run(0), Dark()), repeat=2)]


def test_every_look_is_the_look_of_an_order() -> None:
    assert {shown(order): order for order in ALONE.values()} == ALONE
    assert set(ALONE) == set(Name)


@pytest.mark.parametrize(("before", "after"), list(product(Name, Name)))
def test_a_show_follows_only_what_says_that_no_race_is_on(before: Name, after: Name) -> None:
    allowed = {Name.IDLE, Name.FINISH, Name.ABORT, *SHOWS}
    if after in SHOWS and before not in allowed:
        with pytest.raises(RaceError, match=f"the lamps show '{before}': '{after}' is not possible"):
            follow(ALONE[before], ALONE[after])
    else:
        follow(ALONE[before], ALONE[after])


@pytest.mark.parametrize("show", sorted(SHOWS))
@pytest.mark.parametrize("before", [*LIT, *GROUPS, End(), None], ids=str)
def test_no_show_follows_lights_that_stand_or_run_beside_a_look_or_in_groups(
    before: Order | None, show: Name
) -> None:
    with pytest.raises(RaceError, match=f"'{show}' is not possible while a race may be on"):
        follow(before, ALONE[show])


@pytest.mark.parametrize(
    "after", [order for name, order in ALONE.items() if name not in SHOWS] + LIT, ids=str
)
def test_what_a_race_shows_may_come_at_any_time(after: Order) -> None:
    for before in (None, *ALONE.values(), *LIT, *GROUPS):
        follow(before, after)


def test_several_groups_are_as_busy_as_the_busiest() -> None:
    assert shown(Several((Dark(), Stand(), Run(0)))) is Name.RUNNING
    assert shown(Several((Dark(), Stand()))) is Name.ARMED
    assert shown(Several((Dark(), Dark()))) is Name.DARK


def test_no_show_is_of_a_race() -> None:
    assert SHOWS & WITH_LIGHTS == SHOWS & LIGHTS == frozenset()
    assert SHOWS < FREE


def test_the_loop_refuses_and_goes_on(canvas: Canvas) -> None:
    with LightLoop(canvas, output("sim://")) as loop:
        loop.stand()
        with pytest.raises(RaceError, match="the lamps show 'armed': 'clap' is not possible"):
            loop.look(Look(Name.CLAP), 0)
        with pytest.raises(RaceError, match=r"2 groups are told what to do and there are 1 \(one for each\)"):
            loop.several([Stand(), Run(0)])
        with pytest.raises(RaceError, match="2 groups are told"):
            loop.look(Look(Name.FINISH), 0, Several((Stand(), Stand())))
        loop.look(Look(Name.IDLE), 0)
        loop.look(Look(Name.CLAP), 0)
        assert loop.statistics().restarts == 0

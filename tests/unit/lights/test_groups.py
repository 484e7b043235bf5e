"""Several races at once: each with its gun, its start and its lights."""

from collections.abc import Callable

import numpy as np
import pytest

from pacelight.errors import PlanError
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.levels import Levels
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.look.model import Look, Name
from pacelight.lights.look.picture import CLEAR_M, paint
from pacelight.lights.loop.orders import Dark, End, Order, Run, Several, Show, Stand
from pacelight.lights.loop.picture import draw

SECOND = 10**9
Laid = Callable[[int], Layout]


def drawn(canvas: Canvas | Groups, order: Order, instant_ns: int = 30 * SECOND) -> list[int]:
    frame = np.full(canvas.channels, 99, np.uint8)
    draw(canvas, frame, order, instant_ns)
    return [int(step) for step in frame]


@pytest.fixture
def far(lievin: Wave, layout: Laid) -> Canvas:
    """The same light from half a lap further on."""
    return Canvas([lievin], layout(200), 90.0)


def test_each_group_has_a_gun_of_its_own(canvas: Canvas, far: Canvas) -> None:
    shown = drawn(Groups([canvas, far]), Several((Run(10 * SECOND), Run(20 * SECOND, 2))))
    assert shown == np.maximum(canvas.paint(20 * SECOND), far.paint(20 * SECOND)).tolist()


def test_one_group_may_stand_while_another_runs_and_a_third_is_dark(canvas: Canvas, far: Canvas) -> None:
    shown = drawn(Groups([canvas, far, canvas]), Several((Stand(), Run(0), Dark())))
    assert shown == np.maximum(canvas.paint(None), far.paint(30 * SECOND)).tolist()


def test_told_as_one_all_groups_do_the_same(canvas: Canvas, far: Canvas) -> None:
    both = Groups([canvas, far])
    assert drawn(both, Run(5)) == drawn(both, Several((Run(5), Run(5))))
    assert drawn(both, Stand()) == drawn(both, Several((Stand(), Stand())))


@pytest.mark.parametrize("order", [Dark(), End(), Several((Dark(), Dark()))])
def test_dark_is_dark(canvas: Canvas, far: Canvas, order: Order) -> None:
    assert not any(drawn(Groups([canvas, far]), order))


def test_lights_that_cover_also_cover_the_groups_before_them(lievin: Wave, layout: Laid) -> None:
    below = Canvas([Wave("W", lievin.plan, "#ffffff")], layout(200), 0.0)
    above = Canvas([Wave("R", lievin.plan, "#ff0000", 6.0, 0.0)], layout(200), 0.0, Blend.COVER)
    frame = np.array(drawn(Groups([below, above]), Run(0))).reshape(-1, 3)
    lead = int(np.flatnonzero(frame[:, 0])[-1])
    assert frame[lead - 3].tolist() == [255, 0, 0]


def test_a_light_runs_on_beside_a_look_which_gives_way_to_it(canvas: Canvas) -> None:
    look = Look(Name.FINISH)
    shown, alone, finish = (
        np.array(frame).reshape(-1, 3)
        for frame in (
            drawn(canvas, Show(look, 29 * SECOND, Run(0))),
            canvas.paint(30 * SECOND),
            paint(canvas.layout, look, SECOND),
        )
    )
    lit = alone.any(axis=1)
    assert np.array_equal(shown[lit], alone[lit])
    [(lead_m, length_m)] = canvas.spans(30 * SECOND)
    behind_m = (lead_m - np.arange(200) + 100) % 200 - 100  # lamps are a metre apart
    far_off = (behind_m < -CLEAR_M - 1) | (behind_m > length_m + CLEAR_M + 1)
    assert np.array_equal(shown[far_off], finish[far_off])
    assert not shown[~far_off & ~lit & (behind_m > -CLEAR_M + 1) & (behind_m < length_m + CLEAR_M - 1)].any()
    assert finish[far_off].any()


def test_of_all_together_the_lamps_get_what_they_can_bear(lievin: Wave, layout: Laid) -> None:
    levels = Levels(0.5)
    dim = Canvas([lievin], layout(200), 0.0, levels=levels)
    whole = np.array(drawn(Canvas([lievin], layout(200), 0.0), Run(0)), np.uint8)
    levels.settle(whole)
    assert drawn(Groups([dim, dim]), Run(0)) == drawn(dim, Run(0)) == dim.paint(30 * SECOND).tolist()
    assert drawn(dim, Run(0)) == whole.tolist()
    assert max(drawn(dim, Show(Look(Name.FALSE_START), 0))) == 128


def test_no_group_is_refused() -> None:
    with pytest.raises(PlanError, match="there is no group"):
        Groups([])


def test_groups_on_different_lamps_or_levels_are_refused(canvas: Canvas, lievin: Wave, layout: Laid) -> None:
    for other in (
        Canvas([lievin], layout(100), 0.0),
        Canvas([lievin], layout(200), 0.0, levels=Levels(0.5)),
    ):
        with pytest.raises(PlanError, match="different lamps or levels"):
            Groups([canvas, other])

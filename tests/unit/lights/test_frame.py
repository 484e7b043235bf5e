"""The frame: the light is where the plan is, to the millimetre, and nowhere else."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from pacelight.distance import Distance
from pacelight.errors import OutputError, PlanError
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas, coverage, render
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.levels import Levels, Supply
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

EVEN = Layout(np.arange(401) - 0.5, 400.0)
"""A lamp a metre, each for half a metre before it and half a metre behind."""

PLAN = even(Distance(400_000), Mark.parse("1:20.00"))
"""Five metres a second: in 200 ms, one metre."""

WHITE = Wave("W", PLAN, "#ffffff")
SECOND = 10**9


def reds(*args: object) -> dict[int, int]:
    """Lamp and red of all that shine."""
    frame = render(*args)  # type: ignore[arg-type]
    return {n: int(red) for n, red in enumerate(frame[::3]) if red}


def test_the_leading_edge_is_where_the_plan_is() -> None:
    shares = coverage(WHITE, EVEN, 0.0, 20 * SECOND)  # at 100 m: in the middle of lamp 100
    assert shares[100] == pytest.approx(0.5, abs=1e-12)
    assert shares[101:].sum() == 0.0
    assert shares[99] == pytest.approx(0.5 + 0.5 - 0.5**2 / 10, abs=1e-12)


def test_behind_the_head_it_fades_evenly_to_nothing() -> None:
    shares = coverage(WHITE, EVEN, 0.0, 20_100_000_000)  # at 100.5 m: lamp 100 is the head
    assert shares[94:102] == pytest.approx([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1, 0], abs=1e-12)


def test_a_lamp_shines_in_proportion_to_what_is_covered() -> None:
    sharp = replace(WHITE, head_m=1.0, tail_m=0.0)
    assert reds([sharp], EVEN, 0.0, 20 * SECOND) == {99: 128, 100: 128}
    assert reds([sharp], EVEN, 0.0, 20_050_000_000) == {99: 64, 100: 191}


@pytest.mark.parametrize("elapsed", [None, 0, -1, -(10**12)])
def test_before_the_gun_the_light_stands_at_the_start(elapsed: int | None) -> None:
    assert np.array_equal(render([WHITE], EVEN, 300.0, elapsed), render([WHITE], EVEN, 300.0, 0))
    assert max(reds([WHITE], EVEN, 300.0, elapsed)) == 300


def test_at_its_finish_the_light_is_on_the_line_and_then_it_is_out() -> None:
    assert reds([WHITE], EVEN, 0.5, PLAN.finish.ns)[0] == 255  # lamp 0 ends at 0.5 m
    assert reds([WHITE], EVEN, 0.5, PLAN.finish.ns + 1) == {}
    assert reds([WHITE], EVEN, 0.5, 10**15) == {}


def test_a_light_glides_over_the_finish_line_and_into_the_next_lap() -> None:
    shares = coverage(WHITE, EVEN, 398.5, SECOND)  # at 403.5 m
    assert shares[[398, 399, 0, 1, 2, 3, 4]] == pytest.approx([0.1, 0.3, 0.5, 0.7, 0.9, 1, 0], abs=1e-12)


def test_where_two_lights_overlap_the_brighter_shows_colour_by_colour() -> None:
    red, blue = replace(WHITE, colour="#ff0000"), replace(WHITE, colour="#8080ff")
    both = render([red, blue], EVEN, 0.0, 20 * SECOND)
    alone = [render([wave], EVEN, 0.0, 20 * SECOND) for wave in (red, blue)]
    assert np.array_equal(both, np.maximum(*alone))
    assert both[99 * 3] > alone[1][99 * 3] > 0
    assert both[99 * 3 + 2] == alone[1][99 * 3 + 2] > 0


def test_a_canvas_paints_any_instant_over_any_other(canvas: Canvas) -> None:
    frame = np.full(600, 77, np.uint8)
    for elapsed in (10**11, 0, 10**12, 5 * 10**10, 10**11):
        canvas.paint_on(frame, elapsed)
        assert np.array_equal(frame, canvas.paint(elapsed))


def test_a_frame_without_lights_is_dark() -> None:
    assert not render([], EVEN, 0.0, SECOND).any()


def test_at_1500_m_the_light_of_lievin_is_past_the_line_by_90_656_m(
    lievin: Wave, layout: Callable[[int], Layout], start_m: float
) -> None:
    elapsed = 226_630_000_000 * 1_500_000 // 1_609_344
    shares = coverage(lievin, layout(200), start_m, elapsed)
    edges = layout(200).edges
    lead = int(np.flatnonzero(shares)[-1])
    assert edges[lead] + shares[lead] * (edges[lead + 1] - edges[lead]) == pytest.approx(90.656, abs=1e-6)


def test_a_light_longer_than_the_lap_is_refused_by_name() -> None:
    short = Layout.of(Survey.even_kerb(track("short-200"), 200))
    long = replace(WHITE, name="MR", tail_m=199.5)
    with pytest.raises(PlanError, match=r"light 'MR' is 200\.5 m long .* longer than the lap of 200 m"):
        Canvas([WHITE, long], short, 0.0)


def test_a_light_that_fills_the_lap_shines_on_every_lamp() -> None:
    ring = replace(WHITE, head_m=400.0, tail_m=0.0)
    assert reds([ring], EVEN, 0.0, 20 * SECOND) == dict.fromkeys(range(400), 255)
    assert reds([ring], EVEN, 0.0, 20_100_000_000) == dict.fromkeys(range(400), 255)


HALF = 20_100_000_000
"""At 100.5 m: the leading edge is where lamp 100 ends."""


@pytest.mark.parametrize(
    ("pattern", "shares"),
    [
        (Pattern.COMET, [0, 0.125, 0.375, 0.625, 0.875, 1, 1, 0]),
        (Pattern.SOLID, [0, 1, 1, 1, 1, 1, 1, 0]),
        (Pattern.DASHED, [0, 0, 0.5, 1, 0, 0.5, 1, 0]),
        (Pattern.BLINKING, [0, 1, 1, 1, 1, 1, 1, 0]),
    ],
)
def test_a_pattern_is_filled_by_area(pattern: Pattern, shares: list[float]) -> None:
    wave = replace(WHITE, head_m=2.0, tail_m=4.0, pattern=pattern, dash_m=1.5)
    assert coverage(wave, EVEN, 0.0, HALF)[94:102] == pytest.approx(shares, abs=1e-12)


def test_dashes_run_with_the_light() -> None:
    wave = replace(WHITE, pattern=Pattern.DASHED, dash_m=1.0)
    for step in range(3):
        assert reds([wave], EVEN, 0.0, HALF + step * 200_000_000) == dict.fromkeys(
            (96 + step, 98 + step, 100 + step), 255
        )


def test_what_blinks_goes_by_the_instant_and_not_by_the_race() -> None:
    wave = replace(WHITE, pattern=Pattern.BLINKING)
    canvas = Canvas([wave, replace(WHITE, colour="#0000ff", head_m=0.5, tail_m=0.0)], EVEN, 0.0)
    on, off = canvas.paint(HALF, 0), canvas.paint(HALF, 250_000_000)
    assert on[300] == 255
    assert off[::3].tolist() == [0] * 400
    assert (off[302], on[302]) == (128, 255)  # the other light does not blink
    assert np.array_equal(canvas.paint(HALF, 10**9 + 250_000_000), off)
    assert np.array_equal(canvas.paint(HALF), canvas.paint(HALF, HALF))


@pytest.mark.parametrize("elapsed", [None, 0, -300_000_000])
def test_what_blinks_is_on_where_no_instant_is_given_before_the_gun(elapsed: int | None) -> None:
    assert render([replace(WHITE, pattern=Pattern.BLINKING)], EVEN, 300.0, elapsed).any()


def test_the_higher_priority_covers_the_lower_whatever_their_order() -> None:
    red = replace(WHITE, colour="#ff0000", head_m=3.0, tail_m=0.0, priority=1)
    blue = replace(WHITE, colour="#0000ff", head_m=6.0, tail_m=0.0)
    for waves in ([red, blue], [blue, red]):
        frame = Canvas(waves, EVEN, 0.0, Blend.COVER).paint(HALF).reshape(-1, 3)
        assert frame[98:101].tolist() == [[255, 0, 0]] * 3
        assert frame[95:98].tolist() == [[0, 0, 255]] * 3
    frame = Canvas(waves, EVEN, 0.0, Blend.COVER).paint(20 * SECOND).reshape(-1, 3)
    assert frame[97].tolist() == [128, 0, 128]  # half covered: what is left of the lamp shows what is below


def test_of_the_same_priority_the_light_named_first_covers() -> None:
    red, blue = replace(WHITE, colour="#ff0000"), replace(WHITE, colour="#0000ff")
    frame = Canvas([red, blue], EVEN, 0.0, Blend.COVER).paint(HALF).reshape(-1, 3)
    assert frame[100].tolist() == [255, 0, 0]


def test_lights_cover_one_another_across_the_finish_line_too() -> None:
    red = replace(WHITE, colour="#ff0000", head_m=4.0, tail_m=0.0, priority=1)
    blue = replace(WHITE, colour="#0000ff", head_m=8.0, tail_m=0.0)
    frame = Canvas([red, blue], EVEN, 301.0, Blend.COVER).paint(HALF).reshape(-1, 3)  # leads to 401.5 m
    lit = {n: tuple(seen) for n, seen in enumerate(frame.tolist()) if any(seen)}
    assert lit == {
        **dict.fromkeys((398, 399, 0, 1), (255, 0, 0)),
        **dict.fromkeys((394, 395, 396, 397), (0, 0, 255)),
    }


def test_a_light_that_is_out_covers_nothing() -> None:
    gone = replace(WHITE, colour="#ff0000", priority=1)
    there = replace(WHITE, plan=even(Distance(400_000), Mark.parse("1:25.00")))
    frame = Canvas([gone, there], EVEN, 0.0, Blend.COVER).paint(PLAN.finish.ns + 1)
    assert np.array_equal(frame, render([there], EVEN, 0.0, PLAN.finish.ns + 1))


def test_a_canvas_sends_what_lamps_and_supply_can_bear() -> None:
    levels = Levels(0.5, supply=Supply(0.4))
    painted = Canvas([WHITE], EVEN, 0.0).paint(HALF)
    levels.settle(painted)
    assert np.array_equal(Canvas([WHITE], EVEN, 0.0, levels=levels).paint(HALF), painted)
    with pytest.raises(OutputError, match="too few for 400 lamps"):
        Canvas([WHITE], EVEN, 0.0, levels=Levels(supply=Supply(0.01)))

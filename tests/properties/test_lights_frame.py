"""Laws of the frame: no light is lost between lamps, and an instant has one look."""

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from pacelight.distance import MILE, Distance
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas, coverage, render
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.pattern import Pattern, is_on
from pacelight.lights.canvas.wave import Wave
from pacelight.mark import Elapsed, Mark
from pacelight.plan.makers import even, splits
from pacelight.track import Survey, track

HALL = track("short-200")
PLANS = [
    even(MILE, Mark.parse("3:46.63")),
    even(Distance(10_000_000), Mark.parse("26:11.00")),
    splits(
        MILE,
        [
            (Distance(400_000), Elapsed.of_ms(58_000)),
            (Distance(1_200_000), Elapsed.of_ms(170_500)),
            (MILE, Elapsed.of_ms(225_140)),
        ],
    ),
]


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Lamps as they come: evenly along the kerb, or as someone screwed them on."""
    if draw(st.booleans()):
        return Layout.of(Survey.even_kerb(HALL, draw(st.integers(2, 300))))
    steps = np.array(draw(st.lists(st.integers(10, 16), min_size=3, max_size=250)))
    places = (np.cumsum(steps) - draw(st.integers(1, 9))) * (200 / steps.sum())
    return Layout.of(Survey(HALL, places))


lengths = st.just(0.0) | st.floats(0.001, 20)
shapes = st.tuples(lengths, lengths | st.floats(20, 180)).filter(any)
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@st.composite
def waves(draw: st.DrawFn) -> Wave:
    head, tail = draw(shapes)
    plan, pattern = draw(st.sampled_from(PLANS)), draw(st.sampled_from(Pattern))
    return Wave("W", plan, draw(colours), head, tail, pattern, draw(st.floats(0.001, 30)))


starts = st.floats(0, 200)
times = st.none() | st.integers(-(10**9), 226 * 10**9)


def profile(behind: float, wave: Wave) -> float:
    """Light between the leading edge and so many metres behind it, written from the words of `Wave`."""
    behind = min(max(behind, 0.0), wave.length_m)
    if wave.pattern is Pattern.COMET and behind > wave.head_m:
        fading = behind - wave.head_m
        return wave.head_m + fading - fading**2 / (2 * wave.tail_m)
    if wave.pattern is Pattern.DASHED:
        pairs, rest = divmod(behind, 2 * wave.dash_m)
        return pairs * wave.dash_m + min(rest, wave.dash_m)
    return behind


def lit(wave: Wave, layout: Layout, start_m: float, elapsed_ns: int | None) -> list[float]:
    """How much of each lamp is covered, cell by cell, over all laps: slow, and by other means."""
    lead = start_m + float(wave.plan.distance_at((elapsed_ns or 0) / 1e9))
    shares = []
    for begin, end in pairwise(layout.edges.tolist()):
        light = 0.0
        for lap in range(math.floor(lead / layout.lap_m) - 2, math.floor(lead / layout.lap_m) + 2):
            ahead = lap * layout.lap_m
            light += profile(lead - begin - ahead, wave) - profile(lead - end - ahead, wave)
        shares.append(light / (end - begin))
    return shares


@given(waves(), layouts(), starts, times)
def test_wherever_a_light_is_all_of_it_is_shown(
    wave: Wave, layout: Layout, start: float, elapsed: int | None
) -> None:
    assume(elapsed is None or elapsed <= wave.plan.finish.ns)
    shown = coverage(wave, layout, start, elapsed) @ np.diff(layout.edges)
    assert abs(shown - profile(wave.length_m, wave)) < 1e-9


@given(waves(), layouts(), starts, times)
def test_each_lamp_shines_as_the_plain_reckoning_says(
    wave: Wave, layout: Layout, start: float, elapsed: int | None
) -> None:
    assume(elapsed is None or elapsed <= wave.plan.finish.ns)
    shares = np.array(lit(wave, layout, start, elapsed))
    assert np.allclose(coverage(wave, layout, start, elapsed), shares, rtol=0, atol=1e-9)
    shines = wave.pattern is not Pattern.BLINKING or is_on(max(elapsed or 0, 0))
    exact = shines * np.multiply.outer(shares, np.array(wave.duty) * 255).ravel()
    assert np.all(np.abs(render([wave], layout, start, elapsed) - exact) <= 0.5 + 1e-6)


@given(st.lists(waves(), max_size=4), layouts(), starts, st.lists(times, min_size=1, max_size=4))
def test_an_instant_has_one_look_whatever_was_shown_before(
    many: list[Wave], layout: Layout, start: float, instants: list[int | None]
) -> None:
    canvas = Canvas(many, layout, start)
    frame = np.full(3 * len(layout), 99, np.uint8)
    for elapsed in (*instants, *reversed(instants)):
        canvas.paint_on(frame, elapsed)
        assert frame.tobytes() == render(many, layout, start, elapsed).tobytes()


@given(st.lists(waves(), min_size=1, max_size=4), layouts(), starts, times, st.randoms())
def test_lights_show_one_through_the_other_in_whatever_order(
    many: list[Wave], layout: Layout, start: float, elapsed: int | None, random: object
) -> None:
    alone = [render([wave], layout, start, elapsed) for wave in many]
    mixed = list(many)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert np.array_equal(render(mixed, layout, start, elapsed), np.max(alone, axis=0))


@given(waves(), layouts(), starts, times, st.integers(-30, 30))
def test_a_lap_further_round_is_the_same_place(
    wave: Wave, layout: Layout, start: float, elapsed: int | None, laps: int
) -> None:
    here = coverage(wave, layout, start, elapsed)
    there = coverage(wave, layout, start + laps * layout.lap_m, elapsed)
    assert np.allclose(here, there, rtol=0, atol=1e-9)


@given(layouts(), shapes, starts, st.integers(0, 30 * 10**9), st.integers(0, 6))
def test_a_lap_later_an_even_light_looks_the_same(
    layout: Layout, shape: tuple[float, float], start: float, elapsed: int, laps: int
) -> None:
    plan = even(Distance(1_600_000), Mark.parse("4:00.00"))  # eight laps of thirty seconds
    wave = Wave("W", plan, "#ffffff", *shape)
    here = coverage(wave, layout, start, elapsed)
    later = coverage(wave, layout, start, elapsed + laps * 30 * 10**9)
    assert np.allclose(here, later, rtol=0, atol=1e-9)


@given(layouts(), waves(), starts, st.integers(0, 226 * 10**9), st.integers(1, 10**8))
def test_while_the_leading_edge_is_within_a_lamp_that_lamp_only_brightens(
    layout: Layout, wave: Wave, start: float, elapsed: int, step: int
) -> None:
    assume(elapsed + step <= wave.plan.finish.ns)
    wave = replace(wave, head_m=2.0, tail_m=3.0, pattern=Pattern.COMET)
    canvas = Canvas([wave], layout, start)
    places = [canvas.place(0, at) for at in (elapsed, elapsed + step)]
    assert None not in places
    cells = [
        int(np.searchsorted(layout.edges, (place - layout.edges[0]) % 200 + layout.edges[0], "right")) - 1  # type: ignore[operator]
        for place in places
    ]
    assume(cells[0] == cells[1])
    assume(np.diff(layout.edges)[cells[0]] <= wave.head_m)
    before, after = (render([wave], layout, start, at) for at in (elapsed, elapsed + step))
    lamp = slice(3 * cells[0], 3 * cells[0] + 3)
    assert np.all(before[lamp] <= after[lamp])


@given(waves(), layouts(), starts, st.integers(1, 10**12))
def test_after_its_finish_a_light_is_out(wave: Wave, layout: Layout, start: float, late: int) -> None:
    assert not render([wave], layout, start, wave.plan.finish.ns + late).any()
    assert coverage(wave, layout, start, wave.plan.finish.ns).any()


@given(waves(), st.integers(0, 226 * 10**9))
def test_the_canvas_reckons_the_place_to_the_last_bit_as_the_plan_does(wave: Wave, elapsed: int) -> None:
    assume(elapsed <= wave.plan.finish.ns)
    canvas = Canvas([wave], Layout.of(Survey.even_kerb(HALL, 2)), 0.0)
    assert canvas.place(0, elapsed) == float(wave.plan.distance_at(elapsed / 1e9))


@given(st.lists(waves(), min_size=1, max_size=4), layouts(), starts, times, st.randoms())
def test_lights_of_different_priorities_cover_one_another_in_whatever_order(
    many: list[Wave], layout: Layout, start: float, elapsed: int | None, random: object
) -> None:
    ranked = [replace(wave, priority=number) for number, wave in enumerate(many)]
    frame = Canvas(ranked, layout, start, Blend.COVER).paint(elapsed)
    random.shuffle(ranked)  # type: ignore[attr-defined]
    assert np.array_equal(frame, Canvas(ranked, layout, start, Blend.COVER).paint(elapsed))


@given(waves(), waves(), layouts(), starts, times)
def test_what_covers_leaves_of_the_other_what_it_does_not_cover(
    above: Wave, below: Wave, layout: Layout, start: float, elapsed: int | None
) -> None:
    assume(elapsed is None or elapsed <= above.plan.finish.ns)
    above = replace(above, priority=1, pattern=Pattern.SOLID)
    frame = Canvas([below, above], layout, start, Blend.COVER).paint(elapsed)
    through = 1 - np.repeat(coverage(above, layout, start, elapsed), 3)
    seen = render([below], layout, start, elapsed) * through
    light = np.multiply.outer(1 - through[::3], np.array(above.duty) * 255).ravel()
    assert np.all(np.abs(frame - seen - light) <= 0.5 + 1e-6)

"""Laws of looks: no light is lost between lamps, an instant has one look, and nothing flashes dangerously."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.distance import MILE
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.levels import Levels, Supply
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.look.model import LIGHTS, WITH_LIGHTS, Look, Name
from pacelight.lights.look.picture import paint
from pacelight.lights.look.stretch import stretch, turns
from pacelight.lights.loop.orders import Dark, End, Group, Order, Run, Several, Show, Stand, read, write
from pacelight.lights.loop.picture import draw
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

HALL = track("short-200")
PLAN = even(MILE, Mark.parse("3:46.63"))
NAMES = [name for name in Name if name not in LIGHTS]
SECOND = 10**9

instants = st.integers(-(10**12), 10**12)
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@st.composite
def layouts(draw_: st.DrawFn) -> Layout:
    """Lamps as they come: evenly along the kerb, or as someone screwed them on."""
    if draw_(st.booleans()):
        return Layout.of(Survey.even_kerb(HALL, draw_(st.integers(2, 300))))
    steps = np.array(draw_(st.lists(st.integers(10, 16), min_size=3, max_size=250)))
    return Layout.of(Survey(HALL, (np.cumsum(steps) - draw_(st.integers(1, 9))) * (200 / steps.sum())))


@st.composite
def looks(draw_: st.DrawFn, names: Sequence[Name] = NAMES) -> Look:
    name = draw_(st.sampled_from(names))
    seconds = st.integers(1, 30) if name is Name.COUNTDOWN else st.integers(0, 3600)
    lamp = st.integers(0, 350) if name is Name.WALK else st.just(0)
    return Look(
        name,
        draw_(st.integers(-400_000, 400_000)),
        draw_(st.integers(0, 300_000)),
        draw_(seconds),
        draw_(st.integers(30, 180)),
        draw_(st.just("") | colours),
        draw_(lamp),
        draw_(lamp),
        blinks=name is Name.WALK and draw_(st.booleans()),
    )


runs = st.builds(Run, instants, st.integers(1, 100), st.integers(1, 10))
groups: st.SearchStrategy[Group] = st.builds(Stand) | runs | st.builds(Dark)


def severals(count: int | None = None) -> st.SearchStrategy[Several]:
    return st.lists(groups, min_size=count or 1, max_size=count or 5).map(lambda told: Several(tuple(told)))


def orders(count: int | None = None) -> st.SearchStrategy[Order]:
    """Any order; of groups, for so many of them."""
    lights = st.builds(Stand) | runs | severals(count)
    beside = st.builds(Show, looks(sorted(WITH_LIGHTS)), instants, st.none() | lights)
    return groups | severals(count) | beside | st.builds(Show, looks(), instants) | st.builds(End)


@st.composite
def waves(draw_: st.DrawFn) -> Wave:
    return Wave(
        "W",
        PLAN,
        draw_(colours),
        draw_(st.floats(0.1, 20)),
        draw_(st.floats(0.1, 170)),
        draw_(st.sampled_from(Pattern)),
        draw_(st.floats(0.5, 10)),
        draw_(st.integers(0, 2)),
    )


levels = st.builds(
    Levels, st.floats(0.05, 1), st.sampled_from([1.0, 2.2]), st.none() | st.builds(Supply, st.floats(2, 9))
)


@given(orders())
def test_every_order_reads_back(order: Order) -> None:
    line = write(order)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read(line[:-1]) == order


@given(
    st.lists(st.lists(waves(), max_size=3), min_size=2, max_size=2),
    layouts(),
    st.sampled_from(Blend),
    levels,
    st.lists(st.tuples(orders(2), instants), min_size=1, max_size=4),
)
def test_an_order_has_one_picture_whatever_was_shown_before(
    lights: list[list[Wave]],
    layout: Layout,
    blend: Blend,
    what: Levels,
    told: list[tuple[Order, int]],
) -> None:
    def lamps() -> Groups:
        return Groups([Canvas(many, layout, start, blend, what) for start, many in enumerate(lights)])

    used, frame = lamps(), np.full(3 * len(layout), 99, np.uint8)
    for order, instant in (*told, *reversed(told)):
        draw(used, frame, order, instant)
        fresh = np.zeros(3 * len(layout), np.uint8)
        draw(lamps(), fresh, order, instant)
        assert frame.tobytes() == fresh.tobytes()


@given(
    look=looks(sorted(WITH_LIGHTS)),
    many=st.lists(waves(), min_size=1, max_size=3),
    layout=layouts(),
    blend=st.sampled_from(Blend),
    what=levels,
    run=runs,
    instant=instants,
)
def test_no_look_hides_or_colours_a_light(
    *, look: Look, many: list[Wave], layout: Layout, blend: Blend, what: Levels, run: Run, instant: int
) -> None:
    """The lamps on which a light shines show the same with a look and without."""
    canvas = Canvas(many, layout, 190.656, blend, replace(what, supply=None))
    beside, alone = np.zeros((2, canvas.channels), np.uint8)
    draw(canvas, beside, Show(look, instant - SECOND // 2, run), instant)
    draw(canvas, alone, run, instant)
    lit = np.repeat(alone.reshape(-1, 3).any(axis=1), 3)
    assert beside[lit].tobytes() == alone[lit].tobytes()


def test_a_look_beside_a_light_is_seen_where_the_light_is_not() -> None:
    canvas = Canvas([Wave("W", PLAN)], Layout.of(Survey.even_kerb(HALL, 200)), 190.656)
    frame = np.zeros(canvas.channels, np.uint8)
    draw(canvas, frame, Show(Look(Name.RECORD), 0, Run(0)), 0)
    gold = (frame.reshape(-1, 3) == [255, 173, 0]).all(axis=1)
    assert 185 <= gold.sum() <= 192  # 200 m without the light of 6 m and 2 m on both of its sides


@given(layouts(), st.floats(-500, 500), st.floats(0, 200))
def test_a_stretch_lights_its_length(layout: Layout, end: float, length: float) -> None:
    shares = stretch(layout, end, length)
    assert abs(shares @ np.diff(layout.edges) - length) < 1e-9
    assert np.all((shares > -1e-9) & (shares < 1 + 1e-9))


@given(layouts(), st.floats(-500, 500), st.floats(5, 150), st.floats(0.05, 0.95))
def test_stretches_in_turn_light_their_share_of_the_lap(
    layout: Layout, first: float, every: float, share: float
) -> None:
    shares = turns(layout, first, every, every * share)
    assert abs(shares @ np.diff(layout.edges) - share * layout.lap_m) < 1e-9 * layout.lap_m
    assert np.all((shares > -1e-9) & (shares < 1 + 1e-9))


def changes(luminance: Sequence[float]) -> list[int]:
    """At which samples a change of a tenth or more of the brightest turned against the one before it.

    Source: WCAG 2.2, general flash: a pair of opposing changes of 10 % of the maximum relative luminance,
    where the darker is below 0.80. We count each, the lesser of the two conditions aside.
    """
    found: list[int] = []
    low = high = luminance[0]
    rising: bool | None = None
    for number, now in enumerate(luminance):
        low, high = min(low, now), max(high, now)
        if rising is not False and now <= high - 0.1:
            found.append(number)
            rising, low, high = False, now, now
        elif rising is not True and now >= low + 0.1:
            found.append(number)
            rising, low, high = True, now, now
    return found


def flashes(luminance: Sequence[float], rate: int = 100) -> int:
    """The most flashes within any second: two opposing changes are one."""
    at = changes(luminance)
    return max((sum(begin <= other < begin + rate for other in at) for begin in at), default=0) // 2


def mean(frame: "np.ndarray[tuple[int], np.dtype[np.uint8]]") -> float:
    """Relative luminance of the whole strip, 0 to 1. Source: WCAG 2.2, relative luminance."""
    return float(frame.reshape(-1, 3).mean(axis=0) @ np.array([0.2126, 0.7152, 0.0722])) / 255


@pytest.mark.parametrize(("hertz", "counted"), [(1, 1), (3, 3), (4, 4), (10, 10)])
def test_the_count_of_flashes_is_right_for_what_flashes_at_a_known_rate(hertz: int, counted: int) -> None:
    signal = [float(sample * 2 * hertz // 100 % 2) for sample in range(500)]
    assert flashes(signal) == counted


def test_what_flashes_faster_than_harmless_would_be_found() -> None:
    ring = Canvas([Wave("W", PLAN, "#ffffff", 200.0, 0.0)], Layout.of(Survey.even_kerb(HALL, 20)), 0.0)
    shown = [mean(ring.paint(0)) * (sample // 10 % 2) for sample in range(500)]
    assert flashes(shown) == 5


def worst(picture: Callable[[int], "np.ndarray[tuple[int], np.dtype[np.uint8]]"], begin_ns: int) -> int:
    """The most flashes a second of what is shown, over four seconds at 100 a second."""
    return flashes([mean(picture(begin_ns + sample * SECOND // 100)) for sample in range(400)])


@settings(max_examples=8)
@pytest.mark.parametrize("name", NAMES)
@given(data=st.data(), layout=layouts(), begin=st.integers(-SECOND, 60 * SECOND))
def test_no_look_flashes_more_than_three_times_a_second(
    name: Name, data: st.DataObject, layout: Layout, begin: int
) -> None:
    look = data.draw(looks([name]))
    assert worst(lambda since: paint(layout, look, since), begin) <= 3


@settings(max_examples=10)
@given(st.lists(waves(), min_size=1, max_size=3), layouts(), st.integers(0, 60 * SECOND), st.integers(1, 4))
def test_lights_that_blink_flash_together_no_more_than_three_times_a_second(
    many: list[Wave], layout: Layout, begin: int, rate: int
) -> None:
    canvas = Canvas(many, layout, 0.0)
    assert worst(lambda instant: canvas.paint((instant - begin) * rate, instant), begin) <= 3


@settings(max_examples=15)
@given(
    looks(sorted(WITH_LIGHTS)),
    st.lists(waves(), min_size=1, max_size=3),
    st.sampled_from(Blend),
    layouts(),
    st.integers(0, 60 * SECOND),
)
def test_no_look_beside_lights_that_blink_flashes_more_than_three_times_a_second(
    look: Look, many: list[Wave], blend: Blend, layout: Layout, begin: int
) -> None:
    blinking = [replace(wave, pattern=Pattern.BLINKING) for wave in many]
    canvas, order = Canvas(blinking, layout, 0.0, blend), Show(look, 0, Run(-begin))

    def picture(instant: int) -> "np.ndarray[tuple[int], np.dtype[np.uint8]]":
        frame = np.zeros(canvas.channels, np.uint8)
        draw(canvas, frame, order, instant)
        return frame

    assert worst(picture, begin) <= 3


def test_a_ring_that_blinks_in_a_race_played_fast_flashes_twice_a_second() -> None:
    ring = Wave("W", PLAN, "#ffffff", 200.0, 0.0, Pattern.BLINKING)
    canvas = Canvas([ring], Layout.of(Survey.even_kerb(HALL, 50)), 0.0)
    assert worst(lambda instant: canvas.paint(instant * 40, instant), 0) == 2

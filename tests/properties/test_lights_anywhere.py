"""Laws of a light on any track: on each waypoint at its instant, never backwards, never across an end."""

import math
from itertools import accumulate, pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from pacelight.distance import Distance
from pacelight.errors import SurveyError
from pacelight.lights.canvas.blend import Blend
from pacelight.lights.canvas.frame import Canvas, coverage
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.pattern import Pattern
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.canvas.way import Way
from pacelight.mark import Elapsed, Mark
from pacelight.plan.makers import even, splits
from pacelight.plan.model import Plan
from pacelight.track import DoubleBend, Oval, Road, Steeplechase, Straight, Survey, Track

NEAR = 1e-6


@st.composite
def circuits(draw: st.DrawFn, least: int = 100_000) -> Track:
    """Any lap of up to 500 m, any radii that close, the finish anywhere."""
    lap = Distance(draw(st.integers(least, 500_000)))
    radius = draw(st.floats(5.0, lap.metres / (2 * np.pi) - 0.31))
    kerb, finish = draw(st.booleans()), draw(st.just(0.0) | st.floats(0.0, lap.metres, exclude_max=True))
    corner, degrees = draw(st.floats(0.2, 1.0)) * radius, draw(st.floats(1.0, 89.0))
    shapes = [
        Oval.of_lap(lap.metres, radius, kerb=kerb),
        DoubleBend.of_lap(lap.metres, corner, radius, degrees, kerb=kerb),
    ]
    return Track("any", lap, draw(st.sampled_from(shapes)), finish)


@st.composite
def straights(draw: st.DrawFn) -> Track:
    """A race of 30 to 200 m with something before and beyond it, or nothing."""
    race, before, beyond = draw(st.integers(30_000, 200_000)), *(draw(st.integers(0, 40_000)) for _ in "ab")
    whole = Distance(race + before + beyond)
    return Track("any", whole, Straight(whole.metres), (race + before) / 1000)


@st.composite
def roads(draw: st.DrawFn) -> Track:
    """A line of up to 2 km through random places, open or a loop, certified or as it measures."""
    steps = draw(st.lists(st.tuples(*[st.integers(-80, 80)] * 2), min_size=3, max_size=12))
    north, east = (list(accumulate(step[way] for step in steps)) for way in (0, 1))
    try:
        shape = Road.through([(51 + n / 1e5, 4 + e / 1e5) for n, e in zip(north, east, strict=True)])
    except SurveyError:
        assume(False)
    lap = Distance(round(shape.lap() * draw(st.sampled_from([1000, 995, 1010]))))
    assume(lap.mm > 50_000)
    beyond = draw(st.integers(0, lap.mm // 2)) if not shape.closed else lap.mm
    return Track("any", lap, shape, (lap.mm - beyond) / 1000)


anywhere = circuits() | straights() | roads()


@st.composite
def surveys(draw: st.DrawFn, track: Track) -> Survey:
    """Lamps at distances of one to one and a half times the least."""
    steps = np.array(draw(st.lists(st.floats(1.0, 1.5), min_size=3, max_size=80)))
    if track.is_open:
        share = np.append(0.0, np.cumsum(steps)) / steps.sum()
        first, last = draw(st.floats(0.0, 0.2)), draw(st.floats(0.8, 1.0))
        metres = track.begins_m + (first + (last - first) * share) * track.lap.metres
        return Survey(track, np.clip(metres, track.begins_m, track.ends_m))
    gaps = steps * (track.lap.metres / steps.sum())
    metres = draw(st.floats(0.0, 0.9)) * gaps[-1] + np.append(0.0, np.cumsum(gaps[:-1]))
    assume(metres[-1] < track.lap.metres)
    return Survey(track, metres)


@st.composite
def plans(draw: st.DrawFn, race: Distance) -> Plan:
    """Through any points, at any speed from one to the next that a runner has."""
    inner = draw(st.sets(st.integers(1, race.mm // 1000 - 1), max_size=6))
    points = [*(1000 * metre for metre in sorted(inner)), race.mm]
    speeds = draw(st.lists(st.floats(2.1, 10.5), min_size=len(points), max_size=len(points)))
    steps = [int(1e6 * mm / v) for mm, v in zip(np.diff([0, *points]).tolist(), speeds, strict=True)]
    return splits(
        race, [(Distance(at), Elapsed(ns)) for at, ns in zip(points, accumulate(steps), strict=True)]
    )


@st.composite
def races(draw: st.DrawFn) -> tuple[Survey, float, Way | None, Wave]:
    """A light of any plan beside a race on any track, a steeplechase among them."""
    if draw(st.booleans()):
        return draw(steeplechases())
    track = draw(anywhere)
    most = round(track.finish_m * 1000) if track.is_open else 5 * track.lap.mm
    assume(most > 20_000)
    race = Distance(draw(st.integers(20_000, most)))
    return draw(surveys(track)), track.start(race), None, draw(lights(race))


@st.composite
def steeplechases(draw: st.DrawFn) -> tuple[Survey, float, Way | None, Wave]:
    track = draw(circuits(least=380_000))
    leaves = draw(st.floats(0.0, 0.7)) * track.lap.metres
    joins = leaves + draw(st.floats(0.1, 0.3)) * track.lap.metres
    lap = Distance(track.lap.mm + draw(st.integers(-25_000, 25_000)))
    race = Distance(draw(st.sampled_from([2_000_000, 3_000_000])))
    try:
        on = Steeplechase(track, lap, leaves, joins)
        way, start = Way.of(on.way(race).tolist()), on.start(race)
    except SurveyError:
        assume(False)
    return draw(surveys(track)), start, way, draw(lights(race))


@st.composite
def lights(draw: st.DrawFn, race: Distance) -> Wave:
    head, tail = draw(st.floats(0.1, 5.0)), draw(st.floats(0.0, 12.0).filter(lambda m: m == 0 or m > 0.01))
    return Wave("W", draw(plans(race)), "#ffffff", head, tail, draw(st.sampled_from(Pattern)))


@given(races())
def test_the_light_is_on_each_waypoint_at_its_instant(race: tuple[Survey, float, Way | None, Wave]) -> None:
    survey, start, way, wave = race
    track, layout = survey.track, Layout.of(survey)
    assume(wave.length_m <= layout.lap_m)
    solid = Wave("W", wave.plan, "#ffffff", 0.5, 0.0)
    canvas = Canvas([solid], layout, start, way=way)
    for distance, elapsed in wave.plan.knots:
        run = distance.metres
        there = start + (run if way is None else way.along(run))
        place = canvas.place(0, elapsed.ns)
        assert place is not None
        assert abs(place - there) < NEAR
        if not track.is_open:
            there = layout.edges[0] + (there - layout.edges[0]) % track.lap.metres
        # Half a metre behind the waypoint is lit, and nothing else.
        lit = coverage(solid, layout, start, elapsed.ns, way=way) * np.diff(layout.edges)
        behind, ends = there - 0.5, layout.edges
        here = np.clip(np.minimum(ends[1:], there) - np.maximum(ends[:-1], behind), 0.0, None)
        if not track.is_open:
            again = behind + track.lap.metres, there + track.lap.metres
            here += np.clip(np.minimum(ends[1:], again[1]) - np.maximum(ends[:-1], again[0]), 0.0, None)
        assert np.abs(lit - here).max() < NEAR


@given(races(), st.lists(st.floats(0.0, 1.0), min_size=2, max_size=40))
def test_the_light_never_runs_backwards(
    race: tuple[Survey, float, Way | None, Wave], shares: list[float]
) -> None:
    survey, start, way, wave = race
    assume(wave.length_m <= Layout.of(survey).lap_m)
    canvas = Canvas([wave], Layout.of(survey), start, way=way)
    instants = sorted(int(share * wave.plan.finish.ns) for share in shares)
    places = [canvas.place(0, ns) for ns in instants]
    assert all(place is not None for place in places)
    assert all(after >= before for before, after in pairwise(places))  # type: ignore[operator]


@given(races())
def test_a_race_of_any_kind_ends_at_the_finish_line(race: tuple[Survey, float, Way | None, Wave]) -> None:
    survey, start, way, wave = race
    track, run = survey.track, wave.plan.distance.metres
    there = start + (run if way is None else way.along(run))
    off = there if track.is_open else (there + track.lap.metres / 2) % track.lap.metres - track.lap.metres / 2
    assert abs(off) < NEAR


@given((straights() | roads()).filter(lambda track: track.is_open).flatmap(surveys), st.data())
def test_with_two_ends_the_light_comes_in_at_the_start_and_goes_out_at_its_end(
    survey: Survey, data: st.DataObject
) -> None:
    track, layout = survey.track, Layout.of(survey)
    assume(track.finish_m > 20)
    race = Distance(data.draw(st.integers(20_000, round(track.finish_m * 1000))))
    wave = data.draw(lights(race))
    start, blend = track.start(race), data.draw(st.sampled_from(Blend))
    ns = data.draw(st.integers(-1, wave.plan.finish.ns))
    lead = start + float(wave.plan.distance_at(max(ns, 0) / 1e9))
    frame = Canvas([wave], layout, start, blend).paint(ns, 0).reshape(-1, 3)
    shine = np.flatnonzero(frame.any(axis=1))
    # Only lamps whose cells the light is on: none before its tail or beyond its edge, least of all at an end.
    assert (layout.edges[:-1][shine] < lead + NEAR).all()
    assert (layout.edges[1:][shine] > lead - wave.length_m - NEAR).all()
    inside = min(lead, layout.edges[-1]) - max(lead - wave.length_m, layout.edges[0])
    assert bool(shine.size) or inside < 1.0 or wave.pattern is Pattern.DASHED or wave.tail_m > wave.head_m


@given(st.integers(2, 60), st.floats(0.1, 60.0), st.floats(-150.0, 80.0))
def test_what_is_on_the_lamps_of_a_line_is_what_is_left_of_the_light_there(
    lamps: int, length: float, lead: float
) -> None:
    track = Track("any", Distance(130_000), Straight(130.0), 113.0)
    layout = Layout.of(Survey.even_kerb(track, lamps))
    wave = Wave("W", even(Distance(200_000), Mark.parse("30.00")), "#ffffff", length, 0.0)
    lit = float(coverage(wave, layout, lead, 0) @ np.diff(layout.edges))
    first, last = layout.edges[0], layout.edges[-1]
    left = max(min(lead, last) - max(lead - length, first), 0.0)
    assert math.isclose(lit, left, abs_tol=1e-9)

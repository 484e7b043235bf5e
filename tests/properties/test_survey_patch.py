"""Laws of surveys by controller and segment: every lamp is found, and every channel shows what it should."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pacelight.track import Survey, Track, track
from pacelight.track.survey.controller import DARK
from pacelight.track.survey.file import SurveyFile
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import ORDERS, Gap, Point, Segment, Wiring

FRAME = "RGB"
NEAR = 1e-6


@st.composite
def segments_round(draw: st.DrawFn, interleaved: bool) -> tuple[Track, list[tuple[Segment, np.ndarray]]]:
    """Lamps at even distances from anywhere, cut into segments of any length and direction.

    Some stretches may be two segments, lamp between lamp. Each segment comes with its lamps' true metres,
    by number; its numbers count from 0.
    """
    on = track(draw(st.sampled_from(["standard-400", "narrow-400", "short-200"])))
    lamps = draw(st.integers(2, 240))
    phase = draw(st.floats(0.0, 1.0, exclude_max=True))
    kerb = (np.arange(lamps) + phase) * (on.kerb_m / lamps) + draw(st.integers(0, lamps)) * (
        on.kerb_m / lamps
    )
    metres = np.mod(on.measured_at(kerb), on.lap.metres)
    metres[on.lap.metres - metres < NEAR] = 0.0
    cuts = sorted(draw(st.sets(st.integers(1, lamps - 1), max_size=12)))
    runs = np.split(metres, cuts)
    found = []
    for run in runs:
        parts = [run[0::2], run[1::2]] if interleaved and len(run) > 5 and draw(st.booleans()) else [run]
        found += [draw(segment(part)) for part in parts]
    return on, found


@st.composite
def segment(draw: st.DrawFn, metres: np.ndarray) -> tuple[Segment, np.ndarray]:
    """A segment of which the first and the last lamp are known, and its true metres by number."""
    against, count = draw(st.booleans()), len(metres)
    by_number = metres[::-1] if against else metres
    known = sorted({0, count - 1, *draw(st.sets(st.integers(0, count - 1), max_size=3))})
    points = tuple(Point(lamp, float(by_number[lamp])) for lamp in draw(st.permutations(known)))
    dead = tuple(sorted(draw(st.sets(st.integers(0, count - 1), max_size=4))))
    colours = draw(st.sampled_from(ORDERS))
    return Segment(0, count, against, points, dead=dead, colours=colours), by_number


@st.composite
def rails(draw: st.DrawFn, *, interleaved: bool = True) -> tuple[Rail, list[tuple[str, Segment, np.ndarray]]]:
    """Segments hung on any number of controllers, in any order, with unused lamps between them."""
    on, parts = draw(segments_round(interleaved))
    names = draw(st.lists(st.sampled_from("abcdef"), min_size=len(parts), max_size=len(parts)))
    wirings, truth = [], []
    for name in dict.fromkeys(names):
        first, hung = 0, []
        for nth in draw(st.permutations([nth for nth, one in enumerate(names) if one == name])):
            first += draw(st.integers(0, 5))
            hung.append(moved(parts[nth][0], first))
            truth.append((name, hung[-1], parts[nth][1]))
            first += hung[-1].count
        room = draw(st.none() | st.integers(first, first + 9))
        wirings.append(Wiring(name, f"ddp://{name}.example", room, tuple(draw(st.permutations(hung)))))
    return Rail(on, tuple(wirings)), truth


def moved(one: Segment, first: int) -> Segment:
    """The same with its numbers counted from another first."""
    points = tuple(Point(point.lamp + first, point.metre) for point in one.points)
    dead = tuple(lamp + first for lamp in one.dead)
    return Segment(first, one.count, one.against, points, dead=dead, colours=one.colours)


@settings(max_examples=150, deadline=None)
@given(rails())
def test_every_live_lamp_is_patched_exactly_once(drawn: tuple[Rail, list]) -> None:
    rail, truth = drawn
    assert rail.faults == ()
    survey = Survey.of(rail)
    dead = {survey.nearest(metres[lamp - one.first]) for _, one, metres in truth for lamp in one.dead}
    shown = np.concatenate([controller.channels for controller in survey.controllers])
    times = np.bincount(shown[shown != DARK], minlength=3 * len(survey)).reshape(-1, 3)
    expected = np.ones((len(survey), 3), int)
    expected[sorted(dead)] = 0
    assert (times == expected).all()
    assert (shown >= DARK).all()
    assert [len(one.channels) for one in survey.controllers] == [3 * one.size for one in rail.wirings]


@settings(max_examples=150, deadline=None)
@given(rails())
def test_each_lamp_shows_the_colour_of_the_place_where_it_stands(drawn: tuple[Rail, list]) -> None:
    rail, truth = drawn
    survey = Survey.of(rail)
    every = np.sort(np.concatenate([metres for _, _, metres in truth]))
    assert survey.metres == pytest.approx(every, abs=NEAR)
    channels = {one.name: one.channels.reshape(-1, 3) for one in survey.controllers}
    for name, one, metres in truth:
        for number, metre in zip(one.numbers, metres, strict=True):
            lamp = int(np.argmin(np.abs(every - metre)))
            shown = [3 * lamp + FRAME.index(colour) for colour in one.colours]
            assert channels[name][number].tolist() == ([DARK] * 3 if number in one.dead else shown)


@settings(max_examples=100, deadline=None)
@given(rails())
def test_controllers_read_back_equal(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Rail, list]
) -> None:
    rail, _ = drawn
    path = Path(tmp_path_factory.getbasetemp()) / "any-rail.toml"
    SurveyFile.write_rail(path, rail)
    assert SurveyFile.read(path).rail.wirings == rail.wirings
    survey = Survey.read(path)
    assert survey == Survey.of(rail)
    survey.write(path)
    assert Survey.read(path) == survey


@settings(max_examples=100, deadline=None)
@given(rails(interleaved=False), st.data())
def test_a_segment_left_out_is_a_hole_and_named(drawn: tuple[Rail, list], data: st.DataObject) -> None:
    rail, truth = drawn
    hung = [(one, two) for one in rail.wirings for two in one.segments if two.count > 2]
    assume(hung and len(truth) > 1 and all(segment.count > 1 for _, segment, _ in truth))
    owner, lost = data.draw(st.sampled_from(hung))
    left = [
        replace(one, segments=tuple(two for two in one.segments if (one, two) != (owner, lost)))
        for one in rail.wirings
    ]
    faults = Rail(rail.track, tuple(one for one in left if one.segments)).faults
    assert [fault.partition(" of ")[0] for fault in faults] == ["a hole"]


@given(st.integers(2, 400))
def test_a_survey_along_one_line_is_patched_as_it_is(lamps: int) -> None:
    (only,) = Survey.even_kerb(track("short-200"), lamps).controllers
    assert (only.name, only.output, only.lamps) == ("", "", lamps)
    assert only.channels.tolist() == list(range(3 * lamps))


anything = st.builds(
    Segment,
    first=st.integers(-2, 30),
    count=st.integers(-1, 30),
    against=st.booleans(),
    points=st.lists(
        st.builds(Point, lamp=st.integers(-2, 60), metre=st.floats(-10, 410) | st.just(float("nan"))),
        max_size=4,
    ).map(tuple),
    offset=st.floats(-1000, 1000) | st.just(0.0),
    apart=st.none() | st.floats(0.001, 50, exclude_min=True),
    gaps=st.lists(st.builds(Gap, after=st.integers(-3, 60), metres=st.floats(-1, 500)), max_size=3).map(
        tuple
    ),
    dead=st.lists(st.integers(-2, 60), max_size=3).map(tuple),
    colours=st.sampled_from(ORDERS),
)
wired = st.lists(
    st.builds(
        Wiring,
        name=st.sampled_from(["a", "b", "c", " "]),
        output=st.sampled_from(["", "ddp://a", "ddp://b"]),
        lamps=st.none() | st.integers(-1, 60),
        segments=st.lists(anything, max_size=3).map(tuple),
    ),
    max_size=3,
).map(tuple)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["standard-400", "short-200", "straight-100"]), wired)
def test_whatever_is_written_is_told_of_or_is_a_survey(on: str, wirings: tuple[Wiring, ...]) -> None:
    rail = Rail(track(on), wirings)
    if rail.faults:
        assert all(fault and "\n" not in fault for fault in rail.faults)
        return
    survey = Survey.of(rail)
    assert (np.diff(survey.metres) > 0).all()
    assert len(survey) == sum(segment.count for wiring in wirings for segment in wiring.segments)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_one_segment_that_is_shifted_is_told(data: st.DataObject) -> None:
    on = track("standard-400")
    count = data.draw(st.integers(4, 12))
    even = Survey.even_kerb(on, 40 * count).metres
    segments = [
        Segment(40 * nth, 40, points=(Point(40 * nth, run[0]), Point(40 * nth + 39, run[-1])))
        for nth, run in enumerate(np.split(even, count))
    ]
    nth = data.draw(st.integers(0, count - 1))
    apart = 400 / (40 * count)
    by = data.draw(st.floats(1.0, 12.0)) * data.draw(st.sampled_from([-apart, apart]))
    moved_one = [replace(one, offset=by) if at == nth else one for at, one in enumerate(segments)]
    told = Rail(on, (Wiring("all", segments=tuple(moved_one)),)).faults
    assert any(f"segment {nth + 1}" in fault for fault in told)

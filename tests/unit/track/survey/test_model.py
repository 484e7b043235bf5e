"""Which lamp stands where, and what a survey may not be."""

from itertools import pairwise

import numpy as np
import pytest

from pacelight.errors import SurveyError
from pacelight.track import Survey, track
from pacelight.track.survey.faults import lamp_faults

SHORT, STANDARD = track("short-200"), track("standard-400")

FROM_THERE, ROUND = "(number them from there)", "(number them the other way round)"
FIRST = "(number the lamps so that lamp 0 is the first past it)"


def row(*changes: tuple[int, float | None], lamps: int = 200) -> np.ndarray:
    """A lamp at every metre of a short track, some of them elsewhere (or, None, nowhere)."""
    places: list[float | None] = [float(lamp) for lamp in range(lamps)]
    for lamp, metre in changes:
        places[lamp] = metre
    return np.array([metre for metre in places if metre is not None])


def test_lamps_at_even_distances_along_the_kerb_start_at_the_finish() -> None:
    survey = Survey.even_kerb(STANDARD, 400)
    assert len(survey) == 400
    assert survey.metres[0] == 0.0
    along = np.diff(STANDARD.kerb_at(survey.metres))
    assert along == pytest.approx(np.full(399, STANDARD.shape.kerb_lap / 400), abs=1e-9)


def test_they_do_not_stand_at_even_metres() -> None:
    survey = Survey.even_kerb(STANDARD, 400)
    off = np.abs(survey.metres - np.arange(400))
    assert (int(off.argmax()), float(off.max())) == (115, pytest.approx(0.3988, abs=1e-4))
    assert Survey.even_kerb(STANDARD, 4).metres == pytest.approx([0.0, 100.3468, 200.0, 300.3468], abs=1e-4)


def test_a_survey_may_be_as_fine_as_any_strip() -> None:
    assert len(Survey.even_kerb(STANDARD, 96_000)) == 96_000


@pytest.mark.parametrize(("lamps", "shown"), [(-1, "-1"), (0, "0"), (1, "1"), (1_000_001, "1,000,001")])
def test_lamps_that_cannot_be_surveyed_are_refused(lamps: int, shown: str) -> None:
    with pytest.raises(SurveyError) as refused:
        Survey.even_kerb(SHORT, lamps)
    assert str(refused.value) == f"a survey has 2 to 1,000,000 lamps, not {shown}"


@pytest.mark.parametrize(
    ("metres", "faults"),
    [
        (row(), []),
        (row((50, 50.3), (51, 50.7)), []),  # what a tape measure gets wrong
        (row((50, None)), ["a hole of 2.000 m after lamp 49, from 49.000 m to 51.000 m"]),
        (row((199, None)), ["a hole of 2.000 m after lamp 198, from 198.000 m to 0.000 m"]),
        (row((0, None)), ["a hole of 2.000 m after lamp 198, from 199.000 m to 1.000 m"]),
        (
            row((50, 51.0), (51, 50.0)),
            ["lamp 51 at 50.000 m is out of order: it stands behind lamp 50 at 51.000 m"],
        ),
        (
            row((50, 49.0)),
            [
                "lamps 49 and 50 stand at one place, 49.000 m",
                "a hole of 2.000 m after lamp 49, from 49.000 m to 51.000 m",
            ],
        ),
        (
            row((50, 500.0)),
            [
                "lamp 50 at 500.000 m is outside the lap of 200 m",
                "a hole of 2.000 m after lamp 49, from 49.000 m to 51.000 m",
            ],
        ),
        (
            row((0, -0.5)),
            [
                "lamp 0 at -0.500 m is outside the lap of 200 m",
                "a hole of 2.000 m after lamp 199, from 199.000 m to 1.000 m",
            ],
        ),
        (
            row((199, 200.0)),
            [
                "lamp 199 at 200.000 m is outside the lap of 200 m",
                "a hole of 2.000 m after lamp 198, from 198.000 m to 0.000 m",
            ],
        ),
        (
            row((7, np.nan)),
            [
                "lamp 7 at nan m is outside the lap of 200 m",
                "a hole of 2.000 m after lamp 6, from 6.000 m to 8.000 m",
            ],
        ),
        (
            np.concatenate([row()[120:], row()[:120]]),
            ["lamp 0 stands at 120.000 m, and lamp 80 at 0.000 m is the first past the finish " + FROM_THERE],
        ),
        (
            row()[::-1],
            ["the lamps are numbered against the running direction, from 199.000 m down to 0.000 m " + ROUND],
        ),
        (
            row((60, None), (20, None)),
            [
                "a hole of 2.000 m after lamp 19, from 19.000 m to 21.000 m",
                "a hole of 2.000 m after lamp 58, from 59.000 m to 61.000 m",
            ],
        ),
        (np.arange(198.0), ["a hole of 3.000 m after lamp 197, from 197.000 m to 0.000 m"]),
        (np.array([0.0, 9.344, 50.0, 100.0, 150.0]), []),  # a few boxes at the marks, one more for the mile
        (np.array([3.0, 3.0]), ["lamps 0 and 1 stand at one place, 3.000 m"]),
        (np.array([]), ["a survey has 2 to 1,000,000 lamps, not 0"]),
        (np.array([5.0]), ["a survey has 2 to 1,000,000 lamps, not 1"]),
        (np.zeros((2, 2)), ["a survey has 2 to 1,000,000 lamps, not 4"]),
    ],
)
def test_every_fault_is_told_with_its_metres(metres: np.ndarray, faults: list[str]) -> None:
    assert lamp_faults(SHORT, metres) == faults


@pytest.mark.parametrize(
    ("metres", "says"),
    [
        (row((50, None)), "a hole of 2.000 m after lamp 49, from 49.000 m to 51.000 m"),
        (
            row((50, 500.0)),
            "lamp 50 at 500.000 m is outside the lap of 200 m (and 1 more: pacelight track check)",
        ),
    ],
)
def test_a_survey_with_faults_cannot_be(metres: np.ndarray, says: str) -> None:
    with pytest.raises(SurveyError) as refused:
        Survey(SHORT, metres)
    assert str(refused.value) == f"survey of short-200: {says}"


def test_a_survey_does_not_change_after_it_was_checked() -> None:
    metres = row()
    survey = Survey(SHORT, metres)
    metres[3] = 150.0
    assert survey.metres[3] == 3.0
    with pytest.raises(ValueError, match="read-only"):
        survey.metres[3] = 150.0


def test_surveys_are_equal_lamp_by_lamp_and_by_their_track() -> None:
    one = Survey.even_kerb(SHORT, 200)
    assert one == Survey.even_kerb(SHORT, 200)
    assert one != Survey.even_kerb(SHORT, 201)
    assert one != Survey(track("oval-200-17.20"), one.metres)
    assert one != row()
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


@pytest.mark.parametrize(
    ("metre", "lamp"), [(0.0, 0), (0.4, 0), (0.6, 1), (199.4, 199), (199.6, 0), (200.0, 0), (390.656, 191)]
)
def test_the_nearest_lamp_may_stand_past_the_finish(metre: float, lamp: int) -> None:
    assert Survey(SHORT, row()).nearest(metre) == lamp


def test_lamp_116_of_400_stands_just_past_the_tangent() -> None:
    # What an electrician checks first: the first bend ends at 115.61 m.
    survey = Survey.even_kerb(STANDARD, 400)
    assert survey.metres[115] < STANDARD.tangents[1] < survey.metres[116]
    assert survey.nearest(STANDARD.tangents[1]) == 115


def test_known_points_are_kept_and_the_rest_lies_between_them() -> None:
    points = [(0, 0.0), (58, 54.978), (100, 101.5), (190, 190.0)]
    survey = Survey.from_points(SHORT, 200, points)
    assert [(lamp, float(survey.metres[lamp])) for lamp, _ in points] == points
    kerb = SHORT.kerb_at(survey.metres)
    for (first, _), (last, _) in [*pairwise(points), ((190, 0.0), (199, 0.0))]:
        steps = np.diff(kerb[first : last + 1])
        assert steps == pytest.approx(np.full(last - first, steps[0]), abs=1e-9)


def test_one_known_point_is_enough() -> None:
    assert Survey.from_points(SHORT, 200, [(0, 0.0)]).metres == pytest.approx(
        Survey.even_kerb(SHORT, 200).metres, abs=1e-9
    )
    shifted = Survey.from_points(SHORT, 200, [(100, 100.4)])
    assert shifted.metres[100] == 100.4
    assert 0 < shifted.metres[0] < 1


@pytest.mark.parametrize(
    ("lamps", "points", "says"),
    [
        (200, [], "a survey needs at least one known point"),
        (1, [(0, 0.0)], "a survey has 2 to 1,000,000 lamps, not 1"),
        (200, [(200, 3.0)], "point 1 (lamp 200 at 3.000 m): there are lamps 0 to 199"),
        (200, [(-1, 3.0)], "point 1 (lamp -1 at 3.000 m): there are lamps 0 to 199"),
        (200, [(0, 0.0), (5, 200.0)], "point 2 (lamp 5 at 200.000 m) is outside the lap of 200 m"),
        (200, [(0, -0.1)], "point 1 (lamp 0 at -0.100 m) is outside the lap of 200 m"),
        (200, [(0, float("nan"))], "point 1 (lamp 0 at nan m) is outside the lap of 200 m"),
        (
            200,
            [(0, 0.0), (60, 70.0), (50, 80.0)],
            "point 3 (lamp 50 at 80.000 m) does not follow point 2 (lamp 60 at 70.000 m)",
        ),
        (
            200,
            [(0, 0.0), (60, 70.0), (61, 70.0)],
            "point 3 (lamp 61 at 70.000 m) does not follow point 2 (lamp 60 at 70.000 m)",
        ),
        (
            200,
            [(0, 150.0)],
            "lamp 199 would stand 148.992 m past the finish " + FIRST,
        ),
        (
            200,
            [(100, 99.0)],
            "lamp 0 would stand 1.000 m before the finish " + FIRST,
        ),
        (
            200,
            [(0, 0.0), (10, 60.0)],
            "a hole of 6.009 m after lamp 0, from 0.000 m to 6.009 m (and 9 more: pacelight track check)",
        ),
    ],
)
def test_known_points_that_cannot_be_are_refused(
    lamps: int, points: list[tuple[int, float]], says: str
) -> None:
    with pytest.raises(SurveyError) as refused:
        Survey.from_points(SHORT, lamps, points)
    assert str(refused.value) == f"survey of short-200: {says}"


def test_beyond_the_known_points_of_a_straight_lamps_stand_as_far_apart_as_the_next() -> None:
    straight = track("straight-110")
    metres = Survey.from_points(straight, 121, [(10, -100.0), (110, 0.0), (115, 7.0)]).metres
    assert metres[[0, 9, 10, 111, 120]] == pytest.approx([-110.0, -101.0, -100.0, 1.4, 14.0])
    assert Survey.from_points(straight, 131, [(13, -100.0)]).metres[[0, 130]] == pytest.approx([-113.0, 17.0])


def test_known_points_of_a_straight_may_lead_beyond_its_ends() -> None:
    straight = track("straight-110")
    with pytest.raises(SurveyError) as refused:
        Survey.from_points(straight, 121, [(20, -100.0), (120, 0.0)])
    assert str(refused.value) == (
        "survey of straight-110: lamp 0 at -120.000 m is outside the track from -113.000 m to 17.000 m "
        "(and 6 more: pacelight track check)"
    )
    with pytest.raises(SurveyError, match=r"point 1 \(lamp 0 at -114.000 m\) is outside the track from -113"):
        Survey.from_points(straight, 121, [(0, -114.0)])

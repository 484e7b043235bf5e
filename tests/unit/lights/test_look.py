"""Looks: each says one thing, where it is to be said, for as long as it is to be said."""

import subprocess
import sys

import numpy as np
import pytest

from pacelight.errors import RaceError
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.look.model import COLOURS, LIGHTS, SHOWS, Look, Name
from pacelight.lights.look.picture import DRAWN, paint
from pacelight.lights.look.stretch import stretch, turns

EVEN = Layout(np.arange(401, dtype=float), 400.0)
"""A lamp a metre."""

SECOND = 10**9


def lit(look: Look, since_ns: int = 0) -> dict[int, float]:
    """Lamp and share of the brightest colour of all that shine."""
    frame = paint(EVEN, look, since_ns).reshape(-1, 3).max(axis=1)
    return {n: int(level) for n, level in enumerate(frame) if level}


def test_every_look_is_drawn_in_a_colour_or_is_of_the_lights() -> None:
    assert set(DRAWN) == set(COLOURS) == set(Name) - LIGHTS


def test_a_countdown_is_a_block_a_second_in_front_of_the_line() -> None:
    three = Look(Name.COUNTDOWN, at_mm=100_000, seconds=3)
    assert list(lit(three)) == [102, 103, 106, 107, 110, 111]
    assert list(lit(three, 999_999_999)) == [102, 103, 106, 107, 110, 111]
    assert list(lit(three, SECOND)) == [102, 103, 106, 107]
    assert list(lit(three, 2_900_000_000)) == [102, 103]
    assert lit(three, 3 * SECOND) == {}


def test_the_longest_countdown_fits_a_small_lap() -> None:
    small = Layout(np.arange(81, dtype=float), 80.0)
    assert np.count_nonzero(paint(small, Look(Name.COUNTDOWN, seconds=30), 0)[::3]) == 40


def test_a_start_opens_both_ways_from_its_line() -> None:
    start = Look(Name.START, at_mm=0, seconds=2)
    assert lit(start) == {}
    assert list(lit(start, SECOND // 10)) == [0, 1, 398, 399]
    assert list(lit(start, SECOND)) == [*range(10), *range(390, 400)]
    assert lit(start, SECOND) == lit(start, 2 * SECOND - 1)


def test_ahead_is_solid_before_the_runner_and_behind_is_dashed_after_him() -> None:
    assert lit(Look(Name.AHEAD, 398_000, 4_500)) == {398: 255, 399: 255, 0: 255, 1: 255, 2: 128}
    assert list(lit(Look(Name.BEHIND, 2_000, 5_000))) == [0, 1, 397]
    assert lit(Look(Name.AHEAD, 100_000, 0)) == {}


def test_a_false_start_is_red_everywhere() -> None:
    assert paint(EVEN, Look(Name.FALSE_START), 5 * SECOND).reshape(-1, 3).tolist() == [[255, 0, 0]] * 400


def test_a_record_swells_and_ebbs() -> None:
    record = Look(Name.RECORD)
    assert [lit(record, half * SECOND // 2)[7] for half in range(5)] == [255, 153, 51, 153, 255]


def test_a_finish_is_lit_up_to_the_line() -> None:
    assert list(lit(Look(Name.FINISH, length_mm=3_000))) == [397, 398, 399]
    assert len(lit(Look(Name.FINISH, length_mm=10**9))) == 400


@pytest.mark.parametrize(("name", "share"), [(Name.RECALL, 0.5), (Name.ABORT, 0.2), (Name.IDLE, 0.02)])
def test_steady_looks_differ_by_how_much_of_the_track_they_light(name: Name, share: float) -> None:
    look = Look(name)
    assert len(lit(look)) == 400 * share
    assert lit(look, 123_456_789) == lit(look)


def test_at_each_beat_of_a_clap_along_the_other_half_shines() -> None:
    clap = Look(Name.CLAP, per_minute=90)
    first, second = set(lit(clap)), set(lit(clap, 700_000_000))
    assert first | second == set(range(400))
    assert first & second == set()
    assert set(lit(clap, 1_400_000_000)) == first


def test_a_chase_runs_ten_metres_a_second() -> None:
    chase = Look(Name.CHASE, colour="#ffffff")
    before, after = (paint(EVEN, chase, at)[::3] for at in (0, SECOND))
    assert before.any()
    assert np.array_equal(np.roll(before, 10), after)


def test_a_presentation_goes_round_once_and_stays() -> None:
    shown = Look(Name.PRESENTATION, at_mm=100_000)
    assert list(lit(shown, SECOND)) == list(range(100, 140))
    assert len(lit(shown, 10 * SECOND)) == len(lit(shown, 3600 * SECOND)) == 400


@pytest.mark.parametrize("name", DRAWN)
def test_a_look_is_dark_before_it_begins_and_when_it_is_over(name: Name) -> None:
    look = Look(name, seconds=2)
    assert lit(look, -1) == {}
    assert lit(look, SECOND)
    assert lit(look, 2 * SECOND) == {}


@pytest.mark.parametrize("name", [name for name in DRAWN if name is not Name.COUNTDOWN])
def test_a_look_without_an_end_goes_on(name: Name) -> None:
    assert lit(Look(name), 10**15)


@pytest.mark.parametrize("name", sorted(LIGHTS))
def test_what_the_lights_show_is_no_look(name: Name) -> None:
    with pytest.raises(RaceError, match=rf"'{name}' is shown by the lights .*write stand, run or dark"):
        Look(name)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"colour": "gold"}, "'gold' is no colour"),
        ({"length_mm": -1}, "a length of -1 mm is none"),
        ({"seconds": -1}, "lasts 0 to 3600 s, not -1"),
        ({"seconds": 3601}, "lasts 0 to 3600 s, not 3601"),
        ({"name": Name.COUNTDOWN}, "lasts 1 to 30 s, not 0"),
        ({"name": Name.COUNTDOWN, "seconds": 31}, "lasts 1 to 30 s, not 31"),
        ({"per_minute": 181}, "181 beats a minute .*flashes are dangerous"),
        ({"per_minute": 29}, "29 beats a minute"),
    ],
)
def test_a_look_that_cannot_be_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(RaceError, match=said):
        Look(**{"name": Name.CLAP} | wrong)  # type: ignore[arg-type]


def test_shows_are_looks() -> None:
    assert set(DRAWN) > SHOWS


def test_a_stretch_is_exact_by_area_wherever_it_ends() -> None:
    four = Layout(np.array([-10.0, 40.0, 100.0, 150.0, 190.0]), 200.0)
    assert stretch(four, 65.0, 50.0) == pytest.approx([25 / 50, 25 / 60, 0, 0])
    assert stretch(four, 5.0, 40.0) == pytest.approx([15 / 50, 0, 0, 25 / 40])
    assert stretch(four, 1005.0, 40.0) == pytest.approx(stretch(four, 5.0, 40.0))
    assert stretch(four, 20.0, 500.0) == pytest.approx([1, 1, 1, 1])


def test_stretches_in_turn_meet_round_the_lap() -> None:
    lap = Layout(np.arange(96, dtype=float), 95.0)
    shares = turns(lap, 7.0, 10.0, 5.0)  # ten of 9.5 m fit
    assert shares.sum() == pytest.approx(47.5)
    assert np.roll(shares, 19) == pytest.approx(shares)


def test_the_process_of_the_loop_loads_neither_plans_nor_tracks() -> None:
    asked = "import sys, pacelight.lights.loop.lamplighter; print([name for name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert "pacelight.lights.loop.picture" in answer
    for room in ("plan", "track", "book", "distance", "mark"):
        assert f"'pacelight.{room}" not in answer

"""Gaps of the Liévin mile: the table in ``facts/pace-kernel.md``, 2C."""

import pytest

from pacelight.distance import MILE, Distance
from pacelight.mark import Mark
from pacelight.plan.gap import gap
from pacelight.plan.makers import even

LIGHT = even(MILE, Mark.parse("3:46.63"))


@pytest.mark.parametrize(
    ("at", "time", "seconds", "metres"),
    [
        ("400", "56.39", -0.06, -0.44),
        ("800", "1:52.55", 0.11, 0.76),
        ("1000", "2:20.49", 0.33, 2.35),
        ("1200", "2:48.39", 0.60, 4.23),
        ("1400", "3:16.07", 1.08, 7.67),
        ("1500", "3:29.63", 1.60, 11.38),
    ],
)
def test_gaps_to_the_record_of_nuguse(at: str, time: str, seconds: float, metres: float) -> None:
    found = gap(LIGHT, Distance.parse(at), Mark.parse(time).elapsed)
    assert found.seconds == pytest.approx(seconds, abs=0.01)
    assert found.metres == pytest.approx(metres, abs=0.02)


def test_behind_a_light_that_has_finished_the_gap_goes_on_growing() -> None:
    second = gap(LIGHT, MILE, Mark.parse("3:52.70").elapsed)
    assert second.seconds == pytest.approx(-6.07, abs=1e-9)
    assert second.metres == pytest.approx(-6.07 * MILE.metres / 226.63, abs=1e-9)

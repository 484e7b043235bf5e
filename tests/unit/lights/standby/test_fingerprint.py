"""Whether two loops draw the same."""

import pickle
from collections.abc import Callable

import pytest

from pacelight.distance import MILE
from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.levels import Levels
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.standby.fingerprint import fingerprint
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

HALL = track("short-200")


def canvas(mark: str = "3:46.63", lamps: int = 200, start_m: float = 190.656, levels: float = 1.0) -> Canvas:
    layout = Layout.of(Survey.even_kerb(HALL, lamps))
    return Canvas([Wave("WR", even(MILE, Mark.parse(mark)))], layout, start_m, levels=Levels(levels))


def test_the_same_is_drawn_by_what_was_made_of_the_same() -> None:
    made = fingerprint(canvas(), Beat.of(50))
    assert len(made) == 8
    assert fingerprint(canvas(), Beat.of(50)) == made
    assert fingerprint(pickle.loads(pickle.dumps(canvas())), Beat.of(50)) == made  # noqa: S301 - our own


@pytest.mark.parametrize(
    "other",
    [
        lambda: canvas("3:46.64"),
        lambda: canvas(lamps=201),
        lambda: canvas(start_m=191.0),
        lambda: canvas(levels=0.5),
        lambda: Groups([canvas(), canvas()]),
    ],
    ids=["plan", "lamps", "start", "levels", "groups"],
)
def test_whatever_is_drawn_otherwise_is_not_the_same(other: Callable[[], Canvas | Groups]) -> None:
    assert fingerprint(other(), Beat.of(50)) != fingerprint(canvas(), Beat.of(50))


def test_nor_is_another_beat() -> None:
    assert fingerprint(canvas(), Beat.of(50)) != fingerprint(canvas(), Beat.of(40))

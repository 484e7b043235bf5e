"""Orders carried to another clock."""

import pytest

from pacelight.errors import DriverError
from pacelight.lights.look.model import Look, Name
from pacelight.lights.loop.carried import carried, moved
from pacelight.lights.loop.orders import Dark, Fading, Order, Run, Several, Show, Stand, write

BOTH = Several((Stand(), Run(7, 2), Dark()))


@pytest.mark.parametrize(
    ("order", "later"),
    [
        (Stand(), Stand()),
        (Dark(), Dark()),
        (Run(5, 3, 2), Run(105, 3, 2)),
        (BOTH, Several((Stand(), Run(107, 2), Dark()))),
        (Show(Look(Name.IDLE), -3), Show(Look(Name.IDLE), 97)),
        (Fading(Run(5), 9), Fading(Run(105), 109)),
        (
            Fading(Show(Look(Name.AHEAD), 5, BOTH), 5),
            Fading(Show(Look(Name.AHEAD), 105, Several((Stand(), Run(107, 2), Dark()))), 105),
        ),
        (Show(Look(Name.START), 5, Run(5)), Show(Look(Name.START), 105, Run(105))),
        (
            Show(Look(Name.AHEAD), 5, BOTH),
            Show(Look(Name.AHEAD), 105, Several((Stand(), Run(107, 2), Dark()))),
        ),
    ],
)
def test_whatever_has_an_instant_has_it_later(order: Order, later: Order) -> None:
    assert moved(order, 100) == later
    assert moved(later, -100) == order
    line = write(order).decode().rstrip()
    assert carried(3, line, 100) == write(later).decode().rstrip()


@pytest.mark.parametrize("line", ["", "jump", "end", "leave", "groups stand, stand"])
def test_what_is_no_order_for_these_lights_is_refused(line: str) -> None:
    with pytest.raises(DriverError):
        carried(3, line, 0)

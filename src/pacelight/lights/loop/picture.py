"""The picture of an order: what every lamp shows at an instant, whatever was shown before."""

from typing import TYPE_CHECKING

from pacelight.lights.look.picture import paint
from pacelight.lights.loop.orders import Dark, Run, Several, Show, Stand

if TYPE_CHECKING:
    from pacelight.lights.canvas.frame import Canvas, Frame
    from pacelight.lights.canvas.groups import Groups
    from pacelight.lights.loop.orders import Group, Order

__all__ = ["draw"]


def draw(canvas: "Canvas | Groups", frame: "Frame", order: "Order", instant_ns: int) -> None:
    """What an order shows at an instant, in place of whatever is there; after a planned end that is dark.

    Args:
        canvas: the lights on their lamps.
        frame: shape ``(channels,)``, written.
        order: what is shown. Where it names no groups, all of them stand or run together.
            Where it names groups, there is one for each of the canvas.
        instant_ns: on the clock of the order.
    """
    if isinstance(order, Show):
        frame[:] = paint(canvas.layout, order.look, instant_ns - order.begin_ns)
    else:
        frame.fill(0)
    lights = order.lights if isinstance(order, Show) else order
    if isinstance(lights, Several):
        for group, told in zip(canvas.groups, lights.groups, strict=True):
            _lay(group, frame, told, instant_ns)
    elif isinstance(lights, (Run, Stand)):
        for group in canvas.groups:
            _lay(group, frame, lights, instant_ns)
    if not canvas.levels.plain:
        canvas.levels.settle(frame)


def _lay(canvas: "Canvas", frame: "Frame", told: "Group", instant_ns: int) -> None:
    if not isinstance(told, Dark):
        elapsed_ns = told.elapsed_ns(instant_ns) if isinstance(told, Run) else None
        canvas.lay_on(frame, elapsed_ns, instant_ns)

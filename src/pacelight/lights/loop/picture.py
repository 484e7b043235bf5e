"""The picture of an order: what every lamp shows at an instant, whatever was shown before."""

from itertools import repeat
from typing import TYPE_CHECKING

from pacelight.lights.look.picture import give_way, paint
from pacelight.lights.loop.orders import Dark, Fading, Hold, Run, Several, Show, Stand
from pacelight.lights.standby.absence import dim, left

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pacelight.lights.canvas.frame import Canvas, Frame
    from pacelight.lights.canvas.groups import Groups
    from pacelight.lights.loop.orders import Order

__all__ = ["draw"]


def draw(canvas: "Canvas | Groups", frame: "Frame", order: "Order", instant_ns: int) -> None:
    """What an order shows at an instant, in place of whatever is there; after a planned end that is dark.

    A look gives way to the lights beside it: it hides none.

    Args:
        canvas: the lights on their lamps.
        frame: shape ``(channels,)``, written.
        order: what is shown. Where it names no groups, all of them stand or run together.
            Where it names groups, there is one for each of the canvas.
        instant_ns: on the clock of the order.
    """
    if isinstance(order, Fading):
        draw(canvas, frame, order.of, instant_ns)
        dim(frame, left(instant_ns - order.begin_ns))
        return
    lights = list(_lights(canvas, order, instant_ns))
    if isinstance(order, Show):
        frame[:] = paint(canvas.layout, order.look, instant_ns - order.begin_ns)
        for group, elapsed_ns in lights:
            give_way(frame, canvas.layout, group.spans(elapsed_ns))
    else:
        frame.fill(0)
    for group, elapsed_ns in lights:
        group.lay_on(frame, elapsed_ns, instant_ns)
    if not canvas.levels.plain:
        canvas.levels.settle(frame)


def _lights(
    canvas: "Canvas | Groups", order: "Order", instant_ns: int
) -> "Iterator[tuple[Canvas, int | None]]":
    """The groups that shine, each with the time since its gun; None where it has none yet."""
    told = order.lights if isinstance(order, Show) else order
    if isinstance(told, Several):
        groups = zip(canvas.groups, told.groups, strict=True)
    elif isinstance(told, (Run, Hold, Stand)):
        groups = zip(canvas.groups, repeat(told), strict=False)
    else:
        return
    for group, does in groups:
        if not isinstance(does, Dark):
            yield group, does.elapsed_ns(instant_ns) if isinstance(does, (Run, Hold)) else None

"""Several races, or training groups, at once on the same lamps."""

from typing import TYPE_CHECKING

import numpy as np

from pacelight.errors import PlanError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pacelight.lights.canvas.frame import Canvas

__all__ = ["Groups"]


class Groups:
    """Canvases on the same lamps, each with lights, start and gun of its own.

    Of groups, the brighter light shows where they overlap; a canvas whose lights cover one another also
    covers the groups before it.

    Attributes:
        groups: the canvases.
        layout: the lamps of all.
        lamps, channels: of a frame; three channels a lamp.
        levels: what becomes of a frame at last.

    Raises:
        PlanError: no canvas, or canvases of different lamps or levels.
    """

    def __init__(self, groups: "Sequence[Canvas]") -> None:
        if not groups:
            raise PlanError("there is no group: name one or more")
        self.groups = tuple(groups)
        first = self.groups[0]
        for canvas in self.groups[1:]:
            if canvas.levels != first.levels or not np.array_equal(canvas.layout.edges, first.layout.edges):
                raise PlanError("the groups are of different lamps or levels: make them all from one layout")
        self.layout, self.levels = first.layout, first.levels
        self.lamps, self.channels = first.lamps, first.channels

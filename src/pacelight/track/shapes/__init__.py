"""How tracks lie: rings of straights and bends, straights with two ends, roads."""

from pacelight.track.shapes.circuit import Circuit
from pacelight.track.shapes.double_bend import DoubleBend
from pacelight.track.shapes.oval import Oval
from pacelight.track.shapes.road import Road
from pacelight.track.shapes.shape import Shape
from pacelight.track.shapes.straight import Straight

__all__ = ["Circuit", "DoubleBend", "Oval", "Road", "Shape", "Straight"]

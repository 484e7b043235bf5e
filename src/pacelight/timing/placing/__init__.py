"""From what timing systems say to what happened in this race: who, where and when."""

from pacelight.timing.placing.counting import Known
from pacelight.timing.placing.placing import Placing
from pacelight.timing.placing.said import (
    Contested,
    Elsewhere,
    Missing,
    Placed,
    Placement,
    PutBack,
    Restated,
    TakenBack,
    Unplaced,
)
from pacelight.timing.placing.sighting import GunAt
from pacelight.timing.placing.startlist import Entrant, StartList
from pacelight.timing.placing.way import FINISH_LINE, Point, Way

__all__ = [
    "FINISH_LINE",
    "Contested",
    "Elsewhere",
    "Entrant",
    "GunAt",
    "Known",
    "Missing",
    "Placed",
    "Placement",
    "Placing",
    "Point",
    "PutBack",
    "Restated",
    "StartList",
    "TakenBack",
    "Unplaced",
    "Way",
]

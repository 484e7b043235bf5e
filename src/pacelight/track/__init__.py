"""Where things are on a track: the measured line, the kerb beside it, the lamps on the kerb."""

from pacelight.track.names import TRACKS, track
from pacelight.track.shapes import Circuit, DoubleBend, Oval, Road, Shape, Straight
from pacelight.track.steeple import Steeplechase
from pacelight.track.survey import Controller, Survey
from pacelight.track.tracks import Track

__all__ = [
    "TRACKS",
    "Circuit",
    "Controller",
    "DoubleBend",
    "Oval",
    "Road",
    "Shape",
    "Steeplechase",
    "Straight",
    "Survey",
    "Track",
    "track",
]

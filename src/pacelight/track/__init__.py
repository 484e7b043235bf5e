"""Where things are on a track: the measured line, the kerb beside it, the lamps on the kerb."""

from pacelight.track.double_bend import DoubleBend
from pacelight.track.oval import Oval
from pacelight.track.shape import Shape
from pacelight.track.steeple import Steeplechase
from pacelight.track.survey import Survey
from pacelight.track.tracks import TRACKS, Track, track

__all__ = ["TRACKS", "DoubleBend", "Oval", "Shape", "Steeplechase", "Survey", "Track", "track"]

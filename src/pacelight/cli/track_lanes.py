"""Where each lane of a race starts, on the terminal: beside which metre of the kerb, at which lamp."""

from typing import Any

from pacelight.cli.track_measures import round_m
from pacelight.errors import SurveyError
from pacelight.event import event
from pacelight.track import Survey, Track
from pacelight.track.lanes import LaneStart, lane_starts

__all__ = ["HEADER", "Lanes"]

HEADER = [("lane", "right"), ("starts at", "right"), ("ahead", "right"), ("", "left")]


class Lanes:
    """The lanes of a race on a track.

    Attributes:
        code: of the event.
        starts: lane by lane.

    Args:
        track: the track.
        name: of the event.

    Raises:
        EventError, SurveyError: no such event, one without a distance, or no rule for it here.
    """

    def __init__(self, track: Track, name: str) -> None:
        found = event(name)
        if found.distance is None:
            raise SurveyError(f"{found.name} has no distance: no lane of it starts anywhere")
        self.code, self.starts = found.code, lane_starts(track, found.distance)

    def rows(self, survey: Survey | None) -> list[list[str]]:
        """For people; with a survey the lamp beside each start, last but one."""
        return [
            [
                str(start.lane),
                f"{start.at_m:.3f}",
                f"{start.ahead_m:.3f}",
                *([] if survey is None else [str(survey.nearest(start.at_m))]),
                start.manner,
            ]
            for start in self.starts
        ]

    def shape(self, survey: Survey | None) -> list[dict[str, Any]]:
        """For programs."""
        return [self._shape(start, survey) for start in self.starts]

    @staticmethod
    def _shape(start: LaneStart, survey: Survey | None) -> dict[str, Any]:
        lane = {
            "lane": start.lane,
            "manner": start.manner,
            "at_m": round_m(start.at_m),
            "ahead_m": round_m(start.ahead_m),
        }
        return lane | ({} if survey is None else {"lamp": survey.nearest(start.at_m)})

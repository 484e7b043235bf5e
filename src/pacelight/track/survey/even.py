"""A rail of lamps that are yet to be hung: even along the kerb, shared out between controllers."""

from itertools import pairwise

from pacelight.errors import SurveyError
from pacelight.track.survey.model import Survey
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.segment import Point, Segment, Wiring
from pacelight.track.tracks import Track

__all__ = ["even_rail"]


def even_rail(on: Track, lamps: int, controllers: int) -> Rail:
    """Lamps at even distances along the kerb, on controllers that follow one another.

    Raises:
        SurveyError: so many lamps cannot be, or not on so many controllers.
    """
    if not 1 <= controllers <= lamps:
        raise SurveyError(f"{lamps} lamps hang on 1 to {lamps} controllers, not on {controllers}")
    metres = Survey.even_kerb(on, lamps).metres.round(3).tolist()
    cuts = [round(nth * lamps / controllers) for nth in range(controllers + 1)]
    wirings = []
    for nth, (first, end) in enumerate(pairwise(cuts), start=1):
        points = tuple(Point(lamp - first, metres[lamp]) for lamp in dict.fromkeys((first, end - 1)))
        wirings.append(Wiring(str(nth), "", end - first, (Segment(0, end - first, points=points),)))
    return Rail(on, tuple(wirings))

"""A survey on a page: the drawn track, where each segment lies on it, and what is wrong."""

from collections.abc import Sequence

import numpy as np

from pacelight.track import Survey, Track
from pacelight.track.survey.laying import Row
from pacelight.track.survey.rail import Rail
from pacelight.track.survey.told import told
from pacelight.web.setup.kept import Version
from pacelight.web.setup.shapes import LaidShown, PictureShown, SurveyShown
from pacelight.web.setup.survey import Fault, SurveyDraft

__all__ = ["apart", "drawn", "shown"]

_OUTLINE, _ROAD_OUTLINE = 200, 2000
_DECIMALS = 3


def shown(
    file: str,
    draft: SurveyDraft | None,
    seen: str,
    *,
    versions: Sequence[Version],
    rail: Rail | None = None,
    track: Track | None = None,
    faults: Sequence[Fault] = (),
    note: str = "",
) -> SurveyShown:
    """A survey by controllers, as a page has it.

    Args:
        file: its name.
        draft: as a form has it.
        seen: digest of the file.
        rail: what the draft says; None while a field of it cannot be read.
        track: None where there is no such track.
        faults: all that is wrong.
        versions: of the file.
        note: what to know of it.
    """
    whole = rail is not None and not faults
    survey = Survey.of(rail) if rail is not None and whole else None
    return SurveyShown(
        file=file,
        draft=draft,
        seen=seen,
        lamps=sum(one.count for wiring in rail.wirings for one in wiring.segments) if rail is not None else 0,
        whole=whole,
        faults=list(faults),
        laid=[] if rail is None else _laid(rail),
        track=None if track is None else drawn(track),
        apart_m=None if survey is None else apart(survey),
        note=note,
        versions=list(versions),
    )


def drawn(track: Track) -> PictureShown:
    """The track, as the live protocol has it."""
    points = _ROAD_OUTLINE if track.name.endswith(".gpx") or ".gpx=" in track.name else _OUTLINE
    outline = track.outline(points).round(_DECIMALS).tolist()
    return PictureShown(track.name, track.lap.metres, track.is_open, outline)


def apart(survey: Survey) -> list[float]:
    """The least and the greatest distance between neighbours, round the finish of a lap too."""
    metres, track = survey.metres, survey.track
    gaps = np.diff(metres) if track.is_open else np.diff(metres, append=metres[0] + track.lap.metres)
    return [_round(gaps.min()), _round(gaps.max())]


def _laid(rail: Rail) -> list[list[LaidShown | None]]:
    rows = {(row.controller, row.nth): row for row in rail.rows}
    return [
        [_row(rows.get((wiring.name, nth))) for nth in range(len(wiring.segments))] for wiring in rail.wirings
    ]


def _row(row: Row | None) -> LaidShown | None:
    if row is None:
        return None
    segment, metres = row.segment, row.metres
    inside = [gap.after - segment.first for gap in segment.gaps]
    return LaidShown(
        from_m=_round(metres[0]),
        to_m=_round(metres[-1]),
        apart_m=None if row.apart is None else _round(row.apart),
        dead_m=[_round(metres[number - segment.first]) for number in segment.dead],
        gaps_m=[[_round(metres[at]), _round(metres[at + 1])] for at in inside if 0 <= at < segment.count - 1],
        says=told(row),
    )


def _round(metres: float) -> float:
    return round(float(metres), _DECIMALS)

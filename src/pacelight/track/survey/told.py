"""A segment in words: what its lamps mean on the track."""

from pacelight.track.survey.laying import Row
from pacelight.track.survey.segment_faults import AGAINST, WITH, distance, listed

__all__ = ["told"]


def told(row: Row) -> str:
    """One line: from where to where, how far apart, and all that is not as usual.

    Args:
        row: a segment that can be laid.
    """
    segment, metres = row.segment, row.metres
    first, last = metres[0], metres[-1]
    parts = [
        f"{segment} from {first:.2f} m to {last:.2f} m"
        if segment.count > 1
        else f"{segment} at {first:.2f} m"
    ]
    parts += [f"one every {distance(row.apart)}"] if row.apart and segment.count > 1 else []
    parts += (
        [f"numbered {AGAINST if segment.against else WITH} the running direction"]
        if segment.count > 1
        else []
    )
    parts += [f"all of it {segment.offset:+.3f} m on"] if segment.offset else []
    parts += [_gap(gap.after, gap.metres, segment.first) for gap in segment.gaps]
    parts += [f"dead: {listed(segment.dead)}"] if segment.dead else []
    return ", ".join([*parts, segment.colours])


def _gap(after: int, metres: float, first: int) -> str:
    where = f"before lamp {first}" if after < first else f"after lamp {after}"
    return f"a gap of {metres:.2f} m {where}"

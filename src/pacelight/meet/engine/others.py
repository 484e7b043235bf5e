"""How those who follow an engine do, as each says it of itself and as pages are told."""

from collections.abc import Iterable

from pacelight.meet.bus.protocol import OtherShown
from pacelight.meet.bus.speaking import Following
from pacelight.meet.bus.wishes import Report
from pacelight.meet.show.office import Post

__all__ = ["others_shown", "reported"]

_NS_PER_MS = 1e6
_PPB_PER_PPM = 1e3


def reported(lines: int, post: Post) -> Report:
    """How a follower does, as it tells the engine that leads.

    Args:
        lines: of the journal, safe with it.
        post: of its lights.
    """
    known = post.follows and post.offset_ns is not None and post.error_ns is not None
    return Report(
        lines=lines,
        role=str(post.role),
        offset_ms=round(-(post.offset_ns or 0) / _NS_PER_MS, 3) if known else None,
        error_ms=round((post.error_ns or 0) / _NS_PER_MS, 3) if known else None,
        drift_ppm=round(-(post.drift_ppb or 0) / _PPB_PER_PPM, 3) if known else None,
        age_s=None if post.heard_ns is None else round(post.heard_ns / 1e9, 3),
    )


def others_shown(following: Iterable[Following], count: int) -> list[OtherShown]:
    """Everyone who follows, in the order of names.

    Args:
        following: as the bus knows them.
        count: of the lines of the journal.
    """
    shown = [
        OtherShown(
            name=one.follow.name,
            kind=one.follow.kind,
            role=one.report.role,
            behind=max(count - one.report.lines, 0),
            offset_ms=one.report.offset_ms,
            error_ms=one.report.error_ms,
            drift_ppm=one.report.drift_ppm,
            age_s=round(one.age_s, 1),
        )
        for one in following
        if one.report is not None
    ]
    return sorted(shown, key=lambda other: (other.kind, other.name))

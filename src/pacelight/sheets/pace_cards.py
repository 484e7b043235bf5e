"""Cards for pacemakers: what to be through at, in figures that are read while running."""

from collections.abc import Mapping, Sequence
from typing import Any

__all__ = ["content"]


def content(
    title: str, cards: Sequence[Mapping[str, Any]], language: str, day: str, note: str
) -> dict[str, Any]:
    """What the pages are set from: a card a page.

    Args:
        title: of the plan.
        cards: of each pacemaker: ``head``, ``columns`` and ``rows``, as they are printed.
        language: in which they are.
        day: on which they are made.
        note: a line at the foot of each.
    """
    return {"title": title, "cards": list(cards), "language": language, "day": day, "note": note}

"""Published progressions beside the derived ones, as JSON and as tables."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pacelight.book.asking import answers
from pacelight.book.asking.answers import Json
from pacelight.book.asking.published import Pair, Reason, SideBySide
from pacelight.book.asking.sheets import Sheet, When
from pacelight.book.model import Performance
from pacelight.book.scopes import shown

__all__ = ["AGREED", "ALL_CLASSES", "reasons", "shape", "steps", "totals"]

AGREED = "agreed"
"""The class of a step that is the same in both."""


def reasons(found: Sequence[SideBySide]) -> dict[str, int]:
    """How many steps of either have each reason, those that agree first, then the commonest."""
    counted = Counter(one.reason.value for held in found for one in held.pairs if one.reason is not None)
    return {AGREED: sum(len(held.agreed) for held in found), **dict(counted.most_common())}


def totals(when: When, found: Sequence[SideBySide]) -> Sheet:
    """A line for each list: how many steps are published and derived, and what became of them."""
    rows = [
        [
            held.event.code,
            held.published.listed.sex.value,
            shown(held.published.listed.level.value, held.published.listed.scope),
            str(sum(one.published is not None for one in held.pairs) + len(held.published.undated)),
            str(sum(one.derived is not None for one in held.pairs)),
            str(len(held.agreed)),
            str(len(held.explained)),
            str(len(held.open)),
            str(len(held.published.undated)),
            str(held.published.unread),
        ]
        for held in found
    ]
    header = [
        "event",
        "sex",
        "list",
        "published",
        "derived",
        "agree",
        "explained",
        "open",
        "no day",
        "unread",
    ]
    foot = ", ".join(f"{number} {name}" for name, number in reasons(found).items())
    return Sheet(f"{len(found)} published progression{'s' * (len(found) != 1)}, {when}", header, rows, foot)


def steps(found: Sequence[SideBySide], *, only: Collection[str]) -> Sheet:
    """A line for each step of either progression that is of one of these classes.

    Args:
        found: the progressions.
        only: reasons, or `AGREED`.
    """
    rows = [
        [
            _class(one),
            held.event.code,
            held.published.listed.sex.value,
            *_cells(one.published),
            *_cells(one.derived.performance if one.derived else None),
            one.why,
        ]
        for held in found
        for one in held.pairs
        if _class(one) in only
    ]
    header = ["class", "event", "sex", "published", "by", "day", "derived", "holder", "since", "why"]
    return Sheet("", header, rows)


def shape(when: When, found: Sequence[SideBySide], *, only: Collection[str]) -> Json:
    """``pacelight.verified_files/1``: every step of the published progressions and of the derived ones.

    Args:
        when: as of when it was asked.
        found: the progressions; all steps are counted.
        only: those of these classes are told one by one.
    """
    return {
        "schema": "pacelight.verified_files/1",
        "known": True,
        **answers.asked_shape(when.as_of, when.known_at),
        "counts": reasons(found),
        "open": sum(len(held.open) for held in found),
        "lists": [_list(held, only) for held in found],
    }


def _list(held: SideBySide, only: Collection[str]) -> Json:
    listed = held.published.listed
    return {
        "file": held.published.name,
        "event": answers.event_shape(held.event),
        "sex": listed.sex,
        "level": listed.level,
        "scope": listed.scope,
        "covered": held.unknown is None,
        "why": None if held.unknown is None else held.unknown.why,
        "published": sum(one.published is not None for one in held.pairs),
        "derived": sum(one.derived is not None for one in held.pairs),
        "undated": list(held.published.undated),
        "unread": held.published.unread,
        "agreed": len(held.agreed),
        "explained": len(held.explained),
        "open": len(held.open),
        "counts": reasons([held]),
        "steps": list(_steps(held, only)),
    }


def _steps(held: SideBySide, only: Collection[str]) -> Iterator[Json]:
    for one in held.pairs:
        if _class(one) in only:
            derived = one.derived.performance if one.derived else None
            yield {
                "class": _class(one),
                "why": one.why or None,
                "published": None if one.published is None else answers.performance(one.published),
                "derived": None if derived is None else answers.performance(derived),
            }


def _class(one: Pair) -> str:
    return AGREED if one.reason is None else one.reason.value


def _cells(one: Performance | None) -> list[str]:
    return ["", "", ""] if one is None else [str(one.mark), one.athlete, one.day.isoformat()]


ALL_CLASSES: tuple[str, ...] = (AGREED, *(reason.value for reason in Reason))
"""Every class of a step."""

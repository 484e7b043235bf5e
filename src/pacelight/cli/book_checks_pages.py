"""What changed, what agrees, where sources differ: as tables."""

from collections.abc import Sequence

from pacelight.book.asking import check_shapes
from pacelight.book.asking.compared import Difference, Edition
from pacelight.book.asking.conflicts import Conflict
from pacelight.book.asking.verified import Verified
from pacelight.book.model import Standing
from pacelight.book.scopes import shown
from pacelight.cli.book_career_pages import margin
from pacelight.cli.book_sheet import PERFORMANCE, Page, Sheet, labelled, performance_row
from pacelight.measure import unit

__all__ = ["compared", "conflicts", "verified"]


def compared(
    page: Page, names: tuple[str, str], editions: tuple[Edition, Edition], found: Sequence[Difference]
) -> None:
    """A line for each list that is not the same, and how many there are of each class."""
    rows = [
        [
            one.change.value,
            one.listed.event,
            one.listed.sex.value,
            shown(labelled(one.listed.level.value, one.listed.age), one.listed.scope),
            *_told(one.before),
            *_told(one.after),
        ]
        for one in found
    ]
    header = ["change", "event", "sex", "list", "was", "holder", "day", "is", "by", "since"]
    counted = ", ".join(f"{number} {name}" for name, number in check_shapes.counts(found).items() if number)
    days = [
        name if name == str(one.as_of) else f"{name} as of {one.as_of}"
        for name, one in zip(names, editions, strict=True)
    ]
    sheet = Sheet(f"{days[0]} and {days[1]}", header, rows, counted or "nothing has changed")
    page.show(sheet, check_shapes.compared(*editions, found))


def verified(page: Page, found: Verified) -> None:
    """A line for each difference, with its reason."""
    rows = [
        [
            "derived" if one.derived and one.published is None else "both" if one.derived else "published",
            *performance_row(one.performance),
            "" if one.published is None else str(one.published),
            one.why or "not explained",
        ]
        for one in found.differences
    ]
    listed = shown(found.event.label(found.level, page.as_of), found.scope)
    title = f"{found.event.name}, {found.sex}: {listed} {page.asked}, against {found.source.key}"
    differ, unexplained = len(found.differences), len(found.unexplained)
    count = f"{len(found.agreed)} agree, {differ} differ, {unexplained} without a reason"
    foot = f"{count}: {found.source.who} ({found.source.as_of})"
    sheet = Sheet(title, ["in", *PERFORMANCE, "published", "why"], rows, foot)
    page.show(sheet, check_shapes.verified(found, as_of=page.as_of, known_at=page.known_at))


def conflicts(page: Page, found: Sequence[Conflict]) -> None:
    """A line for each performance: what each source says, and which mark the book follows."""
    rows = [
        [
            one.event.code,
            *performance_row(one.performance),
            margin(one.apart, unit(one.performance.mark)).removeprefix("+"),
            ", ".join(f"{assertion.source} {assertion.mark}" for assertion in one.assertions),
            one.why,
        ]
        for one in found
    ]
    header = ["event", *PERFORMANCE, "apart", "sources", "why"]
    foot = f"sources differ on {len(found)} performance{'s' * (len(found) != 1)}"
    sheet = Sheet(f"Sources that differ, as known at {page.known_at}", header, rows, foot)
    page.show(sheet, check_shapes.conflicts(found, known_at=page.known_at))


def _told(standing: Standing | None) -> list[str]:
    if standing is None:
        return ["", "", ""]
    names = " and ".join(holder.athlete for holder in standing.holders)
    return [str(standing.mark), names, standing.since.isoformat()]

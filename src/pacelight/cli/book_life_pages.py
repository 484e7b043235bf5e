"""The life of a record as tables: what ratification asks for, what has happened to a performance."""

from collections.abc import Sequence

from pacelight.book.asking.changes import Told
from pacelight.book.asking.sheets import Sheet
from pacelight.book.keeping.hands import told_performance
from pacelight.cli.book_sheet import Page
from pacelight.event import Level
from pacelight.records import life_shapes
from pacelight.records.checklist import Checked, Known, Verdict

__all__ = ["checklist", "history"]


def checklist(page: Page, known: Known, levels: Sequence[Level], checked: Sequence[Checked]) -> None:
    """A line for each condition; below it how many there are of each verdict."""
    rows = [
        [
            one.stands.value,
            one.condition.says,
            f"{one.condition.rule}{'' if one.condition.confirmed else '?'}",
            _why(one),
        ]
        for one in checked
    ]
    counted = [(sum(one.stands is verdict for one in checked), verdict) for verdict in Verdict]
    foot = ", ".join(f"{count} {verdict}" for count, verdict in counted if count)
    as_record = f" as {', '.join(levels)}" if levels else ""
    title = f"{told_performance(known.performance)}: conditions of ratification{as_record}"
    sheet = Sheet(
        title, ["verdict", "what", "rule", "why"], rows, f"{foot}; ? the text of the rule is not confirmed"
    )
    page.show(sheet, life_shapes.checklist(known, levels, checked, known_at=page.known_at))


def _why(one: Checked) -> str:
    """What was found, and before it what somebody said who looked."""
    if one.attested is None:
        return one.why
    said = f"{one.attested.by}, {one.attested.day}"
    return f"{said}: {one.attested.why or one.attested.says} (found: {one.why})"


def history(page: Page, told: Told) -> None:
    """A line for each thing that was said or decided."""
    rows = [
        [
            f"{one.kind}{'' if one.stands else ' (taken back)'}",
            one.what,
            "" if one.day is None else one.day.isoformat(),
            "" if one.learned is None or one.learned == one.day else one.learned.isoformat(),
            one.by,
            one.why,
            one.source,
        ]
        for one in told.changes
    ]
    header = ["change", "what", "day", "known from", "by", "why", "source"]
    now = f"{told.now.mark} {told.now.nation}, {told.status or 'candidate'}"
    sheet = Sheet(
        f"{told_performance(told.performance)}: what happened to it", header, rows, f"it stands as {now}"
    )
    page.show(sheet, life_shapes.history(told, known_at=page.known_at))

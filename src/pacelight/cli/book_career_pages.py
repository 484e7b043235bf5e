"""What a mark would be, and a career, as tables."""

from collections.abc import Sequence

from pacelight.book.asking import shapes
from pacelight.book.asking.career import Age, Career, Run
from pacelight.book.asking.worth import Ranking, Worth
from pacelight.book.model import Performance, Status, Step
from pacelight.book.scopes import shown
from pacelight.cli.book_sheet import Page, Sheet, labelled
from pacelight.event import Event, Sex
from pacelight.measure import AnyMark, Unit, unit

__all__ = ["athlete", "levels", "margin"]


def levels(
    page: Page,
    of: tuple[Event, Sex, AnyMark],
    found: Sequence[Worth],
    ranks: Sequence[Ranking],
) -> None:
    """A line for each list: what it would be, by how much, and what stands."""
    event, sex, mark = of
    rows = [
        [
            shown(labelled(one.label, one.age), one.scope),
            one.verdict,
            margin(one.by, unit(mark)),
            str(one.stood),
            " and ".join(holder.athlete for holder in one.holders),
            one.holders[0].day.isoformat(),
            "" if one.statuses[0] is None else one.statuses[0].value,
        ]
        for one in found
    ]
    header = ["list", "would be", "margin", "mark", "holder", "day", "status"]
    foot = "; ".join(
        f"{'world' if one.scope == 'WORLD' else one.scope} all-time: "
        f"{'beyond what is known' if one.rank is None else f'place {one.rank}'}"
        for one in ranks
    )
    title = f"{event.name}, {sex}: {mark} {page.asked}"
    if not rows:
        foot = "; ".join(filter(None, ("not known: the book covers no such list on that day", foot)))
    shape = shapes.levels(of, found, ranks, as_of=page.as_of, known_at=page.known_at)
    page.show(Sheet(title, header, rows, foot), shape)


def athlete(page: Page, found: Career) -> None:
    """Medals, records, bests, seasons and how the bests came, one table each."""
    one = found.athlete
    born = "" if one.born is None else f", born {one.born}"
    parts = {
        "honours": _part("Medals", [_cells(h.event, h.performance, h.medal, h.age) for h in found.honours]),
        "records": _part(
            "Records",
            [_cells(held.event, held.step.performance, _held(held.step), held.age) for held in found.records],
        ),
        "bests": _part("Bests in the book; * where the book vouches for them", _runs(found.bests)),
        "seasons": _part("Season bests", _runs(found.seasons)),
        "progression": _part("How the bests came", _runs(found.progression)),
    }
    shape = shapes.career(found, as_of=page.as_of, known_at=page.known_at)
    page.show_parts(f"{one.name}, {one.nation}{born}: {page.asked}", parts, shape)


def margin(by: int, of: Unit) -> str:
    """How much better, with a sign: ``+0.97`` seconds, ``-0.02`` metres, ``+12`` points."""
    sign = "+" if by > 0 else "-" if by < 0 else ""
    if of is Unit.POINTS:
        return f"{sign}{abs(by)}"
    whole, rest = divmod(abs(by), 1000)
    decimals = f"{rest:03d}".removesuffix("0")
    return f"{sign}{whole}.{decimals}"


_HEADER = ("event", "mark", "what", "day", "venue", "competition", "place", "age")


def _part(title: str, rows: Sequence[Sequence[str]]) -> Sheet:
    return Sheet(title, _HEADER, rows)


def _runs(runs: Sequence[Run]) -> list[list[str]]:
    return [
        _cells(one.event, one.performance, _status(one.status), one.age, vouched=one.covered) for one in runs
    ]


def _cells(event: Event, one: Performance, what: str, age: Age | None, *, vouched: bool = False) -> list[str]:
    return [
        event.code,
        f"{one.mark}{'+' * (one.en_route_of is not None)}{'*' * vouched}",
        what,
        one.day.isoformat(),
        one.venue,
        one.competition,
        "" if one.place is None else str(one.place),
        "" if age is None else str(age),
    ]


def _status(status: Status | None) -> str:
    return "" if status is None else status.value


def _held(step: Step) -> str:
    label = labelled(step.standing.label, step.standing.coverage.age, equalled=step.equalled)
    until = "stands" if step.until is None else f"until {step.until}"
    return f"{shown(label, step.standing.scope)}, {step.status}, {until}, {step.days_stood} days"

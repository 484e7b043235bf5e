"""What else the book answers, as tables: what a mark would be, a career, what changed, agrees or differs."""

from collections.abc import Collection, Sequence

from pacelight.book.asking import check_shapes
from pacelight.book.asking.career import Age, Career, Run
from pacelight.book.asking.compared import Change, Difference, Edition, Listing, ListKey
from pacelight.book.asking.conflicts import Conflict
from pacelight.book.asking.sheets import PERFORMANCE, Sheet, When, labelled, performance_row
from pacelight.book.asking.verified import Verified
from pacelight.book.asking.worth import Ranking, Worth
from pacelight.book.model import Performance, Standing, Status, Step
from pacelight.book.scopes import shown
from pacelight.event import Event, Sex
from pacelight.measure import AnyMark, Unit, unit

__all__ = ["career", "compared", "conflicts", "levels", "margin", "ranked", "verified"]


def levels(
    when: When, of: tuple[Event, Sex, AnyMark], found: Sequence[Worth], ranks: Sequence[Ranking]
) -> Sheet:
    """A line for each list: what a mark would be, by how much, and what stands."""
    event, sex, mark = of
    rows = [
        [
            shown(labelled(one.label, one.age, race=one.race), one.scope),
            one.verdict,
            margin(one.by, unit(mark)),
            str(one.stood),
            " and ".join(holder.athlete for holder in one.holders),
            one.holders[0].day.isoformat(),
            "" if one.statuses[0] is None else one.statuses[0].value,
        ]
        for one in found
    ]
    foot = "; ".join(ranked(one) for one in ranks)
    if not rows:
        foot = "; ".join(filter(None, ("not known: the book covers no such list on that day", foot)))
    header = ["list", "would be", "margin", "mark", "holder", "day", "status"]
    return Sheet(f"{event.name}, {sex}: {mark} {when}", header, rows, foot)


def ranked(one: Ranking) -> str:
    """A place on an all-time list as a few words."""
    listed = "world" if one.scope == "WORLD" else one.scope
    return f"{listed} all-time: {'beyond what is known' if one.rank is None else f'place {one.rank}'}"


def career(found: Career) -> dict[str, Sheet]:
    """Medals, records, bests, seasons and how the bests came, one table each, some without a line."""
    return {
        "honours": _part("Medals", [_cells(h.event, h.performance, h.medal, h.age) for h in found.honours]),
        "records": _part(
            "Records",
            [_cells(held.event, held.step.performance, _held(held.step), held.age) for held in found.records],
        ),
        "bests": _part("Bests in the book; * where the book vouches for them", _runs(found.bests)),
        "seasons": _part("Season bests", _runs(found.seasons)),
        "progression": _part("How the bests came", _runs(found.progression)),
    }


def compared(
    names: tuple[str, str],
    editions: tuple[Edition | Listing, Edition | Listing],
    found: Sequence[Difference],
    *,
    only: Collection[Change] = tuple(Change),
) -> Sheet:
    """How many lists of each class are not the same, and a line for each.

    Args:
        names: of the two.
        editions: the two.
        found: every difference; all are counted.
        only: those of these classes are shown.
    """
    rows = [
        [
            one.change.value,
            one.listed.event,
            one.listed.sex.value,
            f"{shown(labelled(one.listed.level.value, one.listed.age), one.listed.scope)}{_roof(one.listed)}",
            *_told(one.before),
            *_told(one.after),
            one.why,
        ]
        for one in found
        if one.change in only
    ]
    header = ["change", "event", "sex", "list", "was", "holder", "day", "is", "by", "since", "why"]
    counted = ", ".join(f"{number} {name}" for name, number in check_shapes.counts(found).items() if number)
    days = [
        (name if name == str(one.as_of) else f"{name} as of {one.as_of}") + _unread(one)
        for name, one in zip(names, editions, strict=True)
    ]
    return Sheet(f"{days[0]} and {days[1]}\n{counted or 'nothing has changed'}", header, rows)


def verified(when: When, found: Verified) -> Sheet:
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
    listed = shown(found.event.label(found.level, when.as_of), found.scope)
    title = f"{found.event.name}, {found.sex}: {listed} {when}, against {found.source.key}"
    differ, unexplained = len(found.differences), len(found.unexplained)
    count = f"{len(found.agreed)} agree, {differ} differ, {unexplained} without a reason"
    foot = f"{count}: {found.source.who} ({found.source.as_of})"
    return Sheet(title, ["in", *PERFORMANCE, "published", "why"], rows, foot)


def conflicts(when: When, found: Sequence[Conflict]) -> Sheet:
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
    return Sheet(f"Sources that differ, as known at {when.known_at}", header, rows, foot)


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
    covered = step.standing.coverage
    label = labelled(step.standing.label, covered.age, equalled=step.equalled, race=covered.race)
    until = "stands" if step.until is None else f"until {step.until}"
    return f"{shown(label, step.standing.scope)}, {step.status}, {until}, {step.days_stood} days"


def _told(standing: Standing | None) -> list[str]:
    if standing is None:
        return ["", "", ""]
    names = " and ".join(holder.athlete for holder in standing.holders)
    return [str(standing.mark), names, standing.since.isoformat()]


def _unread(edition: Edition | Listing) -> str:
    rows = edition.unread if isinstance(edition, Listing) else 0
    return f" ({rows} row{'s' * (rows != 1)} not understood)" if rows else ""


def _roof(listed: ListKey) -> str:
    """Which of two lists it is, where a file keeps them apart by roof."""
    return {True: ", indoors", False: "", None: ""}[listed.roof]

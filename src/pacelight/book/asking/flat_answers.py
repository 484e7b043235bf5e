"""Answers as flat rows: the columns of each kind of answer, and a cell a fact.

A row that speaks of a performance ends with the columns of one, as `formats.flat` has them;
a mark beside it has its text, its whole number and its precision, in the unit of the performance's mark.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from pacelight.book.asking.career import Age, Career, HeldRecord, Honour, Run
from pacelight.book.asking.compared import Difference
from pacelight.book.asking.conflicts import Conflict
from pacelight.book.asking.leads import Lead
from pacelight.book.asking.verified import Verified
from pacelight.book.asking.worth import Ranking, Worth
from pacelight.book.formats.flat import BETWEEN, COLUMNS, Column, Flat, flat
from pacelight.book.model import AllTime, Break, Coverage, NotKnown, Performance, Standing, Status, Step
from pacelight.errors import BookError
from pacelight.event import RaceKind
from pacelight.measure import AnyMark, Points, score, unit, value

__all__ = ["KINDS", "Kind", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of answer is a table.

    Attributes:
        name: as the reference calls it.
        columns: in their order.
        rows: of an answer, or of one of its parts where it is a list.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Any], Iterator[Flat]]


def kind_of(answer: object, of: type | None = None) -> tuple[Kind, Sequence[object]]:
    """Of which kind an answer is, and its parts.

    Args:
        answer: of the book, or a list of answers of one kind.
        of: what an empty list would hold.

    Raises:
        BookError: *not known*, an empty list of nobody knows what, a mixture, or no answer.
    """
    if isinstance(answer, NotKnown):
        raise BookError(f"what is not known is no table: {answer.why}")
    parts: Sequence[object] = answer if isinstance(answer, list | tuple) else [answer]
    types = {type(one) for one in parts} or ({of} if of else set())
    if not types:
        wanted = ", ".join(one.__name__ for one in KINDS)
        raise BookError(f"a table of an empty list: of what? (write of= and one of {wanted})")
    if len(types) > 1:
        mixed = " and ".join(sorted(one.__name__ for one in types))
        raise BookError(f"a table holds answers of one kind, not {mixed}")
    (one,) = types
    if one not in KINDS:
        raise BookError(f"no answer of the book: {one.__name__}")
    return KINDS[one], parts


def _performance(one: Performance) -> Iterator[Flat]:
    return flat([one])


def _record(one: Standing) -> Iterator[Flat]:
    for row in flat([one]):
        yield _list(one.coverage) | row


def _step(one: Step) -> Iterator[Flat]:
    standing = one.standing
    told: Flat = {
        "level": standing.level.value,
        "label": standing.label,
        "status": one.status.value,
        "equalled": one.equalled,
        "until": one.until,
        "days_stood": one.days_stood,
    }
    yield told | _list(standing.coverage) | _row(one.performance) | {"scope": standing.scope}


def _all_time(found: AllTime) -> Iterator[Flat]:
    for row in flat(found.entries):
        yield row | _list(found.coverage) | {"scope": found.scope}


def _lead(found: Lead) -> Iterator[Flat]:
    told: Flat = {"label": found.label, "year": found.year}
    for holder, status in zip(found.holders, found.statuses, strict=True):
        shared = {"scope": found.scope, "status": _word(status)}
        yield told | _list(found.coverage) | shared | _row(holder)


def _worth(one: Worth) -> Iterator[Flat]:
    told: Flat = {
        "label": one.label,
        "scope": one.scope,
        "age": one.age,
        "race": _word(one.race),
        "verdict": one.verdict,
        "by": one.by,
    }
    for holder, status in zip(one.holders, one.statuses, strict=True):
        yield told | {"status": _word(status)} | _row(holder)


def _ranking(one: Ranking) -> Iterator[Flat]:
    yield {"scope": one.scope, "rank": one.rank}


def _break(one: Break) -> Iterator[Flat]:
    told: Flat = {"level": one.level.value, "label": one.label, "by": one.by, "equalled": one.equalled}
    for row in _record(one.stood):
        yield row | told


def _career(found: Career) -> Iterator[Flat]:
    parts: dict[str, Sequence[Run | HeldRecord | Honour]] = {
        "honours": found.honours,
        "records": found.records,
        "bests": found.bests,
        "seasons": found.seasons,
        "progression": found.progression,
    }
    for name, told in parts.items():
        for one in told:
            (row,) = _step(one.step) if isinstance(one, HeldRecord) else _own(one)
            yield {"part": name} | row | _aged(one.age)


def _own(one: Run | Honour) -> Iterator[Flat]:
    """A best or a medal."""
    told: Flat = {"medal": one.medal} if isinstance(one, Honour) else {}
    if isinstance(one, Run):
        told = {"status": _word(one.status), "covered": one.covered}
    yield told | _row(one.performance)


def _aged(age: Age | None) -> Flat:
    if age is None:
        return {}
    return {"age_least": age.least, "age_most": age.most, "age_days": age.days}


def _conflict(one: Conflict) -> Iterator[Flat]:
    for said in one.assertions:
        told: Flat = {
            "said_by": said.source,
            "followed": score(said.mark) == score(one.performance.mark),
            "apart": one.apart,
            "why": one.why,
        }
        yield told | _mark("said", said.mark) | _row(one.performance)


def _difference(one: Difference) -> Iterator[Flat]:
    listed = one.listed
    row: Flat = {
        "event": listed.event,
        "sex": listed.sex.value,
        "level": listed.level.value,
        "scope": listed.scope,
        "age": listed.age,
        "race": _word(listed.race),
        "roof": listed.roof,
        "change": one.change.value,
        "why": one.why or None,
    }
    for side, standing in (("before", one.before), ("after", one.after)):
        if standing is not None:
            row |= {"unit": unit(standing.mark).value} | _stood(side, standing)
    yield row


def _stood(side: str, standing: Standing) -> Flat:
    told: Flat = {
        f"{side}_athletes": BETWEEN.join(holder.athlete for holder in standing.holders),
        f"{side}_since": standing.since,
        f"{side}_status": standing.status.value,
    }
    return told | _mark(side, standing.mark)


def _verified(found: Verified) -> Iterator[Flat]:
    for step in found.agreed:
        same: Flat = {"found": "both", "agreed": True}
        yield same | _row(step.performance)
    for one in found.differences:
        alone = "derived" if one.derived else "published"
        both = one.derived and one.published is not None
        told: Flat = {"found": "both" if both else alone, "agreed": False, "why": one.why or None}
        published: Flat = {} if one.published is None else _mark("published", one.published)
        yield told | published | _row(one.performance)


def _row(one: Performance) -> Flat:
    return next(flat([one]))


def _list(covered: Coverage) -> Flat:
    return {"scope": covered.scope, "age": covered.age, "race": _word(covered.race)}


def _word(word: Status | RaceKind | None) -> str | None:
    return None if word is None else word.value


def _mark(name: str, mark: AnyMark) -> Flat:
    precision = None if isinstance(mark, Points) else mark.precision
    return {name: str(mark), f"{name}_value": value(mark), f"{name}_precision": precision}


def _mark_columns(name: str) -> tuple[Column, ...]:
    """Of a mark that may be missing."""
    return Column(name, str, True), Column(f"{name}_value", int, True), Column(f"{name}_precision", int, True)


def _answers(name: str, rows: Callable[[Any], Iterator[Flat]], *columns: Column) -> Kind:
    """A kind whose rows each speak of a performance."""
    return Kind(name, (*columns, *COLUMNS), rows)


_LABEL = Column("label", str)
_SCOPE, _AGE, _RACE = Column("scope", str), Column("age", str), Column("race", str, True)
_STATUS, _EQUALLED, _BY = Column("status", str, True), Column("equalled", bool), Column("by", int)
_LIST = (_SCOPE, _AGE, _RACE)
_RECORD = (Column("level", str), _LABEL, *_LIST)
_STOOD = (Column("since", date), Column("status", str), Column("recognition", str))


def _side(name: str) -> tuple[Column, ...]:
    """What stood before or after a change."""
    return (
        *_mark_columns(name),
        Column(f"{name}_athletes", str, True),
        Column(f"{name}_since", date, True),
        Column(f"{name}_status", str, True),
    )


KINDS: Mapping[type, Kind] = MappingProxyType(
    {
        Performance: _answers("performances", _performance),
        Standing: _answers("record", _record, *_RECORD, *_STOOD),
        Step: _answers(
            "progression",
            _step,
            *_RECORD,
            Column("status", str),
            _EQUALLED,
            Column("until", date, True),
            Column("days_stood", int),
        ),
        AllTime: _answers("list", _all_time, Column("rank", int, True), _STATUS, *_LIST),
        Lead: _answers("lead", _lead, _LABEL, *_LIST, Column("year", int), _STATUS),
        Worth: _answers("levels", _worth, _LABEL, *_LIST, Column("verdict", str), _BY, _STATUS),
        Ranking: Kind("rankings", (_SCOPE, Column("rank", int, True)), _ranking),
        Break: _answers("breaks", _break, *_RECORD, _BY, _EQUALLED, *_STOOD),
        Career: _answers(
            "career",
            _career,
            Column("part", str),
            Column("medal", str, True),
            *(Column(one.name, str, True) for one in _RECORD),
            _STATUS,
            Column("covered", bool, True),
            Column("equalled", bool, True),
            Column("until", date, True),
            Column("days_stood", int, True),
            Column("age_least", int, True),
            Column("age_most", int, True),
            Column("age_days", int, True),
        ),
        Conflict: _answers(
            "conflicts",
            _conflict,
            Column("said_by", str),
            Column("said", str),
            Column("said_value", int),
            Column("said_precision", int, True),
            Column("followed", bool),
            Column("apart", int),
            Column("why", str),
        ),
        Difference: Kind(
            "compared",
            (
                Column("change", str),
                Column("event", str),
                Column("sex", str),
                Column("level", str),
                *_LIST,
                Column("roof", bool, True),
                Column("unit", str),
                *_side("before"),
                *_side("after"),
                Column("why", str, True),
            ),
            _difference,
        ),
        Verified: _answers(
            "verified",
            _verified,
            Column("found", str),
            Column("agreed", bool),
            *_mark_columns("published"),
            Column("why", str, True),
        ),
    }
)
"""By the type of an answer, or of the parts of one that is a list."""

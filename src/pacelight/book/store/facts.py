"""Facts as they are kept: values of `model` appended as rows of `schema`, never changed."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, and_, bindparam, func, insert, or_, select, update

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.model import (
    Athlete,
    Competition,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    Performance,
    Source,
    Venue,
)
from pacelight.book.store.kept_marks import kept, read_mark
from pacelight.book.store.rows import of_group, read_source
from pacelight.book.store.schema import (
    assertions,
    athletes,
    competitions,
    coverage,
    decisions,
    performance_keys,
    performances,
    persons,
    sources,
    venues,
)
from pacelight.errors import BookError

__all__ = [
    "append",
    "append_coverage",
    "append_decision",
    "append_performance",
    "append_source",
    "keep_competition",
    "keep_venue",
]


_SAID = select(assertions).where(
    assertions.c.performance == bindparam("of"), assertions.c.source == bindparam("by")
)
_NUMBER = select(performance_keys.c.performance).where(performance_keys.c.key == bindparam("of"))
_PERSON = select(persons).where(persons.c.key == bindparam("of"))


def append(connection: Connection, given: Facts) -> int:
    """Keep all of it.

    Returns:
        how many of the performances are new.

    Raises:
        BookError: what any of the others raises; the caller's transaction is to be given up.
    """
    for source in given.sources:
        append_source(connection, source)
    for venue in given.venues:
        keep_venue(connection, venue)
    for competition in given.competitions:
        keep_competition(connection, competition)
    for athlete in given.athletes:
        _athlete(connection, athlete)
    new = sum([append_performance(connection, performance) for performance in given.performances])
    for decision in given.decisions:
        append_decision(connection, decision)
    for covered in given.coverage:
        append_coverage(connection, covered)
    return new


def append_source(connection: Connection, source: Source) -> None:
    """Keep who says so; the same again adds nothing.

    Raises:
        BookError: the key names another source already.
    """
    known = read_source(connection, source.key)
    if known is None:
        values = {"key": source.key, "who": source.who, "url": source.url, "as_of": source.as_of}
        connection.execute(insert(sources), values)
    elif known != source:
        raise BookError(f"the source '{source.key}' is in the book with other content (give it another key)")


def append_performance(connection: Connection, performance: Performance) -> bool:
    """Keep a performance; the same again adds nothing, another source's mark is kept beside the first.

    Returns:
        whether the performance is new.

    Raises:
        BookError: its key names another performance, its source has said another mark, or it has no source.
    """
    if read_source(connection, performance.source_key) is None:
        raise BookError(f"{performance.key}: no source '{performance.source_key}' (say who says so)")
    number = _number(connection, performance.key)
    if number is not None:
        _check_same(connection, number, performance)
    else:
        number = _insert_performance(connection, performance)
        _assert_mark(connection, number, performance)
        return True
    said = connection.execute(_SAID, {"of": number, "by": performance.source_key}).one_or_none()
    if said is None:
        _assert_mark(connection, number, performance)
    elif read_mark(said) != performance.mark:
        raise BookError(
            f"{performance.key}: '{performance.source_key}' has said another mark"
            f" than {performance.mark} (correct it by a decision)"
        )
    return False


def keep_venue(connection: Connection, venue: Venue) -> None:
    """Keep what is known of a venue; what was known before is replaced, since it is no mark."""
    values = {
        "nation": venue.nation,
        "altitude_m": venue.altitude_m,
        "track": venue.track and venue.track.value,
        "lap_mm": venue.lap_mm,
        "roof": venue.roof,
    }
    _replace(connection, venues, venue.name, values)


def keep_competition(connection: Connection, competition: Competition) -> None:
    """Keep what is known of a competition; what was known before is replaced, since it is no mark."""
    values = {
        "kind": competition.kind and competition.kind.value,
        "series": competition.series,
        "honours": competition.honours,
    }
    _replace(connection, competitions, competition.name, values)


def append_decision(connection: Connection, decision: Decision, *, anew: bool = False) -> bool:
    """Keep a decision; the same again adds nothing.

    Args:
        connection: to the book.
        decision: what was decided.
        anew: it is decided now, by a person: the same again is new where it was taken back on its own day.

    Returns:
        whether it is new.

    Raises:
        BookError: no such performance, or no such source.
    """
    about = decision.performance_key or decision.athlete_key
    if decision.source and read_source(connection, decision.source) is None:
        raise BookError(f"{about}: no source '{decision.source}' for the decision")
    values = {
        **_about(connection, decision),
        "kind": decision.kind.value,
        "decided": decision.decided,
        "learned": decision.learned,
        "by": decision.by,
        "why": decision.why,
        "source": decision.source or None,
        "nation": decision.nation,
        "since": decision.since,
        "until": decision.until,
        "level": decision.level and decision.level.value,
        "scope": decision.scope or None,
        "withdraws": decision.withdraws and decision.withdraws.value,
        "taken": decision.taken,
        **kept(decision.mark),
    }
    if anew and _turned(connection, decision, values):
        connection.execute(insert(decisions), values)
        return True
    return _insert_new(connection, decisions, values)


def _turned(connection: Connection, decision: Decision, values: dict[str, Any]) -> bool:
    """Whether the last word of the day about it is the other one: it was taken back, or decided again."""
    about = ("performance", "athlete", "since", "until", "level", "scope")
    same = [decisions.c[name] == values.get(name) for name in about]
    if decision.kind is DecisionKind.WITHDRAWN:
        if decision.taken != decision.decided:
            return False
        said = and_(decisions.c.kind == values["withdraws"], decisions.c.decided == decision.taken)
    else:
        said = and_(decisions.c.kind == decision.kind.value, decisions.c.decided == decision.decided)
    kind, day = decision.of.value, decision.decided
    back = and_(decisions.c.withdraws == kind, decisions.c.taken == day, decisions.c.decided == day)
    query = select(decisions.c.withdraws).where(*same, or_(said, back))
    last = connection.execute(
        query.order_by(decisions.c.learned.desc(), decisions.c.id.desc()).limit(1)
    ).first()
    return last is not None and (last.withdraws is None) == (decision.kind is DecisionKind.WITHDRAWN)


def append_coverage(connection: Connection, covered: Coverage) -> bool:
    """Keep what a list covers; the same again adds nothing.

    Returns:
        whether it is new.

    Raises:
        BookError: no such source, or the same list is said to be covered otherwise from that day on.
    """
    if read_source(connection, covered.source) is None:
        raise BookError(f"no source '{covered.source}' for what {covered.level} {covered.scope} covers")
    which = {
        "level": str(covered.level),
        "scope": covered.scope,
        "event": covered.event,
        "sex": covered.sex.value,
        "age": covered.age,
        "race": covered.race or "",
        "since": covered.since,
    }
    told = {"source": covered.source, **kept(covered.down_to)}
    if not _holds(connection, coverage, which):
        connection.execute(insert(coverage), which | told)
        return True
    if not _holds(connection, coverage, which | told):
        name = f"{covered.level} {covered.scope} of {covered.event}, {covered.sex}"
        raise BookError(f"the book says otherwise what it covers of {name} from {covered.since} on")
    return False


def _number(connection: Connection, key: str) -> int | None:
    return connection.execute(_NUMBER, {"of": key}).scalar()


def _athlete(connection: Connection, athlete: Athlete) -> int:
    """Number of the athlete, who is added where the book does not know them; other names are kept beside."""
    known = connection.execute(_PERSON, {"of": athlete.key}).one_or_none()
    if known is None:
        number = _inserted(connection, athletes, {"nation": athlete.nation})
        named = {"athlete": number, "key": athlete.key, "name": athlete.name}
        aliases = "\n".join(athlete.aliases)
        connection.execute(insert(persons), {**named, "aliases": aliases, **_born(athlete)})
        return number
    aliases = known.aliases.splitlines()
    new = [name for name in (athlete.name, *athlete.aliases) if name not in {"", known.name, *aliases}]
    if new:
        of_athlete = update(persons).where(persons.c.athlete == known.athlete)
        connection.execute(of_athlete.values(aliases="\n".join([*aliases, *new])))
    if athlete.born is not None and (known.born is None or _finer(athlete.born, known.born_precision)):
        connection.execute(update(persons).where(persons.c.athlete == known.athlete).values(**_born(athlete)))
    return int(known.athlete)


def _born(athlete: Athlete) -> dict[str, Any]:
    born = athlete.born
    return {"born": born and born.day, "born_precision": born and born.precision.value}


def _finer(born: Birth, known: str) -> bool:
    """Whether a birth date says more than the one that is kept."""
    order = list(BirthPrecision)
    return order.index(born.precision) < order.index(BirthPrecision(known))


def _about(connection: Connection, decision: Decision) -> dict[str, int | None]:
    """About which performance, or about which athlete."""
    if decision.athlete_key:
        found = select(persons.c.athlete).where(persons.c.key == decision.athlete_key)
        athlete = connection.execute(found).scalar()
        if athlete is None:
            raise BookError(f"no athlete '{decision.athlete_key}' in the book (a decision needs one)")
        return {"performance": None, "athlete": int(athlete)}
    number = _number(connection, decision.performance_key)
    if number is None:
        raise BookError(f"no performance '{decision.performance_key}' in the book (a decision needs one)")
    return {"performance": number, "athlete": None}


def _insert_performance(connection: Connection, given: Performance) -> int:
    values = {
        "event": given.event,
        "sex": given.sex.value,
        "day": given.day,
        "seq": given.seq or _next_of_day(connection, given),
        "athlete": _athlete(connection, Athlete(given.athlete_key, given.athlete, given.nation)),
        "nation": given.nation,
        "venue": given.venue,
        "competition": given.competition,
        "place": given.place,
        "en_route_of": given.en_route_of,
        "official": given.official,
        "flags": given.flags,
        "note": given.note,
        "source": given.source_key,
        "wind": given.wind,
        "round": given.round,
        "conditions": "\n".join(given.conditions),
        **kept(given.mark),
    }
    number = _inserted(connection, performances, values)
    connection.execute(insert(performance_keys), {"key": given.key, "performance": number})
    return number


def _next_of_day(connection: Connection, given: Performance) -> int:
    last = select(func.coalesce(func.max(performances.c.seq), 0))
    held = of_group(last, given.event, given.sex).where(performances.c.day == given.day)
    return int(connection.execute(held).scalar_one()) + 1


def _check_same(connection: Connection, number: int, given: Performance) -> None:
    query = select(performances, persons.c.key.label("athlete_key")).outerjoin(
        persons, persons.c.athlete == performances.c.athlete
    )
    row = connection.execute(query.where(performances.c.id == number)).one()
    known = (row.event, row.sex, row.day, row.athlete_key)
    if known != (given.event, given.sex.value, given.day, given.athlete_key):
        raise BookError(f"{given.key} is another performance in the book: {' '.join(map(str, known))}")


def _assert_mark(connection: Connection, number: int, given: Performance) -> None:
    values = {"performance": number, "source": given.source_key, **kept(given.mark)}
    connection.execute(insert(assertions), values)


def _inserted(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    """Number of the row that is added."""
    made = connection.execute(insert(table), values).inserted_primary_key
    assert made is not None  # noqa: S101  # every table of facts numbers its rows
    return int(made[0])


def _insert_new(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Insert a row unless the same is there."""
    if _holds(connection, table, values):
        return False
    connection.execute(insert(table), values)
    return True


def _replace(connection: Connection, table: Table, name: str, values: dict[str, Any]) -> None:
    if connection.execute(update(table).where(table.c.name == name).values(values)).rowcount == 0:
        connection.execute(insert(table), {"name": name, **values})


def _holds(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    there = {name: value for name, value in values.items() if value is not None}
    asked = _same(table, tuple(values), frozenset(there))
    return connection.execute(asked, there).scalar() is not None


@cache
def _same(table: Table, names: tuple[str, ...], there: frozenset[str]) -> Select[Any]:
    """The question for a row that has all of this; it is made once, as that takes longer than to ask it."""
    # IS NOT DISTINCT FROM would pass PostgreSQL's indexes by.
    same = [table.c[name] == (bindparam(name) if name in there else None) for name in names]
    return select(table.c.id).where(*same).limit(1)

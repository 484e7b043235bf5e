"""Every place of a book keeps the same promises. A new one adds one line to `PLACES`."""

import json
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text

from pacelight.book.asking import answers
from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.keeping.bulk import Wholesale
from pacelight.book.model import (
    Athlete,
    Competition,
    CompetitionKind,
    Coverage,
    Decision,
    DecisionKind,
    Facts,
    NotKnown,
    Performance,
    Source,
    Standing,
    Venue,
)
from pacelight.book.store import on_file, on_server, rows, schema
from pacelight.book.store.store import Store
from pacelight.errors import BookError, StoreError
from pacelight.event import EVENTS, Level, RaceKind, Sex, TrackKind
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points

Where = Path | str

DAY = date(2025, 2, 13)
END = date(2025, 12, 31)
SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
OTHER = Source("tehuty", "Another list", "", date(2025, 1, 1))
NOTHING = Facts((), (), (), (), ())

PLACES: dict[str, Callable[[pytest.FixtureRequest], Where]] = {
    "sqlite": lambda request: request.getfixturevalue("tmp_path") / "book.sqlite",
    "postgresql": lambda request: request.getfixturevalue("new_address")(),
}


@pytest.fixture(params=PLACES)
def where(request: pytest.FixtureRequest) -> Where:
    """A place in which there is no book yet."""
    return PLACES[request.param](request)


@pytest.fixture
def book(where: Where) -> Iterator[Book]:
    with Book.create(where) as book:
        yield book


def ran(who: str, mark: str | AnyMark, day: date = DAY, **other: Any) -> Performance:
    told: dict[str, Any] = {
        "key": f"{day}-{who}",
        "event": "MILEsh",
        "sex": Sex.MEN,
        "mark": Mark.parse(mark) if isinstance(mark, str) else mark,
        "athlete_key": who,
        "athlete": who.title(),
        "nation": "NOR",
        "day": day,
        "venue": "Liévin",
        "competition": "Meeting",
        "source_key": SOURCE.key,
    }
    return Performance(**told | other)


def covers(level: Any = Level.WR, scope: str = "WORLD", **other: Any) -> Coverage:
    told = {"event": "MILEsh", "sex": Sex.MEN, "since": date(1900, 1, 1), "source": SOURCE.key}
    return Coverage(level, scope, **told | other)


def decided(key: str, kind: DecisionKind, day: date = DAY, **other: Any) -> Decision:
    return Decision(key, kind, day, day, "World Athletics", "", SOURCE.key, **other)


def everything(where: Where) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, as a reader that opens the book anew sees it."""
    with closing(Store.open(where)) as store, store.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in schema.METADATA.sorted_tables
        }


def add_source(store: Store, key: str) -> None:
    with store.writing() as connection:
        connection.execute(schema.sources.insert().values(key=key, who="", url="", as_of=END))


def held(where: Where) -> int:
    return len(everything(where)["sources"])


# Facts.


WORLDWIDE = Facts(
    sources=(SOURCE, OTHER),
    athletes=(
        Athlete("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR", ("J. Ingebrigtsen", "Jakob")),
        Athlete("duplantis-armand", "Armand Duplantis", "SWE", (), Birth(date(1999, 11, 10))),
        Athlete("warner-damian", "Damian Warner", "CAN", (), Birth(date(1989, 1, 1), BirthPrecision.YEAR)),
    ),
    performances=(
        ran("ingebrigtsen-jakob", "3:45.14", athlete="Jakob Ingebrigtsen", place=1, seq=2,
            conditions=("a", "b")),
        ran("ingebrigtsen-jakob", "3:29.63", key="1500", event="1500sh", athlete="Jakob Ingebrigtsen",
            en_route_of="MILEsh", seq=1, round="final", flags="i", note="«en route»", official=False),
        ran("duplantis-armand", Length(6_270, 2), event="PV", athlete="Armand Duplantis",
            nation="SWE", seq=1, wind=-21),
        ran("warner-damian", Points(9_018), event="DEC", athlete="Damian Warner", nation="CAN", seq=1),
    ),
    decisions=(
        decided(f"{DAY}-ingebrigtsen-jakob", DecisionKind.SUBMITTED),
        decided(f"{DAY}-ingebrigtsen-jakob", DecisionKind.CORRECTED, mark=Mark.parse("3:45.1h")),
        decided("1500", DecisionKind.CORRECTED, nation="SWE"),
        decided("", DecisionKind.ANNULLED, athlete_key="ingebrigtsen-jakob", since=DAY, until=END),
        decided(f"{DAY}-ingebrigtsen-jakob", DecisionKind.REJECTED, END, level=Level.NR, scope="NOR"),
        decided(f"{DAY}-ingebrigtsen-jakob", DecisionKind.WITHDRAWN, END, level=Level.NR, scope="NOR",
                withdraws=DecisionKind.REJECTED, taken=DAY),
    ),
    coverage=(
        covers(), covers("LIST", down_to=Mark.parse("3:50.0")), covers(Level.NR, "NOR", age="U20"),
        covers(race=RaceKind.MIXED),
    ),
    venues=(Venue("Liévin", "FRA", 30, TrackKind.SHORT, 200_000, roof=True), Venue("Oslo")),
    competitions=(
        Competition("Meeting", CompetitionKind.MEETING, "World Indoor Tour"),
        Competition("Games", honours=True),
    ),
)  # fmt: skip


def test_every_field_of_a_fact_comes_back(where: Where) -> None:
    with Book.create(where) as book:
        assert book.append(WORLDWIDE) == 4
    with closing(Store.open(where)) as store, store.reading() as connection:
        for event in {performance.event for performance in WORLDWIDE.performances}:
            given = [one for one in WORLDWIDE.performances if one.event == event]
            assert rows.read_performances(connection, event, Sex.MEN) == given
        of_the_mile = [one for one in WORLDWIDE.decisions if one.performance_key != "1500"]
        assert rows.read_decisions(connection, "MILEsh", Sex.MEN) == of_the_mile
        assert rows.read_coverage(connection, "MILEsh", Sex.MEN) == list(WORLDWIDE.coverage)
        told = {athlete.key: athlete for athlete in WORLDWIDE.athletes}
        assert rows.read_athletes(connection) == [told[key] for key in sorted(told)]
        assert rows.read_births(connection, "DEC", Sex.MEN) == {
            "warner-damian": Birth(date(1989, 1, 1), BirthPrecision.YEAR)
        }
        assert rows.read_venues(connection) == {venue.name: venue for venue in WORLDWIDE.venues}
        assert rows.read_competitions(connection) == {one.name: one for one in WORLDWIDE.competitions}
        assert rows.read_source(connection, "tehuty") == OTHER


def test_the_same_facts_twice_change_nothing(where: Where) -> None:
    facts = replace(WORLDWIDE, venues=(), competitions=())  # what is known of a place is replaced
    with Book.create(where) as book:
        assert book.append(facts) == 4
        once = everything(where)
        assert book.append(facts) == 0
        assert not any(book.decide(decision) for decision in facts.decisions)
    assert everything(where) == once


@pytest.mark.parametrize(
    "wrong",
    [
        replace(NOTHING, performances=(ran("b", "3:50"), ran("c", "3:50", source_key="nobody"))),
        replace(NOTHING, performances=(ran("b", "3:50"), ran("a", "3:51", event="1500sh"))),
        replace(NOTHING, performances=(ran("b", "3:50"), ran("a", "3:51"))),
        replace(NOTHING, performances=(ran("b", "3:50"),), decisions=(decided("x", DecisionKind.RATIFIED),)),
        replace(NOTHING, performances=(ran("b", "3:50"),), coverage=(covers(down_to=Mark.parse("4:00")),)),
        replace(NOTHING, performances=(ran("b", "3:50"),), sources=(replace(SOURCE, who="Somebody else"),)),
    ],
    ids=["no source", "another's key", "another mark", "no performance", "covered otherwise", "other source"],
)  # fmt: skip
def test_facts_of_which_one_is_refused_leave_nothing(where: Where, wrong: Facts) -> None:
    with Book.create(where) as book:
        book.add(ran("a", "3:50"), SOURCE, coverage=[covers()])
        before = everything(where)
        with pytest.raises(BookError):
            book.append(wrong)
    assert everything(where) == before


def test_what_several_sources_say_stands_side_by_side(book: Book, where: Where) -> None:
    book.add(ran("a", "3:45.14"), SOURCE)
    book.add(ran("a", "3:45.1", source_key="tehuty"), OTHER)
    said = {(row[2], row[3], row[5]) for row in everything(where)["assertions"]}
    assert said == {("test", 225_140, 2), ("tehuty", 225_100, 1)}
    (followed,) = everything(where)["performances"]
    assert followed[5] == 225_140


NAMES = ["Ångström", "Zátopek", "a-b", "a b", "ab", "aB", "Ab", "A", "a", "a ", "é", "e\N{COMBINING ACUTE ACCENT}", "ß", "ss", "ſ", "I", "ı", "Ω", "日", "𝟙"]  # fmt: skip  # noqa: E501, RUF001


def test_names_are_told_apart_and_sorted_by_their_letters_alone(book: Book, where: Where) -> None:
    """As a program compares them: no language's dictionary makes two of them one, or moves one."""
    shuffled = Random(1).sample(NAMES, len(NAMES))
    assert book.add([ran(name, "3:50", athlete=name) for name in shuffled], SOURCE) == len(NAMES)
    for name in NAMES:
        assert not book.add(ran(name, "3:50", athlete=name), SOURCE)
    with closing(Store.open(where)) as store, store.reading() as connection:
        assert [athlete.key for athlete in rows.read_athletes(connection)] == sorted(NAMES)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\n", "\x85", "\u2028", "\ud800"])
def test_a_control_character_is_refused_in_any_text_and_nothing_is_kept(where: Where, sign: str) -> None:
    """What one database cannot keep, and what would end a line of another's."""
    text = f"a{sign}b"
    code = f"U\\+{ord(sign):04X}"
    with Book.create(where) as book:
        book.add(ran("a", "3:50"), SOURCE)
        before = everything(where)
        wrong = [
            *(
                replace(NOTHING, performances=(ran("b", "3:50"), ran("c", "3:50", **{field: told})))
                for field, told in (
                    ("note", text),
                    ("venue", text),
                    ("athlete", text),
                    ("key", text),
                    ("conditions", ("fine", text)),
                )
            ),
            replace(NOTHING, athletes=(Athlete("b", "B", "NOR", (text,)),)),
            replace(NOTHING, sources=(replace(OTHER, who=text),)),
            replace(NOTHING, venues=(Venue(text),)),
            replace(NOTHING, competitions=(Competition("C", series=text),)),
            replace(NOTHING, coverage=(covers(Level.MR, text),)),
            replace(NOTHING, decisions=(replace(decided(f"{DAY}-a", DecisionKind.RATIFIED), why=text),)),
        ]
        for facts in wrong:
            with pytest.raises(
                BookError, match=rf"^[^\n]*(NUL|a control character) \({code}\) stands in its \w+ "
            ):
                book.append(facts)
        with pytest.raises(BookError, match=f"{code}"):
            book.decide(replace(decided(f"{DAY}-a", DecisionKind.RATIFIED), by=text))
        with pytest.raises(BookError, match=f"{code}"):
            book.add([], replace(OTHER, url=text))
        with (
            Wholesale.open(where) as wide,
            pytest.raises(BookError, match=f"{code}"),
            wide.taking() as taking,
        ):
            taking.add([ran("b", "3:50"), ran("c", "3:50", round=text)], SOURCE)
    assert everything(where) == before


# Two who are one, and two again.


def test_a_merge_is_undone_and_what_arrived_meanwhile_goes_where_it_was_entered(where: Where) -> None:
    born = Athlete("slaney", "Mary Slaney", "USA", ("M. Slaney",), Birth(date(1958, 8, 4)))
    decker = Athlete("decker", "Mary Decker", "USA", (), Birth(date(1958, 1, 1), BirthPrecision.YEAR))
    whose = {"nation": "USA", "athlete": "Mary Slaney"}
    void = decided("", DecisionKind.ANNULLED, END, athlete_key="slaney", since=DAY, until=DAY)
    lists = [covers(), covers(Level.PB, "decker"), covers(Level.PB, "slaney"), covers(Level.SB, "slaney")]
    with Book.create(where) as book:
        mine = ran("decker", "4:20", DAY - timedelta(days=1), nation="USA", athlete="Mary Decker")
        book.add([mine, ran("slaney", "4:18", **whose)], SOURCE, athletes=[decker, born], coverage=lists)
        book.decide(void)
        before = (book.athletes(), part_of(book))
        assert book.merge("Mary Decker", "slaney", by="me", on=END, why="she married") == 1
        assert [one.key for one in book.athletes()] == ["decker"]
        assert book.add(ran("slaney", "4:18", **whose)) == 0
        later = ran("slaney", "4:17", DAY + timedelta(days=1), **whose)
        assert book.add(later) == 1
        with Wholesale.open(where) as wide, wide.taking() as taking:
            assert taking.add([ran("slaney", "4:16", DAY + timedelta(days=2), **whose), later]) == 1
        record = book.record("MILEsh", Sex.MEN, level=Level.PB, scope="Mary Slaney", as_of=END)
        assert isinstance(record, Standing)
        assert (str(record.mark), record.scope) == ("4:16", "decker")
        assert book.unmerge("Mary Slaney", by="me", on=END, why="another Mary", dry_run=True) == 3
        assert book.unmerge("Mary Slaney", by="me", on=END, why="another Mary") == 3
        after = (book.athletes(), part_of(book))
        assert after[0] == before[0]
        assert after[1].coverage == before[1].coverage
        assert after[1].history.decisions == before[1].history.decisions
        assert after[1].history.births == before[1].history.births
        assert {p.key: p.athlete_key for p in after[1].history.performances} == {
            mine.key: "decker",
            f"{DAY}-slaney": "slaney",
            f"{DAY + timedelta(days=1)}-slaney": "slaney",
            f"{DAY + timedelta(days=2)}-slaney": "slaney",
        }
        with pytest.raises(BookError, match=r"^'Mary Slaney' was merged into nobody"):
            book.unmerge("Mary Slaney")
        said = [(one.other, one.kept, one.undone, one.why) for one in book.merges_of(later.key)]
        assert said == [
            ("slaney", "decker", False, "she married"),
            ("slaney", "decker", True, "another Mary"),
        ]
    assert len(everything(where)["merges"]) == 2


def part_of(book: Book) -> Any:
    return book.part(EVENTS["MILEsh"], Sex.MEN)


@given(
    order=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6),
    undone=st.lists(st.integers(0, 3), max_size=6),
)
@settings(deadline=None, max_examples=15)
def test_when_every_merge_is_undone_the_book_is_as_it_was(
    order: list[tuple[int, int]], undone: list[int]
) -> None:
    """Chains of merges, undone in any order."""
    names = ["anna", "berta", "carla", "doris"]
    days = [DAY + timedelta(days=nth) for nth in range(len(names))]
    with Book.create() as book:
        book.add([ran(name, "4:20", day) for name, day in zip(names, days, strict=True)], SOURCE)
        before, athletes = part_of(book), book.athletes()
        for kept, other in order:
            try:
                book.merge(names[kept], names[other])
            except BookError as error:
                assert "is one athlete already" in str(error)  # noqa: PT017
        for nth in (*undone, *range(len(names))):
            try:
                book.unmerge(names[nth])
            except BookError as error:
                assert "was merged into nobody" in str(error)  # noqa: PT017
        after = part_of(book)
        assert book.athletes() == athletes
        assert after.history.performances == before.history.performances


# Readers and writers.


def test_every_change_moves_the_revision_and_nothing_else_does(book: Book, where: Where) -> None:
    def revision() -> int:
        ((_, revision),) = everything(where)["book"]
        return int(revision)

    told = [revision()]
    born = Athlete("a", "A", "NOR", (), Birth(date(2006, 5, 1)))
    for change in (
        lambda: book.add(ran("a", "3:50"), SOURCE),
        lambda: book.decide(decided(f"{DAY}-a", DecisionKind.RATIFIED)),
        lambda: book.add([], coverage=[covers()]),
        lambda: book.append(replace(NOTHING, athletes=(born,))),
        lambda: book.append(
            replace(NOTHING, competitions=(Competition("Meeting", CompetitionKind.MEETING),))
        ),
        lambda: book._store.forget("a"),
    ):
        change()
        told.append(revision())
    assert told == sorted(set(told))
    book.add([], SOURCE, coverage=[covers()])
    book.record("MILEsh", Sex.MEN, as_of=END)
    with pytest.raises(BookError):
        book.decide(decided("nobody", DecisionKind.RATIFIED))
    assert revision() == told[-1]


def test_a_reader_sees_one_view_while_another_writes(where: Where) -> None:
    with closing(Store.create(where)) as writer, closing(Store.open(where)) as reader:
        add_source(writer, "before")
        count = select(func.count()).select_from(schema.sources)
        with reader.reading() as connection:
            assert connection.execute(count).scalar() == 1
            add_source(writer, "meanwhile")
            assert connection.execute(count).scalar() == 1
        with reader.reading() as connection:
            assert connection.execute(count).scalar() == 2


def test_what_a_writer_has_not_finished_nobody_sees(where: Where) -> None:
    with closing(Store.create(where)) as writer:
        with writer.writing() as connection:
            connection.execute(schema.sources.insert().values(key="a", who="", url="", as_of=END))
            assert held(where) == 0
        assert held(where) == 1


def test_a_transaction_that_raises_leaves_nothing(where: Where) -> None:
    def fail(store: Store) -> None:
        with store.writing() as connection:
            connection.execute(schema.sources.insert().values(key="a", who="", url="", as_of=END))
            raise BookError("on second thoughts")

    with closing(Store.create(where)) as store, pytest.raises(BookError, match="on second thoughts"):
        fail(store)
    assert held(where) == 0


def test_a_second_writer_waits_for_the_first_and_sees_what_it_wrote(where: Where) -> None:
    with closing(Store.create(where)) as one, closing(Store.open(where)) as two:
        seen: list[int] = []
        begun = threading.Event()

        def write() -> None:
            begun.set()
            with two.writing() as connection:
                seen.append(len(connection.execute(select(schema.sources)).all()))

        with one.writing() as connection:
            thread = threading.Thread(target=write)
            thread.start()
            assert begun.wait(10)
            connection.execute(schema.sources.insert().values(key="first", who="", url="", as_of=END))
            thread.join(0.2)
            assert seen == []
        thread.join(10)
        assert seen == [1]


def test_a_writer_who_waited_too_long_is_told_and_nothing_is_added(
    where: Where, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store.create(where).close()
    monkeypatch.setattr(on_file, "_PATIENCE_S", 0.05)
    monkeypatch.setattr(on_server, "_PATIENCE_S", 0.05)
    with (
        closing(Store.open(where)) as one,
        closing(Store.open(where)) as two,
        one.writing(),
        pytest.raises(StoreError, match=r"^the book cannot be written \(.*lock.*\)$"),
    ):
        add_source(two, "second")
    assert held(where) == 0


def test_several_writers_lose_nothing_add_nothing_twice_and_keep_the_order_of_a_day(where: Where) -> None:
    with Book.create(where) as book:
        book.add([], SOURCE)
    new: list[int] = []
    start = threading.Barrier(4)

    def write(who: int) -> None:
        with Book.open(where) as book:
            start.wait()
            new.extend(book.add([ran(f"{who}-{n}", "3:50"), ran("everybody", "3:51")]) for n in range(8))

    threads = [threading.Thread(target=write, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(new) == 33
    told = everything(where)
    assert sorted(row[4] for row in told["performances"]) == list(range(1, 34))
    assert len(told["performance_keys"]) == len(told["assertions"]) == len(told["persons"]) == 33


# A person is forgotten.


PERSON = Athlete("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR", ("Jacob I.",), Birth(date(2006, 9, 19)))
LATER = ran("nuguse-yared", "3:45.99", DAY + timedelta(days=1), nation="USA")


def story_of(person: Athlete) -> Facts:
    mile = ran(person.key, "3:45.14", athlete=person.name)
    return Facts(
        (SOURCE,),
        (person, Athlete("nuguse-yared", "Yared Nuguse", "USA", (), Birth(date(1999, 6, 1)))),
        (ran("kejelcha", "3:47.01", date(2019, 3, 3), nation="ETH"), mile, LATER),
        (decided(mile.key, DecisionKind.RATIFIED, END),),
        (covers(), covers("LIST"), covers(Level.PB, person.key), covers(Level.WR, age="U20")),
    )


def told(book: Book, athlete: str, *, ages: tuple[str, ...] = ("all",)) -> str:
    """All of a book's answers, as a program reads them."""
    asked: dict[str, Any] = {"as_of": END}
    shown: list[Any] = []
    questions: list[dict[str, Any]] = [{"level": Level.PB, "scope": athlete}, {"ratified": True}]
    for age in ages:
        steps = book.progression("MILEsh", Sex.MEN, age=age, **asked)
        assert not isinstance(steps, NotKnown)
        shown.append(answers.progression(steps, as_of=END, known_at=END, ratified=False))
        questions.append({"age": age})
    for question in questions:
        found = book.record("MILEsh", Sex.MEN, **question, **asked)
        assert isinstance(found, Standing)
        shown.append(answers.record(found, as_of=END, known_at=END, ratified=False))
    listed = book.top("MILEsh", Sex.MEN, **asked)
    assert not isinstance(listed, NotKnown)
    shown.append(answers.all_time(listed, as_of=END, known_at=END))
    return json.dumps(shown, ensure_ascii=False)


def test_a_person_who_is_forgotten_keeps_what_was_run(where: Where) -> None:
    with Book.create(where) as book:
        book.append(replace(story_of(PERSON), coverage=story_of(PERSON).coverage[:3]))
        assert book._store.forget(PERSON.key) == "athlete-1"
    with Book.open(where) as book:
        record = book.record("MILEsh", Sex.MEN, as_of=END)
        best = book.record("MILEsh", Sex.MEN, level=Level.PB, scope="athlete-1", as_of=END)
        assert isinstance(record, Standing)
        assert isinstance(best, Standing)
        (holder,) = record.holders
        assert (record.mark, record.status, best.mark) == (Mark.parse("3:45.14"), "ratified", record.mark)
        assert (holder.athlete, holder.athlete_key, holder.key) == ("athlete-1", "athlete-1", "performance-2")
        assert book.athlete("athlete-1") == Athlete("athlete-1", "athlete-1", "NOR")
        assert book.decide(decided(holder.key, DecisionKind.ANNULLED, END))
        with pytest.raises(
            BookError, match=r"^no athlete 'ingebrigtsen-jakob' in the book \(name one by the key\)$"
        ):
            book._store.forget(PERSON.key)
    assert "ingebrigtsen" not in repr(everything(where)).casefold()
    assert "2006" not in repr(everything(where)["persons"])
    assert "Yared Nuguse" in repr(everything(where))


def test_answers_before_and_after_differ_by_the_name_alone(where: Where, tmp_path: Path) -> None:
    with Book.create(where) as book, Book.create(tmp_path / "other.sqlite") as other:
        book.append(story_of(PERSON))
        other.append(story_of(PERSON))
        nameless = book._store.forget(PERSON.key)
        expected = told(other, PERSON.key).replace(f'"{DAY}-{PERSON.key}"', '"performance-2"')
        for name in (PERSON.key, PERSON.name):
            assert f'"{name}"' in expected
            expected = expected.replace(f'"{name}"', f'"{nameless}"')
        assert told(book, nameless) == expected


def test_of_a_person_who_was_forgotten_no_byte_is_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "book.sqlite"
    with Book.create(path) as book:
        book.append(story_of(PERSON))
        book.append(replace(NOTHING, athletes=(Athlete(PERSON.key, "A former name", "NOR"),)))
        assert b"Jakob" in b"".join(part.read_bytes() for part in tmp_path.iterdir())
        book._store.forget(PERSON.key)
        left = b"".join(part.read_bytes() for part in tmp_path.iterdir()).lower()
        for name in (b"jakob", b"ingebrigtsen", b"former name", b"2006-09-19"):
            assert name not in left
        assert b"yared" in left


def test_of_a_person_who_was_forgotten_no_decision_and_no_merge_keeps_a_name(where: Where) -> None:
    other = Athlete("jakobsen", "Jakob Jakobsen", "NOR", ("J. Jakobsen",))
    with Book.create(where) as book:
        book.append(story_of(PERSON))
        book.add(ran("jakobsen", "4:00", DAY + timedelta(days=9), athlete="Jakob Jakobsen"), athletes=[other])
        key = f"{DAY}-{PERSON.key}"
        why = "protest of Nuguse against INGEBRIGTSEN, Jacob I., upheld"
        book.decide(replace(decided(key, DecisionKind.REJECTED, END), why=why, by="Jakob Ingebrigtsen"))
        void = decided("", DecisionKind.ANNULLED, END, athlete_key=PERSON.key, since=END, until=END)
        book.decide(replace(void, why="Ingebrigtsen's own wish"))
        book.merge(PERSON.key, "jakobsen", by="Jakobsen", on=END, why="Jakobsen is Ingebrigtsen")
        assert book._store.forget("jakobsen") == "athlete-1"
        decisions = book.part(EVENTS["MILEsh"], Sex.MEN).history.decisions
        assert [(one.by, one.why) for one in decisions if one.why] == [
            ("athlete-1", "protest of Nuguse against athlete-1, athlete-1, upheld"),
            ("World Athletics", "athlete-1's own wish"),
        ]
    left = repr(everything(where)).casefold()
    assert "nuguse" in left
    for name in ("ingebrigtsen", "jakob", "jacob"):
        assert name not in left


def test_no_answer_shows_a_birth_though_ages_are_reckoned_by_it(book: Book) -> None:
    book.append(story_of(PERSON))
    shown = told(book, PERSON.key, ages=("all", "U20"))
    assert '"age": "U20"' in shown
    for birth in ("2006-09-19", "2006", "1999", "born", "birth"):
        assert birth not in shown


# The same answers, whatever keeps the facts.


def histories() -> ModuleType:
    """The histories of ``tests/properties``, which nobody would type."""
    path = Path(__file__).resolve().parents[1] / "properties" / "test_book_answers.py"
    spec = spec_from_file_location("histories", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["histories"] = module
    spec.loader.exec_module(module)
    return module


HISTORIES = histories()
QUESTIONS = st.tuples(
    st.sampled_from(HISTORIES.LISTS),
    *[st.sampled_from(HISTORIES.DAYS)] * 2,
    st.booleans(),
    st.sampled_from(["all", "U20"]),
)
"""Which list, as of when, known when, ratified only, of what age."""


@pytest.fixture
def two_places(tmp_path_factory: pytest.TempPathFactory, new_address: Callable[[], str]) -> Callable[[], Any]:
    return lambda: (tmp_path_factory.mktemp("book") / "book.sqlite", new_address())


@given(story=HISTORIES.stories(), asked=st.lists(QUESTIONS, min_size=6, max_size=6))
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_and_a_server_give_the_same_answers(
    two_places: Callable[[], Any], story: Any, asked: list[Any]
) -> None:
    on_disk, on_postgresql = two_places()
    with Book.create(on_disk) as file, Book.create(on_postgresql) as server:
        assert file.append(story.facts) == server.append(story.facts)
        for (level, scope), as_of, known_at, ratified, age in asked:
            days = {"as_of": as_of, "known_at": known_at}
            whole = days | {"level": level, "scope": scope, "ratified": ratified, "age": age}
            assert file.record("MILEsh", Sex.MEN, **whole) == server.record("MILEsh", Sex.MEN, **whole)
            steps = [book.progression("MILEsh", Sex.MEN, **whole) for book in (file, server)]
            assert steps[0] == steps[1]
            for every in (False, True):
                lists = [
                    book.top("MILEsh", Sex.MEN, n=None, all_performances=every, **days)
                    for book in (file, server)
                ]
                assert lists[0] == lists[1]
        for performance in story.performances:
            assert file.break_by(performance) == server.break_by(performance)
    assert everything(on_disk) == everything(on_postgresql)


# What a server refuses, in one line.


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://", r"which database\? \(write postgresql://USER@HOST/NAME\)"),
        ("postgresql://u@h:x/db", r"not the address of a database \(write postgresql://USER@HOST/NAME\)"),
        ("postgresql://u@a..b/db", r"not the address of a database \(write postgresql://USER@HOST/NAME\)"),
        ("mysql://u@h/db", r"no book is kept on mysql \(name a file, or postgresql://USER@HOST/NAME\)"),
    ],
)
def test_an_address_of_another_kind_is_refused(address: str, said: str) -> None:
    for use in (Store.open, Store.create, Store.migrate):
        with pytest.raises(BookError, match=f"^{said}$"):
            use(address)


def test_without_the_driver_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(BookError, match=r"needs its driver \(install pacelight\[postgres\]\)$"):
        Store.open("postgresql://u@h/db")


def test_a_server_that_cannot_be_asked_is_a_failure(
    new_address: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert new_address()
    folder = f"postgresql://u:secret@/db?host={tmp_path}"
    with pytest.raises(
        StoreError, match=rf"^postgresql://u@/db\?host={tmp_path} cannot be reached \(No such file"
    ):
        Store.open(folder)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(
        StoreError, match=rf"^postgresql://u@127\.0\.0\.1:{port}/db cannot be reached \(Connection refused\)$"
    ):
        Store.create(f"postgresql://u:secret@127.0.0.1:{port}/db")

    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(
        StoreError,
        match=r"^no such host: postgresql://u@nowhere\.example/db \(look at its spelling, and at the",
    ):
        Store.open("postgresql://u:secret@nowhere.example/db")


def test_a_wrong_password_and_none_are_failures_that_do_not_show_it(
    postgres: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    postgres.sql("CREATE ROLE secretive LOGIN PASSWORD 'right'")
    address = postgres.address(user="secretive")
    with pytest.raises(StoreError, match=r"^[^\n]*no password supplied.* \(set PGPASSWORD, or write it into"):
        Store.open(address)
    with pytest.raises(StoreError, match=r"password authentication failed[^\n]*$") as refused:
        Store.open(address.replace("secretive@", "secretive:wrong@"))
    assert "wrong" not in str(refused.value)
    with pytest.raises(BookError, match="is not a book"):
        Store.open(address.replace("secretive@", "secretive:right@"))


def test_a_database_that_is_not_there_or_holds_no_book_is_refused(postgres: Any) -> None:
    for use in (Store.open, Store.create, Store.migrate):
        with pytest.raises(BookError, match=r"^no such database: [^\n]*/nope\S* \(make it: createdb nope\)$"):
            use(postgres.address("nope"))
    with pytest.raises(StoreError, match=r"cannot be reached \(role \"nobody\" does not exist\)$"):
        Store.open(postgres.address(user="nobody"))
    postgres.sql("CREATE DATABASE taken", "CREATE DATABASE old ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER 'libc' TEMPLATE template0")  # fmt: skip  # noqa: E501
    postgres.sql("CREATE TABLE sources (mine int)", database="taken")
    for use in (Store.open, Store.migrate):
        with pytest.raises(
            BookError, match=r"/taken\S* is not a book \(name a database in which Pacelight made"
        ):
            use(postgres.address("taken"))
    with pytest.raises(
        BookError, match=r"holds tables of others, as 'sources' \(make a database of its own\)$"
    ):
        Store.create(postgres.address("taken"))
    with pytest.raises(BookError, match=r"/old\S* keeps text as LATIN1 \(make it with encoding UTF8\)$"):
        Store.create(postgres.address("old"))


def test_a_book_is_not_made_twice(where: Where) -> None:
    with Book.create(where) as book:
        book.add(ran("a", "3:50"), SOURCE)
    before = everything(where)
    with pytest.raises(BookError, match=r"^there is a (file|book) already: .* \(name another, or open it\)$"):
        Store.create(where)
    assert everything(where) == before


def test_a_server_that_was_restarted_is_found_again(new_postgres: Callable[..., Any]) -> None:
    server = new_postgres()
    with Book.create(server.address()) as book:
        book.add(ran("a", "3:50"), SOURCE, coverage=[covers()])
        before = book.record("MILEsh", Sex.MEN, as_of=END)
        server.stop("fast")
        with pytest.raises(StoreError, match=r"cannot be reached \(No such file"):
            book.record("MILEsh", Sex.MEN, as_of=END)
        server.start(safe=False)
        assert book.record("MILEsh", Sex.MEN, as_of=END) == before
        assert book.add(ran("b", "3:50")) == 1


def test_who_may_only_read_can_ask_and_who_may_write_needs_no_more_than_the_manual_says(
    postgres: Any,
) -> None:
    postgres.sql("CREATE DATABASE shown", "CREATE ROLE reader LOGIN")
    with Book.create(postgres.address("shown")) as book:
        book.add(ran("a", "3:50"), SOURCE, coverage=[covers()])
        postgres.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader", database="shown")
        with Book.open(postgres.address("shown", "reader")) as reader:
            assert reader.record("MILEsh", Sex.MEN, as_of=END) == book.record("MILEsh", Sex.MEN, as_of=END)
            with pytest.raises(
                StoreError, match=r"^the book cannot be written \(permission denied for table"
            ):
                reader.add(ran("b", "3:50"))
        postgres.sql(
            "CREATE ROLE writer LOGIN",
            "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO writer",
            "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO writer",
            database="shown",
        )
        with Book.open(postgres.address("shown", "writer")) as writer:
            assert writer.add(ran("b", "3:50")) == 1
            assert writer.decide(decided(f"{DAY}-a", DecisionKind.RATIFIED))
            assert writer._store.forget("a") == "athlete-1"


@pytest.mark.parametrize(("set_to", "kept"), [("off", "on"), ("local", "local"), ("on", "on")])
def test_what_a_server_acknowledges_is_on_its_disk_whatever_it_is_set_to(
    new_address: Callable[[], str], set_to: str, kept: str
) -> None:
    where = new_address() + f"%20-csynchronous_commit%3D{set_to}"
    with closing(Store.create(where)) as store, store.writing() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == kept


def test_a_book_that_is_open_forgets_with_the_others(where: Where) -> None:
    with Book.create(where) as book, Book.open(where) as other:
        book.append(story_of(PERSON))
        before = told(book, PERSON.key)
        nameless = other._store.forget(PERSON.key)
        assert PERSON.name in before
        assert PERSON.name not in told(book, nameless)


def test_an_athlete_of_as_many_marks_in_two_events_is_asked_about_in_the_same(book: Book) -> None:
    marks = [ran("a", "3:50", key=sex, sex=sex, seq=1) for sex in (Sex.WOMEN, Sex.MIXED, Sex.MEN)]
    book.add(marks, SOURCE)
    with book._store.reading() as connection:
        assert rows.read_sexes(connection, "a") == [Sex.MEN, Sex.MIXED, Sex.WOMEN]

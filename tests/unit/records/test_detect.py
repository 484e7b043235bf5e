"""What a performance breaks, against small books."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete, Coverage, Performance, Source, Status
from pacelight.event import Level, Sex
from pacelight.mark import Mark
from pacelight.records import Finding, detect, enter

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
LIEVIN = date(2025, 2, 13)


def ran(key: str, mark: str, nation: str, day: date = LIEVIN, event: str = "MILEsh") -> Performance:
    return Performance(
        key=f"{day}-{event}-{key}",
        event=event,
        sex=Sex.MEN,
        mark=Mark.parse(mark),
        athlete_key=key,
        athlete=key.title(),
        nation=nation,
        day=day,
        venue="Liévin",
        competition="Meeting Hauts-de-France",
        source_key=SOURCE.key,
    )


def covers(level: Level, scope: str) -> Coverage:
    return Coverage(level, scope, "MILEsh", Sex.MEN, date(2019, 1, 1), source=SOURCE.key)


@pytest.fixture
def book() -> Iterator[Book]:
    with Book.create() as book:
        held = [
            ran("nuguse", "3:46.63", "USA", date(2025, 2, 8)),
            ran("habz", "3:47.56", "FRA", date(2025, 2, 8)),
            ran("larsen", "3:56.99", "NOR", date(2020, 2, 1)),
        ]
        lists = [
            covers(Level.WR, "WORLD"),
            covers(Level.AR, "EUR"),
            covers(Level.NR, "NOR"),
            covers(Level.PB, "larsen"),
        ]
        book.add(held, SOURCE, coverage=lists)
        yield book


def told(findings: list[Finding]) -> list[tuple[str, str, int]]:
    return [(finding.label, finding.scope, finding.by) for finding in findings]


def test_each_finding_says_what_stood_since_when_and_by_how_much_it_fell(book: Book) -> None:
    world, *_ = detect(book, ran("ingebrigtsen", "3:45.14", "NOR"))
    assert world == Finding(
        level=Level.WR,
        label="WR",
        scope="WORLD",
        code="MILEsh",
        mark=Mark.parse("3:45.14"),
        by=1490,
        stood=Mark.parse("3:46.63"),
        stood_since=date(2025, 2, 8),
        stood_by=("Nuguse",),
        equalled=False,
        en_route=False,
        athlete="Ingebrigtsen",
        nation="NOR",
        performance_key="2025-02-13-MILEsh-ingebrigtsen",
        status=Status.CANDIDATE,
    )
    assert world.sentence == (
        "WR WORLD, Mile short track: Ingebrigtsen (NOR) 3:45.14, by 1.49 s over 3:46.63 "
        "(Nuguse, 2025-02-08); candidate, not ratified"
    )


def test_findings_come_from_the_widest_scope_to_the_narrowest(book: Book) -> None:
    found = detect(book, ran("larsen", "3:45.14", "NOR"))
    assert told(found) == [
        ("WR", "WORLD", 1490),
        ("AR", "EUR", 2420),
        ("NR", "NOR", 11850),
        ("PB", "larsen", 11850),
    ]


def test_detecting_changes_nothing_in_the_book(book: Book) -> None:
    performance = ran("ingebrigtsen", "3:45.14", "NOR")
    assert detect(book, performance) == detect(book, performance)
    stood = book.record("MILEsh", Sex.MEN, as_of=LIEVIN)
    assert str(getattr(stood, "mark", None)) == "3:46.63"


def test_an_equalled_record_is_a_finding_by_nothing(book: Book) -> None:
    (found,) = detect(book, ran("teare", "3:46.63", "USA"))
    assert (found.label, found.equalled, found.by) == ("WR", True, 0)
    assert found.sentence.startswith("=WR WORLD, Mile short track: Teare (USA) 3:46.63, equals 3:46.63")


def test_a_tenth_and_a_hundredth_of_the_same_time_are_equal(book: Book) -> None:
    book.add(ran("coe", "3:46.6", "GBR", date(2025, 2, 10)))
    (found, *_) = detect(book, ran("teare", "3:46.60", "USA"))
    assert (found.label, found.equalled) == ("WR", True)


def test_a_slower_mark_breaks_nothing(book: Book) -> None:
    assert detect(book, ran("doyle", "3:57.00", "NOR")) == []


def test_a_list_that_the_book_does_not_cover_gives_no_finding(book: Book) -> None:
    assert told(detect(book, ran("doyle", "3:53.18", "IRL"))) == []
    assert told(detect(book, ran("nader", "3:46.00", "POR"))) == [("WR", "WORLD", 630), ("AR", "EUR", 1560)]


def test_the_first_mark_of_a_covered_list_breaks_nothing(book: Book) -> None:
    book.add([], SOURCE, coverage=[covers(Level.NR, "IRL")])
    assert detect(book, ran("doyle", "3:53.18", "IRL")) == []


def test_a_mark_that_is_not_official_breaks_nothing(book: Book) -> None:
    assert detect(book, replace(ran("ingebrigtsen", "3:45.14", "NOR"), official=False)) == []


def test_second_inside_the_old_record_is_no_record(book: Book) -> None:
    found = enter(book, [ran("winner", "3:45.14", "GBR"), ran("second", "3:46.00", "GBR")])
    assert [(finding.athlete, finding.label, finding.scope) for finding in found] == [
        ("Winner", "WR", "WORLD"),
        ("Winner", "AR", "EUR"),
    ]


def test_two_equal_winners_both_share_the_record(book: Book) -> None:
    found = enter(book, [ran("one", "3:46.00", "USA"), ran("two", "3:46.00", "USA")])
    assert [(finding.athlete, finding.equalled, str(finding.stood)) for finding in found] == [
        ("One", False, "3:46.63"),
        ("Two", True, "3:46.00"),
    ]


def test_a_mark_entered_twice_is_one_performance(book: Book) -> None:
    performance = ran("ingebrigtsen", "3:45.14", "NOR")
    once = enter(book, [performance])
    assert told(once) == told(enter(book, [performance]))
    held = book.record("MILEsh", Sex.MEN, as_of=LIEVIN)
    assert [holder.athlete for holder in getattr(held, "holders", ())] == ["Ingebrigtsen"]


def test_the_area_is_that_of_the_day(book: Book) -> None:
    # Kazakhstan: Asia; Israel was in Asia once and belongs to Europe since
    assert told(detect(book, ran("somebody", "3:47.00", "ISR"))) == [("AR", "EUR", 560)]
    assert told(detect(book, ran("somebody", "3:47.00", "KAZ"))) == []


def test_the_nation_is_the_one_on_the_performance_not_that_of_the_athlete(book: Book) -> None:
    book.add([], SOURCE, athletes=[Athlete("mover", "Mover", "KEN")])
    assert ("NR", "NOR", 1990) in told(detect(book, ran("mover", "3:55.00", "NOR")))


def test_thousandths_are_told_where_hundredths_do_not_say_it_all(book: Book) -> None:
    (found, *_) = detect(book, replace(ran("x", "3:46.00", "USA"), mark=Mark(226_621, 3)))
    assert "by 0.009 s over" in found.sentence

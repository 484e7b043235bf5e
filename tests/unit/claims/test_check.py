"""What the book says of statements: it holds what is true, and contradicts only what it knows to be wrong."""

from collections.abc import Callable
from datetime import date

import pytest

from pacelight import claims
from pacelight.book.asking.lists import Book
from pacelight.book.model import Status
from pacelight.claims import Verdict

Said = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "On Thursday Jakob Ingebrigtsen ran the indoor mile in 3:45.41.",
            ("mark", "3:45.41"),
        ),
        ("Hicham El Guerrouj ran the mile in 3:43.13 in 1998.", ("mark", "3:43.13")),
        (
            "Yared Nuguse's indoor mile world record of 3:46.73 fell.",
            ("record", "indoor mile world record of 3:46.73"),
        ),
        ("Noah Ngeny's mile world record of 3:43.13 stands.", ("record", "mile world record of 3:43.13")),
        (
            "Jakob Ingebrigtsen holds the mile world record.",
            ("record", "Jakob Ingebrigtsen holds the mile world record"),
        ),
        (
            "Jakob Ingebrigtsen's world record of 7:54.10 for two miles is old.",
            ("record", "world record of 7:54.10"),
        ),
        (
            "Jakob Ingebrigtsen's 3:43.73 is the fastest mile ever.",
            ("rank", "3:43.73 is the fastest mile ever"),
        ),
        (
            "Jakob Ingebrigtsen is fifth on the all-time list with 3:43.73 in the mile.",
            ("rank", "fifth on the all-time list with 3:43.73"),
        ),
        (
            "Jakob Ingebrigtsen ran the indoor mile in 3:45.14, 2.49 s faster than Yared Nuguse's 3:46.63.",
            ("margin", "2.49 s faster than Yared Nuguse's 3:46.63"),
        ),
        (
            "Yared Nuguse kept the indoor mile record for nine days.",
            ("interval", "Yared Nuguse kept the indoor mile record for nine days"),
        ),
    ],
)
def test_what_the_book_knows_to_be_wrong_is_contradicted(
    said: Said, text: str, wrong: tuple[str, str]
) -> None:
    assert [(kind, quote) for kind, quote, verdict in said(text) if verdict == "contradicted"] == [wrong]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Jakob Ingebrigtsen ran the indoor mile in 3:45.14, 1.49 s faster than Yared Nuguse's 3:46.63.",
            3,
        ),
        ("Jakob Ingebrigtsen beat Yared Nuguse's indoor mile world record of 3:46.63 with 3:45.14.", 3),
        ("Hicham El Guerrouj's world mile record of 3:43.13 has stood since 1999.", 2),
        ("Noah Ngeny ran a mile in 3:43.40 on 7 July 1999.", 1),
        ("Yared Nuguse ran 3:43.97 in the mile outdoors in 2023, the fourth fastest mile ever.", 2),
        ("Hobbs Kessler ran 3:46.90 on Saturday, the third fastest indoor mile ever.", 2),
        ("Daniel Komen ran two miles in 7:58.61, a world best, in 1997.", 2),
        ("Yared Nuguse passed 1500m in 3:31.74 on his way to the 3:46.63 indoor mile on 8 February 2025.", 2),
        ("Sebastian Coe shared the 1500m world record of 3:32.1 in 1980.", 1),
    ],
)
def test_what_is_true_holds_or_is_beyond_the_book(said: Said, text: str, held: int) -> None:
    verdicts = [verdict for _, _, verdict in said(text)]
    assert verdicts.count("holds") == held
    assert "contradicted" not in verdicts


@pytest.mark.parametrize(
    "text",
    [
        "Jakob Ingebrigtsen hoped to run the indoor mile in 3:45.41 on Thursday.",
        "On Thursday Jakob Ingebrigtsen won the indoor mile. He was at 3:00.12 with 200 m to go.",
        "Jakob Ingebrigtsen won ahead of Roy Unheard, who ran 3:59.99 in the indoor mile on Thursday.",
        "Hicham El Guerrouj, with his world record of 3:43.13, won the 1500m.",
        "Yared Nuguse ran 1500m indoors in 3:31.75 on 8 February 2025.",
        "John Landy ran a world record of 3:57.9 for the mile in 1954.",
        "John Landy's mile world record of 3:57.94 was the second under four minutes.",
        "Yared Nuguse kept the American indoor mile record for nine days.",
        "Yared Nuguse kept the indoor mile record for six days.",
        "Yared Nuguse kept the indoor mile record for less than five days.",
        "Jakob Ingebrigtsen's world record of 3:40.00 in the mile stands.",
        "Jakob Ingebrigtsen's record of 3:47.00 in the indoor mile is gone.",
    ],
)
def test_in_doubt_nothing_is_contradicted(said: Said, text: str) -> None:
    assert [verdict for _, _, verdict in said(text) if verdict == "contradicted"] == []


def test_a_claim_is_checked_as_of_its_day(said: Said) -> None:
    text = "Yared Nuguse holds the indoor mile world record. His 3:46.63 is the fastest indoor mile ever."
    then = [(kind, verdict) for kind, _, verdict in said(text, date(2025, 2, 12))]
    later = [(kind, verdict) for kind, _, verdict in said(text, date(2025, 2, 20))]
    assert then == [("record", "holds"), ("mark", "holds"), ("rank", "holds")]
    assert later == [("record", "contradicted"), ("mark", "holds"), ("rank", "beyond the book")]


def test_on_the_day_itself_the_record_of_the_eve_and_the_new_one_are_both_records(said: Said) -> None:
    text = (
        "Yared Nuguse holds the indoor mile world record of 3:46.63. "
        "Jakob Ingebrigtsen holds the indoor mile world record of 3:45.14."
    )
    verdicts = [verdict for kind, _, verdict in said(text, date(2025, 2, 13)) if kind == "record"]
    assert verdicts == ["holds", "holds"]


def test_a_book_that_ends_before_the_race_says_so() -> None:
    text = "On Thursday Jakob Ingebrigtsen ran the indoor mile in 3:45.14, a world record."
    with Book.starter(until=date(2025, 2, 12)) as book:
        read = claims.read(text, claims.known(book, text), date(2025, 2, 14))
        answers = claims.check(read, book, date(2025, 2, 14))
    assert [(one.claim.kind, one.verdict) for one in answers] == [
        ("mark", Verdict.BEYOND),
        ("record", Verdict.BEYOND),
    ]


def test_overall_is_the_better_of_both_roofs(said: Said) -> None:
    text = "Indoors he is fast, but {} holds the overall mile world record."
    assert [verdict for _, _, verdict in said(text.format("Hicham El Guerrouj"))] == ["holds"]
    assert [verdict for _, _, verdict in said(text.format("Jakob Ingebrigtsen"))] == ["contradicted"]


def test_the_evidence_is_a_performance_with_its_status_and_source(book: Book) -> None:
    text = "The indoor mile world record of 3:46.63 was set by a man."
    day = date(2025, 2, 14)
    (answer,) = claims.check(claims.read(text, {}, day), book, day)
    (evidence,) = answer.evidence
    assert answer.verdict is Verdict.HOLDS
    assert answer.as_of == day
    assert evidence.listed == "WR MILEsh men"
    assert evidence.performance.athlete == "Yared Nuguse"
    assert evidence.status is Status.PENDING
    assert evidence.source is not None
    assert evidence.source.key == evidence.performance.source_key

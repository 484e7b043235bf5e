"""What is found in a text, where, and what is left alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from pacelight.claims import Held, Lasted, Margin, Misprint, Ran, Ranked, Sense, When
from pacelight.claims.model import Claim, Topic
from pacelight.event import Level, Sex
from pacelight.mark import Mark

Read = Callable[..., tuple[Claim, ...]]

MILE_SH = Topic(("MILEsh",), (Sex.MEN, Sex.WOMEN))


def kinds(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.kind for claim in claims]


def test_a_mark_is_of_somebody_in_an_event_on_a_day(read: Read) -> None:
    (claim,) = read("On Thursday Jakob Ingebrigtsen ran the indoor mile in 3:45.14.")
    day = date(2025, 2, 13)
    assert claim.statement == Ran(MILE_SH, "ingebrigtsen-jakob", Mark.parse("3:45.14"), When(day, day))
    assert claim.quote == "3:45.14"


def test_a_record_has_a_level_and_a_mark(read: Read) -> None:
    (record, _) = read("Yared Nuguse's world indoor record of 3:46.63 in the mile fell.")
    assert isinstance(record.statement, Held)
    assert record.statement.level is Level.WR
    assert record.statement.who == "nuguse-yared"
    assert record.statement.mark == Mark.parse("3:46.63")
    assert record.statement.topic.events == ("MILEsh",)


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("His 3:43.73 in the mile outdoors is the third-fastest ever. ", 3),
        ("With his 3:43.73 in the mile outdoors he is third on the all-time list.", 3),
        ("His 3:43.73 is the fastest outdoor mile in history.", 1),
    ],
)
def test_a_rank_is_of_a_mark(read: Read, text: str, rank: int) -> None:
    found = [
        c.statement
        for c in read(f"Jakob Ingebrigtsen is Norwegian. {text}")
        if isinstance(c.statement, Ranked)
    ]
    assert [(one.rank, one.who, str(one.mark)) for one in found] == [(rank, "ingebrigtsen-jakob", "3:43.73")]


@pytest.mark.parametrize(
    "text",
    [
        "His 3:43.73 is one of the fastest outdoor miles ever, among the fastest ever.",
        "The 3:45.14 was his fastest indoor mile ever.",
        "His 3:43.73 is the fastest outdoor mile ever by a European.",
        "With 3:43.73 in the mile outdoors he is third on the Swedish all-time list.",
    ],
)
def test_a_rank_on_a_list_that_the_book_does_not_have_is_none(read: Read, text: str) -> None:
    assert "rank" not in kinds(read(f"Jakob Ingebrigtsen is Norwegian. {text}"))


@pytest.mark.parametrize(
    ("figure", "thousandths", "unit", "sense"),
    [
        ("1.49 seconds", 1490, 10, Sense.PLAIN),
        ("nearly two seconds", 2000, 1000, Sense.NEARLY),
        ("more than a second", 1000, 1000, Sense.MORE),
        ("a second and a half", 1500, 500, Sense.PLAIN),
        ("half a second", 500, 500, Sense.PLAIN),
        ("about three seconds", 3000, 1000, Sense.ABOUT),
    ],
)
def test_a_margin_is_a_figure_and_the_word_before_it(
    read: Read, figure: str, thousandths: int, unit: int, sense: Sense
) -> None:
    text = f"Jakob Ingebrigtsen ran the indoor mile in 3:45.14, {figure} faster than Yared Nuguse's 3:46.63."
    found = [claim.statement for claim in read(text) if isinstance(claim.statement, Margin)]
    assert [(one.thousandths, one.unit, one.sense) for one in found] == [(thousandths, unit, sense)]
    assert [(str(one.mark), str(one.other), one.other_who) for one in found] == [
        ("3:45.14", "3:46.63", "nuguse-yared")
    ]


@pytest.mark.parametrize(
    ("text", "unit", "length"),
    [
        ("Five days after Yared Nuguse's indoor mile record it was gone.", "days", (0, 0, 5)),
        ("Yared Nuguse kept the indoor mile record for 5 days.", "days", (0, 0, 5)),
        ("It beat the 22-year-old indoor mile record of Hicham El Guerrouj.", "years", (22, 0, 0)),
        ("Kenenisa Bekele held the 5000m record for 16 years, two months and 14 days.", "date", (16, 2, 14)),
    ],
)
def test_an_interval_is_of_a_record(read: Read, text: str, unit: str, length: tuple[int, int, int]) -> None:
    found = [claim.statement for claim in read(text) if isinstance(claim.statement, Lasted)]
    assert [(one.unit, one.length) for one in found] == [(unit, length)]


@pytest.mark.parametrize(
    "printed",
    ["3:45:14", "3.45.14", "3'45\"14", "3\u201945\u201d14", "3min 45.14sec", "3 min 45.14 s", "3:45,14"],
)
def test_a_malformed_mark_is_read_as_it_was_meant(read: Read, printed: str) -> None:
    mark, misprint = read(f"Jakob Ingebrigtsen ran the indoor mile in {printed} and won.")
    assert isinstance(mark.statement, Ran)
    assert isinstance(misprint.statement, Misprint)
    assert mark.statement.mark == misprint.statement.meant == Mark.parse("3:45.14")
    assert misprint.statement.why == f"not a time for Mile short track: '{printed}' (write 3:45.14)"


@pytest.mark.parametrize(
    "text",
    [
        "Jakob Ingebrigtsen ran the mile on 13.02.25 in Liévin.",
        "Jakob Ingebrigtsen ran a marathon in 3:45:14.",
        "Jakob Ingebrigtsen walked out at 20:11:54.",
        "The 5000m hurdles were won by Jakob Ingebrigtsen.",
        "Jakob Ingebrigtsen ran the mile in under 3:50.",
        "Pacemakers brought Jakob Ingebrigtsen to 1000m in 2:20.49.",
        "Roy Unheard ran the mile in 3:45.14, Jakob Ingebrigtsen watched.",
        "See https://example.org/2025/02/13/jakob-ingebrigtsen-mile-3:45:14",
        "",
    ],
)
def test_what_is_no_statement_of_the_book_s_people_is_left_alone(read: Read, text: str) -> None:
    assert read(text) == ()


def test_a_table_is_no_sentence(read: Read) -> None:
    row = "Jakob Ingebrigtsen ran the indoor mile in 3:45.14, "
    assert len(read(row * 15)) == 15
    assert read(row * 25) == ()


def test_a_stranger_between_takes_the_mark(read: Read) -> None:
    text = "Jakob Ingebrigtsen won the indoor mile in 3:45.14, Roy Unheard was second in 3:50.12."
    assert [claim.quote for claim in read(text)] == ["3:45.14"]


def test_he_is_of_whom_the_sentence_before_spoke(read: Read) -> None:
    text = "Five days after Yared Nuguse's record came Jakob Ingebrigtsen. He ran the indoor mile in 3:45.14."
    owners = [claim.statement.who for claim in read(text) if isinstance(claim.statement, Ran)]
    assert owners == ["ingebrigtsen-jakob"]


def test_what_the_text_leaves_open_has_every_reading(read: Read) -> None:
    indoors = read("The mile indoors is fast. Jakob Ingebrigtsen ran a mile in 3:43.73.")
    nowhere = read("Jakob Ingebrigtsen ran a mile in 3:43.73.")
    topics: list[Any] = [claim.statement for claim in (*indoors, *nowhere)]
    assert [said.topic.events for said in topics] == [("MILE", "MILEsh"), ("MILE",)]


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Jakob Ingebrigtsen hoped to run the indoor mile in 3:44.00.", True),
        ("Jakob Ingebrigtsen did not run the indoor mile in 3:44.00.", True),
        ("Jakob Ingebrigtsen ran his heat of the indoor mile in 3:59.00.", True),
        ("Jakob Ingebrigtsen ran the indoor mile in 3:44.00.", False),
    ],
)
def test_plans_doubts_and_denials_are_known_as_such(read: Read, text: str, *, hedged: bool) -> None:
    assert [claim.hedged for claim in read(text)] == [hedged]


def test_a_quotation_fits_its_place() -> None:
    said = Ran(MILE_SH, "somebody", Mark.parse("3:45.14"))
    with pytest.raises(ValueError, match=r"a quotation from 4 to 8 is not '3:45\.14'"):
        Claim(said, 4, 8, "3:45.14", "")

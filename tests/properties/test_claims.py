"""Laws of reading a text: it never fails, quotes what stands there, and does not see where lines break."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacelight import claims
from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete
from pacelight.claims import Claim, Verdict

DAY = date(2025, 2, 14)
PEOPLE = {
    name: Athlete(key, name, nation)
    for key, name, nation in (
        ("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR"),
        ("nuguse-yared", "Yared Nuguse", "USA"),
        ("el-guerrouj-hicham", "Hicham El Guerrouj", "MAR"),
    )
}
WORDS = (
    *(
        "Jakob Ingebrigtsen",
        "Yared Nuguse's",
        "Hicham El Guerrouj",
        "Roy Unheard",
        "he",
        "His",
        "the Norwegian",
    ),
    *("3:45.14", "3:46.63", "3:45:14", "3.45.14", "3'45\"14", "3min 45.14sec", "3:43.13", "1:99.99", "56.39"),
    *("indoor mile", "mile", "1500m", "1,500 meters", "two miles", "5000 m hurdles", "marathon", "indoors"),
    *("world record", "world indoor record of", "record", "personal best", "a national record", "world best"),
    *(
        "third on the all-time list with",
        "the fastest ever",
        "in history",
        "1.49 seconds faster than",
        "by a second",
    ),
    *(
        "nearly two seconds better than",
        "five days after",
        "kept it for five days",
        "22-year-old record of",
        "ago",
    ),
    *(
        "on Thursday",
        "on 8 February 2025",
        "in 1999",
        "since 1985",
        "Feb 30",
        "ran",
        "set",
        "broke",
        "took",
        "in",
    ),
    *(
        "of",
        "by",
        "was",
        "and",
        "(",
        ")",
        ",",
        ";",
        ".",
        ":",
        "*",
        "'s",
        "\n\n",
        "\ue000\ue002",
        "not",
        "would",
    ),
)
SAID = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
ANY = st.one_of(SAID, st.text(max_size=400))


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    with Book.starter() as starter:
        yield starter


def read(text: str) -> tuple[Claim, ...]:
    return claims.read(text, PEOPLE, DAY)


def seen(found: tuple[Claim, ...]) -> list[tuple[object, str, bool]]:
    """What is read, apart from the place."""
    return [(claim.statement, " ".join(claim.quote.split()), claim.hedged) for claim in found]


@given(ANY)
def test_a_quotation_stands_where_it_says(text: str) -> None:
    for claim in read(text):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip() == claim.quote != ""


@given(ANY)
def test_claims_come_in_the_order_of_the_text_and_none_twice(text: str) -> None:
    found = read(text)
    assert list(found) == sorted(found, key=lambda claim: (claim.start, claim.end))
    assert len(set(found)) == len(found)


@given(SAID, st.data())
def test_where_lines_break_says_nothing(text: str, data: st.DataObject) -> None:
    blanks = [place for place, letter in enumerate(text) if letter == " "]
    broken = list(text)
    for place in data.draw(st.sets(st.sampled_from(blanks)) if blanks else st.just(set())):
        if "\n" not in text[max(place - 2, 0) : place + 3]:  # else it would be an empty line
            broken[place] = "\n"
    assert [(c.start, c.end) for c in read("".join(broken))] == [(c.start, c.end) for c in read(text)]
    assert seen(read("".join(broken))) == seen(read(text))


@given(SAID, st.sampled_from(["  ", "\r\n", "\t", " \n "]))
def test_nor_how_wide_a_blank_is(text: str, blank: str) -> None:
    assert seen(read(text.replace("\n\n", "x").replace(" ", blank))) == seen(read(text.replace("\n\n", "x")))


@given(ANY)
def test_a_day_is_found_or_not(text: str) -> None:
    found = claims.dated(text)
    assert found is None or 1900 <= found.year < 2100


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAID)
def test_every_claim_is_answered_in_its_place(book: Book, text: str) -> None:
    found = read(text)
    answers = claims.check(found, book, DAY)
    assert [answer.claim for answer in answers] == list(found)
    for answer in answers:
        assert answer.why
        assert (answer.verdict is Verdict.MALFORMED) == (answer.claim.kind == "malformed")
        assert answer.verdict is not Verdict.CONTRADICTED or not answer.claim.hedged
        assert answer.verdict not in {Verdict.HOLDS, Verdict.CONTRADICTED} or answer.evidence
        assert all(one.performance.day <= DAY for one in answer.evidence)


@given(st.text(alphabet="Aa'\u2019 \n-", max_size=200))
def test_names_are_looked_for_in_any_text(text: str) -> None:
    with Book.create() as empty:
        assert claims.known(empty, text) == {}

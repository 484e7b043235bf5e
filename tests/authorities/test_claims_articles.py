"""Twenty published texts, retold with the marks, dates and mistakes of their pages, against the shipped book.

Two are typed out, statement by statement. Of all it is shown that nothing that is true is contradicted,
and that what is contradicted or malformed is so for the reason given here.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pacelight import claims
from pacelight.book.asking.lists import Book
from pacelight.claims import Answer, Verdict

DAYS = {
    "01": date(2025, 2, 13),
    "02": date(2025, 2, 13),
    "03": date(2025, 2, 14),
    "04": date(2025, 2, 13),
    "05": date(2025, 2, 14),
    "06": date(2025, 2, 14),
    "07": date(2020, 8, 14),
    "08": date(2020, 8, 15),
    "09": date(2020, 8, 15),
    "10": date(2020, 8, 15),
    "11": date(2023, 7, 21),
    "12": date(2023, 7, 22),
    "13": date(2023, 7, 22),
    "14": date(2023, 7, 22),
    "15": date(2019, 3, 4),
    "16": date(2019, 3, 3),
    "17": date(2019, 3, 4),
    "18": date(2019, 3, 3),
    "19": date(2024, 7, 5),
    "20": date(1999, 7, 7),
}
"""Of each text; where it does not say so itself, a day that fits what it tells."""

FOUND = {"01", "07", "11", "12", "15", "16", "18", "20"}
"""The texts that say of which day they are."""

FIRST = [
    ("record", "indoor mile world record to 3:46.63", "holds"),
    ("mark", "3:46.63", "holds"),
    ("interval", "he kept it for five days", "holds"),
    ("mark", "3:45:14", "holds"),
    ("malformed", "3:45:14", "malformed"),
    ("rank", "the fastest times in history over 2000m (4:43.13)", "holds"),
    ("rank", "the fastest times in history over 2000m (4:43.13), 3000m (7:17.55)", "holds"),
    (
        "rank",
        "the fastest times in history over 2000m (4:43.13), 3000m (7:17.55) and two miles (7:54.10)",
        "holds",
    ),
    ("mark", "4:43.13", "holds"),
    ("mark", "7:17.55", "holds"),
    ("mark", "7:54.10", "holds"),
    ("record", "indoor 1500m record of 3:30.60", "holds"),
    ("mark", "3:30.60", "holds"),
    ("mark", "3:29.63", "holds"),
    ("rank", "third on the all-time list with 3:43.73", "holds"),
    ("mark", "3:43.73", "holds"),
    ("record", "Hicham El Guerrouj, 3:43:13 in 1999, keeps the overall world record", "holds"),
    ("mark", "3:43:13", "holds"),
    ("malformed", "3:43:13", "malformed"),
]

SECOND = [
    ("interval", "Five days after Yared Nuguse's world indoor mile record", "holds"),
    ("record", "Yared Nuguse's world indoor mile record", "holds"),
    (
        "record",
        "Jakob Ingebrigtsen took the mile mark* and, on the way, the world indoor 1500m record",
        "holds",
    ),
    ("mark", "3:29.63", "holds"),
    ("margin", "nearly a second better than his own mark from the same track in 2022", "holds"),
    ("mark", "3:45.14", "holds"),
    ("mark", "3:46.63", "holds"),
]

CONTRADICTED = {
    (
        "19",
        "standing world records turns 25: Hicham El Guerrouj's mile of 3:43.40",
    ): "3:43.40 was Noah Ngeny's that day; the record is 3:43.13",
}
"""All that is contradicted in the twenty, and why it is wrong."""

MALFORMED = {
    "01": ["3:45:14", "3:43:13"],
    "03": ["3min 45.14sec"],
    "04": ["3.45.14", "3.43.73"],
    "10": ["12'35\"36", "12'37\"35"],
    "16": ["3min 47.01sec"],
}

BEYOND = {
    ("03", "3:53.18, an indoor personal best"): "Doyle's earlier bests are not in the book",
    ("05", "3:57.9"): "ratified as 3:58.0: the book follows that, and notes the other",
    ("06", "1:52.55"): "800 m on the way is no performance that the book has",
    ("07", "7:35.14"): "3000 m on the way, the same",
    ("08", "2:33.24"): "a kilometre",
    ("13", "4:17.25"): "national records of the women's mile are not in the book; Budd's was 4:17.57",
    ("13", "American record of 4:16.71"): "the same; it is there as a world record of its day",
    ("15", "3:31.25 is third on the indoor all-time list"): "no such list as of 2019",
    ("16", "3:31.25 was the third-fastest ever"): "the same",
    ("18", "3:47.01"): "Spanish: the event is not understood",
    ("19", "3:43.40"): "not his on any day; whether he ran it elsewhere the book cannot tell",
}
"""Where the book ends, and why."""

NOT_READ = {
    "06": ["took a second and a half off"],  # of which of his two marks?
    "12": ["Nigerian"],  # nations are not checked
    "13": ["3:06.8", "59.5"],  # points on the way: they do not add up to 4:07.64
    "15": ["809m", "3:47.02"],  # no distance; a mark whose owner is not said
    "19": ["more than a second slower"],  # with his true mark it is right, with the printed one wrong
}
"""Some of what is wrong or doubtful, and is not read: see ``docs/reference/claims.md``."""


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    with Book.starter() as starter:
        yield starter


@pytest.fixture(scope="module")
def texts(shared_data: Path) -> dict[str, str]:
    return {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted((shared_data / "articles").glob("*.txt"))
    }


@pytest.fixture(scope="module")
def answers(book: Book, texts: dict[str, str]) -> dict[str, tuple[Answer, ...]]:
    return {
        name: claims.check(claims.read(text, claims.known(book, text), DAYS[name]), book, DAYS[name])
        for name, text in texts.items()
    }


def with_verdict(answers: dict[str, tuple[Answer, ...]], verdict: Verdict) -> set[tuple[str, str]]:
    return {
        (name, answer.claim.quote)
        for name, of_it in answers.items()
        for answer in of_it
        if answer.verdict is verdict
    }


def test_the_day_is_found_where_a_text_says_it(texts: dict[str, str]) -> None:
    found = {name: claims.dated(text) for name, text in texts.items()}
    assert found == {name: DAYS[name] if name in FOUND else None for name in texts}
    assert len(texts) == 20


@pytest.mark.parametrize(("name", "expected"), [("01", FIRST), ("02", SECOND)])
def test_every_statement_of_the_first_two_is_found_and_answered(
    answers: dict[str, tuple[Answer, ...]], name: str, expected: list[tuple[str, str, str]]
) -> None:
    found = [(one.claim.kind, one.claim.quote, one.verdict.value) for one in answers[name]]
    assert sorted(found) == sorted(expected)


def test_only_what_is_wrong_is_contradicted(answers: dict[str, tuple[Answer, ...]]) -> None:
    assert with_verdict(answers, Verdict.CONTRADICTED) == set(CONTRADICTED)


def test_the_mark_of_el_guerrouj_is_set_right(answers: dict[str, tuple[Answer, ...]]) -> None:
    (wrong,) = (one for one in answers["19"] if one.verdict is Verdict.CONTRADICTED)
    (evidence,) = wrong.evidence
    assert (evidence.performance.athlete, str(evidence.performance.mark)) == ("Hicham El Guerrouj", "3:43.13")
    assert evidence.performance.day == date(1999, 7, 7)


def test_every_malformed_mark_is_found(answers: dict[str, tuple[Answer, ...]]) -> None:
    found = {
        name: [one.claim.quote for one in of_it if one.verdict is Verdict.MALFORMED]
        for name, of_it in answers.items()
    }
    assert {name: quotes for name, quotes in found.items() if quotes} == MALFORMED


def test_where_the_book_ends_it_says_so(answers: dict[str, tuple[Answer, ...]]) -> None:
    assert with_verdict(answers, Verdict.BEYOND) == set(BEYOND)


def test_what_is_not_read_is_not_answered(
    answers: dict[str, tuple[Answer, ...]], texts: dict[str, str]
) -> None:
    for name, quotes in NOT_READ.items():
        for quote in quotes:
            assert quote in texts[name]
            assert not any(quote in one.claim.quote for one in answers[name])


def test_every_answer_that_is_one_has_its_evidence(answers: dict[str, tuple[Answer, ...]]) -> None:
    decided = [
        one
        for of_it in answers.values()
        for one in of_it
        if one.verdict in {Verdict.HOLDS, Verdict.CONTRADICTED}
    ]
    assert len(decided) > 80
    for answer in decided:
        assert answer.evidence
        assert all(one.source is not None for one in answer.evidence)
        assert all(one.performance.day <= answer.as_of for one in answer.evidence)

"""What people have looked at, and decisions that do not run into one another."""

import threading
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.attestation import Attestation, Attested, standing
from pacelight.book.keeping.deciding import DecidedMeanwhileError
from pacelight.book.model import Decision, DecisionKind, Performance, Source
from pacelight.book.store.attested import append_attestation
from pacelight.book.store.store import Store
from pacelight.errors import BookError
from pacelight.event import Sex
from pacelight.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = Source("test", "Made for this test", "", date(2025, 1, 1))
DAY = date(2025, 2, 13)
RAN = Performance("a", "MILEsh", Sex.MEN, Mark.parse("3:50"), "ann-a", "Ann A", "NOR", DAY, "", "")
LOOKED = Attestation("a", "doping", Attested.MET, "statistics", "form 17", 1_739_450_000)
RATIFIED = Decision("a", DecisionKind.RATIFIED, DAY, DAY, "the jury", "so", "")

Where = Path | str


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Where:
    if request.param == "sqlite":
        place: Where = tmp_path / "book.sqlite"
    else:
        new: Callable[[], str] = request.getfixturevalue("new_address")
        place = new()
    with Book.create(place) as book:
        book.add(RAN, SOURCE)
    return place


def test_what_was_looked_at_is_kept_in_order_and_the_last_word_stands(where: Where) -> None:
    again = replace(LOOKED, says=Attested.NOT_MET, why="lost", at_s=LOOKED.at_s + 60)
    back = replace(LOOKED, says=Attested.OPEN, why="", at_s=LOOKED.at_s + 120)
    other = replace(LOOKED, condition="shoes")
    with Book.open(where) as book:
        before = book.revision
        for one in (LOOKED, other, again):
            book.attest(one)
        assert book.revision == before + 3
        assert book.attestations("a") == [LOOKED, other, again]
        assert standing(book.attestations("a")) == {"doping": again, "shoes": other}
        book.attest(back)
        assert standing(book.attestations("a")) == {"shoes": other}


def test_of_nothing_nothing_is_attested(where: Where) -> None:
    with Book.open(where) as book:
        for ask in (book.attestations, book.decisions_about):
            with pytest.raises(BookError, match="no performance 'z' in the book"):
                ask("z")
        with pytest.raises(BookError, match="no performance 'z' in the book"):
            book.attest(replace(LOOKED, performance_key="z"))
        with pytest.raises(BookError, match="a control character"):
            book.attest(replace(LOOKED, why="two\nlines"))
        assert book.attestations("a") == []


@pytest.mark.parametrize("changed", [{"by": ""}, {"condition": ""}, {"performance_key": ""}, {"at_s": -1}])
def test_a_look_that_cannot_be_is_refused(changed: dict[str, str]) -> None:
    with pytest.raises(BookError):
        replace(LOOKED, **changed)  # type: ignore[arg-type]


def test_a_decision_that_has_not_seen_the_last_one_is_refused_and_writes_nothing(where: Where) -> None:
    rejected = replace(RATIFIED, kind=DecisionKind.REJECTED)
    with Book.open(where) as book:
        seen = book.decisions_about("a")
        assert book.decide(RATIFIED, seen=seen)
        with pytest.raises(DecidedMeanwhileError, match="somebody has decided about it meanwhile"):
            book.decide(rejected, seen=seen)
        assert book.decisions_about("a") == seen + 1
        assert book.decide(rejected, seen=seen + 1)


def test_of_two_who_decide_at_once_one_is_told_of_the_other(where: Where) -> None:
    kinds = (DecisionKind.RATIFIED, DecisionKind.REJECTED)
    start, told = threading.Barrier(2), []

    def decide(kind: DecisionKind) -> None:
        with Book.open(where) as book:
            start.wait()
            try:
                told.append(book.decide(replace(RATIFIED, kind=kind), seen=0))
            except DecidedMeanwhileError:
                told.append(False)

    threads = [threading.Thread(target=decide, args=(kind,)) for kind in kinds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [False, True]
    with Book.open(where) as book:
        assert book.decisions_about("a") == 1


def test_what_was_decided_lately_is_told_the_latest_first(where: Where) -> None:
    later = replace(RATIFIED, kind=DecisionKind.ANNULLED, decided=date(2025, 3, 1), learned=date(2025, 3, 2))
    with Book.open(where) as book:
        book.decide(later)
        book.decide(RATIFIED)
        assert book.decided_lately(5) == [later, RATIFIED]
        assert book.decided_lately(1) == [later]


def test_who_is_forgotten_stands_in_no_note(where: Where) -> None:
    with closing(Store.open(where)) as store:
        with store.writing() as connection:
            append_attestation(connection, replace(LOOKED, by="Ann", why="Ann A was tested"))
        nameless = store.forget("ann-a")
    with Book.open(where) as book:
        ((event, sex),) = book.contested()
        (one,) = book.part(event, sex).history.performances
        (said,) = book.attestations(one.key)
    assert (said.by, said.why) == (nameless, f"{nameless} was tested")

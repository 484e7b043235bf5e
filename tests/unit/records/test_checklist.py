"""The checklist of ratification: what the book and the race's evidence fill in, and what needs a person."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Decision, DecisionKind, Performance, Venue
from pacelight.errors import BookError
from pacelight.event import Level, Sex
from pacelight.mark import Mark, Timing
from pacelight.records.checklist import Known, Verdict, checklist, open_ones
from pacelight.records.known import known_of, levels_of
from pacelight.records.ratification import conditions, of_performance

DAY = date(2025, 2, 13)
END = date(2025, 12, 31)
LIEVIN = "2025-02-13-lievin-MILEsh-men-ingebrigtsen-jakob"
SPLIT = "2025-02-13-lievin-1500sh-men-ingebrigtsen-jakob"


def ran(code: str = "MILEsh", mark: str = "3:45.14", **other: Any) -> Performance:
    told: dict[str, Any] = {
        "athlete_key": "a",
        "athlete": "Jakob Ingebrigtsen",
        "nation": "NOR",
        "sex": Sex.MEN,
    }
    told |= {"day": DAY, "venue": "Liévin", "competition": "Meeting"}
    return Performance(key=f"{code}-{mark}", event=code, mark=Mark.parse(mark), **told | other)


def evidence(**other: Any) -> dict[str, Any]:
    passings = [
        {"distance_m": 1500.0, "elapsed_s": 209.63, "text": "3:29.63", "official": True, "method": "photo"},
        {"distance_m": 1609.344, "elapsed_s": 225.14, "text": "3:45.14", "official": True, "method": "photo"},
    ]
    result = {"place": 1, "mark": None, "status": None}
    run = {"bib": "1", "athlete": "Jakob INGEBRIGTSEN", "splits": passings, "gaps": [], "result": result}
    others = [{"bib": bib, "athlete": bib, "splits": [], "gaps": [], "result": None} for bib in ("2", "3")]
    whole = {
        "schema": "pacelight.evidence/2",
        "race": {"id": "x", "event": "MILEsh", "sex": "men", "day": "2025-02-13", "state": "done"},
        "asked": [{"name": "record"}],
        "shown": {"gun_unix_ns": 1, "rate": 1.0, "output": {"frames": 9, "late": 0, "lateness_p99_ms": 1}},
        "run": [run, *others],
    }
    return whole | other


def verdict(known: Known, key: str) -> tuple[Verdict, str]:
    (found,) = (one for one in checklist(known) if one.condition.key == key)
    return found.verdict, found.why


def test_every_condition_says_where_it_is_from_and_none_claims_a_text_that_was_not_read() -> None:
    assert len({one.key for one in conditions()}) == len(conditions())
    assert {one.rule for one in conditions()} == {"CR31", "CR32", "TR5", "TR6", "TR19"}
    assert not any(one.confirmed for one in conditions())
    assert all(one.says and one.says == one.says.strip() for one in conditions())


@pytest.mark.parametrize(
    ("performance", "levels", "there", "absent"),
    [
        (
            ran(),
            [Level.WR],
            {"lights", "signed", "doping", "esa", "photo"},
            {"wind", "start", "timing", "nation"},
        ),
        (ran(), [Level.NR], {"nation"}, {"signed", "doping", "finished"}),
        (ran("100", "9.80"), [Level.WR], {"wind", "start", "timing"}, {"esa", "course"}),
        (ran("800", "1:40.91"), [Level.WR], {"timing", "esa"}, {"start", "wind"}),
        (ran("1500sh", "3:29.63", en_route_of="MILEsh"), [], {"finished", "signed", "nation"}, {"course"}),
        (ran("MAR", "2:09:56", sex=Sex.WOMEN), [Level.WR], {"race", "course"}, {"photo", "lap", "lights"}),
        (ran("4X1", "36.84"), [Level.WR], {"one_nation", "start"}, {"race"}),
    ],
)
def test_a_condition_is_asked_of_those_whom_it_concerns(
    performance: Performance, levels: list[Level], there: set[str], absent: set[str]
) -> None:
    asked = {one.key for one in of_performance(performance, levels)}
    assert there <= asked
    assert absent & asked == set()
    assert absent <= {one.key for one in conditions()}


def test_without_evidence_what_the_book_does_not_know_is_not_known() -> None:
    told = {one.condition.key: one.verdict for one in checklist(Known(ran()), [Level.WR])}
    assert told == {
        "official": Verdict.MET,
        "result": Verdict.NOT_KNOWN,
        "competitors": Verdict.NOT_KNOWN,
        "meeting": Verdict.PERSON,
        "precision": Verdict.MET,
        "photo": Verdict.PERSON,
        "lap": Verdict.NOT_KNOWN,
        "certificate": Verdict.PERSON,
        "lights": Verdict.NOT_KNOWN,
        "shoes": Verdict.PERSON,
        "doping": Verdict.PERSON,
        "esa": Verdict.PERSON,
        "form": Verdict.NOT_KNOWN,
        "signed": Verdict.PERSON,
    }
    assert open_ones(checklist(Known(ran()), [Level.WR])) == 12


def test_the_evidence_of_the_race_fills_in_what_it_shows() -> None:
    known = Known(ran(), evidence=evidence())
    assert verdict(known, "result") == (Verdict.MET, "the evidence has 3:45.14")
    assert verdict(known, "competitors") == (Verdict.MET, "3 started, as the evidence has it")
    assert verdict(known, "lights")[0] is Verdict.NOT_MET
    noted = replace(known, performance=ran(note="paced; pacing lights used"))
    assert verdict(noted, "lights") == (Verdict.MET, "the book notes them")
    dark = Known(ran(), evidence=evidence(asked=[]))
    assert verdict(dark, "lights") == (Verdict.MET, "none ran, as the evidence has it")
    assert verdict(Known(ran(mark="3:45.13"), evidence=evidence()), "result") == (
        Verdict.NOT_MET,
        "the evidence has 3:45.14, the book 3:45.13",
    )


def test_on_the_way_the_whole_distance_has_to_be_finished() -> None:
    split = ran("1500sh", "3:29.63", en_route_of="MILEsh")
    assert verdict(Known(split, evidence=evidence()), "result") == (Verdict.MET, "the evidence has 3:29.63")
    assert verdict(Known(split, evidence=evidence()), "finished")[0] is Verdict.MET
    out = evidence()
    out["run"][0]["result"] = {"place": None, "mark": None, "status": "DNF"}
    assert verdict(Known(split, evidence=out), "finished") == (Verdict.NOT_MET, "the evidence has DNF")
    assert verdict(Known(split), "finished")[0] is Verdict.NOT_KNOWN
    assert verdict(Known(split, others=[ran()]), "finished")[0] is Verdict.MET


@pytest.mark.parametrize(
    ("other", "offence"),
    [
        ({"schema": "pacelight.line/1"}, r"not the evidence of a race \(write it by: pacelight race"),
        (
            {"race": {"event": "1500sh", "sex": "men", "day": "2025-02-13"}},
            "of another race: 1500sh men 2025-02-13",
        ),
        ({"race": {"event": "MILEsh", "sex": "men", "day": "2025-02-12"}}, "not MILEsh men 2025-02-13"),
    ],
)
def test_evidence_of_something_else_is_refused(other: dict[str, Any], offence: str) -> None:
    with pytest.raises(BookError, match=offence):
        Known(ran(), evidence=evidence(**other))


@pytest.mark.parametrize(
    ("performance", "key", "found"),
    [
        (ran(official=False), "official", Verdict.NOT_MET),
        (ran(mark="3:45.1"), "precision", Verdict.NOT_MET),
        (ran("100", "9.80", wind=20), "wind", Verdict.MET),
        (ran("100", "9.80", wind=21), "wind", Verdict.NOT_MET),
        (ran("100", "9.80"), "wind", Verdict.NOT_KNOWN),
        (ran("100", "9.80", flags="NWI"), "wind", Verdict.NOT_MET),
        (replace(ran("800", "1:40.91"), mark=Mark.parse("1:40.91", Timing.FAT)), "timing", Verdict.MET),
        (replace(ran("800", "1:41.0"), mark=Mark.parse("1:41.0", Timing.HAND)), "timing", Verdict.NOT_MET),
        (
            replace(ran("800", "1:41.0"), mark=Mark.parse("1:41.0", Timing.UNKNOWN)),
            "timing",
            Verdict.NOT_KNOWN,
        ),
        (ran(nation="ANA"), "nation", Verdict.NOT_MET),
        (ran("5RR", "14:13", sex=Sex.WOMEN), "race", Verdict.NOT_KNOWN),
        (ran("5RR", "14:13", sex=Sex.WOMEN, flags="Wo"), "race", Verdict.MET),
    ],
)
def test_what_the_book_has_of_a_mark_is_judged_by_its_rule(
    performance: Performance, key: str, found: Verdict
) -> None:
    assert verdict(Known(performance), key)[0] is found


def test_the_lap_is_that_of_the_venue() -> None:
    for lap, found in ((200_000, Verdict.MET), (300_000, Verdict.NOT_MET), (None, Verdict.NOT_KNOWN)):
        known = Known(ran(), venue=Venue("Liévin", lap_mm=lap))
        assert verdict(known, "lap")[0] is found


def test_the_form_is_in_time_for_thirty_days() -> None:
    for day, found in ((date(2025, 3, 15), Verdict.MET), (date(2025, 3, 16), Verdict.NOT_MET)):
        sent = Decision("a", DecisionKind.SUBMITTED, day, day, "the organisers", "", "")
        assert verdict(Known(ran(), decided=[sent]), "form")[0] is found


@pytest.fixture
def ask() -> Callable[[str], tuple[Known, tuple[Level, ...]]]:
    def known(key: str) -> tuple[Known, tuple[Level, ...]]:
        with Book.starter() as book:
            found = known_of(book, key, known_at=END)
            return found, levels_of(book, found.performance)

    return known


def test_a_book_knows_who_else_was_in_the_race(ask: Callable[[str], tuple[Known, tuple[Level, ...]]]) -> None:
    known, levels = ask(LIEVIN)
    assert levels == (Level.WR, Level.AR, Level.NR)
    assert verdict(known, "competitors") == (Verdict.MET, "the book holds 9 of that race")
    assert verdict(known, "form") == (Verdict.MET, "submitted on 2025-02-13")
    on_the_way, _ = ask(SPLIT)
    assert verdict(on_the_way, "finished") == (Verdict.MET, "the book holds MILEsh 3:45.14 of the same race")

"""Circumstances are remarks; no rule looks at them."""

from dataclasses import replace
from datetime import date

from pacelight.book.model import Performance
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.records import Conditions, remarked

MARK = Performance(
    key="k",
    event="MILEsh",
    sex=Sex.MEN,
    mark=Mark.parse("3:45.14"),
    athlete_key="ingebrigtsen-jakob",
    athlete="Jakob Ingebrigtsen",
    nation="NOR",
    day=date(2025, 2, 13),
    venue="Liévin",
    competition="Meeting",
)
ALL = Conditions(pacing_lights=True, pacemakers=("A. One", "B. Two"), mixed=True)


def test_the_circumstances_stand_in_the_note() -> None:
    assert remarked(MARK, ALL).note == "pacing lights used; paced by A. One, B. Two; mixed race"
    assert remarked(MARK, ALL).flags == "Mx"


def test_what_rules_look_at_stays_as_it_is() -> None:
    assert replace(remarked(MARK, ALL), note="", flags="") == MARK


def test_nothing_to_say_changes_nothing() -> None:
    assert remarked(MARK, Conditions()) == MARK


def test_remarking_twice_adds_nothing() -> None:
    assert remarked(remarked(MARK, ALL), ALL) == remarked(MARK, ALL)


def test_an_earlier_note_and_earlier_flags_are_kept() -> None:
    noted = replace(MARK, note="unusually warm", flags="i")
    assert remarked(noted, ALL).note.startswith("unusually warm; pacing lights used")
    assert remarked(noted, ALL).flags == "i Mx"

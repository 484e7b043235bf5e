"""Whose record: how it is asked, and how a wrong question is refused."""

import pytest

from pacelight.book.model import Athlete
from pacelight.book.scopes import athlete, normal, shown
from pacelight.errors import BookError, NationError
from pacelight.event import Level

KNOWN = [
    Athlete("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR"),
    Athlete("ingebrigtsen-filip", "Filip Ingebrigtsen", "NOR"),
    Athlete("slaney-mary", "Mary Slaney", "USA", ("Mary Decker", "Mary Tabb")),
    Athlete("garcia-jose-esp", "José García", "ESP"),
    Athlete("garcia-jose-cub", "Jose Garcia", "CUB"),
]


@pytest.mark.parametrize(
    ("level", "scope", "written"),
    [
        (Level.WR, None, "WORLD"),
        (Level.WR, "WORLD", "WORLD"),
        (Level.AR, "eur", "EUR"),
        (Level.NR, "nor", "NOR"),
        (Level.NR, "PSE", "PLE"),
        (Level.MR, "Bislett Games", "Bislett Games"),
        (Level.PB, "ingebrigtsen-jakob", "ingebrigtsen-jakob"),
    ],
)
def test_a_scope_is_written_as_the_book_writes_it(level: Level, scope: str | None, written: str) -> None:
    assert normal(level, scope) == written


def test_a_world_record_has_no_scope() -> None:
    with pytest.raises(BookError, match="a world record has no scope, not 'EUR'"):
        normal(Level.WR, "EUR")


@pytest.mark.parametrize(
    ("level", "wanted"),
    [
        (Level.AR, r"AR needs a scope: an area \(AFR, ASI, EUR, NAC, OCE, SAM\)"),
        (Level.NR, "NR needs a scope: a nation, as NOR"),
        (Level.MR, "MR needs a scope: a meeting, as results name it"),
        (Level.CR, "CR needs a scope: a championship, as results name it"),
        (Level.PB, "PB needs a scope: an athlete"),
        (Level.SB, "SB needs a scope: an athlete"),
    ],
)
@pytest.mark.parametrize("scope", [None, ""])
def test_a_level_that_needs_a_scope_says_which(level: Level, wanted: str, scope: str | None) -> None:
    with pytest.raises(BookError, match=wanted):
        normal(level, scope)


def test_an_area_or_a_nation_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(BookError, match=r"no area 'EU' \(there are AFR, ASI, EUR, NAC, OCE, SAM\)"):
        normal(Level.AR, "EU")
    with pytest.raises(NationError, match=r"no nation 'NRO' \(nearest: ROU Romania"):
        normal(Level.NR, "NRO")


def test_a_list_is_shown_with_whose_it_is_unless_it_is_the_world_s() -> None:
    assert (shown("WB", "WORLD"), shown("AR", "EUR")) == ("WB", "AR EUR")


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("ingebrigtsen-jakob", "ingebrigtsen-jakob"),
        ("Jakob Ingebrigtsen", "ingebrigtsen-jakob"),
        ("JAKOB INGEBRIGTSEN", "ingebrigtsen-jakob"),
        ("Mary Decker", "slaney-mary"),
        ("garcia-jose-esp", "garcia-jose-esp"),
    ],
)
def test_an_athlete_is_found_by_key_name_or_alias(asked: str, key: str) -> None:
    assert athlete(KNOWN, asked).key == key


def test_several_of_one_name_are_told_apart_by_their_keys() -> None:
    with pytest.raises(
        BookError, match="several athletes are called 'jose garcia': garcia-jose-esp, garcia-jose-cub"
    ):
        athlete(KNOWN, "jose garcia")


def test_who_is_not_known_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(BookError, match=r"no athlete 'Jakob Ingebritsen' \(the nearest: Jakob Ingebrigtsen"):
        athlete(KNOWN, "Jakob Ingebritsen")
    with pytest.raises(BookError, match=r"no athlete 'Zzz' \(write the name as results do\)"):
        athlete(KNOWN, "Zzz")

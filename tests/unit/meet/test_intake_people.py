"""Who is meant: what is exact is taken, what is doubtful is asked."""

from datetime import date

import pytest

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.book.store.held import HeldPerson
from pacelight.event import Sex
from pacelight.meet.intake.names import athlete_slug, plain, slug, town
from pacelight.meet.intake.people import Doubt, Known, Match, Named, New, People


def born(text: str) -> Birth | None:
    parts = [int(part) for part in text.split("-")] if text else []
    if not parts:
        return None
    precision = (BirthPrecision.YEAR, BirthPrecision.MONTH, BirthPrecision.DAY)[len(parts) - 1]
    return Birth(date(*(*parts, 1, 1)[:3]), precision)


def named(name: str, nation: str, birth: str = "", *, sex: Sex = Sex.WOMEN, team: bool = False) -> Named:
    return Named(name, "", nation, born(birth), sex, team)


def held(key: str, name: str, nation: str, birth: str = "", *aliases: str) -> HeldPerson:
    nations = frozenset({nation} - {""})
    return HeldPerson(key, (name, *aliases), born(birth), nations, frozenset({Sex.WOMEN}))


KIPKETER = held("k", "Wilson Kipketer", "KEN", "1972-12-12")
SLANEY = held("slaney-mary", "Mary Slaney", "USA", "1958-08-04")


def same(*keys: str) -> Doubt:
    return Doubt("several athletes have this name", keys)


@pytest.mark.parametrize(
    ("known", "asked", "found"),
    [
        # The same athlete.
        ([SLANEY], named("Mary SLANEY", "USA", "1958-08-04"), Known("slaney-mary")),
        ([SLANEY], named("SLANEY Mary", "USA", "1958"), Known("slaney-mary")),
        ([SLANEY], named("Mary Slaney", "USA"), Known("slaney-mary")),
        ([KIPKETER], named("Wilson KIPKETER", "DEN", "1972-12-12"), Known("k")),
        ([held("d", "Mary Slaney", "USA", "", "Mary Decker")], named("Mary DECKER", "USA"), Known("d")),
        # Nobody who is known.
        ([], named("Faith Kipyegon", "KEN", "1994-01-10"), New("kipyegon-faith")),
        ([SLANEY], named("Mary Slaney", "GBR", "1970-01-02"), New("slaney-mary-1970")),
        ([SLANEY], named("Mary Slaney", "USA", "1958-08-04", sex=Sex.MEN), New("slaney-mary-1958")),
        ([SLANEY], named("Ruth Wysocki", "USA", "1958-08-04"), New("wysocki-ruth")),
        # For a person to say.
        (
            [SLANEY],
            named("Mary DECKER", "USA", "1958-08-04"),
            Doubt("another name, the same birth and nation", ("slaney-mary",)),
        ),
        (
            [SLANEY],
            named("Mary Slaney", "USA", "1960-02-02"),
            Doubt("the same name, another birth", ("slaney-mary",)),
        ),
        (
            [held("k", "Bernard Lagat", "KEN", "1974")],
            named("Bernard Lagat", "USA", "1974"),
            Doubt("the same name, another nation, and no day of birth to tell by", ("k",)),
        ),
        (
            [held("a", "Wei Zhang", "CHN", "1981-02-03"), held("b", "Wei Zhang", "CHN", "1994-05-06")],
            named("ZHANG Wei", "CHN"),
            same("a", "b"),
        ),
        (
            [held("a", "Wei Zhang", "CHN", "1981-02-03"), held("b", "Wei Zhang", "CHN", "1994-05-06")],
            named("ZHANG Wei", "CHN", "1994-05-06"),
            Known("b"),
        ),
        (
            [held("k", "Ann Smith", "GBR", "1980-01-01")],
            named("Ann Smith", "IRL", "1980-01-01"),
            Doubt("the same name, another nation, and no day of birth to tell by", ("k",)),
        ),
    ],
)  # fmt: skip
def test_who_is_meant(known: list[HeldPerson], asked: Named, found: Match) -> None:
    assert People(known).find(asked) == found


def test_a_team_is_its_name_and_nation_and_has_no_birth() -> None:
    people = People()
    found = people.find(named("Jamaica", "JAM", team=True))
    assert found == New("team-jam")
    people.enter("team-jam", named("Jamaica", "JAM", team=True))
    assert people.find(named("JAMAICA", "JAM", team=True, sex=Sex.MEN)) == Known("team-jam")
    assert people.find(named("Texas A&M", "USA", team=True)) == New("team-usa-texas-a-m")


def test_who_was_merged_is_found_under_the_key_that_stayed() -> None:
    people = People([held("slaney-mary", "Mary Slaney", "USA", "1958-08-04", "Mary Decker", "decker-mary")])
    assert (people.key("decker-mary"), people.key("slaney-mary"), people.key("x")) == (
        "slaney-mary",
        "slaney-mary",
        "x",
    )


def test_what_a_file_adds_is_known_from_then_on() -> None:
    people = People([SLANEY])
    assert isinstance(people.find(named("Mary DECKER", "USA", "1958-08-04")), Doubt)
    people.enter("slaney-mary", named("Mary DECKER", "USA", "1958-08-04"))
    assert people.find(named("Mary DECKER", "USA", "1958-08-04")) == Known("slaney-mary")
    assert (people.name("slaney-mary"), people.nation("slaney-mary")) == ("Mary Slaney", "USA")


@pytest.mark.parametrize(
    ("name", "family", "key"),
    [
        ("Hicham EL GUERROUJ", "EL GUERROUJ", "el-guerrouj-hicham"),
        ("Jakob Ingebrigtsen", "", "ingebrigtsen-jakob"),
        ("Saïd AOUITA", "AOUITA", "aouita-said"),
        ("Żaneta O'BRIEN-SŁOWIK", "O'BRIEN-SŁOWIK", "obrien-slowik-zaneta"),
    ],
)
def test_keys_begin_with_the_family_name(name: str, family: str, key: str) -> None:
    assert athlete_slug(name, family) == key


def test_accidents_of_names_and_places() -> None:
    assert plain("Jakob INGEBRIGTSEN") == plain("Ingebrigtsen, Jakob")
    assert plain("Søren Kjær") == plain("SOREN KJAER")
    assert town("Bislett, Oslo (NOR)") == "bislett-oslo"
    assert slug("Liévin") == "lievin"

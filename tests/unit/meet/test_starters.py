"""Who of the book starts, and who cannot be told."""

from datetime import date

import pytest

from pacelight.book.birth import Birth
from pacelight.book.store.held import HeldPerson
from pacelight.errors import RaceError
from pacelight.event import Sex
from pacelight.meet.intake.people import People
from pacelight.meet.intake.starters import How, Told, seats
from pacelight.meet.programme.racefile_schema import RunnerFields
from pacelight.timing import Status
from pacelight.timing.formats.lists.entrant import Entrant, StartList

BORN = Birth(date(1999, 6, 1))


def people() -> People:
    men = frozenset({Sex.MEN})
    return People(
        [
            HeldPerson("nuguse-yared", ("Yared Nuguse",), BORN, frozenset({"USA"}), men),
            HeldPerson("kerr-josh", ("Josh Kerr",), None, frozenset({"GBR"}), men),
            HeldPerson("lewis-steve", ("Steve Lewis",), Birth(date(1969, 5, 16)), frozenset({"USA"}), men),
            HeldPerson(
                "lewis-steve-1986", ("Steve Lewis",), Birth(date(1986, 5, 20)), frozenset({"GBR"}), men
            ),
        ]
    )


def found(
    one: Entrant, told: Told | None = None, before: tuple[RunnerFields, ...] = ()
) -> tuple[str, str, How]:
    (seat,) = seats(StartList(entrants=(one,)), people(), told or Told({}), before, Sex.MEN)
    return seat.key, seat.nation, seat.how


def test_name_and_birth_or_nation_say_who_it_is() -> None:
    assert found(Entrant(name="NUGUSE Yared", bib="1", born=BORN)) == ("nuguse-yared", "USA", How.KNOWN)
    assert found(Entrant(name="Yared Nuguse", bib="1", nation="USA", born=BORN))[2] is How.KNOWN
    assert found(Entrant(name="Josh Kerr", bib="1", nation="GBR")) == ("kerr-josh", "GBR", How.KNOWN)


def test_a_name_alone_is_a_doubt_unless_a_person_allows_it() -> None:
    one = Entrant(name="Josh Kerr", bib="7", club="Brooks")
    key, _, how = found(one)
    assert (key, how) == ("", How.DOUBT)
    assert found(one, Told({}, by_name=True)) == ("kerr-josh", "GBR", How.BY_NAME)


def test_of_two_of_one_name_a_person_has_to_say_which_even_then() -> None:
    one = Entrant(name="Steve Lewis", bib="7")
    assert found(one, Told({}, by_name=True))[2] is How.DOUBT
    (seat,) = seats(StartList(entrants=(one,)), people(), Told({}))
    assert seat.question == (
        "bib 7 Steve Lewis: the same name, and too little else to tell by "
        "(say --athlete 7=KEY: lewis-steve or lewis-steve-1986 or new)"
    )
    assert found(one, Told({"7": "lewis-steve-1986"})) == ("lewis-steve-1986", "GBR", How.SAID)


def test_another_birth_is_another_athlete_whatever_is_allowed() -> None:
    one = Entrant(name="Yared Nuguse", bib="1", nation="USA", born=Birth(date(2004, 1, 5)))
    assert found(one, Told({}, by_name=True))[2] is How.DOUBT


def test_whom_the_race_file_knows_under_the_same_number_and_name_keeps_the_key() -> None:
    before = (RunnerFields(bib="1", athlete="pacemaker", name="Pacemaker", nation="GBR"),)
    assert found(Entrant(name="PACEMAKER", bib="1"), before=before) == ("pacemaker", "GBR", How.KEPT)
    assert found(Entrant(name="Josh Kerr", bib="1", nation="GBR"), before=before)[0] == "kerr-josh"


def test_somebody_new_gets_a_key_and_two_of_one_name_get_two() -> None:
    twins = StartList(
        entrants=(
            Entrant(name="Cam Myers", bib="1", nation="AUS", born=Birth(date(2006, 6, 9))),
            Entrant(name="Cam Myers", bib="2", nation="NZL", born=Birth(date(1980, 1, 5))),
        )
    )
    one, two = seats(twins, people(), Told({"2": "new"}))
    assert (one.key, one.how) == ("myers-cam", How.NEW)
    assert two.key not in {"", "myers-cam"}


def test_the_nation_is_that_of_the_list_then_of_the_book_then_what_is_said() -> None:
    assert found(Entrant(name="Josh Kerr", bib="1"), Told({"1": "kerr-josh"}, "NOR"))[1] == "GBR"
    assert found(Entrant(name="Cam Myers", bib="1"), Told({}, "AUS"))[1] == "AUS"


def test_who_will_not_start_is_left_out() -> None:
    assert (
        seats(StartList(entrants=(Entrant(name="Josh Kerr", status=Status.DNS),)), people(), Told({})) == ()
    )


def test_what_a_person_says_of_nobody_is_refused() -> None:
    one = StartList(entrants=(Entrant(name="Josh Kerr", bib="1"),))
    with pytest.raises(RaceError, match="no bib 9 is on this start list"):
        seats(one, people(), Told({"9": "kerr-josh"}))
    with pytest.raises(RaceError, match="Josh Kerr: no athlete 'kerr' in the book"):
        seats(one, people(), Told({"1": "kerr"}))


def test_how_a_name_was_said_is_kept_while_the_name_is_the_same() -> None:
    before = (
        RunnerFields(bib="7", athlete="kerr-josh", name="Josh Kerr", nation="GBR", say="josh KUR"),
        RunnerFields(bib="8", athlete="lewis-steve", name="Steve Lewis", nation="USA", say="LOO-is"),
    )
    heat = StartList(
        entrants=(Entrant(name="Josh Kerr", bib="7"), Entrant(name="Yared Nuguse", bib="8", born=BORN))
    )
    assert [one.say for one in seats(heat, people(), Told({}), before, Sex.MEN)] == ["josh KUR", ""]

"""Who is named in a text."""

from pacelight.book.asking.lists import Book
from pacelight.book.model import Athlete
from pacelight.claims import known
from pacelight.claims.people import called, strangers


def test_people_are_known_by_their_full_names(book: Book) -> None:
    text = "Morocco's Hicham El Guerrouj and Sonia O'Sullivan saw Jakob\nIngebrigtsen's record. Kerr did not."
    keys = {name: athlete.key for name, athlete in known(book, text).items()}
    assert keys == {
        "Hicham El Guerrouj": "el-guerrouj-hicham",
        "Sonia O'Sullivan": "osullivan-sonia",
        "Jakob Ingebrigtsen": "ingebrigtsen-jakob",
    }


def test_a_surname_is_whose_alone_it_is() -> None:
    people = {
        "Jakob Ingebrigtsen": Athlete("ingebrigtsen-jakob", "Jakob Ingebrigtsen", "NOR"),
        "Filip Ingebrigtsen": Athlete("ingebrigtsen-filip", "Filip Ingebrigtsen", "NOR"),
        "Josh Kerr": Athlete("kerr-josh", "Josh Kerr", "GBR"),
    }
    assert set(called("", people)) == {*people, "Kerr"}


def test_a_stranger_of_the_same_surname_takes_it_from_both() -> None:
    people = {"Josh Kerr": Athlete("kerr-josh", "Josh Kerr", "GBR")}
    assert set(called("Josh Kerr and Errol Kerr ran.", people)) == set(people)


def test_meetings_and_places_are_no_strangers() -> None:
    text = (
        "At the Millrose Games in New York Yared Unheard ran the World Indoor Tour's Wanamaker Mile, "
        "not the Bruce Lehane Invitational."
    )
    assert strangers(text, {}) == {"Yared Unheard"}

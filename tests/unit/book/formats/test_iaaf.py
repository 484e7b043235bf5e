"""Progressions of the IAAF handbook with dot leaders."""

from datetime import date

import pytest

from pacelight.book.formats.iaaf import LISTS, read, recognise
from pacelight.book.formats.line import Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import EVENTS, Level, Sex
from pacelight.mark import Mark, Timing

DOTS = " . . . . . "


def row(*columns: str) -> str:
    return DOTS.join(columns)


def readings(*rows: str, name: str = "mile.txt") -> list[Line | Refusal]:
    return list(read("".join(f"{text}\n" for text in rows).encode(), name))


def line(*columns: str, name: str = "mile.txt") -> Line:
    (only,) = readings(row(*columns), name=name)
    assert isinstance(only, Line), only
    return only


def test_a_row_is_a_world_record() -> None:
    assert line("3:46.32", "Steve Cram", "GBR", "Oslo", "27 Jul 85") == Line(
        at="line 1",
        event="MILE",
        sex=Sex.MEN,
        mark=Mark.parse("3:46.32"),
        mark_text="3:46.32",
        athlete="Steve Cram",
        nation="GBR",
        day=date(1985, 7, 27),
        year=1985,
        venue="Oslo",
        level=Level.WR,
        scope="WORLD",
    )


def test_the_file_name_says_the_list() -> None:
    for stem, code in LISTS.items():
        text = "9.9" if code == "100" else "2:14:00"
        for ending, sex in (("", Sex.MEN), ("f", Sex.WOMEN)):
            (found,) = readings(
                row(text, "A B", "GBR", "Oslo", "27 Jul 85"), name=f"lists/{stem}{ending}.txt"
            )
            assert code in EVENTS
            assert isinstance(found, Refusal) or (found.event, found.sex) == (code, sex)
    with pytest.raises(FormatError, match=r"^other\.txt does not say which list it is"):
        read(b"3:46.32 . . . Steve Cram . . GBR . . Oslo . . 27 Jul 85\n", "other.txt")


def test_the_ratified_time_is_the_mark_and_the_automatic_one_a_note() -> None:
    snell = line("3:54.1", "3:54.04", "Peter Snell", "NZL", "Auckland", "17 Nov 64")
    assert isinstance(snell.mark, Mark)
    assert (str(snell.mark), snell.mark.timing, snell.note, snell.doubts) == (
        "3:54.1",
        Timing.UNKNOWN,
        "also timed 3:54.04",
        (),
    )


def test_a_wind_stands_before_another_time() -> None:
    bolt = line("9.58", "0.9", "9.572", "Usain Bolt", "JAM", "Berlin", "16 Aug 09", name="100m.txt")
    assert (bolt.wind, bolt.note, bolt.year) == (9, "also timed 9.572", 1909)
    assert line("10.2", "-0.9", "Harold Davis", "USA", "Compton", "6 Jun 41", name="100m.txt").wind == -9


@pytest.mark.parametrize(
    ("mark", "en_route", "flags", "note", "doubts"),
    [
        ("3:42.8+", True, "", "", ()),
        ("3:42.8y", False, "y", "over yards", ()),
        ("3:42.8*", False, "", "", ("remark: *",)),
        ("3:42.8+*", True, "", "", ("remark: *",)),
    ],
)
def test_signs_behind_a_mark(
    mark: str, en_route: bool, flags: str, note: str, doubts: tuple[str, ...]
) -> None:
    found = line(mark, "Wes Santee", "USA", "Compton", "4 Jun 54", name="1500m.txt")
    assert (found.mark_text, str(found.mark)) == (mark, "3:42.8")
    assert (found.en_route, found.flags, found.note, found.doubts) == (en_route, flags, note, doubts)


def test_words_beside_a_mark_are_doubts() -> None:
    ratification = line(
        "1:38:23+",
        "awaiting ratification",
        "Liliya Shobukhova",
        "RUS",
        "Chicago",
        "9 Oct 11",
        name="30kmf.txt",
    )
    assert ratification.doubts == ("remark: awaiting ratification",)
    (estimate,) = readings(
        "62:21+ . estimate . . Paula Radcliffe . . GBR. . South Shields . . 21 Sep 03", name="20kmf.txt"
    )
    assert isinstance(estimate, Line)
    assert estimate.doubts == ("remark: estimate",)


def test_a_remark_without_dots_before_the_name() -> None:
    (tyus,) = readings(
        "11.0 . . . . 1.2 11.08/adjusted from 11.07 Wyomia Tyus . . USA . . Ciudad de México . . 15 Oct 68",
        name="100mf.txt",
    )
    assert isinstance(tyus, Line)
    assert (tyus.athlete, tyus.wind, tyus.note, tyus.doubts) == (
        "Wyomia Tyus",
        12,
        "also timed 11.08",
        ("remark: adjusted from 11.07",),
    )


def test_lost_letters_are_told() -> None:
    found = line("4:23.8", "Natalia M\x12r\x12\x0fescu", "ROU", "Bucure\x18ti", "21 May 77", name="milef.txt")
    assert (found.athlete, found.venue) == ("Natalia M\ufffdr\ufffd\ufffdescu", "Bucure\ufffdti")
    assert found.doubts == (
        "a letter is lost: Natalia M\ufffdr\ufffd\ufffdescu",
        "a letter is lost: Bucure\ufffdti",
    )


def test_of_several_names_and_nations_none_is_chosen() -> None:
    found = line("2:26:42", "Kitei Son/Sohn Kee Chung", "JPN/KOR", "Tokyo", "3 Nov 35", name="marathon.txt")
    assert (found.athlete, found.nation) == ("Kitei Son/Sohn Kee Chung", "")
    assert found.doubts == ("several names: Kitei Son/Sohn Kee Chung", "two nations: JPN/KOR")


def test_what_is_missing_is_told() -> None:
    found = line("2:03:04", "E Pasquale", "ITA", "66", name="30kmf.txt")
    assert (found.day, found.year, found.venue, found.doubts) == (
        None,
        1966,
        "",
        ("no place", "no day in 1966"),
    )
    cut = line("1:19:43", "Nadia Garcia", "USA", "Chula Vista,", "9 Dec 72", name="20kmf.txt")
    assert (cut.venue, cut.doubts) == ("Chula Vista", ("the place is cut off: Chula Vista,",))


def test_a_dot_within_a_name_ends_no_column() -> None:
    (jazy,) = readings("4:56.2. . . Michel Jazy . . . FRA . . St. Maur . . . 12 Oct 66", name="2000m.txt")
    assert isinstance(jazy, Line)
    assert jazy.venue == "St. Maur"
    (jones,) = readings("4:14.4. . . John Paul Jones . . . USA . . Cambridge, Mass.. . . . 31 May 13")
    assert isinstance(jones, Line)
    assert (jones.venue, jones.day) == ("Cambridge, Mass.", date(1913, 5, 31))


def test_the_century_turns_where_the_year_falls_and_small_steps_back_turn_nothing() -> None:
    years = ["00", "66", "64", "69", "67", "99", "01", "00", "12"]
    rows = [row("47.0", "A B", "GBR", "Oslo", f"1 Jul {year}") for year in years]
    found = [one.year for one in readings(*rows, name="400m.txt") if isinstance(one, Line)]
    assert found == [1900, 1966, 1964, 1969, 1967, 1999, 2001, 2000, 2012]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("some words", "no mark: 'some words'"),
        ("3:46.32", "the columns are not mark, name, nation, place and day"),
        (row("3:46.32", "GBR", "Oslo", "27 Jul 85"), "the columns are not mark, name"),
        (row("3:46.32", "Steve Cram", "GBR", "Oslo", "1985", "27 Jul 85"), "the columns are not mark, name"),
        (row("3:46.32", "Steve Cram", "GBR", "Oslo", "27.7.85"), "no day: '27.7.85'"),
        (row("3:46.32", "Steve Cram", "ZZZ", "Oslo", "27 Jul 85"), "no nation 'ZZZ'"),
        (row("0:46.32", "Steve Cram", "GBR", "Oslo", "27 Jul 85"), "not a time for Mile"),
        (row("3:46.32", "What Is This", "Steve Cram", "GBR", "Oslo", "27 Jul 85"), "between mark and name"),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused_with_its_text(text: str, why: str) -> None:
    good = row("3:46.32", "Steve Cram", "GBR", "Oslo", "27 Jul 85")
    refused, stands = readings(text, good)
    assert isinstance(refused, Refusal)
    assert (refused.at, refused.text) == ("line 1", text)
    assert why in refused.why
    assert isinstance(stands, Line)


def test_a_later_record_is_refused() -> None:
    data = row("3:46.32", "Steve Cram", "GBR", "Oslo", "27 Jul 85").encode() + b"\n"
    assert isinstance(next(read(data, "mile.txt", until=date(1985, 7, 26))), Refusal)


def test_another_file_is_refused_whole() -> None:
    good = row("3:46.32", "Steve Cram", "GBR", "Oslo", "27 Jul 85").encode()
    assert recognise(good + b"\n", "any name")
    for bad, why in (
        (b"", "is empty"),
        (b"Code;Type\nNR;AUS\n", "is no progression with dot leaders: it begins 'Code;Type'"),
        (good, "is torn: line 1 does not end"),
    ):
        with pytest.raises(FormatError, match=rf"^mile\.txt {why}"):
            read(bad, "mile.txt")
    assert not recognise(b"Code;Type\nNR;AUS\n", "mile.txt")
    assert not recognise(b"", "mile.txt")

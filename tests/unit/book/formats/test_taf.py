"""Lists for TAF: what each column says, in which ways it is written, and what is refused."""

from datetime import date

import pytest

from pacelight.book.formats import national, taf
from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Level, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length

HEADER = (
    "Code;Type;Discipline;Class;Result;Wind;Venue;Venue Country;Environment;Date;"
    "Firstname;Lastname;Nation;YOB;Sex"
)
OLDER = (
    "code;type;discipline;class;result;wind;venue;venueCountry;environment;date;"
    "name;firstname;lastname;nation;yearOfBirth;sex"
)
COLUMNS = HEADER.split(";")


def row(**other: str) -> str:
    """Yared Nuguse's record of 2023; `other` cells by the name of their column, without blanks."""
    given = {"Code": "NR", "Type": "USA", "Discipline": "MEI", "Class": "M", "Result": "3:43.97"}
    given |= {"Venue": "Eugene", "VenueCountry": "USA", "Environment": "Outdoor", "Date": "2023-09-16"}
    given |= {
        "Firstname": "Yared",
        "Lastname": "Nuguse",
        "Nation": "USA",
        "YOB": "1999",
        "Sex": "Male",
    } | other
    return ";".join(given.get(column.replace(" ", ""), "") for column in COLUMNS)


def readings(*rows: str, header: str = HEADER, until: date | None = None) -> list[Line | Refusal]:
    text = "".join(f"{one}\n" for one in (header, *rows))
    return list(taf.read(text.encode(), "list.csv", until=until))


def line(**other: str) -> Line:
    (one,) = readings(row(**other))
    assert isinstance(one, Line), one
    return one


def test_a_record_reads_whole() -> None:
    assert line() == Line(
        at="line 2",
        event="MILE",
        sex=Sex.MEN,
        mark=Mark.parse("3:43.97"),
        mark_text="3:43.97",
        athlete="Yared Nuguse",
        family="Nuguse",
        nation="USA",
        born=Birth(date(1999, 1, 1), BirthPrecision.YEAR),
        day=date(2023, 9, 16),
        year=2023,
        venue="Eugene (USA)",
        level=Level.NR,
        scope="USA",
    )


@pytest.mark.parametrize(
    ("code", "kind", "level", "scope", "note"),
    [
        ("WR", "", Level.WR, "WORLD", ""),
        ("AR", "2", Level.AR, "NAC", ""),
        ("AR", "5", Level.AR, "ASI", ""),
        ("NR", "", Level.NR, "USA", ""),
        ("AL", "2", None, "", "AL 2"),
        ("WL", "", None, "", "WL"),
    ],
)
def test_the_code_says_what_the_mark_is(
    code: str, kind: str, level: Level | None, scope: str, note: str
) -> None:
    one = line(Code=code, Type=kind)
    assert (one.level, one.scope, one.note) == (level, scope, note)


@pytest.mark.parametrize(
    ("cells", "event"),
    [
        ("1K5 M Male Indoor 3:29.63", "1500sh"),
        ("60M W Female Indoor 6.92", "60"),
        ("10H W Female Outdoor 12.12", "100H"),
        ("11H M Male Freiluft 12.80", "110H"),
        ("3KH W Female Outdoor 8:44.32", "3KSC"),
        ("4\N{MULTIPLICATION SIGN}4 X Mixed Outdoor 3:07.41", "4X4"),
        ("4X4 M Male Halle 3:01.39", "4X4sh"),
        ("10G M Male Outdoor 38:25.42", "10KW"),
        ("10S M Male Outdoor 26:24", "10RR"),
        ("KUG MJU18 Male Outdoor 20.00", "SPY"),
        ("10-K M Male Outdoor 9126", "DEC"),
        ("5-K W Female Indoor 5055", "PENsh"),
    ],
)
def test_codes_of_german_software_are_events(cells: str, event: str) -> None:
    names = ("Discipline", "Class", "Sex", "Environment", "Result")
    one = line(**dict(zip(names, cells.split(), strict=True)))
    assert (one.event, one.flags) == (event, "i" if event == "60" else "")


def test_a_team_without_a_name_is_called_by_its_nation() -> None:
    relay = line(
        Discipline="4\N{MULTIPLICATION SIGN}1",
        Result="36.84",
        Nation="JAM",
        Type="JAM",
        Firstname="",
        Lastname="",
        YOB="",
    )
    assert (relay.athlete, relay.family, relay.born) == ("Jamaica", "", None)


@pytest.mark.parametrize(
    ("result", "mark", "doubts"),
    [
        ("7:31.4h", Mark(451_400, 1, Timing.HAND), 0),
        ("7:31.4", Mark(451_400, 1, Timing.UNKNOWN), 1),
        ("7:31,40", Mark(451_400, 2, Timing.FAT), 0),
    ],
)
def test_a_lost_zero_is_doubted_and_a_comma_is_a_point(result: str, mark: Mark, doubts: int) -> None:
    one = line(Discipline="3K0", Result=result)
    assert isinstance(one.mark, Mark)
    assert (one.mark, one.mark.precision, one.mark.timing) == (mark, mark.precision, mark.timing)
    assert len(one.doubts) == doubts


def test_the_older_header_has_the_whole_name_in_one_column() -> None:
    old = "NR;;1K5;M;3:29.02;;Oslo;NOR;Outdoor;2023-06-15;Yared Nuguse;;;USA;1999.0;Male"
    (one,) = readings(old, header=OLDER)
    assert isinstance(one, Line)
    assert (one.athlete, one.family, one.scope) == ("Yared Nuguse", "", "USA")
    assert one.born == Birth(date(1999, 1, 1), BirthPrecision.YEAR)


def test_commas_and_another_order_are_found_by_the_header() -> None:
    header = "code,type,discipline,class,result,date,nation,environment,name"
    (one,) = readings("AR,1,WEI,M,8.86,1987-05-22,ARM,Outdoor,Robert Emmiyan", header=header)
    assert isinstance(one, Line)
    assert (one.event, one.mark, one.scope, one.venue) == ("LJ", Length.parse("8.86"), "EUR", "")


def test_a_place_that_nobody_knows_is_left_out() -> None:
    assert line(VenueCountry="???").venue == "Eugene"
    assert line(Venue="").venue == ""


def test_a_word_for_no_mark_is_a_status() -> None:
    one = line(Result="aufg.")
    assert (one.mark, one.status) == (None, "DNF")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"Discipline": "PEN"}, "no event 'PEN'"),
        ({"Discipline": "10M"}, "no event '10M'"),
        ({"Discipline": "11H", "Sex": "Female", "Class": "W"}, "110 m hurdles is not contested by women"),
        ({"Class": "?"}, "no class: '?'"),
        ({"Sex": "Other"}, "no class: 'Other'"),
        ({"Environment": "Balloon"}, "neither indoors nor outdoors"),
        ({"Result": "3:75.10"}, "3:75.10"),
        ({"Date": "16.09.2023"}, "no day: '16.09.2023'"),
        ({"Nation": "XXX"}, "no nation 'XXX'"),
        ({"Code": "AR", "Type": "7"}, "no area of TAF: '7'"),
        ({"Code": "NR", "Type": "", "Nation": ""}, "a national record without a nation"),
        ({"Firstname": "", "Lastname": ""}, "nobody's name"),
        ({"YOB": "99"}, "no day: '99'"),
        ({"Wind": "?"}, "no wind"),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused_alone(other: dict[str, str], said: str) -> None:
    first, second = readings(row(**other), row())
    assert isinstance(first, Refusal)
    assert said in first.why
    assert isinstance(second, Line)


def test_a_row_of_other_columns_is_refused_and_a_later_day_too() -> None:
    first, second = readings(row() + ";", row(), until=date(2023, 9, 15))
    assert isinstance(first, Refusal)
    assert isinstance(second, Refusal)
    assert (first.why, second.why) == (
        "16 columns where the header has 15",
        "dated 2023-09-16, which is after 2023-09-15",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        (f"{HEADER}\n{row()}", "is torn: line 2 does not end"),
        ("Code;Type;Discipline;Class;Result\n", "no column date, environment, nation"),
        ("a,b,c\n", "is no list of TAF"),
    ],
)
def test_a_file_without_the_columns_or_its_end_is_refused_whole(text: str, said: str) -> None:
    with pytest.raises(FormatError, match=r"^list\.csv ") as refused:
        list(taf.read(text.encode(), "list.csv"))
    assert said in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_it_is_recognised_and_read_in_each_encoding(encoding: str) -> None:
    text = f"{HEADER}\r\n{row(Code='WR', Type='', Lastname='Müller')}\r\n"
    data = text.encode(encoding)
    assert taf.recognise(data, "")
    (one,) = taf.read(data, "list.csv")
    assert isinstance(one, Line)
    assert one.athlete == "Yared Müller"


def test_a_list_of_national_records_alone_is_left_to_its_own_reader() -> None:
    assert national.recognise(f"{HEADER}\n{row()}\n".encode(), "")
    assert not taf.recognise(f"{HEADER}\n{row()}\n".encode(), "")
    assert taf.recognise(f"{HEADER}\n{row(Code='AR', Type='2')}\n".encode(), "")
    assert taf.recognise(f"{HEADER.replace(';', ',')}\n{row().replace(';', ',')}\n".encode(), "")


def test_lists_of_athletes_and_other_tables_are_not_recognised() -> None:
    assert not taf.recognise(b"CompetitorType;Bib;Code;FirstName;LastName;Yob\n", "")
    assert not taf.recognise(b"", "")

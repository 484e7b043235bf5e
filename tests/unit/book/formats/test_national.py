"""National records with the codes of German meet software."""

from datetime import date

import pytest

from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.book.formats.national import HEADERS, read, recognise
from pacelight.errors import FormatError
from pacelight.event import Level, Sex
from pacelight.mark import Mark

MARCH, OCTOBER = HEADERS
HULL = "NR;AUS;1K5;W;3:50.83;;Paris;FRA;Outdoor;2024-07-07;Jessica;Hull;AUS;1996;Female"
HULL_MARCH = "NR;;1K5;W;3:56.92;;Eugene, OR;USA;Outdoor;2023-09-17;Jessica Hull;;;AUS;1996.0;Female"


def cells(**changed: str) -> str:
    names = OCTOBER.split(";")
    row = dict(zip(names, HULL.split(";"), strict=True))
    assert set(changed) <= set(names)
    return ";".join((row | changed).values())


def readings(*rows: str, header: str = OCTOBER) -> list[Line | Refusal]:
    return list(read("".join(f"{row}\n" for row in (header, *rows)).encode(), "national.csv"))


def line(**changed: str) -> Line:
    (only,) = readings(cells(**changed))
    assert isinstance(only, Line), only
    return only


def test_a_row_of_october_is_a_line() -> None:
    assert line() == Line(
        at="line 2",
        event="1500",
        sex=Sex.WOMEN,
        mark=Mark.parse("3:50.83"),
        mark_text="3:50.83",
        athlete="Jessica Hull",
        family="Hull",
        nation="AUS",
        born=Birth(date(1996, 1, 1), BirthPrecision.YEAR),
        day=date(2024, 7, 7),
        year=2024,
        venue="Paris (FRA)",
        level=Level.NR,
        scope="AUS",
    )


def test_a_row_of_march_is_one_too() -> None:
    (only,) = readings(HULL_MARCH, header=MARCH)
    assert isinstance(only, Line)
    assert (only.athlete, only.family, only.nation, only.scope, only.doubts) == (
        "Jessica Hull",
        "",
        "AUS",
        "AUS",
        (),
    )
    assert only.born == Birth(date(1996, 1, 1), BirthPrecision.YEAR)


@pytest.mark.parametrize(
    ("discipline", "environment", "sex", "result", "code", "flags"),
    [
        ("1K5", "Indoor", "M", "3:30.60", "1500sh", ""),
        ("MEI", "Indoor", "M", "3:47.01", "MILEsh", ""),
        ("MEI", "Outdoor", "M", "3:43.97", "MILE", ""),
        ("10K", "Outdoor", "M", "26:11.00", "10K", ""),
        ("3KH", "Outdoor", "M", "7:52.11", "3KSC", ""),
        ("60M", "Indoor", "M", "6.34", "60", "i"),
        ("10H", "Outdoor", "W", "12.12", "100H", ""),
        ("11H", "Indoor", "M", "13.30", "110H", "i"),
        ("40H", "Outdoor", "M", "45.94", "400H", ""),
        ("5G", "Indoor", "M", "18:07.08", "5KWsh", ""),
        ("HOC", "Indoor", "M", "2.43", "HJ", "i"),
        ("SPE", "Outdoor", "M", "98.48", "JT", ""),
        ("4\N{MULTIPLICATION SIGN}4", "Indoor", "M", "3:01.51", "4X4sh", ""),
        ("4\N{MULTIPLICATION SIGN}8", "Outdoor", "M", "7:02.43", "4X8", ""),
    ],
)
def test_a_code_and_a_roof_are_an_event(  # noqa: PLR0917
    discipline: str, environment: str, sex: str, result: str, code: str, flags: str
) -> None:
    word = {"M": "Male", "W": "Female"}[sex]
    found = line(Discipline=discipline, Environment=environment, Class=sex, Sex=word, Result=result)
    assert (found.event, found.flags) == (code, flags)


@pytest.mark.parametrize(
    ("changed", "doubt"),
    [
        ({"Result": "3:50.8"}, "a zero may be lost, or it was timed by hand: 3:50.8"),
        ({"Discipline": "WEI", "Result": "6.7"}, "a zero may be lost: 6.7"),
        ({"Venue Country": "???"}, "the nation of the venue is not known"),
        ({"Date": "2024-01-01"}, "1 January may stand for the year 2024"),
        ({"Lastname": ""}, "no family name: Jessica"),
        ({"Lastname": "Razzaq-2"}, "a figure in the name: Jessica Razzaq-2"),
        ({"Nation": "MIX", "Type": "MIX"}, "MIX is no nation and has no national records"),
        ({"YOB": "1908"}, "born in 1908 and 116 years old in 2024"),
        (
            {"Discipline": "100", "Result": "10.90", "Wind": "4.3"},
            "a wind of +4.3 is too strong for a record",
        ),
    ],
)
def test_what_is_not_certain_is_a_doubt(changed: dict[str, str], doubt: str) -> None:
    assert line(**changed).doubts == (doubt,)


def test_a_place_nobody_knows_is_left_open() -> None:
    assert line(**{"Venue": "UNKNOWN", "Venue Country": "???"}).venue == ""
    assert line(**{"Venue": "Pago Pago", "Venue Country": "???"}).venue == "Pago Pago"


def test_a_team_without_a_name_is_called_by_its_nation() -> None:
    team = {"Discipline": "4\N{MULTIPLICATION SIGN}1", "Result": "47.16", "Lastname": "", "YOB": ""}
    named = line(**team, Firstname="Albania")
    assert (named.athlete, named.family, named.doubts) == ("Albania", "", ())
    nameless = line(**team, Firstname="")
    assert (nameless.athlete, nameless.doubts) == ("Australia", ("the team has no name",))


def test_several_holders_of_a_record_are_told() -> None:
    found = readings(HULL, cells(Firstname="Linden"), cells(Environment="Indoor"))
    assert [one.note for one in found if isinstance(one, Line)] == [
        "one of 2 rows of this record",
        "one of 2 rows of this record",
        "",
    ]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"Code": "WR"}, "'WR' where every row has NR"),
        ({"Class": "M"}, "class 'M' and sex 'Female'"),
        ({"Discipline": "1500"}, "no event '1500'"),
        ({"Environment": "Roof"}, "neither Indoor nor Outdoor: 'Roof'"),
        ({"Type": "GBR"}, "a record of GBR by somebody of AUS"),
        ({"Nation": "XXX", "Type": "XXX"}, "no nation 'XXX'"),
        ({"Result": "35:08"}, "a runner covers 1 to 11 m in a second"),
        ({"Date": "07.07.2024"}, "no day: '07.07.2024'"),
        ({"Firstname": "", "Lastname": ""}, "nobody's name"),
        ({"Venue Country": "ZZZ"}, "no nation 'ZZZ'"),
        ({"Wind": "strong"}, "no wind: 'strong'"),
        ({"Discipline": "10H", "Class": "M", "Sex": "Male", "Result": "13.00"}, "is not contested by men"),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused_with_its_text(changed: dict[str, str], why: str) -> None:
    row = cells(**changed)
    (refused,) = readings(row)
    assert isinstance(refused, Refusal)
    assert (refused.at, refused.text) == ("line 2", row)
    assert why in refused.why


def test_a_row_of_another_width_is_refused_and_the_others_stand() -> None:
    short, whole = readings("NR;AUS;1K5", HULL)
    assert short == Refusal("line 2", "NR;AUS;1K5", "3 columns where the header has 15")
    assert isinstance(whole, Line)


def test_a_later_record_is_refused() -> None:
    data = f"{OCTOBER}\n{HULL}\n".encode()
    assert isinstance(next(read(data, "it", until=date(2024, 7, 6))), Refusal)


@pytest.mark.parametrize("data", [b"", b"\n", b"Code;Type;Discipline\n", b"PAR1\0\0", b"{}\n"])
def test_another_file_is_refused_whole(data: bytes) -> None:
    assert not recognise(data, "national.csv")
    with pytest.raises(FormatError, match=r"^national\.csv "):
        read(data, "national.csv")


def test_a_torn_file_is_refused_whole_though_it_is_recognised() -> None:
    torn = f"{OCTOBER}\n{HULL}".encode()
    assert recognise(torn, "it")
    with pytest.raises(FormatError, match=r"^it is torn: line 2 does not end"):
        read(torn, "it")

"""Any table of text with columns, by a mapping that says what they mean."""

from datetime import date

import pytest

from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.book.formats.mapped import ColumnMap, column_map, read, reader, recognise
from pacelight.errors import FormatError
from pacelight.event import Level, Sex
from pacelight.mark import Mark, Timing

MAPPING = """
delimiter = ";"
decimal = ","
day = "DD.MM.YY"

[columns]
event = "Strecke"
mark = "Zeit"
given = "Vorname"
family = "Name"
nation = "Nat"
born = "Jg"
day = "Datum"
place = "Pl"
wind = "Wind"
note = "Bem"

[constants]
sex = "men"
venue = "Oslo (NOR)"
competition = "Bislett Games"

[values.event]
Meile = "MILE"
"""

HEADER = "Pl;Name;Vorname;Jg;Nat;Strecke;Zeit;Wind;Datum;Bem;Bahn\n"
CRAM = "1;Cram;Steve;1960;GBR;Meile;3:46,32;;27.07.85;;5\n"
UNTIL = date(2024, 10, 1)


def mapping(**constants: str) -> ColumnMap:
    """Columns of mark and athlete, and these constants."""
    given = {"event": "1500", "sex": "M"} | constants
    return ColumnMap({"mark": "mark", "athlete": "name"}, given)


def one(row: str, of: ColumnMap, until: date | None = UNTIL) -> Line | Refusal:
    (only,) = of.read(f"mark,name\n{row}\n".encode(), "table.csv", until=until)
    return only


def german(row: str) -> Line | Refusal:
    (only,) = column_map(MAPPING.encode(), "it").read((HEADER + row).encode(), "table.csv", until=UNTIL)
    return only


def test_a_row_is_a_line() -> None:
    assert german(CRAM) == Line(
        at="line 2",
        event="MILE",
        sex=Sex.MEN,
        mark=Mark.parse("3:46.32"),
        mark_text="3:46,32",
        athlete="Steve Cram",
        family="Cram",
        nation="GBR",
        born=Birth(date(1960, 1, 1), BirthPrecision.YEAR),
        day=date(1985, 7, 27),
        year=1985,
        venue="Oslo (NOR)",
        competition="Bislett Games",
        place=1,
    )


@pytest.mark.parametrize(
    ("place", "mark", "status"), [("aufg.", "", "DNF"), ("", "n.a.", "DNS"), ("DQ", "3:46,32", "DQ")]
)
def test_a_local_word_is_a_status_wherever_it_stands(place: str, mark: str, status: str) -> None:
    found = german(CRAM.replace("1;", f"{place};", 1).replace("3:46,32", mark))
    assert isinstance(found, Line)
    assert (found.status, found.mark, found.place) == (status, None, None)


def test_decimal_commas_are_points_where_the_mapping_says_so() -> None:
    sprint = german("1.;Bolt;Usain;1986;JAM;100;9,58;+0,9;16.08.09;;5\n")
    assert isinstance(sprint, Line)
    assert (str(sprint.mark), sprint.wind, sprint.place, sprint.year) == ("9.58", 9, 1, 2009)
    assert isinstance(one('"3:30,60",A B', mapping()), Refusal)


def test_a_lost_zero_is_a_doubt_and_an_h_a_flag() -> None:
    lost, by_hand = one("3:46.3,A B", mapping()), one("3:46.3h,A B", mapping(flags="A"))
    assert isinstance(lost, Line)
    assert isinstance(by_hand, Line)
    assert lost.doubts == ("a zero may be lost, or it was timed by hand: 3:46.3",)
    assert isinstance(by_hand.mark, Mark)
    assert (by_hand.mark.timing, by_hand.flags, by_hand.doubts) == (Timing.HAND, "h A", ())


def test_a_year_of_two_figures_lies_in_the_hundred_years_that_end_with_the_file() -> None:
    layout = ColumnMap(
        {"mark": "m", "athlete": "a", "day": "d", "event": "e", "sex": "s"},
        days=column_map(MAPPING.encode(), "it").days,
    )
    data = b"m,a,d,e,s\n3:50.00,A B,01.05.24,1500,M\n3:50.00,A B,01.05.25,1500,M\n"
    assert [one.year for one in layout.read(data, "it", until=UNTIL) if isinstance(one, Line)] == [2024, 1925]
    refused = list(layout.read(data, "it"))
    assert all(isinstance(one, Refusal) and "leaves the century open" in one.why for one in refused)


@pytest.mark.parametrize(
    ("constants", "level", "scope"),
    [
        ({"level": "WR"}, Level.WR, "WORLD"),
        ({"level": "nr", "nation": "GBR"}, Level.NR, "GBR"),
        ({"level": "AR", "scope": "EUR"}, Level.AR, "EUR"),
        ({}, None, ""),
    ],
)
def test_a_level_has_a_scope(constants: dict[str, str], level: Level | None, scope: str) -> None:
    found = one("3:50.00,A B", mapping(**constants))
    assert isinstance(found, Line)
    assert (found.level, found.scope) == (level, scope)


@pytest.mark.parametrize(("word", "en_route"), [("yes", True), ("+", True), ("no", False), ("", False)])
def test_on_the_way_is_said_by_yes_or_no(word: str, en_route: bool) -> None:
    found = one("3:50.00,A B", mapping(en_route=word))
    assert isinstance(found, Line)
    assert found.en_route is en_route


@pytest.mark.parametrize(
    ("row", "constants", "why"),
    [
        ("3:50.00,", {}, "nobody's name"),
        ("3:50.00,A B,C", {}, "3 columns where the header has 2"),
        ('3:50.00,"A B', {}, "quotation marks do not match"),
        ("fast,A B", {}, "not a time"),
        ("3:50.00,A B", {"event": "egg-and-spoon"}, "no event 'egg-and-spoon'"),
        ("3:50.00,A B", {"sex": "?"}, "no class: '?'"),
        ("13.00,A B", {"event": "100H"}, "is not contested by men"),
        ("3:50.00,A B", {"nation": "XXX"}, "no nation 'XXX'"),
        ("3:50.00,A B", {"day": "1999"}, "no day: '1999'"),
        ("3:50.00,A B", {"day": "2025-01-01"}, "dated 2025-01-01, which is after 2024-10-01"),
        ("3:50.00,A B", {"year": "2025"}, "dated 2025, which is after 2024-10-01"),
        ("3:50.00,A B", {"year": "soon"}, "no year: 'soon'"),
        ("3:50.00,A B", {"wind": "x"}, "no wind: 'x'"),
        ("3:50.00,A B", {"place": "x"}, "no place: 'x'"),
        ("3:50.00,A B", {"status": "fell"}, "no status: 'fell'"),
        ("3:50.00,A B", {"level": "XR"}, "no level: 'XR'"),
        ("3:50.00,A B", {"level": "MR"}, "MR of whom?"),
        ("3:50.00,A B", {"level": "NR"}, "NR of whom?"),
        ("3:50.00,A B", {"en_route": "perhaps"}, "neither yes nor no: 'perhaps'"),
    ],
)
def test_a_row_that_cannot_be_understood_is_refused(row: str, constants: dict[str, str], why: str) -> None:
    refused = one(row, mapping(**constants))
    assert isinstance(refused, Refusal)
    assert refused.at == "line 2"
    assert why in refused.why


def test_a_filled_cell_goes_before_a_constant() -> None:
    both = ColumnMap({"mark": "m", "athlete": "a", "event": "e"}, {"event": "1500", "sex": "M"})
    found = list(both.read(b"m,a,e\n3:50.00,A B,\n3:50.00,A B,MILE\n", "it"))
    assert [one.event for one in found if isinstance(one, Line)] == ["1500", "MILE"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    data = f"mark{delimiter}name\n3:50.00{delimiter}A B\n".encode()
    assert mapping().recognise(data, "it")
    (found,) = mapping().read(data, "it")
    assert isinstance(found, Line)


def test_a_table_without_the_columns_is_refused_whole() -> None:
    data = b"result,name\n3:50.00,A B\n"
    assert not mapping().recognise(data, "it")
    assert not mapping().recognise(b"", "it")
    with pytest.raises(
        FormatError, match=r"^it does not have all columns of its mapping \(mark\): 'result,name'"
    ):
        mapping().read(data, "it")
    with pytest.raises(FormatError, match="it is torn"):
        mapping().read(b"mark,name\n3:50.00,A B", "it")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x", "it is no TOML"),
        ("delimeter = ';'", "'delimeter' is no setting"),
        ("columns = 1", "[columns] is not a table of texts"),
        ("[columns]\nmark = ['a']", "[columns] is not a table of texts"),
        ("values = 1\n[columns]\nmark = 'a'", "[values] is not a table"),
        ("[columns]\nmark = 'a'\nathlet = 'b'", "'athlet' is no field"),
        ("[columns]\nmark = 'a'\nathlete = 'b'", "every row needs 'event'"),
        ("[columns]\nmark = 'a'\n[constants]\nevent = '1500'\nsex = 'M'", "every row needs 'athlete'"),
        (MAPPING.replace('","', '"."').replace('decimal = "."', 'decimal = "x"'), "decimal is '.' or ','"),
        (MAPPING.replace('";"', '";;"'), "the delimiter is one character, not ';;'"),
        (MAPPING.replace("DD.MM.YY", "%d.%m.%y"), "no layout of a day: '%d.%m.%y'"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(text: str, why: str) -> None:
    with pytest.raises(FormatError) as refused:
        column_map(text.encode(), "it")
    assert str(refused.value).startswith("it")
    assert why in str(refused.value)


def test_a_table_needs_its_mapping() -> None:
    assert not recognise(HEADER.encode(), "table.csv")
    with pytest.raises(FormatError, match=r"^table\.csv needs a mapping"):
        read(HEADER.encode(), "table.csv")
    with pytest.raises(FormatError, match="with one mapping, not with 2"):
        reader({"a.toml": b"", "b.toml": b""})
    assert reader({"a.toml": MAPPING.encode()}) == column_map(MAPPING.encode(), "it")

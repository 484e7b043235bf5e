"""Results of Omega Scan'O'Vision."""

from datetime import date

import pytest

from pacelight.book.formats.line import Line, Refusal
from pacelight.book.formats.omega import NO_PROGRAMME, OmegaReader, programme, read, reader, recognise
from pacelight.book.formats.omega_export import OmegaHeat, OmegaResult, heats, holds_heats, results
from pacelight.errors import FormatError
from pacelight.event import EVENTS, Sex
from pacelight.mark import Mark

RESULTS = b'"Event";"Round";"Heat";"Lap";"Bib";"Lane";"idStatus";"Time";"Result";"Rank";\r\n'
ROW = b'   5;   1;   2;9999;"  3893";  1; 1;    80752;"       8.08  ";2\r\n'
HEATS = b'"Event";"Round";"Heat";"Date";"Hour";"Wind";"Temp";"File";"Official"\r\n'
HEAT = b'   5;   1;   2;"   22.02.2025";" 10:29:35.3378";"      +1.2";"       N/A";" ";"Official";\r\n'
PROGRAMME = """
day = 2025-02-21
venue = "Liévin (FRA)"
competition = "A meeting"

[events.5]
event = "60"
sex = "women"

[athletes.3893]
name = "Bib 3893"
nation = "FRA"
""".encode()


def one(row: bytes, of: OmegaReader | None = None) -> Line | Refusal:
    (only,) = (of or reader({"p.toml": PROGRAMME})).read(RESULTS + row, "LSTRslt.txt")
    return only


def test_a_row_with_a_programme_and_its_heat_is_a_line() -> None:
    both = reader({"p.toml": PROGRAMME, "LSTRRSLT.txt": HEATS + HEAT})
    assert one(ROW, both) == Line(
        at="line 2",
        event="60",
        sex=Sex.WOMEN,
        mark=Mark.parse("8.08"),
        mark_text="8.08",
        athlete="Bib 3893",
        nation="FRA",
        day=date(2025, 2, 22),
        year=2025,
        venue="Liévin (FRA)",
        competition="A meeting",
        wind=12,
        place=2,
        note="round 1, heat 2, lane 1",
    )


def test_without_the_list_of_heats_the_day_is_the_programmes() -> None:
    found = one(ROW)
    assert isinstance(found, Line)
    assert (found.day, found.wind, found.doubts) == (date(2025, 2, 21), None, ())


def test_a_heat_that_is_not_official_is_a_doubt() -> None:
    both = reader({"p.toml": PROGRAMME, "heats": HEATS + HEAT.replace(b"Official", b"        ")})
    found = one(ROW, both)
    assert isinstance(found, Line)
    assert found.doubts == ("the heat is not marked official",)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (ROW.replace(b"8.08", b"8.07"), "official is 8.07, and 80752 ten-thousandths are 8.08"),
        (ROW.replace(b"8.08", b"8.09"), "official is 8.09, and 80752 ten-thousandths are 8.08"),
        (ROW.replace(b"8.08 ", b"8.076"), "finer than 60 m is timed: '8.076' (write 8.08, rounded up)"),
        (ROW.replace(b" 1;    80752", b" 5;        0"), "no time (idStatus 5, '8.08')"),
        (ROW.replace(b"80752", b"-8075"), "a mark is longer than nothing"),
        (ROW.replace(b"8.08", b"soon"), "not a time: 'soon'"),
        (ROW.replace(b"9999", b"   2"), "an intermediate time (lap 2) makes no performance"),
        (ROW.replace(b"   5;", b"   6;"), "the programme does not say what event 6 is"),
        (ROW.replace(b"3893", b"3894"), "the programme does not say who wears 3894"),
        (ROW.replace(b"3893", b"   0"), "the programme does not say who wears no number"),
        (ROW.replace(b"80752", b"eight"), "a number is none"),
        (b"5;1;2\r\n", "3 columns where the header has 10"),
    ],
)
def test_a_row_that_makes_no_performance_is_refused(row: bytes, why: str) -> None:
    refused = one(row)
    assert isinstance(refused, Refusal)
    assert refused.at == "line 2"
    assert why in refused.why


def test_without_a_programme_every_row_is_refused_by_its_number() -> None:
    (refused,) = read(RESULTS + ROW, "LSTRslt.txt")
    assert refused == Refusal("line 2", "event 5 bib 3893 8.08", "the programme does not say what event 5 is")


def test_an_export_stands_as_it_is() -> None:
    assert list(results(RESULTS + ROW, "it")) == [
        OmegaResult(2, 5, 1, 2, 9999, "3893", 1, 1, 80752, "8.08", 2)
    ]
    assert heats(HEATS + HEAT, "it") == (
        OmegaHeat(5, 1, 2, date(2025, 2, 22), "10:29:35.3378", 12, official=True),
    )
    assert heats(HEATS + HEAT.replace(b"+1.2", b" N/A"), "it")[0].wind is None


def test_a_later_heat_is_refused() -> None:
    (refused,) = reader({"p": PROGRAMME}).read(RESULTS + ROW, "it", until=date(2025, 2, 20))
    assert isinstance(refused, Refusal)


def test_the_list_of_heats_is_no_list_of_results() -> None:
    assert recognise(RESULTS, "it")
    assert not recognise(HEATS, "it")
    assert holds_heats(HEATS)
    assert OmegaReader().recognise(RESULTS, "it")
    with pytest.raises(FormatError, match="it is the list of heats"):
        read(HEATS + HEAT, "it")
    with pytest.raises(FormatError, match="it is the list of results"):
        heats(RESULTS + ROW, "it")
    with pytest.raises(FormatError, match="it does not begin Event;Round;Heat"):
        read(b"a;b\n", "it")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b"5;1\r\n", "line 2: 2 columns where the header has 9"),
        (HEAT.replace(b"22.02", b"31.02"), "line 2: no day of the calendar"),
        (HEAT.replace(b"   5;", b"five;"), "line 2: invalid literal"),
        (HEAT.replace(b"+1.2", b"gale"), "line 2: no wind"),
    ],
)
def test_a_list_of_heats_is_trusted_whole_or_not_at_all(row: bytes, why: str) -> None:
    with pytest.raises(FormatError, match=f"it {why}"):
        heats(HEATS + row, "it")


def test_a_programme_is_read() -> None:
    known = programme(PROGRAMME, "it")
    assert known.events == {5: (EVENTS["60"], Sex.WOMEN)}
    assert known.athletes == {"3893": ("Bib 3893", "FRA")}
    assert reader({}) == OmegaReader(NO_PROGRAMME, ())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"x", "it is no TOML"),
        (b"day = 2025-02-21\n", "it: the programme needs 'events'"),
        (b"[events.5]\nevent = '60'\n", "it: the programme needs 'sex'"),
        (b"[events.five]\nevent = '60'\nsex = 'men'\n", "it is no programme: invalid literal"),
        (b"[events.5]\nevent = 'x'\nsex = 'men'\n", "it is no programme: no event 'x'"),
        (b"[events.5]\nevent = '60'\nsex = 'x'\n", "it is no programme: 'x' is not a valid Sex"),
        (b"events = 5\n", "it is no programme"),
        (b"[events]\n5 = 'a'\n", "it is no programme"),
        (PROGRAMME.replace(b"2025-02-21", b"'2025'"), "it is no programme: day is no day: 2025"),
        (PROGRAMME.replace(b"2025-02-21", b"2025-02-21T10:00:00"), "it is no programme: day is no day"),
        (PROGRAMME.replace(b'FRA"\n', b'XXX"\n'), "it is no programme: no nation 'XXX'"),
        (PROGRAMME.replace(b"name =", b"nom ="), "it: the programme needs 'name'"),
    ],
)
def test_what_is_no_programme_is_refused(text: bytes, why: str) -> None:
    with pytest.raises(FormatError) as refused:
        programme(text, "it")
    assert str(refused.value).startswith(why)

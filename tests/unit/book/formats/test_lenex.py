"""Record lists in the shape of LENEX: what is written, what is read, what is refused."""

from collections.abc import Callable
from datetime import date
from xml.etree.ElementTree import Element

import pytest

from pacelight.book.formats import lenex
from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.book.formats.xmltree import tree
from pacelight.book.model import Coverage, Performance, Standing, Status
from pacelight.errors import FormatError
from pacelight.event import EVENTS, Level, Recognition, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Length

Made = Callable[..., Standing]

LIST = (
    '<LENEX version="3.0"><RECORDLISTS><RECORDLIST {list}><RECORDS>{record}</RECORDS></RECORDLIST>'
    "</RECORDLISTS></LENEX>"
)
SWUM = (
    '<RECORD swimtime="00:03:40.07" status="APPROVED" {more}>'
    "<SWIMSTYLE {style}/>"
    '<ATHLETE lastname="Biedermann" firstname="Paul" birthdate="1986-08-07" nation="GER"/>'
    '<MEETINFO city="Rome" nation="ITA" date="2009-07-26" name="World Championships"/></RECORD>'
)
WORLD_LIST = 'type="WR" gender="M" course="STANDARD" name="World"'
STYLE = 'code="1500" distance="1500" relaycount="1" stroke="UNKNOWN"'


@pytest.fixture
def ran() -> Callable[..., Performance]:
    def make(
        who: str, mark: Mark | Length, day: str, event: str, nation: str, **other: object
    ) -> Performance:
        given: dict[str, object] = {"key": f"{day}-{who}", "event": event, "sex": Sex.MEN, "mark": mark}
        given |= {"athlete_key": who, "athlete": who, "nation": nation, "day": date.fromisoformat(day)}
        given |= {"venue": "Liévin (FRA)", "competition": "Meeting"}
        return Performance(**given | other)  # type: ignore[arg-type]

    return make


@pytest.fixture
def standing() -> Made:
    def make(
        *holders: Performance,
        level: Level = Level.WR,
        scope: str = "WORLD",
        statuses: tuple[Status, ...] = (Status.CANDIDATE,),
    ) -> Standing:
        first = holders[0]
        covers = Coverage(level, scope, first.event, first.sex, date(1980, 1, 1))
        label = level.value
        return Standing(
            EVENTS[first.event],
            first.sex,
            level,
            label,
            scope,
            first.mark,
            holders,
            first.day,
            statuses,
            Recognition.RECORD,
            covers,
        )

    return make


def written(*records: Standing) -> Element:
    return tree(lenex.write(records, "1.0", date(2025, 2, 14)), "records.lef")


def back(*records: Standing) -> list[Line]:
    found = list(lenex.read(lenex.write(records, "1.0", date(2025, 2, 14)), "records.lef"))
    assert [one for one in found if isinstance(one, Refusal)] == []
    return [one for one in found if isinstance(one, Line)]


def test_the_mile_of_lievin_is_written_as_lenex_writes_records(
    ran: Callable[..., Performance], standing: Made
) -> None:
    mile = ran("Jakob Ingebrigtsen", Mark.parse("3:45.14"), "2025-02-13", "MILEsh", "NOR", flags="sh")
    root = written(standing(mile))
    (of,) = root.findall("RECORDLISTS/RECORDLIST")
    assert of.attrib == {
        "type": "WR",
        "gender": "M",
        "course": "SHORT",
        "name": "WR WORLD, men",
        "updated": "2025-02-14",
    }
    (record,) = of.findall("RECORDS/RECORD")
    assert record.attrib == {
        "swimtime": "00:03:45.14",
        "status": "PENDING",
        "mark": "3:45.14",
        "timing": "fat",
        "standing": "candidate",
        "flags": "sh",
    }
    assert [(child.tag, child.attrib) for child in record] == [
        (
            "SWIMSTYLE",
            {
                "code": "MILEsh",
                "distance": "1609",
                "relaycount": "1",
                "stroke": "UNKNOWN",
                "name": "Mile short track",
            },
        ),
        ("ATHLETE", {"lastname": "Jakob Ingebrigtsen", "nation": "NOR", "gender": "M"}),
        (
            "MEETINFO",
            {"date": "2025-02-13", "city": "Liévin (FRA)", "nation": "FRA", "name": "Meeting"},
        ),
    ]


def test_it_reads_back_as_the_same_record(ran: Callable[..., Performance], standing: Made) -> None:
    way = ran(
        "Jakob Ingebrigtsen", Mark.parse("3:29.63"), "2025-02-13", "1500sh", "NOR", en_route_of="MILEsh"
    )
    (one,) = back(standing(way, level=Level.AR, scope="EUR"))
    assert one == Line(
        at="list 1, record 1",
        event="1500sh",
        sex=Sex.MEN,
        mark=Mark.parse("3:29.63"),
        mark_text="3:29.63",
        athlete="Jakob Ingebrigtsen",
        nation="NOR",
        day=date(2025, 2, 13),
        year=2025,
        venue="Liévin (FRA)",
        competition="Meeting",
        level=Level.AR,
        scope="EUR",
        en_route=True,
        note="candidate; on the way in MILEsh",
    )


def test_of_a_tie_each_holder_has_a_record(ran: Callable[..., Performance], standing: Made) -> None:
    tenths = Mark.parse("3:32.1", Timing.UNKNOWN)
    coe = ran("Sebastian Coe", tenths, "1979-08-15", "1500", "GBR")
    ovett = ran("Steve Ovett", tenths, "1980-07-15", "1500", "GBR")
    found = back(standing(coe, ovett, statuses=(Status.RATIFIED, Status.RATIFIED)))
    assert [(one.athlete, one.note) for one in found] == [
        ("Sebastian Coe", "ratified"),
        ("Steve Ovett", "ratified"),
    ]
    marks = [one.mark for one in found if isinstance(one.mark, Mark)]
    assert [(mark.precision, mark.timing) for mark in marks] == [(1, Timing.UNKNOWN)] * 2


@pytest.mark.parametrize(
    ("level", "scope", "told"),
    [
        (Level.WR, "WORLD", {"type": "WR"}),
        (Level.AR, "SAM", {"type": "SAM"}),  # South America
        (Level.NR, "SAM", {"type": "SAM", "nation": "SAM"}),  # Samoa
        (Level.NR, "NOR", {"type": "NOR", "nation": "NOR"}),
        (Level.MR, "Wanamaker Mile. Millrose", {"type": "MR.Wanamaker Mile. Millrose"}),
        (Level.PB, "ingebrigtsen-jakob", {"type": "PB.ingebrigtsen-jakob"}),
    ],
)
def test_the_type_says_level_and_scope(
    level: Level, scope: str, told: dict[str, str], ran: Callable[..., Performance], standing: Made
) -> None:
    one = standing(ran("A", Mark.parse("3:50.00"), "2020-01-01", "MILE", ""), level=level, scope=scope)
    (of,) = written(one).iter("RECORDLIST")
    assert {name: text for name, text in of.attrib.items() if name in {"type", "nation"}} == told
    assert [(line.level, line.scope) for line in back(one)] == [(level, scope)]


def test_each_level_scope_class_and_track_has_one_list(
    ran: Callable[..., Performance], standing: Made
) -> None:
    mile = standing(ran("A", Mark.parse("3:50.00"), "2020-01-01", "MILE", "USA"))
    metric = standing(ran("B", Mark.parse("3:30.00"), "2020-01-02", "1500", "USA"))
    short = standing(ran("C", Mark.parse("3:50.00"), "2020-01-03", "MILEsh", "USA"))
    lists = written(mile, short, metric).findall("RECORDLISTS/RECORDLIST")
    assert [(of.get("course"), len(of.findall("RECORDS/RECORD"))) for of in lists] == [
        ("SHORT", 1),
        ("STANDARD", 2),
    ]


def test_a_jump_has_no_time_and_a_relay_is_a_team(ran: Callable[..., Performance], standing: Made) -> None:
    jump = standing(ran("Mike Powell", Length.parse("8.95"), "1991-08-30", "LJ", "USA"))
    relay = standing(ran("Jamaica", Mark.parse("36.84"), "2012-08-11", "4X1", "JAM"))
    leap, team = sorted(
        written(jump, relay).iter("RECORD"), key=lambda one: one.get("mark", ""), reverse=True
    )
    assert (leap.get("swimtime"), leap.get("mark"), leap.get("timing")) == ("NT", "8.95", None)
    (ran_by,) = team.iter("RELAY")
    assert ran_by.attrib == {"name": "Jamaica", "nation": "JAM"}
    (style,) = team.iter("SWIMSTYLE")
    assert (style.get("distance"), style.get("relaycount")) == ("100", "4")
    assert [one.athlete for one in back(jump, relay)] == ["Mike Powell", "Jamaica"]


def test_signs_of_xml_and_line_ends_in_a_name_survive(
    ran: Callable[..., Performance], standing: Made
) -> None:
    odd = "A & B <\"C\">\n\t'D'"
    (one,) = back(standing(ran(odd, Mark.parse("3:50.00"), "2020-01-01", "MILE", "USA")))
    assert one.athlete == odd


def test_what_xml_cannot_hold_is_refused(ran: Callable[..., Performance], standing: Made) -> None:
    bad = standing(ran("A\x0fB", Mark.parse("3:50.00"), "2020-01-01", "MILE", "USA"))
    with pytest.raises(FormatError, match=r"^U\+000F cannot stand in XML"):
        lenex.write([bad], "1.0", date(2025, 2, 14))


def test_a_file_of_others_has_first_names_births_and_times_of_lenex() -> None:
    data = LIST.format(list=WORLD_LIST, record=SWUM.format(style=STYLE, more="")).encode()
    (one,) = lenex.read(data, "records.lef")
    assert isinstance(one, Line)
    assert (one.athlete, one.family, one.born) == ("Paul Biedermann", "Biedermann", Birth(date(1986, 8, 7)))
    assert (str(one.mark), one.mark_text, one.venue, one.note) == (
        "3:40.07",
        "3:40.07",
        "Rome (ITA)",
        "approved",
    )


def test_the_first_of_january_is_a_year() -> None:
    data = LIST.format(list=WORLD_LIST, record=SWUM.format(style=STYLE, more="")).replace(
        "1986-08-07", "1986-01-01"
    )
    (one,) = lenex.read(data.encode(), "records.lef")
    assert isinstance(one, Line)
    assert one.born == Birth(date(1986, 1, 1), BirthPrecision.YEAR)


@pytest.mark.parametrize(
    ("of", "style", "more", "said"),
    [
        (WORLD_LIST, 'distance="400" stroke="FREE"', "", "no event of athletics: stroke 'FREE'"),
        (WORLD_LIST, 'code="400FR"', "", "no event '400FR'"),
        ('type="ER" gender="M"', STYLE, "", "no list of athletics: type 'ER'"),
        ('type="NOR" gender="M"', STYLE, "", "no list of athletics: type 'NOR'"),
        ('type="MR." gender="M"', STYLE, "", "no list of athletics: type 'MR.'"),
        ('type="WR" gender="A"', STYLE, "", "no class: 'A'"),
        (WORLD_LIST, STYLE, 'timing="sundial"', "no timing: 'sundial'"),
        (WORLD_LIST, STYLE, 'mark="3:75.10"', "3:75.10"),
        (WORLD_LIST, STYLE, 'wind="gale"', "no wind"),
    ],
)
def test_a_record_that_cannot_be_understood_is_refused_alone(
    of: str, style: str, more: str, said: str
) -> None:
    (one,) = lenex.read(
        LIST.format(list=of, record=SWUM.format(style=style, more=more)).encode(), "records.lef"
    )
    assert isinstance(one, Refusal)
    assert said in one.why


@pytest.mark.parametrize(
    ("cut", "put", "said"),
    [
        ("APPROVED", "INVALID", "an invalid record"),
        ("APPROVED", "TARGETTIME", "a standard, which is no performance"),
        ('date="2009-07-26"', "", "no day: ''"),
        ("<MEETINFO", "<MEET", "a record without MEETINFO"),
        ("<ATHLETE", "<SWIMMER", "a record without ATHLETE"),
        ('lastname="Biedermann" firstname="Paul"', "", "nobody's name"),
        ('nation="GER"', 'nation="XYZ"', "no nation 'XYZ'"),
        ("00:03:40.07", "NT", "not a time"),
    ],
)
def test_what_is_no_performance_is_refused(cut: str, put: str, said: str) -> None:
    record = SWUM.format(style=STYLE, more="").replace(cut, put)
    (one,) = lenex.read(LIST.format(list=WORLD_LIST, record=record).encode(), "records.lef")
    assert isinstance(one, Refusal)
    assert said in one.why


def test_a_beaten_record_and_an_age_group_are_notes() -> None:
    record = SWUM.format(style=STYLE, more="").replace("APPROVED", "APPROVED.HISTORY")
    data = LIST.format(list=WORLD_LIST, record=record).replace(
        "<RECORDS>", '<AGEGROUP agemin="18" agemax="19"/><RECORDS>'
    )
    (one,) = lenex.read(data.encode(), "records.lef")
    assert isinstance(one, Line)
    assert one.note == "approved; no longer the record; ages 18 to 19"


def test_a_record_of_a_later_day_than_the_file_is_refused() -> None:
    data = LIST.format(list=WORLD_LIST, record=SWUM.format(style=STYLE, more="")).encode()
    (one,) = lenex.read(data, "records.lef", until=date(2009, 7, 25))
    assert isinstance(one, Refusal)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "torn or no XML"),
        (b"<LENEX><RECORDLISTS>", "torn or no XML"),
        (b"<registration/>", "is no LENEX: its root is 'registration'"),
        (b"<LENEX><MEETS/></LENEX>", "has no record lists"),
        (b"PK\x03\x04", "zero bytes|torn or no XML"),
    ],
)
def test_a_file_without_record_lists_is_refused_whole(data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=rf"^records\.lef .*({said})"):
        list(lenex.read(data, "records.lef"))


def test_only_lenex_is_recognised() -> None:
    assert lenex.recognise(b'\xef\xbb\xbf<?xml version="1.0"?>\n<LENEX version="3.0">', "")
    assert not lenex.recognise(b"<registration/>", "")


@pytest.mark.parametrize(("wind", "written_as"), [(3, "0.3"), (-12, "-1.2"), (0, "0.0"), (None, None)])
def test_a_wind_is_written_and_read(
    wind: int | None, written_as: str | None, ran: Callable[..., Performance], standing: Made
) -> None:
    jump = standing(ran("Mike Powell", Length.parse("8.95"), "1991-08-30", "LJ", "USA", wind=wind))
    (record,) = written(jump).iter("RECORD")
    assert record.get("wind") == written_as
    assert [one.wind for one in back(jump)] == [wind]

"""Start lists of each format: what is taken, and how the rest is refused."""

from datetime import date

import pytest

from pacelight.book.birth import Birth, BirthPrecision
from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.timing import Status
from pacelight.timing.formats.lists import (
    startlist_csv,
    startlist_dlv,
    startlist_evt,
    startlist_hytek,
    startlist_omega,
    startlist_taf,
    startlist_wa,
)
from pacelight.timing.formats.lists.entrant import Entrant, StartList
from pacelight.timing.formats.lists.startlists import START_LISTS, chosen, read_start_list

OMEGA = (
    "Event Code; Date; Time; Lane / order; Bib No; Name; First Name; Nation; Length; Title 1; Title 2;"
    " Sponsor\n"
    '00501001;08.02.2025;16:30;;;;;;100;"100m M - Vorlauf 1";;\n'
    ';;;2;361;"Ibrahim";"Mahmoud Hafiz";"Saudiarabien";;;;\n'
    ';;;3;363;"Vleminckx";"Kobe";"BEL";;;;\n'
    '00501002;08.02.2025;16:34;;;;;;100;"100m M - Vorlauf 2";;\n'
    ';;;2;350;"Wolf";"Yannick";"LG Stadtwerke München";;;;\n'
)
TAF = (
    "CompetitorType;Bib;Code;FirstName;LastName;Yob;Gender;RelayNumber;RelayName;TeamNumber;TeamName;Nation;"
    "Email;Infix;ClubName\n"
    "Athlete;1;0015330;Malaika;Mihambo;1994;W;;;;;GER;;;LG Kurpfalz\n"
    "Athlete;6;;Patrizia;Weken;1999;W;;;;;LUX;;Van Der;\n"
    "Relay;R1;;;;;W;1;GER I;;;GER;;;\n"
)
DLV = """<?xml version="1.0" encoding="UTF-8"?>
<registration version="1.2" location="Berlin" date="2022-06-17" name="Meeting">
  <clubs><club id="C1" number="1" type="CLUB" name="LG Kurpfalz" shortname="LG" country="GER"/></clubs>
  <athletes>
    <athlete id="A1" bib="7" forename="Jan" lastname="Fitschen" yearofbirth="1977" sex="M" club="C1"
      country="GER" licencenumber="12345" waid="14208194"/>
    <athlete id="A2" forename="Robert" lastname="Farken" yearofbirth="1997" sex="M" club="C1" country="GER"/>
  </athletes>
  <eventdefinitions><eventdefinition id="D1" name="Meile im Park" shortname="Meile" eventtype="INDIVIDUAL"
    formattype="TIME" precision="SECOND_10TH"/></eventdefinitions>
  <events>
    <event id="E1" agecode="M"><standardevent disciplinecode="L10K"/></event>
    <event id="E2" agecode="M"><standardevent disciplinecode="X3X1"/></event>
    <event id="E3" agecode="M"><customevent eventdefinition="D1"/></event>
  </events>
  <individuals>
    <individual id="I1" event="E1" athlete="A1"><performance value="28:10,94" indoor="false"/></individual>
    <individual id="I2" event="E3" athlete="A2"><performance value="4:01,2" handTime="true" indoor="false"/>
    </individual>
  </individuals>
  <relays><relay id="R1" club="C1" event="E2"><participant athlete="A1" id="P1"/>
    <participant athlete="A2" id="P2"/></relay></relays>
  <runs><run id="L1" disciplinecode="STR" name="Stadtlauf" distance="10000">
    <performance value="30:00" indoor="false"/><participant athlete="A2" id="P3"/></run></runs>
</registration>
"""
HYTEK = (
    "I;Nuguse;Yared;;M;06/01/1999;USA;On;;;;;Boulder;CO;;USA;USA;;;;;8116631;1;\r\n"
    "D;Nuguse;Yared;;M;06/01/1999;USA;On;;;1500;3:29.02;M;;;;;\r\n"
    "D;Lagat;Bernard;;M;;UNA;Unattached;38;;1MILE;4:01;E;;12;;S;\r\n"
    "Q;USA;United States;A;M;;1600;2:54.29;M;;;;;;;Watson;Antonio;;M;;;;;Norman;Michael;;M;;;;\r\n"
    "E;Kerr;Josh;;M;;GBR;Great Britain;27;;1500;NT;M\r\n"
)


def test_omega_has_a_line_for_the_race_and_one_for_each_lane() -> None:
    one, two = startlist_omega.read(OMEGA.encode())
    assert (one.event, one.round, one.heat, one.title) == ("5", "1", "1", "100m M - Vorlauf 1")
    assert (one.distance, one.day, one.time) == (Distance.parse("100"), date(2025, 2, 8), "16:30")
    assert [(each.lane, each.bib, each.name, each.nation, each.club) for each in one.entrants] == [
        ("2", "361", "Mahmoud Hafiz Ibrahim", "", "Saudiarabien"),
        ("3", "363", "Kobe Vleminckx", "BEL", ""),
    ]
    assert two.heat == "2"
    assert two.entrants[0].club == "LG Stadtwerke München"


def test_taf_has_athletes_with_infixes_and_relays() -> None:
    (one,) = startlist_taf.read(TAF.encode())
    assert [(each.name, each.family, each.nation, each.club, each.team) for each in one.entrants] == [
        ("Malaika Mihambo", "Mihambo", "GER", "LG Kurpfalz", False),
        ("Patrizia Van Der Weken", "Van Der Weken", "LUX", "", False),
        ("GER I", "", "GER", "", True),
    ]
    assert one.entrants[0].born == Birth(date(1994, 1, 1), BirthPrecision.YEAR)
    assert one.entrants[0].licence == "0015330"


def test_dlv_entries_are_lists_by_event_with_relays_and_runs() -> None:
    long, relay, park, run = startlist_dlv.read(DLV.encode())
    assert (long.code, long.distance, long.sex) == ("L10K", Distance.parse("10 km"), Sex.MEN)
    (fitschen,) = long.entrants
    assert (fitschen.bib, fitschen.licence, fitschen.wa_id, fitschen.seed) == (
        "7", "12345", "14208194", "28:10.94",
    )  # fmt: skip
    (team,) = relay.entrants
    assert (team.name, team.team, team.legs) == ("LG Kurpfalz", True, ("Jan Fitschen", "Robert Farken"))
    assert (park.title, park.entrants[0].seed) == ("Meile im Park M", "4:01.2h")
    assert (run.title, run.distance, run.entrants[0].seed) == ("Stadtlauf", Distance.parse("10 km"), "30:00")


def test_hytek_entries_know_the_number_from_either_record_and_who_has_scratched() -> None:
    found = {(one.code, one.sex): one for one in startlist_hytek.read(HYTEK.encode())}
    nuguse, kerr = found["1500", Sex.MEN].entrants
    assert (nuguse.bib, nuguse.nation, nuguse.club, nuguse.licence) == ("1", "USA", "On", "8116631")
    assert nuguse.born == Birth(date(1999, 6, 1))
    assert (kerr.name, kerr.seed, kerr.bib) == ("Josh Kerr", "", "")
    (lagat,) = found["1MILE", Sex.MEN].entrants
    assert (lagat.bib, lagat.status) == ("12", Status.DNS)
    (relay,) = found["1600", Sex.MEN].entrants
    assert (relay.name, relay.legs) == ("United States A", ("Antonio Watson", "Michael Norman"))
    assert found["1500", Sex.MEN].distance == Distance.parse("1500")
    assert found["1MILE", Sex.MEN].distance is None, "in English measure a code leaves the distance open"


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("Bahn;Stnr;Name;Vorname;Verein;Jg", "4;101;Nuguse;Yared;USA;1999", ("Yared Nuguse", "USA", "1999")),
        ("lane,bib,name,nation,born", "4,101,Yared Nuguse,usa,1999-06-01",
         ("Yared Nuguse", "USA", "1999-06-01")),
        ("Lane\tNo.\tAthlete Name\tNAT\tDOB", "4\t101\tNUGUSE, Yared\tUnited States\t01.06.1999",
         ("Yared NUGUSE", "USA", "1999-06-01")),
        ("couloir|dossard|nom|prénom|pays|chip1|chip2", "4|101|Nuguse|Yared|USA|AA|BB",
         ("Yared Nuguse", "USA", "")),
        ("sep=;\nlane;bib;family name;first name;country", "4;101;Nuguse;Yared;USA",
         ("Yared Nuguse", "USA", "")),
    ],
)  # fmt: skip
def test_columns_are_known_in_three_languages_whatever_parts_them(
    header: str, row: str, expected: tuple[str, str, str]
) -> None:
    data = f"{header}\n{row}\n".encode()
    assert startlist_csv.recognise(data, "x")
    ((one,),) = (heat.entrants for heat in read_start_list(data))
    assert (one.name, one.nation, str(one.born or "")) == expected
    assert (one.lane, one.bib) == ("4", "101")
    assert one.chips == (("AA", "BB") if "chip" in header else ())


def test_rows_of_several_heats_are_several_lists_and_one_can_be_chosen() -> None:
    data = b"event,round,heat,bib,name\n07,1,1,1,Yared Nuguse\n07,1,2,2,Josh Kerr\n8,,,3,Jakob Ingebrigtsen\n"
    lists = read_start_list(data)
    assert [(one.event, one.heat, len(one.entrants)) for one in lists] == [
        ("07", "1", 1),
        ("07", "2", 1),
        ("8", "", 1),
    ]
    assert [one.entrants[0].bib for one in chosen(lists, "7", heat="2")] == ["2"]
    assert chosen(lists, "9") == ()


def test_a_number_or_a_chip_that_two_wear_is_a_remark() -> None:
    (one,) = read_start_list(b"bib,name,chips\n1,Yared Nuguse,AA\n1,Josh Kerr,AA;BB\n")
    assert one.remarks == (
        "bib 1 is worn by Yared Nuguse and by Josh Kerr",
        "chip AA is worn by Yared Nuguse and by Josh Kerr",
    )


@pytest.mark.parametrize(
    ("form", "text", "offence"),
    [
        ("csv", "bib,name,shoe\n1,a,b\n", "x line 1: no column 'shoe' is known here"),
        ("csv", "a,b\n1,2\n", "x line 1 names no column of a start list (write bib, lane, name, nation ...)"),
        ("csv", "bib,no,name\n1,1,a\n", "x line 1: two columns say bib; leave one of them out"),
        ("csv", "bib,name\n1,a,b\n", "x line 2: 3 columns where the header has 2"),
        ("csv", "bib,name\n1,a", "x is torn: its last line does not end ('1,a'); take the whole file"),
        ("csv", 'bib,name\n1,"a\n', "x line 2: quotation marks do not match"),
        ("csv", "bib,name,born\n1,a,01/06/1999\n",
         "x line 2: no birth: '01/06/1999' (write 2001, 2001-05-31"),
        ("csv", "bib,name,nation\n1,a,XYZ\n", "x line 2: no nation 'XYZ'"),
        ("csv", "bib,name,status\n1,a,gone\n", "x line 2: 'gone' is no status (write DNS, DNF, DQ or NM)"),
        ("csv", "bib,name,nation\n,,NOR\n",
         "x line 2: neither a name nor a number nor a lane: leave the line out"),
        ("omega", OMEGA.replace("00501001;", ";", 1), "x line 2: a runner before any race"),
        ("omega", OMEGA.replace("Event Code", "Code"), "x line 1 is no header of an Omega start list"),
        ("taf", TAF.replace("Athlete;1;", "Horse;1;"), "x line 2: no kind of competitor: 'Horse'"),
        ("taf", TAF.replace(";1994;", ";'94;"), "x line 2: no birth: ''94' (write 2001,"),
        ("dlv", DLV.replace('athlete="A1"', 'athlete="A9"', 1),
         "x: individual I1: no athlete 'A9' in the file"),
        ("dlv", DLV.replace("<registration", "<!DOCTYPE r [<!ENTITY a 'b'>]><registration"),
         "a document type is not read"),
        ("dlv", DLV.replace('event="E1"', 'event="E9"'), "x: individual I1: no event 'E9' in the file"),
        ("hytek", HYTEK + "R;USA;A;M\r\n",
         "x line 6: an R record of a relay is not read (export relays as Q)"),
        ("hytek", HYTEK + "X;1\r\n", "x line 6: no record of entries: 'X' (I, D, E or Q)"),
        ("hytek", HYTEK.replace(";1500;", ";;", 1), "x line 2: no event"),
        ("wa", '{"athletes": [], "units": [{"rounds": [{"races": [{"results": [{"athleteId": 4}]}]}]}]}',
         "x, unit 1, round, race 1: nobody in the file's lists has number 4"),
        ("wa", '{"athletes": [], // none\n "units": []}', "x is torn or no competition of World Athletics"),
        ("evt", "1,1,1,Mile\n,101,4,Nuguse", "x is torn: its last line does not end"),
        ("lif", "", "no format 'lif' (formats: omega, taf, dlv, wa, hytek, evt, csv)"),
        ("", "hello\n",
         "x is no start list that is known here (formats: omega, taf, dlv, wa, hytek, evt, csv)"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_line_and_a_remedy(
    form: str, text: str, offence: str
) -> None:
    with pytest.raises(FormatError) as refused:
        read_start_list(text.encode(), "x", form)
    assert offence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_xml_bomb_is_refused_before_anything_of_it_is_read() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><registration>&b;</registration>'
    with pytest.raises(FormatError, match="a document type is not read"):
        startlist_dlv.read(bomb.encode(), "x")


def test_a_name_with_a_line_end_is_on_one_line() -> None:
    (one,) = read_start_list(b'bib,name\n1,"Yared\nNuguse"\n2,b\n')
    assert [each.name for each in one.entrants] == ["Yared Nuguse", "b"]


def test_a_file_for_finishlynx_is_written_as_its_readers_take_it() -> None:
    heat = StartList(
        entrants=(
            Entrant(name="Yared Nuguse", family="Nuguse", bib="101", lane="4", nation="USA", licence="77"),
            Entrant(name="Josh Kerr", lane="5"),
        ),
        event="12",
        round="1",
        heat="2",
        title="Mile, men",
        distance=Distance.parse("mile"),
    )
    assert startlist_evt.write([heat]).decode() == (
        '12,1,2,"Mile, men",,,,,,1609.344\r\n,101,4,Nuguse,Yared,USA,,77\r\n,0,5,Josh Kerr,,,,\r\n'
    )


def test_the_json_of_world_athletics_has_a_number_for_everybody() -> None:
    heat = StartList(
        entrants=(
            Entrant(name="Yared Nuguse", family="Nuguse", bib="101", wa_id="14208194", sex=Sex.MEN),
            Entrant(name="Josh Kerr", bib="A1"),
            Entrant(name="GER I", team=True, legs=("Jan Fitschen",), nation="GER"),
        )
    )
    (found,) = startlist_wa.read(startlist_wa.write([heat]))
    assert [(one.name, one.bib, one.wa_id, one.legs) for one in found.entrants] == [
        ("Yared Nuguse", "101", "14208194", ()),
        ("Josh Kerr", "100001", "", ()),
        ("GER I", "100002", "", ("Jan Fitschen",)),
    ]


def test_the_most_particular_format_is_asked_first_and_any_table_last() -> None:
    assert list(START_LISTS) == ["omega", "taf", "dlv", "wa", "hytek", "evt", "csv"]

"""FinishLynx start lists, people and schedules: what is read, written, and refused with which line."""

import pytest

from pacelight.distance import Distance
from pacelight.errors import FormatError
from pacelight.timing.formats.evt import EvtFile, entry, heat, read_evt, write_evt
from pacelight.timing.formats.ppl import PplFile, person, read_ppl, write_ppl
from pacelight.timing.formats.sch import SchFile, SchHeat, read_sch, write_sch

EVT = (
    "; made by hand\r\n"
    '12,1,2,"Mile, Men",+0.6,m/s,,,,1609.344\r\n'
    ",101,3,Nuguse,Yared,USA,,lic-1\r\n"
    "\t102,4,Müster,Ada\r\n"
    " ,5,Milan,,MILA  A\r\n"
    "\\,something of FinishLynx\r\n"
    "\r\n"
    "13,1\t,1\r\n"
)


def test_heats_and_entries_are_understood() -> None:
    file = read_evt(EVT.encode(), "lynx.evt")
    mile, other = file.heats
    assert (mile.event, mile.round, mile.heat, mile.name, mile.wind) == ("12", "1", "2", "Mile, Men", "+0.6")
    assert (mile.distance, other.distance, other.round) == (Distance.parse("mile"), None, "1")
    assert [(one.bib, one.lane, one.name, one.affiliation, one.license) for one in mile.entries] == [
        ("101", "3", "Yared Nuguse", "USA", "lic-1"),
        ("102", "4", "Ada Müster", "", ""),
        ("", "5", "Milan", "MILA  A", ""),
    ]
    assert [one.line for one in mile.entries] == [3, 4, 5]
    assert mile.statuses == ("\\,something of FinishLynx",)
    assert (file.encoding, file.newline, file.remarks) == ("utf-8", "\r\n", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_written_back_it_is_the_same_without_comments_and_empty_lines(encoding: str) -> None:
    data = EVT.encode(encoding)
    again = "".join(line for line in EVT.splitlines(keepends=True) if line.strip() and line[0] != ";")
    assert write_evt(read_evt(data)) == again.encode(encoding)


def test_a_start_list_of_our_own_is_written_and_read_back() -> None:
    entries = [entry(("101", "3", 'O"Hara', "Bo, jr", "Club", "", "7")), entry(("0", "4", "Team"), mark="\t")]
    ours = EvtFile((heat(("1", "1", "1", "4x400 m"), entries),), newline="\n")
    data = write_evt(ours)
    assert data == b'1,1,1,4x400 m\n,101,3,O"Hara,"Bo, jr",Club,,7\n\t0,4,Team\n'
    (read,) = read_evt(data).heats
    assert [(one.cells, one.bib) for one in read.entries] == [(one.cells, one.bib) for one in entries]
    assert read.entries[1].bib == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "lynx.evt is empty"),
        ("; only words\n", "lynx.evt has no heat: a start list begins with event,round,heat,name"),
        (",1,2,Muster\n", "lynx.evt line 1: an entry before the first heat (',1,2,Muster')"),
        (
            "Event 1  Girls\n",
            (
                "lynx.evt line 1 is no heat: 1 fields between commas where there are 3 to 13, "
                "event,round,heat,name first; an entry begins with a comma ('Event 1  Girls')"
            ),
        ),
        ('"",1,1,Mile\n', "lynx.evt line 1: a heat without the number of its event"),
        (
            "1,1,1\n" + "," * 19 + "\n",
            f"lynx.evt line 2: 19 fields where an entry has 18 at most ('{',' * 19}')",
        ),
        (
            '1,1,1\n,1,2,"Muster\n',
            "lynx.evt line 2: quotation marks do not match, or a line end is lost (',1,2,\"Muster')",
        ),
    ],
)
def test_what_is_no_start_list_is_refused_with_its_line(text: str, why: str) -> None:
    with pytest.raises(FormatError) as refused:
        read_evt(text.encode(), "lynx.evt")
    assert str(refused.value) == why


def test_what_contradicts_itself_is_remarked() -> None:
    text = "1,1,1\n,7,1,A\n,7,2,B\n,8,2,C\n1,,,again\n,9,0,D\n,10,0,E\n#12\n,11,3,F"
    assert read_evt(text.encode()).remarks == (
        "line 9 does not end: look whether the file is whole",
        "line 8 begins with '#' and is left out: a comment begins with ';'",
        "line 4: lane 2 stands on line 3 of this heat too",
        "line 3: ID 7 stands on line 2 of this heat too",
        "line 5: heat 1-1-1 stands on line 1 too",
    )


def test_a_lost_letter_is_remarked() -> None:
    assert read_evt(b"1,1,1,Race of the runners that are named below here\n,7,1,Ng\0a\n").remarks == (
        "line 2: a letter was lost when the file was written",
    )


def test_a_letter_that_the_encoding_does_not_have_is_refused_with_the_remedy() -> None:
    ours = EvtFile((heat(("1", "1", "1", "Łódź")),), encoding="cp1252")
    with pytest.raises(FormatError, match="'Ł' does not exist in cp1252: write the file as utf-8 or utf-16"):
        write_evt(ours)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_line_end_within_a_cell_is_refused(newline: str) -> None:
    with pytest.raises(FormatError, match="a cell holds the end of a line"):
        write_evt(EvtFile((heat(("1", "1", "1", "two\nlines")),), newline=newline))


def test_people_are_read_and_written() -> None:
    text = "; people\n101,Nuguse,Yared,USA,lic\n0,Muster,Ada,,,a,b,c\n101,Other,Bo\n"
    file = read_ppl(text.encode(), "lynx.ppl")
    assert [(one.bib, one.last, one.first, one.affiliation, one.license) for one in file.people] == [
        ("101", "Nuguse", "Yared", "USA", "lic"),
        ("", "Muster", "Ada", "", ""),
        ("101", "Other", "Bo", "", ""),
    ]
    assert file.remarks == ("line 4: ID 101 stands on line 2 too",)
    assert write_ppl(file) == text.partition("\n")[2].encode()
    assert write_ppl(PplFile((person(("1", "Muster")),))) == b"1,Muster\r\n"


@pytest.mark.parametrize("line", ["101", ",".join("123456789")])
def test_a_person_of_too_few_or_too_many_fields_is_refused(line: str) -> None:
    with pytest.raises(
        FormatError, match=r"^lynx\.ppl line 1: \d fields where a person has 2 to 8, ID,last,first"
    ):
        read_ppl(f"{line}\n".encode(), "lynx.ppl")


def test_a_schedule_is_read_and_written_with_what_was_left_out() -> None:
    file = read_sch(b"; girls\n2,1,1\n\n5\n18B,2\n5,1,1\n", "lynx.sch")
    assert [(one.event, one.round, one.heat, one.line) for one in file.heats] == [
        ("2", "1", "1", 2),
        ("5", "1", "1", 4),
        ("18B", "2", "1", 5),
        ("5", "1", "1", 6),
    ]
    assert file.remarks == ("line 6: heat 5-1-1 stands on line 4 too",)
    assert write_sch(file) == b"2,1,1\n5,1,1\n18B,2,1\n5,1,1\n"
    assert write_sch(SchFile((SchHeat("7"),))) == b"7,1,1\r\n"


@pytest.mark.parametrize("line", [",1,1", "1,1,1,1"])
def test_a_line_that_is_no_heat_of_a_schedule_is_refused(line: str) -> None:
    with pytest.raises(
        FormatError, match=r"^lynx\.sch line 2: a heat of the schedule is event,round,heat \("
    ):
        read_sch(f"1,1,1\n{line}\n".encode(), "lynx.sch")

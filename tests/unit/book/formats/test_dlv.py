"""XML of the DLV: entries and results as its samples have them, and what is refused."""

from datetime import date

import pytest

from pacelight.book.formats import dlv
from pacelight.book.formats.line import Birth, BirthPrecision, Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import Points

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CLUBS = '<clubs><club id="C1" number="1" type="CLUB" name="TSV Besteck" country="GER"/></clubs>'
ATHLETES = (
    "<athletes>"
    '<athlete id="A1" forename="Martin" lastname="Messer" yearofbirth="2002" sex="M" country="GER"/>'
    '<athlete id="A2" forename="Leon" lastname="Löffel" yearofbirth="2002" sex="M" country="GER"/>'
    '<athlete id="A4" forename="Gertrud" lastname="Gabel" yearofbirth="2002" sex="W" country="GER"/>'
    '<athlete id="A5" forename="" lastname="" yearofbirth="2002" sex="W"/>'
    "</athletes>"
)


def mark(
    value: str = "10,220", code: str = "L100", wind: str = "1,0", tag: str = "performance", **more: str
) -> str:
    """One mark of an entry, as the samples of the format have it."""
    given = {"date": "2022-04-22", "disciplinecode": code, "indoor": "false", "location": "Berlin"}
    given |= {"value": value, "wind": wind} | more
    return f"<{tag} " + " ".join(f'{name}="{text}"' for name, text in given.items()) + "/>"


def entries(marks: str, athlete: str = "A1", agecode: str = "M", more: str = "") -> bytes:
    return (
        f'{HEAD}<registration version="1.2" location="Berlin" date="2022-06-17" name="Test">{CLUBS}{ATHLETES}'
        f'<events><event id="E1" agecode="{agecode}"><standardevent disciplinecode="L100"/></event></events>'
        f'<individuals><individual id="I1" event="E1" athlete="{athlete}">{marks}</individual></individuals>'
        f"{more}</registration>\n"
    ).encode()


def results(
    rows: str, code: str = "L100", ageclass: str = "M", indoor: str = "false", stage: str = ""
) -> bytes:
    return (
        f'{HEAD}<meetingresult begindate="2020-01-06" city="Berlin" country="GER" name="Test" scope="DLV">'
        f'{CLUBS}{ATHLETES}<events><event code="{code}" id="E1"/></events><rounds>'
        f'<round ageclass="{ageclass}" event="E1" id="R1" indoor="{indoor}" roundtype="FINAL" {stage} '
        f'startofeventdate="2020-01-06"><results>{rows}</results></round></rounds></meetingresult>\n'
    ).encode()


def row(result: str = "12,22", tag: str = "individual", **more: str) -> str:
    given = {"athlete": "A1", "id": "I1", "noncompetitive": "false", "place": "1", "result": result} | more
    return f"<{tag} " + " ".join(f'{name}="{text}"' for name, text in given.items()) + "/>"


def line(data: bytes) -> Line:
    (one,) = dlv.read(data, "file.xml")
    assert isinstance(one, Line), one
    return one


def test_a_mark_of_an_entry_reads_whole() -> None:
    assert line(entries(mark(tag="personalbest"))) == Line(
        at="individual I1, mark 1",
        event="100",
        sex=Sex.MEN,
        mark=Mark.parse("10.22"),
        mark_text="10,220",
        athlete="Martin Messer",
        family="Messer",
        nation="GER",
        born=Birth(date(2002, 1, 1), BirthPrecision.YEAR),
        day=date(2022, 4, 22),
        year=2022,
        venue="Berlin",
        wind=10,
        note="personal best",
    )


def test_a_result_reads_whole() -> None:
    assert line(results(row(wind="-0,4"))) == Line(
        at="round R1, individual I1",
        event="100",
        sex=Sex.MEN,
        mark=Mark.parse("12.22"),
        mark_text="12,22",
        athlete="Martin Messer",
        family="Messer",
        nation="GER",
        born=Birth(date(2002, 1, 1), BirthPrecision.YEAR),
        day=date(2020, 1, 6),
        year=2020,
        venue="Berlin (GER)",
        competition="Test",
        wind=-4,
        place=1,
        note="FINAL; M",
    )


def test_each_mark_of_an_entry_is_one_performance() -> None:
    marks = mark() + mark(tag="yearbest", value="10,21") + mark(tag="personalbest", value="10,20")
    found = list(dlv.read(entries(marks), "file.xml"))
    assert [one.note for one in found if isinstance(one, Line)] == [
        "entered with",
        "year's best",
        "personal best",
    ]


@pytest.mark.parametrize(
    ("athlete", "code", "value", "indoor", "event"),
    [
        ("A1", "L1K5", "3:45,14", "false", "1500"),
        ("A1", "LMEI", "3:45,14", "true", "MILEsh"),
        ("A1", "H110_1067", "13,20", "false", "110H"),
        ("A1", "H110_0991", "13,20", "false", "110HJ"),
        ("A4", "H100_0838", "13,20", "false", "100H"),
        ("A1", "H3K0_0914", "8:20,00", "false", "3KSC"),
        ("A1", "TKUG_7260", "20,00", "false", "SP"),
        ("A1", "TKUG_6000", "20,00", "false", "SPJ"),
        ("A4", "TKUG_4000", "14,16", "false", "SP"),
        ("A4", "TSPE_0500", "28,34", "false", "JTYG"),
        ("A4", "M7K", "5678", "false", "HEP"),
        ("A4", "M5K", "4000", "true", "PENsh"),
        ("A1", "M10K", "8000", "false", "DEC"),
        ("A1", "GB10", "45:00,0", "false", "10KW"),
        ("A1", "SHAL", "1:05:00", "false", "HMAR"),
        ("A1", "S10K", "30:42", "false", "10RR"),
    ],
)
def test_a_code_says_the_height_and_the_weight(
    athlete: str, code: str, value: str, indoor: str, event: str
) -> None:
    one = line(entries(mark(value, code, "", indoor=indoor), athlete, "M" if athlete == "A1" else "W"))
    assert one.event == event


@pytest.mark.parametrize(
    ("agecode", "code", "event"),
    [("MJU20", "TKUG", "SPJ"), ("MJU18", "H110", "110HY"), ("M35", "L800", "800")],
)
def test_where_the_code_says_no_size_the_class_does(agecode: str, code: str, event: str) -> None:
    value = {"TKUG": "15,00", "H110": "14,00", "L800": "2:00,00"}[code]
    assert line(entries(mark(value, code, ""), agecode=agecode)).event == event


def test_under_a_roof_it_is_the_short_track_or_a_flag() -> None:
    assert line(entries(mark("48,00", "L400", "", indoor="true"))).event == "400sh"
    jumped = line(entries(mark("8,00", "TWEI", "", indoor="true")))
    assert (jumped.event, jumped.flags) == ("LJ", "i")


@pytest.mark.parametrize(
    ("more", "value", "expected"),
    [
        ({"handTime": "true"}, "10,2", Mark(10_200, 1, Timing.HAND)),
        ({"handTime": "1"}, "10,200", Mark(10_200, 1, Timing.HAND)),
        ({"handTime": "false"}, "10,20", Mark(10_200, 2, Timing.FAT)),
    ],
)
def test_hand_times_have_tenths(more: dict[str, str], value: str, expected: Mark) -> None:
    found = line(entries(mark(value, **more))).mark
    assert isinstance(found, Mark)
    assert (found, found.precision, found.timing) == (expected, expected.precision, expected.timing)


def test_what_is_not_documented_is_doubted_and_a_day_may_be_missing() -> None:
    one = line(entries(mark(notdocumented="true", date="")))
    assert (one.doubts, one.day, one.year) == (("not documented",), None, None)


def test_relays_and_runs_are_entered_too() -> None:
    more = (
        '<relays><relay id="R1" club="C1" event="E1"><participant athlete="A1" id="P1"/>'
        f'<participant athlete="A2" id="P2"/>{mark("3:05,12", "X4X4", "")}</relay></relays>'
        f'<runs><run id="RUN1" disciplinecode="S10K"><participant athlete="A4" id="P3"/>'
        f"{mark('30:42', 'S10K', '')}</run></runs>"
    )
    found = [one for one in dlv.read(entries("", more=more), "file.xml") if isinstance(one, Line)]
    assert [(one.event, one.athlete, one.sex, one.note) for one in found] == [
        ("4X4", "TSV Besteck", Sex.MEN, "entered with; Martin Messer, Leon Löffel"),
        ("10RR", "Gertrud Gabel", Sex.WOMEN, "entered with"),
    ]


def test_in_a_mixed_round_each_has_the_class_of_their_own() -> None:
    found = [
        one
        for one in dlv.read(results(row() + row("12,33", athlete="A4"), ageclass="X"), "file.xml")
        if isinstance(one, Line)
    ]
    assert [one.sex for one in found] == [Sex.MEN, Sex.WOMEN]


def test_a_relay_of_a_round_names_its_runners() -> None:
    runners = '<relaymember athlete="A2" position="1"/><relaymember athlete="A1" position="2"/>'
    relay = row("3:05,12", "relay", club="C1", handtime="false").replace("/>", f">{runners}</relay>")
    one = line(results(relay, "X4X4"))
    assert (one.athlete, one.note) == ("TSV Besteck", "FINAL; M; Leon Löffel, Martin Messer")


def test_a_combined_event_has_points() -> None:
    assert line(results(row("8000", "combinedevent"), "M10K")).mark == Points(8000)


@pytest.mark.parametrize(
    ("word", "status"), [("aufg.", "DNF"), ("n.a.", "DNS"), ("disq.", "DQ"), ("o.g.V.", "NM")]
)
def test_german_words_are_statuses(word: str, status: str) -> None:
    one = line(results(row(word, place="0")))
    assert (one.status, one.mark, one.place) == (status, None, None)


def test_a_round_that_only_gathers_others_is_left_out() -> None:
    master = results(row(), stage='compositeevent="MASTER"').decode()
    part = master[master.index("<round ") : master.index("</rounds>")].replace(
        'id="R1"', 'id="R2" belongsto="R1"'
    )
    part = part.replace("MASTER", "PART")
    found = list(dlv.read(master.replace("</rounds>", part + "</rounds>").encode(), "file.xml"))
    assert [one.at for one in found] == ["round R2, individual I1"]
    assert len(list(dlv.read(master.encode(), "file.xml"))) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (entries(mark("10,223")), "finer than 100 m is timed: '10.223' (write 10.23, rounded up)"),
        (entries(mark("10,22", handTime="true")), "finer than by hand: '10,22' (write 10.3, rounded up)"),
        (entries(mark(code="L123")), "no event 'L123'"),
        (entries(mark(code="PEN")), "no event 'PEN'"),
        (entries(mark(code="TKUG_5500", value="15,00")), "World Athletics has no Shot put of that size"),
        (entries(mark(code="TKUG", value="15,00"), agecode="M50"), "no code for Shot put of 50"),
        (entries(mark(code="H110", value="13,20"), "A4", "W"), "110 m hurdles is not contested by women"),
        (entries(mark(date="22.04.2022")), "no day"),
        (entries(mark(wind="stark")), "no wind"),
        (entries(mark(), athlete="A9"), "no athlete 'A9' in the file"),
        (entries(mark(), athlete="A5"), "nobody's name: athlete 'A5'"),
        (results(row(invalid="true")), "marked as invalid in the file"),
        (results(row(), stage='invalid="true"'), "marked as invalid in the file"),
        (results(row("100", "individualteam", club="C1")), "the result of a team"),
        (results(row(place="first")), "no place: 'first'"),
        (results(row("3:05,12", "relay", club="C7"), "X4X4"), "no club 'C7' in the file"),
    ],
)
def test_a_mark_that_cannot_be_understood_is_refused_alone(data: bytes, said: str) -> None:
    (one,) = dlv.read(data, "file.xml")
    assert isinstance(one, Refusal)
    assert said in one.why


def test_a_run_of_several_runners_does_not_say_whose_mark_it_is() -> None:
    run = f'<runs><run id="R"><participant athlete="A1"/><participant athlete="A2"/>{mark()}</run></runs>'
    (one,) = dlv.read(entries("", more=run), "file.xml")
    assert isinstance(one, Refusal)
    assert one.why == "a run with 2 runners does not say whose mark this is"


def test_a_later_day_than_the_file_is_refused() -> None:
    (one,) = dlv.read(entries(mark()), "file.xml", until=date(2022, 4, 21))
    assert isinstance(one, Refusal)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "torn or no XML"),
        (entries(mark())[:-9], "torn or no XML"),
        (b"<registration>&nbsp;</registration>", "torn or no XML"),
        (b"<events/>", "its root is 'events'"),
    ],
)
def test_a_file_that_is_torn_or_another_is_refused_whole(data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=r"^file\.xml ") as refused:
        list(dlv.read(data, "file.xml"))
    assert said in str(refused.value)


def test_both_roots_are_recognised_and_no_other() -> None:
    assert dlv.recognise(entries(""), "")
    assert dlv.recognise(results("").decode().encode("utf-16"), "")
    assert dlv.recognise(b"<!-- made by hand --><registration/>", "")
    assert not dlv.recognise(b"<LENEX/>", "")
    assert not dlv.recognise(b"registration", "")

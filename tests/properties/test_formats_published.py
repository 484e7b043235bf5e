"""Laws of the readers that follow a published layout, and of what goes out and comes back."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.book.formats import dlv, exported, hytek, lenex, send_results, taf
from pacelight.book.formats.export import write_csv, write_json_lines, write_parquet
from pacelight.book.formats.line import Line, Refusal
from pacelight.book.model import WORLD, Coverage, Performance, Standing, Status
from pacelight.errors import FormatError
from pacelight.event import EVENTS, Discipline, Level, Recognition, Sex
from pacelight.mark import Mark, Timing
from pacelight.measure import AnyMark, Length, Points, Unit, value
from pacelight.nation import AREAS, NATIONS

HYTEK = (
    b"H;Meet;02/08/2025;02/08/2025;Hy-Tek;;\n"
    b"E;T;1;;MILE;M;;;;F;3:46.63;M;;1;1;1;;;;;;;Nuguse;Yared;;M;06/01/1999;NIKE;Nike;;;;\n"
    b"R;A;2;;4x400;M;;;;F;3:01.39;;TAMU;1;1;1;;10;Crayton;Ilolo;M;;SR;;\n"
)
TAF = (
    b"Code;Type;Discipline;Class;Result;Wind;Venue;Venue Country;Environment;Date;"
    b"Firstname;Lastname;Nation;YOB;Sex\n"
    b"AR;2;MEI;M;3:43.97;;Eugene;USA;Outdoor;2023-09-16;Yared;Nuguse;USA;1999;Male\n"
)
ENTRIES = (
    b'<registration><athletes><athlete id="A" forename="Jan" lastname="Fitschen" yearofbirth="1977" sex="M"/>'
    b'</athletes><events><event id="E" agecode="M"/></events>'
    b'<individuals><individual id="I" event="E" athlete="A">'
    b'<personalbest date="2006-08-08" disciplinecode="L10K" indoor="false" value="28:10,94"/>'
    b"</individual></individuals></registration>"
)
LENEX = (
    b'<LENEX><RECORDLISTS><RECORDLIST type="WR" gender="M"><RECORDS><RECORD swimtime="00:03:43.13">'
    b'<SWIMSTYLE code="MILE"/><ATHLETE lastname="El Guerrouj" firstname="Hicham" nation="MAR"/>'
    b'<MEETINFO city="Rome" date="1999-07-07"/></RECORD></RECORDS></RECORDLIST></RECORDLISTS></LENEX>'
)
SENT = (
    b'{"athletes": [{"id": 1, "firstName": "Yared", "lastName": "Nuguse", "country": "USA", "sex": "male"}],'
    b' "units": [{"title": "Men\'s Mile indoors", "rounds": [{"type": "Final", "races": [{"number": 1,'
    b' "date": "2025-02-08", "results": [{"athleteId": 1, "result": "3:46.63", "placeInRace": 1}]}]}]}]}'
)
CSV = (
    b"key,event,sex,mark,mark_value,mark_unit,mark_precision,mark_timing,athlete_key,athlete,nation,day,venue,"
    b"competition,place,en_route_of,official,source_key,seq,flags,note,wind,round,conditions\n"
    b"k,MILE,men,3:43.13,223130,ms,2,fat,a,Hicham El Guerrouj,MAR,1999-07-07,Rome,,1,,yes,,0,,,,,\n"
)

Read = Callable[..., Iterator[Line | Refusal]]

READERS: dict[str, tuple[Any, bytes]] = {
    "hytek": (hytek, HYTEK),
    "taf": (taf, TAF),
    "dlv": (dlv, ENTRIES),
    "lenex": (lenex, LENEX),
    "send_results": (send_results, SENT),
    "exported": (exported, CSV),
}


@pytest.mark.parametrize("name", READERS)
def test_the_file_of_this_suite_is_one_that_is_read_without_a_refusal(name: str) -> None:
    reader, data = READERS[name]
    assert reader.recognise(data, name)
    assert [type(one) for one in reader.read(data, name)] == [Line] * max(1, data.count(b"\nR;") + 1)


damaged = st.tuples(st.floats(0, 1), st.floats(0, 0.2), st.binary(max_size=12))


@pytest.mark.parametrize("name", READERS)
@given(st.binary(max_size=200), damaged)
def test_any_bytes_are_readings_or_a_refusal_in_one_line_and_never_anything_else(
    name: str, noise: bytes, damage: tuple[float, float, bytes]
) -> None:
    reader, good = READERS[name]
    at, length, put = int(damage[0] * len(good)), int(damage[1] * len(good)), damage[2]
    for data in (noise, good[:at] + put + good[at + length :], good + noise):
        assert reader.recognise(data, name) in {True, False}
        try:
            found = list(reader.read(data, name, until=date(2030, 1, 1)))
        except FormatError as refused:
            said = [str(refused)]
        else:
            assert {type(one) for one in found} <= {Line, Refusal}
            said = [f"{name} {one.why}" for one in found if isinstance(one, Refusal)]
        assert [one for one in said if not one.startswith(f"{name} ") or len(one.splitlines()) > 1] == []


@pytest.mark.parametrize("name", READERS)
def test_fed_line_ends_either_way_it_says_the_same(name: str) -> None:
    reader, data = READERS[name]
    assert list(reader.read(data.replace(b"\n", b"\r\n"), name)) == list(reader.read(data, name))


@pytest.mark.parametrize("name", READERS)
@given(st.dates(date(1850, 1, 1), date(2040, 1, 1)))
def test_no_line_is_later_than_the_file_can_know(name: str, until: date) -> None:
    reader, data = READERS[name]
    lines = [one for one in reader.read(data, name, until=until) if isinstance(one, Line)]
    assert [one for one in lines if one.day is None or one.day > until] == []


LETTERS = "aZ09 ,;\"'\\\n\r\t\x0f\u00e9\u0142\u6f22\U0001f3c3"
"""Of names and remarks: what tables quote, what XML escapes, what is no ASCII, what nobody types."""

words = st.text(LETTERS, max_size=6)
names = st.text(LETTERS, min_size=1, max_size=6)


@st.composite
def marks(draw: st.DrawFn) -> AnyMark:
    match draw(st.sampled_from(Unit)):
        case Unit.TIME:
            precision = draw(st.integers(0, 3))
            ticks = draw(st.integers(1, 10**6))
            return Mark(ticks * 10 ** (3 - precision), precision, draw(st.sampled_from(Timing)))
        case Unit.LENGTH:
            precision = draw(st.sampled_from([0, 2]))
            return Length(draw(st.integers(1, 10**5)) * (10 if precision else 1000), precision)
        case Unit.POINTS:
            return Points(draw(st.integers(1, 10**4)))


sentences = st.lists(names.filter(lambda one: "; " not in one and not one.endswith(";")), max_size=3).map(
    tuple
)

performances = st.builds(
    Performance,
    key=names,
    event=st.sampled_from(sorted(EVENTS)),
    sex=st.sampled_from(Sex),
    mark=marks(),
    athlete_key=names,
    athlete=words,
    nation=st.sampled_from(["", *NATIONS]),
    day=st.dates(),
    venue=words,
    competition=words,
    place=st.none() | st.integers(1, 999),
    en_route_of=st.none() | st.sampled_from(sorted(EVENTS)),
    official=st.booleans(),
    source_key=words,
    seq=st.integers(0, 99),
    flags=words,
    note=words,
    wind=st.none() | st.integers(-99, 99),
    round=words,
    conditions=sentences,
)


def exact(many: list[Performance] | tuple[Performance, ...]) -> list[object]:
    """With what equality leaves out: decimals and timing of the marks."""
    return [(one, getattr(one.mark, "precision", None), getattr(one.mark, "timing", None)) for one in many]


@pytest.mark.parametrize("write", [write_csv, write_json_lines, write_parquet])
@given(st.lists(performances, min_size=1, max_size=2))
def test_what_is_exported_and_read_back_is_equal(
    write: Callable[[list[Performance]], bytes], many: list[Performance]
) -> None:
    if write is write_parquet:
        pytest.importorskip("pyarrow")
    assert exact(exported.performances(write(many))) == exact(many)


IN_XML = LETTERS.replace("\x0f", "&<>")
CODES = [code for code, one in EVENTS.items() if one.distance or one.unit is not Unit.TIME]
xml_text = st.text(IN_XML, max_size=6)
xml_names = st.text(IN_XML, min_size=1, max_size=6).map(str.strip).filter(bool)
kinds = (
    st.just((Level.WR, WORLD))
    | st.tuples(st.just(Level.AR), st.sampled_from(sorted(AREAS)))
    | st.tuples(st.just(Level.NR), st.sampled_from(sorted(NATIONS)))
    | st.tuples(st.sampled_from([Level.CR, Level.MR, Level.PB, Level.SB]), xml_text.filter(bool))
)


@st.composite
def records(draw: st.DrawFn) -> Standing:
    """A record of any level with its holders, all of one mark that the event can have."""
    event = EVENTS[draw(st.sampled_from(CODES))]
    sex = draw(st.sampled_from(event.sexes))
    mark: AnyMark
    match event.unit:
        case Unit.TIME:
            assert event.distance is not None
            fastest = {Discipline.WALK: 5, Discipline.STEEPLECHASE: 7}.get(event.discipline, 8)
            least, most = event.distance.mm // fastest, event.distance.mm // 2
            step = 10 ** (3 - event.precision)
            mark = Mark(draw(st.integers(least // step + 1, most // step)) * step, event.precision)
        case Unit.LENGTH:
            step = 10 if event.precision else 1000
            mark = Length(
                draw(st.integers(event.within.least // step + 1, event.within.most // step)) * step,
                event.precision,
            )
        case Unit.POINTS:
            mark = Points(draw(st.integers(event.within.least, event.within.most)))
    holders = draw(
        st.lists(
            st.builds(
                Performance,
                key=names,
                event=st.just(event.code),
                sex=st.just(sex),
                mark=st.just(mark),
                athlete_key=names,
                athlete=xml_names,
                nation=st.sampled_from(["", *NATIONS]),
                day=st.dates(),
                venue=xml_text,
                competition=xml_text,
                wind=st.none() | st.integers(-99, 99),
                en_route_of=st.none() | st.just("MAR"),
                flags=xml_text,
            ),
            min_size=1,
            max_size=3,
        )
    )
    level, scope = draw(kinds)
    statuses = draw(st.lists(st.sampled_from(Status), min_size=len(holders), max_size=len(holders)))
    return Standing(
        event=event,
        sex=sex,
        level=level,
        label=level.value,
        scope=scope,
        mark=mark,
        holders=tuple(holders),
        since=holders[0].day,
        statuses=tuple(statuses),
        recognition=Recognition.RECORD,
        coverage=Coverage(level, scope, event.code, sex, holders[0].day),
    )


@given(st.lists(records(), max_size=2))
def test_a_record_list_that_is_written_reads_back_as_the_same_records(many: list[Standing]) -> None:
    found = list(lenex.read(lenex.write(many, "1", date(2025, 1, 1)), "records.lef"))
    assert [one for one in found if isinstance(one, Refusal)] == []
    said = [
        (
            one.level,
            one.scope,
            one.event,
            one.sex,
            one.mark and value(one.mark),
            getattr(one.mark, "precision", None),
            one.athlete,
            one.nation,
            one.day,
            one.venue,
            one.competition,
            one.wind,
            one.en_route,
            one.flags,
            one.note.partition(";")[0],
        )
        for one in found
        if isinstance(one, Line)
    ]
    wanted = [
        (
            of.level,
            of.scope,
            of.event.code,
            of.sex,
            value(of.mark),
            getattr(of.mark, "precision", None),
            one.athlete,
            one.nation,
            one.day,
            one.venue,
            one.competition,
            one.wind,
            one.en_route_of is not None,
            one.flags,
            status.value,
        )
        for of in many
        for one, status in zip(of.holders, of.statuses, strict=True)
    ]
    assert sorted(said, key=repr) == sorted(wanted, key=repr)

"""Every reader of the table of formats keeps the promise of `Reader`. A new one adds a line to `SAMPLES`."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from itertools import islice

import pytest

from pacelight.book.formats import alltime, national
from pacelight.book.formats.export import write_csv
from pacelight.book.formats.line import Line, Reading, Refusal
from pacelight.book.formats.table import FORMATS, Reader, recognised
from pacelight.book.model import Performance
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.mark import Mark

EARLIEST, LATEST = date(1800, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Sample:
    """A whole file of a format, with at least one line in it and at least one refusal.

    Attributes:
        data: makes its bytes.
        name: of the file.
        beside: files that explain it.
        text: whether it is text, whose line ends and encoding may differ.
        self_evident: whether it is recognised without the files beside it.
    """

    data: Callable[[], bytes]
    name: str
    beside: dict[str, bytes] = field(default_factory=dict)
    text: bool = True
    self_evident: bool = True


def a_parquet_table() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    good = (
        "M",
        "one-mile",
        "3:43.13",
        None,
        "Hicham EL GUERROUJ",
        None,
        "MAR",
        "1",
        "Roma (ITA)",
        "07 JUL 1999",
    )
    bad = (*good[:2], "3:43:13", *good[3:])
    columns = [pa.array(list(column), pa.string()) for column in zip(good, bad, strict=True)]
    sink = BytesIO()
    pq.write_table(pa.table(columns, names=list(alltime.COLUMNS)), sink)
    return sink.getvalue()


def an_export() -> bytes:
    day, mark = date(1999, 7, 7), Mark.parse("3:43.13")
    mile = Performance("1", "MILE", Sex.MEN, mark, "guerrouj", "Hicham El Guerrouj", "MAR", day, "Roma", "")
    return write_csv([mile, replace(mile, key="2", official=False)])


def text_of(*lines: str) -> Callable[[], bytes]:
    return lambda: "".join(f"{line}\n" for line in lines).encode()


SAMPLES: dict[str, Sample] = {
    "alltime": Sample(a_parquet_table, "list.parquet", text=False),
    "national": Sample(
        text_of(
            national.HEADERS[1],
            "NR;SWE;1K5;M;3:36.50;;Göteborg;SWE;Outdoor;2021-07-01;Kalle;Berglund;SWE;1996;Male",
            "NR;SWE;1K5;M;3:36.50;;Göteborg",
        ),
        "national.csv",
    ),
    "iaaf": Sample(
        text_of(
            "4:06.2. . . . Gunder Hägg . . . . SWE . . . Göteborg . . . 1 Jul 42",
            "4:06:2. . . . Arne Andersson . . . . SWE . . . Stockholm . . . 10 Jul 42",
        ),
        "mile.txt",
    ),
    "omega": Sample(
        text_of(
            '"Event";"Round";"Heat";"Lap";"Bib";"Lane";"idStatus";"Time";"Result";"Rank";',
            '   5;   1;   2;9999;"  3893";  1; 1;    80752;"       8.08  ";2',
            '   5;   1;   2;9999;"  3894";  2; 1;    80752;"       8.07  ";2',
        ),
        "LSTRslt.txt",
        {
            "programme.toml": b"day = 2025-02-22\n[events.5]\nevent = '60'\nsex = 'women'\n"
            b"[athletes]\n3893 = {name = 'Bib 3893'}\n3894 = {name = 'Bib 3894'}\n"
        },
    ),
    "exported": Sample(an_export, "facts.csv", text=False),
    "send_results": Sample(
        lambda: (
            b'{"athletes": [{"id": 1, "firstName": "Yared", "lastName": "Nuguse", "country": "USA"}],\n'
            b' "units": [{"title": "Men\'s Mile indoors", "rounds": [{"races": [{"date": "2025-02-08",\n'
            b' "results": [{"athleteId": 1, "result": "3:46.63"}, {"athleteId": 2, "result": "3:46.90"}]\n'
            b"}]}]}]}"
        ),
        "results.json",
    ),
    "hytek": Sample(
        text_of(
            "H;Millrose Games;02/08/2025;02/08/2025;Hy-Tek 6.0;;",
            "E;T;1;;MILE;M;;;;F;3:46.63;M;;1;1;1;;;;;;;Nuguse;Yared",
            "E;T;1;;MILE;M;;;;F;3:46:90;M;;2;2;1;;;;;;;Kessler;Hobbs",
        ),
        "meet.csv",
    ),
    "dlv": Sample(
        lambda: (
            b"<registration>\n<athletes>"
            b'<athlete id="A" forename="Jan" lastname="Fitschen" sex="M"/></athletes>\n'
            b'<events><event id="E" agecode="M"/></events>\n'
            b'<individuals><individual id="I" event="E" athlete="A">\n'
            b'<yearbest date="2006-08-08" disciplinecode="L10K" indoor="false" value="28:10,94"/>\n'
            b'<personalbest date="2006-08-08" disciplinecode="L10K" indoor="false" value="28:10:94"/>\n'
            b"</individual></individuals></registration>"
        ),
        "entries.xml",
    ),
    "taf": Sample(
        text_of(
            "Code;Type;Discipline;Class;Result;Date;Name;Nation;Environment",
            "AR;3;4X4;M;2:58.56;1999-07-30;São Paulo;BRA;Outdoor",
            "AR;7;4X4;M;2:58.56;1999-07-30;São Paulo;BRA;Outdoor",
        ),
        "areas.csv",
    ),
    "lenex": Sample(
        lambda: (
            b'<LENEX><RECORDLISTS><RECORDLIST type="WR" gender="M"><RECORDS>\n'
            b'<RECORD swimtime="00:03:43.13">\n'
            b'<SWIMSTYLE code="MILE"/><ATHLETE lastname="El Guerrouj" firstname="Hicham" nation="MAR"/>\n'
            b'<MEETINFO city="Rome" date="1999-07-07"/></RECORD>\n<RECORD swimtime="00:03:40.07">'
            b'<SWIMSTYLE stroke="FREE"/></RECORD>\n</RECORDS></RECORDLIST></RECORDLISTS></LENEX>'
        ),
        "records.lef",
    ),
    "mapped": Sample(
        text_of("name;zeit;tag", "Gunder Hägg;4:06,2;1.7.1942", "Arne Andersson;schnell;10.7.1942"),
        "table.csv",
        {
            "mapping.toml": b"decimal = ','\nday = 'DD.MM.YYYY'\n"
            b"[columns]\nathlete = 'name'\nmark = 'zeit'\nday = 'tag'\n"
            b"[constants]\nevent = 'MILE'\nsex = 'men'\n"
        },
        self_evident=False,
    ),
}


def reader_of(name: str) -> Reader:
    one, sample = FORMATS[name], SAMPLES[name]
    return one.beside(sample.beside) if one.beside and sample.beside else one.reader


def seen(name: str, data: bytes, until: date | None = None) -> list[Reading]:
    return list(reader_of(name).read(data, SAMPLES[name].name, until=until))


@pytest.fixture(params=FORMATS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_format_has_a_sample() -> None:
    assert list(SAMPLES) == list(FORMATS)
    assert [one.name for one in FORMATS.values()] == list(FORMATS)


def test_it_recognises_its_own_file(name: str) -> None:
    sample = SAMPLES[name]
    assert reader_of(name).recognise(sample.data(), sample.name) is True
    found = recognised(sample.data(), sample.name)
    assert (found.name if found else None) == (name if sample.self_evident else None)


def test_it_takes_no_other_file_for_its_own(name: str) -> None:
    others = [(sample.data(), sample.name) for other, sample in SAMPLES.items() if other != name]
    nothing = [(b"", "empty"), (b"\n", "blank"), (bytes(64), "zeros"), (b"a,b\n1,2\n", "table.csv")]
    assert [at for data, at in (*others, *nothing) if reader_of(name).recognise(data, at)] == []


def test_it_gives_lines_and_refuses_what_it_does_not_understand(name: str) -> None:
    readings = seen(name, SAMPLES[name].data())
    lines = [one for one in readings if isinstance(one, Line)]
    refusals = [one for one in readings if isinstance(one, Refusal)]
    assert lines
    assert refusals
    assert len({one.at for one in readings}) == len(readings)
    assert all(one.text and one.why and "\n" not in one.text + one.why for one in refusals)
    assert all(one.mark is not None or one.status for one in lines)
    assert all(one.day is None or one.year == one.day.year for one in lines)


def test_reading_twice_gives_the_same(name: str) -> None:
    data = SAMPLES[name].data()
    assert seen(name, data) == seen(name, data)


def test_what_the_file_cannot_know_yet_is_refused(name: str) -> None:
    data = SAMPLES[name].data()
    dated = [one.at for one in seen(name, data) if isinstance(one, Line) and (one.day or one.year)]
    assert dated
    refused = [one.at for one in seen(name, data, until=EARLIEST) if isinstance(one, Refusal)]
    assert set(dated) <= set(refused)
    assert seen(name, data, until=LATEST) == seen(name, data)


def test_a_file_that_is_not_whole_is_refused_whole(name: str) -> None:
    data = SAMPLES[name].data()
    for torn in (data[:-1], b"", bytes(64)):
        with pytest.raises(FormatError) as refused:
            list(reader_of(name).read(torn, "the-file"))
        assert str(refused.value).startswith("the-file ")
        assert "\n" not in str(refused.value)


def test_line_ends_and_encodings_change_nothing(name: str) -> None:
    sample = SAMPLES[name]
    if not sample.text:
        pytest.skip("no text")
    text = sample.data().decode()
    expected = seen(name, text.encode())
    for other in (
        text.replace("\n", "\r\n").encode(),
        text.replace("\n", "\r").encode(),
        text.encode("utf-8-sig"),
        text.encode("utf-16"),
        text.encode("cp1252"),
    ):
        assert seen(name, other) == expected
        assert reader_of(name).recognise(other, sample.name)


def test_it_is_lazy(name: str) -> None:
    readings = reader_of(name).read(SAMPLES[name].data(), SAMPLES[name].name)
    assert iter(readings) is readings
    assert len(list(islice(readings, 1))) == 1

"""A file as it is given: its format, its rows, and whether it can be trusted as a whole."""

from collections.abc import Mapping
from datetime import date

import pytest

from pacelight.book.formats import national
from pacelight.book.formats.line import Line, Refusal
from pacelight.errors import FormatError
from pacelight.event import Sex
from pacelight.meet.intake.filed import Filed, check_shrunk, check_trusted, filed, form_of, series_of
from pacelight.meet.intake.lif import Said

UNTIL = date(2024, 10, 1)
NATIONAL = f"{national.HEADERS[0]}\n"
MAPPING = b"""
[columns]
mark = "mark"
athlete = "name"
day = "day"
[constants]
event = "1500"
sex = "men"
"""
PROGRESSION = "3:46.32 . . . Steve Cram . . . GBR . . . Oslo . . . 27 Jul 85\n"
LIF = (
    "1,1,2,800 m,,,,,,800\n"
    '1,7,3,Muster,Ada,GER,1:45.611,,,,,"",,,,,\n'
    '2,8,4,Tester,Bo,,1:46.35,,,,,"",,,,,\n'
    'aufg.,9,5,Probe,Cleo,,,,,,,"",,,,,\n'
)  # fmt: skip


def given(data: str | bytes, name: str = "it.csv", *, wanted: str | None = None, **said: object) -> Filed:
    raw = data.encode() if isinstance(data, str) else data
    return filed(raw, name, beside={}, wanted=wanted, said=Said(**said), until=UNTIL)  # type: ignore[arg-type]


def mapped(rows: str, beside: Mapping[str, bytes] | None = None, **said: object) -> Filed:
    explained = {"map.toml": MAPPING} if beside is None else beside
    text = f"mark;name;day\n{rows}".encode()
    return filed(text, "it.csv", beside=explained, wanted=None, said=Said(**said), until=UNTIL)  # type: ignore[arg-type]


def test_the_format_is_found_in_the_file_or_named() -> None:
    assert form_of(NATIONAL.encode(), "x", {}, None)[0] == "national"
    assert form_of(b"a;b\n", "x", {"map.toml": MAPPING}, None)[0] == "mapped"
    assert form_of(NATIONAL.encode(), "x", {"map.toml": MAPPING}, None)[0] == "mapped"
    assert form_of(b"", "HEAT.LIF", {}, None)[0] == "lif"
    assert form_of(b"", "x", {}, "lif")[0] == "lif"
    with pytest.raises(FormatError, match=r"^x is of no format that is known here \(name one by --format"):
        form_of(b"a;b\n", "x", {}, None)
    with pytest.raises(FormatError, match=r"^no format 'swim' \(there are: alltime, national, "):
        form_of(b"", "x", {}, "swim")


def test_a_file_that_needs_no_other_is_not_read_with_one() -> None:
    with pytest.raises(FormatError, match=r"^it\.csv is of the format national, which needs no other file$"):
        filed(NATIONAL.encode(), "it.csv", beside={"a": b""}, wanted="national", said=Said(), until=UNTIL)


def test_the_same_bytes_are_the_same_source_and_lists_of_other_days_the_same_series() -> None:
    first = given(NATIONAL, "national_2024-03-29.csv")
    assert first == given(NATIONAL, "national_2024-03-29.csv")
    later = given(NATIONAL + "NR;x\n", "national_2024-10-01.csv")
    assert first.series == later.series == series_of(first.source) == "national-national"
    assert first.source != later.source
    assert given(PROGRESSION, "1500mf.txt").series == "iaaf-1500mf"


def test_what_the_file_leaves_open_the_user_says() -> None:
    told = mapped("3:40.00;A B;\n3:41.00;C D;2024-05-01\n", day=date(2024, 6, 1), nation="NOR", venue="Oslo")
    assert [(one.day, one.nation, one.venue) for one in told.lines] == [
        (date(2024, 6, 1), "NOR", "Oslo"),
        (date(2024, 5, 1), "NOR", "Oslo"),
    ]
    assert told.last_day == date(2024, 6, 1)


def test_what_the_user_says_may_not_lie_in_the_future_either() -> None:
    assert [one.why for one in mapped("3:40.00;A B;\n", day=date(2024, 10, 2)).refused] == [
        "dated 2024-10-02, which is after 2024-10-01"
    ]


def test_a_row_that_is_not_understood_lies_between_the_events_beside_it() -> None:
    told = mapped("3:40.00;A B;2024-05-01\nfast;C D;2024-05-01\nDNF;E F;2024-05-01\n")
    assert (len(told.lines), len(told.refused), told.without_mark, told.rows) == (1, 1, 1, 3)
    assert told.unread == {("1500", Sex.MEN)}
    assert mapped("3:40.00;A B;2024-05-01\n").unread == frozenset()


def refusals(count: int, why: str = "no time") -> tuple[Refusal, ...]:
    return tuple(Refusal(f"line {number}", "x", why) for number in range(count))


def of(lines: int, refused: tuple[Refusal, ...]) -> Filed:
    row = Line(at="", event="1500", sex=Sex.MEN, mark=None, mark_text="", athlete="A")
    return Filed("it.csv", "mapped", "a table", "mapped-it", "mapped-it-1", (row,) * lines, refused, 0)


def test_a_file_of_which_most_is_refused_is_refused_whole() -> None:
    check_trusted(of(5, refusals(5)), partly=False)
    check_trusted(of(4, refusals(5)), partly=True)
    with pytest.raises(FormatError) as refused:
        check_trusted(of(4, refusals(5)), partly=False)
    assert str(refused.value) == (
        "it.csv: 5 of 9 rows cannot be taken, as line 0: no time (--partly takes the rest)"
    )
    with pytest.raises(FormatError, match=r"^it\.csv has no rows$"):
        check_trusted(of(0, ()), partly=True)


def test_a_file_with_dates_in_the_future_is_refused_whole() -> None:
    late = refusals(1, "dated 2031-05-01, which is after 2024-10-01")
    check_trusted(of(19, late), partly=False)
    with pytest.raises(FormatError, match=r"^it\.csv: 1 of 19 rows are dated after the file, as line 0 "):
        check_trusted(of(18, late), partly=True)


def test_a_list_that_lost_most_of_what_it_had_is_refused() -> None:
    check_shrunk(of(80, ()), 100, "the list of March")
    with pytest.raises(FormatError) as refused:
        check_shrunk(of(79, ()), 100, "the list of March")
    assert str(refused.value) == (
        "it.csv has 79 marks where the list of March had 100: the list is broken"
        " (--shrink takes it all the same)"
    )


# FinishLynx.


def test_a_result_of_finishlynx_is_rounded_up_and_keeps_what_was_read() -> None:
    told = given(LIF, "heat.lif", sex=Sex.MEN, day=date(2024, 5, 1), nation="NOR")
    assert told.form == "lif"
    assert [(one.event, str(one.mark), one.place, one.nation, one.athlete) for one in told.lines] == [
        ("800", "1:45.62", 1, "GER", "Ada Muster"),
        ("800", "1:46.35", 2, "NOR", "Bo Tester"),
    ]
    assert [one.note for one in told.lines] == ["round 1 heat 2; read 1:45.611", "round 1 heat 2"]
    assert told.without_mark == 1


def test_what_finishlynx_does_not_say_is_asked_for() -> None:
    day = date(2024, 5, 1)
    with pytest.raises(FormatError, match=r"does not say whose race it was \(give --sex\)"):
        given(LIF, "heat.lif", day=day)
    with pytest.raises(FormatError, match=r"does not say on which day it was \(give --day\)"):
        given(LIF, "heat.lif", sex=Sex.MEN)
    other = LIF.replace("800 m", "Race of the evening")
    with pytest.raises(FormatError, match=r"which event it is: 'Race of the evening' \(give --event\)"):
        given(other, "heat.lif", sex=Sex.MEN, day=day)
    assert given(other, "heat.lif", event="800", sex=Sex.MEN, day=day).lines[0].event == "800"
    with pytest.raises(FormatError, match="holds times, and Long jump is not timed"):
        given(LIF, "heat.lif", event="LJ", sex=Sex.MEN, day=day)


def test_rows_of_finishlynx_without_a_time_or_a_name_are_refused() -> None:
    saved_half_way = LIF + ",10,6,Beispiel,Di,,,,,,,,,,,,\n3,,7,,,,1:50.00,,,,,,,,,,\n"
    told = given(saved_half_way, "heat.lif", sex=Sex.MEN, day=date(2024, 5, 1))
    assert [one.why for one in told.refused] == ["no time yet", "nobody's name"]

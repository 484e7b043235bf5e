"""The progression as a picture: every record in it, nothing outside of it."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points
from pacelight.web.book.chart import NARROW, WIDE, Point, Size, step_chart

FIRST = date(1913, 5, 31)
KINDS = st.sampled_from(
    (
        lambda value: Mark(value * 10 + 9000),
        lambda value: Length(value * 10 + 10),
        lambda value: Points(value + 1),
    )
)


def point(mark: AnyMark, day: date, *, filled: bool = True) -> Point:
    return Point(day, mark, f"{mark} <A & B>", f"{mark} <A & B>", filled)


def drawn(points: list[Point], until: date, size: Size = WIDE) -> ET.Element:
    return ET.fromstring(step_chart(points, until, ident="one", title="<Title>", size=size))  # noqa: S314


@given(
    KINDS,
    st.lists(st.tuples(st.integers(0, 50_000), st.integers(0, 9000), st.booleans()), min_size=1, max_size=40),
    st.integers(0, 40_000),
    st.sampled_from((WIDE, NARROW)),
)
def test_every_record_is_a_dot_within_the_picture(
    kind: object, told: list[tuple[int, int, bool]], later: int, size: Size
) -> None:
    days = sorted(FIRST + timedelta(days=day) for _, day, _ in told)
    points = [
        point(kind(value), day, filled=filled)  # type: ignore[operator]
        for (value, _, filled), day in zip(told, days, strict=True)
    ]
    picture = drawn(points, days[-1] + timedelta(days=later), size)
    dots = picture.findall("circle")
    assert [dot.get("class") for dot in dots] == ["filled" if p.filled else "hollow" for p in points]
    places = [(float(dot.get("cx", "")), float(dot.get("cy", ""))) for dot in dots]
    assert all(size.left <= x <= size.width - size.right for x, _ in places)
    assert all(size.top <= y <= size.height - size.bottom for _, y in places)
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    ticks = [text.text for text in picture.findall("text") if text.get("text-anchor") == "end"]
    assert 1 <= len(ticks) <= 10


@pytest.mark.parametrize(
    ("marks", "scale"),
    [
        # the men's mile of 1913, 1954 and 1999, to the tenth as it was then
        (("4:14.4", "3:59.4", "3:43.13"), ["3:40", "3:50", "4:00", "4:10"]),
        (("10.6", "9.58"), ["9.5", "10.0", "10.5"]),
    ],
)
def test_the_scale_is_in_round_marks(marks: tuple[str, ...], scale: list[str]) -> None:
    points = [point(Mark.parse(mark), FIRST + timedelta(days=9000 * nth)) for nth, mark in enumerate(marks)]
    picture = drawn(points, FIRST + timedelta(days=40_000))
    shown = [text.text for text in picture.findall("text") if re.fullmatch(r"[\d:.]+", text.text or "")]
    marked = [text for text in shown if text and not re.fullmatch(r"\d{4}", text)]
    assert marked == scale


def test_a_time_of_days_names_its_ends_and_a_time_of_years_its_years() -> None:
    short = drawn([point(Mark.parse("3:46.63"), date(2025, 2, 8))], date(2025, 2, 13))
    texts = [text.text for text in short.findall("text")]
    assert {"8 Feb 2025", "13 Feb 2025"} <= set(texts)
    long = drawn([point(Mark.parse("3:46.63"), date(1983, 2, 8))], date(2025, 2, 13))
    assert [text.text for text in long.findall("text") if text.get("text-anchor") == "middle"] == [
        "1990", "2000", "2010", "2020",
    ]  # fmt: skip


def test_it_has_a_name_and_escapes_what_it_is_told() -> None:
    picture = drawn([point(Mark.parse("3:46.63"), date(2025, 2, 8))], date(2025, 2, 13))
    assert (picture.get("role"), picture.get("aria-labelledby")) == ("img", "one")
    title = picture.find("title")
    assert title is not None
    assert (title.get("id"), title.text) == ("one", "<Title>")

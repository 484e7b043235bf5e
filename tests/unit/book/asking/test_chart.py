"""A progression drawn into a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import matplotlib as mpl
import pytest

from pacelight.book.asking.chart import draw_progression
from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth
from pacelight.book.model import Athlete, Coverage, Performance, Source, Step
from pacelight.errors import BookError, StoreError
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points

END = date(2025, 12, 31)


@pytest.fixture
def steps(book: Book) -> list[Step]:
    found = book.progression("MILEsh", Sex.MEN, as_of=END)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF")])
def test_its_ending_says_what_it_is(steps: list[Step], tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"mile.{ending}"
    draw_progression(steps, path, as_of=END)
    assert path.read_bytes().startswith(begins)


def test_it_is_titled_and_names_the_last_holder(steps: list[Step], tmp_path: Path) -> None:
    path = tmp_path / "mile.svg"
    with mpl.rc_context({"svg.fonttype": "none"}):
        draw_progression(steps, path, as_of=END)
    drawn = path.read_text(encoding="utf-8")
    assert "Mile short track, men: WR as of 2025-12-31</text>" in drawn
    assert "3:45.14 Ingebrigtsen</text>" in drawn


@pytest.mark.parametrize(
    "drawn_as",
    [
        ("HJ", [Length.parse("2.40"), Length.parse("2.45")], "2.40 m</text>"),
        ("DEC", [Points.parse("9000"), Points.parse("9126")], "9100</text>"),
        ("MILE", [Mark.parse("3:44.39"), Mark.parse("3:43.13")], "3:44.0</text>"),
    ],
)
def test_the_scale_is_that_of_the_event(
    ran: Callable[..., Performance],
    covers: Callable[..., Coverage],
    source: Source,
    tmp_path: Path,
    drawn_as: tuple[str, list[AnyMark], str],
) -> None:
    event, marks, shown = drawn_as
    run = [
        replace(ran("young", "1.00", f"2025-0{n}-01", event=event), mark=mark)
        for n, mark in enumerate(marks, start=1)
    ]
    born = Athlete("young", "Young", "NOR", born=Birth(date(2006, 1, 1)))
    with Book.create() as book:
        book.add(run, source, athletes=[born], coverage=[replace(covers("WR"), event=event, age="U23")])
        found = book.progression(event, Sex.MEN, age="U23", as_of=END)
    assert isinstance(found, list)
    with mpl.rc_context({"svg.fonttype": "none"}):
        draw_progression(found, tmp_path / "drawn.svg", as_of=END)
    drawn = (tmp_path / "drawn.svg").read_text(encoding="utf-8")
    assert shown in drawn
    assert "men: U23 WR as of 2025-12-31</text>" in drawn


def test_an_ending_that_cannot_be_drawn_is_refused(steps: list[Step], tmp_path: Path) -> None:
    for name in ("mile.gif", "mile"):
        with pytest.raises(BookError, match=rf"cannot draw '{name}' \(let the name end in svg, png, pdf\)"):
            draw_progression(steps, tmp_path / name, as_of=END)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_failure(steps: list[Step], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot write .*mile\.svg \(No such file or directory\)"):
        draw_progression(steps, tmp_path / "nowhere" / "mile.svg", as_of=END)

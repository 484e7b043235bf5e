"""A progression and an all-time list, drawn into a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pytest
from matplotlib.axes import Axes

from pacelight.book.asking.chart import draw_list, draw_progression
from pacelight.book.asking.lists import Book
from pacelight.book.birth import Birth
from pacelight.book.model import AllTime, Athlete, Coverage, Performance, Source, Step
from pacelight.errors import BookError, StoreError
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.measure import AnyMark, Length, Points

END = date(2025, 12, 31)


def text_of(folder: Path, draw: Callable[[Path], None]) -> str:
    """What is drawn, its words as words."""
    with mpl.rc_context({"svg.fonttype": "none"}):
        draw(folder / "drawn.svg")
    return (folder / "drawn.svg").read_text(encoding="utf-8")


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


def listed(book: Book, event: str = "MILEsh", **more: Any) -> AllTime:
    found = book.top(event, Sex.MEN, as_of=END, **more)
    assert isinstance(found, AllTime)
    return found


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("PDF", b"%PDF")])
def test_a_list_is_drawn_as_its_ending_says(book: Book, tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"list.{ending}"
    draw_list(listed(book), path, as_of=END)
    assert path.read_bytes().startswith(begins)


def test_a_list_says_what_it_is_who_leads_it_and_what_its_dots_mean(book: Book, tmp_path: Path) -> None:
    drawn = text_of(tmp_path, lambda path: draw_list(listed(book), path, as_of=END))
    assert "Mile short track, men: all-time list as of 2025-12-31, best of each athlete</text>" in drawn
    assert "3:45.14 Ingebrigtsen</text>" in drawn
    for word in ("best of each year on this list", "mark", "mark whose rank is not known"):
        assert f">{word}</text>" in drawn


def test_every_line_of_a_list_is_a_dot_and_every_year_a_corner(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three marks of 2025, one of 2019 beyond what is covered: three filled, one hollow, a line of two."""
    plotted: list[int] = []
    plot = Axes.plot

    def counted(axes: Axes, days: Any, marks: Any, *more: Any, **how: Any) -> Any:
        plotted.append(len(days))
        return plot(axes, days, marks, *more, **how)

    monkeypatch.setattr(Axes, "plot", counted)
    found = listed(book)
    draw_list(found, tmp_path / "list.svg", as_of=END)
    years = {one.performance.day.year for one in found.entries}
    known = [one for one in found.entries if one.rank is not None]
    assert plotted == [len(years), len(known), len(found.entries) - len(known)] == [2, 3, 1]


def test_a_list_of_one_mark_or_of_a_year_is_drawn_and_one_of_none_refused(book: Book, tmp_path: Path) -> None:
    found = listed(book, n=1)
    drawn = text_of(tmp_path, lambda path: draw_list(found, path, as_of=END, year=2025))
    assert "men: 2025 list as of" in drawn
    assert "best of each year" not in drawn
    with pytest.raises(BookError, match=r"^a list without a line cannot be drawn \(ask for another year"):
        draw_list(replace(found, entries=()), tmp_path / "none.svg", as_of=END)
    assert not (tmp_path / "none.svg").exists()


@pytest.mark.parametrize(
    "drawn_as",
    [
        ("MAR", ["2:03:59", "2:01:09"], ["2:02:00", "2:03:00"]),
        ("100", ["9.58", "9.72"], ["9.60", "9.65"]),
        ("MILE", ["3:43.13", "3:54.5"], ["3:44", "3:54"]),
    ],
)
def test_times_are_marked_in_round_parts_of_a_minute(
    ran: Callable[..., Performance],
    covers: Callable[..., Coverage],
    source: Source,
    tmp_path: Path,
    drawn_as: tuple[str, list[str], list[str]],
) -> None:
    event, marks, shown = drawn_as
    run = [ran(f"a{n}", mark, f"202{n}-01-01", event=event, wind=0) for n, mark in enumerate(marks)]
    with Book.create() as book:
        book.add(run, source, coverage=[replace(covers("LIST"), event=event)])
        found = listed(book, event)
    drawn = text_of(tmp_path, lambda path: draw_list(found, path, as_of=END))
    for label in shown:
        assert f">{label}</text>" in drawn


def test_an_ending_that_cannot_be_drawn_is_refused(steps: list[Step], tmp_path: Path) -> None:
    for name in ("mile.gif", "mile"):
        with pytest.raises(BookError, match=rf"cannot draw '{name}' \(let the name end in svg, png, pdf\)"):
            draw_progression(steps, tmp_path / name, as_of=END)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_failure(steps: list[Step], tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot write .*mile\.svg \(No such file or directory\)"):
        draw_progression(steps, tmp_path / "nowhere" / "mile.svg", as_of=END)

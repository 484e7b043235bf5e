"""Runners who are not there: from the same seed the same, near what is known of them, and a whole race."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.book.asking.lists import Book
from pacelight.distance import Distance
from pacelight.errors import RaceError
from pacelight.mark import Elapsed, Mark
from pacelight.meet.programme.meetfile import MeetFile
from pacelight.meet.programme.racefile import RaceFile
from pacelight.meet.rehearsal.bests import bests_of
from pacelight.meet.rehearsal.chance import drawn
from pacelight.meet.rehearsal.rehearsed import points_of, rehearsed
from pacelight.meet.rehearsal.runners import finishes, passings
from pacelight.meet.rehearsal.staged import staged
from pacelight.timing import Method, Passing

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "lievin-2025" / "meet.toml"
STEEPLE = Path(__file__).with_name("paris-2023-3000sc.toml")
LIGHT = Mark.parse("3:46.63")


@pytest.fixture
def race() -> RaceFile:
    return MeetFile.read(EXAMPLE).race().race


@pytest.fixture(scope="module")
def book() -> Iterator[Book]:
    with closing(Book.starter(until=date(2025, 2, 12))) as opened:
        yield opened


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**6), st.integers(), st.text())
def test_what_is_drawn_lies_between_and_comes_again(first: int, more: int, seed: int, word: str) -> None:
    number = drawn(first, first + more, seed, word)
    assert first <= number <= first + more
    assert number == drawn(first, first + more, seed, word)


def test_every_number_is_drawn_about_as_often() -> None:
    counts = [0] * 6
    for seed in range(6_000):
        counts[drawn(0, 5, seed)] += 1
    assert all(900 < count < 1_100 for count in counts)


@given(
    st.integers(),
    st.text(min_size=1, max_size=4),
    st.integers(10_000, 10_000_000),
    st.lists(st.integers(1, 500), min_size=1, max_size=60),
)
def test_a_runner_passes_every_point_in_order_and_ends_with_the_finish(
    seed: int, bib: str, finish_ms: int, metres: list[int]
) -> None:
    points = [Distance(sum(metres[: n + 1]) * 1_000) for n in range(len(metres))]
    finish = Elapsed(finish_ms * 1_000_000)
    run = list(passings(seed, bib, finish, points))
    assert [one.distance for one in run] == points
    assert run[-1].elapsed == finish
    times = [one.elapsed for one in run]
    assert times == sorted(times)


@given(st.integers())
def test_who_is_known_runs_near_the_best_and_anybody_else_near_the_light(seed: int) -> None:
    found = finishes(seed, {"1": Mark.parse("3:40.00"), "2": None}, LIGHT)
    assert 220_000 * 0.997 - 1 <= found["1"].ns / 1e6 <= 220_000 * 1.02
    assert 226_630 * 0.995 - 1 <= found["2"].ns / 1e6 <= 226_630 * 1.05


def test_the_seed_alone_decides(race: RaceFile) -> None:
    bests = {starter.bib: None for starter in race.heat.starters}
    points = points_of(race)
    one, same, other = (rehearsed(race, seed, bests, LIGHT, points) for seed in (1, 1, 2))
    assert one == same != other


def test_the_race_says_that_it_is_a_rehearsal_and_so_does_every_time_in_it(race: RaceFile) -> None:
    bests = {starter.bib: None for starter in race.heat.starters}
    made = RaceFile.parse(rehearsed(race, 1, bests, LIGHT, points_of(race)), EXAMPLE.parent)
    assert made.name == "REHEARSAL: Men's mile"
    assert (made.id, made.source.key) == ("rehearsal-mens-mile", "rehearsal")
    assert "runners who are not there, seed 1" in made.source.who
    assert {event.source for event in made.recording} == {"rehearsal"}
    assert (made.lights, made.heat.starters, made.shine) == (race.lights, race.heat.starters, race.shine)


def test_times_are_taken_at_each_100_m_and_each_passing_of_the_finish(race: RaceFile) -> None:
    points = [point.mm for point in points_of(race)]
    assert points[:4] == [9_344, 100_000, 200_000, 209_344]
    assert points[-1] == 1_609_344
    bests = {starter.bib: None for starter in race.heat.starters}
    made = RaceFile.parse(rehearsed(race, 1, bests, LIGHT, points_of(race)), EXAMPLE.parent)
    passed = [event for event in made.recording if isinstance(event, Passing)]
    assert len(passed) == 9 * len(points)
    assert {one.method for one in passed if one.official} == {Method.PHOTO}
    assert sum(one.official for one in passed) == 9


def test_of_a_steeplechase_the_laps_through_the_water_are_rehearsed() -> None:
    race = RaceFile.read(STEEPLE)
    points = [point.mm for point in points_of(race)]
    assert race.course.first.mm in points
    assert race.course.first.mm + race.course.lap.mm in points


def test_the_best_is_that_of_the_event_or_of_its_distance_on_another_track(
    book: Book, race: RaceFile
) -> None:
    bests = bests_of(race, book)
    assert list(bests) == [starter.bib for starter in race.heat.starters]
    assert bests["1"] == Mark.parse("3:43.73")  # Jakob Ingebrigtsen's outdoor mile of Eugene 2023
    assert bests["9"] is None


def test_the_stage_is_a_folder_of_its_own_and_the_book_of_tonight_stays_as_it_was(
    tmp_path: Path, eve_of_lievin: Path
) -> None:
    before = eve_of_lievin.read_bytes()
    (tmp_path / "stage").mkdir()
    stage = staged(MeetFile.read(EXAMPLE).race(), str(eve_of_lievin), 1, tmp_path / "stage")
    made = RaceFile.read(stage.race)
    assert len(made.survey(stage.race.parent)) == 200
    assert made.recording
    assert RaceFile.read(stage.bare).recording == ()
    assert sorted(one.name for one in (tmp_path / "stage").iterdir()) == [
        "bare.toml",
        "book.sqlite",
        "race.toml",
        "survey.toml",
    ]
    assert eve_of_lievin.read_bytes() == before
    assert 0 < stage.known < 9


def test_a_book_on_a_server_is_not_rehearsed_with(tmp_path: Path) -> None:
    with pytest.raises(RaceError, match="a book on a server is not copied"):
        staged(MeetFile.read(EXAMPLE).race(), "postgresql://a@b/c", 1, tmp_path)

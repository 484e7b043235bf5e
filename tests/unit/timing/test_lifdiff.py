"""What changed between two saves of one result."""

import pytest

from pacelight.timing.formats import DifferenceKind, differences, read

HEADER = "17,2,1,Hurdles,+0.6,m/s,,,,,13:41:52.2875\n"


def line(place: str, bib: str, lane: str, time: str) -> str:
    return f"{place},{bib},{lane},Last{bib},First,Club,{time},,,,,13:41:52.29,,,,,,,\n"


def changes(old: str, new: str) -> list[tuple[str, str | None, str | None, tuple[int, ...]]]:
    found = differences(read((HEADER + old).encode()), read((HEADER + new).encode()))
    return [(row.kind.value, row.old and row.old.bib, row.new and row.new.bib, row.columns) for row in found]


def test_the_same_file_saved_again_changes_nothing() -> None:
    text = line("1", "643", "6", "12.80") + line("", "436", "1", "")
    assert changes(text, text) == []


def test_rows_in_another_order_change_nothing() -> None:
    one, two = line("", "643", "6", ""), line("", "436", "1", "")
    assert changes(one + two, two + one) == []


def test_a_row_read_later_is_a_change_of_place_and_time_and_no_second_result() -> None:
    old, new = line("", "436", "1", ""), line("2", "436", "1", "12.95")
    assert changes(old, new) == [("changed", "436", "436", (0, 6))]


def test_a_changed_lane_is_the_same_runner() -> None:
    assert changes(line("1", "436", "1", "12.95"), line("1", "436", "2", "12.95")) == [
        ("changed", "436", "436", (2,))
    ]


def test_a_number_given_to_an_unknown_runner_is_a_change_of_that_lane() -> None:
    assert changes(line("1", "", "15", "12.95"), line("1", "436", "15", "12.95")) == [
        ("changed", "", "436", (1, 3))
    ]


def test_another_runner_in_the_same_lane_is_a_conflict() -> None:
    assert changes(line("1", "436", "1", "12.95"), line("1", "99", "1", "12.95")) == [
        ("conflict", "436", "99", (1, 3))
    ]


def test_a_row_that_came_and_one_that_went_are_told() -> None:
    old = line("1", "643", "6", "12.80") + line("2", "436", "1", "12.95")
    new = line("1", "643", "6", "12.80") + line("2", "413", "2", "12.99")
    assert changes(old, new) == [("added", None, "413", ()), ("removed", "436", None, ())]


@pytest.mark.parametrize("kind", DifferenceKind)
def test_every_kind_is_a_word(kind: DifferenceKind) -> None:
    assert kind.value.isalpha()

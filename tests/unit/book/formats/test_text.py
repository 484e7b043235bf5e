"""The text behind the bytes: encodings, line ends, columns."""

import pytest

from pacelight.book.formats.line import Refusal
from pacelight.book.formats.text import LOST, beginning, decoded, lines, plain, rows, shown, toml
from pacelight.errors import FormatError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_each_encoding_gives_the_same_text(encoding: str) -> None:
    assert decoded("Gunder Hägg\n".encode(encoding), "it") == "Gunder Hägg\n"
    assert beginning("Gunder Hägg\nx\n".encode(encoding if encoding != "cp1252" else "utf-8")) == [
        "Gunder Hägg",
        "x",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_each_line_end_gives_the_same_lines(end: str) -> None:
    data = f"a{end}b{end}{end}c{end}".encode()
    assert lines(data, "it") == ["a", "b", "", "c"]
    assert beginning(data) == ["a", "b", "", "c"]


def test_a_control_character_ends_no_line() -> None:
    assert lines(b"Stanis\x0cawa\n\x1c\x85x\n", "it") == ["Stanis\x0cawa", "\x1c\N{HORIZONTAL ELLIPSIS}x"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"),
        (b" \r\n\n", "it is empty"),
        (b"a\nhalf a r", "it is torn: line 2 does not end ('half a r')"),
        (b"a\0b\n", "it is no text file: it has zero bytes"),
        (b"\xff\xfea\0\n", "it is torn or no text: half a UTF-16 character"),
        (b"\x81\n", "it is no text file: neither UTF-8 nor cp1252"),
    ],
)
def test_what_is_no_whole_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(FormatError) as refused:
        lines(data, "it")
    assert str(refused.value).startswith(why)


def test_a_row_is_its_number_and_its_cells_without_blanks_round_them() -> None:
    assert list(rows([' a ;"b;c"', "", "d;"], ";", 2, first=7)) == [(7, ["a", "b;c"]), (9, ["d", ""])]


def test_a_row_with_other_columns_or_half_a_quotation_is_refused_by_its_line() -> None:
    assert list(rows(["a;b;c", 'a;"b', "a;b"], ";", 2)) == [
        Refusal("line 1", "a;b;c", "3 columns where the header has 2"),
        Refusal("line 2", 'a;"b', "quotation marks do not match in this line"),
        (3, ["a", "b"]),
    ]


def test_a_cell_larger_than_any_is_a_refusal() -> None:
    (refused,) = rows(["a" * 200_000], ";", 1)
    assert isinstance(refused, Refusal)


def test_binary_data_has_no_beginning() -> None:
    assert beginning(b"PAR1\0\0\0\n") == []


def test_the_beginning_of_a_long_file_ends_with_a_whole_line() -> None:
    assert set(beginning(b"0123456789\n" * 1000)) == {"0123456789"}


def test_lost_letters_are_shown_as_lost_and_a_line_is_cut_for_a_sentence() -> None:
    assert plain(" Szewi\x15ska ") == f"Szewi{LOST}ska"
    assert shown("x" * 200) == "x" * 80


@pytest.mark.parametrize("data", [b"a = [", b"a" * 9, b"a = " + b"[" * 5000 + b"]" * 5000])
def test_no_toml_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError, match="it is no TOML"):
        toml(data, "it")
    assert toml(b"a = 1\n", "it") == {"a": 1}

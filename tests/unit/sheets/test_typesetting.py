"""Pages: a PDF that is the same for the same content, texts as they are, nothing from outside."""

import re
import zlib
from datetime import date

import pytest

from pacelight.errors import Failure
from pacelight.sheets.typesetting import pages, printed

DAY = date(2026, 5, 1)
TRACK = {
    "track.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="4"><path d="M0 0h40"/></svg>'
}
LINE = {
    "metre": "0.00",
    "names": "finish",
    "controller": "west",
    "segment": "1",
    "number": "0",
    "beyond": "+0.00",
    "dead": False,
}
HEADS = ("ok", "metre", "mark", "controller", "segment", "lamp", "stands", "found")
CONTENT = {
    "language": "en",
    "track": "short-200",
    "name": "hall.toml",
    "day": "1 May 2026",
    "document": "Check sheet of hall.toml",
    "title": "Check sheet",
    "page": "page {page} of {pages}",
    "lamps": "200 lamps, lap 200 m.",
    "how": "Light the lamps one by one.",
    "heads": dict(zip(HEADS, HEADS, strict=True)),
    "note": "Metre: past the finish line.",
    "sign": ["read by", "at the kerb", "day and hour"],
    "dead": "dead",
    "controllers": [
        {"head": "Controller west", "lamps": "200 lamps", "segments": ["segment 1: lamps 0 to 199"]}
    ],
    "lines": [LINE] * 3,
}


def test_a_sheet_is_a_pdf_and_the_same_one_again() -> None:
    one = printed("check-sheet", CONTENT, TRACK, DAY)
    assert one.startswith(b"%PDF-")
    assert one == printed("check-sheet", CONTENT, TRACK, DAY)
    assert one != printed("check-sheet", CONTENT, TRACK, date(2026, 5, 2))


def test_the_fonts_are_those_of_the_drawings_and_go_with_the_file() -> None:
    pdf = printed("check-sheet", CONTENT, TRACK, DAY)
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    plain = pdf + b"".join(_inflated(stream) for stream in streams)
    fonts = set(re.findall(rb"/FontName\s*/[A-Z]{6}\+([A-Za-z-]+)", plain))
    assert b"DejaVuSans" in fonts
    assert {font.partition(b"-")[0] for font in fonts} <= {b"DejaVuSans", b"DejaVuSansMono"}


def test_many_lines_go_on_over_the_page() -> None:
    assert len(pages("check-sheet", CONTENT | {"lines": [LINE] * 20}, TRACK, DAY)) == 1
    assert len(pages("check-sheet", CONTENT | {"lines": [LINE] * 200}, TRACK, DAY)) == 5


@pytest.mark.parametrize("name", ['#panic("x")', "$x", "*bold", "\\", "]", '"', "#", "\u0000", "Zürich 日本"])
def test_whatever_a_name_is_it_is_printed_and_never_obeyed(name: str) -> None:
    controllers = [{"head": name, "lamps": name, "segments": [name]}]
    content = CONTENT | {"name": name, "document": name, "how": name}
    content |= {"controllers": controllers, "lines": [LINE | {"controller": name}]}
    assert printed("check-sheet", content, TRACK, DAY).startswith(b"%PDF-")


def test_a_sheet_without_controllers_has_no_column_for_them() -> None:
    content = CONTENT | {"controllers": []}
    assert printed("check-sheet", content, TRACK, DAY) != printed("check-sheet", CONTENT, TRACK, DAY)


def test_a_sheet_that_cannot_be_set_is_a_failure_in_one_line() -> None:
    with pytest.raises(Failure) as failed:
        printed("check-sheet", CONTENT, {}, DAY)
    assert str(failed.value).startswith("the sheet cannot be set: file not found")
    assert "\n" not in str(failed.value)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""

"""The rooms of the pages: each knows those beneath it, and no page knows another."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "frontend" / "src"
BENEATH = {
    "live": set[str](),
    "words": {"live"},
    "desk": {"live"},
    "track": {"live", "words"},
    "race": {"live", "words", "track"},
    "shell": {"live", "words", "desk"},
}
"""What all pages stand on, and what each of these stands on itself."""

IMPORTED = re.compile(r"""(?:from|import|import\()\s*["']\.\./(\w+)/""")


def rooms() -> list[str]:
    return sorted(one.name for one in SRC.iterdir() if one.is_dir())


def known(room: str) -> Iterator[tuple[str, str]]:
    """The other rooms that a room knows, and from which of its files."""
    for file in sorted((SRC / room).rglob("*")):
        if file.suffix in {".ts", ".svelte"}:
            yield from ((other, file.name) for other in IMPORTED.findall(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("room", rooms())
def test_a_room_knows_those_beneath_it_and_no_page_knows_another(room: str) -> None:
    allowed = BENEATH.get(room, set(BENEATH)) | {room}
    assert {(other, file) for other, file in known(room) if other not in allowed} == set()


def test_every_room_is_looked_at() -> None:
    assert set(BENEATH) < set(rooms())
    assert len(set(rooms()) - set(BENEATH)) >= 8
    assert {other for room in rooms() for other, _ in known(room)} == set(BENEATH)

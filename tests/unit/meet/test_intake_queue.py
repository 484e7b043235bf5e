"""The queue in its file: lines are added, one that was never finished is not seen."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pacelight.book.formats.line import Line
from pacelight.errors import FormatError, StoreError
from pacelight.event import Sex
from pacelight.mark import Mark
from pacelight.meet.intake.people import Doubt
from pacelight.meet.intake.performed import named
from pacelight.meet.intake.questions import Answer, about_person, unasked
from pacelight.meet.intake.queue import FileQueue, beside

LINE = Line(
    at="row 7",
    event="MILE",
    sex=Sex.WOMEN,
    mark=Mark.parse("4:19.18"),
    mark_text="4:19.18",
    athlete="Mary DECKER",
    nation="USA",
    day=date(1983, 7, 27),
)
ASKED = about_person(named(LINE), Doubt("who is it?", ("slaney-mary",)), LINE, "source")
ANSWER = Answer(ASKED.id, True, "slaney-mary", "Somebody", date(2024, 6, 1), "married in 1985")


@pytest.fixture
def queue(tmp_path: Path) -> FileQueue:
    return FileQueue(beside(tmp_path / "book.sqlite"))


def test_it_lies_beside_the_book(tmp_path: Path) -> None:
    assert beside(tmp_path / "book.sqlite") == tmp_path / "book.queue.jsonl"


def test_what_is_asked_and_answered_is_read_back(queue: FileQueue) -> None:
    assert queue.questions() == {}
    queue.add([ASKED])
    assert queue.questions()[ASKED.id].asked == (ASKED,)
    assert queue.questions()[ASKED.id].answer is None
    queue.add([], [ANSWER])
    assert queue.questions()[ASKED.id].answer == ANSWER
    queue.add([])
    assert queue.path.read_bytes().count(b"\n") == 2


def test_a_line_that_was_cut_off_is_not_seen_and_makes_room(queue: FileQueue) -> None:
    queue.add([ASKED])
    whole = queue.path.read_bytes()
    other = replace(ASKED, line=replace(LINE, at="row 8"))
    for cut in range(1, len(whole)):
        queue.path.write_bytes(whole + whole[:cut])
        assert queue.questions()[ASKED.id].asked == (ASKED,)
    queue.add([other])
    assert queue.questions()[ASKED.id].asked == (ASKED, other)


def test_a_damaged_line_is_named(queue: FileQueue) -> None:
    queue.add([ASKED])
    for damage in (b"{}\n", b"no json\n", b'{"schema": "other/1"}\n', b"[]\n"):
        queue.path.write_bytes(damage)
        with pytest.raises(FormatError, match=r"^book\.queue\.jsonl line 1 is no line of a queue: "):
            queue.questions()


def test_a_disk_that_refuses_is_a_failure(tmp_path: Path) -> None:
    queue = FileQueue(tmp_path / "no folder" / "book.queue.jsonl")
    with pytest.raises(StoreError, match="cannot be written"):
        queue.add([ASKED])
    with pytest.raises(StoreError, match="cannot be read"):
        FileQueue(tmp_path).questions()


def test_what_waits_already_is_not_asked_again(queue: FileQueue) -> None:
    queue.add([ASKED])
    other = replace(ASKED, source="another")
    assert unasked([ASKED, other], queue.questions()) == [other]

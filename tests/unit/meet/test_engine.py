"""The engine: on the disk, then in the state, then told; and the same story whenever it dies."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pacelight.book.asking.lists import Book
from pacelight.book.model import Standing
from pacelight.errors import BookError, PacelightError, RaceError
from pacelight.event import Sex
from pacelight.meet.journal.file import read, verify
from pacelight.meet.live.replay import retell
from pacelight.meet.show.evidence import evidence
from pacelight.meet.show.lines import line

Story = list[dict[str, Any]]


def of(story: Story, kind: str) -> Story:
    return [told for told in story if told["type"] == kind]


def retold(hall: Any) -> Story:
    encoded = (line(told, live) for told, live in retell(hall.journal))
    return [msgspec.json.decode(one) for one in encoded if one is not None]


def plain(story: Story) -> Story:
    """Without what differs from folder to folder and from engine to engine."""
    own = {"book", "journal", "output", "controllers", "lights"}
    return [{k: v for k, v in told.items() if k not in own} for told in story]


def performances(path: Path) -> object:
    with Book.open(path) as book:
        return book.top("MILEsh", Sex.MEN, n=None, all_performances=True, as_of=date(2025, 2, 13))


def test_a_race_is_told_from_its_lights_to_its_end(hall: Any) -> None:
    story = hall.play()
    assert [told["type"] for told in story[:4]] == ["race", "light", "state", "state"]
    assert [told["state"] for told in of(story, "state")] == ["checked", "armed", "running", "finished"]
    assert len(of(story, "result")) == 9
    assert story[-1]["type"] == "done"


def test_a_replay_tells_the_same(hall: Any) -> None:
    assert hall.play() == retold(hall)


@pytest.mark.parametrize(
    ("every", "written"),
    [
        (4, True),
        (4, False),
        pytest.param(1, True, marks=pytest.mark.prove),
        pytest.param(1, False, marks=pytest.mark.prove),
    ],
)
def test_killed_around_any_line_and_taken_up_the_story_is_the_same(
    hall: Any, halls: Any, every: int, *, written: bool
) -> None:
    whole = plain(hall.play())
    entered = performances(hall.book)
    first = 1 if written else (every + 1) // 2  # of every few lines, others than those it is killed after
    for line_number in range(first, len(read(hall.journal)[0]) + 1, every):
        killed = halls()
        killed.die_at(line_number, written=written)
        assert len(read(killed.journal)[0]) == line_number - 1 + written
        killed.clock.monotonic_ns += 3 * 10**9
        killed.play()
        assert plain(retold(killed)) == whole, line_number
        assert verify(killed.journal)
        assert performances(killed.book) == entered


def test_an_engine_taken_up_runs_the_lights_from_the_same_gun(hall: Any) -> None:
    hall.die_at(10)
    hall.clock.monotonic_ns += 10**9
    hall.play()
    first, *again = hall.guns
    assert again
    assert set(again) == {first}


def test_a_race_that_is_over_is_not_run_again(hall: Any) -> None:
    hall.play()
    before = retold(hall)
    assert hall.play() == []
    assert retold(hall) == before


def test_the_journal_of_another_race_is_not_taken_up(hall: Any) -> None:
    hall.play()
    hall.race.write_text(hall.race.read_text().replace("Men's mile, Liévin 2025", "Another"))
    with pytest.raises(RaceError, match="is the journal of another race; name another --journal"):
        hall.play()


def test_the_book_has_the_candidate_and_still_the_record_of_the_eve(hall: Any) -> None:
    hall.play()
    with Book.open(hall.book) as book:
        now = book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 13))
        eve = book.record("MILEsh", Sex.MEN, as_of=date(2025, 2, 12))
    assert isinstance(now, Standing)
    assert isinstance(eve, Standing)
    assert (str(now.mark), now.status, now.holders[0].athlete_key) == (
        "3:45.14",
        "candidate",
        "ingebrigtsen-jakob",
    )
    assert str(eve.mark) == "3:46.63"
    assert "pacing lights used" in now.holders[0].note


def test_who_does_not_finish_sets_nothing_on_the_way(hall: Any) -> None:
    text = hall.race.read_text()
    out = '[[recording.verdict]]\nbib = "1"\nstatus = "DNF"\ntime = "3:40"\nsource = "letsrun-2025-02"\n\n'
    text = text.replace('    { bib = "1", time = "3:45.14", source = "recording-lievin-2025" },\n', "")
    text = text.replace(', ["109.344 m", "15.51"]', "").replace("[recording]\n", f"{out}[recording]\n")
    hall.race.write_text(text)
    story = hall.play()
    assert [told["status"] for told in of(story, "result") if told["bib"] == "1"] == ["DNF"]
    assert [told for told in of(story, "record") if told["code"] == "1500sh"] == []
    assert {told["scope"] for told in of(story, "record") if told["level"] == "NR"} == {"NED", "RSA", "POL"}


def test_a_book_that_refuses_does_not_stop_the_race(hall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise BookError("not today")

    monkeypatch.setattr(Book, "add", refuse)
    story = hall.play()
    assert len(of(story, "result")) == 9
    assert {told["why"].split(": ")[1] for told in of(story, "refused")} == {"not today"}
    assert story[-1]["state"] == "finished"


@pytest.mark.parametrize(
    ("right", "wrong", "offence"),
    [
        ('level = "WR"', 'level = "XR"', "light 'WR': no level 'XR'"),
        ("as_of = 2025-02-12", "as_of = 1900-01-01", "light 'WR': the record is not known"),
        (
            'kind = "record", level = "WR", as_of = 2025-02-12',
            'kind = "even", mark = "3:75.10"',
            "light 'WR': not a time",
        ),
        (
            'kind = "record", level = "WR", as_of = 2025-02-12',
            'kind = "splits", splits = [["800 m", "1:53"], ["1000 m", "1:52"], ["1609.344 m", "3:46"]]',
            "light 'WR': ",
        ),
    ],
)
def test_a_light_that_cannot_run_is_refused_before_anything_is_written(
    hall: Any, right: str, wrong: str, offence: str
) -> None:
    text = hall.race.read_text()
    assert right in text
    hall.race.write_text(text.replace(right, wrong))
    with pytest.raises(PacelightError, match=offence) as refused:
        hall.play()
    assert refused.value.exit_code == 2
    assert not hall.journal.exists()


def test_a_race_without_a_recording_has_nothing_to_run_from(hall: Any) -> None:
    text = hall.race.read_text()
    hall.race.write_text(text[: text.index("[[recording.segments]]")])
    with pytest.raises(RaceError, match="holds no recording"):
        hall.play()


def test_evidence_says_what_was_asked_shown_and_run(hall: Any) -> None:
    hall.play()
    *_, (_, live) = retell(hall.journal)
    found = evidence(live)
    assert found["asked"][0]["origin"] == "the book: WR WORLD, MILEsh men as of 2025-02-12"
    assert found["asked"][0]["knots"][-1] == (1_609_344, 226_630_000_000)
    assert found["shown"]["rate"] == "1"
    assert found["run"][0]["result"]["mark"]["text"] == "3:45.14"
    assert len(found["run"][0]["splits"]) == 16
    msgspec.json.encode(found)


def test_a_damaged_journal_is_taken_up_where_belief_ends(hall: Any) -> None:
    hall.play()
    whole = hall.journal.read_bytes()
    hall.journal.write_bytes(whole[: len(whole) // 2])
    hall.play()
    assert len(hall.warnings) == 1
    assert "is damaged (it breaks off)" in hall.warnings[0]
    assert of(retold(hall), "done")
    assert of(retold(hall), "result")[0]["mark"]["text"] == "3:45.14"


def test_the_rate_of_the_gun_is_the_rate_of_the_race(hall: Any) -> None:
    hall.play()
    assert hall.guns[0][1] == Fraction(1)


def test_a_journal_that_is_empty_or_of_no_race_is_not_retold(tmp_path: Path) -> None:
    from pacelight.errors import JournalError
    from pacelight.meet.journal.file import Journal

    path = tmp_path / "j"
    path.touch()
    with pytest.raises(JournalError, match="is empty: no race was opened"):
        list(retell(path))
    journal = Journal.open(path)
    journal.append({"type": "resume", "boot": "x", "cut": None}, unix_ns=1)
    journal.close()
    with pytest.raises(JournalError, match="is not the journal of a race"):
        list(retell(path))

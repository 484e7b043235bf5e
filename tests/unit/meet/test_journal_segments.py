"""A journal goes on in another file after an error of a disk, and is proved over all of them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pacelight.errors import JournalError
from pacelight.meet.journal.file import Journal, proof, read, verify

Break = Callable[[str], None]


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Makes the system refuse a call from now on."""

    def refuse(call: str) -> None:
        def refused(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, call, refused)

    return refuse


def moved(folder: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch) -> tuple[Journal, Path]:
    """A journal of three lines in the first file and two in the second, which lies in the spare."""
    spare = folder / "spare"
    spare.mkdir()
    path = folder / "race.journal"
    journal = Journal.open(path, spare)
    for n in range(3):
        journal.append({"n": n}, unix_ns=n)
    with monkeypatch.context():
        breaks("fdatasync")
        with pytest.raises(JournalError, match="No space left on device"):
            journal.append({"n": "lost"}, unix_ns=9)
        monkeypatch.undo()
    assert journal.places == (spare, folder)
    assert journal.go_on(journal.places[0], {"type": "sealed"}, unix_ns=10).n == 4
    journal.append({"n": 4}, unix_ns=11)
    return journal, spare


def test_it_goes_on_in_the_spare_and_nothing_acknowledged_is_lost(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, spare = moved(tmp_path, breaks, monkeypatch)
    journal.close()
    lines, fault = read(tmp_path / "race.journal")
    assert fault is None
    assert [line.event for line in lines] == [
        *(b'{"n":%d}' % n for n in range(3)),
        b'{"type":"sealed"}',
        b'{"n":4}',
    ]
    [second] = spare.iterdir()
    proved = proof(tmp_path / "race.journal")
    assert proved.files == ((str(tmp_path / "race.journal"), 3), (str(second), 2))
    assert proved.unused > 0


def test_opened_again_it_goes_on_where_it_was(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, spare = moved(tmp_path, breaks, monkeypatch)
    first.close()
    again = Journal.open(tmp_path / "race.journal")
    assert (len(again.lines), again.warning, again.file.parent) == (5, None, spare)
    assert again.append({"n": 5}, unix_ns=12).n == 6
    again.close()
    assert verify(tmp_path / "race.journal")[0] == 6


def test_who_follows_is_sent_the_lines_of_all_files(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, _ = moved(tmp_path, breaks, monkeypatch)
    copy = Journal.open(tmp_path / "copy.journal")
    at = 1
    while at <= journal.count:
        text, at = journal.since(at)
        copy.copy(text.split(b"\n")[:-1])
    assert [copy.raw(n) for n in range(1, 6)] == [journal.raw(n) for n in range(1, 6)]
    assert copy.link(6) == journal.link(6)


def test_a_copy_goes_on_without_a_line_of_its_own(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, _ = moved(tmp_path, breaks, monkeypatch)
    copy = Journal.open(tmp_path / "copy.journal")
    copy.copy([journal.raw(1)])
    sync, calls = os.fdatasync, iter([False])

    def once(descriptor: int) -> None:
        if next(calls, True):
            sync(descriptor)
        else:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fdatasync", once)
    copy.copy([journal.raw(n) for n in range(2, 6)])
    copy.close()
    assert verify(tmp_path / "copy.journal") == (5, journal.link(6))
    assert len(proof(tmp_path / "copy.journal").files) == 2


@pytest.mark.parametrize("n", [2, 4, 5])
def test_cut_at_any_line_what_follows_is_kept_beside_it(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch, n: int
) -> None:
    journal, _ = moved(tmp_path, breaks, monkeypatch)
    link = journal.link(n)
    assert ".cut-" in journal.cut(n)
    assert (journal.count, journal.link(n)) == (n - 1, link)
    assert journal.append({"type": "instead"}, unix_ns=1).n == n
    journal.close()
    assert verify(tmp_path / "race.journal")[0] == n


def test_a_file_that_does_not_go_on_from_the_one_before_is_found_out(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, spare = moved(tmp_path, breaks, monkeypatch)
    journal.close()
    path = tmp_path / "race.journal"
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"\n", whole.index(b"\n") + 1) + 1])
    [second] = spare.iterdir()
    with pytest.raises(JournalError, match=rf"{second.name}.*does not go on from the file before"):
        verify(path)
    again = Journal.open(path)
    assert len(again.lines) == 2
    assert "does not go on" in (again.warning or "")
    assert not second.exists()
    again.close()
    assert verify(path)[0] == 2


def test_without_the_disk_of_its_second_file_the_first_still_reads(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, spare = moved(tmp_path, breaks, monkeypatch)
    journal.close()
    spare.rename(tmp_path / "away")
    lines, fault = read(tmp_path / "race.journal")
    assert (len(lines), fault is None) == (4, True)  # the line that nobody was told of is whole here


def test_a_spare_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is no folder: a journal cannot go on there"):
        Journal.open(tmp_path / "race.journal", tmp_path / "none")


def test_another_spare_than_that_in_which_it_went_on_is_refused(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved(tmp_path, breaks, monkeypatch)[0].close()
    (tmp_path / "other").mkdir()
    with pytest.raises(JournalError, match=r"went on in .*spare: name that with --spare"):
        Journal.open(tmp_path / "race.journal", tmp_path / "other")


def test_it_goes_on_next_to_itself_where_no_spare_was_named(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "race.journal"
    journal = Journal.open(path)
    journal.append({"n": 0}, unix_ns=0)
    with monkeypatch.context():
        breaks("write")
        with pytest.raises(JournalError):
            journal.append({"n": "lost"}, unix_ns=9)
        with pytest.raises(JournalError, match="cannot be written: No space left on device"):
            journal.go_on(tmp_path, {"type": "sealed"}, unix_ns=1)
        monkeypatch.undo()
    journal.go_on(tmp_path, {"type": "sealed"}, unix_ns=1)
    journal.close()
    assert verify(path)[0] == 2
    assert Journal.open(path).append({"n": 2}, unix_ns=1).n == 3


def test_while_its_spare_is_away_it_goes_on_in_a_file_of_its_own_and_both_are_told(
    tmp_path: Path, breaks: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, spare = moved(tmp_path, breaks, monkeypatch)
    journal.close()
    spare.rename(tmp_path / "away")
    again = Journal.open(tmp_path / "race.journal")
    assert "which is away" in (again.warning or "")
    with pytest.raises(JournalError, match="is sealed"):
        again.append({"n": 5}, unix_ns=1)
    again.go_on(tmp_path, {"type": "sealed"}, unix_ns=1)
    again.close()
    (tmp_path / "away").rename(spare)
    with pytest.raises(JournalError, match="went on in two files at once"):
        verify(tmp_path / "race.journal")

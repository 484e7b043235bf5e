"""Nothing acknowledged is lost: cuts at every byte, flipped bits, the order of the system calls."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from pacelight.errors import JournalError
from pacelight.meet.journal.file import Journal, read

pytestmark = pytest.mark.faults

FLIPS = 400


@pytest.fixture
def journal(tmp_path: Path) -> tuple[Path, list[int]]:
    """A journal, and where each of its lines ends."""
    path = tmp_path / "race.journal"
    opened = Journal.open(path)
    ends = [opened.append({"type": "test", "text": "Liévin " * n}, unix_ns=n).end for n in range(12)]
    opened.close()
    return path, ends


def test_cut_at_every_byte_it_keeps_exactly_the_whole_lines(journal: tuple[Path, list[int]]) -> None:
    path, ends = journal
    whole = path.read_bytes()
    torn = path.with_name("torn")
    for length in range(len(whole) + 1):
        torn.write_bytes(whole[:length])
        lines, fault = read(torn)
        assert [line.end for line in lines] == [end for end in ends if end <= length]
        assert (fault is None) == (length in {0, *ends})


def test_opened_after_any_cut_it_takes_up_writing(journal: tuple[Path, list[int]]) -> None:
    path, ends = journal
    whole = path.read_bytes()
    for length in range(ends[3], ends[5]):
        torn = path.with_name(f"torn-{length}")
        torn.write_bytes(whole[:length])
        again = Journal.open(torn)
        kept = len(again.lines)
        assert kept == sum(end <= length for end in ends)
        assert again.append({"type": "after"}, unix_ns=0).n == kept + 1
        again.close()
        assert read(torn)[1] is None


def test_every_flipped_bit_stops_belief_at_its_line(journal: tuple[Path, list[int]]) -> None:
    path, ends = journal
    whole = path.read_bytes()
    random = Random(20250213)
    for _ in range(FLIPS):
        place, bit = random.randrange(len(whole)), random.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        lines, fault = read(path)
        assert fault is not None
        assert len(lines) == sum(end <= place for end in ends)


WRITER = """
import sys
from pathlib import Path
from pacelight.meet.journal.file import Journal
journal = Journal.open(Path(sys.argv[1]))
for n in range(50):
    print("ack", journal.append({"type": "test"}, unix_ns=n).n, flush=True)
"""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed (apt-get install strace)")
def test_every_acknowledgement_comes_after_its_fdatasync(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-e", "trace=write,fdatasync", "-o", str(trace)),
            *(sys.executable, "-c", WRITER, str(tmp_path / "race.journal")),
        ],
        check=True,
        capture_output=True,
        timeout=60,
    )
    written = synced = acknowledged = 0
    for call in trace.read_text().splitlines():
        if re.search(r"fdatasync\(\d+\)\s+= 0", call):
            synced = written
        elif re.search(r'write\(1, "ack', call):
            acknowledged += 1
            assert synced == acknowledged, call
        elif re.search(r'write\(\d+, "[0-9a-f]{8} \{', call):
            written += 1
    assert acknowledged == 50


@pytest.mark.parametrize("call", ["write", "fdatasync"])
def test_after_an_error_of_the_disk_nothing_more_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    journal = Journal.open(tmp_path / "race.journal")
    journal.append({"type": "before"}, unix_ns=1)

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, call, refuse)
        with pytest.raises(JournalError, match="Input/output error"):
            journal.append({"type": "lost"}, unix_ns=2)
    with pytest.raises(JournalError, match="sealed after an error of the disk"):
        journal.append({"type": "later"}, unix_ns=3)
    journal.close()
    assert read(tmp_path / "race.journal")[0][0].event == b'{"type":"before"}'


def test_a_full_disk_tears_no_line_that_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "race.journal"
    journal = Journal.open(path)
    journal.append({"type": "before"}, unix_ns=1)
    write = os.write
    calls = iter([True, False])

    def half(descriptor: int, data: bytes) -> int:
        if next(calls):
            return write(descriptor, data[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "write", half)
        with pytest.raises(JournalError, match="No space left on device"):
            journal.append({"type": "torn"}, unix_ns=2)
    journal.close()
    again = Journal.open(path)
    again.close()
    assert [line.event for line in again.lines] == [b'{"type":"before"}']
    assert again.warning is not None


@pytest.fixture
def moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path, int]:
    """A journal of six lines in its first file and six in its second, and where the first's ends."""
    path = tmp_path / "race.journal"
    opened = Journal.open(path)
    end = [opened.append({"type": "test", "n": n}, unix_ns=n).end for n in range(6)][-1]

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fdatasync", refuse)
        with pytest.raises(JournalError):
            opened.append({"type": "lost"}, unix_ns=6)
    opened.go_on(tmp_path, {"type": "sealed"}, unix_ns=6)
    for n in range(7, 12):
        opened.append({"type": "test", "n": n}, unix_ns=n)
    second = opened.file
    opened.close()
    return path, second, end


def test_with_its_second_file_cut_at_every_byte_a_journal_keeps_the_whole_lines_of_both(
    moved: tuple[Path, Path, int],
) -> None:
    path, second, _ = moved
    whole = second.read_bytes()
    ends = [at + 1 for at, byte in enumerate(whole) if byte == ord("\n")]
    for length in range(ends[0], len(whole) + 1):
        second.write_bytes(whole[:length])
        lines, fault = read(path)
        assert len(lines) == 6 + sum(end <= length for end in ends)
        assert (fault is None) == (length in ends)


def test_with_its_first_file_cut_at_every_byte_nothing_of_the_second_is_believed_without_what_was_before(
    moved: tuple[Path, Path, int],
) -> None:
    path, _, end = moved
    whole = path.read_bytes()
    for length in range(len(whole) + 1):
        path.write_bytes(whole[:length])
        lines, fault = read(path)
        if length >= end:
            assert (len(lines), fault) == (12, None)
        else:
            assert len(lines) == whole[:length].count(b"\n")
            assert fault is not None or not lines or whole[length - 1 : length] == b"\n"


def test_a_flipped_bit_in_any_line_of_any_file_is_found_out(moved: tuple[Path, Path, int]) -> None:
    random = Random(4)
    path, second, end = moved
    for file, size, before in ((path, end, 0), (second, second.stat().st_size, 6)):
        whole = file.read_bytes()
        for _ in range(FLIPS // 4):
            place, bit = random.randrange(size), random.randrange(8)
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
            lines, fault = read(path)
            assert fault is not None
            assert fault.file in {"", second.name}
            assert len(lines) in {before + whole[:place].count(b"\n"), 7}
        file.write_bytes(whole)

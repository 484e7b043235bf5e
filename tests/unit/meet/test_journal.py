"""The journal: what it writes, what it refuses."""

import re
import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from pacelight.errors import JournalError
from pacelight.meet.journal.file import Journal, read, verify


def written(path: Path, count: int = 3) -> bytes:
    journal = Journal.open(path)
    for n in range(count):
        journal.append({"type": "test", "value": n}, unix_ns=10 + n)
    journal.close()
    return path.read_bytes()


def test_a_line_is_a_checksum_a_space_and_compact_json(tmp_path: Path) -> None:
    first, second, _ = written(tmp_path / "j").splitlines()
    assert first[9:] == b'{"n":1,"p":"0000000000000000","t":10,"e":{"type":"test","value":0}}'
    assert first[:9] == b"%08x " % zlib.crc32(first[9:])
    link = re.search(rb'"p":"([0-9a-f]{16})"', second)
    assert link is not None
    assert link[1].decode() == sha256(first).hexdigest()[:16]


def test_a_journal_taken_up_goes_on_where_it_ended(tmp_path: Path) -> None:
    path = tmp_path / "j"
    written(path)
    journal = Journal.open(path)
    assert [line.n for line in journal.lines] == [1, 2, 3]
    assert journal.warning is None
    assert journal.append({}, unix_ns=99).n == 4
    journal.close()
    assert verify(path)[0] == 4


def test_opening_a_damaged_journal_cuts_it_and_says_where(tmp_path: Path) -> None:
    path = tmp_path / "j"
    whole = written(path)
    third = whole.index(b"\n", whole.index(b"\n") + 1) + 1
    damaged = whole[: third + 20] + b"?" + whole[third + 21 :]
    path.write_bytes(damaged)
    journal = Journal.open(path)
    journal.close()
    assert path.read_bytes() == whole[:third]
    assert journal.warning is not None
    assert f"line 3 at byte {third} is damaged" in journal.warning
    assert (tmp_path / f"j.cut-{third}").read_bytes() == damaged[third:]


def test_reading_a_damaged_journal_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "j"
    torn = written(path)[:-4]
    path.write_bytes(torn)
    lines, fault = read(path)
    assert len(lines) == 2
    assert fault is not None
    assert fault.why == "it breaks off"
    assert path.read_bytes() == torn


def test_one_engine_at_a_time_writes_a_journal(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "j")
    with pytest.raises(JournalError, match="written by another engine"):
        Journal.open(tmp_path / "j")
    journal.close()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda lines: [lines[0], lines[2]], "line 2 .* it says it is line 3"),
        (lambda lines: [lines[1], lines[0], lines[2]], "line 1 .* it says it is line 2"),
        (lambda lines: [*lines, lines[2]], "line 4 .* it says it is line 3"),
        (lambda lines: [*lines, b"hello"], "line 4 .* not a line of a journal"),
    ],
    ids=["dropped", "swapped", "doubled", "put in"],
)
def test_a_line_dropped_swapped_or_put_in_is_found(tmp_path: Path, change: object, why: str) -> None:
    path = tmp_path / "j"
    assert callable(change)
    path.write_bytes(b"\n".join([*change(written(path).splitlines()), b""]))
    with pytest.raises(JournalError, match=why):
        verify(path)


def test_a_line_written_anew_with_a_right_checksum_breaks_the_chain(tmp_path: Path) -> None:
    path = tmp_path / "j"
    first, second, third = written(path).splitlines()
    body = second[9:].replace(b'"value":1', b'"value":7')
    path.write_bytes(b"\n".join([first, b"%08x %s" % (zlib.crc32(body), body), third, b""]))
    with pytest.raises(JournalError, match=r"line 3 .* does not follow from the line before"):
        verify(path)


def test_a_checksum_in_capitals_is_not_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "j"
    bodies = (b'{"n":1,"p":"0000000000000000","t":%d,"e":{}}' % n for n in range(100))
    body = next(body for body in bodies if re.search("[a-f]", f"{zlib.crc32(body):08x}"))
    path.write_bytes(b"%08X %s\n" % (zlib.crc32(body), body))
    with pytest.raises(JournalError, match="checksum does not fit"):
        verify(path)


def test_a_journal_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="no journal can be written at"):
        Journal.open(tmp_path / "not" / "there")
    with pytest.raises(JournalError, match="no journal can be read at"):
        read(tmp_path / "not")

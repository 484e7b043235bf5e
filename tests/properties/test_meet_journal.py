"""Laws of the journal."""

from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pacelight.meet.journal.file import Journal, read, verify

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
EVENTS = st.lists(st.tuples(JSON, st.integers(0, 2**62)), max_size=6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("journals")


NAMES = count()


@given(events=EVENTS)
@settings(max_examples=50, deadline=None)
def test_what_was_written_is_read_back(folder: Path, events: list[tuple[object, int]]) -> None:
    import msgspec

    path = folder / str(next(NAMES))
    journal = Journal.open(path)
    for event, unix_ns in events:
        journal.append(event, unix_ns=unix_ns)
    journal.close()
    lines, fault = read(path)
    assert fault is None
    assert [(msgspec.json.decode(line.event), line.unix_ns) for line in lines] == events
    assert verify(path)[0] == len(events)


@given(events=EVENTS.filter(bool), at=st.floats(0, 1, exclude_max=True), with_byte=st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_no_changed_byte_is_believed(
    folder: Path, events: list[tuple[object, int]], at: float, with_byte: int
) -> None:
    path = folder / str(next(NAMES))
    journal = Journal.open(path)
    ends = [journal.append(event, unix_ns=unix_ns).end for event, unix_ns in events]
    journal.close()
    raw = bytearray(path.read_bytes())
    place = int(at * len(raw))
    raw[place] ^= with_byte
    path.write_bytes(raw)
    lines, fault = read(path)
    assert fault is not None
    assert len(lines) == sum(end <= place for end in ends)

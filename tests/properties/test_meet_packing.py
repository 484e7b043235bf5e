"""Whatever became of an archive on its way: what is unpacked is what was packed, or nothing is."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacelight.errors import PacelightError
from pacelight.meet.packing.manifest import Manifest, check_name
from pacelight.meet.packing.packing import pack
from pacelight.meet.packing.unpacking import unpack
from pacelight.meet.programme.meetfile import MeetFile

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lievin-2025"


@pytest.fixture(scope="module")
def packed() -> Iterator[bytes]:
    """A small one: its book is on a server."""
    with TemporaryDirectory() as folder:
        shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)
        meet = replace(MeetFile.read(Path(folder) / "meet.toml"), book="postgresql://a@b/c")
        yield pack(meet, Path(folder) / "lievin.zip").path.read_bytes()


def arrives(data: bytes) -> bool:
    """Whether it is unpacked; then every file is as it was packed, and else nothing is there."""
    with TemporaryDirectory() as folder:
        file, there = Path(folder) / "lievin.zip", Path(folder) / "there"
        file.write_bytes(data)
        try:
            manifest = unpack(file, there)
        except PacelightError:
            assert [one.name for one in Path(folder).iterdir()] == ["lievin.zip"]
            return False
        assert sums(there) == {one.name: one.sha256 for one in manifest.files}
        assert isinstance(manifest, Manifest)
        return True


def sums(folder: Path) -> dict[str, str]:
    files = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


def test_an_archive_that_is_whole_arrives(packed: bytes) -> None:
    assert arrives(packed)


@given(st.data())
def test_an_archive_that_was_damaged_arrives_whole_or_not_at_all(packed: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(packed) - 1))
    until = data.draw(st.integers(at, min(at + 64, len(packed))))
    arrives(packed[:at] + data.draw(st.binary(max_size=64)) + packed[until:])


@given(st.binary(max_size=400))
def test_what_is_no_archive_does_not_arrive(data: bytes) -> None:
    assert not arrives(data)


@given(st.lists(st.sampled_from(["a", "..", ".", "", "/", "b c", "ü"]), max_size=5).map("/".join) | st.text())
def test_a_name_that_is_taken_stays_in_its_folder(name: str) -> None:
    folder = Path("/meet/here")
    try:
        check_name(name)
    except PacelightError:
        return
    there = (folder / name).resolve()
    assert there.is_relative_to(folder)
    assert there != folder
    assert there.relative_to(folder).as_posix() == name

"""Named arrays in one file, with a check sum of all their bytes."""

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

__all__ = ["read_arrays", "write_arrays"]

_ALIGNED = 64
"""Each array begins at a multiple of so many bytes: a line of the processor's cache."""


class _Entry(msgspec.Struct, frozen=True):
    """Where an array of one dimension stands, counted from the end of the header."""

    dtype: str
    size: int
    start: int


class _Header(msgspec.Struct, frozen=True):
    """The first line of the file.

    Attributes:
        check: CRC-32 of all that comes after it.
    """

    entries: dict[str, _Entry]
    size: int
    check: int


def write_arrays(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> int:
    """Write arrays of one dimension: a line of JSON that says where each is, and then their bytes.

    Returns:
        their check sum.

    Raises:
        OSError: it cannot be written.
    """
    entries: dict[str, _Entry] = {}
    end = check = 0
    parts = []
    for name, array in arrays.items():
        entries[name] = _Entry(array.dtype.str, array.size, end)
        for part in (np.ascontiguousarray(array).data, bytes(-array.nbytes % _ALIGNED)):
            parts.append(part)
            check = zlib.crc32(part, check)
        end += array.nbytes + -array.nbytes % _ALIGNED
    header = msgspec.json.encode(_Header(entries, end, check))
    with path.open("wb") as file:
        file.write(header + b" " * (-(len(header) + 1) % _ALIGNED) + b"\n")
        file.writelines(parts)
    return check


def read_arrays(path: Path, check: int | None = None) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a file; what is written to them stays in this process.

    Args:
        path: of the file.
        check: their check sum, where it is known from elsewhere.

    Raises:
        OSError: there is no such file.
        ValueError: it is no file of arrays, or not as it was written.
    """
    with path.open("rb") as file:
        line = file.readline()
    header = msgspec.json.decode(line, type=_Header)
    # Not mapped: what happens to the file later is no matter of who has checked it.
    whole = np.fromfile(path, np.uint8)[len(line) :]
    if (
        whole.size != header.size
        or zlib.crc32(whole.data) != header.check
        or check not in {None, header.check}
    ):
        raise ValueError(f"{path} is damaged")
    return {
        name: np.frombuffer(whole, one.dtype, one.size, one.start) if one.size else np.empty(0, one.dtype)
        for name, one in header.entries.items()
    }

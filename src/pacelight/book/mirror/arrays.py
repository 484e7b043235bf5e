"""Named arrays in one file, mapped into memory: nothing is read before it is looked at."""

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


def write_arrays(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> None:
    """Write arrays of one dimension: a line of JSON that says where each is, and then their bytes.

    Raises:
        OSError: it cannot be written.
    """
    entries, end = {}, 0
    for name, array in arrays.items():
        entries[name] = _Entry(array.dtype.str, array.size, end)
        end += array.nbytes + -array.nbytes % _ALIGNED
    header = msgspec.json.encode(entries)
    with path.open("wb") as file:
        file.write(header + b" " * (-(len(header) + 1) % _ALIGNED) + b"\n")
        for array in arrays.values():
            file.write(np.ascontiguousarray(array).data)
            file.write(bytes(-array.nbytes % _ALIGNED))


def read_arrays(path: Path) -> dict[str, npt.NDArray[Any]]:
    """The arrays of a file; what is written to them stays in this process.

    Raises:
        OSError: there is no such file.
        ValueError: it is no file of arrays.
    """
    with path.open("rb") as file:
        header = file.readline()
    entries = msgspec.json.decode(header, type=dict[str, _Entry])
    # As a plain array: each slice of a `memmap` is one too, at a price.
    whole = np.asarray(np.memmap(path, np.uint8, mode="c", offset=0))[len(header) :]
    return {
        name: np.frombuffer(whole, one.dtype, one.size, one.start) if one.size else np.empty(0, one.dtype)
        for name, one in entries.items()
    }

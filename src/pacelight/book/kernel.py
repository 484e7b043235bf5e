"""The C kernel of the fold, through ctypes: it touches no Python object and runs beside other threads."""

import ctypes
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pacelight.book.rules import SCOPED
from pacelight.errors import Failure

__all__ = ["available", "fold", "order", "records"]

LIBRARY = Path(__file__).with_name("_fold.so")
"""Built with the package, where there was a C compiler."""


class _Columns(ctypes.Structure):
    _fields_ = (
        ("score", ctypes.c_void_p),
        ("counts", ctypes.c_void_p),
        ("ages", ctypes.c_void_p),
        ("year", ctypes.c_void_p),
        ("athlete", ctypes.c_void_p),
        ("key", ctypes.c_void_p * len(SCOPED)),
        ("size", ctypes.c_int32 * len(SCOPED)),
        ("athletes", ctypes.c_int32),
    )


@cache
def _library() -> ctypes.CDLL | None:
    if not LIBRARY.is_file():
        return None
    library = ctypes.CDLL(str(LIBRARY))
    pointer, i32, i64 = ctypes.c_void_p, ctypes.c_int32, ctypes.c_int64
    library.pacelight_fold.argtypes = (ctypes.POINTER(_Columns), pointer, i32, i32, pointer)
    library.pacelight_order.argtypes = (pointer, i64, i32, pointer)
    library.pacelight_records.argtypes = (pointer, pointer, i64, i32, pointer, pointer)
    library.pacelight_records.restype = i64
    return library


def available() -> bool:
    """Whether the package was built with a C compiler."""
    return _library() is not None


def fold(
    *,
    columns: Sequence[npt.NDArray[np.generic]],
    keys: Sequence[npt.NDArray[np.int32] | None],
    sizes: Sequence[int],
    athletes: int,
    starts: npt.NDArray[np.int64],
    groups: range,
    flags: npt.NDArray[np.uint64],
) -> None:
    """Fold some groups; the words of their rows are written, those of others left alone.

    Args:
        columns: score, counts, ages, year, athlete, as in `Columns`.
        keys: one column per scope of the rules; None where the scope has one list.
        sizes: how many lists each scope has; zero switches it off.
        athletes: how many athletes there are; zero switches personal and season bests off.
        starts: where each group begins.
        groups: which to fold.
        flags: shape ``(n,)``, written.

    Raises:
        Failure: there is no memory.
    """
    given = _Columns(
        *(column.ctypes.data for column in columns),
        (ctypes.c_void_p * len(SCOPED))(*(None if key is None else key.ctypes.data for key in keys)),
        (ctypes.c_int32 * len(SCOPED))(*sizes),
        athletes,
    )
    failed = _loaded().pacelight_fold(
        ctypes.byref(given), starts.ctypes.data, groups.start, groups.stop, flags.ctypes.data
    )
    if failed:
        raise Failure("no memory to fold the book (close other programs)")


def order(key: npt.NDArray[np.uint32], *, bits: int) -> npt.NDArray[np.int32]:
    """Row numbers in a stable order by the lowest so many bits of their key.

    Raises:
        Failure: there is no memory.
    """
    rows = np.empty(key.size, np.int32)
    if _loaded().pacelight_order(key.ctypes.data, key.size, bits, rows.ctypes.data):
        raise Failure("no memory to sort the book (close other programs)")
    return rows


def records(
    flags: npt.NDArray[np.uint64], ages: npt.NDArray[np.uint16], scope: int
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint8]]:
    """The records of one scope: row and age group of each, in order of rows."""
    library = _loaded()
    given = (flags.ctypes.data, ages.ctypes.data, flags.size, scope)
    n = library.pacelight_records(*given, None, None)
    row, age = np.empty(n, np.int32), np.empty(n, np.uint8)
    if n:
        library.pacelight_records(*given, row.ctypes.data, age.ctypes.data)
    return row, age


def _loaded() -> ctypes.CDLL:
    library = _library()
    if library is None:
        raise Failure("the kernel was not built (ask for the NumPy fold)")
    return library

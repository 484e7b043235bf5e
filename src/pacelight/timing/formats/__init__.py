"""Files and messages of timing systems: bytes in, values out, no file or socket touched."""

from pacelight.timing.formats.lif import LifFile, LifReader, LifRow, LifSplit, read, write
from pacelight.timing.formats.lifdiff import Difference, DifferenceKind, differences

__all__ = [
    "Difference",
    "DifferenceKind",
    "LifFile",
    "LifReader",
    "LifRow",
    "LifSplit",
    "differences",
    "read",
    "write",
]

"""Small whole numbers and days in pairs, as Spark hands rows to a worker.

Spark copies rows into Arrow field by field, which takes longer than the fold. So two columns of 32 bits
travel as the halves of one of 64, and which of them are empty as the bits of one more.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
import numpy.typing as npt
import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

__all__ = ["Pairs"]

_SMALL = {"tinyint": pa.int32(), "smallint": pa.int32(), "int": pa.int32(), "date": pa.date32()}
"""What fits into 32 bits, by Spark's name, and what it becomes again in the worker."""

_HALF = 32


@dataclass(frozen=True, slots=True)
class Pairs:
    """How the columns of a frame travel.

    Attributes:
        small: of each column that travels as half of another, its name and its kind; at most 32.
        whole: the others, which travel as they are.
    """

    small: tuple[tuple[str, pa.DataType], ...]
    whole: tuple[str, ...]

    @classmethod
    def of(cls, frame: "DataFrame", alone: tuple[str, ...]) -> Self:
        """Pairs for a frame.

        Args:
            frame: whose columns.
            alone: those that travel as they are, since the frame is spread by them.
        """
        small = [(name, _SMALL[kind]) for name, kind in frame.dtypes if kind in _SMALL and name not in alone]
        paired = dict(small[:_HALF])
        return cls(tuple(paired.items()), tuple(name for name in frame.columns if name not in paired))

    def pack(self, frame: "DataFrame") -> "DataFrame":
        """The frame with fewer, wider columns; empty fields are zeros with a bit set for them."""
        from pyspark.sql import functions as f  # noqa: PLC0415  # an extra: only who folds there has it

        numbers = [_number(name, kind) for name, kind in self.small]
        empty = f.lit(0).cast("long")
        for place, (name, _) in enumerate(self.small):
            empty += f.when(f.col(name).isNull(), f.lit(1 << place)).otherwise(f.lit(0)).cast("long")
        numbers.append(empty)
        numbers += [f.lit(0).cast("long")] * (len(numbers) % 2)
        low = f.lit((1 << _HALF) - 1)
        pairs = [
            f.shiftleft(high, _HALF).bitwiseOR(number.bitwiseAND(low)).alias(_name(nth))
            for nth, (number, high) in enumerate(zip(numbers[::2], numbers[1::2], strict=True))
        ]
        return frame.select(*self.whole, *pairs)

    def unpack(self, packed: pa.Table) -> pa.Table:
        """In a worker: the columns as they were."""
        halves = [half for nth in range(len(self.small) // 2 + 1) for half in _halves(packed, nth)]
        empty = halves[len(self.small)]
        columns = {name: packed.column(name) for name in self.whole}
        for place, (name, kind) in enumerate(self.small):
            mask = (empty >> place & 1).astype(np.bool_)
            numbers = pa.array(halves[place], pa.int32(), mask=mask if mask.any() else None)
            columns[name] = numbers.view(kind)
        return pa.table(columns)


def _name(nth: int) -> str:
    return f"pair {nth}"


def _number(name: str, kind: pa.DataType) -> "Column":
    from pyspark.sql import functions as f  # noqa: PLC0415  # an extra: only who folds there has it

    number = f.unix_date(name) if pa.types.is_date(kind) else f.col(name)
    return f.coalesce(number.cast("long"), f.lit(0))


def _halves(packed: pa.Table, nth: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """The lower and the higher half of each number."""
    both = np.asarray(packed.column(_name(nth)), np.dtype("<i8")).view(np.dtype("<i4"))
    return both[::2], both[1::2]

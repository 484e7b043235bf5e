"""A disk that loses what it did not promise to keep, is full for a while, and fails for good."""

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any


class PowerCut(Exception):  # noqa: N818 - what happened
    """The machine is gone: whatever ran on it has not returned."""


@dataclass
class Disk:
    """Stands where a journal calls the system; everything else is the system's own.

    Attributes:
        chance: drawn from for what is left of a torn write.
        full: no write fits.
        broken: the folder of a disk on which nothing is kept any more; None while all are well.
        cut_in: so many calls from now the power goes; None for never.
    """

    chance: Random
    full: bool = False
    broken: Path | None = None
    cut_in: int | None = None
    _paths: dict[int, Path] = field(default_factory=dict)
    _kept: dict[Path, int] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        descriptor = os.open(path, flags, mode)
        if flags & (os.O_WRONLY | os.O_RDWR):
            self._paths[descriptor] = Path(path)
            self._kept.setdefault(Path(path), os.fstat(descriptor).st_size)
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        self._count()
        self._refuse(descriptor)
        if self.full:
            some = self.chance.randrange(len(data))
            if some:
                os.write(descriptor, data[:some])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return os.write(descriptor, data)

    def fdatasync(self, descriptor: int) -> None:
        self._count()
        self._refuse(descriptor)
        self._kept[self._paths[descriptor]] = os.fstat(descriptor).st_size
        self._count()

    def fsync(self, descriptor: int) -> None:
        if descriptor in self._paths:
            self.fdatasync(descriptor)

    def reboot(self) -> None:
        """What was promised is there; of the rest, some."""
        for path, kept in self._kept.items():
            if path.exists() and path.stat().st_size > kept:
                os.truncate(path, self.chance.randint(kept, path.stat().st_size))
        self._paths.clear()
        self._kept.clear()
        self.cut_in = None

    def _refuse(self, descriptor: int) -> None:
        path = self._paths.get(descriptor)
        if self.broken is not None and path is not None and path.parent == self.broken:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def _count(self) -> None:
        if self.cut_in is not None:
            self.cut_in -= 1
            if self.cut_in <= 0:
                raise PowerCut

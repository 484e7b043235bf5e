"""The book that the pages are asked of, in threads of their own; an answer is kept while it holds."""

import asyncio
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import TypeVar

from pacelight import __version__
from pacelight.book.asking.lists import Book
from pacelight.errors import BookError, StoreError
from pacelight.web.assets import Asset

__all__ = ["Shelf"]

Result = TypeVar("Result")

_AT_ONCE = 4
"""Questions that are worked on together: more would only take time from the live stream."""

_KEPT = 256
"""Answers kept in memory: a few megabytes."""

_NS_PER_S = 10**9


class Shelf:
    """A book that many people ask at once. It is opened for each question: readers wait for nobody.

    Args:
        opened: opens the book; whoever asks closes it.
        unix_ns: the wall clock, in whole nanoseconds: what is today.
    """

    def __init__(self, opened: Callable[[], Book], unix_ns: Callable[[], int] = time.time_ns) -> None:
        self._opened = opened
        self._unix_ns = unix_ns
        self._threads = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="book")
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Asset] = OrderedDict()

    async def apart(self, work: Callable[[], Result]) -> Result:
        """What the work returns, done in another thread."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def answered(
        self, address: str, media_type: str, write: Callable[[Book, date], str], *, known: str = ""
    ) -> Asset:
        """The answer to an address; the same while the book, the day and the program are.

        Args:
            address: with all that is asked.
            media_type: of the answer.
            write: asks the book, on the day that is today.
            known: the tag of the answer that the asker has; if it still holds nothing is written.

        Raises:
            StoreError: the book is gone, or cannot be read.
        """
        today = self.today
        with self.open() as book:
            told = f"{__version__}\n{book.revision}\n{today}\n{address}"
            tag = f'"{hashlib.sha256(told.encode()).hexdigest()[:16]}"'
            if known == tag:
                return Asset(b"", b"", media_type, lasting=False, etag=tag)
            kept = self._look(tag)
            if kept is None:
                kept = Asset.packing(write(book, today).encode(), media_type, lasting=False, etag=tag)
                self._keep(kept)
            return kept

    @property
    def now_s(self) -> int:
        """The wall clock, whole seconds since 1970."""
        return self._unix_ns() // _NS_PER_S

    @property
    def today(self) -> date:
        """The day that it is here."""
        return datetime.fromtimestamp(self.now_s, tz=UTC).astimezone().date()

    def open(self) -> Book:
        """The book, for one question; whoever asks closes it.

        Raises:
            StoreError: the book is gone, or cannot be read.
        """
        try:
            return self._opened()
        except BookError as error:  # it was a book when this began: whoever asks has done nothing wrong
            raise StoreError(str(error)) from error

    def _look(self, tag: str) -> Asset | None:
        with self._lock:
            found = self._kept.get(tag)
            if found is not None:
                self._kept.move_to_end(tag)
            return found

    def _keep(self, asset: Asset) -> None:
        with self._lock:
            self._kept[asset.etag] = asset
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)

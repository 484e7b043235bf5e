"""Pages of a scoreboard: put together line by line, then told as results and as intermediate times.

A page shows each runner's latest split and the laps to go there. What was shown before is kept: one page of
intermediate times for each number of laps to go, which a runner leaves only if the split is taken back.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pacelight.mark import Mark
from pacelight.timing.formats.lynx_said import Board, HeatNumber, Line, PageBegins, PageEnds, mark_of
from pacelight.timing.reading import PageRead, RowRead

__all__ = ["HeatPages", "Page"]

_MOST = 1000
"""Lines of a page: more than run any race on a track, and than FinishLynx pages."""

_NUMBER = re.compile("[0-9]{1,5}")
_PLACE = re.compile("[T=]?([0-9]{1,4})[.T=]?")
"""A place, with the mark of one that is shared."""

_STARTED = {"AUTO": True, "MANUAL": False}

_Runner: TypeAlias = tuple[str, str, int]

_LAPS = 300
"""Laps to go at most: the longest race on a track, 100 km, has 250."""


class Page:
    """A page on its way: header, lines, trailer.

    Attributes:
        fault: why it cannot be taken; empty as long as it can.
        counted: all the lines that were sent have come; known at its end.
    """

    def __init__(self, begins: PageBegins) -> None:
        self.begins = begins
        self.fault = ""
        self.counted = False
        self._numbered: dict[int, Line] = {}
        self._lines: list[Line] = []

    def add(self, line: Line) -> None:
        """Take a line; one that contradicts the page makes a fault of it."""
        known = self._numbered.get(line.at) if line.at is not None else None
        if line.board is not self.begins.board or line.heat not in {None, self.begins.heat}:
            self.fault = f"a line of heat {line.heat} came on a page of heat {self.begins.heat}"
        elif known not in {None, line}:
            self.fault = f"two lines of a page have the number {line.at}"
        elif len(self._lines) >= _MOST:
            self.fault = f"a page of more than {_MOST} lines"
        elif (odd := _odd(line)) is not None:
            self.fault = f"'{odd}' is neither a time nor a word"
        elif line not in self._lines:
            self._lines.append(line)
            if line.at is not None:
                self._numbered[line.at] = line

    def end(self, ends: PageEnds) -> tuple[Line, ...]:
        """Its lines, in order; or none, with a fault."""
        if ends.board is not self.begins.board or ends.heat not in {None, self.begins.heat}:
            self.fault = self.fault or f"the end of a page of heat {ends.heat} came for another"
        if ends.lines is not None and ends.lines != len(self._lines):
            self.fault = self.fault or f"{len(self._lines)} of {ends.lines} lines of a page came"
        self.counted = ends.lines is not None
        if self._numbered:
            self._lines.sort(key=lambda line: line.at or 0)
        return () if self.fault else tuple(self._lines)

    @property
    def whole(self) -> bool:
        """It shows everybody; only then is somebody who is not on it taken back."""
        entered = _whole(self.begins.entered)
        return self.counted if entered is None else len(self._lines) >= entered


class HeatPages:
    """What the pages of one heat have said so far."""

    def __init__(self, heat: HeatNumber) -> None:
        self._heat = heat
        self._finish: dict[_Runner, RowRead] = {}
        self._shown: list[set[_Runner]] = []
        self._on_the_way: dict[int, dict[_Runner, RowRead]] = {}
        self._told: dict[str, PageRead] = {}

    def take(self, page: Page, lines: tuple[Line, ...]) -> tuple[PageRead, ...]:
        """The readings of a page that are new; a page sent again says nothing."""
        begins = page.begins
        runners = tuple(zip(_runners(lines), lines, strict=True))
        for runner, line in runners:
            self._split(runner, line)
        if begins.board is Board.STARTERS:
            rows = tuple(_row(line, None) for line in lines)
            starters = PageRead(f"{self._heat} start list", rows, finish=False)
            return (*self._new(starters), *self._splits())
        rows_by_runner = {runner: _row(line, _finish(line)) for runner, line in runners}
        self._finish = self._kept(page, set(rows_by_runner)) | rows_by_runner
        finish = PageRead(
            str(self._heat),
            tuple(self._finish.values()),
            official=begins.status.upper() == "OFFICIAL",
            automatic=_STARTED.get(begins.started.upper()),
        )
        return (*self._splits(), *self._new(finish))

    def _kept(self, page: Page, now: set[_Runner]) -> dict[_Runner, RowRead]:
        """What was shown before and still stands.

        Of a page that shows some, whoever stood on an earlier page with one of them and is not on it any
        more was taken back; unless lines may have been lost.
        """
        if page.whole or len(self._finish) > _MOST:
            self._shown = [now]
            return {}
        if not page.counted:
            return self._finish
        gone = {runner for before in self._shown if before & now for runner in before - now}
        self._shown = [*(before for before in self._shown if not before & now), now]
        return {runner: row for runner, row in self._finish.items() if runner not in gone}

    def _split(self, runner: "_Runner", line: Line) -> None:
        """Keep a split; those at later points are taken back."""
        at, to_go = mark_of(line.split), _whole(line.to_go)
        if at is None or not to_go or to_go > _LAPS:
            return
        for other, rows in self._on_the_way.items():
            if other < to_go:
                rows.pop(runner, None)
        self._on_the_way.setdefault(to_go, {})[runner] = _row(line, at)

    def _splits(self) -> Iterator[PageRead]:
        for to_go, rows in sorted(self._on_the_way.items(), reverse=True):
            source = f"{self._heat} {to_go} to go"
            yield from self._new(PageRead(source, tuple(rows.values()), finish=False, to_go=to_go))

    def _new(self, page: PageRead) -> Iterator[PageRead]:
        if self._told.get(page.source) != page:
            self._told[page.source] = page
            yield page


def _odd(line: Line) -> str | None:
    """What stands for a time and has digits without being one."""
    times = (text for text in (line.time, line.split) if text and mark_of(text) is None)
    return next((text for text in times if any(map(str.isdigit, text))), None)


def _runners(lines: Iterable[Line]) -> Iterator[_Runner]:
    """Who is on each line: by the ID, else by the lane, else by the name; and for the how-manieth time."""
    times: Counter[tuple[str, str]] = Counter()
    for line in lines:
        bib = "" if line.bib == "0" else line.bib
        who = ("id", bib) if bib else ("lane", line.lane) if line.lane else ("name", line.name)
        times[who] += 1
        yield (*who, times[who])


def _whole(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _finish(line: Line) -> Mark | None:
    """The time of the finish; none while laps are to go and the time is that of the split."""
    time = mark_of(line.time)
    return None if time is not None and _whole(line.to_go) and time == mark_of(line.split) else time


def _row(line: Line, time: Mark | None) -> RowRead:
    shared = _PLACE.fullmatch(line.place)
    place = int(shared[1]) if shared else None
    word = "" if place else line.place
    if not word and line.time and mark_of(line.time) is None:
        word = line.time
    return RowRead(
        bib="" if line.bib == "0" else line.bib,
        lane=line.lane,
        name=line.name,
        place=place or None,
        word=word,
        time=time,
        affiliation=line.affiliation,
    )

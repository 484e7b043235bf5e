"""What a Scan'O'Vision says about a race, message by message.

Source: see `pacelight.timing.formats.omega`.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import ClassVar

from pacelight.errors import FormatError
from pacelight.timing.formats.dialogue import Dialogue
from pacelight.timing.formats.omega import EOT, FINISH_LAP, OmegaLine, OmegaMessage, line, read
from pacelight.timing.formats.omega_page import OmegaPage
from pacelight.timing.formats.times import of_day, running
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    Confirmed,
    Corrected,
    FalseStart,
    GunRead,
    HeatNamed,
    Reading,
    Seen,
    StatusRead,
    WindRead,
)
from pacelight.timing.results import Status, status_of

__all__ = ["PASSED_OVER", "OmegaDialogue"]

PASSED_OVER = frozenset({"IST", "DFC", "TFC", "SCH", "SCD"})
"""Codes that are known and say nothing about who passed when: start of a time trial, cursor of the judge,
supplementary columns."""

_FINISH = "finish"
_ON_THE_WAY = frozenset({Status.DNS, Status.DNF, Status.DQ})


class OmegaDialogue(Dialogue):
    """Reads the scoreboard output of a Scan'O'Vision; nothing is ever answered.

    Keys are made of race, place of the reading, runner and time.
    If a runner's time changes, or is deleted, what was said before is taken back.

    Args:
        source: as the meet file names the device.
        laps_are_points: what it counts on the way are points of the course, each a point by the name of its
            number; else passings of the finish line.
    """

    ends: ClassVar[bytes] = EOT

    def __init__(self, source: str, *, laps_are_points: bool = False) -> None:
        super().__init__(source)
        self._laps_are_points = laps_are_points
        self._race = ""
        self._gun = ""
        self._said: dict[tuple[str, str], tuple[str, str]] = {}
        self._taken_back: Counter[str] = Counter()
        self._page: OmegaPage | None = None
        self._codes: dict[str, Callable[[OmegaMessage], Iterator[Reading]]] = {
            "SNR": self._heat,
            "ISV": self._started,
            "ISF": self._recalled,
            "IFF": self._recovered,
            "IFV": self._stopped,
            "RTC": self._lap,
            "RCV": self._temporary,
            "RCS": self._deleted,
            "RDC": self._page_begins,
            "RCC": self._ranked,
            "RCF": self._refined,
            "RFC": self._page_ends,
            "RWM": self._wind,
            "RFJ": self._official,
        }

    def opened(self, now_ns: int) -> None:
        """A connection is there: half a page from the one before is forgotten."""
        super().opened(now_ns)
        self._page = None

    def take(self, message: bytes, at_ns: int) -> Iterator[Reading]:
        """What one frame says.

        Raises:
            FormatError: it cannot be read, or its code is not known.
        """
        del at_ns
        said = read(message)
        if said.code in PASSED_OVER:
            return iter(())
        if said.code not in self._codes:
            raise FormatError(f"'{said.code}' is no message that is known of a Scan'O'Vision")
        return self._codes[said.code](said)

    def _heat(self, message: OmegaMessage) -> Iterator[Reading]:
        race = message.data.strip()
        if race != self._race:
            self._race, self._gun, self._page = race, "", None
            self._said.clear()
        event, _, rest = race.partition("-")
        round_, _, heat = rest.partition("-")
        yield HeatNamed(event, round_, heat) if heat else HeatNamed(race)

    def _started(self, message: OmegaMessage) -> Iterator[Reading]:
        """The gun: were its time of day unreadable, it was now all the same."""
        self._gun = message.data.strip()
        try:
            of_day_ns = of_day(self._gun)
        except FormatError as error:
            of_day_ns = None
            self.refuse(str(error))
        yield GunRead(f"{self._race}/gun/{self._gun}", of_day_ns)

    def _recalled(self, _: OmegaMessage) -> Iterator[Reading]:
        yield FalseStart(f"{self._race}/false start/{self._gun}")
        self._gun = ""

    def _recovered(self, _: OmegaMessage) -> Iterator[Reading]:
        """The finish is taken back: the clock runs on."""
        yield ClockRead(ClockState.RUNNING)

    def _stopped(self, message: OmegaMessage) -> Iterator[Reading]:
        mark, ns = running(message.data)
        if mark is not None:
            ns = mark.elapsed.ns
        yield ClockRead(ClockState.STOPPED, ns, 10 ** (9 - len(message.data.strip().partition(".")[2])))

    def _lap(self, message: OmegaMessage) -> Iterator[Reading]:
        runner = line(message)
        if not runner.lap:
            return  # a reaction time is no passing
        at_finish = runner.lap == FINISH_LAP
        where = _FINISH if at_finish else f"lap {runner.lap}"
        status = status_of(runner.time)
        if status is None or at_finish:
            yield from self._timed(where, runner)
        elif status in _ON_THE_WAY:
            yield from self._timed(_FINISH, runner)

    def _temporary(self, message: OmegaMessage) -> Iterator[Reading]:
        yield from self._timed(_FINISH, line(message))

    def _timed(self, where: str, runner: OmegaLine) -> Iterator[Reading]:
        """A time or a word for a runner at a place; what was said there before is taken back."""
        who, word = _who(runner), status_of(runner.time)
        value = runner.time if word or not runner.time[:1].isdecimal() else _value(runner)
        what = f"{self._race}/{where}/{who}/{value}"
        if self._said.get((where, who), ("",))[0] == what:
            return
        if (where, who) in self._said:
            yield self._take_back(where, who)
        times = self._taken_back[what]
        key = f"{what}/{times + 1}" if times else what
        if word:
            self._said[where, who] = what, key
            yield StatusRead(key, value, runner.bib, runner.lane)
        elif runner.time[:1].isdecimal():
            self._said[where, who] = what, key
            yield self._seen(key, where, runner)

    def _seen(self, key: str, where: str, runner: OmegaLine) -> Seen:
        mark, ns = running(runner.time)
        finish = where == _FINISH
        counts = not (finish or self._laps_are_points)
        return Seen(
            key,
            bib=runner.bib,
            lane=runner.lane,
            lap=runner.lap if counts else None,
            point="" if finish or counts else str(runner.lap),
            running=mark,
            running_ns=ns,
            place=runner.rank,
            finish=finish,
        )

    def _deleted(self, message: OmegaMessage) -> Iterator[Reading]:
        who = _who(line(message))
        if (_FINISH, who) in self._said:
            yield self._take_back(_FINISH, who)

    def _take_back(self, where: str, who: str) -> Corrected:
        what, key = self._said.pop((where, who))
        self._taken_back[what] += 1
        return Corrected(key)

    def _page_begins(self, message: OmegaMessage) -> Iterator[Reading]:
        count = message.data.strip()
        if not (count.isascii() and count.isdecimal()):
            raise FormatError(f"a ranking of '{count[:20]}' runners")
        self._page = OmegaPage(self._race, int(count))
        return iter(())

    def _ranked(self, message: OmegaMessage) -> Iterator[Reading]:
        runner = line(message)
        if self._page is None:
            yield from self._timed(_FINISH, runner)
        else:
            self._page.add(runner)

    def _refined(self, message: OmegaMessage) -> Iterator[Reading]:
        if self._page is not None:
            self._page.refine(line(message))
        return iter(())

    def _page_ends(self, _: OmegaMessage) -> Iterator[Reading]:
        page, self._page = self._page, None
        if page is None:
            raise FormatError("a ranking ends that did not begin")
        yield page.read()

    def _wind(self, message: OmegaMessage) -> Iterator[Reading]:
        wind = message.data.strip().partition(" ")[0]
        if wind.lstrip("+-").replace(".", "", 1).isdecimal():
            yield WindRead(wind)

    def _official(self, message: OmegaMessage) -> Iterator[Reading]:
        race = message.data.strip()
        if race and self._race and race != self._race:
            raise FormatError(f"race {race} is official, and the one spoken of is {self._race}")
        yield Confirmed(f"{self._race or race}/official")


def _who(runner: OmegaLine) -> str:
    return f"bib {runner.bib}" if runner.bib else f"lane {runner.lane}"


def _value(runner: OmegaLine) -> str:
    mark, ns = running(runner.time)
    return f"{ns} ns" if mark is None else str(mark)

"""The scoreboard feed of FinishLynx: what it says, one thing after the other, as readings."""

from collections.abc import Iterator

from pacelight.timing.formats.lynx_page import HeatPages, Page
from pacelight.timing.formats.lynx_said import (
    Clock,
    HeatNumber,
    Line,
    PageBegins,
    PageEnds,
    Precise,
    Said,
    Section,
    Wind,
    clock_ns,
    mark_of,
)
from pacelight.timing.passing import Method
from pacelight.timing.reading import (
    ClockRead,
    ClockState,
    FalseStart,
    GunRead,
    HeatNamed,
    Reading,
    Seen,
    WindRead,
)

__all__ = ["LynxFeed"]

_MS = 1_000_000
_SURELY_RUNNING_NS = 1_000_000_000
"""A clock that showed a second and shows zero was set back; of less, one message may have overtaken another,
and zero is said twice."""

_HEATS = 64
"""Heats whose pages are kept, to tell what is new; an evening has fewer at a time."""

_STATES = {
    Section.PAUSED: ClockState.PAUSED,
    Section.STOPPED: ClockState.STOPPED,
}

_ZEROS = 20
"""The clock may stand at zero for a moment after the gun; for two seconds it does not."""


class _Heat:
    """What is known of one heat."""

    def __init__(self, number: HeatNumber) -> None:
        self.name = ""
        self.starts = 1
        self.wind = ""
        self.pages = HeatPages(number)


class LynxFeed:
    """Readings out of sayings, whatever dialect they came in and however often they were said.

    Args:
        session: distinguishes the guns of this listening from those of an earlier one.

    Attributes:
        refused: sayings that fit nothing.
        why: the last reason.
    """

    def __init__(self, session: str = "") -> None:
        self.refused = 0
        self.why = ""
        self._session = session
        self._named: HeatNamed | None = None
        self._at = self._timed = HeatNumber("", "", "")
        self._heats: dict[HeatNumber, _Heat] = {}
        self._running_ns = 0
        self._step_ns = 0
        self._zeros = 0
        self._gun = False
        self._page: Page | None = None

    def take(self, said: Said) -> tuple[Reading, ...]:
        """What one saying means; nothing if it is known."""
        match said:
            case Clock():
                return tuple(self._clock(said))
            case Precise():
                return tuple(self._precise(said))
            case Wind():
                return tuple(self._blew(said.heat or self._at, said.text))
            case PageBegins():
                self._begin(said)
            case Line():
                self._line(said)
            case PageEnds():
                return tuple(self._end(said))
        return ()

    @property
    def _heat(self) -> _Heat:
        """What is known of the heat that was named last."""
        heat = self._heats.pop(self._at, None) or _Heat(self._at)
        self._heats[self._at] = heat  # the one spoken of last is forgotten last
        while len(self._heats) > _HEATS:
            del self._heats[next(iter(self._heats))]
        return heat

    def _about(self, number: HeatNumber, name: str = "") -> Iterator[Reading]:
        """Say which heat follows, where it is not the one before, or has got a name."""
        self._at = number
        heat = self._heat
        heat.name = name or heat.name
        named = HeatNamed(number.event, number.round, number.heat, heat.name)
        if named not in {self._named, HeatNamed("")}:
            self._named = named
            yield named

    def _clock(self, said: Clock) -> Iterator[Reading]:
        if said.section is Section.OF_DAY:
            return
        read = clock_ns(said.text)
        if read is None and said.section is not Section.ARMED:
            self._refuse(f"'{said.text}' is no running time")
            return
        if said.heat is not None:
            yield from self._about(said.heat, said.name)
        if self._timed != self._at and said.heat is not None:
            self._timed = self._at
            self._forget()
        running_ns, step_ns = read or (0, 0)
        if said.section is Section.BREAK:
            yield from self._broken(said.text)
        elif said.section is Section.GUN:
            self._gun, self._zeros = True, 0
            yield GunRead(self._key("gun"))
        elif said.section is Section.ARMED or not running_ns:
            yield from self._at_zero(armed=said.section is Section.ARMED)
        else:
            yield self._shown(_STATES.get(said.section, ClockState.RUNNING), running_ns, step_ns)

    def _shown(self, state: ClockState, running_ns: int, step_ns: int) -> Reading:
        if state is ClockState.STOPPED:
            self._forget()
        else:
            self._running_ns = running_ns
        self._zeros = 0
        self._step_ns = step_ns if state is ClockState.RUNNING else 0
        return ClockRead(state, running_ns, step_ns)

    def _at_zero(self, *, armed: bool) -> Iterator[Reading]:
        """Before the gun; after a clock that ran and was not stopped, a false start."""
        self._zeros += 1
        self._step_ns = 0
        if not (self._running_ns or self._gun):
            yield ClockRead(ClockState.ARMED)
        elif self._running_ns >= _SURELY_RUNNING_NS or self._zeros > (
            1 if self._running_ns or armed else _ZEROS
        ):
            yield FalseStart(self._key("recall"))
            yield ClockRead(ClockState.ARMED)
            self._heat.starts += 1
            self._forget()

    def _forget(self) -> None:
        self._running_ns = self._zeros = self._step_ns = 0
        self._gun = False

    def _precise(self, said: Precise) -> Iterator[Reading]:
        """The clock to the millisecond, where it agrees with what was formatted just before."""
        running_ns = said.ms * _MS
        if self._step_ns > _MS and abs(running_ns - self._running_ns) < self._step_ns:
            yield ClockRead(ClockState.RUNNING, running_ns, _MS)
        self._step_ns = 0

    def _broken(self, text: str) -> Iterator[Reading]:
        at = mark_of(text.strip())
        if at is not None and at.thousandths:
            yield Seen(self._key(f"beam {at}"), running=at, method=Method.CELL)

    def _blew(self, number: HeatNumber, text: str) -> Iterator[Reading]:
        yield from self._about(number)
        if text and self._heat.wind != text:
            self._heat.wind = text
            yield WindRead(text)

    def _begin(self, said: PageBegins) -> None:
        if self._page is not None:
            self._refuse("a page did not end")
        self._page = Page(said)

    def _line(self, said: Line) -> None:
        if self._page is None:
            self._refuse("a line came without the header of its page")
        else:
            self._page.add(said)

    def _end(self, said: PageEnds) -> Iterator[Reading]:
        page, self._page = self._page, None
        if page is None:
            self._refuse("the end of a page came without its header")
            return
        lines = page.end(said)
        if page.fault:
            self._refuse(f"{page.fault}; press Alt-E in FinishLynx to have it sent again")
            return
        begins = page.begins
        yield from self._about(begins.heat, begins.name)
        yield from self._blew(begins.heat, begins.wind)
        yield from self._heat.pages.take(page, lines)

    def _key(self, what: str) -> str:
        return f"{self._session}{self._at} {what} {self._heat.starts}"

    def _refuse(self, why: str) -> None:
        self.refused += 1
        self.why = why

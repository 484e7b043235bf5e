"""The light loop: at each beat one frame, drawn for that instant and sent.

What is drawn is the instant at which a frame is due, not the one at which the process woke.
An instant that was missed is skipped: the next frame shows the lights where they are then.
Another loop may follow this one, or lead it; what each does at a beat is said by `Others`.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeAlias

import numpy as np

from pacelight.lights.beat import Beat
from pacelight.lights.canvas.frame import Canvas, Frame
from pacelight.lights.canvas.groups import Groups
from pacelight.lights.drivers.port import FAREWELLS, Driver
from pacelight.lights.loop.orders import End, Lead, Leave, Order, Repaint, mark_of, read, write
from pacelight.lights.loop.picture import draw
from pacelight.lights.loop.tally import Tally
from pacelight.lights.standby.absence import FULL, Absence, dim, share
from pacelight.lights.standby.living import Living, Unseen
from pacelight.lights.standby.others import Alone, Others
from pacelight.lights.standby.standing import Standing
from pacelight.lights.standby.turn import Turn

__all__ = ["Gone", "Lamplighter", "Orders"]

Orders: TypeAlias = Callable[[], list[Order]]
"""What was ordered since it was last asked, at once. Raises `Gone`."""

Beats: TypeAlias = Iterator[tuple[int, int, int]]


class Gone(Exception):  # noqa: N818 - it is an end, not an error
    """Nobody is left who could give orders."""


@dataclass(slots=True)
class Lamplighter:
    """The loop.

    Attributes:
        orders: asked at each beat. Until the first order nothing is sent.
        clock: monotonic, whole nanoseconds.
        sleep: for so many seconds, or more, or less.
        others: who could light the same lamps.
        living: who does so on this machine.
        absence: what becomes of the lights when whoever gave orders died and nobody takes over.
        note: keeps how the loop stands.
        painted: the lights that a `Repaint` speaks of.
    """

    canvas: Canvas | Groups
    driver: Driver
    beat: Beat
    tally: Tally
    orders: Orders
    clock: Callable[[], int] = time.monotonic_ns
    sleep: Callable[[float], object] = time.sleep
    others: Others = field(default_factory=Alone)
    living: Living | Unseen = field(default_factory=Unseen)
    absence: Absence = Absence.FADE
    note: Callable[[Standing], object] = lambda _: None
    painted: Callable[[Repaint], Canvas | Groups] | None = None
    _frame: Frame = field(init=False)
    _drawn: tuple[str, Order | None] = ("", None)
    _sent: str = ""

    def __post_init__(self) -> None:
        self._frame = np.zeros(self.canvas.channels, np.uint8)

    def run(self) -> None:
        """Light the lamps until a planned end, which is shown and told, or until nobody gives orders."""
        beats = self._beats()
        turn = Turn("", lit=False, number=0)
        for number, late_ns, skipped in beats:
            try:
                told = [] if self.others.listening else self.orders()
            except Gone:
                self._let_go(turn, beats)
                break
            last = next((order for order in told if isinstance(order, (End, Leave))), None)
            if any(isinstance(order, Lead) for order in told):
                self.others.lead()
            self._repaint(told)
            turn = self.others.turn(number, [_line(order) for order in told if _is_shown(order)])
            self.note(self.others.standing())
            if isinstance(last, Leave):
                self._let_go(turn, beats)
                break
            if last is not None or turn.ended:
                self._finish(turn, number, beats)
                break
            if not (turn.lit and turn.order):
                self.living.release()
            elif not self.living.claim():
                turn = replace(turn, lit=False)  # the one that was left alone sees this, and goes
            self._light(turn, number, late_ns, skipped)
            self.others.tell()
        self.note(self.others.standing())
        self.living.release()

    def _repaint(self, told: list[Order]) -> None:
        """Other lights on the same lamps, if that was told."""
        for order in told:
            if isinstance(order, Repaint) and self.painted is not None:
                self.canvas = self.painted(order)

    def _beats(self) -> Beats:
        """Each frame when it is due: its number, how late it is, how many were missed before it."""
        number = self.beat.after(self.clock())
        while True:
            due_ns = self.beat.instant(number)
            while (now_ns := self.clock()) < due_ns:
                self.sleep((due_ns - now_ns) / 1e9)
            latest = self.beat.due(number, now_ns)
            yield latest, now_ns - due_ns, latest - number
            number = latest + 1

    def _light(self, turn: Turn, number: int, late_ns: int, skipped: int, light: int = FULL) -> None:
        """Draw the frame of a beat; send it, if it is this loop's to send."""
        if not turn.order:
            return
        draw(self.canvas, self._frame, self._order(turn.order), self.beat.instant(number))
        if light < FULL:
            dim(self._frame, light)
        if turn.lit and self.others.holds():
            self.driver.send(self._frame, self.beat.sequence(turn.number))
            self.tally.frame(late_ns, skipped, self.driver.statistics())
            sent_ns = self.clock() - self.beat.instant(number)
            self.tally.sent(number, sent_ns, skipped, self.driver.controllers())
            if turn.order != self._sent:
                self._sent = turn.order
                self.tally.shown(mark_of(turn.order.encode("ascii")), self.clock())

    def _order(self, line: str) -> Order:
        """The order that a line is; read anew only when it is another."""
        before, order = self._drawn
        if order is None or line != before:
            order = read(line.encode("ascii"))
            self._drawn = line, order
        return order

    def _finish(self, turn: Turn, number: int, beats: Beats) -> None:
        """A planned end, of whoever lights lamps; everyone else just goes."""
        if turn.lit and turn.order:
            self._end(number, turn.number - number, beats)
        else:
            self.others.leave()

    def _end(self, number: int, shift: int, beats: Beats) -> None:
        """Dark, then goodbye; each at a beat of its own, so that sequences stay those of the instants."""
        self.others.end()
        self.driver.send(np.zeros(self.canvas.channels, np.uint8), self.beat.sequence(number + shift))
        self.others.tell()
        for later, _, _ in islice(beats, FAREWELLS):
            self.driver.terminate(self.beat.sequence(later + shift))
            self.others.tell()

    def _let_go(self, turn: Turn, beats: Beats) -> None:
        """Nobody gives orders any more: another loop goes on, here or elsewhere, or the lights end as chosen.

        The frame of this beat is left out: another loop may have drawn it, if this one was frozen.
        """
        heir = self.others.heir()
        self.others.leave()
        if heir or not (turn.lit and turn.order):
            return
        self.living.linger()
        begin_ns = self.clock()
        for number, late_ns, skipped in beats:
            if self.living.another():
                return
            turn = self.others.turn(number, ())
            light = share(self.absence, self.clock() - begin_ns)
            if light is None:
                if self.absence is not Absence.HOLD:
                    self._end(number, turn.number - number, beats)
                return
            self._light(turn, number, late_ns, skipped, light)


def _is_shown(order: Order) -> bool:
    """Whether an order says what is to be seen."""
    return not isinstance(order, (End, Leave, Lead, Repaint))


def _line(order: Order) -> str:
    return write(order).decode("ascii").rstrip()

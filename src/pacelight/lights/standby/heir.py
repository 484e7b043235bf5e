"""A driver that is opened at each takeover, for lamps as they are told from then on."""

from dataclasses import replace

from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.port import ControllerStatistics, Driver, DriverStatistics, Output
from pacelight.lights.standby.succession import led

__all__ = ["Heir"]


class Heir:
    """A driver of whoever may lead; nothing is sent before it does.

    Args:
        output: where the lamps are.
        channels: of a frame.
        who: the loop, see `succession.led`.
    """

    def __init__(self, output: Output, channels: int, who: str) -> None:
        self._output, self._channels, self._who = output, channels, who
        self._term = 1
        self._driver: Driver = led(output, who, self._term).open(channels)
        self._before = DriverStatistics(0, 0, 0, 0)
        self._each_before: tuple[ControllerStatistics, ...] = ()

    def succeed(self, term: int) -> None:
        """Lead from now on.

        Args:
            term: of office.
        """
        if term != self._term:
            self._before, self._each_before = self.statistics(), self.controllers()
            self._driver.close()
            self._term = term
            self._driver = led(self._output, self._who, term).open(self._channels)

    def send(self, frame: Frame, sequence: int) -> None:
        """Send one frame; see `Driver`."""
        self._driver.send(frame, sequence)

    def terminate(self, sequence: int) -> None:
        """Say once that no more will come; see `Driver`."""
        self._driver.terminate(sequence)

    def statistics(self) -> DriverStatistics:
        """All that was sent, in every term."""
        return _sum(self._before, self._driver.statistics())

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        """The same for each controller, and how it does now."""
        now = self._driver.controllers()
        if not self._each_before:
            return now
        pairs = zip(self._each_before, now, strict=True)
        return tuple(replace(one, sent=_sum(before.sent, one.sent)) for before, one in pairs)

    def close(self) -> None:
        """Let go of the network."""
        self._driver.close()


def _sum(before: DriverStatistics, now: DriverStatistics) -> DriverStatistics:
    return DriverStatistics(
        before.frames + now.frames,
        before.packets + now.packets,
        before.bytes + now.bytes,
        before.errors + now.errors,
    )

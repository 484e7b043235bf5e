"""A driver that is opened anew at each takeover."""

from dataclasses import dataclass, field

import numpy as np

from pacelight.lights.drivers.port import DriverStatistics
from pacelight.lights.drivers.simulated import Simulated, SimulatedOutput
from pacelight.lights.standby.heir import Heir
from pacelight.lights.wire.e131 import Source


@dataclass(frozen=True)
class Opened(SimulatedOutput):
    """Lamps that are not there, and whoever spoke to them."""

    source: Source = field(default_factory=lambda: Source(bytes(16), "race", 100))
    made: list[tuple[int, Simulated]] = field(default_factory=list, compare=False)

    def open(self, channels: int) -> Simulated:
        driver = super().open(channels)
        self.made.append((self.source.priority, driver))
        return driver


def test_lamps_are_told_by_the_source_of_the_term_and_counts_go_on() -> None:
    lamps, frame = Opened(), np.ones(6, np.uint8)
    heir = Heir(lamps, 6, "here")
    heir.send(frame, 5)
    heir.succeed(4)
    heir.send(frame, 6)
    heir.send(frame, 7)
    heir.succeed(4)
    heir.terminate(8)
    assert [priority for priority, _ in lamps.made] == [100, 103]
    assert heir.statistics() == DriverStatistics(4, 4, 18, 0)
    assert [one.sent for one in heir.controllers()] == [heir.statistics()]
    heir.close()

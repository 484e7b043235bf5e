"""Frames by hand: one at every beat, in sequence, and dark in the end however it ends."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pytest

from pacelight.errors import OutputError
from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.port import ControllerStatistics, DriverStatistics, Room
from pacelight.lights.trial.showing import showing

FRAME = np.array([9, 8, 7], np.uint8)
PERIOD_NS = 20_000_000


@dataclass
class Lamps:
    """Lamps that note what they are told, and when; the clock moves while somebody waits."""

    now_ns: int = 5
    told: list[tuple[int, int, list[int] | str]] = field(default_factory=list)
    target: str = "here"
    fps: int = 50
    closed: bool = False

    def check(self, channels: int) -> None:
        if channels != len(FRAME):
            raise OutputError("they do not fit")

    def open(self, channels: int) -> "Lamps":
        assert channels == len(FRAME)
        return self

    def send(self, frame: Frame, sequence: int) -> None:
        self.told.append((self.now_ns, sequence, frame.tolist()))

    def terminate(self, sequence: int) -> None:
        self.told.append((self.now_ns, sequence, "goodbye"))

    def statistics(self) -> DriverStatistics:
        return DriverStatistics(len(self.told), len(self.told), 0, 0)

    def controllers(self) -> tuple[ControllerStatistics, ...]:
        return (ControllerStatistics(self.statistics()),)

    def rooms(self, channels: int) -> tuple[Room, ...]:
        assert channels == len(FRAME)
        return ()

    def close(self) -> None:
        self.closed = True

    def clock(self) -> int:
        return self.now_ns

    def sleep(self, seconds: float) -> None:
        self.now_ns += round(seconds * 1e9)

    def after(self, waits: int) -> Callable[[float], str | None]:
        """Something is told in the middle of the wait of this number."""
        left = waits

        def wait(seconds: float) -> str | None:
            nonlocal left
            left -= 1
            self.sleep(seconds if left else seconds / 2)
            return None if left else "told"

        return wait


@pytest.fixture
def lamps() -> Lamps:
    return Lamps()


DARK = [([0, 0, 0], 0), ("goodbye", 1), ("goodbye", 2), ("goodbye", 3)]


def test_a_frame_is_sent_at_every_beat_until_something_is_told(lamps: Lamps) -> None:
    with showing(lamps, 3, clock=lamps.clock, sleep=lamps.sleep) as shown:
        assert shown.until(FRAME, lamps.after(3)) == "told"
        assert shown.statistics().frames == 3
    beats = [(number * PERIOD_NS, number) for number in range(1, 8)]
    assert [(at, sequence) for at, sequence, _ in lamps.told] == beats
    assert [what for *_, what in lamps.told] == [[9, 8, 7]] * 3 + [what for what, _ in DARK]
    assert lamps.closed


def test_what_is_told_at_once_is_shown_once(lamps: Lamps) -> None:
    with showing(lamps, 3, clock=lamps.clock, sleep=lamps.sleep) as shown:
        shown.until(FRAME, lamps.after(1))
        shown.until(FRAME + np.uint8(1), lamps.after(1))
    assert [what for *_, what in lamps.told[:2]] == [[9, 8, 7], [10, 9, 8]]


def test_whatever_ends_it_the_lamps_are_dark(lamps: Lamps) -> None:
    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    with showing(lamps, 3, clock=lamps.clock, sleep=lamps.sleep) as shown, pytest.raises(KeyboardInterrupt):
        shown.until(FRAME, interrupted)
    assert [what for *_, what in lamps.told] == [[9, 8, 7], *(what for what, _ in DARK)]
    assert lamps.closed


def test_what_does_not_fit_is_refused_before_a_word_to_the_lamps(lamps: Lamps) -> None:
    with pytest.raises(OutputError, match="they do not fit"), showing(lamps, 4):
        pass
    assert lamps.told == []


def test_what_each_controller_was_sent_is_told_by_its_name() -> None:
    lamps = Lamps()
    with showing(lamps, 3, clock=lamps.clock, sleep=lamps.sleep) as shown:
        (one,) = shown.controllers()
        assert (one.name, one.target, one.sent.frames) == ("here", "here", len(lamps.told))

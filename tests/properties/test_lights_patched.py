"""Laws of the patch: every controller is sent exactly its channels of the frame, whatever came before."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from pacelight.lights.canvas.frame import Frame
from pacelight.lights.drivers.part import Channels, Part
from pacelight.lights.drivers.patched import Patched
from pacelight.lights.drivers.simulated import Simulated, SimulatedOutput
from pacelight.lights.wire.e131 import Packets, Source


@dataclass
class Kept(Simulated):
    """A controller that keeps every frame."""

    frames: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def send(self, frame: Frame, sequence: int) -> None:
        super().send(frame, sequence)
        self.frames.append(frame.tobytes())


@dataclass
class Rail:
    """Lamps that hang on controllers as on a track: in runs, to and fro, some dead, colours in any order."""

    lamps: int
    channels: list[Channels]


@st.composite
def rails(draw: st.DrawFn) -> Rail:
    lamps = draw(st.integers(1, 60))
    cuts = sorted(draw(st.sets(st.integers(1, lamps), max_size=7)) | {lamps})
    hung = []
    begin = 0
    for end in cuts:
        some = np.arange(begin, end)
        if draw(st.booleans()):
            some = some[::-1]
        order = draw(st.permutations([0, 1, 2]))
        channels = (3 * some[:, None] + np.array(order)).reshape(-1)
        dead = draw(st.sets(st.integers(0, len(channels) - 1), max_size=5))
        channels[list(dead)] = -1
        hung.append(np.concatenate([channels, [-1] * draw(st.integers(0, 9))]).astype(np.intp))
        begin = end
    return Rail(lamps, draw(st.permutations(hung)))


def frames_of(lamps: int, seeds: list[int]) -> list[npt.NDArray[np.uint8]]:
    return [np.random.default_rng(seed).integers(0, 256, 3 * lamps, np.uint8) for seed in seeds]


def driver_of(rail: Rail) -> tuple[Patched, list[Kept]]:
    parts = [Part(str(nth), SimulatedOutput(), some) for nth, some in enumerate(rail.channels)]
    kept = [Kept() for _ in parts]
    return Patched(parts, kept, 3 * rail.lamps), kept


seeds = st.lists(st.integers(0, 99), min_size=1, max_size=4)


@given(rails(), seeds)
def test_every_controller_is_sent_exactly_its_channels(rail: Rail, of: list[int]) -> None:
    driver, kept = driver_of(rail)
    frames = frames_of(rail.lamps, of)
    for number, frame in enumerate(frames):
        driver.send(frame, number)
    for one, channels in zip(kept, rail.channels, strict=True):
        expected = [
            bytes(0 if channel < 0 else int(frame[channel]) for channel in channels) for frame in frames
        ]
        assert one.frames == expected


@given(rails(), seeds)
def test_what_every_controller_is_sent_makes_up_the_frame(rail: Rail, of: list[int]) -> None:
    """But for dead lamps, which nobody sees."""
    driver, kept = driver_of(rail)
    *_, frame = frames_of(rail.lamps, of)
    driver.send(frame, 0)
    seen = np.zeros_like(frame)
    for one, channels in zip(kept, rail.channels, strict=True):
        lit = channels >= 0
        seen[channels[lit]] = np.frombuffer(one.frames[0], np.uint8)[lit]
    live = np.unique(np.concatenate(rail.channels))
    live = live[live >= 0]
    assert (seen[live] == frame[live]).all()


@given(rails(), st.lists(st.tuples(st.integers(0, 99), st.booleans()), min_size=1, max_size=12))
def test_frames_that_were_dropped_change_no_later_one(rail: Rail, sent: list[tuple[int, bool]]) -> None:
    whole, all_of_them = driver_of(rail)
    some, those_left = driver_of(rail)
    for number, (frame, (_, dropped)) in enumerate(
        zip(frames_of(rail.lamps, [seed for seed, _ in sent]), sent, strict=True)
    ):
        whole.send(frame, number)
        if not dropped:
            some.send(frame, number)
    for every, left in zip(all_of_them, those_left, strict=True):
        kept = [one for one, (_, dropped) in zip(every.frames, sent, strict=True) if not dropped]
        assert left.frames == kept


@given(st.lists(st.tuples(st.integers(0, 99), st.booleans()), min_size=1, max_size=8))
def test_packets_of_a_frame_are_the_same_whatever_was_dropped_before(sent: list[tuple[int, bool]]) -> None:
    source = Source(bytes(16), "law")
    left = Packets(600, source, 1, 9)
    for number, (frame, (_, dropped)) in enumerate(
        zip(frames_of(200, [seed for seed, _ in sent]), sent, strict=True)
    ):
        if not dropped:
            left.fill(frame, number)
            alone = Packets(600, source, 1, 9)
            alone.fill(frame, number)
            assert list(left) == list(alone)

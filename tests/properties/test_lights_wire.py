"""Laws of the wire: every channel is patched once, and what is sent reads back."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sacn.messages.data_packet import DataPacket

from pacelight.lights.beat import Beat
from pacelight.lights.wire.e131 import Packets, Source, universes

frames = st.binary(min_size=1, max_size=1200).map(lambda data: data * 3)
sources = st.builds(
    Source,
    st.binary(min_size=16, max_size=16),
    st.text("Pacelight é", min_size=1, max_size=30),
    st.integers(0, 200),
)
firsts = st.integers(1, 63_990)
sequences = st.integers(0, 255)


@given(frames, firsts)
def test_every_channel_is_patched_exactly_once(frame: bytes, first: int) -> None:
    patched = list(universes(len(frame), first))
    assert b"".join(frame[part] for _, part in patched) == frame
    assert [number for number, _ in patched] == list(range(first, first + len(patched)))
    assert all(0 < part.stop - part.start <= 510 for _, part in patched)


@given(frames, sources, firsts, sequences)
def test_what_is_sent_reads_back_with_the_parser_of_others(
    frame: bytes, source: Source, first: int, sequence: int
) -> None:
    packets = Packets(len(frame), source, first)
    packets.fill(np.frombuffer(frame, np.uint8), sequence)
    read = [DataPacket.make_data_packet(list(packet)) for packet in packets]
    slots = [len(packet) - 126 for packet in packets]
    data = b"".join(bytes(one.dmxData[:size]) for one, size in zip(read, slots, strict=True))
    assert data == frame
    for number, one in enumerate(read, first):
        assert (one.universe, one.sequence, one.priority) == (number, sequence, source.priority)
        assert (bytes(one._cid), one.sourceName) == (source.cid, source.name)
        assert (one.syncAddr, one.dmxStartCode, one.option_StreamTerminated) == (0, 0, False)


@given(st.lists(st.tuples(frames, sequences), min_size=1, max_size=4), sources)
def test_packets_filled_again_are_as_if_new(rounds: list[tuple[bytes, int]], source: Source) -> None:
    size = min(len(frame) for frame, _ in rounds)
    again = Packets(size, source)
    for frame, sequence in rounds:
        data = np.frombuffer(frame[:size], np.uint8)
        again.fill(data, sequence)
        new = Packets(size, source)
        new.fill(data, sequence)
        assert list(again) == list(new)


@given(st.integers(20, 100), st.integers(0, 2**62), st.integers(0, 10**10))
def test_whoever_starts_when_continues_the_same_numbers(fps: int, now: int, pause: int) -> None:
    beat = Beat.of(fps)
    number = beat.after(now)
    taken_up = beat.after(now + pause)
    assert now < beat.instant(number) <= now + beat.period_ns
    assert beat.instant(taken_up) - beat.instant(number) == (taken_up - number) * beat.period_ns
    assert beat.sequence(taken_up) == (beat.sequence(number) + taken_up - number) % 256


@given(st.integers(20, 100), st.integers(0, 2**62), st.integers(0, 10**10))
def test_the_frame_drawn_is_never_from_the_future_and_never_a_period_old(
    fps: int, now: int, late: int
) -> None:
    beat = Beat.of(fps)
    asked = beat.after(now)
    woke = beat.instant(asked) + late
    drawn = beat.due(asked, woke)
    assert asked <= drawn
    assert 0 <= woke - beat.instant(drawn) < beat.period_ns

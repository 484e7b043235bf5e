"""E1.31 as the standard prints it, as another library writes it, and as a protocol analyser reads it."""

import shutil
import socket
import subprocess
import time
from collections import defaultdict
from pathlib import Path
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacn.messages.data_packet import DataPacket, calculate_multicast_addr
from sacn.messages.sync_packet import SyncPacket
from sacn.messages.universe_discovery import UniverseDiscoveryPacket

from pacelight.distance import MILE
from pacelight.lights.canvas.frame import Canvas
from pacelight.lights.canvas.layout import Layout
from pacelight.lights.canvas.wave import Wave
from pacelight.lights.drivers import output
from pacelight.lights.drivers.udp import UdpOutput
from pacelight.lights.loop.process import LightLoop, LoopStatistics
from pacelight.lights.wire.e131 import E131, Packets, Source, group
from pacelight.lights.wire.e131_layers import data as header
from pacelight.lights.wire.e131_layers import discovery, synchronization
from pacelight.mark import Mark
from pacelight.plan.makers import even
from pacelight.track import Survey, track

TABLE_B_13 = bytes.fromhex(
    "0010 0000"  # preamble, postamble
    "4153432d45312e3137000000"  # ACN packet identifier
    "726e 00000004 ef07c8dd00644401a3a2459ef8e6143e"  # root layer: length, vector, CID
    "7258 00000002"
    + b"Source_A".ljust(64, b"\0").hex()  # framing layer: length, vector, source name
    + "64 1f1a 9a 00 0001"  # priority, synchronization address, sequence, options, universe
    "720b 02 a1 0000 0001 0201 00"  # DMP layer, start code
)
"""Source: ANSI E1.31-2018, appendix B, table B-13: all of a data packet that comes before its 512 slots."""

EXAMPLE = Source(UUID("ef07c8dd-0064-4401-a3a2-459ef8e6143e").bytes, "Source_A")


def test_the_example_of_the_standard_is_written_to_the_byte() -> None:
    """But for its sequence, which `fill` puts in, and for what a receiver is to do that loses track."""
    ours = bytearray(header(EXAMPLE, 1, 512, 7962))
    assert (ours[111], ours[112]) == (0, 0x20)
    ours[111:113] = bytes((154, 0))
    assert bytes(ours) == TABLE_B_13


@given(
    st.binary(min_size=1, max_size=510),
    st.builds(
        Source,
        st.binary(min_size=16, max_size=16),
        st.text("Pacelight é", min_size=1, max_size=30),
        st.integers(0, 200),
    ),
    st.tuples(st.integers(1, 63_999), st.integers(0, 255), st.integers(0, 63_999)),
    st.booleans(),
)
def test_every_packet_is_that_of_another_library(
    data: bytes, source: Source, numbers: tuple[int, int, int], ended: bool
) -> None:
    universe, sequence, sync = numbers
    theirs = DataPacket(tuple(source.cid), source.name, universe, (), source.priority, sequence, ended)
    theirs.syncAddr, theirs.option_ForceSync = sync, sync > 0
    theirs._dmxData = tuple(data)  # its setter would fill up to 512 slots
    theirs.length = 126 + len(data)
    ours = Packets(len(data), source, universe, sync)
    ours.fill(np.frombuffer(data, np.uint8), sequence)
    if ended:
        ours.terminate(sequence)
    expected = [theirs, SyncPacket(tuple(source.cid), sync, sequence)] if sync else [theirs]
    assert list(ours) == [bytes(packet.getBytes()) for packet in expected]


@given(st.integers(1, 63_999), st.integers(0, 255))
def test_a_synchronization_packet_is_that_of_another_library(sync: int, sequence: int) -> None:
    theirs = SyncPacket(tuple(EXAMPLE.cid), sync, sequence)
    assert synchronization(EXAMPLE.cid, sync, sequence) == bytes(theirs.getBytes())


@pytest.mark.parametrize("count", [1, 3, 512, 513, 1200])
def test_discovery_packets_are_those_of_another_library(count: int) -> None:
    numbers = list(range(63_999, 63_999 - count, -1))
    theirs = UniverseDiscoveryPacket.make_multiple_uni_disc_packets(
        tuple(EXAMPLE.cid), EXAMPLE.name, list(numbers)
    )
    assert discovery(EXAMPLE, numbers) == [bytes(packet.getBytes()) for packet in theirs]


@pytest.mark.parametrize(
    ("universe", "address"),
    [
        (1, "239.255.0.1"),
        (255, "239.255.0.255"),
        (256, "239.255.1.0"),
        (511, "239.255.1.255"),
        (63_999, "239.255.249.255"),
    ],
)
def test_the_group_of_a_universe_is_that_of_another_library(universe: int, address: str) -> None:
    assert group(universe) == address == calculate_multicast_addr(universe)


FIELDS = (
    *("acn.dmx.universe", "acn.dmx.seq_number", "acn.dmx.priority", "acn.dmx.source_name", "acn.cid"),
    *("acn.dmx.option_s", "acn.dmx.option_p", "acn.dmx.reserved", "acn.dmx.count", "udp.length"),
)
DECODE = ("--enable-heuristic", "acn", "-o", "acn.dmx_enable:TRUE")
FRAMES = 60


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, UdpOutput, LoopStatistics]:
    """Sixty frames of the light of Liévin, as they went over the loopback interface."""
    if shutil.which("tshark") is None:
        pytest.skip("tshark is not installed")
    file = tmp_path_factory.mktemp("captured") / "lights.pcapng"
    hall = track("short-200")
    wave = Wave("WR", even(MILE, Mark.parse("3:46.63")))
    canvas = Canvas([wave], Layout.of(Survey.even_kerb(hall, 200)), hall.start(MILE))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        lamps = output(f"sacn://127.0.0.1:{port}?universe=7&priority=120", "lievin-2025-mile")
        assert isinstance(lamps, UdpOutput)
        arguments = ["-q", "-i", "lo", "-f", f"udp port {port}", "-c", str(2 * FRAMES), "-w", str(file)]
        with subprocess.Popen(["tshark", *arguments], stderr=subprocess.PIPE, text=True) as tshark:
            assert tshark.stderr is not None
            said = ""
            while "Capturing on" not in said:
                line = tshark.stderr.readline()
                said += line
                if not line:
                    pytest.skip(f"tshark may not capture here: {said.strip()}")
            with LightLoop(canvas, lamps) as loop:
                loop.gun(time.monotonic_ns())
                tshark.communicate(timeout=60)
                done = loop.statistics()
    return file, lamps, done


def decoded(file: Path, *arguments: str) -> str:
    command = ["tshark", "-r", str(file), *DECODE, *arguments]
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ).stdout


@pytest.mark.receiver
def test_an_analyser_understands_every_packet(captured: tuple[Path, UdpOutput, LoopStatistics]) -> None:
    file, _, _ = captured
    assert len(decoded(file, "-Y", "acn").splitlines()) == 2 * FRAMES
    assert decoded(file, "-Y", "_ws.malformed || _ws.expert.severity >= 6291456") == ""


@pytest.mark.receiver
def test_an_analyser_reads_what_was_meant(captured: tuple[Path, UdpOutput, LoopStatistics]) -> None:
    file, lamps, done = captured
    arguments = [part for field in FIELDS for part in ("-e", field)]
    rows = [line.split("\t") for line in decoded(file, "-Y", "acn", "-T", "fields", *arguments).splitlines()]
    assert isinstance(lamps.format, E131)
    cid = str(UUID(bytes=lamps.format.source.cid))
    sequences = defaultdict(list)
    for universe, sequence, *rest in rows:
        slots = {"7": 510, "8": 90}[universe]
        last = [str(slots + 1), str(8 + 126 + slots)]
        assert rest == ["120", "Pacelight lievin-2025-mile", cid, "0", "0", "0", *last]
        sequences[universe].append(int(sequence, 0))
    assert sequences["7"] == sequences["8"]
    steps = [
        (after - before) % 256 for before, after in zip(sequences["7"], sequences["7"][1:], strict=False)
    ]
    assert min(steps) == 1
    assert sum(step - 1 for step in steps) <= done.skipped

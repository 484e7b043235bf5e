"""Art-Net as a protocol analyser reads it, from a file of datagrams as a capture would have them."""

import shutil
import socket
import struct
import subprocess
from pathlib import Path

import numpy as np
import pytest

from pacelight.lights.wire.artnet import PORT, Packets
from pacelight.lights.wire.artnet_poll import poll

pytestmark = pytest.mark.receiver

FRAME = (np.arange(1203) % 251).astype(np.uint8)
FIELDS = ("artnet.header.opcode", "artnet.header.protver", "artnet.output.sequence", "artnet.output.universe")


def written(file: Path, datagrams: list[bytes]) -> Path:
    """A capture of datagrams on loopback. Source: the pcap format, link type 101, raw IP."""
    records = [struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65_535, 101)]
    for data in datagrams:
        here = socket.inet_aton("127.0.0.1")
        udp = struct.pack(">HHHH", 40_000, PORT, 8 + len(data), 0) + data
        packet = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0, here, here) + udp
        records.append(struct.pack("<IIII", 0, 0, len(packet), len(packet)) + packet)
    file.write_bytes(b"".join(records))
    return file


def analysed(file: Path, *arguments: str) -> str:
    command = ["tshark", "-r", str(file), *arguments]
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60
    ).stdout


@pytest.fixture(scope="module")
def captured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A question who is there, then two frames of three universes, each synchronized."""
    if shutil.which("tshark") is None:
        pytest.skip("tshark is not installed")
    packets = Packets(FRAME.size, 0x120E, sync=True)
    datagrams = [poll()]
    for sequence in (254, 255):
        packets.fill(FRAME, sequence)
        datagrams += packets
    return written(tmp_path_factory.mktemp("captured") / "artnet.pcap", datagrams)


def test_an_analyser_understands_every_packet(captured: Path) -> None:
    assert len(analysed(captured, "-Y", "artnet").splitlines()) == 9
    assert analysed(captured, "-Y", "_ws.malformed || _ws.expert.severity >= 6291456") == ""


def test_an_analyser_reads_what_was_meant(captured: Path) -> None:
    arguments = [part for field in FIELDS for part in ("-e", field)]
    rows = [
        tuple(int(value, 0) for value in line.split("\t") if value)
        for line in analysed(captured, "-Y", "artnet", "-T", "fields", *arguments).splitlines()
    ]
    frames = [
        [*((0x5000, 14, sequence % 255 + 1, universe) for universe in (0x120E, 0x120F, 0x1210)), (0x5200, 14)]
        for sequence in (254, 255)
    ]
    assert rows == [(0x2000, 14), *frames[0], *frames[1]]


def test_an_analyser_reads_the_levels_that_were_sent(captured: Path) -> None:
    lengths = analysed(captured, "-Y", "artnet.output", "-T", "fields", "-e", "artnet.output.length")
    assert [int(line) for line in lengths.splitlines()] == 2 * [510, 510, 184]

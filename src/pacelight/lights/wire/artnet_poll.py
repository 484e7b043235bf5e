"""Art-Net: asking who is there, and reading who answers.

Source: Art-Net 4, Artistic Licence, sections "ArtPoll" and "ArtPollReply".
"""

import struct
from dataclasses import dataclass
from typing import Self

from pacelight.errors import OutputError
from pacelight.lights.wire.artnet import PORT, began

__all__ = ["Node", "poll"]

_POLL, _REPLY = 0x2000, 0x2100

_LEAST, _WHOLE = 198, 239
"""Bytes of an answer: what is missing at its end, as of older nodes, is taken for zeros."""

_BIND_INDEX = 211
_PORTS = 4
_OUTPUT = 0x80
"""Of a port's type, bit 7: it puts out what comes over the network."""


def poll() -> bytes:
    """The question who is there; each node answers once, by unicast or broadcast."""
    return began(_POLL) + bytes(2)


@dataclass(frozen=True, slots=True)
class Node:
    """Who answered.

    Attributes:
        address: of IPv4, as it says itself.
        port: of UDP.
        firmware: its version.
        name, long_name: for people.
        report: what it says of its state, in words.
        outputs: port-addresses that it puts out.
        mac: six bytes; zeros where a node does not say.
        bind: which of several answers of one node this is; 1 for its root, and where a node does not say.
    """

    address: str
    port: int
    firmware: int
    name: str
    long_name: str
    report: str
    outputs: tuple[int, ...]
    mac: bytes
    bind: int

    @classmethod
    def read(cls, packet: bytes) -> Self:
        """Read an ArtPollReply.

        Raises:
            OutputError: it is something else, or cut short.
        """
        if not packet.startswith(struct.pack("<8sH", b"Art-Net", _REPLY)):
            raise OutputError(f"not an ArtPollReply: it begins with {packet[:10].hex(' ') or 'nothing'}")
        if len(packet) < _LEAST:
            raise OutputError(f"an ArtPollReply has at least {_LEAST} bytes, not {len(packet)}")
        packet = packet.ljust(_WHOLE, b"\0")
        return cls(
            address=".".join(map(str, packet[10:14])),
            port=int.from_bytes(packet[14:16], "little") or PORT,
            firmware=int.from_bytes(packet[16:18]),
            name=_text(packet[26:44]),
            long_name=_text(packet[44:108]),
            report=_text(packet[108:172]),
            outputs=_outputs(packet),
            mac=packet[201:207],
            bind=packet[_BIND_INDEX] or 1,
        )


def _outputs(packet: bytes) -> tuple[int, ...]:
    """By the types of its ports; their count says no more, and may be left unread."""
    net, sub = packet[18] & 0x7F, packet[19] & 0x0F
    return tuple(
        net << 8 | sub << 4 | packet[190 + port] & 0x0F
        for port in range(_PORTS)
        if packet[174 + port] & _OUTPUT
    )


def _text(field: bytes) -> str:
    """Up to the first zero; what is no ASCII is shown as such."""
    return field.partition(b"\0")[0].decode("ascii", "backslashreplace")

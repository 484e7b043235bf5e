"""The protocols, and who else speaks each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["E131", "WIRES", "Wire"]


@dataclass(frozen=True, slots=True)
class Wire:
    """A protocol.

    Attributes:
        name: scheme of our address, and part of the names of rows.
        port: of the receiver. `sacn` sends to no other than 5568, so nobody does here.
        slots: channels of a full packet.
        sequence: byte of a packet that counts frames; what C has to write.
        most: lamps that it can count.
        peers: by the end of a row's name, the sender it is about.
        targets: of our cost over a peer's, for as many lamps as there are targets for.
    """

    name: str
    port: int
    slots: int
    sequence: int
    peers: Mapping[str, str]
    targets: Mapping[str, float] = field(default_factory=dict)
    most: int = 1_000_000

    @property
    def prefix(self) -> str:
        """What names of rows begin with."""
        return "lights.cpu" if self is E131 else f"lights.{self.name}.cpu"

    def packets(self, lamps: int) -> int:
        """Of a frame."""
        return -(-3 * lamps // self.slots)


E131 = Wire(
    "sacn",
    5568,
    510,
    111,
    {"vs_c": "c", "vs_sacn": "sacn", "vs_sacn_flush": "sacn_flush", "vs_pyartnet": "pyartnet_sacn"},
    {"vs_sacn": 0.1, "vs_c": 1.5},
)

WIRES = (
    E131,
    Wire(
        "artnet", 6454, 510, 12, {"vs_c": "c", "vs_stupidartnet": "stupidartnet", "vs_pyartnet": "pyartnet"}
    ),
    Wire("ddp", 4048, 1440, 1, {"vs_c": "c", "vs_ledfx": "ledfx"}),
    Wire("wled", 21324, 1467, 1, {"vs_c": "c"}, most=65_536),
)
"""All that go by datagrams. A serial line is as slow as its bits."""

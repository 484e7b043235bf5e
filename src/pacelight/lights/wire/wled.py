"""WLED's realtime packets: frames for its own UDP port, lamps taken over until a time-out.

Source: WLED documentation, "UDP Realtime"; numbers are big-endian.
"""

from dataclasses import dataclass

from pacelight.errors import OutputError
from pacelight.lights.wire.rows import Rows, parts

__all__ = ["NEVER", "PORT", "Packets", "Wled"]

PORT = 21_324

NEVER = 255
"""The time-out that never comes."""

_DRGB, _DNRGB = 2, 4
_SHORT, _LONG = 3 * 490, 3 * 489
"""Channels of a packet, without and with a place."""

_LEAST = 8
"""Bytes of a packet with a place that WLED reads; a single lamp has seven."""

_LAMPS = 65_536
_TIMEOUTS = range(1, NEVER + 1)


class Packets(Rows):
    """The packets of a frame: one (DRGB) where that holds all lamps, else several with places (DNRGB).

    Args:
        channels: of a frame.
        timeout_s: seconds after the last packet until WLED goes back to its own; 255 for never.
    """

    def __init__(self, channels: int, timeout_s: int) -> None:
        if channels <= _SHORT:
            super().__init__([bytes((_DRGB, timeout_s))], channels, _SHORT)
            return
        places = [part.start // 3 for part in parts(channels, _LONG)]
        headers = [bytes((_DNRGB, timeout_s)) + place.to_bytes(2) for place in places]
        super().__init__(headers, channels, _LONG, least=_LEAST)


@dataclass(frozen=True, slots=True)
class Wled:
    """How frames are sent to WLED.

    Attributes:
        timeout_s: seconds after the last packet until WLED goes back to its own; 255 for never.

    Raises:
        OutputError: there is no such time-out.
    """

    timeout_s: int = 2

    def __post_init__(self) -> None:
        if self.timeout_s not in _TIMEOUTS:
            raise OutputError(f"WLED waits 1 to 254 seconds, or for good at 255, not {self.timeout_s}")

    def check(self, channels: int) -> None:
        """Refuse more lamps than can be counted.

        Raises:
            OutputError: so many channels do not fit.
        """
        if channels > 3 * _LAMPS:
            raise OutputError(f"WLED counts {_LAMPS} lamps, not {channels // 3} (send to it by ddp://)")

    def universes(self, channels: int) -> None:
        """None: a controller has one frame."""

    def packets(self, channels: int) -> Packets:
        """Packets for frames of so many channels."""
        return Packets(channels, self.timeout_s)

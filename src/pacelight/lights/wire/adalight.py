"""Adalight: frames as bytes on a serial line.

Source: Adafruit, Adalight, "LEDstream" sketch: the magic word, the count less one, a checksum, the lamps.
"""

from dataclasses import dataclass

from pacelight.errors import OutputError

__all__ = ["Adalight", "fastest", "frame_bytes", "header"]

_MAGIC = b"Ada"
_HEADER = 6
_LAMPS = 65_536
_BITS = 10
"""Of a byte on the line: a start, eight of data, a stop."""


def header(lamps: int) -> bytes:
    """What comes before the lamps.

    Raises:
        OutputError: so many lamps cannot be counted.

    >>> header(300).hex(" ")
    '41 64 61 01 2b 7f'
    """
    if not 0 < lamps <= _LAMPS:
        raise OutputError(f"Adalight counts 1 to {_LAMPS} lamps, not {lamps} (light fewer lamps)")
    high, low = divmod(lamps - 1, 256)
    return _MAGIC + bytes((high, low, high ^ low ^ 0x55))


def frame_bytes(channels: int) -> int:
    """Bytes of a frame."""
    return _HEADER + channels


def fastest(channels: int, baud: int) -> int:
    """The most whole frames a second that a line carries.

    >>> fastest(3 * 400, 115_200), fastest(3 * 400, 921_600)
    (9, 76)
    """
    return baud // (_BITS * frame_bytes(channels))


@dataclass(frozen=True, slots=True)
class Adalight:
    """How frames are sent by Adalight.

    Attributes:
        baud: bits a second on the line.
    """

    baud: int

    def check(self, channels: int, fps: int) -> None:
        """Refuse more than the line carries.

        Raises:
            OutputError: too many lamps, or too many frames a second.
        """
        lamps = channels // 3
        header(lamps)
        most = fastest(channels, self.baud)
        if fps > most:
            raise OutputError(
                f"a line of {self.baud} baud carries {most} frames a second of {lamps} lamps, not {fps} "
                "(write a lower fps, a higher baud, or light fewer lamps)"
            )

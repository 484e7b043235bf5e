"""What is written into the drawing of a track: English, unless whoever has it drawn says otherwise."""

from dataclasses import dataclass

__all__ = ["ENGLISH", "Labels"]


@dataclass(frozen=True, slots=True)
class Labels:
    """Words of a drawing; names in braces are filled in.

    Attributes:
        title: of a lap, ``open_title`` of a track with two ends: ``{name}``, ``{lap}``, ``{kerb}`` in metres.
        lamps: behind the title: ``{count}``.
        tangent: where a bend begins or ends: ``{metre}``.
        controller, segment: ``{name}``; ``{name}``, ``{number}`` and its lamps, ``{first}`` to ``{last}``.
        sign: before the decimals.
    """

    title: str = "{name}: lap {lap} m, kerb {kerb} m"
    open_title: str = "{name}: {lap} m, kerb {kerb} m"
    lamps: str = ", {count} lamps"
    kerb: str = "kerb"
    line: str = "measured line"
    lamp: str = "lamp"
    finish: str = "finish line"
    close: str = "the finish line, seen close"
    tangent: str = "tangent\n{metre} m"
    controller: str = "controller {name}"
    segment: str = "{name}, segment {number}\nlamps {first} to {last}"
    lone: str = "{name}, segment {number}\nlamp {first}"
    against: str = "against"
    dead: str = "dead lamp"
    gap: str = "gap"
    sign: str = "."

    def metres(self, metres: float) -> str:
        """A length, to the centimetre."""
        return f"{metres:.2f}".replace(".", self.sign)


ENGLISH = Labels()

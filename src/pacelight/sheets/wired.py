"""What hangs on a controller, as a sheet says it: its segments, each in a line."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from pacelight.speech import Speech
from pacelight.track import Track
from pacelight.track.survey.laying import Row
from pacelight.track.survey.segment import Gap, Segment, Wiring

__all__ = ["controller", "number"]

_SHOWN = 8
"""So many numbers of lamps are told; of more, how many there are."""


def controller(wiring: Wiring, track: Track, speech: Speech) -> dict[str, Any]:
    """A controller as it is printed.

    Args:
        wiring: what hangs on it.
        track: on whose lap.
        speech: in whose language.
    """
    at = speech.say("sheet-controller-at", name=wiring.name, output=wiring.output)
    rows = [Row(track, segment, wiring.name, nth) for nth, segment in enumerate(wiring.segments)]
    return {
        "head": at if wiring.output else speech.say("sheet-controller", name=wiring.name),
        "lamps": speech.say("sheet-lamps", lamps=wiring.size),
        "segments": [
            speech.say("sheet-segment", number=nth, told=", ".join(_parts(row, speech)))
            for nth, row in enumerate(rows, start=1)
        ],
    }


def number(metres: float, digits: int, speech: Speech, *, signed: bool = False) -> str:
    """Metres in figures, a sign before them where it is asked for; no minus nought.

    Args:
        metres: finite.
        digits: behind the decimal sign.
        speech: by whose language it is written.
        signed: whether it counts from a mark.
    """
    rounded = Decimal(f"{metres:.{digits}f}")
    sign = "\N{MINUS SIGN}" if rounded < 0 else "+" * signed
    return sign + speech.number(abs(rounded), digits)


def _parts(row: Row, speech: Speech) -> Iterator[str]:
    """From where to where, how far apart, and all that is not as usual."""
    segment = row.segment
    yield _span(row, speech)
    if row.apart and segment.count > 1:
        yield speech.say("sheet-apart", distance=_apart(row.apart, speech))
    if segment.count > 1:
        yield speech.say("sheet-against" if segment.against else "sheet-with")
    if segment.offset:
        yield speech.say("sheet-offset", metres=number(segment.offset, 3, speech, signed=True))
    for gap in segment.gaps:
        yield _gap(gap, segment, speech)
    if segment.dead:
        yield speech.say("sheet-dead-lamps", lamps=_listed(segment.dead, speech))
    yield segment.colours


def _span(row: Row, speech: Speech) -> str:
    segment, metres = row.segment, row.metres
    first, begins = str(segment.first), number(float(metres[0]), 2, speech)
    if segment.count == 1:
        return speech.say("sheet-span-one", first=first, **{"from": begins})
    told = {"first": first, "last": str(segment.last), "from": begins}
    return speech.say("sheet-span", to=number(float(metres[-1]), 2, speech), **told)


def _apart(metres: float, speech: Speech) -> str:
    """A distance between lamps, as people say it: ``16.7 cm``, ``1.250 m``."""
    if abs(metres) < 1:
        return f"{number(metres * 100, 1, speech)} cm"
    return f"{number(metres, 3, speech)} m"


def _gap(gap: Gap, segment: Segment, speech: Speech) -> str:
    metres = number(gap.metres, 2, speech)
    if gap.after < segment.first:
        return speech.say("sheet-gap-before", metres=metres, lamp=str(segment.first))
    return speech.say("sheet-gap-after", metres=metres, lamp=str(gap.after))


def _listed(numbers: Iterable[int], speech: Speech) -> str:
    shown = sorted(set(numbers))
    told = ", ".join(map(str, shown[:_SHOWN]))
    if len(shown) <= _SHOWN:
        return told
    return speech.say("sheet-and-more", lamps=told, more=len(shown) - _SHOWN)

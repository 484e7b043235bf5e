"""A simulated IPICO reader. Its lines do not say at which mat: one reader is one mat.

Source: see `pacelight.timing.formats.ipico`.
"""

from pacelight.timing.formats.ipico import IpicoRead, write
from pacelight.timing.simulators.device import Speaker
from pacelight.timing.simulators.recorded import Quirks, Recorded, reads

__all__ = ["ipico"]


def ipico(race: Recorded, quirks: Quirks) -> Speaker:
    """The reader at the first of the mats, ready for somebody to connect."""
    mat = quirks.mats[0].name
    return Speaker(
        (seen.at_ns, write(IpicoRead(seen.chip, race.day, seen.of_day_ns)))
        for seen in reads(race, quirks)
        if seen.mat == mat
    )

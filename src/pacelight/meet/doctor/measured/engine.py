"""A running engine, asked over its bus."""

import time
from dataclasses import dataclass

import msgspec

from pacelight.errors import DriverError
from pacelight.meet.bus import Hearing, Where
from pacelight.meet.bus.protocol import Snapshot

__all__ = ["Answered", "engine"]


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of asking.

    Attributes:
        snapshot: of the race; None where nobody answered.
        why: nobody did, in one line.
    """

    snapshot: Snapshot | None
    why: str = ""


def engine(at: Where, patience_s: float) -> Answered:
    """The race of the engine whose bus that is.

    Args:
        at: where the bus is.
        patience_s: how long an answer is waited for.
    """
    until_s = time.monotonic() + patience_s
    try:
        with Hearing(at) as hearing:
            while (left_s := until_s - time.monotonic()) > 0 and not hearing.ended:
                for line in hearing.turn(left_s):
                    return Answered(msgspec.json.decode(line, type=Snapshot))
    except DriverError as error:
        return Answered(None, str(error))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Answered(None, f"who answers at {at} is no engine of this version: {error}")
    return Answered(None, f"the engine at {at} said nothing for {patience_s:g} s")

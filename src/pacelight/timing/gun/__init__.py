"""When the gun was, by all that speaks of it.

::

    GunRead, ClockRead, times of day ──► Evidence, an interval a source ──► Gunpoint, the earliest that holds

An arrival is never before what it tells of. So whatever is heard says *not later than*; only what is known
to be quick says *not earlier than*, too.
"""

from pacelight.timing.gun.device_clock import DAY_NS, DeviceClock
from pacelight.timing.gun.evidence import Evidence, Trust
from pacelight.timing.gun.guns import NOTICED_NS, GunEstimate, Guns, LeftOut

__all__ = [
    "DAY_NS",
    "NOTICED_NS",
    "DeviceClock",
    "Evidence",
    "GunEstimate",
    "Guns",
    "LeftOut",
    "Trust",
]

"""When the gun was, by all that speaks of it.

::

    GunRead, ClockRead, times of day ──► Evidence, an interval a source ──► Gunpoint, the earliest that holds

An arrival is never before what it tells of. So whatever is heard says *not later than*; only what is known
to be quick says *not earlier than*, too.
"""

from pacelight.timing.gun.device_clock import DeviceClock
from pacelight.timing.gun.estimate import NOTICED_NS, GunEstimate, LeftOut
from pacelight.timing.gun.evidence import Evidence, Trust
from pacelight.timing.gun.guns import Guns
from pacelight.timing.gun.stamps import DAY_NS

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

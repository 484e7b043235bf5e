"""Is everything ready for tonight: rows in plain words, and what to do about the red ones.

::

    measured (edges) ─► machine, session, devices (rows) ─► Finding ─► pacelight doctor
    engine ─► Running ─► quick ──────────────────────────────► reasons ─► arming is refused
"""

from pacelight.meet.doctor.finding import Finding, State, reasons, worst
from pacelight.meet.doctor.quick import Running, quick

__all__ = ["Finding", "Running", "State", "quick", "reasons", "worst"]

"""What happened: passings become splits, splits and finishes become results.

::

    bytes ──► formats ──► sources ──► Passing ──► SplitTable ──► results

Raw time is `Elapsed`, whole nanoseconds since the gun; official time is `Mark`.
"""

from pacelight.timing.passing import Gun, Method, Owner, Passing
from pacelight.timing.results import Places, Result, Status, Verdict, official_mark, rank
from pacelight.timing.splits import Split, SplitTable

__all__ = [
    "Gun",
    "Method",
    "Owner",
    "Passing",
    "Places",
    "Result",
    "Split",
    "SplitTable",
    "Status",
    "Verdict",
    "official_mark",
    "rank",
]

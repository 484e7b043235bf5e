"""The race, as it is told to browsers: heard from the engine, folded, written to everyone who watches.

::

    bus ──► fold (snapshot, deltas) ──► stream ──► browsers
                                   └──► results, /api/snapshot
"""

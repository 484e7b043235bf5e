"""The race, as it is told to browsers: heard from the engine, folded, written to everyone who watches.

::

    bus ──► races ──► fold (snapshot, deltas) ──► stream ──► browsers
              │                             └──► results, /api/snapshot
              ├─────► beside: the others of the session, as they stand ──► results, /api/races
              └─────► recorder ──► recordings of all of them
"""

"""Tonight's race, run beforehand with runners who are not there.

::

    meet file ─► race ─┐
    book ─► seeds ─────┴─► runners (a recording, from a seed) ─► race file ─► the engine, as in the race
"""

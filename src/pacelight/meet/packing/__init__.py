"""A whole meet in one file, for another machine: whatever it names, its book, its journal, with proof.

::

    meet file ─► belongings ─► pack ─► lievin-2025.zip ─► unpack ─► the same meet, elsewhere
                     │                     │
             copied book, journal       manifest: what is in it, with a sum of each
"""

"""Start lists and results in the formats people exchange: bytes in, values out; values in, bytes out.

::

    a file of any of the formats ──► StartList, Entrant ──► a race file, a file of another format
    a file of any of the formats ──► RaceResult          ──► compared with another
    a race                       ──► RaceResult          ──► .lif, CSV, JSON, World Athletics JSON

What each format holds is told in ``docs/reference/start-lists.md`` and ``docs/reference/results.md``.
"""

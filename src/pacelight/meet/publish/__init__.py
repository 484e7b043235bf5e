"""What is given away of a race while it is run and when it is over: files, each whole at every moment.

::

    journal ─► live ─► RaceResult ─► .lif, CSV, JSON, World Athletics JSON, a page
"""

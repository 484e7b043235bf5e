"""What is known: a fold over the journal, and what of it is told.

::

    journal ─► live ─► told ─► feed ─► the bus
"""

"""What is known: a fold over the journal, and what of it is told.

::

    journal ─► session ─► live ─► steps: what each line does to what is known ─► told ─► feed ─► the bus
                           │                 │
                           │                 └─ times (as put right), verdicts, holds, credits
                           │                      └─► timed: splits, gaps, places
                           └─ what is taken back: all lines again but those
"""

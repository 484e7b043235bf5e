"""The one place that closes the loop: book, lights, timing and records meet in a race.

::

    race file ──► lineup (asks the book) ──► engine ──► lights
                                               │  ▲
                          journal ◄────────────┤  └── timing source
                             │                 ▼
                          replay          live (a pure fold over the journal) ──► bus ──► pages
                                               │
                                               ▼
                                        intake: performances, records, candidates in the book
"""

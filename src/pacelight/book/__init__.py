"""What is known: performances, sources and decisions; every list is a question asked of them.

::

    model    the values: performance, decision, coverage, standing
    rules    which levels there are, what counts, which age groups: one table
    fold     performances in order of time against the best that stood: one word of flags each
    history  one event's performances as they were known on a day
    lists    `Book`: records, progressions, all-time lists, what a mark breaks
    store    the facts on disk, appended and never overwritten
    starter  the book that ships with the package
"""

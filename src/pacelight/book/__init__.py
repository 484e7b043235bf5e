"""What is known: performances, sources and decisions; every list is a question asked of them.

::

    asking    records, progressions, lists, leads, careers, comparisons: `lists.Book`
    keeping   what is added, decided, corrected, merged; the book that ships with the package
    mirror    the facts as columns in memory, and the staircase of what stands
    store     the facts on disk, appended and never overwritten: SQLite or PostgreSQL
    formats   other people's files, as pure functions over bytes
    engine    the fold over a table of any size: local, Spark

and below them what a record is:

    model     the values: performance, coverage, standing; `decision` what people decide of them
    races     women's road races, alone or with men: which lists a mark stands in
    rules     which levels there are, what counts, which age groups: one table
    fold      performances in order of time against the best that stood: one word of flags each
    same      whether two names mean one person
    history   one event's performances as they were known on a day
"""

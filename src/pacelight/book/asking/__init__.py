"""Questions to the book, as of a day, as known at a day.

::

    lists      `Book`: records, progressions, all-time lists, what a mark breaks
    resting    on which performances an answer rests, where a mirror can tell
    leads      who leads a year
    career     one athlete: bests, honours, records held
    worth      what a mark would be today, level by level
    editions   what stands on every list, of a book as of a day or of a file
    compared   two of these: what changed
    verified   what is derived against what is published
    published  a printed progression beside the derived one, step by step (`published_answers` shows it)
    conflicts  where sources say different things
    changes    what has happened to one performance
    answers    shapes of the answers as JSON (`shapes`, `check_shapes` have the longer ones)
    sheets     the answers as tables, for a terminal, a CSV file or a page (`more_sheets` has the longer ones)
    tables     the answers for programs: Arrow, pandas, Polars (`flat_answers` has their columns)
    chart      a progression, an all-time list by year, drawn
"""

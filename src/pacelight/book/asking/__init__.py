"""Questions to the book, as of a day, as known at a day.

::

    lists      `Book`: records, progressions, all-time lists, what a mark breaks
    leads      who leads a year
    career     one athlete: bests, honours, records held
    worth      what a mark would be today, level by level
    compared   two books, or one on two days: what changed
    verified   what is derived against what is published
    conflicts  where sources say different things
    answers    shapes of the answers as JSON (`shapes`, `check_shapes` have the longer ones)
    chart      a progression, drawn
"""

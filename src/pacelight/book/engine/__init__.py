"""The fold for books of any size: the same kernel, on this machine or on many.

::

    port     what every engine promises: performances as an Arrow table in, one word of flags each out
    table    a table of performances as the columns of the fold
    local    threads of this machine; a file that does not fit is parted by event first
    spark    Apache Spark: each event whole in one task (extra ``pacelight[spark]``)

An engine decides where the kernel runs, never what a record is: that stands in `rules` alone.
"""

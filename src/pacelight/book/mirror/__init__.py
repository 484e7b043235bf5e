"""The facts as columns, derived and rebuilt event by event; answers in microseconds.

::

    mirror     `Mirror`: told what happened, answers from memory
    staircase  the records of a list, as steps one can search
    told       one event as it is told to the mirror
    numbered   performances and lists by number
    names      texts by number, each kept once
    arrays     columns that grow
    prints     by what it is seen that a performance is another by now
    files      the mirror on disk
"""

"""What the lamps show: which lights, from which question to the book, and how they did.

::

    race file ─► lineup (asks the book) ─► looks (one table over the states) ─► lamps
                                                                                 │
                                             evidence, strayed: what was shown ◄─┘
"""

"""What people ask of a race, and what comes of it: requests, who may ask what, and the decision.

::

    a person ─► page, foot switch, command line ─► Request ─► roles ─► decide ─► entries of the journal
                                                                          │
                                                    Answer ◄──────────────┘

Pure: whoever holds the journal decides the same.
"""

"""Who may do what: codes let people in, sessions say who they are, one table what they may ask.

::

    terminal ─► one-time secret ─┐
    director ─► pairing code ────┴─► /pair ─► session (cookie) ─► role ─► may it? ─► engine (asks again)
                                                                          └─► no: 403, and a line in the log
"""

"""Who runs the race: one engine alone, one that leads, one that follows, and light nodes.

::

    start ─► engine (on the disk, then in the state, then told)
      │
      └────► pair ─► follow ─► held        node, others: who only follows
"""

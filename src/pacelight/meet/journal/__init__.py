"""What is written down: a journal, line by line on the disk, and what its lines may say.

::

    entries ─► chain (checksum, hash chain) ─► file (on the disk before it is acknowledged)
"""

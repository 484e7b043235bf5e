"""The facts on disk: appended, with the day each was learned, and never overwritten.

::

    store     `Store`: opened, created, migrated; a person forgotten
    schema    the tables; `migrations` bring an older book up to them
    places    which database an address means: `on_file` SQLite, `on_server` PostgreSQL
    rows      rows and values, one from the other
    facts     facts written
    reading   facts read, an event at a time; `held` and `roll` for many events at once
    some      some performances of an event, and a print of each
    derived   where mirrors of the facts may lie
    persons   names and births, in a table of their own
    merges    athletes who are one, or are not after all
"""

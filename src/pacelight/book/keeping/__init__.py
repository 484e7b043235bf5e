"""What people add to the book and decide in it; nothing is ever overwritten.

::

    keeping   a book opened for reading and writing, folded again where something was touched
    deciding  what people decide, and what they have looked at
    mirrored  the mirrors of a book: whether they hold, and what they are told
    hands     a fact typed by a person
    merging   two athletes who are one
    bulk      half a million rows in one transaction
    starter   the book that ships with the package
"""

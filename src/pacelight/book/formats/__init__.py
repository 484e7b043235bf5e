"""What comes in and goes out: bytes of other people's files as `Line`s, and facts as bytes again.

Each reader is pure: bytes in, lines and refusals out; no file, no clock, no book is touched.
What a line means for a book (who the athlete is, whether it is new) is decided where files are taken in.
"""

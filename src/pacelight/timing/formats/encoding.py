"""The text behind the bytes of a timing program, which never says how it writes."""

import codecs

from pacelight.errors import FormatError

__all__ = ["LOST", "decoded", "ends_a_line"]

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

LOST = "\0"
"""What FinishLynx writes for a letter that its code page lacks, such as the Maori long a."""

_LOST_AT_MOST = 50
"""One lost letter in so many characters; with more it is no text in this encoding."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: as marked, else UTF-8, else cp1252.

    A few zero bytes stay where they are: see `LOST`.
    Bytes that are UTF-8 by chance and cp1252 by meaning do not occur in names:
    two cp1252 letters would have to form a valid sequence.

    Raises:
        FormatError: text in none of these, or binary data.
    """
    name = next((name for mark, name in _MARKED if data.startswith(mark)), None)
    for encoding in (name,) if name else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.count(LOST) * _LOST_AT_MOST > len(text):
            raise FormatError("not a text file: too many of its bytes are zero (UTF-16 needs its mark)")
        return text, encoding
    if name == "utf-16":
        raise FormatError("the file is still being written or torn: half a UTF-16 character at its end")
    raise FormatError("not a text file: neither UTF-8 nor cp1252 (Western European Windows)")


def ends_a_line(data: bytes) -> bool:
    """The last line is complete: what `decoded` makes of these bytes ends in a newline."""
    ends = {codecs.BOM_UTF16_LE: b"\n\0", codecs.BOM_UTF16_BE: b"\0\n"}
    end = ends.get(data[:2])
    return data.endswith(b"\n") if end is None else len(data) % 2 == 0 and data.endswith(end)

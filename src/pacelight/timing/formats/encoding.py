"""The text behind the bytes of a timing program, which never says how it writes."""

import codecs

from pacelight.errors import FormatError

__all__ = ["decoded"]

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: as marked, else UTF-8, else cp1252.

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
        if "\0" in text:
            raise FormatError("not a text file: it holds zero bytes")
        return text, encoding
    if name == "utf-16":
        raise FormatError("the file is still being written or torn: half a UTF-16 character at its end")
    raise FormatError("not a text file: neither UTF-8 nor cp1252 (Western European Windows)")

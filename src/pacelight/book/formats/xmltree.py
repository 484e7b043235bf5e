"""A tree of XML from a stranger: no document type, no entities, no abyss."""

import codecs
import re
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from pacelight.book.formats.text import decoded
from pacelight.errors import FormatError

__all__ = ["Element", "begins_with", "tree"]

_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w.-]{1,20})["']""")
_ENCODING = re.compile(r"(?:us-ascii|iso-8859-\d{1,2}|windows-125\d)", re.IGNORECASE)
_ROOT = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<([\w.:-]+)", re.DOTALL)
_HEAD = 4_096
_DEEPEST = 64


def begins_with(data: bytes, roots: frozenset[str]) -> bool:
    """Whether this is XML with one of these root elements, told from its beginning."""
    head = data[:_HEAD]
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            head = head[len(mark) :].decode(encoding, "replace").encode()
    match = _ROOT.match(head)
    return match is not None and match[1].decode("ascii", "replace") in roots


def tree(data: bytes, name: str) -> Element:
    """The root of an XML file.

    A document type is refused before anything of it is read: with its entities a few lines can
    become gigabytes, or other files. So are more than 64 elements inside one another.

    Args:
        data: all its bytes.
        name: what refusals call it.

    Raises:
        FormatError: no XML, torn, or one of these; the text names the line.
    """
    builder, depth = TreeBuilder(), 0
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise FormatError(f"{name} line {parser.CurrentLineNumber}: {depth} elements inside one another")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def doctype(*_: object) -> None:
        raise FormatError(
            f"{name} line {parser.CurrentLineNumber}: a document type is not read (delete <!DOCTYPE ...>)"
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(_text(data, name), True)
    except expat.ExpatError as error:
        raise FormatError(f"{name} is torn or no XML: {error}") from error
    return builder.close()


def _text(data: bytes, name: str) -> str:
    """The text, in the encoding that the file declares or, where that is none of one byte, as any other."""
    declared = _DECLARED.match(data[:_HEAD])
    encoding = declared[1].decode("ascii") if declared else ""
    if _ENCODING.fullmatch(encoding):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError) as error:
            raise FormatError(f"{name} declares {encoding} and is not written in it") from error
    return decoded(data, name)

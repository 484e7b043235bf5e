"""XML from strangers: what it could do, and does not."""

import pytest

from pacelight.book.formats.xmltree import begins_with, tree
from pacelight.errors import FormatError

LAUGHS = (
    """<!DOCTYPE lolz [
<!ENTITY lol "lol">
"""
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 or str()};" * 10}">\n' for n in range(1, 10))
    + "]>\n<r>&lol9;</r>"
)


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS,
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',
        '<!DOCTYPE r SYSTEM "http://127.0.0.1/r.dtd"><r/>',
        '<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><r/>',
        "<!DOCTYPE r><r/>",
    ],
)
def test_a_document_type_is_refused_before_anything_of_it_is_read(data: str) -> None:
    with pytest.raises(FormatError, match=r"^bomb\.xml line 1: a document type is not read"):
        tree(data.encode(), "bomb.xml")


def test_an_entity_that_nobody_declared_is_refused() -> None:
    with pytest.raises(FormatError, match="undefined entity"):
        tree(b"<r>&x;</r>", "bomb.xml")


def test_an_abyss_of_elements_is_refused() -> None:
    assert tree(b"<r>" * 64 + b"</r>" * 64, "deep.xml").tag == "r"
    with pytest.raises(FormatError, match=r"^deep\.xml line 1: 65 elements inside one another"):
        tree(b"<r>" * 100_000, "deep.xml")


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("", "utf-8"),
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("UTF-8", "cp1252"),  # declared wrongly, as Windows programs do
        ("ISO-8859-2", "iso-8859-2"),
        ("windows-1250", "cp1250"),
        ("UTF-16", "utf-16"),
    ],
)
def test_the_encoding_is_the_declared_one_or_found(declared: str, written: str) -> None:
    name = "Łódź" if declared in {"ISO-8859-2", "windows-1250"} else "Müller"
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    data = f'{head}\r\n<r name="{name}"/>'.encode(written)
    assert tree(data, "r.xml").get("name") == name
    assert begins_with(data, frozenset({"r"}))


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "idna", "unicode_escape", "nonsense", "iso-8859-99"])
def test_an_odd_encoding_does_no_harm(declared: str) -> None:
    data = f'<?xml version="1.0" encoding="{declared}"?><r name="a"/>'.encode()
    if declared == "iso-8859-99":
        with pytest.raises(FormatError, match="declares iso-8859-99 and is not written in it"):
            tree(data, "r.xml")
    else:
        assert tree(data, "r.xml").get("name") == "a"

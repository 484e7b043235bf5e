"""Codes that let somebody in: typed from a screen or scanned, good for a few minutes, once.

Source: OWASP ASVS 5.0.0, 6.5.2 to 6.5.5 (drawn from a secure source, at least 20 bits, at most 10 minutes,
kept as a slow hash).

>>> written("7k2m-9xqo ")
'7K2M9XQ0'
>>> shown("7K2M9XQ0")
'7K2M-9XQ0'
"""

import hashlib
import secrets

__all__ = ["FIRST", "LENGTH", "LONGEST", "SALT", "digest", "fresh", "shown", "written"]

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Five bits a character, none of which is taken for another. Source: Crockford, Base 32."""

LENGTH = 8
"""Characters of a pairing code: 40 bits."""

FIRST = 16
"""Characters of the secret with which everything begins: 80 bits."""

LONGEST = 64
"""Characters that are looked at."""

SALT = 16
"""Bytes of salt, drawn once for each file of sessions."""

_TAKEN_FOR = str.maketrans({"O": "0", "I": "1", "L": "1", "-": ""})


def fresh(length: int = LENGTH) -> str:
    """A new code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def written(text: str) -> str:
    """A code as it was typed, without what people put between and with what they mistake put right."""
    return "".join(text.upper().translate(_TAKEN_FOR).split())


def shown(code: str) -> str:
    """A code as people read it, in groups of four."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def digest(code: str, salt: bytes) -> bytes:
    """What is kept of a code: it takes some milliseconds and 4 MB to try one. Source: RFC 7914 (scrypt)."""
    return hashlib.scrypt(code.encode(), salt=salt, n=1 << 12, r=8, p=1, dklen=32)

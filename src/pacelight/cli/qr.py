"""A code that a phone's camera reads, drawn in a terminal."""

import io

import segno

__all__ = ["terminal_qr"]

_WHITE_ON_BLACK = "\x1b[38;5;231;48;5;16m"
_AS_BEFORE = "\x1b[0m"


def terminal_qr(text: str) -> str:
    """The QR code of a text in half blocks, several lines: dark on light whatever the terminal's colours."""
    drawn = io.StringIO()
    segno.make_qr(text, error="m").terminal(drawn, border=2, compact=True)
    lines = drawn.getvalue().splitlines()
    return "\n".join(f"{_WHITE_ON_BLACK}{line}{_AS_BEFORE}" for line in lines)
